"""What falls due: made from nothing over five years of visits, and for one day's events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from time import perf_counter
from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, row, timed
from frontdesk.clock import Clock, FixedClock
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.callbacks.sharing import share_in_short_acts
from frontdesk.services.desk import Desk, UnitOfWork

_DAYS = 14
_CARS = 400
"""Handed over a day."""
_A_DAY = timedelta(days=1)
_BEGUN = perf_counter()
_SHIFTS = (730, 1_460)
"""The sample has two years of visits: told again so many days before, they are more than five."""


class _Running:
    """The clock of the sample, running: acts are as long as time tells, ids follow each other."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """The moment of the sample, and what has gone by since the process began."""
        return self._clock.now() + timedelta(seconds=perf_counter() - _BEGUN)

    def zone(self) -> tzinfo | None:
        """As the sample."""
        return self._clock.zone()

    def steady(self) -> float:
        """As it goes by."""
        return perf_counter()


class _Watched(Desk):
    """Notes how long each act holds the store against others who write, in milliseconds."""

    def __init__(self, desk: Desk) -> None:
        clock = _Running(desk.clock)
        super().__init__(desk.store, desk.actor, clock, desk.rules, desk.profile)
        self.held: list[float] = []

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """As ever."""
        begin = perf_counter()
        with super().write() as work:
            yield work
        self.held.append((perf_counter() - begin) * 1000)


def measure(ground: Ground) -> list[Row]:
    """The rows of deriving; they come last, for they fill the store with calls."""
    desk = _Watched(ground.services.desk)
    _five_years(ground)
    _nothing_made(ground)
    first = timed(lambda: derive(desk, whole=True))
    shared = timed(lambda: share_in_short_acts(desk))
    again = timed(lambda: derive(desk, whole=True))
    days: list[float] = []
    bare: list[float] = []
    clock = ground.services.desk.clock
    for day in range(_DAYS):
        if isinstance(clock, FixedClock):
            clock.move(_A_DAY)
        _hand_overs_of_today(ground, called=day % 2 == 0)
        (days if day % 2 == 0 else bare).append(timed(lambda: derive(desk)))
    if isinstance(clock, FixedClock):
        clock.move(-_DAYS * _A_DAY)
    return [
        row("deriving: from nothing, five years of visits", [first]),
        row("deriving: sharing all of it out", [shared]),
        row("deriving: everything looked at again", [again]),
        row("deriving: one day's events", days[1:]),
        row("deriving: one day's events, no call made as a car left", bare),
        row("deriving: a save may have to wait", desk.held),
    ]


def _five_years(ground: Ground) -> None:
    """Tell the visits of the sample again in the years before."""
    with ground.bare() as connection:
        columns = [line[1] for line in connection.execute("PRAGMA table_info(visit)")]
        connection.execute("BEGIN IMMEDIATE")
        for days in _SHIFTS:
            told = ", ".join(_earlier(column, days) for column in columns)
            connection.execute(
                f"INSERT OR IGNORE INTO visit ({', '.join(columns)}) SELECT {told} FROM visit "
                "WHERE status = 'handed_over' AND length(id) = 36"
            )
        connection.execute("COMMIT")


def _earlier(column: str, days: int) -> str:
    if column == "id":
        return f"id || '-{days}'"
    if column == "number":
        return f"number || '-{days}'"
    if column.endswith("_on"):
        return f"date({column}, '-{days} days')"
    if column.endswith("_at") or column == "booked_for":
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', {column}, '-{days} days')"
    return column


def _nothing_made(ground: Ground) -> None:
    """Take the calls of the sample away."""
    with ground.bare() as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for table in ("call_answer", "call_attempt", "callback"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE complaint SET callback_id = NULL")
        connection.execute("COMMIT")


def _hand_overs_of_today(ground: Ground, *, called: bool) -> None:
    """As many cars leave as on a usual day, each for its customer's next visit.

    Each leaves its entries in the trail, as do the files looked at; ``called``: the calls of these
    visits are made as the cars leave, as the program makes them.
    """
    desk = ground.services.desk
    today: Any = desk.today.isoformat()
    with ground.bare() as connection:
        columns = [line[1] for line in connection.execute("PRAGMA table_info(visit)")]
        told = ", ".join(_today(column, today) for column in columns)
        connection.execute("BEGIN IMMEDIATE")
        left = connection.execute(
            f"INSERT INTO visit ({', '.join(columns)}) SELECT {told} FROM visit "
            "WHERE status = 'handed_over' AND length(id) = 36 AND arrived_on "
            "BETWEEN date(?, '-400 days') AND date(?, '-399 days') LIMIT ? "
            "RETURNING id, customer_id",
            (today, today, _CARS),
        ).fetchall()
        connection.execute("COMMIT")
    for visit, _ in left if called else ():
        with desk.write() as work:
            due_after_service(work, visit)
    with desk.write() as work:
        for action in ("visit.intake", "visit.estimate", "visit.agree", "visit.hand_over"):
            work.audit_many(action, "visit", ((visit, {}) for visit, _ in left))
        work.audit_many("customer.reveal_phones", "customer", ((one, {}) for _, one in left))


def _today(column: str, today: str) -> str:
    if column == "id":
        return f"'{today}-' || id"
    if column == "number":
        return f"'{today}-' || number"
    if column in ("arrived_on", "handed_over_on"):
        return f"'{today}'"
    return column
