"""Drives the real window as a person does - by keys - and notes what each act cost and made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from frontdesk.ui.kit.tasks import Tasks

_PATIENCE_MS = 60_000
_GLANCE_MS = 15
_KEYS = {
    "enter": Qt.Key.Key_Return,
    "esc": Qt.Key.Key_Escape,
    "tab": Qt.Key.Key_Tab,
    "down": Qt.Key.Key_Down,
    "up": Qt.Key.Key_Up,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "backspace": Qt.Key.Key_Backspace,
    "insert": Qt.Key.Key_Insert,
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

    def __init__(self, out: Path, tasks: Tasks, acts: list[Act]) -> None:
        self.out = out
        self.acts = acts
        self._tasks = tasks
        self.who = ""
        self.camera = True
        self._pictures = len(list(out.glob("[0-9][0-9]-*.png")))
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
        except ActFailed as failure:
            act.failure = str(failure)
            self._grab(f"failed-{name}")
            raise
        finally:
            self._act = None
            act.who = self.who

    def end(self) -> None:
        """Watch for messages no longer."""
        self._watch.stop()

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

    def spell(self, text: str) -> None:
        """Type ``text`` that the task asks for: each character is a keystroke."""
        self._letters(text)
        self._count(len(text))

    def say(self, text: str) -> None:
        """Type somebody's own words: counted apart, for no program can spare them."""
        self._letters(text)
        if self._act is not None:
            self._act.words += len(text)

    def secret(self, text: str) -> None:
        """Type the password of who is at the desk: counted nowhere, like signing in again."""
        self._letters(text)

    def drop(self, widget: QWidget, file: Path) -> None:
        """Let a file go over ``widget``, as dragged from a folder with the mouse."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file.resolve()))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        at, bare = widget.rect().center(), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QDragEnterEvent(at, copy, data, left, bare))
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, left, bare))
        self.settle()

    def target(self) -> QWidget:
        """The widget that would get the keys of a person."""
        if QApplication.activeWindow() is None:
            self._bring_to_front()
        for candidate in (
            QApplication.activePopupWidget(),
            QApplication.focusWidget(),
            QApplication.activeWindow(),
        ):
            if candidate is not None:
                inner: QWidget | None = candidate.focusWidget()
                return candidate if inner is None else inner
        raise ActFailed("no window has the focus")

    def _bring_to_front(self) -> None:
        """Do what a window manager does when a window closes; without a display there is none."""
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        front = QApplication.activeModalWidget() or next(iter(shown), None)
        if front is not None:
            front.activateWindow()
            self.until(QApplication.activeWindow, "a window in front")

    # eyes -------------------------------------------------------------------------------

    def until(self, condition: Callable[[], _T | None], what: str) -> _T:
        """Wait for ``condition`` to hold; its value. ``what`` names it where it does not come."""
        waited = QElapsedTimer()
        waited.start()
        while not (value := condition()):
            self._look_for_faults()
            if waited.elapsed() > _PATIENCE_MS:
                raise ActFailed(f"did not come: {what}")
            _wait(_GLANCE_MS)
        return value

    def shows(self, kind: type[QWidget], name: str = "") -> QWidget:
        """Wait for a visible widget of a class, by object name where given."""
        return self.until(lambda: _visible(kind, name), f"{kind.__name__} {name}".strip())

    def settle(self) -> None:
        """Let the window answer: a person looks before the next key."""
        QApplication.processEvents()
        while not self._tasks.idle:
            self._look_for_faults()
            _wait(_GLANCE_MS)
        QApplication.processEvents()
        self._look_for_faults()

    def picture(self, what: str) -> None:
        """Leave ``NN-what.png`` of the window in front, unless the ``camera`` is off."""
        if not self.camera:
            return
        _wait(_GLANCE_MS * 10)  # animations, the blink of a cursor, late banners
        name = self._grab(what)
        if self._act is not None:
            self._act.pictures.append(name)

    # inside -----------------------------------------------------------------------------

    def _look_for_faults(self) -> None:
        if self._faults:
            raise ActFailed(self._faults[-1])

    def _answer_messages(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog) and box.inherits("QMessageBox"):
            self._faults.append(f"{box.property('text')} {box.property('informativeText')}")
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

    def _letters(self, text: str) -> None:
        """Latin by keys; everything else as an input method commits it."""
        for letter in text:
            target = self.target()
            if letter.isascii():
                QTest.keyClicks(target, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(target, event)
        self.settle()

    def _count(self, keys: int) -> None:
        if self._act is not None:
            self._act.keys += keys


def write_acts(out: Path, acts: list[Act]) -> None:
    """Leave ``tour.json``: each act, its keystrokes, what it created."""
    told = json.dumps([asdict(act) for act in acts], ensure_ascii=False, indent=1)
    (out / "tour.json").write_text(told, "utf-8")


def _wait(milliseconds: int) -> None:
    """Let events and other threads run; ``QTest.qWait`` would keep Python's lock to itself."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)  # without the loop named PySide keeps the call
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
