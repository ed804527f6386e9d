"""Calls fall due beside all other work: looked at anew by key, and broken off."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from frontdesk.models.callback import Callback
from frontdesk.models.enums import VisitStatus
from frontdesk.services.callbacks.deriving import hands
from frontdesk.services.desk import Desk
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.progress import ProgressWindow
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

_VISITS = 4


@pytest.fixture
def left(make: Make) -> list[str]:
    """Cars that have left, and nobody looked since."""
    return [
        make.visit(status=VisitStatus.HANDED_OVER, handed_over_on=make.desk.today)
        for _ in range(_VISITS)
    ]


def _anew(page: CallbacksPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)


def _window() -> ProgressWindow | None:
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next((each for each in shown if isinstance(each, ProgressWindow)), None)


def _said(page: CallbacksPage) -> str:
    return " ".join(banner.text for banner in page.banners.shown())


def _calls(desk: Desk) -> int:
    with desk.read() as session:
        return session.scalar(select(func.count()).select_from(Callback)) or 0


def test_looked_at_anew_it_says_how_many_fell_due(
    page: CallbacksPage, left: list[str], desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    before = _calls(desk)
    _anew(page)
    qtbot.waitUntil(lambda: tasks.idle and bool(_said(page)))
    made = _calls(desk) - before
    assert made >= len(left)
    assert str(made) in _said(page)
    assert _window() is None


def test_broken_off_it_says_so_and_a_save_was_let_through(
    page: CallbacksPage,
    left: list[str],
    desk: Desk,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hands, "AT_ONCE", 1)
    written, stopped = Event(), Event()
    real: Callable[..., tuple[str, ...]] = hands.InShortActs.write

    def slow(hand: hands.InShortActs, lots: hands.Lots) -> tuple[str, ...]:
        progress = hand._progress

        def told(done: int, found: int) -> None:
            progress(done, found)
            written.set()
            assert stopped.wait(20)

        hand._progress = told
        return real(hand, lots)

    monkeypatch.setattr(hands.InShortActs, "write", slow)
    before = _calls(desk)
    _anew(page)
    qtbot.waitUntil(lambda: written.is_set() and _window() is not None)
    with desk.write() as work:  # somebody at the desk
        work.audit("customer.reveal_phones", "customer", "")
    window = _window()
    assert window is not None
    QTest.mouseClick(window.cancel, Qt.MouseButton.LeftButton)
    stopped.set()
    qtbot.waitUntil(lambda: tasks.idle and bool(_said(page)))
    assert _calls(desk) == before + 1
    assert "Broken off" in _said(page)
