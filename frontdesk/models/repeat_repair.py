"""When the same concern again is a repeat repair (返修, domain §3), and the first-time-fix rate.

Pure functions. A repair that did not hold is one of the same defect within so many days *and* so
many kilometres of the one before; kilometres nobody read do not count against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from frontdesk.models.enums import DefectArea
from frontdesk.models.rules import Rules


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair that was done: when the car left, at which mileage, and where the fault lay."""

    visit_id: str
    on: date
    km: int | None
    defect: DefectArea | None


@dataclass(frozen=True, slots=True)
class FirstTimeFix:
    """``fixed`` of ``repairs`` did not come back."""

    repairs: int
    repeated: int

    @property
    def share(self) -> float | None:
        """``None`` where nothing was repaired."""
        return None if not self.repairs else (self.repairs - self.repeated) / self.repairs


def within(before: Repair, on: date, km: int | None, rules: Rules) -> bool:
    """Whether a car here on ``on`` at ``km`` is still inside the limits of ``before``."""
    days = (on - before.on).days
    if not 0 <= days <= rules.repeat_repair_days:
        return False
    if km is None or before.km is None or km < before.km:
        return True  # an odometer nobody read, or read wrong, decides nothing
    return km - before.km <= rules.repeat_repair_km


def proposed(
    repairs: Iterable[Repair], defect: DefectArea | None, on: date, km: int | None, rules: Rules
) -> Repair | None:
    """The newest repair of the same defect inside the limits; none while the defect is not told."""
    if defect is None:
        return None
    same = [r for r in repairs if r.defect is defect and within(r, on, km, rules)]
    return max(same, key=lambda repair: repair.on, default=None)
