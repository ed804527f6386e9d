"""Reads a price list out of a sheet: which columns it has, and each row as a checked line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.enums import WorkKind
from frontdesk.models.values import text
from frontdesk.services.exchange.cells import as_text, is_empty
from frontdesk.services.exchange.sheet import Sheet, Value
from frontdesk.services.prices import checks
from frontdesk.services.prices.dto import PriceInput, RowFault
from frontdesk.services.search.fold import fold

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("编码", "代码", "项目编码", "项目代码", "编号", "工时代码", "code", "item code", "no"),
    "kind": ("类别", "类型", "项目类别", "种类", "分类", "kind", "type", "category"),
    "name": ("名称", "项目", "项目名称", "维修项目", "作业项目", "name", "item", "work"),
    "labour_hours": ("工时", "标准工时", "工时数", "小时", "hours", "labour hours", "labor hours"),
    "labour_rate": ("工时单价", "工时费率", "每小时", "工时费标准", "rate", "labour rate"),
    "part_number": ("配件号", "配件编码", "零件号", "备件号", "part number", "part no"),
    "part": ("配件", "配件名称", "零件", "零件名称", "备件", "备件名称", "part", "part name"),
    "quantity": ("数量", "用量", "配件数量", "quantity", "qty"),
    "unit_price": ("单价", "配件单价", "零件单价", "售价", "价格", "unit price", "price"),
    "car_model": ("车型", "适用车型", "model", "car model"),
}
_NEEDED = ("code", "name")
_LOOKED_THROUGH = 15
"""Rows at the top among which the headings stand."""

_KINDS: Mapping[str, WorkKind] = {
    fold(word): kind
    for kind, words in {
        WorkKind.MAINTENANCE: ("保养", "维护", "maintenance", "service"),
        WorkKind.REPAIR: ("维修", "修理", "机修", "机电", "一般维修", "repair"),
        WorkKind.WARRANTY: ("保修", "质保", "索赔", "三包", "warranty"),
        WorkKind.BODY: ("钣喷", "钣金", "喷漆", "事故", "body", "body and paint", "paint"),
        WorkKind.ACCESSORY: ("精品", "附件", "装潢", "加装", "accessory"),
        WorkKind.FREE_CHECK: ("免费检测", "检测", "检查", "free check", "check"),
    }.items()
    for word in words
}
_SIGNS = re.compile(r"[¥￥元,\s]|小时|工时|/h$|h$")


@dataclass(frozen=True, slots=True)
class PriceSheet:
    """The rows of a sheet that hold prices, and those at fault."""

    name: str
    lines: tuple[PriceInput, ...]
    faults: tuple[RowFault, ...]


def read(sheets: Sequence[Sheet]) -> PriceSheet:
    """The first sheet that has the headings.

    Raises:
        UserError: ``prices.no_headings``: none has a code and a name.
    """
    for sheet in sheets:
        found = _headings(sheet)
        if found is not None:
            return _read(sheet, *found)
    raise UserError("prices.no_headings", field="path")


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row that holds them (from 1), and the column of each."""
    names = {fold(word): name for name, words in _HEADINGS.items() for word in words}
    for number, row in sheet.numbered():
        if number > _LOOKED_THROUGH:
            return None
        columns: dict[str, int] = {}
        for at, value in enumerate(row):
            name = names.get(fold(_bare(as_text(value))))
            if name is not None:
                columns.setdefault(name, at)
        if all(name in columns for name in _NEEDED):
            return number, columns
    return None


def _bare(heading: str) -> str:
    """``单价（元）`` is ``单价``."""
    return re.split(r"[（(\[]", heading, maxsplit=1)[0]


def _read(sheet: Sheet, after: int, columns: Mapping[str, int]) -> PriceSheet:
    lines: dict[str, PriceInput] = {}
    faults: list[RowFault] = []
    for number, row in sheet.numbered(after):
        cells = {
            name: row[at] for name, at in columns.items() if at < len(row) and not is_empty(row[at])
        }
        if not cells:
            continue
        try:
            line = checks.line(_line(cells))
            if line.code in lines:
                raise UserError("prices.code_twice", field="code", item=line.code)
            lines[line.code] = line
        except UserError as error:
            said = error.errors if isinstance(error, InputErrors) else (error,)
            faults.append(RowFault(number, said))
    return PriceSheet(sheet.name, tuple(lines.values()), tuple(faults))


def _line(cells: Mapping[str, Value]) -> PriceInput:
    faults: list[UserError] = []

    def figure(name: str, usual: Decimal, code: str) -> Decimal:
        try:
            return _figure(cells[name]) if name in cells else usual
        except (InvalidOperation, ValueError):
            faults.append(UserError(code, field=name))
            return usual

    line = PriceInput(
        code=as_text(cells.get("code")),
        kind=_kind(cells.get("kind"), faults),
        name=as_text(cells.get("name")),
        labour_hours=figure("labour_hours", Decimal(0), "prices.hours"),
        labour_rate=figure("labour_rate", Decimal(0), "prices.money")
        if "labour_rate" in cells
        else None,
        part_number=as_text(cells.get("part_number")),
        part=as_text(cells.get("part")),
        quantity=figure("quantity", Decimal(1), "prices.quantity"),
        unit_price=figure("unit_price", Decimal(0), "prices.money"),
        car_model=as_text(cells.get("car_model")),
    )
    if faults:
        raise InputErrors(faults)
    return line


def _figure(value: Value) -> Decimal:
    """A cell as an exact figure: what the sheet shows, not what the machine adds to it."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(value)
    if isinstance(value, float):
        return Decimal(f"{value:.15g}")
    return Decimal(_SIGNS.sub("", text.half_width(str(value)).casefold()))


def _kind(value: Value, faults: list[UserError]) -> WorkKind:
    """The word of the column; a list without one is a list of repairs."""
    if value is None:
        return WorkKind.REPAIR
    said = as_text(value)
    kind = _KINDS.get(fold(said))
    if kind is None:
        faults.append(UserError("prices.kind", field="kind", text=text.excerpt(said, 20)))
        return WorkKind.REPAIR
    return kind


def differences(kept: PriceInput, given: PriceInput) -> Iterator[str]:
    """Names of what differs."""
    for name in given.__dataclass_fields__:
        if getattr(kept, name) != getattr(given, name):
            yield name
