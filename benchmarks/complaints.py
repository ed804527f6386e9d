"""Complaints: the statistics of a year, the list, opening a ticket, registering one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from benchmarks.bulk import KEY
from benchmarks.rows import Row, row, side_by_side
from frontdesk.models.base import new_id
from frontdesk.models.categories import DEFAULT_TREE
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel
from frontdesk.models.journal import NumberSequence
from frontdesk.services.complaints.dto import RegisterComplaint
from frontdesk.services.registry import Services
from frontdesk.store.engine import connect, tune

A_DAY = 20
"""Complaints registered a day: three in a hundred of the visits a store of 100,000 files has."""
DAYS = 730
OPEN = 60

_YEAR_STARTS, _YEAR_ENDS = "2025-12-31T16:00:00.000000Z", "2026-12-31T16:00:00.000000Z"
_STATISTICS = """
    SELECT category, department, substr(registered_at, 1, 7) AS month, count(*),
        count(CASE WHEN valid = 1 THEN 1 END), count(signed_off_at),
        count(CASE WHEN signed_off_at <= due_at THEN 1 END),
        total(unixepoch(signed_off_at, 'subsec') - unixepoch(registered_at, 'subsec')),
        count(satisfied_after), count(CASE WHEN satisfied_after = 1 THEN 1 END),
        count(repeats_id), sum(cost_fen)
    FROM complaint WHERE registered_at >= ? AND registered_at < ?
    GROUP BY category, department, month
"""
_FIELDS = """
    SELECT c.id, c.number, c.version, c.state, c.round, c.level, c.safety, c.category,
        c.customer_id, k.name, v.plate, c.department, c.handler_id, h.name, c.about_staff_id,
        b.advisor_id, c.registered_at, c.due_at, c.dispatched_at, c.return_due_at,
        c.signed_off_at, c.acknowledged_at, c.repeats_id
    FROM complaint c JOIN customer k ON k.id = c.customer_id
    LEFT JOIN vehicle v ON v.id = c.vehicle_id LEFT JOIN staff_member h ON h.id = c.handler_id
    LEFT JOIN visit b ON b.id = c.visit_id
"""
_OPEN = _FIELDS + "WHERE c.state != 'filed' ORDER BY c.due_at"
_FILED = _FIELDS + "WHERE c.state = 'filed' ORDER BY c.registered_at DESC LIMIT ?"


def measure(services: Services) -> list[Row]:
    """The rows of the complaint desk, in a store filled with two years of tickets."""
    fill(services)
    connection = connect(services.desk.store.folder.database, KEY)
    tune(connection)
    first, last = services.desk.today.replace(month=1, day=1), services.desk.today
    last = last.replace(month=12, day=31)

    def bare_list(_: object) -> None:
        found = connection.execute(_OPEN).fetchall()
        connection.execute(_FILED, (500 - len(found),)).fetchall()

    rows = [
        row(
            "complaints: statistics of a year",
            *side_by_side(
                range(30),
                lambda _: services.statistics.complaints(first, last),
                lambda _: connection.execute(_STATISTICS, (_YEAR_STARTS, _YEAR_ENDS)).fetchall(),
            ),
        ),
        row(
            "complaints: list of 500",
            *side_by_side(range(30), lambda _: services.complaints.list(), bare_list),
        ),
    ]
    with services.desk.read() as session:
        tickets = session.scalars(select(Complaint.id).limit(60)).all()
        customers = session.scalars(select(Customer.id).limit(60)).all()
    opened, _ = side_by_side(tickets, services.complaints.open, len)
    kept, _ = side_by_side(customers, lambda each: services.complaints.register(_given(each)), len)
    connection.close()
    return [*rows, row("complaints: open a ticket", opened), row("complaints: register", kept)]


def _given(customer_id: str) -> RegisterComplaint:
    return RegisterComplaint(
        customer_id,
        words="空调修了两次还是不凉",
        channel=ComplaintChannel.PHONE,
        category="repair_quality.not_fixed",
        level=ComplaintLevel.COMPLAINT_NORMAL,
    )


def fill(services: Services, seed: int = 11) -> None:
    """Two years of tickets with their first entries, the newest ones open."""
    desk = services.desk
    with desk.read() as session:
        owners = session.execute(select(Customer.id).limit(5_000)).scalars().all()
    with desk.write() as work:
        work.session.merge(NumberSequence(prefix="C", year=desk.today.year, last=900_000))
    connection = connect(desk.store.folder.database, KEY)
    tune(connection)
    connection.execute("BEGIN IMMEDIATE")
    made = list(_tickets(random.Random(seed), list(owners), desk.actor.id, desk.now))
    places = ", ".join("?" * len(_COLUMNS))
    connection.executemany(f"INSERT INTO complaint ({', '.join(_COLUMNS)}) VALUES ({places})", made)
    connection.executemany(
        "INSERT INTO complaint_entry (id, complaint_id, position, round, step, at, by, said)"
        " VALUES (?, ?, 1, 1, 'registered', ?, ?, '{}')",
        [(new_id(), each[0], each[9], desk.actor.id) for each in made],
    )
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


_COLUMNS = (
    "id", "version", "number", "state", "round", "customer_id", "category", "level", "channel",
    "registered_at", "registered_by", "due_at", "complainant", "words", "safety", "valid",
    "department", "signed_off_at", "satisfied_after", "cost_fen", "prints",
)  # fmt: skip


def _tickets(
    rng: random.Random, owners: list[str], staff_id: str, now: datetime
) -> Iterator[tuple[Any, ...]]:
    leaves = [leaf.key for group in DEFAULT_TREE.groups for leaf in group.leaves]
    levels = [level.value for level in ComplaintLevel]
    total = A_DAY * DAYS
    for serial in range(total):
        at = now - timedelta(days=DAYS) * (1 - serial / total)
        waiting = serial >= total - OPEN
        done = None if waiting else _text(at + timedelta(hours=rng.expovariate(1 / 18)))
        department = rng.choice(("service", "service", "sales"))
        yield (
            new_id(), 1, f"C-{at.year}-{serial:06d}", "to_judge" if waiting else "filed", 1,
            rng.choice(owners), rng.choice(leaves), rng.choice(levels), "phone", _text(at),
            staff_id, _text(at + timedelta(hours=24)), "顾客", "等了很久", 0,
            None if waiting else 1, None if waiting else department, done,
            None if waiting else int(rng.random() < 0.8), rng.randrange(50_000), 0,
        )  # fmt: skip


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
