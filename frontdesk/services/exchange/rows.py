"""Rows of a sheet to checked deliveries, or the reasons why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.enums import SheetColumn
from frontdesk.models.values import text
from frontdesk.services.exchange import cells
from frontdesk.services.exchange.delivery import (
    DeliveryRow,
    RowFault,
    RowNotice,
    SheetContent,
    SkippedRow,
)
from frontdesk.services.exchange.headings import Heading, plain
from frontdesk.services.exchange.readers import RowPlan
from frontdesk.services.exchange.sheet import Sheet, Value, is_blank

_TOTAL = re.compile(
    r"(?:本[页月日周]|累计|总)?(?:合计|总计|小计|共计|总数|总台数|SUBTOTAL|TOTAL|SUM|GRANDTOTAL)"
    r"|(?:[本今当][年月日周天])?共.{0,6}?\d+[台辆行条]",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"注|说明|备注|制表|填表|审核|审批|打印|统计|汇总|经办|负责人|复核|核对|以上|以下|日期|NOTE|PREPARED",
    re.IGNORECASE,
)
_NO_DELIVERY = re.compile(r"(?:今日|本日|当日)?无(?:交车|提车|交付|新车)")
#: A VIN or plate, right or wrong; less is a count that a total row has put into the column.
_SOME_CAR = re.compile(r"\w{6}")
#: A name is shorter; more in a row of its own is a note.
_LONGEST_LONE_NAME = 20


def read_rows(
    sheet: Sheet, heading: Heading, columns: Mapping[int, SheetColumn] | None = None
) -> SheetContent:
    """Every row below ``heading``; ``columns`` (by position) overrides what it recognised."""
    reader = _RowReader(sheet, heading, heading.columns if columns is None else columns)
    for number, row in sheet.numbered(after=heading.last):
        reader.take(number, row)
    return reader.content()


class _RowReader:
    """Reads row after row; remembers which plate was seen with which car."""

    def __init__(self, sheet: Sheet, heading: Heading, columns: Mapping[int, SheetColumn]) -> None:
        self._columns = columns
        self._plan = RowPlan(columns, epoch_1904=sheet.epoch_1904)
        self._titles = {plain(title) for title in heading.titles if title}
        self._cars_by_plate: dict[str, tuple[str | None, int]] = {}
        self._good: list[DeliveryRow] = []
        self._faults: list[RowFault] = []
        self._skipped: list[SkippedRow] = []
        self._notices: list[RowNotice] = []

    def content(self) -> SheetContent:
        return SheetContent(
            tuple(self._good),
            tuple(self._faults),
            tuple(self._skipped),
            tuple(self._notices),
            self._columns,
        )

    def take(self, number: int, row: tuple[Value, ...]) -> None:
        if all(is_blank(value) for value in row):
            return
        if self._is_no_delivery(row):
            shown = " ".join(cells.as_text(value)[:60] for value in row if not is_blank(value))
            self._skipped.append(SkippedRow(number, text.excerpt(shown, 190)))
            return
        values, errors, warnings = self._plan.read(row)
        errors += self._car_faults(number, values, errors)
        if errors:
            self._faults.append(RowFault(number, tuple(errors), row))
            return
        self._notices.extend(RowNotice(number, warning) for warning in warnings)
        self._good.append(DeliveryRow(row=number, **values))

    def _is_no_delivery(self, row: tuple[Value, ...]) -> bool:
        """A total, a heading said again, a note or a section title: a row without a car."""
        found = self._plan.filled
        cars = [*found(row, SheetColumn.VIN), *found(row, SheetColumn.PLATE)]
        named = [cells.as_text(value) for value in cars]
        if any(_SOME_CAR.search(car) and plain(car) not in self._titles for car in named):
            return False
        filled = [cells.as_text(value) for value in row if not is_blank(value)]
        repeated = sum(plain(value) in self._titles for value in filled)
        if repeated > 1 and repeated * 3 >= len(filled) * 2:
            return True
        words = ["".join(value.split()) for value in filled]
        if any(_TOTAL.match(word) or _NO_DELIVERY.match(word) for word in words):
            return True
        if _NOTE.match(words[0]):
            return True
        if len(filled) > 1 or found(row, SheetColumn.PHONE):
            return False
        return not found(row, SheetColumn.NAME) or len(filled[0]) > _LONGEST_LONE_NAME

    def _car_faults(
        self, number: int, values: dict[str, Any], errors: list[UserError]
    ) -> list[UserError]:
        """A row names its car, and one plate cannot be on two cars of one sheet."""
        plate, vin = values.get("plate"), values.get("vin")
        if plate is None and vin is None:
            if any(error.field in (SheetColumn.VIN, SheetColumn.PLATE) for error in errors):
                return []
            return [UserError("row.car_missing", field=SheetColumn.VIN)]
        if plate is None or errors:
            return []
        other, row = self._cars_by_plate.setdefault(plate, (vin, number))
        if vin is None or other is None or vin == other:
            return []
        return [UserError("row.plate_of_two", field=SheetColumn.PLATE, plate=plate, row=row)]
