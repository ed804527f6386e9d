"""The one search box: results while typing, Enter opens; a scanner types and Enters by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.services.search.results import SearchResult
from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.emptied import empty
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import muted, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import KeyHint
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP
from frontdesk.ui.shell.finding import Find, Finding
from frontdesk.ui.shell.search_list import SearchList

_PAGE = 5
_MOST_HIGH = 460
_PAUSE_MS = 120


class SearchBox(Translated, QLineEdit):
    """Signals carry the ``Hit``. The list hangs below, over the page."""

    opened = Signal(object)
    intake_asked = Signal(object)
    complaint_asked = Signal(object)
    left = Signal()
    results_shown = Signal()

    def __init__(self, tasks: Tasks, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = Finding(tasks, find, self._show, self)
        self._open_when_found = False
        self.setClearButtonEnabled(True)
        self.setMaxLength(60)
        self._icon = QAction(icon("magnifying-glass", "muted"), "", self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.popup = _Popup()
        # It lies on the window, which outlives the desk of this box.
        self.destroyed.connect(self.popup.deleteLater)
        self._smaller = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._smaller.timeout.connect(self._fit_popup)
        self.popup.list.clicked.connect(lambda _: self._take(self.opened))
        self.textChanged.connect(self._typed)
        self.retranslate()

    # keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, found = event.key(), self.popup.list
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Down and self.popup.isVisible():
            found.step(1)
        elif key == Qt.Key.Key_Up and self.popup.isVisible():
            found.step(-1)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and self.popup.isVisible():
            found.step(_PAGE if key == Qt.Key.Key_PageDown else -_PAGE)
        elif key == Qt.Key.Key_Down and self.text():
            self._typed(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.popup.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def type_on(self, text: str) -> None:
        """Take over what was typed elsewhere, such as by a scanner."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(text)

    # inside -----------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self._open_when_found = False
        if not self.finding.look_for(text.strip()):
            self.popup.hide()

    def _show(self, result: SearchResult) -> None:
        self.popup.show_result(result, self.finding.shown_for)
        if not self.hasFocus():
            return
        self._place_popup(at_once=False)
        self.results_shown.emit()
        if self._open_when_found:
            self._open_when_found = False
            if self.popup.list.count() == 1:
                self._take(self.opened)

    def _enter(self, event: QKeyEvent) -> None:
        if self.finding.shown_for != self.text().strip() or not self.text().strip():
            # Faster than the search: whoever scans means the one hit that comes.
            self._open_when_found = bool(self.text().strip())
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(self.intake_asked)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._take(self.complaint_asked)
        else:
            self._take(self.opened)

    def _take(self, signal: object) -> None:
        hit = self.popup.list.current_hit()
        if hit is None:
            return
        self.popup.hide()
        empty(self)
        signal.emit(hit)  # type: ignore[attr-defined]

    def _escape(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
        elif self.text():
            empty(self)
        else:
            self.left.emit()

    def _place_popup(self, *, at_once: bool = True) -> None:
        """Below the box, as high as its lines; it becomes smaller once the typing pauses.

        What it uncovers is the page, which takes longer to paint than all the hits.
        """
        window = self.window()
        if self.popup.parentWidget() is not window:
            self.popup.setParent(window)
            window.installEventFilter(self)
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        width = max(self.width(), 560)
        left = max(GAP, min(corner.x(), window.width() - width - GAP))
        room = window.height() - corner.y() - GAP
        height = self.popup.wanted_height(room)
        if not at_once and self.popup.isVisible() and height < self.popup.height():
            self._smaller.start()
            return
        self._smaller.stop()
        self.popup.setGeometry(left, corner.y(), width, height)
        self.popup.show()
        self.popup.raise_()

    def _fit_popup(self) -> None:
        if self.popup.isVisible():
            self._place_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_popup()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Plate, phone, name, VIN or number … (Ctrl+K)"))
        name = self.tr("Search")
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Finds cars, customers, orders and complaints by any part; arrows, then Enter.")
        )


class _Popup(Translated, QFrame):
    def __init__(self) -> None:
        super().__init__()
        # Else every key would have the page below painted too, for the sake of four corners. A look
        # of the style sheet would take the attribute away: the card is painted here.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 6)
        column.setSpacing(4)
        self.list = SearchList()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing = muted(wrap=True)
        self._nothing.setMargin(12)
        self._wanted = ""
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self._hints = QHBoxLayout()
        self._hints.setContentsMargins(12, 0, 12, 0)
        self._hints.setSpacing(6)
        self._says = []
        for keys in ("Enter", "Ctrl+Enter", "Alt+Enter"):
            self._hints.addWidget(KeyHint(keys))
            said = small()
            self._says.append(said)
            self._hints.addWidget(said)
            self._hints.addSpacing(10)
        self._hints.addStretch()
        column.addLayout(self._hints)
        self.retranslate()

    def show_result(self, result: SearchResult, wanted: str) -> None:
        self._wanted = wanted
        self.list.show_result(result)
        found = self.list.count() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        self._say_nothing()

    def paintEvent(self, event: QPaintEvent) -> None:
        kit = tokens.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(kit.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(kit.line))
        painter.setBrush(QColor(kit.card))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def wanted_height(self, most: int) -> int:
        foot = self._hints.sizeHint().height() + 12
        if not self.list.count():
            return int(self._nothing.heightForWidth(540)) + foot + 8
        return self.list.wanted_height(min(most, _MOST_HIGH) - foot) + foot

    def retranslate(self) -> None:
        texts = (self.tr("open"), self.tr("new intake"), self.tr("new complaint"))
        for label, text in zip(self._says, texts, strict=True):
            label.setText(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        text = self.tr("Nothing found for “{text}”. Try fewer characters, or the other number.")
        self._nothing.setText(text.format(text=self._wanted))
