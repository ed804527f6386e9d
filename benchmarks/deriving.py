"""What falls due: made from nothing over five years of visits, and for one day's events."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter
from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, row
from frontdesk.clock import FixedClock
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.callbacks.sharing import share_out
from frontdesk.services.desk import Desk

_DAYS = 12
_CARS = 400
"""Handed over a day."""
_A_DAY = timedelta(days=1)
_SHIFTS = (730, 1_460)
"""The sample has two years of visits: told again so many days before, they are more than five."""


def measure(ground: Ground) -> list[Row]:
    """The rows of deriving; they come last, for they fill the store with calls."""
    desk = ground.services.desk
    _five_years(ground)
    _nothing_made(ground)
    first, shared = _derived(desk, whole=True), _shared(desk)
    again = _derived(desk, whole=True)
    days: list[float] = []
    clock = desk.clock
    for _ in range(_DAYS):
        if isinstance(clock, FixedClock):
            clock.move(_A_DAY)
        _hand_overs_of_today(ground)
        days.append(_derived(desk))
    if isinstance(clock, FixedClock):
        clock.move(-_DAYS * _A_DAY)
    return [
        row("deriving: from nothing, five years of visits", [first]),
        row("deriving: sharing all of it out", [shared]),
        row("deriving: everything looked at again", [again]),
        row("deriving: one day's events", days[1:]),
    ]


def _derived(desk: Desk, *, whole: bool = False) -> float:
    begin = perf_counter()
    with desk.write() as work:
        derive(work, whole=whole)
    return (perf_counter() - begin) * 1000


def _shared(desk: Desk) -> float:
    begin = perf_counter()
    with desk.write() as work:
        share_out(work)
    return (perf_counter() - begin) * 1000


def _five_years(ground: Ground) -> None:
    """Tell the visits of the sample again in the years before."""
    with ground.bare() as connection:
        columns = [line[1] for line in connection.execute("PRAGMA table_info(visit)")]
        connection.execute("BEGIN IMMEDIATE")
        for days in _SHIFTS:
            told = ", ".join(_earlier(column, days) for column in columns)
            connection.execute(
                f"INSERT INTO visit ({', '.join(columns)}) SELECT {told} FROM visit "
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


def _hand_overs_of_today(ground: Ground) -> None:
    """As many cars leave as on a usual day; their calls are not made at the event.

    Each leaves its entries in the trail, as do the calls made and the files looked at.
    """
    desk = ground.services.desk
    today: Any = desk.today.isoformat()
    with ground.bare() as connection:
        left = connection.execute(
            "SELECT id, customer_id FROM visit WHERE handed_over_on BETWEEN date(?, '-400 days') "
            "AND date(?, '-395 days') LIMIT ?",
            (today, today, _CARS),
        ).fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            f"UPDATE visit SET arrived_on = '{today}', handed_over_on = '{today}' WHERE id = ?",
            [(visit,) for visit, _ in left],
        )
        connection.execute("COMMIT")
    with desk.write() as work:
        for action in ("visit.intake", "visit.estimate", "visit.agree", "visit.hand_over"):
            work.audit_many(action, "visit", ((visit, {}) for visit, _ in left))
        work.audit_many("customer.reveal_phones", "customer", ((one, {}) for _, one in left))
