"""What the tab shows to whom, what is refused and why, what is kept, printed and listed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.services.desk import Change
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Subject
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from tests.services.complaints.loop import Loop, State, Step
from tests.ui.complaints.conftest import Desk
from tests.ui.keys import CTRL, ENTER, chord, press


def _opened(page: ComplaintsPage, ticket_id: str, tasks: Tasks, qtbot: QtBot) -> ComplaintsPage:
    page.open_place(Place("complaints", ticket_id, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.ticket is not None)
    return page


def _id_shown(page: ComplaintsPage) -> str:
    return page.ticket.ticket.id if page.ticket.ticket is not None else ""


def test_the_list_says_clock_state_and_holder(loop: Loop, clock: FixedClock, desk_of: Desk) -> None:
    loop.take(loop.register(), Step.ACKNOWLEDGED)
    clock.move(timedelta(hours=20))
    loop.take(loop.register(safety=True), Step.ACKNOWLEDGED)
    clock.move(timedelta(hours=5))
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    _, cells = page.list.table.texts()
    assert [row[:4] for row in cells] == [
        ["1 h 00 min over", "To judge", "CS specialist / CS manager", "C-2026-000001"],
        ["19 h 00 min left", "To judge", "CS specialist / CS manager", "C-2026-000002"],
    ]
    assert page.list.over.text == "1 overdue"
    clock.move(timedelta(hours=20))
    page.tick()
    assert page.list.over.text == "2 overdue"


def test_enter_opens_escape_goes_back(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    loop.register()
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and page.stack.currentWidget() is page.ticket)
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    assert page.list.table.view.hasFocus()


def test_the_keys_stay_in_the_form_when_the_ticket_is_read_anew(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    page = desk_of(loop.people[Role.GENERAL_MANAGER])
    page.open_place(Place("complaints", ticket_id, "approve"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    assert page.ticket.steps.form is not None
    page.ticket.steps.form.focus_first()
    before = page.ticket.ticket
    loop.take(ticket_id, Step.ADDED)
    page.refresh(frozenset({Change.COMPLAINTS}))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.ticket is not before)
    focused = QApplication.focusWidget()
    assert page.ticket.steps.form is not None
    assert focused is not None
    assert page.ticket.steps.form.isAncestorOf(focused)


@pytest.mark.parametrize("changed", [False, True])
def test_the_step_that_was_chosen_stays_when_the_ticket_is_read_anew(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot, changed: bool
) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    page = _opened(desk_of(loop.handler), ticket_id, tasks, qtbot)
    steps = page.ticket.steps
    assert steps.choose(Step.PAUSED)
    steps.focus_form()
    assert steps.form is not None
    press(ENTER)
    stood_on = QApplication.focusWidget()
    if changed:
        loop.take(ticket_id, Step.ADDED)
    before = page.ticket.ticket
    page.refresh(frozenset({Change.COMPLAINTS}))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.ticket is not before)
    assert steps.form.step.step is Step.PAUSED
    focused = QApplication.focusWidget()
    assert focused is not None
    assert steps.form.isAncestorOf(focused)
    assert changed or focused is stood_on


def test_after_a_step_beside_the_next_one_is_shown_again(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    page = _opened(desk_of(loop.handler), ticket_id, tasks, qtbot)
    steps = page.ticket.steps
    assert steps.choose(Step.ADDED)
    steps.focus_form()
    press("customer called again")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and "customer called again" in page.ticket.entries.texts[0])
    assert steps.form is not None
    assert steps.form.step.step is Step.RETURNED


def test_no_step_is_taken_on_a_ticket_while_another_is_on_its_way(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    shown, meant = loop.at(State.TO_OPINE), loop.at(State.TO_OPINE)
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), shown, tasks, qtbot)
    press("opinion of the first")
    page.open_place(Place("complaints", meant, "open"))
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and _id_shown(page) == meant)
    opened = page.context.services.complaints.open
    assert [opened(each).state for each in (shown, meant)] == [State.TO_OPINE] * 2
    press("opinion of the second")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and opened(meant).state is not State.TO_OPINE)
    assert opened(shown).state is State.TO_OPINE


def test_who_may_not_take_it_sees_who_holds_it_and_why(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    page = _opened(desk_of(loop.people[Role.CS_SPECIALIST]), ticket_id, tasks, qtbot)
    card = page.ticket.steps
    assert card.form is None
    assert not card.take.isVisible()
    assert card.waits.text() == "To approve. The ticket is with: General manager."
    assert card.why.text() == (
        "'Approved' is a step of the General manager; your roles do not allow it."
    )
    offered = [each.text() for each in card.beside if each.isVisible()]
    assert offered == ["Customer was told", "Add words"]


def test_clocks_and_strip_move_with_the_minute(
    loop: Loop, clock: FixedClock, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), ticket_id, tasks, qtbot)
    head = page.ticket.head
    assert (head.next_clock.tone, head.next_clock.text) == (
        Tone.OK,
        "Handling: 12 h 00 min left",
    )
    clock.move(timedelta(hours=13))
    page.tick()
    assert (head.next_clock.tone, head.next_clock.text) == (
        Tone.ERROR,
        "Handling: 1 h 00 min over",
    )
    titles = [(step.title, step.state.value) for step in head.strip.steps()]
    assert titles[5:8] == [("Dispatched", "done"), ("Returned", "now"), ("Followed up", "next")]


def test_entries_stand_newest_first_and_cannot_be_typed_into(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    ticket_id = loop.at(State.TO_APPROVE)
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), ticket_id, tasks, qtbot)
    entries = page.ticket.entries
    assert [text.split(",")[0] for text in entries.texts] == [
        "Opinion",
        "Judged",
        "Acknowledged",
        "Registered",
    ]
    assert "免费返修，致歉并赠保养一次" in entries.texts[0]
    assert page.ticket.said.words.text() == "空调修了两次还是不凉"
    assert entries.findChildren(QLineEdit) == []
    assert entries.findChildren(QPlainTextEdit) == []


def test_a_step_taken_by_another_in_between_is_told_and_nothing_is_lost(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), ticket_id, tasks, qtbot)
    press("我的意见")
    loop.take(ticket_id, Step.JUDGED)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(page.banners.shown()))
    assert any("was quicker" in banner.text for banner in page.banners.shown())
    form = page.ticket.steps.form
    assert form is not None
    assert form.field("words").value() == "我的意见"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert loop.open(ticket_id).state is State.TO_APPROVE


def test_what_is_typed_is_kept_and_offered_to_its_owner(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    manager = loop.people[Role.CS_MANAGER]
    page = _opened(desk_of(manager), ticket_id, tasks, qtbot)
    press("写到一半")
    assert page.has_unsaved()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tasks.idle)
    again = _opened(desk_of(manager), ticket_id, tasks, qtbot)
    qtbot.waitUntil(lambda: bool(again.banners.shown()))
    again.banners.shown()[0].action.click()
    form = again.ticket.steps.form
    assert form is not None
    assert form.field("words").value() == "写到一半"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert manager.drafts.all() == ()


def test_registration_says_what_is_missing_beside_each_field(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(loop.people[Role.CS_MANAGER])
    page.open_place(Place("complaints", None, "new", Subject(loop.customer)))
    qtbot.waitUntil(lambda: tasks.idle and page.register.start is not None)
    chord(ENTER, CTRL)
    form = page.register.form
    qtbot.waitUntil(lambda: tasks.idle and bool(form.words_.error()))
    assert {field.name for field in form.fields() if field.error()} == {
        "words",
        "channel",
        "category",
        "level",
    }
    assert form.complainant.value() == "王芳"


def test_the_category_is_two_keys(loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    page.open_place(Place("complaints", None, "new", Subject(loop.customer)))
    qtbot.waitUntil(lambda: tasks.idle and page.register.start is not None)
    category = page.register.form.category
    category.setFocus()
    press("s")
    assert category.value() is None
    press("3")
    assert category.value() == "waiting.promise"
    press("h")
    assert category.value() == "other.other"
    press(Qt.Key.Key_Backspace)
    assert category.value() is None


def test_an_abandoned_registration_is_offered_for_its_customer_only(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    other = loop.make.customer("李雷")

    def begin(customer: str) -> None:
        page.open_place(Place("complaints", None, "new", Subject(customer)))
        qtbot.waitUntil(
            lambda: (
                tasks.idle
                and page.register.start is not None
                and page.register.start.customer_id == customer
            )
        )

    begin(loop.customer)
    press("话说到一半")
    begin(other)
    assert page.register.form.words_.value() is None
    assert [banner.text for banner in page.banners.shown()] == []
    begin(loop.customer)
    qtbot.waitUntil(lambda: bool(page.banners.shown()))
    page.banners.shown()[0].action.click()
    assert page.register.form.words_.value() == "话说到一半"


def test_a_new_complaint_without_a_customer_says_how_to_find_one(loop: Loop, desk_of: Desk) -> None:
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    chord(Qt.Key.Key_N, CTRL)
    assert [b.text for b in page.banners.shown()] == [
        "Find the customer first: Ctrl+K, type, then Alt+Enter."
    ]


def test_the_form_is_printed_and_shown(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), ticket_id, tasks, qtbot)
    chord(Qt.Key.Key_P, CTRL)

    def window() -> PdfWindow | None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PdfWindow)]
        return next((w for w in found if w.isVisible()), None)

    qtbot.waitUntil(lambda: tasks.idle and window() is not None)
    shown = window()
    assert shown is not None
    assert shown.pdf.startswith(b"%PDF")
    shown.close()
    assert loop.open(ticket_id).prints == 1
    assert page.ticket.ticket is not None


def test_the_tickets_behind_a_figure_are_listed(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = loop.register(), loop.register()
    page = desk_of(loop.people[Role.CS_MANAGER])
    page.open_place(Place("complaints", None, "list", ("维修质量", (second,))))
    qtbot.waitUntil(lambda: tasks.idle and len(page.list.table.rows()) == 1)
    assert page.list.table.rows()[0].id == second
    banner = page.banners.shown()[0]
    assert "维修质量" in banner.text
    banner.action.click()
    qtbot.waitUntil(lambda: tasks.idle and len(page.list.table.rows()) == 2)
    assert {row.id for row in page.list.table.rows()} == {first, second}


def test_the_language_switches_under_a_half_typed_step(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    page = _opened(desk_of(loop.people[Role.SERVICE_MANAGER]), ticket_id, tasks, qtbot)
    press("调查")
    language.switch().use(Language.ZH_CN)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    form = page.ticket.steps.form
    assert form is not None
    assert form.field("investigation").label.text().startswith("调查结果")
    assert form.field("investigation").value() == "调查"
    assert page.ticket.head.state.text == "处理中"


def test_the_customer_opens_from_the_ticket(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot, places: list[Place]
) -> None:
    page = _opened(desk_of(loop.people[Role.CS_MANAGER]), loop.at(State.TO_OPINE), tasks, qtbot)
    page.ticket.head.customer.click()
    assert places == [Place("customers", loop.customer, "open")]
