"""Every appointment of the board is reached by keys: side by side, or beside the hours."""

from __future__ import annotations

from PySide6.QtCore import Qt

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.desk import Change
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.ui.intake.conftest import Desk
from tests.ui.intake.test_appointments_part import DOWN, ESC, RIGHT, _at, _board, _book, _hour
from tests.ui.keys import ENTER

LEFT, INSERT = Qt.Key.Key_Left, Qt.Key.Key_Insert


def test_side_by_side_the_arrows_lead_from_one_to_the_next(
    desk_view: Desk, services: Services, make: Make
) -> None:
    ids = [_book(services, make, 15) for _ in range(3)]
    other = make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    there = services.intake.book(
        BookingInput(make.vehicle(), _at(services, 15), advisor_id=other.id)
    )
    grid = _board(desk_view).grid
    desk_view.press("N")

    def here() -> str:
        one = grid.current()
        return one.visit_id if one is not None else ""

    gone_through = [here()]
    for _ in range(2):
        desk_view.press(RIGHT)
        gone_through.append(here())
    assert sorted(gone_through) == sorted(ids)
    desk_view.press(RIGHT)
    assert here() == there
    # What is carried goes from column to column, whatever stands in the slot.
    desk_view.press(LEFT, "M", RIGHT, DOWN, DOWN, ENTER)
    desk_view.until(lambda: _hour(services, gone_through[0]) == 16)
    desk_view.settle()
    assert services.intake.open(gone_through[0]).advisor == "陈晨"


def test_a_slot_with_room_takes_one_more_by_ins(
    desk_view: Desk, services: Services, make: Make
) -> None:
    _book(services, make, 16)
    _board(desk_view)
    desk_view.press("N", INSERT)
    start = desk_view.page.view.start
    desk_view.until(lambda: desk_view.page.view.shows(start))
    desk_view.settle()
    assert "16:00" in start.card._title.text()
    desk_view.press(ESC)


def test_one_beside_the_hours_is_seen_moved_and_received(
    desk_view: Desk, services: Services, make: Make
) -> None:
    late, early = _book(services, make, 20), _book(services, make, 6, days=1)
    section = _board(desk_view)
    grid = section.grid
    assert "1 outside the hours" in section.said.text()
    (placed,) = grid.placed
    assert grid.board is not None
    assert placed.rows.stop == len(grid.board.slots)
    desk_view.press("N")
    assert section.said.text().startswith("20:00")
    desk_view.press("M", *[Qt.Key.Key_Up] * 3, ENTER)
    desk_view.until(lambda: _hour(services, late) == 16)
    desk_view.settle()
    desk_view.press(Qt.Key.Key_PageDown)
    desk_view.settle()
    (placed,) = grid.placed
    assert (placed.appointment.visit_id, placed.rows.start) == (early, 0)


def test_what_is_carried_stays_in_hand_while_others_book(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = _book(services, make, 15)
    section = _board(desk_view)
    desk_view.press("N", "M", DOWN, DOWN)
    _book(services, make, 14)
    section.refresh(frozenset({Change.VISITS}))
    desk_view.settle()
    assert len(section.grid.placed) == 2
    desk_view.press(ENTER)
    desk_view.until(lambda: _hour(services, visit_id) == 16)
    desk_view.settle()


def test_with_the_minute_the_board_finds_who_has_not_come(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    _book(services, make, 11)
    section = _board(desk_view)
    assert not section.missed.isVisible()
    clock.set(_at(services, 13))
    section._minute.timeout.emit()
    desk_view.settle()
    assert section.missed.isVisible()
