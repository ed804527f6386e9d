"""What is to be done soon is done once, and keeps nothing alive that goes before."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Slot
from pytestqt.qtbot import QtBot

import frontdesk
from frontdesk.ui.kit.labels import plain
from frontdesk.ui.kit.soon import soon
from tests.ui.conftest import Show


class Doer(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    @Slot()
    def do(self) -> None:
        self.done += 1


def test_it_is_done_at_the_next_turn(qtbot: QtBot) -> None:
    doer = Doer()
    soon(doer, "do")
    assert doer.done == 0
    qtbot.waitUntil(lambda: doer.done == 1)


def test_an_owner_that_goes_first_is_not_kept(qtbot: QtBot) -> None:
    doer = Doer()
    left = weakref.ref(doer)
    soon(doer, "do")
    shiboken6.delete(doer)
    del doer
    QCoreApplication.processEvents()
    gc.collect()
    assert left() is None


def test_a_label_that_goes_while_it_is_laid_out_is_not_kept(qtbot: QtBot, show: Show) -> None:
    label = plain("一行很长的话，放不下就换行", wrap=True)
    label.show()
    label.resize(60, 40)
    left = weakref.ref(label)
    shiboken6.delete(label)
    del label
    QCoreApplication.processEvents()
    gc.collect()
    assert left() is None


def test_nothing_is_put_off_by_a_timer_of_no_time() -> None:
    sources = Path(frontdesk.__file__).parent.rglob("*.py")
    assert not [each.name for each in sources if "QTimer.singleShot(0" in _code(each)]


def _code(source: Path) -> str:
    """What is done there, without what is said about it."""
    lines = source.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if "``" not in line)
