"""What is done in the real window once it stands; each act answers what it saw."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from sqlalchemy import func, select

from benchmarks.waiting import Painted, pause, wait_until
from benchmarks.windows import resident_mb
from frontdesk.app import Program
from frontdesk.language import Language
from frontdesk.models.vehicle import Vehicle
from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.services.registry import Services
from frontdesk.services.search.results import HitKind
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell.desk_view import DeskView

_SPECIALIST = "specialist"
_BETWEEN_KEYS_MS = 15
_YEAR = timedelta(days=364)


def start(program: Program) -> dict[str, Any]:
    """Signs in; when the first rows stood there (s), and the memory before signing in (MB)."""
    wait_until(lambda: program.preloaded)
    ready_mb = resident_mb()
    window = program.window
    QTableView().viewport()  # so that asking for the real one costs nothing
    rows: list[Painted] = []
    window.desk_opened.connect(lambda: rows.append(_first_rows(window)))
    entered = _enter(window, _SPECIALIST)
    wait_until(lambda: bool(rows))
    return {"entered": entered, "rows": rows[0].wait(), "ready_mb": ready_mb}


def keys(program: Program) -> dict[str, Any]:
    """Types the texts given on stdin into the search box; each key's time to its paint (ms)."""
    typed: list[str] = json.load(sys.stdin)
    desk = _sign_in(program, _SPECIALIST)
    desk.search.setFocus()
    _type(desk, typed[0])
    return {"times": [time for text in typed for time in _type(desk, text)]}


def use(program: Program, sheet: str) -> dict[str, Any]:
    """Opens everything a day needs, one after the other; the memory after each (MB)."""
    desk = _sign_in(program, ADMIN)
    services = desk.services
    found: dict[str, float] = {"signed in": resident_mb()}

    def settled(what: str) -> None:
        pause(200)
        wait_until(lambda: program.tasks.idle)
        found[what] = resident_mb()

    for key in desk.tab_keys():
        desk.show_tab(key)
        settled("all tabs opened")
    desk.search.setFocus()
    begun = _begun_plate(services)
    _type(desk, begun)
    hits = services.search.find(begun).groups
    car = next(hit for kind, found_ in hits for hit in found_ if kind is HitKind.VEHICLE)
    for asked in (desk.search.opened, desk.search.intake_asked, desk.search.complaint_asked):
        asked.emit(car)
        settled("searched; file, intake and complaint opened")
    last = services.desk.today
    number = services.complaints.numbers()[-1]
    for form in (
        services.complaints.print_form(number, Language.ZH_CN),
        services.statistics.print_complaints(last - _YEAR, last, Language.ZH_CN),
    ):
        window = show_pdf(program.window, form.file_name, form.pdf, form.file_name)
        settled("forms printed and shown")
        window.close()
    services.exchange.preview(Path(sheet))
    settled("everything in use")
    return {"use": found}


def _begun_plate(services: Services) -> str:
    """Province and city of a plate there is: the smallest samples do not hold every city."""
    with services.desk.read() as session:
        plate: str | None = session.scalar(select(func.max(Vehicle.plate)))
    if plate is None:
        raise RuntimeError("no car has a plate")
    return plate[:2]


def _type(desk: DeskView, text: str) -> list[float]:
    box, times = desk.search, []
    shown: list[bool] = []

    def told() -> None:
        shown.append(True)

    box.results_shown.connect(told)
    box.clear()
    for letter in text:
        pause(_BETWEEN_KEYS_MS)
        shown.clear()
        painted = Painted(lambda: bool(shown), box.popup, box.popup.list.viewport())
        begun = perf_counter()
        _key(desk, letter)
        times.append((painted.wait() - begun) * 1000)
    box.results_shown.disconnect(told)
    box.clear()
    return times


def _key(desk: DeskView, letter: str) -> None:
    if letter.isascii():
        QTest.keyClicks(desk.search, letter)
        return
    event = QInputMethodEvent()
    event.setCommitString(letter)
    QCoreApplication.sendEvent(desk.search, event)


def _sign_in(program: Program, login: str) -> DeskView:
    wait_until(lambda: program.preloaded)
    window = program.window
    _enter(window, login)
    wait_until(lambda: window.desk is not None and program.tasks.idle)
    if window.desk is None:
        raise RuntimeError("nobody is signed in")
    return window.desk


def _enter(window: MainWindow, login: str) -> float:
    """Name, password, Enter; the moment of the last."""
    window.activateWindow()
    window.sign_in.login.setText(login)
    window.sign_in.password.setText(PASSWORD)
    window.sign_in.password.setFocus()
    begun = perf_counter()
    QTest.keyClick(window.sign_in.password, Qt.Key.Key_Return)
    return begun


def _first_rows(window: MainWindow) -> Painted:
    """Called in the moment the desk is opened, before any row can be there."""
    if window.desk is None:
        raise RuntimeError("nobody is signed in")
    table = window.desk.page("today").findChild(RecordTable)
    if not isinstance(table, RecordTable):
        raise TypeError("the first tab has no table")
    return Painted(lambda: table.model.rowCount() > 0, table.view.viewport())
