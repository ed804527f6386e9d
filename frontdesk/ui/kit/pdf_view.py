"""A finished form on screen: read it, print it, save it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_STEP = 1.25


def show_pdf(
    parent: QWidget,
    title: str,
    pdf: bytes,
    file_name: str,
    *,
    on_printed: Callable[[], None] | None = None,
    on_saved: Callable[[Path], None] | None = None,
) -> PdfWindow:
    """Open ``pdf`` in a window of its own; ``file_name`` is what saving proposes.

    ``on_printed`` and ``on_saved`` are called after the act, for the audit trail.
    """
    window = PdfWindow(parent, title, pdf, file_name, on_printed, on_saved)
    window.open()
    return window


class PdfWindow(Translated, QDialog):
    """Ctrl+P prints, Ctrl+S saves, Ctrl+plus and Ctrl+minus zoom, Esc closes."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        pdf: bytes,
        file_name: str,
        on_printed: Callable[[], None] | None,
        on_saved: Callable[[Path], None] | None,
    ) -> None:
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.pdf = pdf
        self._file_name = file_name
        self._on_printed, self._on_saved = on_printed, on_saved
        # The buffer reads from the array: both live as long as the document.
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.banners = BannerArea()
        self._build()
        self._resize()
        self.retranslate()
        self.view.setFocus()

    def print_out(self) -> None:
        """Ask for the printer and print; ``on_printed`` follows only what was sent."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.document.pageCount())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)
        dialog.deleteLater()

    def print_to(self, printer: QPrinter) -> None:
        """Print on ``printer`` at its own resolution, each page filling its sheet."""
        first = printer.fromPage() or 1
        last = printer.toPage() or self.document.pageCount()
        painter = QPainter()
        if not painter.begin(printer):
            self.banners.show_banner(
                Tone.WARN, self.tr("The printer did not answer. Check it and try again.")
            )
            return
        for number in range(first - 1, last):
            if number >= first:
                printer.newPage()
            sheet = printer.pageLayout().fullRectPixels(printer.resolution())
            # Half the device's dots are finer than the eye and a quarter of the memory.
            detail = 2 if printer.resolution() > 400 else 1
            size = QSize(sheet.width() // detail, sheet.height() // detail)
            picture = self.document.render(number, size)
            inside = printer.pageLayout().paintRectPixels(printer.resolution())
            painter.drawImage(QRect(-inside.topLeft(), sheet.size()), picture)
        painter.end()
        if self._on_printed is not None:
            self._on_printed()
        self.banners.show_banner(Tone.OK, self.tr("Sent to the printer."), for_ms=6000)

    def save_as(self) -> None:
        """Ask where to and save."""
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the form"),
            str(Path.home() / self._file_name),
            self.tr("PDF file (*.pdf)"),
        )
        if chosen:
            self._export(Path(chosen))

    def _export(self, path: Path) -> None:
        """Out of the program's hands: with the password, and noted, where somebody is signed in."""
        from frontdesk.ui.kit.confirm import context_of

        context = context_of(self)
        if context is None:
            self.save_to(path)
            return
        data, name = context.services.data, self._file_name
        context.tasks.run(
            lambda: data.note_export(name),
            lambda _: self.save_to(path),
            kind="write",
            owner=self,
        )

    def save_to(self, path: Path) -> None:
        """Write the form to ``path``; a fault is said in the window."""
        try:
            path.write_bytes(self.pdf)
        except OSError as error:
            text = self.tr("The file could not be written: {reason}. Choose another place.")
            self.banners.show_banner(Tone.WARN, text.format(reason=error.strerror or str(error)))
            return
        if self._on_saved is not None:
            self._on_saved(path)
        said = self.tr("Saved as {file}.").format(file=path.name)
        self.banners.show_banner(Tone.OK, said, for_ms=6000)

    def zoom(self, by: float) -> None:
        """Larger or smaller by a factor."""
        from PySide6.QtPdfWidgets import QPdfView

        now = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            width = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
            now = self.view.viewport().width() / max(width, 1)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(8.0, max(0.2, now * by)))

    def fit(self) -> None:
        """Fill the width of the window."""
        from PySide6.QtPdfWidgets import QPdfView

        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def retranslate(self) -> None:
        for widget, text, keys in (
            (self._print, self.tr("Print"), "Ctrl+P"),
            (self._save, self.tr("Save as …"), "Ctrl+S"),
            (self._close, self.tr("Close"), "Esc"),
        ):
            widget.setText(text)
            set_tip(widget, f"{text} ({keys})")
        for widget, text, keys in (
            (self._smaller, self.tr("Smaller"), "Ctrl+-"),
            (self._larger, self.tr("Larger"), "Ctrl++"),
            (self._fit, self.tr("Fit to width"), "Ctrl+0"),
        ):
            widget.setAccessibleName(text)
            set_tip(widget, f"{text} ({keys})")

    def _build(self) -> None:
        self._print = button(look="primary")
        self._print.setIcon(icon("printer", "on_accent"))
        self._save = button()
        self._save.setIcon(icon("download-simple"))
        self._close = button()
        self._smaller, self._larger, self._fit = (button(look="flat") for _ in range(3))
        self._smaller.setIcon(icon("magnifying-glass-minus"))
        self._larger.setIcon(icon("magnifying-glass-plus"))
        self._fit.setIcon(icon("arrows-out-line-horizontal"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self._smaller, self._larger, self._fit):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self._save, self._print, self._close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.banners)
        column.addWidget(self.view, 1)
        for widget, act in (
            (self._print, self.print_out),
            (self._save, self.save_as),
            (self._close, self.close),
            (self._smaller, lambda: self.zoom(1 / _STEP)),
            (self._larger, lambda: self.zoom(_STEP)),
            (self._fit, self.fit),
        ):
            widget.clicked.connect(act)
        for keys, act in (
            (QKeySequence.StandardKey.Print, self.print_out),
            (QKeySequence.StandardKey.Save, self.save_as),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.zoom(_STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.zoom(1 / _STEP)),
            (QKeySequence("Ctrl+0"), self.fit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _resize(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(980, room.width() - 40), min(1040, room.height() - 60))
