"""Who did not come is marked so, and it is taken back; an arrival that was none leaves no trace."""

from __future__ import annotations

from PySide6.QtCore import Qt

from frontdesk.clock import FixedClock
from frontdesk.models.enums import VisitStatus
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.ui.intake.conftest import Desk
from tests.ui.intake.test_appointments_part import (
    BOOKED,
    DELETE,
    DOWN,
    ESC,
    _at,
    _board,
    _book,
    _hour,
)
from tests.ui.keys import ENTER


def test_who_did_not_come_is_marked_one_by_one_or_all_at_once(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    ids = [_book(services, make, 11), _book(services, make, 11), _book(services, make, 16)]
    clock.set(_at(services, 13))
    section = _board(desk_view)
    assert section.missed.isVisible()
    desk_view.press("N", DELETE)
    desk_view.until(
        lambda: sum(services.intake.open(i).status is VisitStatus.NO_SHOW for i in ids) == 1
    )
    desk_view.settle()
    section.missed.click()
    desk_view.until(
        lambda: (
            [services.intake.open(i).status is VisitStatus.NO_SHOW for i in ids]
            == [True, True, False]
        )
    )
    desk_view.settle()
    assert not section.missed.isVisible()


def test_a_no_show_is_taken_back_at_once_and_later_too(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    ids = [_book(services, make, 11), _book(services, make, 11)]
    clock.set(_at(services, 13))
    section = _board(desk_view)

    def missed() -> int:
        return sum(services.intake.open(i).status is VisitStatus.NO_SHOW for i in ids)

    desk_view.press("N", DELETE)
    desk_view.until(lambda: missed() == 1)
    desk_view.settle()
    desk_view.ctrl(Qt.Key.Key_Z)
    desk_view.until(lambda: missed() == 0)
    desk_view.settle()
    assert [b.text for b in section.banners.shown()] == ["1 appointment again, as before."]
    section.missed.click()
    desk_view.until(lambda: missed() == 2)
    desk_view.settle()
    section.focus_first()
    desk_view.ctrl(Qt.Key.Key_Z)
    desk_view.until(lambda: missed() == 0)
    desk_view.settle()
    # Long after, Del takes it back as it has marked it.
    here = section.grid.current()
    assert here is not None
    desk_view.press(DELETE)
    desk_view.until(lambda: missed() == 1)
    desk_view.settle()
    section.banners.remove("undo")
    desk_view.press(DELETE)
    desk_view.until(lambda: missed() == 0)
    desk_view.settle()
    assert services.intake.open(here.visit_id).status is BOOKED


def test_a_no_show_noted_in_the_visit_is_taken_back_there(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    visit_id = _book(services, make, 11)
    clock.set(_at(services, 13))
    desk_view.page.open_visit(visit_id)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    desk_view.settle()
    desk_view.press(Qt.Key.Key_F8)
    desk_view.until(lambda: services.intake.open(visit_id).status is VisitStatus.NO_SHOW)
    desk_view.settle()
    assert "is noted as a no-show" in desk_view.page.banners.shown()[0].text
    desk_view.ctrl(Qt.Key.Key_Z)
    desk_view.until(lambda: services.intake.open(visit_id).status is BOOKED)
    desk_view.settle()
    sheet = desk_view.page.view.visit.sheet
    assert sheet is not None
    assert sheet.status is BOOKED


def test_an_arrival_that_was_a_mistake_leaves_the_appointment_as_it_was(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = _book(services, make, 16)
    before = services.intake.open(visit_id)
    section = _board(desk_view)
    desk_view.press("N", ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    desk_view.press(ESC)
    desk_view.settle()
    assert services.intake.open(visit_id) == before
    assert services.drafts.offered("intake", before.head.vehicle_id) is None
    _board(desk_view)
    desk_view.press("N", "M", DOWN, DOWN, ENTER)
    desk_view.until(lambda: _hour(services, visit_id) == 17)
    desk_view.settle()
    assert section.grid.current() is not None


def test_who_was_given_up_and_comes_after_all_is_received_into_the_same_visit(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    visit_id = _book(services, make, 11)
    clock.set(_at(services, 13))
    _board(desk_view)
    desk_view.press("N", DELETE)
    desk_view.until(lambda: services.intake.open(visit_id).status is VisitStatus.NO_SHOW)
    desk_view.settle()
    desk_view.press(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    panel = desk_view.page.view.desk
    assert panel.start is not None
    assert panel.start.booking is not None
    assert panel.start.booking.visit_id == visit_id
    assert panel.form.words.typed() == "首保"
    # Or another appointment is given to who telephones.
    assert panel.book.isVisible()
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: services.intake.open(visit_id).status is VisitStatus.ARRIVED)
    desk_view.settle()
