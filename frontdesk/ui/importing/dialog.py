"""Decides what the import window shows: file → columns and rows → result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.services.exchange.results import ImportPreview, ImportResult, SheetMapping
from frontdesk.texts import sentence
from frontdesk.ui.importing.file_panel import FilePanel
from frontdesk.ui.importing.mapping_panel import MappingPanel
from frontdesk.ui.importing.preview_panel import PreviewPanel
from frontdesk.ui.importing.result_panel import ResultPanel
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drop_down import DropDown
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.progress import ProgressWindow, run_with_progress
from frontdesk.ui.kit.tasks import Task
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_SIZE = (1240, 680)
_COLUMNS_WIDTH = 492
_SETTLE_MS = 150


def open_import(parent: QWidget, context: UiContext, path: Path | None = None) -> ImportDialog:
    """Show the import window over ``parent``, with ``path`` already chosen if given."""
    dialog = ImportDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    if path is not None:
        dialog.take_file(path)
    return dialog


class ImportDialog(Translated, QDialog):
    """Ctrl+O chooses a file, Ctrl+Enter imports, Ctrl+Z undoes it, Esc closes.

    Nothing is stored before Import.
    """

    imported = Signal(object)
    """What the import did, as :class:`ImportResult`."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._looking: Task | None = None
        self.progress: ProgressWindow | None = None
        self.banners = BannerArea()
        self.file = FilePanel(context.state)
        self.mapping = MappingPanel()
        self.preview = PreviewPanel(context.state)
        self.outcome = ResultPanel()
        self.sheet = DropDown()
        self._file_name = muted()
        self._sheet_name = muted()
        self._summary = muted()
        self.back = button(look="flat")
        self.close_button = button()
        self.run = button(look="primary")
        self._check = self._check_page()
        self._steps = QStackedWidget()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self.retranslate()
        self._show_step(self.file)

    # steps ------------------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Look at the file at ``path``."""
        self.banners.clear()
        self._path = path
        self._preview = None
        self._look(None)

    def start(self) -> None:
        """Import what is shown."""
        if self._path is None or not self.run.isEnabled():
            return
        path, mapping = self._path, self._mapping()
        services, language = self._context.services, self._context.language
        self.setEnabled(False)
        self.progress = run_with_progress(
            self._context.tasks,
            self,
            lambda progress, cancelled: services.exchange.run(
                path, mapping, progress, cancelled, language
            ),
            self.tr("Importing {file}").format(file=path.name),
            self._finished,
            self._failed,
        )

    def undo(self) -> None:
        """Take the import just made back as a whole; what stands in the way is said."""
        batch_id = self.outcome.batch_id
        if not batch_id or not self.outcome.isVisible():
            return
        self.outcome.undo.setEnabled(False)

        def done(_: None) -> None:
            self.outcome.undo.setEnabled(True)
            self.banners.clear()
            self.outcome.show_undone()
            self.close_button.setFocus()

        def failed(error: Exception) -> None:
            self.outcome.undo.setEnabled(True)
            errors.present(self, error)

        exchange = self._context.services.exchange
        self._context.tasks.run(
            lambda: exchange.undo(batch_id), done, failed, kind="long", owner=self
        )

    def reject(self) -> None:
        """Esc and the window's cross: while importing they stop the import first."""
        if self.progress is not None:
            self.progress.stop()
            return
        super().reject()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import delivery sheet"))
        self.back.setText(self.tr("Another file …"))
        self.close_button.setText(self.tr("Close"))
        self._sheet_name.setText(self.tr("Sheet"))
        self.sheet.setAccessibleName(self.tr("Sheet"))
        set_tip(self.run, self.tr("Import (Ctrl+Enter)"))
        self._show_summary()

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        for step in (self.file, self._check, self.outcome):
            self._steps.addWidget(step)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addWidget(self._summary)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, 12, ROOM, 12)
        column.setSpacing(GAP)
        column.addWidget(self.banners)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)

    def _check_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._file_name, 1)
        head.addWidget(self._sheet_name)
        head.addWidget(self.sheet)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        self.mapping.setFixedWidth(_COLUMNS_WIDTH)
        halves.addWidget(self.mapping)
        halves.addWidget(self.preview, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(halves, 1)
        return page

    def _connect(self) -> None:
        self.file.chosen.connect(self.take_file)
        self.mapping.changed.connect(self._settle.start)
        self._settle.timeout.connect(lambda: self._look(self._mapping()))
        self.sheet.activated.connect(self._change_sheet)
        self.back.clicked.connect(self.file.ask)
        self.outcome.another.connect(self._begin_again)
        self.outcome.undo_asked.connect(self.undo)
        self.close_button.clicked.connect(self.reject)
        self.run.clicked.connect(self.start)
        for keys, act in (
            ("Ctrl+Return", self.start),
            ("Ctrl+Enter", self.start),
            ("Ctrl+O", self.file.ask),
            ("Ctrl+Z", self.undo),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _mapping(self) -> SheetMapping | None:
        if self._preview is None:
            return None
        return SheetMapping(self._preview.mapping.sheet, self.mapping.mapping())

    def _change_sheet(self) -> None:
        """Another sheet of the file: recognised anew."""
        name = self.sheet.currentText()
        if self._preview is not None and name != self._preview.mapping.sheet:
            self._look(SheetMapping(name, {}), recognise=True)

    def _look(self, mapping: SheetMapping | None, *, recognise: bool = False) -> None:
        if self._path is None:
            return
        if self._looking is not None:
            self._looking.cancel()
        path, exchange = self._path, self._context.services.exchange
        self.run.setEnabled(False)
        self._looking = self._context.tasks.run(
            lambda: exchange.preview(path, mapping, recognise=recognise),
            self._show_preview,
            self._failed,
            kind="long",
            owner=self,
        )

    def _show_preview(self, preview: ImportPreview) -> None:
        first_look = self._preview is None
        self._preview = preview
        self.mapping.show_columns(preview.columns)
        self.preview.show_preview(preview)
        self._show_sheets(preview)
        self.banners.remove("problems")
        if preview.problems:
            spoken = self._context.language
            said = " ".join(sentence(error, spoken) for error in preview.problems)
            self.banners.show_banner(Tone.WARN, said, key="problems", closable=False)
        self._show_summary()
        self._show_step(self._check)
        if first_look:
            if preview.problems:
                self.mapping.focus_first_open()
            else:
                self.run.setFocus()

    def _show_sheets(self, preview: ImportPreview) -> None:
        self._file_name.setText(preview.path.name)
        several = len(preview.sheets) > 1
        self._sheet_name.setVisible(several)
        self.sheet.setVisible(several)
        self.sheet.clear()
        self.sheet.addItems([sheet.name for sheet in preview.sheets])
        self.sheet.setCurrentText(preview.mapping.sheet)

    def _show_summary(self) -> None:
        preview = self._preview
        if preview is None:
            self._summary.clear()
            self.run.setText(self.tr("Import"))
            return
        stored = preview.created + preview.updated
        self.run.setText(self.tr("Import %n row(s)", "", stored))
        self.run.setEnabled(not preview.problems and preview.read > 0)
        text = self.tr("{read} read · {created} new · {updated} known · {rejected} at fault")
        self._summary.setText(
            text.format(
                read=f"{preview.read:,}",
                created=f"{preview.created:,}",
                updated=f"{preview.updated:,}",
                rejected=f"{preview.rejected:,}",
            )
        )

    def _show_step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        checking = step is self._check
        self.back.setVisible(checking)
        self.run.setVisible(checking)
        self._summary.setVisible(checking)
        if step is self.file:
            self.file.choose.setFocus()

    def _begin_again(self) -> None:
        self._path, self._preview = None, None
        self.banners.clear()
        self._show_step(self.file)

    def _finished(self, result: ImportResult) -> None:
        self.setEnabled(True)
        self.progress = None
        if result.cancelled:
            said = self.tr("Cancelled. Nothing was stored.")
            self.banners.show_banner(Tone.INFO, said, key="cancelled", for_ms=8000)
            return
        self.outcome.show_result(result)
        self._show_step(self.outcome)
        self.activateWindow()
        self.close_button.setFocus()
        self.imported.emit(result)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.progress = None
        if self._preview is not None:
            self._show_summary()
        errors.present(self, error)
