"""From which state a visit goes to which, what it costs, and what looks wrong (domain §3).

Pure functions. Who may take a step is the permission ``DO_INTAKE`` of the service.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Protocol

from frontdesk.errors import UserError
from frontdesk.models.enums import ClockColour, Payer, VisitStatus
from frontdesk.models.maintenance import Reading
from frontdesk.models.rules import Rules

_S = VisitStatus
_FEN = Decimal("0.01")
_NOTHING = Decimal("0.00")

NEXT: Mapping[VisitStatus, frozenset[VisitStatus]] = MappingProxyType(
    {
        _S.BOOKED: frozenset({_S.ARRIVED, _S.NO_SHOW}),
        _S.ARRIVED: frozenset({_S.ESTIMATED, _S.DECLINED}),
        _S.ESTIMATED: frozenset({_S.ESTIMATED, _S.AGREED, _S.DECLINED}),
        _S.AGREED: frozenset({_S.IN_WORKSHOP, _S.DECLINED}),
        _S.IN_WORKSHOP: frozenset({_S.READY, _S.DECLINED}),
        _S.READY: frozenset({_S.IN_WORKSHOP, _S.HANDED_OVER}),
        _S.HANDED_OVER: frozenset(),
        _S.DECLINED: frozenset(),
        _S.NO_SHOW: frozenset({_S.ARRIVED, _S.BOOKED}),
    }
)
"""Every step there is (domain §3, point 6).

An estimate is mended until the customer agrees; a car that fails the final check goes back into the
workshop; who missed the appointment may still come, or was marked so by mistake.
"""

IN_HOUSE = (_S.ARRIVED, _S.ESTIMATED, _S.AGREED, _S.IN_WORKSHOP, _S.READY)
"""The car stands with us."""

BOUND = frozenset({_S.AGREED, _S.IN_WORKSHOP, _S.READY})
"""The customer has agreed: items, price and time change by a change record only."""

STEPS = (_S.BOOKED, *IN_HOUSE, _S.HANDED_OVER)
"""The way of a visit that goes well, in order."""


class Priced(Protocol):
    """Labour for the whole item, parts by the piece, what is taken off the line; yuan."""

    @property
    def labour(self) -> Decimal: ...
    @property
    def quantity(self) -> Decimal: ...
    @property
    def unit_price(self) -> Decimal: ...
    @property
    def discount(self) -> Decimal: ...
    @property
    def payer(self) -> Payer: ...
    @property
    def declined_why(self) -> str | None: ...


def can_go(status: VisitStatus, to: VisitStatus) -> bool:
    """Whether a visit in ``status`` may go to ``to``."""
    return to in NEXT[status]


def check_step(status: VisitStatus, to: VisitStatus) -> None:
    """Refuse a step the table does not have.

    Raises:
        UserError: ``visit.no_such_step``.
    """
    if not can_go(status, to):
        raise UserError("visit.no_such_step", status=status, to=to)


def labour_of(hours: Decimal, rate: Decimal) -> Decimal:
    """Hours at a rate in yuan an hour, to the fen, half up."""
    return (hours * rate).quantize(_FEN, ROUND_HALF_UP)


def list_price(item: Priced) -> Decimal:
    """Labour and parts of one item in yuan, to the fen, half up, before the discount."""
    return (item.labour + item.quantity * item.unit_price).quantize(_FEN, ROUND_HALF_UP)


def line_total(item: Priced) -> Decimal:
    """What one item comes to: its list price less the discount; nothing for declined work."""
    return _NOTHING if item.declined_why else list_price(item) - item.discount


def total(items: Iterable[Priced]) -> Decimal:
    """The sum of the lines as each of them is printed, whoever pays."""
    return sum((line_total(item) for item in items), start=_NOTHING)


def by_payer(items: Iterable[Priced]) -> dict[Payer, Decimal]:
    """Who pays how much of the sum, in the order of ``Payer``; those who pay nothing left out."""
    sums = dict.fromkeys(Payer, _NOTHING)
    for item in items:
        sums[item.payer] += line_total(item)
    return {payer: sum_ for payer, sum_ in sums.items() if sum_}


def share_of(payer: Payer, items: Iterable[Priced]) -> Decimal:
    """What ``payer`` pays of the sum."""
    return by_payer(items).get(payer, _NOTHING)


def mileage_warning(km: int, last: Reading | None, on: date, rules: Rules) -> UserError | None:
    """What looks wrong about a mileage: lower than last time, or more than anyone drives."""
    if last is None:
        return None
    if km < last.km:
        return UserError("visit.mileage_lower", field="mileage_km", last=f"{last.km:,}", on=last.on)
    daily = Decimal(km - last.km) / max(1, (on - last.on).days)
    if daily > rules.implausible_daily_km:
        a_day = f"{int(daily.to_integral_value(ROUND_HALF_UP)):,}"
        return UserError(
            "visit.mileage_jump", field="mileage_km", last=f"{last.km:,}", on=last.on, a_day=a_day
        )
    return None


def promise_colour(
    status: VisitStatus, promised_at: datetime | None, now: datetime, rules: Rules
) -> ClockColour:
    """How a promised completion stands: red when past, amber shortly before, stopped when kept."""
    if promised_at is None or status not in IN_HOUSE or status is _S.READY:
        return ClockColour.STOPPED
    if now > promised_at:
        return ClockColour.OVER
    if promised_at - now <= timedelta(minutes=rules.promise_at_risk_minutes):
        return ClockColour.SOON
    return ClockColour.OK
