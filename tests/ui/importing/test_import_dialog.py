"""The import window by keys: file → columns and rows → result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import SheetColumn
from frontdesk.services.exchange.results import ImportResult
from frontdesk.services.registry import Services
from frontdesk.ui.importing.dialog import ImportDialog, open_import
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import vin_of
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx
from tests.ui.keys import CTRL, ENTER, chord, press

Show = Callable[[QWidget], None]

# QTest says so of the release of a chord whose press was a shortcut, over a button.
pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted")


@pytest.fixture
def context(services: Services, tasks: Tasks, clock: FixedClock) -> UiContext:
    return UiContext(services, tasks, lambda _: None, clock)


@pytest.fixture
def dialog(context: UiContext, show: Show) -> ImportDialog:
    window = ImportDialog(context)
    show(window)
    return window


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    rows = [HEADING, delivery(1), delivery(1), delivery(2, vin="x"), ("合计", None, 3)]
    return write_xlsx(tmp_path / "交车.xlsx", rows)


def looked(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.take_file(path)
    qtbot.waitUntil(lambda: dialog.run.isVisible() and dialog._context.tasks.idle)


def test_from_choosing_to_the_result_by_keys(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sheet), ""))
    chord(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(dialog.run.isVisible)
    assert dialog.run.isEnabled()
    assert dialog.run.hasFocus()
    assert len(dialog.preview.good.rows()) == 2
    assert [line.row for line in dialog.preview.faults.rows()] == [4]
    assert "VIN" in dialog.preview.faults.rows()[0].why
    assert [line.row for line in dialog.preview.others.rows()] == [5]
    with qtbot.waitSignal(dialog.imported) as told:
        chord(ENTER, CTRL)
    result = told.args[0]
    assert isinstance(result, ImportResult)
    assert (result.read, result.created, result.updated, result.rejected) == (3, 1, 1, 1)
    assert dialog.outcome.rejected_sheet == result.rejected_sheet
    assert dialog.outcome.open_sheet.isVisible()
    qtbot.waitUntil(dialog.close_button.hasFocus)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_dropped_file_is_looked_at(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    dialog.file.dropEvent(drop)
    qtbot.waitUntil(dialog.run.isVisible)
    assert dialog.preview.tabs.tabText(1) == "At fault (1)"


def test_a_column_corrected_by_keys_makes_the_import_possible(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    rows = [("甲", "电话", "车架号"), ("王一", "13800138000", vin_of(1))]
    looked(qtbot, dialog, write_xlsx(tmp_path / "a.xlsx", rows))
    assert not dialog.run.isEnabled()
    assert "Owner's name" in dialog.banners.findChildren(QWidget)[0].accessibleName()
    choice = dialog.mapping.choice(0)
    assert choice.hasFocus()
    for _ in range(1 + list(SheetColumn).index(SheetColumn.NAME)):
        press(Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.run.isEnabled)
    assert choice.hasFocus()
    assert not dialog.banners.isVisible()
    with qtbot.waitSignal(dialog.imported) as told:
        chord(ENTER, CTRL)
    assert told.args[0].created == 1


def test_turning_the_wheel_over_a_choice_changes_nothing(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path
) -> None:
    looked(qtbot, dialog, sheet)
    choice = dialog.mapping.choice(1)
    before = choice.currentIndex()
    choice.setFocus()
    QTest.wheelEvent(
        choice.window().windowHandle(), choice.mapTo(dialog, QPoint(5, 5)), QPoint(0, -120)
    )
    assert choice.currentIndex() == before


def test_another_sheet_of_the_file_is_recognised_anew(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [HEADING, delivery(1), delivery(2)],
        九月=[("手机", "姓名", "VIN"), ("13800138000", "王一", vin_of(3))],
    )
    looked(qtbot, dialog, path)
    assert dialog.sheet.isVisible()
    dialog.sheet.setFocus()
    press(Qt.Key.Key_Down)
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())
    qtbot.waitUntil(lambda: len(dialog.preview.good.rows()) == 1)
    assert dialog.mapping.mapping() == {
        0: SheetColumn.PHONE,
        1: SheetColumn.NAME,
        2: SheetColumn.VIN,
    }


def test_a_file_that_is_no_sheet_is_said_in_a_sentence(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "page.xls"
    path.write_text("<html></html>", "utf-8")
    dialog.take_file(path)
    qtbot.waitUntil(dialog.banners.isVisible)
    assert dialog.file.isVisible()


def test_cancelling_stores_nothing_and_comes_back_to_the_preview(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, services: Services
) -> None:
    looked(qtbot, dialog, write_xlsx(tmp_path / "a.xlsx", [HEADING, *map(delivery, range(3000))]))
    dialog.start()
    assert dialog.progress is not None
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.progress is None, timeout=30_000)
    assert dialog.isVisible()
    assert dialog.run.isVisible()
    assert dialog.banners.isVisible()
    assert services.exchange.preview(tmp_path / "a.xlsx").updated == 0


def test_the_whole_window_speaks_chinese_after_a_switch(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path
) -> None:
    looked(qtbot, dialog, sheet)
    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "导入交车明细")
    assert dialog.mapping.choice(1).currentText() == "车主姓名"
    assert dialog.preview.faults.rows()[0].why.startswith("车架号：")
    assert dialog.run.text() == "导入 2 行"


def test_it_opens_over_a_page_with_a_file_at_once(
    qtbot: QtBot, context: UiContext, show: Show, sheet: Path
) -> None:
    page = QWidget()
    show(page)
    dialog = open_import(page, context, sheet)
    qtbot.waitUntil(dialog.run.isVisible)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def _imported(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    looked(qtbot, dialog, path)
    with qtbot.waitSignal(dialog.imported):
        chord(ENTER, CTRL)
    qtbot.waitUntil(dialog.outcome.undo.isVisible)


def test_the_import_just_made_is_undone_as_a_whole(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path, services: Services
) -> None:
    _imported(qtbot, dialog, sheet)
    assert services.search.find(vin_of(1)).hits != ()
    chord(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not dialog.outcome.undo.isVisible())
    assert services.search.find(vin_of(1)).hits == ()
    (made,) = services.exchange.imports()
    assert made.undone_at is not None
    chord(Qt.Key.Key_Z, CTRL)
    assert dialog._context.tasks.idle
    dialog.outcome.again.click()
    _imported(qtbot, dialog, sheet)
    assert services.search.find(vin_of(1)).hits != ()


def test_what_stands_in_the_way_of_the_undo_is_said(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path, services: Services
) -> None:
    _imported(qtbot, dialog, sheet)
    customer_id = services.search.find(vin_of(1)).hits[0].customer_id
    services.customers.add_note(customer_id, "要求旧件带走")
    dialog.outcome.undo.click()
    qtbot.waitUntil(lambda: bool(dialog.banners.shown()))
    assert dialog.outcome.undo.isVisible()
    assert dialog.outcome.undo.isEnabled()
    assert services.search.find(vin_of(1)).hits != ()
