"""Actions and penalties through real keys; nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import (
    ActionKind,
    ActionState,
    PenaltyPart,
    ResponseKind,
    Role,
    ValueClass,
)
from frontdesk.services.complaints.after_dto import NewAction
from frontdesk.services.registry import Services
from frontdesk.texts import term
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop, State
from tests.ui.complaints.conftest import Desk
from tests.ui.keys import ALT, CTRL, ENTER, chord, press

_ESC, _A, _P = Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_P


@pytest.fixture
def cs(loop: Loop) -> Services:
    return loop.people[Role.CS_MANAGER]


@pytest.fixture
def ticket(loop: Loop) -> str:
    return loop.at(State.TO_FOLLOW_UP)


def _open(
    page: ComplaintsPage, ticket: str, tasks: Tasks, qtbot: QtBot, action: str = "open"
) -> None:
    page.open_place(Place("complaints", ticket, action))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.after.after is not None)


def _set(services: Services, loop: Loop, ticket: str, **changes: object) -> str:
    values: dict[str, object] = {
        "kind": ActionKind.PREVENTIVE,
        "words": "每周抽查",
        "owner_id": loop.handler.desk.actor.id,
        "due_on": services.desk.today + timedelta(days=3),
    }
    return services.after.add_action(ticket, NewAction(**(values | changes)))  # type: ignore[arg-type]


@pytest.mark.parametrize("speak", Language)
def test_what_the_return_says_becomes_actions_by_two_chords(
    loop: Loop,
    cs: Services,
    ticket: str,
    desk_of: Desk,
    tasks: Tasks,
    qtbot: QtBot,
    speak: Language,
) -> None:
    language.switch().use(speak)
    page = desk_of(cs)
    _open(page, ticket, tasks, qtbot)
    chord(_A, ALT)
    chord(ENTER, CTRL)
    # The next thing the return says comes by itself.
    qtbot.waitUntil(lambda: len(cs.after.actions(ticket)) == 1)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and len(cs.after.actions(ticket)) == 2)
    qtbot.waitUntil(lambda: page.after.card.form is None)
    assert {(a.words, a.owner, a.due_on) for a in cs.after.actions(ticket)} == {
        ("更换膨胀阀", "处理人", date(2026, 11, 19)),
        ("修后必试车", "处理人", date(2026, 11, 19)),
    }


def test_the_returned_step_leads_to_its_actions(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket = loop.at(State.TO_RETURN)
    page = desk_of(loop.people[Role.SERVICE_MANAGER])
    _open(page, ticket, tasks, qtbot, "step")
    form = page.ticket.steps.form
    assert form is not None
    form.set_typed(
        {
            "investigation": "膨胀阀堵塞",
            "cause_by_department": "未清洗",
            "cause_by_cs": "未试车",
            "direct_person": "李师傅",
            "corrective": "换阀",
            "preventive": "修后试车",
            "reaction": "接受",
            "accepted": "True",
        }
    )
    form.field("responses").set_value((ResponseKind.REWORK,))
    form.focus_first()
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    assert page.after.card.form is not None
    assert page.after.card.form.text("words") == "换阀"


def test_a_penalty_is_set_and_its_faults_stand_beside_the_fields(
    loop: Loop, cs: Services, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(cs)
    _open(page, ticket, tasks, qtbot)
    chord(_P, ALT)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    form = page.after.card.form
    assert form is not None
    assert form.text("person") == "李师傅"  # whom the return names
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(form.field("amount").error()))
    assert form.field("person").error() == ""
    form.field("amount").setFocus()
    press("200.5", ENTER, "当月考核")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is None)
    (kept,) = cs.after.penalties(ticket)
    assert (kept.person, kept.part, kept.amount, kept.words) == (
        "李师傅",
        PenaltyPart.DIRECT,
        Decimal("200.50"),
        "当月考核",
    )
    assert any("200.50" in text for text in page.ticket.after.lines.texts)


def test_the_owner_ends_it_from_today(
    loop: Loop, cs: Services, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    action = _set(cs, loop, ticket)
    page = desk_of(loop.handler)
    _open(page, ticket, tasks, qtbot, f"after.end.{action}")
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    press(ENTER, "已写入标准")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is None)
    (kept,) = cs.after.actions(ticket)
    assert (kept.state, kept.result) == (ActionState.DONE, "已写入标准")


def test_what_is_typed_survives_going_away_and_the_step_beneath_too(
    loop: Loop, cs: Services, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(cs)
    _open(page, ticket, tasks, qtbot, "step")
    step = page.ticket.steps.form
    assert step is not None
    step.field("words").setFocus()
    press("顾客说可以")
    chord(_P, ALT)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    assert page.after.card.form is not None
    page.after.card.form.field("words").setFocus()
    press("通报批评")
    press(_ESC)
    qtbot.waitUntil(lambda: page.after.card.form is None)
    assert page.stack.currentWidget() is page.ticket
    assert step.field("words").typed() == "顾客说可以"
    qtbot.waitUntil(lambda: tasks.idle)
    page.open_place(Place("complaints", ticket, "after.penalty"))
    qtbot.waitUntil(
        lambda: (
            tasks.idle
            and page.after.card.form is not None
            and page.after.card.form.field("words").typed() == "通报批评"
        )
    )
    assert [each.form for each in cs.drafts.unfinished()].count("complaint.after.penalty") == 1
    form = page.after.card.form
    assert form is not None
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(form.field("amount").error()))
    form.field("amount").setFocus()
    press("0")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is None)
    assert "complaint.after.penalty" not in {each.form for each in cs.drafts.unfinished()}


def test_who_decides_nothing_is_told_who_does(
    loop: Loop, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(loop.handler)
    _open(page, ticket, tasks, qtbot)
    page.ticket.pages.show_page(page.ticket.after)
    assert not page.ticket.after.add_action.isVisible()
    assert "general manager" in page.ticket.after.why.text()
    chord(_A, ALT)
    assert page.after.card.form is None
    assert any("general manager" in banner.text for banner in page.banners.shown())


def test_whoever_saves_second_is_told_and_goes_on(
    loop: Loop, cs: Services, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    action = _set(cs, loop, ticket)
    page = desk_of(cs)
    _open(page, ticket, tasks, qtbot, f"after.change.{action}")
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is not None)
    form = page.after.card.form
    assert form is not None
    general = loop.people[Role.GENERAL_MANAGER]
    general.after.change_action(action, general.desk.actor.id, date(2026, 11, 20), "我来", 1)
    form.field("due_on").set_typed("2026-11-30")
    form.field("why").set_typed("等设备")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and "20 Nov 2026" in form.remark(), timeout=20_000)
    assert form.text("why") == "等设备"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.after.card.form is None)
    assert cs.after.actions(ticket)[0].due_on == date(2026, 11, 30)


def test_every_line_has_its_buttons_and_says_its_state_in_words(
    loop: Loop,
    cs: Services,
    ticket: str,
    clock: FixedClock,
    desk_of: Desk,
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    _set(cs, loop, ticket)
    clock.move(timedelta(days=5))
    page = desk_of(cs)
    _open(page, ticket, tasks, qtbot)
    page.ticket.pages.show_page(page.ticket.after)
    said = [text for text in page.ticket.after.lines.texts if "每周抽查" in text]
    assert said == ["Late\n每周抽查\nPreventive · 处理人 · due 8 Nov 2026, 2 days late"]
    offered = page.ticket.after.lines.findChildren(QPushButton)
    assert {button.text() for button in offered} == {"Make it an action …", "End …", "Change …"}
    assert page.ticket.pages.bar.tabText(1) == "Actions (1)"


def test_the_segment_lists_open_actions_and_enter_opens_the_ticket(
    loop: Loop,
    cs: Services,
    ticket: str,
    clock: FixedClock,
    desk_of: Desk,
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    _set(cs, loop, ticket, words="别人的")
    _set(cs, loop, ticket, words="我的", owner_id=cs.desk.actor.id)
    clock.move(timedelta(days=5))
    page = desk_of(cs)
    page.list.which.setFocus()
    press("4")
    qtbot.waitUntil(lambda: tasks.idle and len(page.list.action_list.table.rows()) == 2)
    assert [row.words for row in page.list.action_list.table.rows()] == ["我的", "别人的"]
    assert page.list.over.text == "2 overdue"
    page.list.focus_table()
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and page.stack.currentWidget() is page.ticket)
    qtbot.waitUntil(lambda: page.ticket.pages.stack.currentWidget() is page.ticket.after)
    assert page.ticket.ticket is not None
    assert page.ticket.ticket.id == ticket


@pytest.mark.parametrize("speak", Language)
def test_open_actions_are_narrowed_by_class_and_an_empty_list_says_so(
    loop: Loop,
    cs: Services,
    ticket: str,
    desk_of: Desk,
    tasks: Tasks,
    qtbot: QtBot,
    speak: Language,
) -> None:
    language.switch().use(speak)
    _set(cs, loop, ticket)
    page = desk_of(cs)
    page.list.which.setFocus()
    press("4")
    shown = page.list.action_list.table
    qtbot.waitUntil(lambda: tasks.idle and len(shown.rows()) == 1)
    whose = page.list.action_list.whose
    assert whose.isVisible()
    whose.setCurrentIndex(whose.findText(term(ValueClass.A, speak)))
    qtbot.waitUntil(lambda: tasks.idle and shown.rows() == [])
    said = {
        Language.ZH_CN: "这里没有这些客户的记录。",
        Language.EN: "Nothing here of these customers.",
    }
    assert said[speak] in {each.text() for each in shown.empty.findChildren(QLabel)}
    shown.empty.action.click()
    qtbot.waitUntil(lambda: tasks.idle and len(shown.rows()) == 1)


def test_the_review_list_of_a_month_is_printed_by_key(
    cs: Services, ticket: str, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(cs)
    page.list.review._offer()
    menu = page.list.review.menu
    assert [act.text() for act in menu.actions()][:2] == ["2026-11", "2026-10"]
    with qtbot.waitSignal(page.list.review.asked) as asked:
        menu.actions()[1].trigger()
    assert asked.args == [date(2026, 10, 1)]
    qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)  # the first paper of a run loads its fonts
    for window in QApplication.topLevelWidgets():
        if window is not page.window() and window.isVisible():
            window.close()


def test_who_sees_no_figures_prints_no_review(loop: Loop, desk_of: Desk) -> None:
    assert not desk_of(loop.handler).list.review.isVisible()
