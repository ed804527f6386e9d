"""The queue follows the clock: what was waiting is there when its hour has come."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import CallbackStatus
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

_MINUTE = 60_000


def test_a_call_comes_into_the_queue_when_its_pause_is_over(
    page: CallbacksPage, make: Make, clock: FixedClock, tasks: Tasks, qtbot: QtBot
) -> None:
    again = make.callback(
        status=CallbackStatus.RETRY, next_try_at=clock.now() + timedelta(minutes=30)
    )
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    chosen = page.queue.table.current_id()
    assert chosen
    assert again not in {row.id for row in page.queue.table.rows()}
    clock.move(timedelta(minutes=31))
    [timer] = [each for each in page.findChildren(QTimer) if each.interval() == _MINUTE]
    assert timer.isActive()
    timer.timeout.emit()
    qtbot.waitUntil(lambda: again in {row.id for row in page.queue.table.rows()})
    assert page.queue.table.current_id() == chosen


def test_during_a_call_nothing_is_looked_for(
    page: CallbacksPage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.queue.opened.emit(page.queue.table.current_id())
    qtbot.waitUntil(lambda: tasks.idle and page.calling.run is not None)
    [timer] = [each for each in page.findChildren(QTimer) if each.interval() == _MINUTE]
    timer.timeout.emit()
    assert tasks.idle
    assert page.call.isVisible()
