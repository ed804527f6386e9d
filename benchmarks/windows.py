"""Windows in a process of their own: ``python -m benchmarks.windows bare`` or ``ACT FOLDER …``.

Each prints what it saw as one line of JSON. Moments are ``perf_counter`` readings, a clock all
processes share. Nothing the program itself would not import is imported before its first paint.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

_TIMEOUT_S = 900


def run_child(*arguments: str | Path, given: object = None) -> dict[str, Any]:
    """Run this module in a fresh process; what it printed, with the moment it was ``begun`` (s)."""
    command = [sys.executable, "-m", "benchmarks.windows", *map(str, arguments)]
    begun = perf_counter()
    done = subprocess.run(  # noqa: S603 - ourselves
        command,
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_TIMEOUT_S,
    )
    if not done.stdout:
        raise RuntimeError(f"{' '.join(command)} answered nothing; the log of its folder says why")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer | {"begun": begun}


def resident_mb() -> float:
    """The memory this process has resident now, in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def bare() -> None:
    """The least a window of tabs and a table can be."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import (
        QApplication,
        QMainWindow,
        QTableWidget,
        QTableWidgetItem,
        QTabWidget,
        QWidget,
    )

    class Window(QMainWindow):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                QTimer.singleShot(0, self, seen)

    def seen() -> None:
        print(json.dumps({"painted": perf_counter(), "mb": resident_mb()}))
        app.quit()

    app = QApplication([])
    window = Window()
    tabs, table = QTabWidget(), QTableWidget(20, 8)
    for cell in range(160):
        table.setItem(cell // 8, cell % 8, QTableWidgetItem(f"粤B{cell:05d}"))
    tabs.addTab(table, "今日")
    for title in ("客户档案", "接待登记", "回访", "投诉"):
        tabs.addTab(QWidget(), title)
    window.setCentralWidget(tabs)
    window.resize(1366, 768)
    window.show()
    app.exec()


def run_program(act: str, folder: str, given: Sequence[str]) -> None:
    """Start the program as the command line does; once it stands, do ``act`` of ``acts``."""
    from frontdesk import quick_start

    quick_start.begin()
    from PySide6.QtCore import QTimer

    from benchmarks.moment import CLOCK
    from frontdesk import app
    from frontdesk.cli import context, main

    seen: dict[str, Any] = {}

    class Watched(app.Program):
        def _after_first_paint(self) -> None:
            seen.update(painted=perf_counter(), mb=resident_mb())
            super()._after_first_paint()
            QTimer.singleShot(0, self, self.act)

        def unlock(
            self, login: str, password: str, new_password: str = "", told: Any = None
        ) -> Services:
            opened = super().unlock(login, password, new_password, told)
            seen["accepted"] = perf_counter()
            return opened

        def act(self) -> None:
            from benchmarks import acts

            try:
                print(json.dumps(seen | getattr(acts, act)(self, *given)))
            finally:
                self.window.close()

    app.Program = Watched  # type: ignore[misc]
    setattr(context, "SystemClock", lambda: CLOCK)  # noqa: B010
    main(["--data", folder, "--lang", "zh_CN"])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        run_program(sys.argv[1], sys.argv[2], sys.argv[3:])
