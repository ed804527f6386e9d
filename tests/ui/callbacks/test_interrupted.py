"""A call cut off by a crash, a lock or a closed window goes on at the same step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.ui.callbacks.conftest import Show
from tests.ui.callbacks.test_keys import Hand
from tests.ui.keys import ENTER

F9 = Qt.Key.Key_F9


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


def _crash(page: CallbacksPage) -> None:
    """Nothing is said any more."""


def _lock(page: CallbacksPage) -> None:
    page.park()


def _close(page: CallbacksPage) -> None:
    page.calling.leave()


@pytest.mark.parametrize("cut_off", [_crash, _lock, _close])
def test_it_goes_on_at_the_same_step(
    page: CallbacksPage,
    hand: Hand,
    specialist: Services,
    tasks: Tasks,
    clock: FixedClock,
    show: Show,
    qtbot: QtBot,
    cut_off: Callable[[CallbacksPage], None],
) -> None:
    hand.key(F9)
    for answer in "1121":
        hand.key(answer)
    assert page.calling.run is not None
    step, given = page.calling.run.asked, page.calling.run.progress.given
    assert len(given) == 4
    cut_off(page)
    qtbot.waitUntil(lambda: tasks.idle)

    again = CallbacksPage(UiContext(specialist, tasks, lambda _: None, clock))
    show(again)
    again.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and bool(again.queue.table.rows()))
    again.focus_first()
    hand.key(ENTER)
    if again.calling.run is not None and not again.calling.run.begun:
        hand.key(F9)
    assert again.calling.run is not None
    assert again.calling.run.begun
    assert again.calling.run.asked == step
    assert again.calling.run.progress.given == given
