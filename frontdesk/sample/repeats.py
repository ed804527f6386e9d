"""Repairs that did not hold (返修), and orders that were not placed of late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from frontdesk.sample.calls import CallMaker
from frontdesk.sample.seeded import Seeded
from frontdesk.sample.tickets import TicketMaker
from frontdesk.sample.visits import REDONE, CarOfVisit, VisitMaker

_PER_CENT = 6
_LATEST_DAYS = 45
_BEFORE_DAYS = 16
"""So long ago was the repair for which a car is back today."""


class RepeatMaker:
    """Brings cars back. It and its makers share a source of chance that is theirs alone."""

    def __init__(
        self, seeded: Seeded, visits: VisitMaker, calls: CallMaker, tickets: TicketMaker
    ) -> None:
        self._seeded = seeded
        self._visits = visits
        self._calls = calls
        self._tickets = tickets

    def maybe(
        self, first: dict[str, Any], car: CarOfVisit, end: date, *, calls: bool
    ) -> dict[str, Any] | None:
        """The visit by ``end`` because the repair of ``first`` did not hold."""
        seeded = self._seeded
        if first["defect"] is None or not seeded.chance(_PER_CENT):
            return None
        day = first["handed_over_on"] + timedelta(days=seeded.random.randrange(3, _LATEST_DAYS))
        day += timedelta(days=day.weekday() == 6)
        if day > end:
            return None
        again = self._visits.again(car, first, day)
        self._after(again, car, calls=calls)
        return again

    def here_again(
        self,
        here: dict[str, Any],
        car: CarOfVisit,
        last: dict[str, Any] | None,
        *,
        calls: bool,
    ) -> date | None:
        """Let the car that has arrived be back for a repair of late; the day of that one."""
        seeded = self._seeded
        day = seeded.workday_back(_BEFORE_DAYS)
        if day <= car.delivered_on or (last is not None and last["arrived_on"] >= day):
            return None
        defect = seeded.pick(tuple(REDONE))
        first = self._visits.repaired(car, day, defect)
        self._after(first, car, calls=calls)
        here.update(repeat_of_id=first["id"], defect=defect, words=REDONE[defect].words)
        return day

    def declined(self, car: CarOfVisit, last: dict[str, Any] | None) -> dict[str, Any] | None:
        """An order that was not placed yesterday, by a car that was not here of late."""
        day = self._seeded.workday_back(1)
        if day <= car.delivered_on or (last is not None and (day - last["arrived_on"]).days < 30):
            return None
        return self._visits.declined(car, day)

    def _after(self, visit: dict[str, Any], car: CarOfVisit, *, calls: bool) -> None:
        unhappy = self._calls.after_service(visit) if calls else None
        self._tickets.maybe(visit, unhappy, car)
