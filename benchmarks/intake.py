"""A durable intake save: the service call beside the bare engine committing the same rows."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, side_by_side
from frontdesk.models.enums import WorkKind
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import IN_HOUSE
from frontdesk.services.intake.inputs import Arrival, IntakeInput, Told, WorkItem
from frontdesk.services.registry import Services

_EACH = 150
_WARM = 10
_TYPED = ("机油", "gh", "by", "sha che", "5w30")
_BARE_NUMBER = "B-2026"


def measure(ground: Ground) -> list[Row]:
    """The rows of one save (a visit with two items, its audit entry), and of what is looked at."""
    services = ground.services
    with services.desk.read() as session:
        here = select(Visit.vehicle_id).where(Visit.status.in_(IN_HOUSE))
        cars = session.scalars(
            select(Vehicle.id).where(Vehicle.id.not_in(here)).limit(_EACH + _WARM)
        ).all()
    drawn = cars[_WARM:]
    with ground.bare() as connection:
        bare = _Bare(connection, services.intake.register(_intake(services, cars[0])))
        for car in cars[1:_WARM]:
            services.intake.register(_intake(services, car))
            bare.save(car)
        ours, limit = side_by_side(
            drawn, lambda car: services.intake.register(_intake(services, car)), bare.save
        )
    opened = each_timed(drawn, services.intake.prepare)
    board = each_timed(range(_EACH), lambda _: services.intake.board())
    prices = each_timed(_TYPED * (_EACH // len(_TYPED)), services.prices.find)
    day, week = (
        each_timed(
            range(_EACH),
            lambda _, days=days: services.appointments.board(services.desk.today, days),  # type: ignore[misc]
        )
        for days in (1, 7)
    )
    return [
        row("intake: save", ours, limit),
        row("intake: find what matters now", opened),
        row("intake: board of the house", board),
        row("intake: a line of the price list", prices),
        row("intake: day of appointments", day),
        row("intake: week of appointments", week),
    ]


def _intake(services: Services, vehicle_id: str) -> IntakeInput:
    return IntakeInput(
        vehicle_id,
        arrival=Arrival("李娜", "13800138000", 12_000, 4, "左前门划痕", "儿童座椅"),
        told=Told("早上冷车起步时刹车有吱吱声", why="保养", when_happens="早上"),
        items=(
            WorkItem(
                WorkKind.MAINTENANCE,
                "更换机油机滤",
                Decimal(120),
                "机油",
                Decimal("4.5"),
                Decimal(90),
            ),
            WorkItem(WorkKind.FREE_CHECK, "全车检测"),
        ),
        promised_at=services.desk.now + timedelta(hours=4),
        read_back=True,
        agreed=True,
    )


class _Bare:
    """Writes the rows of one real save again and again, under other ids, in SQL alone."""

    def __init__(self, connection: Any, visit_id: str) -> None:
        self._run = connection.execute
        self._count = 0
        self._visit = self._read("visit", "id", visit_id)[0]
        self._items = self._read("visit_item", "visit_id", visit_id)
        self._audit = self._read("audit_entry", "subject_id", visit_id)[0]

    def save(self, vehicle_id: str) -> None:
        """One transaction with everything a save keeps."""
        self._count += 1
        visit_id = new_id()
        run = self._run
        run("BEGIN IMMEDIATE")
        run("UPDATE number_sequence SET last = last WHERE prefix = 'V' AND year = 2026")
        number = f"{_BARE_NUMBER}-{self._count:06d}"
        self._insert(
            "visit", self._visit | {"id": visit_id, "number": number, "vehicle_id": vehicle_id}
        )
        for item in self._items:
            self._insert("visit_item", item | {"id": new_id(), "visit_id": visit_id})
        run("UPDATE audit_head SET sequence = sequence + 1")
        (entry,) = run("SELECT sequence FROM audit_head").fetchone()
        self._insert("audit_entry", self._audit | {"sequence": entry, "subject_id": visit_id})
        owner = "(SELECT customer_id FROM vehicle WHERE id = ?)"
        day = f"2026-12-{self._count % 28 + 1:02d}"
        run(f"UPDATE customer SET last_visit_on = ? WHERE id = {owner}", (day, vehicle_id))
        run(f"UPDATE search_doc SET newest_on = ? WHERE customer_id = {owner}", (day, vehicle_id))
        run("COMMIT")

    def _read(self, table: str, column: str, key: str) -> list[dict[str, Any]]:
        cursor = self._run(f"SELECT * FROM {table} WHERE {column} = ?", (key,))
        names = [each[0] for each in cursor.description]
        return [dict(zip(names, found, strict=True)) for found in cursor.fetchall()]

    def _insert(self, table: str, values: dict[str, Any]) -> None:
        places = ", ".join("?" for _ in values)
        self._run(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", tuple(values.values())
        )
