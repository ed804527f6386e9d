"""The call on screen: steps, branches, outcomes, hours, and nothing lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackStatus, CallOutcome, Role
from frontdesk.services.desk import Desk
from frontdesk.ui.callbacks.answers import AnswerButton
from frontdesk.ui.callbacks.outcome_bar import OUTCOME_KEYS
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.callbacks.run import Mode
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.callbacks.test_keys import WISH, WORDS, Hand
from tests.ui.keys import ALT, ENTER, chord

F9 = Qt.Key.Key_F9
BACK = Qt.Key.Key_Backspace
ESC = Qt.Key.Key_Escape


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


def _stored(desk: Desk, call: str) -> Callback:
    with desk.read() as session:
        return session.get_one(Callback, call)


def _step(page: CallbacksPage) -> str:
    assert page.calling.run is not None
    asked = page.calling.run.asked
    return asked.key if asked is not None else ""


def _mode(page: CallbacksPage) -> Mode:
    assert page.calling.run is not None
    return page.calling.run.mode


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_starting_shows_and_copies_the_number(page: CallbacksPage, hand: Hand) -> None:
    hand.key(ENTER)
    assert "138****8000" in _texts(page.call.facts)
    hand.key(F9)
    assert "138 0013 8000" in _texts(page.call.facts)
    assert QGuiApplication.clipboard().text() == "13800138000"


def test_the_bar_of_parts_leaves_its_room_to_an_open_call(page: CallbacksPage, hand: Hand) -> None:
    assert page.bar.isVisible()
    hand.key(ENTER)
    assert not page.bar.isVisible()
    chord(Qt.Key.Key_Right, ALT)
    assert page.bar.isVisible()
    chord(Qt.Key.Key_Left, ALT)
    assert not page.bar.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert page.bar.isVisible()


def test_the_facts_stand_at_the_left(page: CallbacksPage, hand: Hand) -> None:
    hand.key(ENTER)
    shown = _texts(page.call.facts)
    for text in ("粤B·12345", "远航 S7", "更换机油机滤", "王强", "Promised", "Nobody has called"):
        assert text in shown


def test_backspace_goes_back_and_the_branch_taken_is_visible(
    page: CallbacksPage, hand: Hand
) -> None:
    hand.key(F9)
    for answer in "112":
        hand.key(answer)
    assert _step(page) == "papers"
    assert page.call.say.trail.text.endswith("Condition since: Old problem remains")
    hand.key(BACK)
    assert _step(page) == "condition"
    hand.key("1")
    assert page.call.say.trail.text.endswith("Condition since: All right")


def test_f9_names_what_to_do_while_required_answers_are_missing(
    page: CallbacksPage, hand: Hand
) -> None:
    hand.key(F9)
    hand.key("1")
    hand.key(F9)
    assert "The script is not through" in page.call.say.error.text()
    hand.key("1")
    assert not page.call.say.error.isVisible()


def test_required_words_are_asked_for_beside_the_field(page: CallbacksPage, hand: Hand) -> None:
    hand.key(F9)
    for answer in "1121331":
        hand.key(answer)
    assert _step(page) == "better"
    hand.key(ENTER)
    assert page.call.say.words.error()
    assert _step(page) == "better"
    hand.words(WISH)
    assert not page.call.say.words.error()
    hand.key(ENTER)
    assert _step(page) == "words"


@pytest.mark.parametrize("key", "QWERT")
def test_one_key_ends_an_attempt_that_reached_nobody(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str, key: str
) -> None:
    hand.key(F9)
    hand.key(key.lower())
    stored = _stored(desk, call)
    assert [attempt.outcome for attempt in stored.attempts] == [OUTCOME_KEYS[key]]
    assert stored.status is CallbackStatus.RETRY
    assert page.stack.currentWidget() is page.queue
    assert "Next call" in page.banners.shown()[-1].text


def test_every_outcome_but_reached_has_a_key() -> None:
    assert set(OUTCOME_KEYS.values()) == set(CallOutcome) - {CallOutcome.REACHED}


def test_not_convenient_asks_for_the_hour_agreed(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str, clock: FixedClock
) -> None:
    hand.key(F9)
    hand.key("1")
    hand.key("2")
    attempt = page.call.say.attempt
    assert attempt.agreed.isVisible()
    hand.save()
    assert attempt.agreed.error()
    hand.words("20:00")
    hand.save()
    stored = _stored(desk, call)
    assert stored.status is CallbackStatus.AGREED_TIME
    assert stored.next_try_at is not None
    assert stored.next_try_at.astimezone(clock.zone()).hour == 20


def test_a_sold_car_needs_a_note_and_backspace_takes_it_back(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str
) -> None:
    hand.key(F9)
    hand.key("d")
    assert _mode(page) is Mode.ATTEMPT
    hand.key(BACK)
    assert _mode(page) is Mode.ASK
    hand.key("d")
    hand.save()
    assert page.call.say.attempt.note.error()
    hand.words("卖给了邻居")
    hand.key(ENTER)
    assert _stored(desk, call).status is CallbackStatus.DONE


@pytest.mark.parametrize("words", ["", "不要再打了"])
def test_who_refuses_calls_is_never_called_by_a_slip_of_one_key_but_owes_no_reason(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str, words: str
) -> None:
    hand.key(F9)
    hand.key("g")
    assert _mode(page) is Mode.ATTEMPT
    assert page.call.say.attempt.note.isVisible()
    assert _stored(desk, call).status is CallbackStatus.DUE
    hand.words(words)
    hand.key(ENTER)
    stored = _stored(desk, call)
    assert (stored.status, stored.note) == (CallbackStatus.DO_NOT_CALL, words or None)


def test_outside_the_hours_the_reason_is_asked_for_inline(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str, clock: FixedClock
) -> None:
    clock.move(timedelta(hours=2))
    hand.key(F9)
    assert page.call.say.reason.isVisible()
    hand.key(ENTER)
    assert page.call.say.reason.error()
    hand.words("客户要求中午联系")
    hand.key(ENTER)
    assert _step(page) == "greet"
    hand.key("q")
    assert _stored(desk, call).attempts[0].outside_hours_reason == "客户要求中午联系"


def test_a_call_left_goes_on_at_the_same_step_with_note_and_half_typed_words(
    page: CallbacksPage, hand: Hand
) -> None:
    hand.key(F9)
    for answer in "1121331":
        hand.key(answer)
    hand.words("重新检")
    hand.key(Qt.Key.Key_F2)
    hand.words("客户在开车")
    hand.key(ENTER)
    assert page.call.say.words.value() == "重新检"
    hand.key(ESC)
    hand.key(ESC)
    assert page.stack.currentWidget() is page.queue
    hand.key(F9)
    assert _step(page) == "better"
    assert page.call.say.words.value() == "重新检"
    assert page.call.note.value() == "客户在开车"


def test_a_ticket_changed_by_hand_is_kept_when_the_call_is_left(
    page: CallbacksPage, hand: Hand
) -> None:
    hand.key(F9)
    for answer in "1121331":
        hand.key(answer)
    hand.words(WISH)
    hand.key(ENTER)
    hand.words(WORDS)
    hand.key(ENTER)
    hand.key("6")
    page.call.ticket.words.box.setFocus()
    hand.words("补充：")
    changed = page.call.ticket.words.value()
    page.calling.leave()
    hand._settle()
    hand.key(F9)
    assert page.call.ticket.words.value() == changed
    assert page.call.ticket.level.typed() == "complaint_escalated"
    assert page.call.ticket.category.value() == "repair_quality.not_fixed"


def test_a_ticket_without_level_is_refused_beside_the_field(
    page: CallbacksPage, hand: Hand
) -> None:
    hand.key(F9)
    for answer in "1121331":
        hand.key(answer)
    hand.words(WISH)
    hand.key(ENTER)
    hand.words(WORDS)
    hand.key(ENTER)
    hand.key(BACK)
    hand.save()
    assert page.call.ticket.level.error()
    hand.key("4")
    hand.save()
    assert "is registered" in page.banners.shown()[-1].text


def test_the_language_changes_in_the_middle_of_a_call(
    page: CallbacksPage, hand: Hand, qtbot: QtBot
) -> None:
    hand.key(F9)
    hand.key("1")
    language.switch().use(Language.ZH_CN)
    wanted = "这里是远航汽车服务，我是李丽。想了解一下您上次到店的情况，大约两分钟，您现在方便吗？"
    qtbot.waitUntil(lambda: page.call.say.sentences[0].text() == wanted)
    assert page.call.say.trail.text == "确认身份：是本人"
    hand.key("1")
    assert _step(page) == "condition"


def test_who_served_the_customer_is_told_why_not(
    make: Make,
    call: str,
    advisor: object,
    desk: Desk,
    tasks: Tasks,
    clock: FixedClock,
    show: object,
    hand: Hand,
) -> None:
    page = CallbacksPage(UiContext(advisor, tasks, lambda _: None, clock))  # type: ignore[arg-type]
    show(page)  # type: ignore[operator]
    page.open_place(Place("callbacks", call, "open"))
    hand._settle()
    hand.key(F9)
    assert "You served this customer" in page.call.say.error.text()
    assert _stored(desk, call).started_at is None


def test_an_empty_queue_says_how_calls_come(
    make: Make, tasks: Tasks, clock: FixedClock, show: object, qtbot: QtBot
) -> None:
    services = make.services(Role.CS_SPECIALIST)
    page = CallbacksPage(UiContext(services, tasks, lambda _: None, clock))
    show(page)  # type: ignore[operator]
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    assert "No calls are due." in _texts(page.queue)


def test_it_opens_the_customers_file(page: CallbacksPage, hand: Hand, places: list[Place]) -> None:
    hand.key(ENTER)
    page.call.facts.customer_asked.emit()
    assert places[-1].tab == "customers"
    assert places[-1].record_id == page.calling.run.sheet.customer_id  # type: ignore[union-attr]


def test_the_call_fits_a_small_screen(page: CallbacksPage, hand: Hand) -> None:
    hand.key(F9)
    for answer in "1121331":
        hand.key(answer)
    assert page.minimumSizeHint().height() <= 630
    assert page.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize("speech", [Language.ZH_CN, Language.EN])
@pytest.mark.parametrize("width", [960, 683])
def test_what_is_said_is_never_cut_in_a_small_window(
    page: CallbacksPage, hand: Hand, qtbot: QtBot, speech: Language, width: int
) -> None:
    language.switch().use(speech)
    page.resize(width, 600)
    hand.key(F9)
    hand.key("1")
    area = page.call.say.parentWidget()
    assert area is not None
    view = area.parentWidget()
    assert view is not None
    qtbot.waitUntil(lambda: area.width() <= view.width())
    buttons = page.call.say.outcomes.findChildren(AnswerButton)
    assert len(buttons) == len(OUTCOME_KEYS)
    # Narrower than this a button leaves its key out.
    qtbot.waitUntil(lambda: all(button.width() >= 80 for button in buttons))


@pytest.mark.parametrize("leave", [ESC, ENTER])
def test_out_of_the_note_the_next_key_is_an_answer(
    page: CallbacksPage, hand: Hand, leave: Qt.Key
) -> None:
    hand.key(F9)
    hand.key(Qt.Key.Key_F2)
    hand.words("客户很忙")
    hand.key(leave)
    hand.key("1")
    assert page.call.note.typed() == "客户很忙"
    assert _step(page) == "who"
