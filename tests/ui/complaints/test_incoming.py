"""A call that comes in, by keys: who it is, the script, the form it fills, note or ticket."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from frontdesk.language import Language
from frontdesk.models.customer import Customer, CustomerNote
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel, Role
from frontdesk.services.complaints.dto import Ticket
from frontdesk.ui.complaints.incoming_form import IncomingForm
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Subject
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop, State, Step
from tests.ui.complaints.conftest import Desk
from tests.ui.keys import ALT, CTRL, ENTER, chord, press

_ROOM = 560
"""High enough for the form without scrolling, in a window of 1366 x 768."""
Wait = Callable[[], None]


@pytest.fixture
def wait(tasks: Tasks, qtbot: QtBot) -> Wait:
    """Until all that was asked for has been answered."""
    return lambda: qtbot.waitUntil(lambda: tasks.idle)


def _ringing(page: ComplaintsPage, wait: Wait, subject: str = "") -> ComplaintsPage:
    page.open_place(Place("complaints", None, "incoming", subject))
    wait()
    return page


def _pick(page: ComplaintsPage, qtbot: QtBot, typed: str) -> None:
    press(typed, ENTER)
    qtbot.waitUntil(lambda: page.incoming.view.is_under_way)


def _only_ticket(loop: Loop) -> Ticket:
    (number,) = loop.people[Role.GENERAL_MANAGER].complaints.numbers()
    return loop.open(number)


def test_a_known_caller_is_found_and_the_facts_fill_the_form(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    view = page.incoming.view
    assert view.caller.greeting.text().startswith("Hello, this is 远航汽车服务")
    _pick(page, qtbot, "8000")
    press("3", "空调修了两次", ENTER, "出风口", ENTER, "中午", ENTER)
    press(ENTER, ENTER, ENTER, ENTER)  # where, who, how, how much: passed over
    form = view.form
    assert form.words_.value() == "空调修了两次"
    assert form.field("what_happens").value() == "出风口"
    press("1", "1")  # repair quality; not safe to drive
    assert form.safety.value() is True
    press("免费修好", ENTER, "1")
    assert form.level.value() is ComplaintLevel.COMPLAINT_NORMAL
    assert view.say.sentences[0].text().startswith("I have written it all down")
    press(ENTER, "1")  # to the category, its leaf
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.ticket)
    wait()
    ticket = _only_ticket(loop)
    assert (ticket.words, ticket.remedy) == ("空调修了两次", "免费修好")
    assert (ticket.category, ticket.channel) == ("repair_quality.not_fixed", ComplaintChannel.PHONE)
    assert (ticket.vehicle_id, ticket.phone) == (loop.vehicle, "138 0013 8000")
    assert (ticket.facts.what_happens, ticket.facts.when_happens) == ("出风口", "中午")
    assert ticket.safety


def test_one_key_notes_that_the_customer_was_told(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = desk_of(loop.people[Role.CS_SPECIALIST])
    page.open_place(Place("complaints", None, "new", Subject(loop.customer)))
    wait()
    press("没人管")
    form = page.register.form
    form.category.setFocus()
    press("e4")
    form.level.setFocus()
    press("4")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: any("was the customer told" in b.text.lower() for b in _banners(page)))
    press(Qt.Key.Key_F8)
    wait()
    entry = _only_ticket(loop).entries[-1]
    assert entry.step is Step.ACKNOWLEDGED
    assert {part.name: part.value for part in entry.parts}["how"] == "by telephone"
    press(Qt.Key.Key_F8)  # once only
    wait()
    assert len(_only_ticket(loop).entries) == 2


def _banners(page: ComplaintsPage) -> list:  # type: ignore[type-arg]
    return list(page.banners.shown())


def test_a_stranger_s_suggestion_ends_as_a_note_in_a_new_file(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    services = loop.people[Role.CS_SPECIALIST]
    page = _ringing(desk_of(services), wait)
    press("13900001111", ENTER)
    qtbot.waitUntil(page.incoming.view.caller.name.editor().hasFocus)
    press("赵六", ENTER, ENTER)
    qtbot.waitUntil(lambda: page.incoming.view.is_under_way)
    press("1", "休息区放几把高椅子", ENTER, ENTER, ENTER, "1")
    assert page.incoming.view.save.text() == "Keep as a note"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: not page.incoming.view.is_under_way)
    wait()
    with services.desk.read() as session:
        customer = session.scalars(select(Customer).where(Customer.name == "赵六")).one()
        note = session.scalars(select(CustomerNote)).one()
    assert customer.phones[0].number == "13900001111"
    assert note.customer_id == customer.id
    assert note.text.startswith("Incoming call · Suggestion\nThe suggestion: 休息区放几把高椅子")
    assert services.complaints.numbers() == ()


def test_a_note_can_be_made_a_ticket_with_all_that_was_said(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    _pick(page, qtbot, "王芳")
    press("1", "休息区没有椅子", ENTER, ENTER, "加椅子", ENTER, "1")
    chord(Qt.Key.Key_T, CTRL)
    press("g1")  # facilities, the lounge
    page.incoming.view.form.level.setFocus()
    press("1")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.ticket)
    wait()
    ticket = _only_ticket(loop)
    assert (ticket.words, ticket.remedy) == ("休息区没有椅子", "加椅子")


def test_what_is_changed_by_hand_stays_and_more_is_added(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    _pick(page, qtbot, "王芳")
    press("3", "空调不凉", ENTER)
    form = page.incoming.view.form
    form.words_.set_typed("空调完全不凉")
    press(*(ENTER,) * 6, "2", "2", "修好", ENTER, "2", "还漏水", ENTER)
    assert form.words_.value() == "空调完全不凉\n还漏水"


def test_backspace_goes_back_to_the_script_and_its_answers(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    _pick(page, qtbot, "王芳")
    say = page.incoming.view.say
    press("2", "说好的免费", ENTER, Qt.Key.Key_Backspace)
    assert say.words.value() == "说好的免费"
    say.words.set_typed("")
    press(Qt.Key.Key_Backspace)
    assert say.answers.isVisible()
    assert page.incoming._run.kind is None
    press("1", ENTER)  # a suggestion has to be said
    assert say.words.error() != ""


def test_an_interrupted_call_comes_back(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    services = loop.people[Role.CS_SPECIALIST]
    page = _ringing(desk_of(services), wait)
    press("13900001111", ENTER)
    qtbot.waitUntil(page.incoming.view.caller.name.editor().hasFocus)
    press("赵六", ENTER, ENTER)
    qtbot.waitUntil(lambda: page.incoming.view.is_under_way)
    press("3", "刹车异响", ENTER, "前轮")
    assert page.has_unsaved()
    press(Qt.Key.Key_Escape)
    wait()
    again = _ringing(desk_of(services), wait)
    qtbot.waitUntil(lambda: bool(again.banners.shown()))
    again.banners.shown()[0].action.click()
    qtbot.waitUntil(lambda: again.incoming.view.is_under_way)
    wait()
    view = again.incoming.view
    assert view.form.words_.value() == "刹车异响"
    assert view.say.words.value() == "前轮"
    assert "赵六 · new file · 13900001111" in view.head.customer.text()
    press(Qt.Key.Key_End, "左边", ENTER)
    assert view.form.field("what_happens").value() == "前轮左边"


def test_a_call_under_way_is_still_there_after_a_look_elsewhere(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    earlier = loop.register()
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    _pick(page, qtbot, "王芳")
    wait()
    press("3", "空调不凉", ENTER)
    assert page.incoming.view.repeat.text == "Complaint no. 2 within 90 days"
    chord(Qt.Key.Key_O, ALT)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.ticket)
    wait()
    assert page.ticket.ticket is not None
    assert page.ticket.ticket.id == earlier
    _ringing(page, wait)
    assert page.incoming.view.form.words_.value() == "空调不凉"
    assert page.incoming.view.say.words.editor().hasFocus()


def test_name_and_number_of_somebody_new_are_asked_for_beside_their_fields(
    loop: Loop, desk_of: Desk, wait: Wait
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    caller = page.incoming.view.caller
    press(ENTER, ENTER, "12", ENTER)
    assert caller.name.error() != ""
    assert caller.phone.error() != ""
    assert not page.incoming.view.is_under_way


def test_every_script_fits_in_both_languages(
    loop: Loop, desk_of: Desk, wait: Wait, qtbot: QtBot
) -> None:
    page = _ringing(desk_of(loop.people[Role.CS_SPECIALIST]), wait)
    _pick(page, qtbot, "王芳")
    for speak in Language:
        language.switch().use(speak)
        for kind in "123":
            press(kind)
            view = page.incoming.view
            assert view.say.minimumSizeHint().height() <= view.call.height()
            assert view.minimumSizeHint().width() <= 1366
            page.incoming._back()
        form = page.incoming.view.form
        for group in "qwertyasdfgh":
            form.category.setFocus()
            press(group)
            qtbot.waitUntil(partial(_fits, form))
            form.category.set_value(None)


def _fits(form: IncomingForm) -> bool:
    return form.minimumSizeHint().height() <= _ROOM


def test_a_dissatisfied_caller_is_registered_to_be_judged(loop: Loop) -> None:
    loop.people[Role.CS_SPECIALIST].incoming.register(loop.given(), None)
    assert _only_ticket(loop).state is State.TO_JUDGE
