"""Keys at a scanner's and at a person's speed, through the window system's own path."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.shell.scanner import GAP_MS, Scanner

SCANNER_MS = 1
PERSON_MS = GAP_MS + 15
_NONE = Qt.KeyboardModifier.NoModifier


class Ground:
    """A window with one line to type in, and what was scanned over it."""

    def __init__(self, show: Callable[[QWidget], None]) -> None:
        self.window = QWidget()
        self.line = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.line)
        self.scanner = Scanner(self.window)
        self.scanner.listening = True
        self.read: list[str] = []
        self.entered: list[str] = []
        self.at = 1_000_000
        self.scanner.scanned.connect(self.read.append)
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))
        show(self.window)
        self.handle = self.window.windowHandle()
        self.handle.installEventFilter(self.scanner)
        self.line.setFocus()

    def keys(self, text: str, delay: int, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Keys and ``end`` so many milliseconds apart."""
        codes = [Qt.Key(ord(char.upper())) for char in text] + ([] if end is None else [end])
        stamped(self, list(zip(codes, [*text, "\r"], strict=False)), [delay] * len(codes))


def stamped(ground: Ground, keys: str | list[tuple[Qt.Key, str]], gaps: list[int]) -> None:
    """Keys (of a text: and Enter), each pressed so many milliseconds after the one before.

    They are heard all at once, as by a window that was busy: their own times must tell, however
    slow the machine is. (``QTest`` gives keys times of its own, whatever its delay.)
    """
    if isinstance(keys, str):
        keys = [(Qt.Key(ord(char.upper())), char) for char in keys]
        keys.append((Qt.Key.Key_Return, "\r"))
    for (code, text), gap in zip(keys, gaps, strict=True):
        ground.at += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, _NONE, text)
            event.setTimestamp(ground.at)
            QCoreApplication.sendEvent(ground.handle, event)


@pytest.fixture
def ground(show: Callable[[QWidget], None], qtbot: QtBot) -> Ground:
    return Ground(show)


@pytest.mark.parametrize("delay", [SCANNER_MS, 15])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("number", ["C-2026-000001", "V-2026-1234567", "c-2026-000001"])
def test_a_scan_is_read_and_leaves_no_trace(
    ground: Ground, number: str, delay: int, end: Qt.Key
) -> None:
    ground.line.setText("before ")
    ground.keys(number, delay, end)
    assert ground.read == [number.upper()]
    assert ground.line.text() == "before "
    assert ground.entered == []


def test_two_scans_and_a_second_enter(ground: Ground) -> None:
    ground.keys("C-2026-000001", SCANNER_MS)
    ground.keys("", SCANNER_MS)
    assert ground.entered == []
    ground.keys("C-2026-000002", SCANNER_MS)
    assert ground.read == ["C-2026-000001", "C-2026-000002"]
    stamped(ground, "", [PERSON_MS])
    assert ground.entered == [""]


def test_what_was_typed_just_before_a_scan_stays(ground: Ground) -> None:
    ground.keys("abc c", SCANNER_MS, end=None)
    ground.keys("C-2026-000001", SCANNER_MS)
    assert ground.read == ["C-2026-000001"]
    assert ground.line.text() == "abc c"


@pytest.mark.parametrize(
    ("typed", "delay"),
    [
        ("c-2026-000001", PERSON_MS),
        ("C-2026-000001", PERSON_MS),
        ("ccc vvv c-c", SCANNER_MS),
        ("v-20 c-2026- c-2026-00", SCANNER_MS),
        ("c-2026-0001x", SCANNER_MS),
        ("c-2026-00001", SCANNER_MS),
        ("c2026000001", SCANNER_MS),
        ("x-2026-000001", SCANNER_MS),
    ],
)
def test_what_is_no_scan_arrives_whole_and_in_order(ground: Ground, typed: str, delay: int) -> None:
    stamped(ground, typed, [delay] * (len(typed) + 1))
    assert ground.entered == [typed]
    assert ground.read == []


def test_a_number_without_enter_goes_on_to_where_it_was_typed(ground: Ground, qtbot: QtBot) -> None:
    ground.keys("c-2026-000001", SCANNER_MS, end=None)
    qtbot.waitUntil(lambda: ground.line.text() == "c-2026-000001")
    stamped(ground, "", [PERSON_MS])
    assert ground.entered == ["c-2026-000001"]
    assert ground.read == []


def test_keys_with_ctrl_are_never_held(ground: Ground) -> None:
    ground.line.setText("copy me")
    ground.line.selectAll()
    QTest.keyClick(ground.handle, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(ground.handle, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert ground.line.text() == "copy me"


def test_nobody_signed_in_means_nothing_is_held(ground: Ground) -> None:
    ground.scanner.listening = False
    ground.keys("C-2026-000001", SCANNER_MS)
    assert ground.read == []
    assert [each.upper() for each in ground.entered] == ["C-2026-000001"]


def test_a_busy_window_neither_takes_a_person_for_a_scanner_nor_misses_one(
    ground: Ground,
) -> None:
    stamped(ground, "C-2026-000001", [PERSON_MS] * 14)
    assert ground.entered == ["C-2026-000001"]
    assert ground.read == []
    ground.line.clear()
    stamped(ground, "C-2026-000001", [PERSON_MS] + [3] * 13)
    assert ground.read == ["C-2026-000001"]
    assert ground.line.text() == ""


def test_one_slow_key_among_quick_ones_makes_it_typing(ground: Ground) -> None:
    for slow in range(1, 14):
        ground.line.clear()
        gaps = [3] * 14
        gaps[slow] = PERSON_MS
        stamped(ground, "C-2026-000001", gaps)
        assert ground.entered[-1] == "C-2026-000001"
    assert ground.read == []
