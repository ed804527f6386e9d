"""Drives the real window as a person does - by keys - and notes what each act cost and made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

_PATIENCE_MS = 60_000
_GLANCE_MS = 15
_KEYS = {
    "enter": Qt.Key.Key_Return,
    "esc": Qt.Key.Key_Escape,
    "tab": Qt.Key.Key_Tab,
    "down": Qt.Key.Key_Down,
    "up": Qt.Key.Key_Up,
    "backspace": Qt.Key.Key_Backspace,
    "space": Qt.Key.Key_Space,
}
_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
}
_T = TypeVar("_T")


class ActFailed(Exception):
    """What was expected after a key did not come."""


@dataclass(slots=True)
class Act:
    """One thing done in the window: ``keys`` pressed, ``words`` typed in free text."""

    name: str
    who: str
    keys: int = 0
    words: int = 0
    created: dict[str, Any] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    ok: bool = False
    failure: str = ""


class Driver:
    """Keys into whatever has the focus; conditions waited for; pictures of the window."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.acts: list[Act] = []
        self.who = ""
        self._pictures = 0
        self._act: Act | None = None
        self._faults: list[str] = []
        # A message box waits for somebody to read it; here nobody would.
        self._watch = QTimer(interval=200)
        self._watch.timeout.connect(self._answer_messages)
        self._watch.start()

    # acts -------------------------------------------------------------------------------

    @contextmanager
    def act(self, name: str) -> Iterator[Act]:
        """Everything inside belongs to one act; a failure is noted and ends the tour."""
        act = Act(name, self.who)
        self.acts.append(act)
        self._act = act
        try:
            yield act
            act.ok = True
        except Exception as error:
            act.failure = f"{type(error).__name__}: {error}"
            self._grab(f"failed-{name}")
            raise
        finally:
            self._act = None
            act.who = self.who

    def write(self) -> None:
        """Leave ``tour.json``."""
        told = json.dumps([asdict(act) for act in self.acts], ensure_ascii=False, indent=1)
        (self.out / "tour.json").write_text(told, "utf-8")

    # hands ------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Press keys such as ``ctrl+enter``, ``3``, ``f3``; each counts as one keystroke."""
        for chord in chords:
            *held, name = chord.lower().split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for each in held:
                modifiers |= _MODIFIERS[each]
            QTest.keyClick(self.target(), _key(name), modifiers)
            self._count(1)
            self.settle()

    def type(self, text: str) -> None:
        """Type ``text`` that is chosen by the task: each character is a keystroke."""
        QTest.keyClicks(self.target(), text)
        self._count(len(text))
        self.settle()

    def say(self, text: str) -> None:
        """Type somebody's own words: counted apart, for no program can spare them."""
        QTest.keyClicks(self.target(), text)
        if self._act is not None:
            self._act.words += len(text)
        self.settle()

    def target(self) -> QWidget:
        """The widget that would get the keys of a person."""
        for candidate in (
            QApplication.activePopupWidget(),
            QApplication.focusWidget(),
            QApplication.activeWindow(),
        ):
            if candidate is not None:
                return candidate.focusWidget() or candidate
        raise ActFailed("no window has the focus")

    # eyes -------------------------------------------------------------------------------

    def until(self, condition: Callable[[], _T], what: str) -> _T:
        """Wait for ``condition`` to hold; its value. ``what`` names it where it does not come."""
        waited = QElapsedTimer()
        waited.start()
        while not (value := condition()):
            if self._faults:
                raise ActFailed(self._faults[-1])
            if waited.elapsed() > _PATIENCE_MS:
                raise ActFailed(f"did not come: {what}")
            _wait(_GLANCE_MS)
        return value

    def shows(self, kind: type[QWidget], name: str = "") -> QWidget:
        """Wait for a visible widget of a class, by object name where given."""
        return self.until(lambda: _visible(kind, name), f"{kind.__name__} {name}".strip())

    def settle(self) -> None:
        """Let the window answer."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _GLANCE_MS)

    def picture(self, what: str) -> None:
        """Leave ``NN-what.png`` of the window in front."""
        _wait(_GLANCE_MS * 10)  # animations, the blink of a cursor, late banners
        name = self._grab(what)
        if self._act is not None:
            self._act.pictures.append(name)

    # inside -----------------------------------------------------------------------------

    def _answer_messages(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self._faults.append(f"{box.text()} {box.informativeText()}".strip())
            box.reject()

    def _grab(self, what: str) -> str:
        self._pictures += 1
        name = f"{self._pictures:02d}-{what}.png"
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        if window is None:
            shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
            window = shown[0] if shown else None
        if window is not None:
            window.grab().save(str(self.out / name))
        return name

    def _count(self, keys: int) -> None:
        if self._act is not None:
            self._act.keys += keys


def _wait(milliseconds: int) -> None:
    """Let events and other threads run; ``QTest.qWait`` would keep Python's lock to itself."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _key(name: str) -> Qt.Key:
    if name in _KEYS:
        return _KEYS[name]
    return Qt.Key[f"Key_{name.upper()}"]


def _visible(kind: type[QWidget], name: str) -> QWidget | None:
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        mine = [window] if isinstance(window, kind) else []
        for widget in (*mine, *window.findChildren(kind)):
            if widget.isVisible() and (not name or widget.objectName() == name):
                return widget
    return None
