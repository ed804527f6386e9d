"""The price list of the sample dealership, and what its advisors write often."""

from __future__ import annotations

from decimal import Decimal

from frontdesk.models.all import Phrase, PriceItem
from frontdesk.models.enums import WorkKind
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.services.prices.dto import PriceInput
from frontdesk.services.prices.finding import found_by


def _line(
    code: str,
    kind: WorkKind,
    name: str,
    hours: str,
    part_number: str = "",
    part: str = "",
    quantity: int = 1,
    price: str = "0",
) -> PriceInput:
    return PriceInput(
        code,
        kind,
        name,
        Decimal(hours),
        part_number=part_number,
        part=part,
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
    )


_K = WorkKind
_PRICES: tuple[PriceInput, ...] = (
    _line(
        "BY-001", _K.MAINTENANCE, "常规保养（更换机油机滤）", "1", "LHJ-10010", "机油机滤", 1, "298"
    ),
    _line("BY-002", _K.MAINTENANCE, "大保养", "2.5", "LHJ-10020", "机油三滤", 1, "568"),
    _line("BY-003", _K.MAINTENANCE, "更换空调滤芯", "0.3", "LHJ-10031", "空调滤芯", 1, "128"),
    _line("BY-004", _K.MAINTENANCE, "更换空气滤芯", "0.3", "LHJ-10032", "空气滤芯", 1, "98"),
    _line("BY-005", _K.MAINTENANCE, "更换火花塞", "1", "LHJ-10040", "火花塞", 4, "76"),
    _line("BY-006", _K.MAINTENANCE, "更换变速箱油", "2", "LHJ-10055", "变速箱油", 5, "138"),
    _line("BY-007", _K.MAINTENANCE, "更换刹车油", "1", "LHJ-10060", "刹车油", 1, "118"),
    _line("BY-008", _K.MAINTENANCE, "更换防冻液", "1.2", "LHJ-10066", "防冻液", 2, "88"),
    _line("WX-101", _K.REPAIR, "更换前刹车片", "1.2", "LHJ-20110", "前刹车片", 1, "468"),
    _line("WX-102", _K.REPAIR, "更换后刹车片", "1.2", "LHJ-20120", "后刹车片", 1, "428"),
    _line("WX-103", _K.REPAIR, "更换前刹车盘", "1.8", "LHJ-20130", "前刹车盘", 2, "386"),
    _line("WX-104", _K.REPAIR, "四轮定位", "1.7"),
    _line("WX-105", _K.REPAIR, "检修发动机异响", "2", "LHJ-20210", "皮带张紧轮", 1, "356"),
    _line("WX-106", _K.REPAIR, "更换蓄电池", "0.4", "LHJ-20300", "蓄电池", 1, "680"),
    _line("WX-107", _K.REPAIR, "更换轮胎（一条）", "0.5", "LHJ-20400", "轮胎", 1, "560"),
    _line("WX-108", _K.REPAIR, "轮胎动平衡（一条）", "0.3"),
    _line("WX-109", _K.REPAIR, "更换雨刮片", "0.2", "LHJ-20510", "雨刮片", 2, "58"),
    _line("WX-110", _K.REPAIR, "更换前减震器", "2.4", "LHJ-20620", "前减震器", 2, "720"),
    _line("BP-201", _K.BODY, "前保险杠喷漆", "3.5"),
    _line("BP-202", _K.BODY, "车门钣金喷漆", "5"),
    _line("BP-203", _K.BODY, "大灯翻新", "1.5"),
    _line("JP-301", _K.ACCESSORY, "全包围脚垫", "0.2", "LHJ-30110", "全包围脚垫", 1, "388"),
    _line("JP-302", _K.ACCESSORY, "行车记录仪安装", "1", "LHJ-30220", "行车记录仪", 1, "498"),
    _line("JC-401", _K.FREE_CHECK, "免费安全检测", "0"),
    _line("SB-501", _K.WARRANTY, "车门锁块索赔", "0.8", "LHJ-50110", "车门锁块", 1, "0"),
)
_SAID = {
    "words": ("就是正常保养，没有别的问题。", "快到保养里程了，顺便检查一下刹车。"),
    "when_happens": ("冷车启动时", "高速行驶时", "一直都有"),
    "where_happens": ("前轮附近", "发动机舱", "后备箱"),
    "belongings": ("无贵重物品", "后备箱有儿童座椅"),
}


def write(seeded: Seeded, rows: Rows) -> None:
    """Queue the rows of both."""
    imported = seeded.moment(seeded.workday_back(40), 9)
    for given in _PRICES:
        rows.add(
            PriceItem,
            id=seeded.id(),
            version=1,
            code=given.code,
            kind=given.kind,
            name=given.name,
            found_by=found_by(given),
            labour_hours=given.labour_hours,
            part_number=given.part_number or None,
            part=given.part or None,
            quantity=given.quantity,
            unit_price=given.unit_price,
            active=True,
            imported_at=imported,
        )
    for field, texts in _SAID.items():
        for uses, text in enumerate(reversed(texts), start=2):
            rows.add(
                Phrase,
                id=seeded.id(),
                field=field,
                text=text,
                uses=uses,
                last_used_on=seeded.workday_back(uses),
                hidden=False,
            )
