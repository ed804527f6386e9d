"""What complaints are about: a tree of two levels (domain §5.2), a setting with this default.

Keys are stable: tickets keep them, names may be changed. A leaf's key is ``group.leaf``. What was
used once is never taken away but retired: no new ticket is given it, history and figures keep it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from frontdesk.language import Language

MOST_GROUPS, MOST_LEAVES = 12, 9
"""So many can be chosen by a key of their own, hence so many may be open at a time."""


@dataclass(frozen=True, slots=True)
class Category:
    """One category with its names."""

    key: str
    zh: str
    en: str
    retired: bool = False

    def name(self, language: Language) -> str:
        """Its name in ``language``."""
        return self.zh if language is Language.ZH_CN else self.en


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """A category of the first level with its leaves."""

    key: str
    zh: str
    en: str
    leaves: tuple[Category, ...]
    retired: bool = False

    def name(self, language: Language) -> str:
        """Its name in ``language``."""
        return self.zh if language is Language.ZH_CN else self.en


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """The whole tree, in the order it is shown."""

    groups: tuple[CategoryGroup, ...]

    def has(self, key: str) -> bool:
        """Whether ``key`` is a leaf of the tree, retired or not."""
        return any(leaf.key == key for group in self.groups for leaf in group.leaves)

    def offered(self) -> CategoryTree:
        """What a new ticket may be given: without the retired, and groups that have no other."""
        open_ = (
            replace(group, leaves=tuple(leaf for leaf in group.leaves if not leaf.retired))
            for group in self.groups
            if not group.retired
        )
        return CategoryTree(tuple(group for group in open_ if group.leaves))

    def find(self, key: str) -> Category | CategoryGroup | None:
        """The group or leaf called ``key``."""
        leaves = (leaf for group in self.groups for leaf in group.leaves)
        everything: tuple[Category | CategoryGroup, ...] = (*self.groups, *leaves)
        return next((each for each in everything if each.key == key), None)

    def siblings(self, key: str) -> tuple[Category, ...] | tuple[CategoryGroup, ...]:
        """All of the level of ``key``, it among them: its group's leaves, or the groups."""
        if "." not in key:
            return self.groups
        wanted = self.group_of(key)
        return next((group.leaves for group in self.groups if group.key == wanted), ())

    def group_of(self, key: str) -> str:
        """The key of the first level that ``key`` (a leaf or a group) belongs to."""
        return key.partition(".")[0]

    def group_name(self, key: str, language: Language) -> str:
        """The name of the first level; the key itself for what the tree no longer has."""
        wanted = self.group_of(key)
        return next((g.name(language) for g in self.groups if g.key == wanted), wanted)

    def leaf_name(self, key: str, language: Language) -> str:
        """The name of the leaf alone; the key itself for what the tree no longer has."""
        leaves = (leaf for group in self.groups for leaf in group.leaves)
        return next((leaf.name(language) for leaf in leaves if leaf.key == key), key)

    def path(self, key: str, language: Language) -> str:
        """Both levels in words: 维修质量 / 故障未修好."""
        group, leaf = self.group_name(key, language), self.leaf_name(key, language)
        return group if group == leaf else f"{group} / {leaf}"


def _group(key: str, zh: str, en: str, leaves: Iterable[tuple[str, str, str]]) -> CategoryGroup:
    return CategoryGroup(
        key, zh, en, tuple(Category(f"{key}.{leaf}", zh_, en_) for leaf, zh_, en_ in leaves)
    )


DEFAULT_TREE = CategoryTree(
    (
        _group(
            "sales_process",
            "销售过程",
            "Sales process",
            (
                ("promise", "承诺未兑现", "Promise not kept"),
                ("contract", "合同与订金", "Contract and deposit"),
                ("finance", "贷款与保险代办", "Loan and insurance arranged"),
                ("explanation", "介绍不清或误导", "Unclear or misleading explanation"),
            ),
        ),
        _group(
            "delivery",
            "交车",
            "Delivery",
            (
                ("late", "交车延迟", "Delivered late"),
                ("condition", "新车外观或清洁", "Condition or cleanliness of the new car"),
                ("papers", "手续与资料不全", "Papers incomplete"),
                ("accessories", "装备或赠品不符", "Equipment or gifts not as agreed"),
            ),
        ),
        _group(
            "service_attitude",
            "服务态度",
            "Service attitude",
            (
                ("reception", "接待冷淡", "Cold reception"),
                ("words", "语言不当", "Improper words"),
                ("shifting", "推诿扯皮", "Shifting responsibility"),
                ("ignored", "无人理睬", "Nobody attended"),
            ),
        ),
        _group(
            "repair_quality",
            "维修质量",
            "Repair quality",
            (
                ("not_fixed", "故障未修好", "Fault not fixed"),
                ("new_fault", "修后出现新故障", "New fault after the repair"),
                ("workmanship", "装配或工艺不良", "Poor workmanship"),
                ("damage", "维修中损伤车辆", "Car damaged during the repair"),
                ("diagnosis", "诊断错误", "Wrong diagnosis"),
            ),
        ),
        _group(
            "repeat_repair",
            "返修",
            "Repeat repair",
            (
                ("same_fault", "同一故障再次返修", "Same fault repaired again"),
                ("several", "多次返修未果", "Several repairs without success"),
            ),
        ),
        _group(
            "parts_supply",
            "配件供应",
            "Parts supply",
            (
                ("out_of_stock", "缺件待料", "Part out of stock"),
                ("late", "到件延期", "Part arrived late"),
                ("wrong", "配件错误或质量差", "Wrong or poor part"),
            ),
        ),
        _group(
            "price",
            "价格与收费",
            "Price and fees",
            (
                ("high", "收费过高", "Charged too much"),
                ("unexplained", "收费未说明", "Charge not explained"),
                ("over_estimate", "超出报价", "Above the estimate"),
                ("warranty", "保修范围争议", "Warranty coverage disputed"),
            ),
        ),
        _group(
            "waiting",
            "等待与承诺时间",
            "Waiting and promised time",
            (
                ("reception", "接车等待过长", "Long wait at reception"),
                ("repair", "维修时间过长", "Repair took too long"),
                ("promise", "未按约定时间交车", "Not ready at the promised time"),
                ("payment", "结算等待过长", "Long wait at payment"),
            ),
        ),
        _group(
            "product_quality",
            "产品质量",
            "Product quality",
            (
                ("engine", "发动机与变速箱", "Engine and gearbox"),
                ("electric", "电气与电子", "Electrics and electronics"),
                ("body", "车身与内饰", "Body and interior"),
                ("chassis", "底盘与制动", "Chassis and brakes"),
                ("battery", "动力电池与充电", "Traction battery and charging"),
            ),
        ),
        _group(
            "information",
            "信息与跟进",
            "Information and follow-up",
            (
                ("progress", "进度未告知", "Progress not told"),
                ("callback", "未按约回电", "Not called back as agreed"),
                ("disturbed", "频繁打扰", "Contacted too often"),
                ("privacy", "信息泄露", "Data disclosed"),
            ),
        ),
        _group(
            "facilities",
            "设施环境",
            "Facilities",
            (
                ("lounge", "休息区与餐饮", "Lounge and refreshments"),
                ("parking", "停车与通道", "Parking and access"),
                ("cleanliness", "环境卫生", "Cleanliness"),
            ),
        ),
        _group("other", "其他", "Other", (("other", "其他", "Other"),)),
    )
)
"""The tree of domain §5.2 as the program comes."""
