"""A child process: the real window, typed into ten times a second until it is killed.

``python -m tests.faults.draft_typist FOLDER FORM`` prints ``t <nanoseconds> <text>`` after each key
(the field's text as JSON), by the machine's monotonic clock.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from frontdesk.app import Program
from frontdesk.language import Language
from frontdesk.store import keys
from tests.faults.draft_forms import FORMS, LOGIN, PASSWORD, clock, ids_of

KEY_EVERY_MS = 100
_LOOK_EVERY_MS = 30


def main(root: Path, name: str) -> int:
    """Type until the process ends."""
    form, ids = FORMS[name], ids_of(root)
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
    app = QApplication(["frontdesk"])
    program = Program(app, root, Language.EN, clock=clock(form.hour))
    if not program.start():
        return 1
    window = program.window
    window.open_desk(program.unlock(LOGIN, PASSWORD))
    window.activateWindow()
    letters = itertools.cycle(form.letters)
    look, type_ = QTimer(interval=_LOOK_EVERY_MS), QTimer(interval=KEY_EVERY_MS)

    def reach() -> None:
        desk = window.desk
        target = form.reach(desk, ids) if desk is not None else None
        if target is not None and program.tasks.idle:
            target.setFocus()
            if isinstance(target, QLineEdit):
                target.selectAll()
            look.stop()
            type_.start()

    def key() -> None:
        target = QApplication.focusWidget()
        if target is None:
            return
        # The moment before the key: what is lost is counted from when it was pressed.
        at = time.monotonic_ns()
        QTest.keyClicks(target, next(letters))
        line = json.dumps(_text(QApplication.focusWidget()))
        sys.stdout.write(f"t {at} {line}\n")
        sys.stdout.flush()

    look.timeout.connect(reach)
    type_.timeout.connect(key)
    look.start()
    return app.exec()


def _text(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
