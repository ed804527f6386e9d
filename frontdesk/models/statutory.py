"""三包: how near a car is to the limits at which it may have to be exchanged (domain §3).

Pure functions. The period is bounded by months since purchase and by kilometres, whichever comes
first, and concerns private cars. Each figure is one of ``Rules``: repairs of the same defect, days
in repair all together, and a serious safety fault that is still there after so many repairs.
A repair of less than a day counts as one day, as the rules of the state have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import ceil

from frontdesk.models.enums import DefectArea, VehicleUse
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules

_DAY_SECONDS = 86_400


class Tripwire(StrEnum):
    """Which limit."""

    SAFETY = "safety"
    REPAIRS = "repairs"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class RepairSpell:
    """One stay in the workshop for a defect of the car, from arrival until it was ready."""

    since: datetime
    until: datetime
    defect: DefectArea | None
    safety: bool = False

    @property
    def days(self) -> int:
        """Days begun, at least one."""
        return max(1, ceil((self.until - self.since).total_seconds() / _DAY_SECONDS))


@dataclass(frozen=True, slots=True)
class Watch:
    """``count`` of ``limit``. ``over``: the limit is passed; else the next one passes it."""

    wire: Tripwire
    count: int
    limit: int
    defect: DefectArea | None = None
    over: bool = False


def in_period(
    purchased_on: date | None, use: VehicleUse, km: int | None, on: date, rules: Rules
) -> bool:
    """Whether the car is a private one inside months and kilometres; unknown km do not end it."""
    if purchased_on is None or use is not VehicleUse.PRIVATE or on < purchased_on:
        return False
    if on > plus_months(purchased_on, rules.statutory_months):
        return False
    return km is None or km <= rules.statutory_km


def watch(repairs: Sequence[RepairSpell], rules: Rules) -> tuple[Watch, ...]:
    """Every limit that is passed or will be by the next repair, the gravest first."""
    found = [
        *_safety(repairs, rules.statutory_safety_repairs),
        *_same_defect(repairs, rules.statutory_repairs),
        *_days(repairs, rules.statutory_days),
    ]
    return tuple(sorted(found, key=lambda each: (not each.over, list(Tripwire).index(each.wire))))


def _counted(repairs: Iterable[RepairSpell]) -> Counter[DefectArea]:
    return Counter(repair.defect for repair in repairs if repair.defect is not None)


def _safety(repairs: Iterable[RepairSpell], limit: int) -> Iterable[Watch]:
    """Repaired so often and here again: a third visit for it is past a limit of two."""
    for defect, count in _counted(r for r in repairs if r.safety).items():
        if count >= limit:
            yield Watch(Tripwire.SAFETY, count, limit, defect, over=count > limit)


def _same_defect(repairs: Iterable[RepairSpell], limit: int) -> Iterable[Watch]:
    for defect, count in _counted(repairs).items():
        if count >= limit:
            yield Watch(Tripwire.REPAIRS, count, limit, defect, over=count > limit)


def _days(repairs: Iterable[RepairSpell], limit: int) -> Iterable[Watch]:
    """From four fifths of the limit on there is something to be done about it."""
    days = sum(repair.days for repair in repairs)
    if days * 5 >= limit * 4:
        yield Watch(Tripwire.DAYS, days, limit, over=days > limit)
