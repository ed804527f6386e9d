"""A call on hold by real keys: F7 stops the time, F7 or an answer goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackStatus
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks.keep_timers import BEAT_MS
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.ui.callbacks.conftest import Show
from tests.ui.callbacks.test_keys import Hand
from tests.ui.keys import ENTER

F2, F7, F9, ESC = Qt.Key.Key_F2, Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_Escape
MINUTE = timedelta(minutes=1)


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


def _clock(page: CallbacksPage) -> str:
    page.call._show_clock()
    return page.call.clock.text


def _last(desk: Desk, call: str) -> timedelta:
    with desk.read() as session:
        attempt = session.get_one(Callback, call).attempts[-1]
        return attempt.ended_at - attempt.started_at


def test_f7_stops_the_time_and_says_for_how_long_and_f7_goes_on(
    page: CallbacksPage, hand: Hand, clock: FixedClock, desk: Desk, call: str
) -> None:
    assert not page.call.hold.isVisible()
    hand.key(F9)
    assert page.call.hold.text() == "Hold"
    clock.move(MINUTE)
    assert _clock(page) == "In a call 01:00"
    hand.key(F7)
    clock.move(1.5 * MINUTE)
    assert _clock(page) == "On hold 01:30 · talked 01:00"
    assert "F7 or an answer" in page.call.say.hint.text()
    assert (page.call.hold.text(), page.call.hold.property("look")) == ("Go on", "primary")
    hand.key(F7)
    clock.move(MINUTE)
    assert _clock(page) == "In a call 02:00"
    assert not page.call.say.hint.isVisible()
    for answer in "111111":
        hand.key(answer)
    hand.key(F9)
    assert _last(desk, call) == 2 * MINUTE


def test_an_answer_goes_on_with_the_call(
    page: CallbacksPage, hand: Hand, clock: FixedClock
) -> None:
    hand.key(F9)
    hand.key(F7)
    clock.move(MINUTE)
    hand.key("1")
    run = page.calling.run
    assert run is not None
    assert (len(run.progress.given), run.on_hold) == (1, False)
    assert _clock(page) == "In a call 00:00"


def test_a_note_is_typed_while_the_customer_waits_and_the_keys_stay_there(
    page: CallbacksPage, hand: Hand, clock: FixedClock
) -> None:
    hand.key(F9)
    hand.key(F7)
    hand.key(F2)
    hand.words("客户去找保养手册")
    clock.move(MINUTE)
    assert _clock(page).startswith("On hold 01:00")
    hand.key(F7)
    hand.words("，找到了")
    assert page.call.note.typed() == "客户去找保养手册，找到了"
    assert _clock(page) == "In a call 00:00"


def test_a_call_that_ends_while_the_customer_waits_ends_by_its_key(
    page: CallbacksPage, hand: Hand, clock: FixedClock, desk: Desk, call: str
) -> None:
    hand.key(F9)
    clock.move(MINUTE)
    hand.key(F7)
    clock.move(3 * MINUTE)
    hand.key("w")
    assert page.queue.isVisible()
    assert _last(desk, call) == MINUTE


@pytest.mark.parametrize("on_hold", [False, True])
def test_esc_keeps_the_time_talked(
    page: CallbacksPage, hand: Hand, clock: FixedClock, on_hold: bool, specialist: Services
) -> None:
    hand.key(F9)
    hand.key("1")
    clock.move(2 * MINUTE)
    if on_hold:
        hand.key(F7)
    hand.key(ESC)
    clock.move(10 * MINUTE)
    page.focus_first()
    hand.key(F9)
    assert page.calling.run is not None
    assert page.calling.run.begun
    assert _clock(page) == "In a call 02:00"


def test_a_lock_and_a_new_window_find_it_on_hold_as_it_was(
    page: CallbacksPage,
    hand: Hand,
    clock: FixedClock,
    specialist: Services,
    tasks: Tasks,
    show: Show,
    qtbot: QtBot,
) -> None:
    hand.key(F9)
    clock.move(MINUTE)
    hand.key(F7)
    page.park()
    qtbot.waitUntil(lambda: tasks.idle)
    clock.move(6 * MINUTE)
    again = CallbacksPage(UiContext(specialist, tasks, lambda _: None, clock))
    show(again)
    again.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and bool(again.queue.table.rows()))
    again.focus_first()
    hand.key(ENTER)
    assert _clock(again) == "On hold 06:00 · talked 01:00"
    hand.key(F7)
    assert _clock(again) == "In a call 01:00"


def test_behind_the_lock_nobody_talks(
    page: CallbacksPage, hand: Hand, clock: FixedClock, tasks: Tasks, qtbot: QtBot
) -> None:
    hand.key(F9)
    clock.move(MINUTE)
    beat = page.calling.keeping._timers._beat
    assert (beat.isActive(), beat.interval()) == (True, BEAT_MS)
    page.park()
    assert not beat.isActive()
    qtbot.waitUntil(lambda: tasks.idle)
    clock.move(20 * MINUTE)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    assert beat.isActive()
    assert _clock(page) == "In a call 01:00"


def test_the_beat_keeps_the_time_of_a_call_in_which_nobody_types(
    page: CallbacksPage, hand: Hand, clock: FixedClock, tasks: Tasks, qtbot: QtBot
) -> None:
    hand.key(F9)
    for _ in range(20):
        clock.move(MINUTE)
        page.calling.keeping._timers._beat.timeout.emit()
        qtbot.waitUntil(lambda: tasks.idle)
    assert _clock(page) == "In a call 20:00"


def test_a_clock_set_back_shows_no_time_less_than_was_talked(
    page: CallbacksPage, hand: Hand, clock: FixedClock
) -> None:
    hand.key(F9)
    clock.move(MINUTE)
    hand.key("1")
    clock.move(-timedelta(hours=1))
    assert _clock(page) == "In a call 01:00"
    hand.key(F7)
    assert _clock(page) == "On hold 00:00 · talked 01:00"


def test_a_call_before_it_is_begun_cannot_be_held(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str
) -> None:
    hand.key(ENTER)
    hand.key(F7)
    assert page.calling.run is not None
    assert not page.calling.run.on_hold
    with desk.read() as session:
        assert session.get_one(Callback, call).status is CallbackStatus.DUE


def test_the_hold_is_said_in_chinese(page: CallbacksPage, hand: Hand, clock: FixedClock) -> None:
    hand.key(F9)
    language.switch().use(Language.ZH_CN)
    hand.key(F7)
    clock.move(MINUTE)
    assert _clock(page) == "通话保持中 01:00 · 已通话 00:00"
    assert page.call.hold.text() == "继续通话"
