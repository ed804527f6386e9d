"""A form on screen: shown, saved, printed, closed by keys."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.models.journal import AuditEntry
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.desk import Profile
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit.page import Page, UiContext
from frontdesk.ui.kit.pdf_view import PdfWindow, show_pdf
from frontdesk.ui.kit.tasks import Tasks
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, confirm


@pytest.fixture
def pdf() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for page in ("one", "two"):
        canvas.drawString(100, 700, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def saved() -> list[Path]:
    return []


@pytest.fixture
def parent(show: Show) -> QWidget:
    widget = QWidget()
    show(widget)
    return widget


@pytest.fixture
def window(qtbot: QtBot, parent: QWidget, pdf: bytes, saved: list[Path]) -> PdfWindow:
    opened = show_pdf(parent, "Form", pdf, "complaint.pdf", on_saved=saved.append)
    qtbot.waitUntil(opened.isVisible)
    return opened


def test_all_pages_are_shown(window: PdfWindow) -> None:
    assert window.document.pageCount() == 2
    assert window.windowTitle() == "Form"


def test_ctrl_s_saves_where_the_person_says(
    qtbot: QtBot,
    window: PdfWindow,
    pdf: bytes,
    saved: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "投诉.pdf"
    proposed: list[str] = []

    def choose(parent: QWidget, title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(target), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert proposed == ["complaint.pdf"]
    assert target.read_bytes() == pdf
    assert saved == [target]
    assert window.banners.shown()[0].text == "Saved as 投诉.pdf."


def test_a_place_that_cannot_be_written_is_said(
    window: PdfWindow, saved: list[Path], tmp_path: Path
) -> None:
    window.save_to(tmp_path / "missing" / "form.pdf")
    assert window.banners.shown()[0].text.startswith("The file could not be written")
    assert saved == []


def test_printing_sends_every_page(parent: QWidget, pdf: bytes, tmp_path: Path) -> None:
    printed: list[int] = []
    window = show_pdf(parent, "Form", pdf, "x.pdf", on_printed=lambda: printed.append(1))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    window.print_to(printer)
    assert printed == [1]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_zoom_and_escape_by_keys(qtbot: QtBot, window: PdfWindow) -> None:
    window.zoom(1.0)
    before = window.view.zoomFactor()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.view.zoomFactor() == pytest.approx(before * 1.25)
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.view.zoomMode() is window.view.ZoomMode.FitToWidth
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_saving_to_a_file_asks_for_the_password_and_is_noted(
    qtbot: QtBot,
    show: Show,
    tasks: Tasks,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pdf: bytes,
) -> None:
    first = FirstManager("lan", "郑岚", "frontdesk-demo")
    made = found_dealership(DataFolder(tmp_path / "d"), Profile(name="店"), first, clock).services
    page = Page(UiContext(made, tasks, lambda place: None, clock))
    show(page)
    window = show_pdf(page, "Form", pdf, "form.pdf")
    chosen = tmp_path / "form.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))

    window.save_as()
    confirm(qtbot, "frontdesk-demo")

    qtbot.waitUntil(chosen.exists)
    with made.desk.read() as session:
        acts = session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()
    assert acts[-1] == "form.export"
    window.close()
    qtbot.waitUntil(lambda: tasks.idle)
    made.desk.store.close()
