"""A picture, or the pages of a document, large: zoom, turn the pages, save."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip, show_picture
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP

_STEP = 1.25
_LEAST, _MOST = 0.1, 8.0
_PICTURES = (
    "magnifying-glass-minus", "magnifying-glass-plus", "arrows-out", "caret-left", "caret-right",
)  # fmt: skip


class PictureWindow(Translated, QDialog):
    """Ctrl+plus, Ctrl+minus zoom, Ctrl+0 fits, Page Up/Down turn, Ctrl+S saves, Esc closes.

    Shows what it is given: ``page_asked`` carries the page (from 0) that is wanted next.
    """

    page_asked = Signal(int)
    save_asked = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.page, self.pages = 0, 1
        self._whole = QPixmap()
        self._factor: float | None = None
        self.banners = BannerArea()
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.sheet)
        self._build()
        room = self.screen().availableSize()
        self.resize(min(1100, room.width() - 40), min(900, room.height() - 60))
        self.retranslate()
        self.area.setFocus()

    def show_page(self, jpeg: bytes, page: int, pages: int) -> None:
        """Show one page of ``pages``."""
        self.page, self.pages = page, pages
        self._whole = QPixmap()
        self._whole.loadFromData(jpeg)
        self.area.verticalScrollBar().setValue(0)
        self._paint()
        self.retranslate()

    def turn(self, by: int) -> None:
        """Ask for another page."""
        wanted = min(max(self.page + by, 0), self.pages - 1)
        if wanted != self.page:
            self.page_asked.emit(wanted)

    def zoom(self, by: float) -> None:
        """Larger or smaller by a factor."""
        self._factor = min(_MOST, max(_LEAST, self.factor() * by))
        self._paint()

    def fit(self) -> None:
        """As large as the window has room for."""
        self._factor = None
        self._paint()

    def factor(self) -> float:
        """How many pixels of the screen one of the picture has."""
        if self._factor is not None or self._whole.isNull():
            return self._factor or 1.0
        room = self.area.viewport().size()
        return min(room.width() / self._whole.width(), room.height() / self._whole.height(), _MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def retranslate(self) -> None:
        for widget, text, keys in (
            (self._save, self.tr("Export …"), "Ctrl+S"),
            (self._close, self.tr("Close"), "Esc"),
            (self._smaller, self.tr("Smaller"), "Ctrl+-"),
            (self._larger, self.tr("Larger"), "Ctrl++"),
            (self._fit, self.tr("Fit to window"), "Ctrl+0"),
            (self._back, self.tr("Page before"), "Page Up"),
            (self._on, self.tr("Next page"), "Page Down"),
        ):
            widget.setAccessibleName(text)
            set_tip(widget, f"{text} ({keys})")
        self._save.setText(self.tr("Export …"))
        self._close.setText(self.tr("Close"))
        count = self.tr("Page {page} of {pages}").format(page=self.page + 1, pages=self.pages)
        self._count.setText(count)
        for turner in (self._back, self._count, self._on):
            turner.setVisible(self.pages > 1)
        self._back.setEnabled(self.page > 0)
        self._on.setEnabled(self.page < self.pages - 1)
        self.sheet.setAccessibleName(f"{self.windowTitle()} {count}")

    def _paint(self) -> None:
        if self._whole.isNull():
            return
        size = self._whole.size() * self.factor()
        how = Qt.TransformationMode.SmoothTransformation
        show_picture(self.sheet, self._whole.scaled(size, mode=how))

    def _build(self) -> None:
        flat = [button(look="flat") for _ in range(5)]
        self._smaller, self._larger, self._fit, self._back, self._on = flat
        for made, picture in zip(flat, _PICTURES, strict=True):
            made.setIcon(icon(picture))
        self._count = muted()
        self._save, self._close = button(), button()
        self._save.setIcon(icon("download-simple"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (
            self._smaller, self._larger, self._fit, self._back, self._count, self._on,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._save)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.banners)
        column.addWidget(self.area, 1)
        for widget, keys, act in (
            (self._smaller, "Ctrl+-", lambda: self.zoom(1 / _STEP)),
            (self._larger, "Ctrl++", lambda: self.zoom(_STEP)),
            (self._fit, "Ctrl+0", self.fit),
            (self._back, "PgUp", lambda: self.turn(-1)),
            (self._on, "PgDown", lambda: self.turn(1)),
            (self._save, "Ctrl+S", self.save_asked.emit),
        ):
            widget.clicked.connect(act)
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(lambda: self.zoom(_STEP))
        self._close.clicked.connect(self.close)
