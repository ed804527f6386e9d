"""What the desk is shown: the car with what matters now, and the board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import NotFound, PermissionDenied
from frontdesk.language import Language
from frontdesk.models.enums import ClockColour, Role, VisitStatus, WorkKind
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.intake.views import IntakeStart, VisitFilter, Weight
from frontdesk.services.registry import Services
from frontdesk.texts import sentence
from tests.factories import Make
from tests.services.intake.kit import CHECK, OIL, charged, fresh, given, ready_visit

S = VisitStatus


def _codes(start: IntakeStart) -> dict[str, Weight]:
    for notice in start.notices:
        for language in Language:
            assert sentence(notice.said, language)
    return {notice.said.code: notice.weight for notice in start.notices}


def test_a_new_car_has_nothing_to_say(services: Services, make: Make) -> None:
    start = services.intake.prepare(make.vehicle())
    assert start.head.customer == "张伟"
    assert start.head.car == "凯越 X5"
    assert (start.last, start.booking, start.guesses.mileage_km) == (None, None, None)
    assert _codes(start) == {"intake.first_visit": Weight.KNOW}


def test_the_guess_is_the_last_mileage_and_what_was_driven_since(
    services: Services, make: Make, clock: FixedClock
) -> None:
    vehicle_id = make.vehicle(purchased_on=services.desk.today - timedelta(days=240))
    services.intake.register(given(services, vehicle_id))
    clock.move(timedelta(days=10))
    start = services.intake.prepare(vehicle_id)
    assert start.last_mileage_km == 12_000
    assert start.guesses.mileage_km == 12_500


def test_the_usual_work_is_the_cars_own_or_that_of_one_like_it(
    services: Services, make: Make
) -> None:
    mine, like, other = make.vehicle(), make.vehicle(), make.vehicle(model="S9")
    register = services.intake.register
    body = fresh(OIL, kind=WorkKind.BODY, description="补漆")
    register(given(services, like, items=(fresh(OIL, description="别的机油"), body)))
    register(given(services, other, items=(fresh(CHECK),)))
    register(given(services, mine, items=(fresh(OIL),)))
    guesses = services.intake.prepare(mine).guesses
    assert [(item.kind, item.description) for item in guesses.usual] == [
        (WorkKind.MAINTENANCE, "更换机油机滤"),
        (WorkKind.BODY, "补漆"),
    ]
    assert guesses.promised_at == services.desk.now + timedelta(hours=2)


def test_a_customer_has_cars_to_choose_from(services: Services, make: Make) -> None:
    customer_id = make.customer()
    first, second = make.vehicle(customer_id), make.vehicle(customer_id)
    make.vehicle()
    make.visit(second)
    assert [car.vehicle_id for car in services.intake.cars(customer_id)] == [second, first]


def test_what_matters_now_stands_on_top(services: Services, make: Make, clock: FixedClock) -> None:
    today = services.desk.today
    customer_id = make.customer(phones=["13900000001"], do_not_call=True)
    vehicle_id = make.vehicle(
        customer_id,
        insurance_ends_on=today + timedelta(days=45),
        inspection_due_on=today - timedelta(days=1),
        next_maintenance_on=today + timedelta(days=14),
        next_maintenance_km=15_000,
    )
    long_ago = services.desk.now - timedelta(days=200)
    make.visit(vehicle_id, status=S.DECLINED, arrived_at=long_ago, declined_reason="太贵")
    complaint_id = make.complaint(customer_id)
    start = services.intake.prepare(vehicle_id)
    assert _codes(start) == {
        "intake.open_complaint": Weight.URGENT,
        "intake.lost_returned": Weight.URGENT,
        "intake.do_not_call": Weight.CARE,
        "intake.declined_before": Weight.CARE,
        "intake.maintenance_due": Weight.KNOW,
        "intake.insurance_ends": Weight.KNOW,
        "intake.inspection_over": Weight.KNOW,
    }
    assert [n.weight for n in start.notices] == sorted(
        (n.weight for n in start.notices), key=list(Weight).index
    )
    assert start.notices[0].complaint_id == complaint_id


def test_dates_far_ahead_are_not_mentioned(services: Services, make: Make) -> None:
    ahead = services.desk.today + timedelta(days=60)
    vehicle_id = make.vehicle(
        insurance_ends_on=ahead, inspection_due_on=ahead, next_maintenance_on=ahead
    )
    assert set(_codes(services.intake.prepare(vehicle_id))) == {"intake.first_visit"}


def test_six_months_to_the_day_are_not_yet_lost(
    services: Services, make: Make, clock: FixedClock
) -> None:
    vehicle_id = make.vehicle(make.customer(last_visit_on=date(2026, 5, 5)))
    assert "intake.lost_returned" not in _codes(services.intake.prepare(vehicle_id))
    clock.move(timedelta(days=1))
    assert "intake.lost_returned" in _codes(services.intake.prepare(vehicle_id))


def test_a_broken_promise_and_a_recent_repair_are_remembered(
    services: Services, make: Make, clock: FixedClock
) -> None:
    vehicle_id = make.vehicle()
    repair = fresh(OIL, kind=WorkKind.REPAIR)
    visit_id = services.intake.register(given(services, vehicle_id, items=(repair,)))
    services.intake.start_work(visit_id, 1)
    clock.move(timedelta(hours=5))
    services.intake.ready(visit_id, 2)
    sheet = services.intake.open(visit_id)
    services.intake.hand_over(visit_id, sheet.version, charged(sheet, advice="换刹车片"))
    clock.move(timedelta(days=30))
    start = services.intake.prepare(vehicle_id)
    assert {"intake.promise_broken", "intake.repaired_lately", "intake.advised_before"} <= set(
        _codes(start)
    )
    assert start.guesses.brought_by == "李娜"
    assert start.guesses.brought_by_phone == "138 0013 8000"


def test_a_wrong_number_is_asked_for(services: Services, make: Make) -> None:
    from frontdesk.models.customer import CustomerPhone

    vehicle_id = make.vehicle()
    with services.desk.write() as work:
        work.session.query(CustomerPhone).update({"wrong": True})
    codes = _codes(services.intake.prepare(vehicle_id))
    assert codes["intake.wrong_phone"] is Weight.CARE
    assert codes["intake.no_phone"] is Weight.CARE


def test_a_car_that_never_left_is_pointed_out(services: Services, make: Make) -> None:
    vehicle_id = make.vehicle()
    visit_id = services.intake.register(given(services, vehicle_id))
    start = services.intake.prepare(vehicle_id)
    assert start.notices[0].said.code == "intake.in_house"
    assert start.notices[0].visit_id == visit_id
    assert start.booking is None


def test_only_todays_appointment_is_gone_on_with(services: Services, make: Make) -> None:
    vehicle_id = make.vehicle()
    services.intake.book(BookingInput(vehicle_id, services.desk.now + timedelta(days=5)))
    assert services.intake.prepare(vehicle_id).booking is None
    near = services.intake.book(BookingInput(vehicle_id, services.desk.now + timedelta(hours=1)))
    booking = services.intake.prepare(vehicle_id).booking
    assert booking is not None
    assert booking.visit_id == near


def test_the_board_shows_late_cars_first(services: Services, make: Make, clock: FixedClock) -> None:
    now = services.desk.now
    register = services.intake.register
    later, late, soon = (
        register(given(services, make.vehicle(), promised_at=now + timedelta(hours=hours)))
        for hours in (9, 1, 3)
    )
    unpromised = register(given(services, make.vehicle(), promised_at=None, agreed=False))
    ready = ready_visit(services, make.vehicle()).id
    booked = services.intake.book(BookingInput(make.vehicle(), now + timedelta(hours=5)))
    services.intake.book(BookingInput(make.vehicle(), now + timedelta(days=2)))
    gone = ready_visit(services, make.vehicle())
    services.intake.hand_over(gone.id, gone.version, charged(gone))
    clock.move(timedelta(hours=2, minutes=40))
    rows = services.intake.board()
    assert [row.id for row in rows] == [late, soon, later, unpromised, ready, booked, gone.id]
    assert [row.promise for row in rows[:4]] == [
        ClockColour.OVER,
        ClockColour.SOON,
        ClockColour.OK,
        ClockColour.STOPPED,
    ]


def test_the_board_forgets_yesterday_but_not_the_cars(
    services: Services, make: Make, clock: FixedClock
) -> None:
    staying = services.intake.register(given(services, make.vehicle()))
    gone = ready_visit(services, make.vehicle())
    services.intake.hand_over(gone.id, gone.version, charged(gone))
    clock.move(timedelta(days=1))
    assert [row.id for row in services.intake.board()] == [staying]
    assert {row.id for row in services.intake.list(VisitFilter())} == {staying, gone.id}


def test_a_list_shows_what_was_asked_for(services: Services, make: Make) -> None:
    now = services.desk.now
    vehicle_id = make.vehicle()
    old = make.visit(vehicle_id, status=S.HANDED_OVER, arrived_at=now - timedelta(days=40))
    new = make.visit(vehicle_id, status=S.ARRIVED)
    other = make.visit(status=S.HANDED_OVER, arrived_at=now - timedelta(days=3))

    def found(**wanted: object) -> list[str]:
        return [row.id for row in services.intake.list(VisitFilter(**wanted))]  # type: ignore[arg-type]

    assert found(vehicle_id=vehicle_id) == [new, old]
    assert found(statuses=frozenset({S.HANDED_OVER})) == [other, old]
    assert found(arrived_from=services.desk.today - timedelta(days=3)) == [new, other]
    assert found(arrived_until=services.desk.today - timedelta(days=4)) == [old]
    assert found(limit=1) == [new]


def test_a_number_finds_its_visit(services: Services, make: Make) -> None:
    visit_id = make.visit()
    number = services.intake.open(visit_id).number
    assert services.intake.find_number(f" {number.lower()} ") == visit_id
    with pytest.raises(NotFound):
        services.intake.find_number("V-1999-000001")


def test_who_may_what(services: Services, make: Make) -> None:
    vehicle_id = make.vehicle()
    visit_id = services.intake.register(given(services, vehicle_id))
    specialist = make.services(Role.CS_SPECIALIST)
    assert specialist.intake.open(visit_id).number
    for act in (
        lambda: specialist.intake.prepare(vehicle_id),
        lambda: specialist.intake.register(given(specialist, vehicle_id)),
        lambda: specialist.intake.start_work(visit_id, 1),
        lambda: specialist.intake.decline(visit_id, 1, "x"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    administrator = make.services(Role.ADMINISTRATOR)
    for look in (
        lambda: administrator.intake.open(visit_id),
        administrator.intake.board,
        lambda: administrator.intake.list(VisitFilter()),
        lambda: administrator.intake.print_sheet(visit_id, Language.EN),
    ):
        with pytest.raises(PermissionDenied):
            look()
    advisor = make.services(Role.SERVICE_ADVISOR)
    advisor.intake.start_work(visit_id, 1)
