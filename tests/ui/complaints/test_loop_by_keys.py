"""A complaint from registration to filed through real keys, each step by its person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import ComplaintLevel, ResponseKind, Role
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Subject
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop, State, Step
from tests.ui.complaints.conftest import Desk
from tests.ui.keys import CTRL, ENTER, chord, press

_TAB = Qt.Key.Key_Tab


@pytest.mark.parametrize("speak", Language)
def test_registration_to_filed(
    loop: Loop, clock: FixedClock, desk_of: Desk, tasks: Tasks, qtbot: QtBot, speak: Language
) -> None:
    language.switch().use(speak)
    cs = loop.people[Role.CS_SPECIALIST]
    ticket_id = _register(desk_of(cs), loop, tasks, qtbot)
    assert loop.open(ticket_id).words == "修了两次还是不凉"

    def turn(role: Role, *keys: Callable[[], None] | str | Qt.Key, to: State) -> None:
        clock.move(timedelta(hours=1))
        page = desk_of(loop.people[role])
        page.open_place(Place("complaints", ticket_id, "step"))
        qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
        for key in keys:
            if callable(key):
                key()
            else:
                press(key)
        chord(ENTER, CTRL)
        qtbot.waitUntil(lambda: tasks.idle)
        assert _faults(page) == []
        assert loop.open(ticket_id).state is to

    # Level and category stand; Enter, Enter, not a safety matter, valid, service.
    turn(Role.CS_SPECIALIST, "5", ENTER, ENTER, "2", ENTER, "1", ENTER, "1", to=State.TO_OPINE)
    assert loop.open(ticket_id).level is ComplaintLevel.COMPLAINT_URGENT
    turn(Role.CS_MANAGER, "免费返修并致歉", to=State.TO_APPROVE)
    turn(Role.GENERAL_MANAGER, to=State.TO_DISPATCH)
    turn(Role.SERVICE_MANAGER, "处理人", to=State.TO_RETURN)
    turn(
        Role.SERVICE_MANAGER,
        *("膨胀阀堵塞", ENTER, "未清洗", ENTER, "未试车", ENTER, "李师傅", ENTER, ENTER, ENTER),
        *("1", "7", ENTER, "换阀", ENTER, "修后试车", ENTER, "380.5", ENTER, ENTER, ENTER),
        *("接受", ENTER, "1"),
        to=State.TO_FOLLOW_UP,
    )
    returned = {part.name: part.value for part in loop.open(ticket_id).entries[-1].parts}
    assert returned["responses"] == (ResponseKind.REWORK, ResponseKind.APOLOGY)
    assert returned["cost"] == 380.5
    turn(Role.CS_MANAGER, "1", ENTER, "9", ENTER, "很满意", to=State.TO_SIGN_OFF)
    turn(Role.GENERAL_MANAGER, to=State.TO_FILE)
    turn(Role.CS_SPECIALIST, "处理及时", ENTER, "修后必试车", ENTER, "顾客在外地", to=State.FILED)
    assert [entry.step for entry in loop.open(ticket_id).entries] == [
        Step.REGISTERED, Step.JUDGED, Step.OPINION, Step.APPROVED, Step.DISPATCHED,
        Step.RETURNED, Step.FOLLOWED_UP, Step.SIGNED_OFF, Step.FILED,
    ]  # fmt: skip


def _register(page: ComplaintsPage, loop: Loop, tasks: Tasks, qtbot: QtBot) -> str:
    subject = Subject(loop.customer, loop.vehicle, loop.visit)
    page.open_place(Place("complaints", None, "new", subject))
    qtbot.waitUntil(lambda: tasks.idle and page.register.start is not None)
    press("修了两次还是不凉")
    page.register.form.channel.setFocus()
    press("3", ENTER, "r", "1", ENTER, "4")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.ticket is not None)
    assert page.ticket.ticket is not None
    assert page.stack.currentWidget() is page.ticket
    return page.ticket.ticket.id


def _faults(page: ComplaintsPage) -> list[str]:
    form = page.ticket.steps.form
    beside = [field.error() for field in form.fields() if field.error()] if form else []
    return beside + [b.text for b in page.banners.shown() if b.tone.value == "error"]


def test_the_manager_approves_with_one_chord(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    page = desk_of(loop.people[Role.GENERAL_MANAGER])
    page.open_place(Place("complaints", ticket_id, "approve"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert loop.open(ticket_id).state is State.TO_DISPATCH
    assert page.ticket.ticket is not None
    assert page.ticket.ticket.state is State.TO_DISPATCH


def test_sending_back_wants_its_reason(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    page = desk_of(loop.people[Role.GENERAL_MANAGER])
    page.open_place(Place("complaints", ticket_id, "step"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    chord(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    form = page.ticket.steps.form
    assert form is not None
    assert form.step.step is Step.SENT_BACK
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and bool(form.field("words").error()))
    assert form.field("words").error() == "This has to be filled in."
    press("请写补偿方案")
    assert form.field("words").error() == ""
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert loop.open(ticket_id).state is State.TO_OPINE


def test_fields_that_do_not_apply_are_out_of_sight(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.register()
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    page.open_place(Place("complaints", ticket_id, "step"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    form = page.ticket.steps.form
    assert form is not None
    seen = {field.name for field in form.fields() if field.isVisible()}
    assert seen == {"level", "category", "safety", "valid", "words"}
    form.field("valid").setFocus()
    press("1")
    assert form.field("department").isVisible()
    assert not form.field("explained").isVisible()
    press("2")
    assert not form.field("department").isVisible()
    assert form.field("explained").isVisible()


def test_news_of_the_change_may_come_before_the_answer_to_it(
    loop: Loop, desk_of: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    ticket_id = loop.at(State.TO_SIGN_OFF)
    manager = loop.people[Role.GENERAL_MANAGER]
    page = desk_of(manager)
    page.open_place(Place("complaints", ticket_id, "step"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    before = page.ticket.ticket
    assert before is not None

    page.take()
    page.ticket.show_ticket(before, manager.complaints.categories())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    qtbot.waitUntil(lambda: tasks.idle)
    assert loop.open(ticket_id).state is State.TO_FILE
