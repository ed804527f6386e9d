"""A visit is seen through to the keys given back, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import PayMethod, Role, Satisfaction, VisitStatus
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.printed import PrintedForm
from frontdesk.services.registry import Services
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.intake.visit_view import Mode
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.step_strip import StepState
from frontdesk.ui.kit.tokens import Tone
from tests.factories import Make
from tests.services.evidence import files
from tests.services.intake.kit import given, ready_visit
from tests.ui.intake.conftest import Desk, Open
from tests.ui.keys import ALT, CTRL, ENTER, chord

F7, F8, F9, ESC = Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Escape


def _open(desk: Desk, visit_id: str) -> None:
    desk.page.open_place(Place("intake", visit_id, "open"))
    desk.until(lambda: desk.page.view.shows(desk.page.view.visit))
    desk.settle()


def _stands(services: Services, visit_id: str, status: VisitStatus) -> bool:
    return _status(services, visit_id) is status


def _status(services: Services, visit_id: str) -> VisitStatus:
    return services.intake.open(visit_id).status


def test_ctrl_enter_takes_the_next_step_until_the_keys_are_given_back(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    for status in (VisitStatus.IN_WORKSHOP, VisitStatus.READY):
        desk_view.ctrl(ENTER)
        desk_view.until(partial(_stands, services, visit_id, status))
        desk_view.settle()
    desk_view.ctrl(ENTER)
    visit = desk_view.page.view.visit
    desk_view.until(lambda: visit.mode is Mode.HAND_OVER)
    desk_view.press("500", ENTER, ENTER, "3", ENTER, "1", ENTER, ENTER, "换刹车片", ENTER)
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _status(services, visit_id) is VisitStatus.HANDED_OVER)
    desk_view.settle()
    sheet = services.intake.open(visit_id)
    assert sheet.actual_total == Decimal("500.00")
    assert (sheet.pay_method, sheet.satisfaction) == (PayMethod.WECHAT, Satisfaction.SATISFIED)
    assert sheet.advice == "换刹车片"
    assert sheet.replaced_parts == "机油 × 4.5"
    assert sheet.next_maintenance_on is not None
    assert visit.mode is Mode.FACTS
    assert {step.state for step in visit.strip.steps()} == {StepState.DONE}


def test_more_than_was_agreed_is_refused_beside_the_amounts(
    desk_view: Desk, services: Services, make: Make
) -> None:
    ready = ready_visit(services, make.vehicle())
    _open(desk_view, ready.id)
    desk_view.ctrl(ENTER)
    visit = desk_view.page.view.visit
    desk_view.until(lambda: visit.mode is Mode.HAND_OVER)
    desk_view.press("600", ENTER, ENTER, "1")
    desk_view.ctrl(ENTER)
    desk_view.until(visit.hand_over.amounts.error)
    assert "524.55" in visit.hand_over.amounts.error()
    assert visit.hand_over.amounts.total() == Decimal(600)
    assert _status(services, ready.id) is VisitStatus.READY


def test_a_change_is_recorded_with_who_was_asked(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(F7)
    visit = desk_view.page.view.visit
    assert visit.mode is Mode.CHANGE
    visit.change.items.table.go(2, 0)
    desk_view.press("2", "换刹车片", ENTER, "80", ENTER, ENTER, ENTER)
    what = visit.change.field("what")
    assert what.typed() == "+ 换刹车片 ¥80.00"
    assert what.hint()
    # A key overwrites the guess, as all others.
    what.setFocus(Qt.FocusReason.TabFocusReason)
    desk_view.press("增加刹车片", ENTER, "磨损到限", ENTER, ENTER, "2", ENTER, "1")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.open(visit_id).changes)
    (change,) = services.intake.open(visit_id).changes
    assert (change.what, change.why) == ("增加刹车片", "磨损到限")
    assert (change.asked_whom, change.asked_how, change.agreed) == ("李娜", "phone", True)
    assert (change.total_before, change.total_after) == (Decimal("524.55"), Decimal("604.55"))


def test_what_changes_is_written_down_by_itself(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(F7)
    form = desk_view.page.view.visit.change
    what = form.field("what")
    first = form.items.value()[0]
    form.items.set_value((replace(first, labour=Decimal(200)),))
    assert what.typed() == "更换机油机滤 ¥524.55 → ¥604.55；− 全车检测"
    form.items.set_value((replace(first, declined_why="太贵"), *form._before[1:]))
    assert what.typed() == "Declined: 更换机油机滤"
    form.items.set_value(form._before)
    assert what.typed() == ""
    form.promised.setFocus(Qt.FocusReason.TabFocusReason)
    desk_view.press("18:30", ENTER)
    assert what.typed() == "Promised for 5 Nov 2026, 14:00 → 5 Nov 2026, 18:30"
    desk_view.press("配件晚到", ENTER, "供货商迟到", ENTER, ENTER, "1", ENTER, "1")
    # What the person wrote stays, whatever is changed after.
    form.items.set_value((first,))
    assert what.typed() == "配件晚到"
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.open(visit_id).changes)
    (change,) = services.intake.open(visit_id).changes
    assert change.what == "配件晚到"
    assert len(services.intake.open(visit_id).items) == 1


def test_a_change_left_half_said_names_what_is_missing(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(F7)
    desk_view.ctrl(ENTER)
    form = desk_view.page.view.visit.change
    desk_view.until(lambda: form.field("what").error())
    assert form.field("why").error()
    assert form.how.error()
    assert form.agreed.error()
    assert services.intake.open(visit_id).changes == ()
    desk_view.press(ESC)
    assert desk_view.page.view.visit.mode is Mode.FACTS


def test_a_change_half_written_is_offered_again(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(F7)
    form = desk_view.page.view.visit.change
    form.field("why").setFocus()
    desk_view.press("磨损到限", ESC)
    desk_view.settle()
    _open(desk_view, visit_id)
    desk_view.press(F7)
    desk_view.until(desk_view.page.banners.shown)
    assert form.field("why").value() is None
    desk_view.page.banners.shown()[0].action.click()
    assert form.field("why").value() == "磨损到限"


def test_leaving_without_the_work_needs_a_reason(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle(), agreed=False))
    _open(desk_view, visit_id)
    desk_view.press(F8)
    desk_view.ctrl(ENTER)
    form = desk_view.page.view.visit.decline
    desk_view.until(form.reason.error)
    desk_view.press("太贵")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _status(services, visit_id) is VisitStatus.DECLINED)
    assert services.intake.open(visit_id).declined_reason == "太贵"


def test_back_to_the_workshop_and_a_missed_appointment(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    ready = ready_visit(services, make.vehicle())
    _open(desk_view, ready.id)
    desk_view.press(F9)
    desk_view.until(lambda: _status(services, ready.id) is VisitStatus.IN_WORKSHOP)
    desk_view.settle()
    booked = services.intake.book(
        BookingInput(make.vehicle(), services.desk.now + timedelta(hours=1))
    )
    clock.move(timedelta(hours=2))
    _open(desk_view, booked)
    desk_view.press(F8)
    desk_view.until(lambda: _status(services, booked) is VisitStatus.NO_SHOW)


def test_the_slower_of_two_is_shown_what_is_saved(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(F8)
    desk_view.press("太贵")
    services.intake.start_work(visit_id, 1)
    desk_view.ctrl(ENTER)
    desk_view.until(desk_view.page.banners.shown)
    (banner,) = desk_view.page.banners.shown()
    assert desk_view.page.view.visit.decline.reason.value() == "太贵"
    banner.action.click()
    desk_view.settle()
    shown = desk_view.page.view.visit.sheet
    assert shown is not None
    assert shown.status is VisitStatus.IN_WORKSHOP


def test_the_board_opens_a_visit_and_marks_the_late_one(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    late = services.intake.register(given(services, make.vehicle()))
    fine = services.intake.register(
        given(services, make.vehicle(), promised_at=services.desk.now + timedelta(hours=9))
    )
    clock.move(timedelta(hours=5))
    desk_view.page.refresh(frozenset())
    board = desk_view.page.view.board
    desk_view.until(lambda: len(board.rows()) == 2)
    desk_view.settle()
    assert [row.id for row in board.rows()] == [late, fine]
    chips = [board.model.columns[2].chip(row) for row in board.rows()]  # type: ignore[misc]
    assert [chip.tone for chip in chips if chip] == [Tone.ERROR, Tone.INFO]
    board.view.setFocus()
    board.select(fine)
    desk_view.press(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    shown = desk_view.page.view.visit.sheet
    assert shown is not None
    assert shown.id == fine


def test_a_change_elsewhere_shows_at_once_but_leaves_an_open_form_alone(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    services.intake.start_work(visit_id, 1)
    visit = desk_view.page.view.visit
    desk_view.until(lambda: visit.sheet and visit.sheet.status is VisitStatus.IN_WORKSHOP)
    desk_view.press(F8)
    desk_view.press("太贵")
    services.intake.ready(visit_id, 2)
    desk_view.settle()
    assert visit.mode is Mode.DECLINE
    assert visit.decline.reason.value() == "太贵"


def test_who_may_only_look_has_nothing_to_press(
    open_desk: Open, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    desk = open_desk(make.services(Role.CS_SPECIALIST))
    assert desk.page.view.shows(desk.page.view.looker)
    _open(desk, visit_id)
    visit = desk.page.view.visit
    for act in (visit.primary, visit.changed, visit.not_done, visit.rework):
        assert not act.isVisible()
    assert visit.print_button.isVisible()


def test_everything_is_said_in_the_language_on_screen(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    language.switch().use(Language.ZH_CN)
    visit = desk_view.page.view.visit
    desk_view.until(lambda: visit.primary.button.text() == "开始维修")
    assert visit.strip.steps()[0].title == "到店"
    assert visit.facts.words_card.isVisible()
    assert desk_view.page.view.board.model.columns[0].title() == "车辆"


def test_a_complaint_of_the_visit_takes_customer_car_and_visit_along(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle = make.vehicle()
    visit_id = services.intake.register(given(services, vehicle))
    _open(desk_view, visit_id)
    chord(ENTER, ALT)
    complaints = desk_view.view.page("complaints")
    assert isinstance(complaints, ComplaintsPage)
    desk_view.until(lambda: complaints.register.start is not None)
    desk_view.settle()
    registered = complaints.register.form.given()
    head = services.intake.open(visit_id).head
    assert (registered.customer_id, registered.vehicle_id, registered.visit_id) == (
        head.customer_id,
        vehicle,
        visit_id,
    )
    assert complaints.register.form.about.options[0][0] == services.desk.actor.id


def test_words_are_added_beside_the_locked_ones(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    desk_view.press(Qt.Key.Key_F6)
    visit = desk_view.page.view.visit
    desk_view.until(lambda: visit.mode is Mode.WORDS)
    desk_view.say("顺便看一下空调")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: services.intake.open(visit_id).added)
    desk_view.settle()
    assert "顺便看一下空调" in visit.facts.added.text()
    assert visit.mode is Mode.FACTS


def test_a_booking_has_no_words_to_add_to(desk_view: Desk, services: Services, make: Make) -> None:
    at = services.desk.now + timedelta(days=1)
    _open(desk_view, services.intake.book(BookingInput(make.vehicle(), at)))
    assert not desk_view.page.view.visit.add_words.isVisible()


def test_the_sheet_is_printed_without_its_photos_for_once(
    desk_view: Desk, services: Services, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool | None] = []
    real = services.intake.print_sheet

    def print_sheet(visit_id: str, speech: Language, *, photos: bool | None = None) -> PrintedForm:
        asked.append(photos)
        return real(visit_id, speech, photos=photos)

    monkeypatch.setattr(services.intake, "print_sheet", print_sheet)
    monkeypatch.setattr("frontdesk.ui.intake.in_house.show_pdf", lambda *_: None)
    visit_id = services.intake.register(given(services, make.vehicle()))
    _open(desk_view, visit_id)
    visit = desk_view.page.view.visit
    assert not visit.print_other.isVisible()  # no photos, no choice
    services.evidence.add("visit", visit_id, "左.jpg", files.picture())
    _open(desk_view, visit_id)
    desk_view.until(visit.print_other.isVisible)
    assert visit.print_other.button.text() == "Print without photos"
    chord(Qt.Key.Key_P, CTRL | ALT)
    desk_view.until(lambda: asked == [False])
    desk_view.settle()
    services.settings.change_rules({"photos_on_sheet": False})
    visit.retranslate()
    assert visit.print_other.button.text() == "Print with photos"
    visit.print_other.button.click()
    desk_view.until(lambda: asked == [False, True])
    desk_view.settle()
    chord(Qt.Key.Key_P, CTRL)
    desk_view.until(lambda: asked == [False, True, None])
    desk_view.settle()
