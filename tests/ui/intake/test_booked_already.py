"""A car is not booked a second time without a word: told, opened, moved, or booked knowingly."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Qt

from frontdesk.clock import local
from frontdesk.models.enums import VisitStatus
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.registry import Services
from frontdesk.ui.intake.booking_form import BookingForm
from tests.factories import Make
from tests.ui.intake.conftest import Desk
from tests.ui.keys import ENTER

F7, F8 = Qt.Key.Key_F7, Qt.Key.Key_F8


def _at(services: Services, hour: int, days: int) -> datetime:
    here = local(services.desk.now, services.desk.clock)
    day = here.date() + timedelta(days=days)
    return datetime.combine(day, time(hour), here.tzinfo).astimezone(UTC)


def _form(desk: Desk, car: str) -> BookingForm:
    desk.page.begin(car, book=True)
    desk.until(lambda: desk.page.view.shows(desk.page.view.book_page))
    desk.settle()
    return desk.page.view.booking


def _day(services: Services, days: int) -> date:
    return local(_at(services, 9, days), services.desk.clock).date()


def _of(services: Services, car: str) -> list[datetime | None]:
    rows = services.intake.list(VisitFilter(vehicle_id=car))
    return sorted((row.booked_for for row in rows), key=str)


def test_the_day_and_hour_of_the_other_one_stand_there_at_once(
    desk_view: Desk, services: Services, make: Make
) -> None:
    owner = make.customer("张伟")
    car, second = make.vehicle(owner), make.vehicle(owner, plate="粤B12345")
    form = _form(desk_view, car)
    assert not form.already.isVisible()
    desk_view.press(Qt.Key.Key_Escape)
    first = services.intake.book(BookingInput(car, _at(services, 9, 3)))
    services.intake.book(BookingInput(second, _at(services, 9, 2)))
    form = _form(desk_view, car)
    desk_view.until(form.already.isVisible)
    mine, other = form.already.text.text().splitlines()
    number = services.intake.open(first).number
    assert mine == f"This car is booked already: 8 Nov 2026, 09:00, 店长 ({number})"
    assert "粤B·12345: 7 Nov 2026, 09:00" in other
    # The person goes on knowingly.
    desk_view.press(f"{_day(services, 5):%m/%d} 10:00", ENTER)
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _of(services, car) == [_at(services, 9, 3), _at(services, 10, 5)])
    desk_view.settle()


def test_the_one_there_is_gets_the_time_typed_and_its_own_back(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    visit_id = services.intake.book(BookingInput(car, _at(services, 9, 3)))
    form = _form(desk_view, car)
    desk_view.until(form.already.isVisible)
    desk_view.press(F7)
    assert form.booked_for.error()
    desk_view.press(f"{_day(services, 5):%m/%d} 10:00", F7)
    desk_view.until(lambda: _of(services, car) == [_at(services, 10, 5)])
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    desk_view.settle()
    assert services.drafts.offered("booking", car) is None
    desk_view.ctrl(Qt.Key.Key_Z)
    desk_view.until(lambda: _of(services, car) == [_at(services, 9, 3)])
    desk_view.settle()
    assert services.intake.open(visit_id).status is VisitStatus.BOOKED


def test_words_typed_before_a_move_are_kept(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    services.intake.book(BookingInput(car, _at(services, 9, 3)))
    form = _form(desk_view, car)
    desk_view.until(form.already.isVisible)
    desk_view.press(f"{_day(services, 5):%m/%d} 10:00", ENTER, "刹车有异响", F7)
    desk_view.until(lambda: _of(services, car) == [_at(services, 10, 5)])
    desk_view.settle()
    kept = services.drafts.offered("booking", car)
    assert kept is not None
    assert kept.values["words"] == "刹车有异响"


def test_the_other_one_is_opened(desk_view: Desk, services: Services, make: Make) -> None:
    car = make.vehicle()
    visit_id = services.intake.book(BookingInput(car, _at(services, 9, 3)))
    form = _form(desk_view, car)
    desk_view.until(form.already.isVisible)
    desk_view.press(F8)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    desk_view.settle()
    sheet = desk_view.page.view.visit.sheet
    assert sheet is not None
    assert sheet.id == visit_id


def test_another_car_of_the_customer_is_opened_but_not_moved(
    desk_view: Desk, services: Services, make: Make
) -> None:
    owner = make.customer("张伟")
    car, second = make.vehicle(owner), make.vehicle(owner)
    services.intake.book(BookingInput(second, _at(services, 9, 3)))
    form = _form(desk_view, car)
    desk_view.until(form.already.isVisible)
    assert not form.already.to_move.isVisible()
    desk_view.press(f"{_day(services, 5):%m/%d} 10:00", F7)
    desk_view.settle()
    assert _of(services, second) == [_at(services, 9, 3)]


def test_the_same_hour_twice_is_told_beside_the_field(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle(plate="粤B12345")
    services.intake.book(BookingInput(car, _at(services, 9, 3)))
    form = _form(desk_view, car)
    desk_view.press(f"{_day(services, 3):%m/%d} 9:10", ENTER)
    desk_view.until(form.booked_for.warning)
    assert form.booked_for.warning() == (
        "It overlaps this customer's appointment of 11-08 09:00 (粤B·12345). Ask which is meant."
    )
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: len(_of(services, car)) == 2)
    desk_view.settle()


def test_a_car_expected_today_is_told_of_when_it_is_booked_again(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    number = services.intake.open(
        services.intake.book(BookingInput(car, _at(services, 16, 0)))
    ).number
    desk_view.page.begin(car, book=True)
    desk_view.until(lambda: any(number in b.text for b in desk_view.page.banners.shown()))
    desk_view.settle()


def test_who_comes_before_the_day_is_told_of_the_appointment(
    services: Services, make: Make
) -> None:
    car = make.vehicle()
    visit_id = services.intake.book(BookingInput(car, _at(services, 9, 5)))
    number = services.intake.open(visit_id).number
    start = services.intake.prepare(car)
    assert start.booking is None
    (told,) = (each for each in start.notices if each.said.code == "intake.booked_ahead")
    assert (told.visit_id, told.said.params["number"]) == (visit_id, number)
    assert told.said.params["at"] == "2026-11-10 09:00"
    # Expected today or tomorrow, it is what the intake goes on with.
    near = make.vehicle()
    services.intake.book(BookingInput(near, _at(services, 16, 0)))
    start = services.intake.prepare(near)
    assert start.booking is not None
    assert "intake.booked_ahead" not in {each.said.code for each in start.notices}
