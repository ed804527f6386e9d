"""Callbacks: the queue of what is due, and opening one call."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from benchmarks.bulk import KEY
from benchmarks.rows import Row, row, side_by_side
from frontdesk.models.base import new_id
from frontdesk.models.enums import Role
from frontdesk.models.staff import StaffMember
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from frontdesk.store.engine import connect, tune

CLOSED = 200_000
"""Calls made already: two years of a store of 100,000 files."""
WAITING = 1_200
"""Calls owed: three days of its hand-overs, some of them overdue."""
_TRIES = 40

_QUEUE = """
    SELECT c.id, c.number, c.version, c.kind, c.status, c.due_from, c.due_until, c.next_try_at,
        c.customer_id, k.name, v.plate, v.model,
        (SELECT number FROM customer_phone p WHERE p.customer_id = c.customer_id
         ORDER BY wrong, position LIMIT 1),
        (SELECT count(*) FROM call_attempt a WHERE a.callback_id = c.id), s.name, c.started_at
    FROM callback c JOIN customer k ON k.id = c.customer_id
    LEFT JOIN vehicle v ON v.id = c.vehicle_id LEFT JOIN staff_member s ON s.id = c.assigned_to
    WHERE c.status IN ('due', 'agreed_time', 'retry') AND c.due_from <= ?
    ORDER BY c.due_until LIMIT 200
"""
_COLUMNS = (
    "id", "version", "number", "kind", "occasion", "customer_id", "vehicle_id", "visit_id",
    "served_by", "status", "due_from", "due_until", "next_try_at", "script_key", "script_version",
    "satisfaction", "closed_on", "created_at",
)  # fmt: skip


def measure(services: Services) -> list[Row]:
    """The rows of the callback desk, in a store filled with two years of calls."""
    fill(services)
    specialist = _specialist(services)
    today = specialist.desk.today.isoformat()
    connection = connect(services.desk.store.folder.database, KEY)
    tune(connection)
    everything = QueueFilter(mine=False)
    queue, bare = side_by_side(
        range(_TRIES),
        lambda _: specialist.callbacks.queue(everything),
        lambda _: connection.execute(_QUEUE, (today,)).fetchall(),
    )
    ids = [call.id for call in specialist.callbacks.queue(everything)]
    opened, _ = side_by_side(ids[:_TRIES], specialist.callbacks.open, len)
    connection.close()
    return [row("callbacks: queue", queue, bare), row("callbacks: open a call", opened)]


def fill(services: Services, seed: int = 13) -> None:
    """Two years of calls along the visits of the store, the newest ones still owed."""
    desk = services.desk
    with desk.read() as session:
        visits = session.execute(
            select(Visit.id, Visit.customer_id, Visit.vehicle_id, Visit.advisor_id)
            .order_by(Visit.arrived_on.desc())
            .limit(CLOSED + WAITING)
        ).all()
    connection = connect(desk.store.folder.database, KEY)
    tune(connection)
    connection.execute("BEGIN IMMEDIATE")
    places = ", ".join("?" * len(_COLUMNS))
    connection.executemany(
        f"INSERT INTO callback ({', '.join(_COLUMNS)}) VALUES ({places})",
        _calls(random.Random(seed), visits, desk.today, desk.now),
    )
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _calls(
    rng: random.Random, visits: Any, today: date, now: datetime
) -> Iterator[tuple[Any, ...]]:
    at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    for serial, visit in enumerate(visits):
        owed = serial < WAITING
        days = rng.randrange(6) if owed else 4 + serial // 270
        due = today - timedelta(days=days)
        until = due + timedelta(days=2)
        retry = owed and rng.random() < 0.2
        yield (
            new_id(), 1, f"H-{due.year}-{serial:07d}", "after_service", visit[0], visit[1],
            visit[2], visit[0], visit[3], "retry" if retry else "due" if owed else "done",
            due.isoformat(), until.isoformat(), at if retry else None, "after_service", 1,
            None if owed else rng.choice(("satisfied", "satisfied", "average", "dissatisfied")),
            None if owed else until.isoformat(), at,
        )  # fmt: skip


def _specialist(services: Services) -> Services:
    """A CS specialist over the same store: the manager makes no calls."""
    desk = services.desk
    roles = frozenset({Role.CS_SPECIALIST})
    staff = StaffMember(id=new_id(), login="caller", name="客服")
    staff.roles = roles
    actor = Actor(staff.id, staff.login, staff.name, roles)
    with desk.write() as work:
        work.session.add(staff)
    return Services(Desk(desk.store, actor, desk.clock, desk.rules, desk.profile))
