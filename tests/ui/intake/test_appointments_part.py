"""The board of appointments worked by keys and by mouse."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.enums import Role, ValueClass, VisitStatus
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.registry import Services
from frontdesk.ui.intake.appointments_part import AppointmentsSection
from frontdesk.ui.kit import language
from tests.factories import Make
from tests.ui.intake.conftest import Desk, Open
from tests.ui.keys import ENTER

BOOKED = VisitStatus.BOOKED
DOWN, RIGHT, DELETE, ESC = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Escape


def _at(services: Services, hour: int, days: int = 0) -> datetime:
    here = local(services.desk.now, services.desk.clock)
    day = here.date() + timedelta(days=days)
    return datetime.combine(day, time(hour), here.tzinfo).astimezone(UTC)


def _book(services: Services, make: Make, hour: int, days: int = 0) -> str:
    return services.intake.book(BookingInput(make.vehicle(), _at(services, hour, days), "首保"))


def _board(desk: Desk) -> AppointmentsSection:
    desk.page.show_part("appointments")
    desk.settle()
    section = desk.page.section("appointments")
    assert isinstance(section, AppointmentsSection)
    return section


def _hour(services: Services, visit_id: str) -> int:
    booked = services.intake.open(visit_id).booked_for
    assert booked is not None
    return local(booked, services.desk.clock).hour


def test_a_car_that_comes_is_received_in_one_key(
    desk_view: Desk, services: Services, make: Make
) -> None:
    _book(services, make, 16)
    section = _board(desk_view)
    desk_view.press("N")
    assert "首保" in section.said.text()
    desk_view.press(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    start = desk_view.page.view.desk.start
    assert start is not None
    assert start.booking is not None


def test_an_appointment_is_carried_to_another_slot_and_advisor_by_keys(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = _book(services, make, 15)
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    section = _board(desk_view)
    desk_view.press("N", "M", DOWN, DOWN, RIGHT, ENTER)
    desk_view.until(lambda: _hour(services, visit_id) == 16)
    desk_view.settle()
    assert services.intake.open(visit_id).advisor == "陈晨"
    assert section.grid.current() is not None
    # Esc puts it back where it was.
    desk_view.press("M", DOWN, DOWN, ESC)
    desk_view.settle()
    assert (section.grid.carried, _hour(services, visit_id)) == ("", 16)


def test_an_appointment_is_dragged_by_mouse(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = _book(services, make, 15)
    grid = _board(desk_view).grid
    (placed,) = grid.placed
    start = grid._block(placed).center().toPoint()
    tall = round(grid._tall())
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid, start + QPoint(0, tall))
    QTest.mouseMove(grid, start + QPoint(0, 4 * tall))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 4 * tall))
    desk_view.until(lambda: _hour(services, visit_id) == 17)
    desk_view.settle()


def test_a_full_slot_is_said_and_the_past_refused(
    desk_view: Desk, services: Services, make: Make
) -> None:
    for _ in range(3):
        _book(services, make, 16)
    visit_id = _book(services, make, 15)
    section = _board(desk_view)
    desk_view.press("N", "M", DOWN, DOWN, ENTER)
    desk_view.until(lambda: _hour(services, visit_id) == 16)
    desk_view.settle()
    (banner,) = section.banners.shown()
    assert "3 cars are booked" in banner.text
    desk_view.press("M", *[Qt.Key.Key_Up] * 16, ENTER)
    desk_view.settle()
    desk_view.until(lambda: "past" in section.banners.shown()[0].text)
    assert _hour(services, visit_id) == 16


def test_the_week_is_read_day_by_day_and_turned(
    desk_view: Desk, services: Services, make: Make
) -> None:
    _book(services, make, 9, days=1)
    _book(services, make, 9, days=7)
    section = _board(desk_view)
    desk_view.press("W")
    desk_view.settle()
    assert (len(section.grid.columns), len(section.grid.placed)) == (7, 1)
    desk_view.press(Qt.Key.Key_PageDown)
    desk_view.settle()
    assert len(section.grid.placed) == 1
    desk_view.press("T", "D")
    desk_view.settle()
    assert section.grid.board is not None
    assert section.grid.board.first == services.desk.today


def test_the_appointments_of_a_class_stand_out_and_are_gone_through(
    desk_view: Desk, services: Services, make: Make
) -> None:
    for hour, name, value_class in ((14, "张伟", ValueClass.B), (15, "李娜", ValueClass.A)):
        car = make.vehicle(make.customer(name, value_class=value_class))
        services.intake.book(BookingInput(car, _at(services, hour)))
    section = _board(desk_view)
    assert section.said.text() == "2 appointments"
    section.whose.setFocus()
    desk_view.press(DOWN)
    desk_view.settle()
    assert section.whose.currentText() == "A loyal"
    assert "1 of these customers · 2 appointments" in section.said.text()
    # N leads to theirs alone; the arrows still reach the others, which take their places.
    section.focus_first()
    desk_view.press("N", "N")
    here = section.grid.current()
    assert here is not None
    assert here.customer == "李娜"
    assert {p.appointment.customer for p in section.grid.placed} == {"张伟", "李娜"}


def test_one_who_only_looks_moves_nothing(open_desk: Open, services: Services, make: Make) -> None:
    visit_id = _book(services, make, 15)
    looker = open_desk(make.services(Role.CS_SPECIALIST))
    _board(looker)
    looker.press("N", "M", DOWN, DOWN, ENTER)
    looker.settle()
    assert _hour(services, visit_id) == 15
    looker.press(ENTER)
    looker.until(lambda: looker.page.view.shows(looker.page.view.visit))


def test_the_board_speaks_both_languages(desk_view: Desk, services: Services, make: Make) -> None:
    _book(services, make, 15)
    section = _board(desk_view)
    desk_view.press("N")
    assert "30 min" in section.said.text()
    language.switch().use(Language.ZH_CN)
    desk_view.settle()
    assert "预约" in section.said.text()
    assert "15:00" in section.grid.accessibleDescription()


def test_a_full_slot_is_remarked_on_while_booking(
    desk_view: Desk, services: Services, make: Make
) -> None:
    for _ in range(3):
        _book(services, make, 9, days=1)
    car = make.vehicle()
    desk_view.page.begin(car, book=True)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.book_page))
    desk_view.settle()
    form = desk_view.page.view.booking
    tomorrow = local(_at(services, 9, days=1), services.desk.clock)
    desk_view.press(f"{tomorrow:%m/%d} 9:00", ENTER)
    desk_view.until(form.booked_for.warning)
    assert "3 cars are booked" in form.booked_for.warning()
    desk_view.press("首保", ENTER, "45")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.list(VisitFilter(vehicle_id=car)))
    board = services.appointments.board(tomorrow.date())
    assert [each.minutes for each in board.appointments if each.vehicle_id == car] == [45]


def test_an_empty_slot_is_booked_from_the_board_for_its_advisor(
    desk_view: Desk, services: Services, make: Make
) -> None:
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    car = make.vehicle(plate="粤B77777")
    section = _board(desk_view)
    desk_view.press(Qt.Key.Key_PageDown)
    desk_view.settle()
    desk_view.press(DOWN, DOWN)
    wanted = section.grid.board
    assert wanted is not None
    slot = wanted.slots[section.grid.at[1]]
    desk_view.press(ENTER)
    start = desk_view.page.view.start
    desk_view.until(lambda: desk_view.page.view.shows(start))
    assert f"{slot:%H:%M}" in start.card._title.text()
    desk_view.press("77777")
    desk_view.settle()
    desk_view.press(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.book_page))
    desk_view.settle()
    form = desk_view.page.view.booking
    assert form.words.box.hasFocus()
    desk_view.press("首保")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.list(VisitFilter(vehicle_id=car)))
    desk_view.settle()
    (one,) = services.appointments.board(wanted.first).appointments
    assert (one.time, one.advisor, one.words) == (slot, "陈晨", "首保")
    # Back on the board, at the slot that was filled.
    assert desk_view.page.stack.currentWidget() is section
    assert section.grid.current() is not None


def test_a_slot_is_asked_for_by_a_double_click_and_a_past_one_is_not_given(
    desk_view: Desk, services: Services, make: Make
) -> None:
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    section = _board(desk_view)
    grid = section.grid
    QTest.mouseDClick(
        grid, Qt.MouseButton.LeftButton, pos=grid._rect(0, range(1)).center().toPoint()
    )
    (banner,) = section.banners.shown()
    assert "past" in banner.text
    desk_view.press("W", Qt.Key.Key_PageDown)
    desk_view.settle()
    QTest.mouseDClick(
        grid, Qt.MouseButton.LeftButton, pos=grid._rect(2, range(4, 5)).center().toPoint()
    )
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.start))
    # Esc: no appointment after all, and the next car is an ordinary one.
    desk_view.press(ESC)
    car = make.vehicle()
    desk_view.page.begin(car)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    assert desk_view.page.view.shows(desk_view.page.view.desk)


def test_a_move_is_taken_back(desk_view: Desk, services: Services, make: Make) -> None:
    visit_id = _book(services, make, 15)
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    section = _board(desk_view)
    before = services.intake.open(visit_id).advisor
    desk_view.press("N", "M", DOWN, DOWN, RIGHT, ENTER)
    desk_view.until(lambda: _hour(services, visit_id) == 16)
    desk_view.settle()
    desk_view.ctrl(Qt.Key.Key_Z)
    desk_view.until(lambda: _hour(services, visit_id) == 15)
    desk_view.settle()
    assert services.intake.open(visit_id).advisor == before
    assert "is back at" in section.banners.shown()[0].text


def test_the_advisor_is_chosen_while_booking(
    desk_view: Desk, services: Services, make: Make
) -> None:
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    car = make.vehicle()
    desk_view.page.begin(car, book=True)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.book_page))
    desk_view.settle()
    form = desk_view.page.view.booking
    # Whoever writes it down receives the car, unless somebody else is said.
    assert form.advisor.value() == services.desk.actor.id
    assert form.advisor.hint()
    tomorrow = local(_at(services, 9, days=1), services.desk.clock)
    desk_view.press(f"{tomorrow:%m/%d} 9:00", ENTER, ENTER, ENTER, "1")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.list(VisitFilter(vehicle_id=car)))
    (one,) = services.appointments.board(tomorrow.date()).appointments
    assert one.advisor == "陈晨"


def _week_slot(desk: Desk) -> None:
    """The first slot of next week's Monday is asked for."""
    _board(desk)
    desk.press("W", Qt.Key.Key_PageDown)
    desk.settle()
    desk.press(*[Qt.Key.Key_Left] * 7, *[Qt.Key.Key_Up] * 20, ENTER)
    desk.until(lambda: desk.page.view.shows(desk.page.view.start))


def test_somebody_new_on_the_telephone_is_given_the_slot(
    desk_view: Desk, services: Services
) -> None:
    _week_slot(desk_view)
    desk_view.ctrl(Qt.Key.Key_N)
    desk_view.press("王小明", ENTER, "13911112222", ENTER, "粤B12345", ENTER, ENTER, "凯越")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.book_page))
    desk_view.settle()
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.list(VisitFilter(statuses=frozenset({BOOKED}))))
    (row,) = services.intake.list(VisitFilter(statuses=frozenset({BOOKED})))
    assert (row.customer, row.advisor) == ("王小明", services.desk.actor.name)
    assert row.booked_for is not None
    here = local(row.booked_for, services.desk.clock)
    assert (here.weekday(), here.time()) == (0, time(8))
    desk_view.settle()


def test_a_car_that_is_here_is_not_booked_again(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    visit_id = make.visit(car)
    number = services.intake.open(visit_id).number
    _week_slot(desk_view)
    desk_view.page.begin(car)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.until(lambda: any(number in b.text for b in desk_view.page.banners.shown()))
    desk_view.settle()
    assert services.intake.list(VisitFilter(statuses=frozenset({BOOKED}))) == ()
