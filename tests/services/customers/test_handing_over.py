from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from frontdesk.errors import NotFound, UserError
from frontdesk.models.base import Base
from frontdesk.models.enums import CustomerKind, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.callbacks.deriving.run import derive_of
from frontdesk.services.customers.dto import EntryKind
from frontdesk.services.customers.inputs import DriverInput, VehicleInput
from frontdesk.services.customers.timeline import GONE, GOT
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make

_BESIDE = frozenset({"audit_entry", "audit_head", "class_change", "customer_loss"})
"""The trail, and what is computed of a file each night and keeps its own history."""
_COMPUTED = frozenset({"version", "value_class", "value_why", "valued_on", "lost_since", "badges"})


def rows(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the store, but versions, the trail and what is computed."""
    with desk.read() as session:
        run = session.connection().exec_driver_sql
        found = {}
        for table in Base.metadata.sorted_tables:
            if table.name in _BESIDE:
                continue
            columns = ", ".join(
                f'"{each.name}"' for each in table.columns if each.name not in _COMPUTED
            )
            found[table.name] = sorted(
                map(tuple, run(f"SELECT {columns} FROM {table.name}")), key=repr
            )
        docs = session.execute(text("SELECT customer_id, text FROM search_doc ORDER BY 1"))
        found["search"] = [tuple(each) for each in docs]
        return found


def test_drivers_are_kept_found_and_do_not_come_along(services: Services, make: Make) -> None:
    fleet = make.customer("远航物流", kind=CustomerKind.FLEET)
    other = make.customer("李四")
    drivers = (DriverInput("赵司机", "13700001111", "白班"), DriverInput("钱司机"))
    car = services.customers.add_vehicle(fleet, VehicleInput(plate="粤B00001", drivers=drivers))
    (kept,) = services.customers.open(fleet).cars
    assert [(each.name, each.phone, each.note) for each in kept.drivers] == [
        ("赵司机", "137 0000 1111", "白班"),
        ("钱司机", "", ""),
    ]
    assert {hit.customer_id for hit in services.search.find("13700001111").hits} == {fleet}
    assert {hit.customer_id for hit in services.search.find("赵司机").hits} == {fleet}
    services.customers.take_over(car, other)
    assert services.customers.open(other).cars[0].drivers == ()
    assert services.search.find("13700001111").hits == ()


def test_a_driver_that_stays_keeps_the_number_that_is_masked(
    services: Services, make: Make
) -> None:
    fleet = make.customer(kind=CustomerKind.FLEET)
    drivers = (DriverInput("赵司机", "13700001111"),)
    car = services.customers.add_vehicle(fleet, VehicleInput(plate="粤B00001", drivers=drivers))
    kept = services.customers.open(fleet).cars[0]
    again = (DriverInput("赵师傅", None, id=kept.drivers[0].id),)
    given = VehicleInput(plate="粤B00001", drivers=again)
    services.customers.update_vehicle(car, given, kept.version)
    now = services.customers.open(fleet).cars[0]
    assert [(each.name, each.phone) for each in now.drivers] == [("赵师傅", "137 0000 1111")]
    # Whoever knows nothing of drivers leaves them as they are.
    services.customers.update_vehicle(car, VehicleInput(plate="粤B00001"), now.version)
    assert len(services.customers.open(fleet).cars[0].drivers) == 1
    with pytest.raises(UserError) as caught:
        services.customers.update_vehicle(
            car, VehicleInput(plate="粤B00001", drivers=(DriverInput("赵", "123"),)), now.version
        )
    assert caught.value.field == "driver_1_phone"


def test_the_day_is_between_when_it_came_and_today(services: Services, make: Make) -> None:
    old, new, today = make.customer(), make.customer(), services.desk.today
    car = services.customers.add_vehicle(
        old, VehicleInput(plate="粤B00001", purchased_on=today - timedelta(days=10))
    )
    for on, code in (
        (today + timedelta(days=1), "vehicle.owner_future"),
        (today - timedelta(days=11), "vehicle.owner_early"),
    ):
        with pytest.raises(UserError) as caught:
            services.customers.take_over(car, new, on)
        assert (caught.value.code, caught.value.field) == (code, "on")
    services.customers.take_over(car, new, today - timedelta(days=3))
    (gone,) = services.customers.open(old).former_cars
    assert gone.until == today - timedelta(days=3)


def test_what_is_personal_stays_with_the_person(services: Services, make: Make) -> None:
    desk = services.desk
    old, new = make.customer("王五"), make.customer("赵六")
    car = make.vehicle(old, plate="粤B00007", model="X5")
    visit = make.visit(
        car,
        arrived_at=desk.now - timedelta(days=40),
        status=VisitStatus.HANDED_OVER,
        words="我太太住院了，快一点",
        mileage_km=35_000,
    )
    with desk.write() as work:
        work.session.add(
            VisitItem(
                visit_id=visit,
                position=0,
                kind=WorkKind.REPAIR,
                description="更换刹车片",
                labour=Decimal(0),
                quantity=Decimal(0),
                unit_price=Decimal(0),
            )
        )
    services.customers.take_over(car, new, desk.today - timedelta(days=5))
    kept = services.customers.open(new).cars[0]
    services.customers.update_vehicle(
        car, VehicleInput(plate="粤C99999", vin=kept.vin, model="X5"), kept.version
    )
    later = make.visit(car, words="新车主的话")
    theirs = services.customers.timeline(new)
    before = next(e for e in theirs if e.kind is EntryKind.WORK_BEFORE)
    assert (before.id, before.text, before.what, before.by) == (visit, "更换刹车片", "35000", "")
    assert not any("太太" in e.text or "王五" in f"{e.text}{e.by}" for e in theirs)
    own = services.customers.timeline(old)
    assert later not in [e.id for e in own]
    assert not any("99999" in e.car for e in own)
    assert [(e.kind, e.what) for e in own if e.kind is EntryKind.OWNERSHIP] == [
        (EntryKind.OWNERSHIP, GONE)
    ]
    assert [e.what for e in theirs if e.kind is EntryKind.OWNERSHIP] == [GOT]
    (former,) = services.customers.open(old).former_cars
    assert former.plate == "粤B00007"
    assert services.customers.open(new).cars[0].former_plates == ("粤B00007",)
    assert {hit.customer_id for hit in services.search.find("粤B00007").hits} == {new}


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    drivers=st.lists(st.sampled_from(["赵司机", "钱司机", "孙司机"]), max_size=3),
    delivered=st.none() | st.integers(0, 200),
    back=st.integers(0, 3),
    visited=st.booleans(),
)
def test_taken_back_all_is_as_it_was(
    services: Services,
    make: Make,
    drivers: list[str],
    delivered: int | None,
    back: int,
    visited: bool,
) -> None:
    desk = services.desk
    old, new = make.customer(kind=CustomerKind.FLEET), make.customer()
    day = None if delivered is None else desk.today - timedelta(days=delivered + 5)
    given_car = VehicleInput(
        model="X5",
        drivers=tuple(DriverInput(name, "13700001111") for name in drivers),
        delivered_on=day,
        sold_here=day is not None,
    )
    car = services.customers.add_vehicle(old, given_car)
    if visited:
        make.visit(car)
    with desk.write() as work:
        derive_of(work, old)
    before = rows(desk)
    services.customers.take_over(car, new, desk.today - timedelta(days=back))
    assert rows(desk) != before
    services.customers.take_back(car)
    after = rows(desk)
    assert {name for name in before if after[name] != before[name]} == set()


def test_what_was_built_on_stands(services: Services, make: Make) -> None:
    old, new = make.customer(), make.customer()
    car = make.vehicle(old)
    with pytest.raises(UserError) as nothing:
        services.customers.take_back(car)
    assert nothing.value.code == "vehicle.owner_unchanged"
    services.customers.take_over(car, new)
    make.visit(car)
    with pytest.raises(UserError) as caught:
        services.customers.take_back(car)
    assert caught.value.code == "vehicle.owner_built_on"
    services.customers.take_over(car, old)
    services.customers.take_back(car)
    with pytest.raises(UserError) as twice:
        services.customers.take_back(car)
    assert twice.value.code == "vehicle.owner_unchanged"
    with pytest.raises(NotFound):
        services.customers.take_back("gone")


def test_a_bare_day_is_a_day(services: Services, make: Make) -> None:
    customer = make.customer()
    services.customers.add_vehicle(
        customer, VehicleInput(plate="粤B00001", purchased_on=date(2026, 5, 1))
    )
    (came,) = services.customers.timeline(customer, kinds=frozenset({EntryKind.OWNERSHIP}))
    assert (came.at.date(), came.what) == (date(2026, 5, 1), GOT)
