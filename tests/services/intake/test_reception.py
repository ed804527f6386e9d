"""From the car's arrival to the customer's agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.models.customer import Customer
from frontdesk.models.enums import DefectArea, VisitStatus, WorkKind
from frontdesk.models.journal import AuditEntry, Draft
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.desk import Change, Desk
from frontdesk.services.intake.inputs import (
    Arrival,
    BookingInput,
    Fault,
    IntakeInput,
    Told,
    WorkItem,
)
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import CHECK, OIL, fresh, given


def _faults(error: UserError) -> set[tuple[str, str | None]]:
    parts = error.errors if isinstance(error, InputErrors) else (error,)
    return {(part.code, part.field) for part in parts}


def test_one_save_keeps_the_whole_intake(services: Services, make: Make) -> None:
    vehicle_id = make.vehicle()
    visit_id = services.intake.register(given(services, vehicle_id))
    sheet = services.intake.open(visit_id)
    assert sheet.number == "V-2026-000001"
    assert sheet.status is VisitStatus.AGREED
    assert sheet.arrival == Arrival("李娜", "13800138000", 12_000, 4, "左前门划痕", "儿童座椅")
    assert sheet.told == Told("刹车时有吱吱声", why="保养", when_happens="早上")
    assert [item.kind for item in sheet.items] == [WorkKind.MAINTENANCE, WorkKind.FREE_CHECK]
    assert [item.total for item in sheet.items] == [Decimal("524.55"), Decimal(0)]
    assert sheet.estimate_total == Decimal("524.55")
    assert sheet.promised_at == services.desk.now + timedelta(hours=4)
    assert sheet.agreed_at == services.desk.now
    assert sheet.read_back
    assert sheet.advisor == "店长"


def test_the_same_save_told_twice_is_one_visit(services: Services, make: Make) -> None:
    intake = given(services, make.vehicle())
    assert services.intake.register(intake) == services.intake.register(intake)
    with services.desk.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == 1
        assert session.scalar(select(func.count()).select_from(VisitItem)) == 2


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"items": (), "agreed": False, "promised_at": None}, VisitStatus.ARRIVED),
        ({"agreed": False, "promised_at": None, "read_back": False}, VisitStatus.ESTIMATED),
        ({}, VisitStatus.AGREED),
        ({"items": (CHECK,)}, VisitStatus.AGREED),
    ],
)
def test_an_intake_goes_as_far_as_was_said(
    services: Services, make: Make, values: dict[str, Any], status: VisitStatus
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle(), **values))
    assert services.intake.open(visit_id).status is status


def test_everything_missing_for_an_agreement_is_told_at_once(
    services: Services, make: Make
) -> None:
    bare = IntakeInput(make.vehicle(), agreed=True)
    with pytest.raises(InputErrors) as caught:
        services.intake.register(bare)
    assert _faults(caught.value) == {
        ("intake.items_missing", "items"),
        ("intake.promise_missing", "promised_at"),
        ("intake.read_back_missing", "read_back"),
    }
    with services.desk.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == 0


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"arrival": Arrival(mileage_km=-1)}, ("intake.mileage_range", "mileage_km")),
        ({"arrival": Arrival(mileage_km=3_000_001)}, ("intake.mileage_range", "mileage_km")),
        ({"arrival": Arrival(fuel_eighths=9)}, ("intake.fuel_range", "fuel_eighths")),
        ({"arrival": Arrival(brought_by_phone="123")}, ("phone.too_short", "brought_by_phone")),
        ({"told": Told("哦" * 4_001)}, ("value.too_long", "words")),
        ({"told": Told(why="哦" * 4_001)}, ("value.too_long", "why")),
        ({"items": (fresh(OIL, description=" "),)}, ("intake.item_unnamed", "items")),
        ({"items": (fresh(OIL, labour=Decimal(-1)),)}, ("intake.item_money", "items")),
        ({"items": (fresh(OIL, labour=Decimal("0.001")),)}, ("intake.item_money", "items")),
        ({"items": (fresh(OIL, labour=Decimal("NaN")),)}, ("intake.item_money", "items")),
        ({"items": (fresh(OIL, quantity=Decimal("0.0001")),)}, ("intake.item_quantity", "items")),
        ({"items": (fresh(OIL, quantity=Decimal("Infinity")),)}, ("intake.item_quantity", "items")),
        ({"items": (fresh(OIL, part=""),)}, ("intake.item_part", "items")),
        ({"items": (fresh(OIL, discount=Decimal("524.56")),)}, ("intake.item_discount", "items")),
        ({"items": (fresh(OIL, discount=Decimal(-1)),)}, ("intake.item_money", "items")),
        ({"items": (fresh(OIL, code="码" * 201),)}, ("value.too_long", "items")),
        ({"items": (fresh(OIL, declined_why="贵" * 201),)}, ("value.too_long", "items")),
        (
            {"items": tuple(fresh(CHECK, labour=Decimal(9_999_999)) for _ in range(2))},
            ("intake.total_range", "items"),
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    services: Services, make: Make, values: dict[str, Any], fault: tuple[str, str]
) -> None:
    with pytest.raises(UserError) as caught:
        services.intake.register(given(services, make.vehicle(), **values))
    assert _faults(caught.value) == {fault}


def test_a_promise_in_the_past_is_refused(services: Services, make: Make) -> None:
    for agreed in (True, False):
        late = given(services, make.vehicle(), promised_at=services.desk.now, agreed=agreed)
        with pytest.raises(UserError) as caught:
            services.intake.register(late)
        assert _faults(caught.value) == {("intake.promise_past", "promised_at")}


def test_an_unknown_car_is_not_received(services: Services) -> None:
    with pytest.raises(NotFound):
        services.intake.register(given(services, "nowhere"))


def test_a_booking_comes_true(services: Services, make: Make, clock: FixedClock) -> None:
    vehicle_id = make.vehicle()
    tomorrow = services.desk.now + timedelta(days=1)
    visit_id = services.intake.book(BookingInput(vehicle_id, tomorrow, "做保养"))
    booked = services.intake.open(visit_id)
    assert booked.status is VisitStatus.BOOKED
    assert booked.by_appointment
    clock.set(tomorrow)
    start = services.intake.prepare(vehicle_id)
    assert start.booking is not None
    assert start.booking.visit_id == visit_id
    services.intake.register(given(services, vehicle_id, id=visit_id, version=booked.version))
    sheet = services.intake.open(visit_id)
    assert sheet.status is VisitStatus.AGREED
    assert sheet.by_appointment
    assert sheet.arrived_at == tomorrow
    assert sheet.number == booked.number


def test_a_booking_lies_ahead(services: Services, make: Make) -> None:
    with pytest.raises(UserError) as caught:
        services.intake.book(BookingInput(make.vehicle(), services.desk.now))
    assert _faults(caught.value) == {("intake.booking_past", "booked_for")}


def test_an_estimate_is_mended_until_the_customer_agrees(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle(), items=(), agreed=False))
    intake.save_estimate(visit_id, intake.open(visit_id).version, (fresh(OIL),))
    first = intake.open(visit_id)
    assert first.status is VisitStatus.ESTIMATED
    dearer = replace(first.items[0].as_input(), labour=Decimal(200))
    promised = services.desk.now + timedelta(hours=2)
    intake.save_estimate(visit_id, first.version, (dearer, fresh(CHECK)), promised)
    second = intake.open(visit_id)
    assert second.estimate_total == Decimal("604.55")
    assert second.items[0].id == first.items[0].id
    with pytest.raises(UserError) as caught:
        intake.agree(visit_id, second.version, read_back=False)
    assert _faults(caught.value) == {("intake.read_back_missing", "read_back")}
    intake.agree(visit_id, second.version, read_back=True)
    agreed = intake.open(visit_id)
    assert agreed.status is VisitStatus.AGREED
    with pytest.raises(UserError) as caught:
        intake.save_estimate(visit_id, agreed.version, (fresh(CHECK),))
    assert caught.value.code == "visit.no_such_step"


def test_an_intake_begun_at_the_desk_goes_on_with_the_same_visit(
    services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    first = given(services, vehicle_id, agreed=False, read_back=False)
    visit_id = services.intake.register(first)
    sheet = services.intake.open(visit_id)
    kept = tuple(item.as_input() for item in sheet.items)
    services.intake.register(
        replace(first, items=kept[:1], agreed=True, read_back=True, version=sheet.version)
    )
    again = services.intake.open(visit_id)
    assert again.status is VisitStatus.AGREED
    assert [item.id for item in again.items] == [kept[0].id]
    with pytest.raises(UserError):
        services.intake.register(replace(first, version=again.version))


def test_the_slower_of_two_is_told(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle(), agreed=False))
    seen = intake.open(visit_id).version
    intake.save_estimate(visit_id, seen, (fresh(OIL),))
    with pytest.raises(Conflict):
        intake.save_estimate(visit_id, seen, (fresh(CHECK),))
    with pytest.raises(Conflict):
        intake.agree(visit_id, seen, read_back=True)
    assert [i.kind for i in intake.open(visit_id).items] == [WorkKind.MAINTENANCE]


def test_the_save_drops_its_draft_notes_itself_and_tells_the_pages(
    services: Services, desk: Desk, make: Make
) -> None:
    vehicle_id = make.vehicle()
    told: list[frozenset[Change]] = []
    services.drafts.keep("intake", vehicle_id, {"words": "刹车"})
    services.drafts.keep("intake", "another", {"words": "空调"})
    desk.on_change(told.append)
    visit_id = services.intake.register(given(services, vehicle_id))
    assert told == [frozenset({Change.VISITS, Change.CUSTOMERS})]
    with desk.read() as session:
        assert session.scalars(select(Draft.subject_id)).all() == ["another"]
        entry = session.scalars(select(AuditEntry).where(AuditEntry.subject_id == visit_id)).one()
    assert entry.action == "visit.intake"
    assert "V-2026-000001" in entry.detail


def test_the_customer_ranks_first_from_the_arrival_on(services: Services, make: Make) -> None:
    customer_id = make.customer()
    services.intake.register(given(services, make.vehicle(customer_id)))
    with services.desk.read() as session:
        last = session.scalar(select(Customer.last_visit_on).where(Customer.id == customer_id))
    assert last == services.desk.today


def test_hostile_words_come_back_as_they_were(services: Services, make: Make) -> None:
    words = "<b>'; DROP TABLE visit; --</b> {x} %s =1+1 \\n"
    item = WorkItem(WorkKind.REPAIR, words)
    visit_id = services.intake.register(
        given(services, make.vehicle(), told=Told(words), items=(item,))
    )
    sheet = services.intake.open(visit_id)
    assert sheet.told.words == words
    assert sheet.items[0].description == words


@pytest.mark.parametrize(
    ("labour", "hours", "rate", "kept"),
    [
        ("225", "1.5", "150", ("1.5", "150")),
        ("200", "1.5", "150", None),  # typed over: the hours did not make it
        ("225", "1.5", None, None),
        ("0", "NaN", "150", None),
        ("0", "-1", "0", None),
    ],
)
def test_hours_and_rate_are_kept_where_they_made_the_labour(
    services: Services,
    make: Make,
    labour: str,
    hours: str,
    rate: str | None,
    kept: tuple[str, str] | None,
) -> None:
    item = fresh(
        OIL,
        labour=Decimal(labour),
        labour_hours=Decimal(hours),
        labour_rate=None if rate is None else Decimal(rate),
    )
    visit_id = services.intake.register(given(services, make.vehicle(), items=(item,)))
    (line,) = services.intake.open(visit_id).items
    found = (line.labour_hours, line.labour_rate)
    assert found == ((None, None) if kept is None else tuple(map(Decimal, kept)))


def test_a_repeat_repair_names_an_earlier_visit_of_the_same_car(
    services: Services, make: Make
) -> None:
    car = make.vehicle()
    earlier = make.visit(car, status=VisitStatus.HANDED_OVER)
    fault = Fault(DefectArea.BRAKES, safety_fault=True, repeat_of_id=earlier)
    sheet = services.intake.open(services.intake.register(given(services, car, fault=fault)))
    assert sheet.fault == fault
    assert sheet.repeat_of == services.intake.open(earlier).number
    other = given(services, make.vehicle(), fault=fault)
    with pytest.raises(UserError) as refused:
        services.intake.register(other)
    assert (refused.value.code, refused.value.field) == ("intake.repeat_unknown", "repeat_of_id")
