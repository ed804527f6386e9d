"""One row of work items as typed, and what it means: hours, discounts, who pays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import IntEnum
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.enums import Payer, WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.intake.sums import labour_sum, list_sum
from frontdesk.ui.kit.quick_entry import parse_money

_FEN = Decimal("0.01")
_HOURS = re.compile(r"(\d+(?:[.。]\d+)?)\s*(?:h|hours?|时|小时|工时)", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
_TENTHS = re.compile(r"(\d+(?:\.\d+)?)\s*折")
_USUAL_RATE = Decimal(150)


class Col(IntEnum):
    """The columns in the order they are filled in; those from ``OFF`` on only where wanted."""

    KIND = 0
    WORK = 1
    LABOUR = 2
    PART = 3
    QUANTITY = 4
    PRICE = 5
    OFF = 6
    PAYER = 7
    TOTAL = 8


@dataclass(slots=True)
class Line:
    """One row as typed. ``guessed``: filled in by the program and not touched since.

    ``labour`` is an amount or hours (``1.5h``), ``off`` an amount, ``10%`` or ``9折``.
    """

    id: str = ""
    kind: str = ""
    work: str = ""
    labour: str = ""
    part: str = ""
    quantity: str = ""
    price: str = ""
    guessed: bool = False
    code: str = ""
    part_number: str = ""
    rate: str = ""
    off: str = ""
    payer: str = ""
    declined: bool = False
    why: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any((self.kind, self.work, self.labour, self.part, self.quantity, self.price))

    @property
    def pays(self) -> Payer:
        """Who pays; unless said, the maker for warranty work and the customer for all other."""
        if self.payer in set(Payer):
            return Payer(self.payer)
        return Payer.WARRANTY if self.kind == WorkKind.WARRANTY else Payer.CUSTOMER


TYPED = {
    Col.WORK: "work",
    Col.LABOUR: "labour",
    Col.PART: "part",
    Col.QUANTITY: "quantity",
    Col.PRICE: "price",
    Col.OFF: "off",
}
"""Columns that are typed into, by the name of what they hold."""


def line_of(item: WorkItem, *, guessed: bool = False) -> Line:
    """``item`` as it would have been typed."""
    hours, rate = item.labour_hours, item.labour_rate
    by_hours = hours is not None and rate is not None
    return Line(
        id="" if guessed else item.id,
        kind=item.kind.value,
        work=item.description,
        labour=f"{_figure(hours)}h" if by_hours and hours else _figure(item.labour),
        part=item.part,
        quantity=f"{item.quantity.normalize():f}" if item.part or item.quantity != 1 else "",
        price=_figure(item.unit_price) if item.part else "",
        guessed=guessed,
        code=item.code,
        part_number=item.part_number,
        rate=_figure(rate) if by_hours else "",
        off="" if guessed else _figure(item.discount),
        payer="" if guessed else item.payer.value,
        declined=bool(item.declined_why) and not guessed,
        why="" if guessed else item.declined_why,
    )


def item_of(
    line: Line, row: int, house_rate: Decimal = _USUAL_RATE, kind: WorkKind | None = None
) -> WorkItem:
    """What ``line`` means; ``kind`` stands in for one that was not chosen yet.

    Raises:
        UserError: no kind, a figure that cannot be read, or no reason; the sentence names the row.
    """
    if not line.kind and kind is None:
        raise UserError("intake.item_kind", field="items", row=row)
    for column in (Col.LABOUR, Col.PRICE, Col.QUANTITY, Col.OFF):
        if not readable(line, column):
            code = "intake.item_quantity" if column is Col.QUANTITY else "intake.item_money"
            raise UserError(code, field="items", row=row)
    if line.declined and not line.why:
        raise UserError("intake.item_declined_why", field="items", row=row)
    hours = hours_of(line.labour)
    rate = Decimal(line.rate) if line.rate else house_rate
    labour = (parse_money(line.labour) or Decimal(0)) if hours is None else labour_sum(hours, rate)
    item = WorkItem(
        kind=WorkKind(line.kind) if line.kind else kind or WorkKind.REPAIR,
        description=line.work,
        labour=labour,
        part=line.part,
        quantity=Decimal(line.quantity) if line.quantity else Decimal(1),
        unit_price=parse_money(line.price) or Decimal(0),
        code=line.code,
        part_number=line.part_number,
        labour_hours=hours,
        labour_rate=None if hours is None else rate,
        payer=line.pays,
        declined_why=line.why if line.declined else "",
    )
    item = replace(item, discount=_off(line.off, list_sum(item)))
    return replace(item, id=line.id) if line.id else item


def hours_of(typed: str) -> Decimal | None:
    """``1.5h``, ``1.5 工时`` as hours; ``None`` for an amount."""
    found = _HOURS.fullmatch(typed.strip())
    return None if found is None else Decimal(found[1].replace("。", "."))


def readable(line: Line, column: Col) -> bool:
    """Whether the figure typed into ``column`` can be read."""
    text: str = getattr(line, TYPED[column])
    try:
        if column is Col.QUANTITY:
            return not text or Decimal(text).is_finite()
        if column is Col.OFF:
            _off(text, Decimal(0))
        elif column is not Col.LABOUR or hours_of(text) is None:
            parse_money(text)
    except (UserError, InvalidOperation):
        return False
    return True


def spoken(row: Mapping[str, Any], kind: str) -> str:
    """A kept row in one line, its kind in words."""
    count = f"× {row['quantity']}" if row.get("quantity") else ""
    parts = (
        kind,
        row.get("work", ""),
        row.get("labour", ""),
        " ".join(filter(None, (row.get("part", ""), count, row.get("price", "")))),
        f"− {row['off']}" if row.get("off") else "",
        row.get("why", ""),
    )
    return " · ".join(part for part in parts if part)


def _off(typed: str, price: Decimal) -> Decimal:
    """What is taken off a line of ``price``: an amount, per cent of it, or tenths left (9折)."""
    text = typed.strip()
    if found := _PERCENT.fullmatch(text):
        share = Decimal(found[1]) / 100
    elif found := _TENTHS.fullmatch(text):
        left = Decimal(found[1])
        share = 1 - left / (10 if left <= 10 else 100)
    else:
        return parse_money(text) or Decimal(0)
    if not 0 <= share <= 1:
        raise UserError("field.money", field="items")
    return (price * share).quantize(_FEN, ROUND_HALF_UP)


def _figure(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value else ""
