"""One key takes the household's next call along; one dials by the PC's telephone program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.services.callbacks.kept import kept_call
from frontdesk.services.desk import Desk
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.callbacks.test_keys import Hand

F6, F8, F9 = Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


@pytest.fixture
def second(make: Make, desk: Desk, call: str) -> str:
    """Another call owed to the same customer."""
    with desk.read() as session:
        customer = session.get_one(Callback, call).customer_id
    return make.callback(customer, kind=CallbackKind.FIRST_MAINTENANCE)


def _status(desk: Desk, call: str) -> CallbackStatus:
    with desk.read() as session:
        return session.get_one(Callback, call).status


@pytest.mark.parametrize("keys", [(F6,), (F9, F6)])
def test_f6_goes_on_with_the_next_call_behind_its_greeting(
    second: str, page: CallbacksPage, hand: Hand, desk: Desk, call: str, keys: tuple[Qt.Key, ...]
) -> None:
    page.queue.table.select(call)
    hand.key(F9)
    assert page.calling.run is not None
    assert [due.id for due in page.calling.run.sheet.household] == [second]
    for answer in "111111":
        hand.key(answer)
    for key in keys:
        hand.key(key)
    assert _status(desk, call) is CallbackStatus.DONE
    run = page.calling.run
    assert run is not None
    assert (run.sheet.id, run.begun) == (second, True)
    assert run.asked is not None
    assert run.asked.key not in ("greet", "who")
    assert page.stack.currentWidget() is page.call
    with desk.read() as session:
        kept = kept_call(session.get_one(Callback, second))
    assert kept is not None
    assert kept.along == call


def test_the_number_is_given_to_the_telephone_program(
    page: CallbacksPage, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def opened(url: QUrl) -> bool:
        asked.append(url.toString())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    hand.key(F9)
    page.calling.toggle()
    page.call.dial_asked.emit()
    hand.words("")
    assert asked == ["tel:13800138000"]
    assert QGuiApplication.clipboard().text() == "13800138000"
    assert "copied" in page.banners.shown()[-1].text
