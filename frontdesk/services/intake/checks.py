"""Checks of what the desk hands in; every fault is told at once, beside its own field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from decimal import Decimal
from typing import ParamSpec, TypeVar

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.values import phone, text
from frontdesk.models.visit_rules import total
from frontdesk.services.intake.inputs import Arrival, ChangeInput, HandOverInput, Told, WorkItem

MOST_MONEY = Decimal("9999999.99")
MOST_PIECES = Decimal(9_999)
MOST_KM = 3_000_000
FULL_TANK = 8

_P = ParamSpec("_P")
_T = TypeVar("_T")


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
        checking.need(_is_money(amount), "intake.item_money", "items", row=row)
    pieces = item.quantity
    plausible = pieces.is_finite() and 0 <= pieces <= MOST_PIECES
    checking.need(
        plausible and pieces == round(pieces, 3), "intake.item_quantity", "items", row=row
    )
    part = checking.of(text.line, item.part, "items") or ""
    checking.need(part or not item.unit_price, "intake.item_part", "items", row=row)
    checking.done()
    return replace(item, description=description or "", part=part)


def _is_money(amount: Decimal) -> bool:
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
    given: HandOverInput, item_ids: Sequence[str], agreed_total: Decimal
) -> HandOverInput:
    """``given`` as it is stored; more than was agreed to cannot be charged."""
    checking = Checking()
    for row, item_id in enumerate(item_ids, start=1):
        amount = given.amounts.get(item_id)
        checking.need(
            amount is not None and _is_money(amount), "intake.amount_missing", "amounts", row=row
        )
    checking.done()
    charged = sum((given.amounts[item_id] for item_id in item_ids), start=Decimal(0))
    km = given.next_maintenance_km
    checking.need(
        charged <= agreed_total, "intake.above_agreed", "amounts", agreed=f"{agreed_total:,.2f}"
    )
    checking.need(not charged or given.pay_method, "intake.pay_method_missing", "pay_method")
    checking.need(km is None or 0 < km <= MOST_KM, "intake.mileage_range", "next_maintenance_km")
    clean = replace(
        given,
        replaced_parts=checking.of(text.note, given.replaced_parts, "replaced_parts") or "",
        advice=checking.of(text.note, given.advice, "advice") or "",
    )
    checking.done()
    return clean
