"""A dealership of any size, made by the engine in seconds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.clock import FixedClock
from frontdesk.models.base import new_id
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import vin as vins
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.registry import Services
from frontdesk.services.search import index
from frontdesk.store.engine import connect, tune
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import create_store

KEY = bytes(range(32))
TODAY = date(2026, 11, 5)
VISITS_EACH = 3

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余"
    "于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤单仇欧"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华文辉建国玉兰红志海燕云飞鑫宇浩婷"
    "慧雪梅林峰斌波博倩琳欣怡嘉俊豪泽子轩梓涵一诺思远晨曦雨佳瑞凯晓东春生金凤鹏龙宏亮"
    "立新永福德光荣庆祥"
)
_CARS = (("凯越", "X5"), ("凯越", "S3"), ("远航", "E7"), ("远航", "H6"), ("星途", "L9"))
_PROVINCES = "粤粤粤粤粤粤湘赣桂闽"
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


def make(folder: Path, customers: int, seed: int = 7, visits_each: int = VISITS_EACH) -> Services:
    """A store of ``customers`` files, 1.2 cars each, in ``folder``; signed in as its manager."""
    data = DataFolder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    store = create_store(data, KEY)
    roles = frozenset({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    staff = StaffMember(id=new_id(), login="admin", name="店长")
    staff.roles = roles
    actor = Actor(staff.id, staff.login, staff.name, roles)
    with store.writing() as session:
        session.add(staff)
    connection = connect(data.database, KEY)
    tune(connection)
    connection.execute("BEGIN IMMEDIATE")
    tables = _Rows(random.Random(seed), customers, actor.id, visits_each)
    for table, columns in _COLUMNS.items():
        places = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
        connection.executemany(statement, getattr(tables, table)())
    connection.execute("COMMIT")
    connection.close()
    zone = ZoneInfo("Asia/Shanghai")
    clock = FixedClock(_at(TODAY, 10, zone), zone)
    desk = Desk(store, actor, clock, Rules(), Profile(name="远航汽车服务"))
    with desk.write() as work:
        index.rebuild(work.session)
    with store.writing() as session:
        session.connection().exec_driver_sql("ANALYZE")
    return Services(desk)


def _at(day: date, hour: int, zone: ZoneInfo) -> Any:
    from datetime import datetime, time

    return datetime.combine(day, time(hour), zone)


_COLUMNS: dict[str, tuple[str, ...]] = {
    "customer": (
        "id",
        "version",
        "number",
        "kind",
        "name",
        "gender",
        "source",
        "do_not_call",
        "created_at",
        "last_visit_on",
    ),
    "customer_phone": ("id", "customer_id", "position", "number", "owner", "wrong"),
    "vehicle": (
        "id",
        "version",
        "customer_id",
        "vin",
        "plate",
        "brand",
        "model",
        '"use"',
        "sold_here",
        "last_mileage_km",
        "last_visit_on",
    ),
    "vehicle_ownership": ("id", "vehicle_id", "customer_id"),
    "visit": (
        "id",
        "version",
        "number",
        "customer_id",
        "vehicle_id",
        "advisor_id",
        "status",
        "by_appointment",
        "opened_at",
        "arrived_at",
        "arrived_on",
        "words",
        "read_back",
        "handed_over_at",
        "handed_over_on",
        "mileage_km",
        "prints",
    ),
}


class _Rows:
    """The rows of each table, one after the other."""

    def __init__(self, rng: random.Random, customers: int, staff_id: str, visits: int) -> None:
        self._rng = rng
        self._staff_id = staff_id
        self._visits = visits
        self._ids = [new_id() for _ in range(customers)]
        self._seen = [TODAY - timedelta(days=int(rng.expovariate(1 / 300))) for _ in self._ids]
        self._cars = [
            (new_id(), owner) for owner in range(customers) for _ in range(1 + (rng.random() < 0.2))
        ]

    def customer(self) -> Iterator[tuple[Any, ...]]:
        rng = self._rng
        for at, id_ in enumerate(self._ids):
            name = rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=1 + (rng.random() < 0.8)))
            seen = self._seen[at]
            year = 2024 + at % 3
            number = f"K-{year}-{at // 3 + 1:06d}"
            created = f"{seen - timedelta(days=200)}T02:00:00.000000Z"
            gender = rng.choice(("male", "female"))
            yield id_, 1, number, "person", name, gender, "delivery", 0, created, str(seen)

    def customer_phone(self) -> Iterator[tuple[Any, ...]]:
        for id_ in self._ids:
            for position in range(1 + (self._rng.random() < 0.15)):
                number = f"1{self._rng.choice('35789')}{self._rng.randrange(10**9):09d}"
                yield new_id(), id_, position, number, "self", 0

    def vehicle(self) -> Iterator[tuple[Any, ...]]:
        rng = self._rng
        for serial, (id_, owner) in enumerate(self._cars, start=100_000):
            body = "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", k=3))
            vin = f"L{rng.choice(('SV', 'FV', 'BV'))}{body}180R2{serial:06d}"
            vin = vin[:8] + vins.check_digit(vin) + vin[9:]
            plate = rng.choice(_PROVINCES) + rng.choice("ABCDEFGH")
            plate += "".join(rng.choices(_SIGNS[-18:], k=5))
            brand, model = rng.choice(_CARS)
            km = rng.randrange(1_000, 150_000)
            seen = str(self._seen[owner])
            yield (
                id_, 1, self._ids[owner], vin, plate, brand, model, "private", 1, km, seen,
            )  # fmt: skip

    def vehicle_ownership(self) -> Iterator[tuple[Any, ...]]:
        for id_, owner in self._cars:
            yield new_id(), id_, self._ids[owner]

    def visit(self) -> Iterator[tuple[Any, ...]]:
        serial = 0
        for id_, owner in self._cars:
            for back in range(self._visits):
                serial += 1
                day = self._seen[owner] - timedelta(days=170 * back)
                moment = f"{day}T02:00:00.000000Z"
                number = f"V-{day.year}-{serial:06d}"
                yield (
                    new_id(), 1, number, self._ids[owner], id_, self._staff_id, "handed_over", 0,
                    moment, moment, str(day), "常规保养", 1, moment, str(day), 20_000, 0,
                )  # fmt: skip
