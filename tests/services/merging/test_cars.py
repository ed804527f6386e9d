"""The same car twice in one file becomes one, and two again exactly."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from frontdesk.errors import Conflict, PermissionDenied, UserError
from frontdesk.models.base import Base
from frontdesk.models.enums import Role, VehicleUse
from frontdesk.models.journal import Draft, ImportBatch, ImportedVehicle
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleDriver, VehicleOwnership
from frontdesk.services.customers.dto import EntryKind
from frontdesk.services.merging.dto import MergeInput, Side
from frontdesk.services.merging.fields import CAR_FIELDS
from frontdesk.services.registry import Services
from frontdesk.services.search import index
from tests.factories import Make, vin_of
from tests.services.change_sets.whole_store import differences, rows

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_serial = count(500)
_DAYS = st.sampled_from([None, date(2024, 2, 29), date(2025, 12, 31)])
_CAR = st.fixed_dictionaries(
    {
        "has_vin": st.booleans(),
        "plate": st.sampled_from([None, "粤BD12345", "粤B88888"]),
        "model": st.sampled_from([None, "X5", "X7"]),
        "use": st.sampled_from(VehicleUse),
        "sold_here": st.booleans(),
        "purchased_on": _DAYS,
        "next_maintenance_on": _DAYS,
        "insurer": st.sampled_from([None, "平安"]),
        "remarks": st.sampled_from([None, "怕刮", "有改装"]),
        "things": st.sets(
            st.sampled_from(
                ("visit", "callback", "complaint", "driver", "import", "former", "draft")
            )
        ),
    }
)
_CHOICES = st.fixed_dictionaries(
    {},
    optional={
        field.name: st.sampled_from(list(Side) if field.both else [Side.STAYS, Side.GOES])
        for field in CAR_FIELDS
    },
)


def _car(make: Make, customer: str, told: dict[str, Any]) -> str:
    """A car with what is told, and whatever hangs on it."""
    fields = {name: value for name, value in told.items() if name not in ("has_vin", "things")}
    vin = vin_of(next(_serial)) if told["has_vin"] else None
    car = make.vehicle(customer, vin=vin, **fields)
    things = told["things"]
    if "visit" in things:
        make.visit(car, arrived_at=make.desk.now - timedelta(days=30))
    if "callback" in things:
        make.callback(customer, vehicle_id=car, occasion=f"first:{car}")
    if "complaint" in things:
        make.complaint(customer, vehicle_id=car)
    with make.desk.write() as work:
        if "driver" in things:
            work.session.add(VehicleDriver(vehicle_id=car, position=0, name="老周", phone=None))
        if "former" in things:
            before = make.desk.today - timedelta(days=900)
            other = work.session.query(Vehicle).filter(Vehicle.customer_id != customer).first()
            if other is not None:
                work.session.add(
                    VehicleOwnership(
                        vehicle_id=car, customer_id=other.customer_id, since=None, until=before
                    )
                )
        if "import" in things:
            batch = ImportBatch(
                id=new_id(),
                file_name="交车.xlsx",
                at=work.now,
                by=make.desk.actor.id,
                read=1,
                created=1,
                updated=0,
                rejected=0,
            )
            work.session.add(batch)
            work.session.flush()
            work.session.add(ImportedVehicle(batch_id=batch.id, vehicle_id=car))
        index.refresh(work.session, [customer])
    return car


def _merge(
    services: Services, stays: str, goes: str, choices: dict[str, Side] | None = None
) -> str:
    seen = services.merging.preview_cars(stays, goes)
    wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version, choices or {})
    return services.merging.merge_cars(wanted)


def _still_named(services: Services, vehicle_id: str) -> dict[str, int]:
    """Columns that refer to a car, with how many rows still name one that went."""
    found = {}
    with services.desk.read() as session:
        run = session.connection().exec_driver_sql
        for table in Base.metadata.sorted_tables:
            for foreign in table.foreign_keys:
                if foreign.column.table.name == "vehicle":
                    column = foreign.parent.name
                    many = run(
                        f'SELECT count(*) FROM "{table.name}" WHERE "{column}" = ?', (vehicle_id,)
                    ).scalar_one()
                    if many:
                        found[f"{table.name}.{column}"] = many
    return found


@settings(max_examples=40, phases=_PHASES)
@given(one=_CAR, other=_CAR, choices=_CHOICES)
def test_undone_merge_of_cars_leaves_the_store_as_it_was(
    services: Services,
    make: Make,
    one: dict[str, Any],
    other: dict[str, Any],
    choices: dict[str, Side],
) -> None:
    make.vehicle(make.customer())
    customer = make.customer()
    stays, goes = _car(make, customer, one), _car(make, customer, other)
    before = rows(services.desk)
    merged = _merge(services, stays, goes, choices)
    assert _still_named(services, goes) == {}
    assert [car.id for car in services.customers.open(customer).cars] == [stays]
    services.merging.undo(merged)
    assert differences(before, rows(services.desk)) == {}


def test_the_car_of_the_sheet_and_the_one_of_the_desk_are_one(
    services: Services, make: Make
) -> None:
    customer = make.customer("张伟")
    sheet = make.vehicle(customer, vin=vin_of(7), plate=None, model="X5", sold_here=True)
    desk = make.vehicle(customer, plate="粤BD12345", model=None, vin=None)
    number = make.visit(desk)
    _merge(services, sheet, desk)
    [car] = services.customers.open(customer).cars
    assert (car.id, car.vin, car.plate, car.model) == (sheet, vin_of(7), "粤BD12345", "X5")
    assert car.last_visit_on == services.desk.today
    [found] = services.search.find("D12345").hits
    assert found.vehicle_id == sheet
    with services.desk.read() as session:
        from frontdesk.models.visit import Visit

        assert session.get_one(Visit, number).vehicle_id == sheet
    [told] = services.customers.timeline(customer, 20, kinds=frozenset({EntryKind.MERGE}))
    assert (told.number, told.what) == ("凯越", "")
    assert services.audit.verify().faults == ()


def test_a_plate_that_was_not_chosen_still_finds_the_car(services: Services, make: Make) -> None:
    customer = make.customer("张伟")
    stays = make.vehicle(customer, plate="粤BD12345")
    goes = make.vehicle(customer, plate="粤B77777")
    merged = _merge(services, stays, goes)
    assert [hit.vehicle_id for hit in services.search.find("77777").hits] == [stays]
    [car] = services.customers.open(customer).cars
    assert car.former_plates == ("粤B77777",)
    services.merging.undo(merged)
    assert [car.former_plates for car in services.customers.open(customer).cars] == [(), ()]


def test_cars_of_two_files_are_not_merged(services: Services, make: Make) -> None:
    one, other = make.vehicle(make.customer()), make.vehicle(make.customer())
    with pytest.raises(UserError) as error:
        services.merging.preview_cars(one, other)
    assert error.value.code == "merging.other_owner"
    with pytest.raises(UserError) as error:
        services.merging.preview_cars(one, one)
    assert error.value.code == "merging.same_car"


def test_a_car_saved_since_it_was_seen_is_not_merged(services: Services, make: Make) -> None:
    customer = make.customer()
    stays, goes = make.vehicle(customer), make.vehicle(customer)
    with pytest.raises(Conflict):
        services.merging.merge_cars(MergeInput(stays, 1, goes, 99))


def test_files_are_parted_only_after_their_cars(services: Services, make: Make) -> None:
    first, second = make.customer("张伟"), make.customer("张伟")
    stays, goes = make.vehicle(first, plate="粤BD12345"), make.vehicle(second, plate="粤BD12345")
    before = rows(services.desk)
    seen = services.merging.preview(first, second)
    files = services.merging.merge(MergeInput(first, seen.stays.version, second, seen.goes.version))
    cars = _merge(services, stays, goes)
    with pytest.raises(UserError) as error:
        services.merging.undo(files)
    assert error.value.code == "merging.cars_first"
    assert [each.of_cars for each in services.merging.made(first)] == [True, False]
    services.merging.undo(cars)
    services.merging.undo(files)
    assert differences(before, rows(services.desk)) == {}


def test_a_car_handed_on_since_stays_one(services: Services, make: Make) -> None:
    customer, buyer = make.customer(), make.customer()
    stays, goes = make.vehicle(customer), make.vehicle(customer)
    merged = _merge(services, stays, goes)
    services.customers.take_over(stays, buyer)
    with pytest.raises(UserError) as error:
        services.merging.undo(merged)
    assert error.value.code == "merging.car_moved"


def test_a_later_visit_stays_with_the_car_that_stayed(services: Services, make: Make) -> None:
    customer = make.customer()
    stays, goes = make.vehicle(customer), make.vehicle(customer)
    merged = _merge(services, stays, goes)
    make.visit(stays)
    services.merging.undo(merged)
    days = {car.id: car.last_visit_on for car in services.customers.open(customer).cars}
    assert days == {stays: services.desk.today, goes: None}


def test_forms_half_typed_about_both_stand_in_the_way(services: Services, make: Make) -> None:
    customer = make.customer()
    cars = [make.vehicle(customer), make.vehicle(customer)]
    with services.desk.write() as work:
        for car in cars:
            work.session.add(
                Draft(
                    owner_id=make.desk.actor.id,
                    form="vehicle",
                    subject_id=car,
                    payload="{}",
                    saved_at=work.now,
                )
            )
    with pytest.raises(UserError) as error:
        _merge(services, cars[0], cars[1])
    assert error.value.code == "merging.drafts_in_both"


def test_who_may_not_merge_files_may_not_merge_cars(make: Make) -> None:
    customer = make.customer()
    cars = make.vehicle(customer), make.vehicle(customer)
    with pytest.raises(PermissionDenied):
        make.services(Role.SERVICE_ADVISOR).merging.preview_cars(*cars)
