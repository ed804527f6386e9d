"""A child process: the real window, typed into ten times a second until it is killed.

``python -m tests.faults.draft_typist FOLDER FORM`` prints ``t <nanoseconds> <text>`` after each key
(the field's text as JSON), by the machine's monotonic clock. With a third argument it also does
what is asked on standard input, a line each: ``stop N`` (in the middle of the Nth change of a
file from now), ``anew`` (the next key replaces what is typed), ``rest`` (type no more) and
``save`` (by key, stopping at every change of a file; then it prints ``saved``).
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from frontdesk.app import Program
from frontdesk.language import Language
from frontdesk.store import keys
from tests.faults.draft_forms import FORMS, LOGIN, PASSWORD, Ids, TypedForm, clock, ids_of
from tests.faults.shim import LIBRARY, Shim

KEY_EVERY_MS = 100
_LOOK_EVERY_MS = 30
_CALM_LOOKS = 50
"""So often nothing may be under way before a save counts as over: longer than a draft waits."""


def main(root: Path, name: str, *, asked: bool) -> int:
    """Type until the process ends."""
    form, ids = FORMS[name], ids_of(root)
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
    app = QApplication(["frontdesk"])
    shim = Shim() if LIBRARY in os.environ else None
    if shim is not None:
        shim.watch(root)
    program = Program(app, root, Language.EN, clock=clock(form.hour))
    if not program.start():
        return 1
    window = program.window
    window.open_desk(program.unlock(LOGIN, PASSWORD))
    window.activateWindow()
    typist = Typist(app, program, form, ids, shim)
    if asked:
        typist.listen()
    return app.exec()


class Typist(QObject):
    """Reaches the form, types, and does what is asked."""

    def __init__(
        self, app: QApplication, program: Program, form: TypedForm, ids: Ids, shim: Shim | None
    ) -> None:
        super().__init__(app)
        self._program, self._form, self._ids, self._shim = program, form, ids, shim
        self._letters = itertools.cycle(form.letters)
        self._calm = 0
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._reach)
        self._type = QTimer(self, interval=KEY_EVERY_MS)
        self._type.timeout.connect(self._key)
        self._over = QTimer(self, interval=_LOOK_EVERY_MS)
        self._over.timeout.connect(self._is_over)
        self._look.start()

    def listen(self) -> None:
        """Do what standard input asks for from now on."""
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._hear)

    def _reach(self) -> None:
        desk = self._program.window.desk
        target = self._form.reach(desk, self._ids) if desk is not None else None
        if target is not None and self._program.tasks.idle:
            target.setFocus()
            if isinstance(target, QLineEdit):
                target.selectAll()
            self._look.stop()
            self._type.start()

    def _key(self) -> None:
        target = QApplication.focusWidget()
        if target is None:
            return
        # The moment before the key: what is lost is counted from when it was pressed.
        at = time.monotonic_ns()
        QTest.keyClicks(target, next(self._letters))
        _say(f"t {at} {json.dumps(_text(QApplication.focusWidget()))}")

    def _hear(self) -> None:
        for line in os.read(sys.stdin.fileno(), 4096).decode().splitlines():
            what, _, number = line.partition(" ")
            if what == "stop" and self._shim is not None:
                self._shim.stop_at(int(number))
            elif what == "anew":
                typed_in = QApplication.focusWidget()
                if isinstance(typed_in, (QLineEdit, QPlainTextEdit)):
                    typed_in.selectAll()
            elif what == "rest":
                self._type.stop()
            elif what == "save":
                self._save()

    def _save(self) -> None:
        if self._shim is not None:
            self._shim.stop_at(1, each=True)
        typed_in = QApplication.focusWidget()
        assert typed_in is not None
        QTest.keyClick(typed_in, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._over.start()

    def _is_over(self) -> None:
        self._calm = self._calm + 1 if self._program.tasks.idle else 0
        if self._calm == _CALM_LOOKS:
            self._over.stop()
            if self._shim is not None:
                self._shim.rest()
            _say("saved")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _text(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], asked=len(sys.argv) > 3))
