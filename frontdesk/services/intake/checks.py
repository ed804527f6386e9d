"""Checks of what the desk hands in; every fault is told at once, beside its own field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from decimal import Decimal
from typing import ParamSpec, Protocol, TypeVar

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.enums import Payer
from frontdesk.models.values import phone, text
from frontdesk.models.visit_rules import Priced, labour_of, list_price, share_of, total
from frontdesk.services.intake.inputs import Arrival, ChangeInput, HandOverInput, Told, WorkItem

MOST_MONEY = Decimal("9999999.99")
MOST_PIECES = Decimal(9_999)
MOST_HOURS = Decimal(999)
MOST_KM = 3_000_000
FULL_TANK = 8

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Handed(Priced, Protocol):
    """A stored item, to be charged at hand-over."""

    @property
    def id(self) -> str: ...


class Checking:
    """Collects the faults of one input: ``checking.of(check, …)``, then ``checking.done()``."""

    def __init__(self) -> None:
        self._faults: list[UserError] = []

    def of(self, check: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
        """What ``check`` gives, or ``None`` with its sentence kept for the person."""
        try:
            return check(*args, **kwargs)
        except InputErrors as errors:
            self._faults += errors.errors
        except UserError as error:
            self._faults.append(error)
        return None

    def need(self, holds: object, code: str, field: str, **params: object) -> None:
        """Keep the fault ``code`` beside ``field`` unless ``holds``."""
        if not holds:
            self._faults.append(UserError(code, field=field, **params))

    def done(self) -> None:
        """Say everything that was found.

        Raises:
            UserError: one fault. InputErrors: several.
        """
        if len(self._faults) == 1:
            raise self._faults[0]
        if self._faults:
            raise InputErrors(self._faults)


def arrival(given: Arrival) -> Arrival:
    """``given`` as it is stored; raises on what cannot be."""
    checking = Checking()
    km, fuel = given.mileage_km, given.fuel_eighths
    checking.need(km is None or 0 <= km <= MOST_KM, "intake.mileage_range", "mileage_km")
    checking.need(fuel is None or 0 <= fuel <= FULL_TANK, "intake.fuel_range", "fuel_eighths")
    number = given.brought_by_phone.strip()
    clean = replace(
        given,
        brought_by=checking.of(text.line, given.brought_by, "brought_by") or "",
        brought_by_phone=number
        and (checking.of(phone.normalise, number, "brought_by_phone") or ""),
        damage=checking.of(text.note, given.damage, "damage") or "",
        belongings=checking.of(text.note, given.belongings, "belongings") or "",
    )
    checking.done()
    return clean


def told(given: Told) -> Told:
    """``given`` as it is stored."""
    checking = Checking()
    clean = {
        each.name: checking.of(text.note, getattr(given, each.name), each.name) or ""
        for each in fields(Told)
    }
    checking.done()
    return Told(**clean)


def work(items: Sequence[WorkItem]) -> tuple[WorkItem, ...]:
    """``items`` as they are stored; faults name the row, counted from 1."""
    checking = Checking()
    clean = [checking.of(_item, item, row) for row, item in enumerate(items, start=1)]
    checking.done()
    kept = tuple(item for item in clean if item is not None)
    if total(kept) > MOST_MONEY:
        raise UserError("intake.total_range", field="items")
    return kept


def _item(item: WorkItem, row: int) -> WorkItem:
    checking = Checking()
    description = checking.of(text.line, item.description, "items")
    checking.need(description, "intake.item_unnamed", "items", row=row)
    for amount in (item.labour, item.unit_price):
        checking.need(is_money(amount), "intake.item_money", "items", row=row)
    pieces = item.quantity
    checking.need(is_count(pieces, MOST_PIECES), "intake.item_quantity", "items", row=row)
    part, number, code, why = (
        checking.of(text.line, typed, "items") or ""
        for typed in (item.part, item.part_number, item.code, item.declined_why)
    )
    checking.need(part or not item.unit_price, "intake.item_part", "items", row=row)
    off = item.discount
    checking.need(is_money(off), "intake.item_money", "items", row=row)
    checking.done()
    checking.need(off <= list_price(item), "intake.item_discount", "items", row=row)
    checking.done()
    hours, rate = _made_labour(item)
    return replace(
        item,
        description=description or "",
        part=part,
        part_number=number,
        code=code,
        declined_why=why,
        labour_hours=hours,
        labour_rate=rate,
    )


def _made_labour(item: WorkItem) -> tuple[Decimal, Decimal] | tuple[None, None]:
    """Hours and rate where they made the labour; where it was typed, they say nothing."""
    hours, rate = item.labour_hours, item.labour_rate
    if hours is None or rate is None or not (is_count(hours, MOST_HOURS) and is_money(rate)):
        return None, None
    return (hours, rate) if labour_of(hours, rate) == item.labour else (None, None)


def is_count(number: Decimal, most: Decimal) -> bool:
    """A number of pieces or hours, with at most three decimals."""
    return number.is_finite() and 0 <= number <= most and number == round(number, 3)


def is_money(amount: Decimal) -> bool:
    """Yuan to the fen, neither negative nor absurd."""
    return amount.is_finite() and 0 <= amount <= MOST_MONEY and amount == round(amount, 2)


def promise(promised_at: datetime | None, now: datetime, *, needed: bool) -> None:
    """A promised completion lies ahead."""
    if promised_at is None:
        if needed:
            raise UserError("intake.promise_missing", field="promised_at")
    elif promised_at <= now:
        raise UserError("intake.promise_past", field="promised_at")


def agreement(
    items: Sequence[object], promised_at: datetime | None, read_back: bool, now: datetime
) -> None:
    """What must stand before the customer can have agreed: work, a time, and words read back."""
    checking = Checking()
    checking.need(items, "intake.items_missing", "items")
    checking.of(promise, promised_at, now, needed=True)
    checking.need(read_back, "intake.read_back_missing", "read_back")
    checking.done()


def change(given: ChangeInput, now: datetime) -> ChangeInput:
    """``given`` as it is stored: nothing about a change is left unsaid."""
    checking = Checking()
    clean = replace(
        given,
        what=checking.of(text.note, given.what, "what") or "",
        why=checking.of(text.note, given.why, "why") or "",
        asked_whom=checking.of(text.line, given.asked_whom, "asked_whom") or "",
        items=None if given.items is None else checking.of(work, given.items),
    )
    checking.need(clean.what, "intake.change_what", "what")
    checking.need(clean.why, "intake.change_why", "why")
    checking.need(clean.asked_whom, "intake.change_whom", "asked_whom")
    checking.need(clean.asked_how, "intake.change_how", "asked_how")
    checking.need(clean.agreed is not None, "intake.change_answer", "agreed")
    checking.need(clean.items != (), "intake.items_missing", "items")
    checking.of(promise, clean.promised_at, now, needed=False)
    checking.done()
    return clean


def hand_over(
    given: HandOverInput, items: Sequence[Handed], agreed_total: Decimal
) -> HandOverInput:
    """``given`` as it is stored; more than was agreed to cannot be charged, to nobody.

    Declined work is not asked for: nothing is charged for it.
    """
    checking = Checking()
    charged: dict[Payer, Decimal] = dict.fromkeys(Payer, Decimal(0))
    for row, item in enumerate(items, start=1):
        amount = Decimal(0) if item.declined_why else given.amounts.get(item.id)
        if amount is None or not is_money(amount):
            checking.need(False, "intake.amount_missing", "amounts", row=row)
        else:
            charged[item.payer] += amount
    checking.done()
    km = given.next_maintenance_km
    own, agreed_own = charged[Payer.CUSTOMER], share_of(Payer.CUSTOMER, items)
    within = sum(charged.values()) <= agreed_total
    checking.need(within, "intake.above_agreed", "amounts", agreed=f"{agreed_total:,.2f}")
    if within and any(item.payer is not Payer.CUSTOMER for item in items):
        # What warranty or insurance leaves over is not the customer's to pay instead.
        said = f"{agreed_own:,.2f}"
        checking.need(own <= agreed_own, "intake.above_own_share", "amounts", agreed=said)
    checking.need(not own or given.pay_method, "intake.pay_method_missing", "pay_method")
    checking.need(km is None or 0 < km <= MOST_KM, "intake.mileage_range", "next_maintenance_km")
    clean = replace(
        given,
        replaced_parts=checking.of(text.note, given.replaced_parts, "replaced_parts") or "",
        advice=checking.of(text.note, given.advice, "advice") or "",
    )
    checking.done()
    return clean
