"""Classes and segments over all customers; the first night fills the store, so they come late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from benchmarks.ground import Ground
from benchmarks.moment import CLOCK
from benchmarks.rows import Row, each_timed, row, timed
from frontdesk.clock import FixedClock
from frontdesk.models.enums import AgeBand, Badge, ValueClass, VehicleUse
from frontdesk.services.classes import night
from frontdesk.services.desk import Desk
from frontdesk.services.segments.inputs import Criteria

_NIGHTS = 4
_DAY = CLOCK.now().date()
_TIMES = 20
_ASKED = {
    "class": Criteria(classes=(ValueClass.A, ValueClass.B), may_call=True),
    "lost": Criteria(lost=True),
    "badge and occupation": Criteria(badges=(Badge.OFTEN,), occupation="师"),
    "use of cars": Criteria(uses=(VehicleUse.PRIVATE,)),
    "age of cars and class": Criteria(ages=(AgeBand.IN_WARRANTY,), classes=(ValueClass.A,)),
    "model of cars": Criteria(model="GL8"),
    "card": Criteria(members=True),
    "address": Criteria(address="路"),
    "newest visit, two years": Criteria(visited_from=_DAY - timedelta(days=700)),
    "newest visit, three weeks": Criteria(visited_from=_DAY - timedelta(days=21)),
    "newest visit and class": Criteria(
        visited_from=_DAY - timedelta(days=700), classes=(ValueClass.B,)
    ),
    "maintenance due in a year": Criteria(maintenance_due=365),
    "insurance due in a month": Criteria(insurance_due=30),
}


def measure(ground: Ground) -> list[Row]:
    """The rows of classes, then those of segments by what they ask for."""
    desk = ground.services.desk
    first, whole = _night(desk), _night(desk, whole=True)
    nights = list(_nights(desk))
    customers = [each.id for each in ground.services.customers.list(limit=_TIMES).rows]
    segments = ground.services.segments
    return [
        row("classes: the first night", [first]),
        row("classes: everybody looked at again", [whole]),
        row("classes: a night", nights),
        row(
            "classes: one customer's, with reasons",
            each_timed(customers, ground.services.classes.of),
        ),
        *(
            row(
                f"segment: count by {name}",
                each_timed(range(_TIMES), lambda _, asked=asked: segments.count(asked)),  # type: ignore[misc]
            )
            for name, asked in _ASKED.items()
        ),
    ]


def _night(desk: Desk, *, whole: bool = False) -> float:
    return timed(lambda: night.go_over(desk, whole=whole))


def _nights(desk: Desk) -> Iterator[float]:
    clock = desk.clock
    for _ in range(_NIGHTS):
        if isinstance(clock, FixedClock):
            clock.move(timedelta(days=1))
        yield _night(desk)
    if isinstance(clock, FixedClock):
        clock.move(-_NIGHTS * timedelta(days=1))
