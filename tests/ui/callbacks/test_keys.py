"""Calls by real keys: how many a call costs, and that nothing is typed twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import CallbackStatus, ComplaintLevel, Satisfaction
from frontdesk.services.desk import Desk
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press

F9 = Qt.Key.Key_F9
WISH = "重新检查一次"
WORDS = "空调还是不凉，开回去第二天就这样"


class Hand:
    """A specialist's hand: counts its keys, waits for the screen, types free words apart."""

    def __init__(self, qtbot: QtBot, tasks: Tasks) -> None:
        self.keys = 0
        self._qtbot, self._tasks = qtbot, tasks

    def key(self, key: Qt.Key | str) -> None:
        """One key that counts."""
        self.keys += 1
        press(key)
        self._settle()

    def save(self) -> None:
        """Ctrl+Enter counts as one."""
        self.keys += 1
        chord(ENTER, CTRL)
        self._settle()

    def words(self, text: str) -> None:
        """Free words do not count."""
        press(text)
        self._settle()

    def _settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._tasks.idle)


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


def _stored(desk: Desk, call: str) -> Callback:
    with desk.read() as session:
        return session.get_one(Callback, call)


def _sentence(page: CallbacksPage) -> str:
    shown = [label.text() for label in page.call.say.sentences if label.isVisible()]
    return shown[-1]


def test_a_satisfied_call_from_open_next_to_closed_in_eight_keys(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str
) -> None:
    # The car was ready late, so this call even asks one question more than most.
    hand.key(F9)
    assert "张" in _sentence(page)
    for answer in "111111":
        hand.key(answer)
    assert "better" in _sentence(page)
    hand.key(F9)
    assert hand.keys == 8
    done = _stored(desk, call)
    assert done.status is CallbackStatus.DONE
    assert done.satisfaction is Satisfaction.SATISFIED
    assert page.stack.currentWidget() is page.queue


def test_nothing_said_of_the_call_before_moves_the_answers_of_the_next(
    page: CallbacksPage, hand: Hand, make: Make
) -> None:
    make.callback()
    page.refresh(frozenset())
    hand.key(F9)
    hand.key("q")
    assert page.queue.isVisible()
    assert len(page.banners.shown()) == 1
    hand.key(F9)
    assert page.call.isVisible()
    assert len(page.banners.shown()) == 0


def test_a_suggestion_is_kept_and_the_closing_spoken(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str
) -> None:
    hand.key(F9)
    for answer in "111111":
        hand.key(answer)
    hand.words("周末多开一个工位")
    hand.key(ENTER)
    assert "Goodbye" in _sentence(page)
    hand.save()
    assert _stored(desk, call).suggestion == "周末多开一个工位"


def test_a_dissatisfied_call_to_the_registered_complaint_in_fourteen_keys(
    page: CallbacksPage, hand: Hand, desk: Desk, call: str
) -> None:
    hand.key(F9)
    for answer in "112133":
        hand.key(answer)
    assert page.call.ticket_card.isVisible()
    hand.key("1")
    hand.words(WISH)
    hand.key(ENTER)
    hand.words(WORDS)
    hand.key(ENTER)
    ticket = page.call.ticket
    assert ticket.words.value() == WORDS
    assert ticket.remedy.value() == WISH
    assert ticket.category.value() == "repair_quality.not_fixed"
    assert ticket.level.value() is ComplaintLevel.COMPLAINT_NORMAL
    hand.key("5")
    hand.save()
    assert hand.keys <= 14
    with desk.read() as session:
        kept = session.scalars(select(Complaint)).one()
        assert kept.words == WORDS
        assert kept.remedy == WISH
        assert kept.level is ComplaintLevel.COMPLAINT_URGENT
        assert kept.callback_id == call
    hand.save()
    assert _stored(desk, call).satisfaction is Satisfaction.DISSATISFIED
    assert hand.keys <= 14
