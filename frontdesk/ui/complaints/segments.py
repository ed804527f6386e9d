"""Choices as segments with their keys on them, as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.soon import soon


class Segment(QAbstractButton):
    """One choice: its key and its word."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key = key

    def say(self, text: str) -> None:
        """Show ``text``."""
        self.setText(text)
        self.setAccessibleName(f"{self._key} {text}")
        set_tip(self, text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # Room for the bold word, so that choosing moves nothing.
        wide = round(self.fontMetrics().horizontalAdvance(self.text()) * 1.08)
        return QSize(max(wide + 38, 64), tokens.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(44, tokens.CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit = tokens.current()
        row = self.parentWidget()
        focus = row is not None and row.isActiveWindow() and _has_focus(row)
        fault = row is not None and _is_at_fault(row)
        on = self.isChecked()
        ground = kit.selected if on else kit.hover if self.underMouse() else kit.card
        edge = kit.over if fault else kit.accent if on or focus else kit.edge
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2.0 if focus and on else 1.0
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(QColor(kit.accent if on else kit.muted))
        key = QRectF(7, 0, 12, self.height())
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        font = painter.font()
        font.setBold(on)
        painter.setFont(font)
        painter.setPen(QColor(kit.text if self.isEnabled() else kit.muted))
        place = QRectF(self.rect()).adjusted(24, 0, -6, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(place.width()) + 1
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class SegmentRow(QWidget):
    """Segments flowing over as many lines as they need; ``picked`` carries the place of one."""

    picked = Signal(int)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GRID)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._keys = tuple(keys)
        self._columns = 0
        self.segments: list[Segment] = []

    def offer(self, texts: Sequence[str]) -> None:
        """Show these words; as many as there are keys."""
        while len(self.segments) > len(texts):
            extra = self.segments.pop()
            self._grid.removeWidget(extra)
            extra.hide()
            extra.deleteLater()
        while len(self.segments) < len(texts):
            at = len(self.segments)
            segment = Segment(self._keys[at])
            segment.clicked.connect(lambda _=False, at=at: self.picked.emit(at))
            self.segments.append(segment)
        for segment, text in zip(self.segments, texts, strict=True):
            segment.say(text)
        self._columns = 0
        self._flow(self.width())
        self.updateGeometry()

    def check(self, places: Sequence[int]) -> None:
        """Show which are chosen."""
        for at, segment in enumerate(self.segments):
            segment.setChecked(at in places)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(self.segments) * (self._widest() + tokens.GRID), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A height changed while the layout is at work would be overlooked by it.
        soon(self, "_flow_again")

    @Slot()
    def _flow_again(self) -> None:
        self._flow(self.width())

    def _flow(self, width: int) -> None:
        count = len(self.segments)
        if not count:
            self.setFixedHeight(0)
            return
        fit = max(1, (width + tokens.GRID) // (self._widest() + tokens.GRID))
        lines = ceil(count / fit)
        columns = ceil(count / lines)
        if columns == self._columns:
            return
        self._columns = columns
        for at, segment in enumerate(self.segments):
            self._grid.addWidget(segment, at // columns, at % columns)
        for each in range(self._grid.columnCount()):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)
        self.setFixedHeight(lines * (tokens.CONTROL_HEIGHT + tokens.GRID) - tokens.GRID)

    def _widest(self) -> int:
        return max((segment.sizeHint().width() for segment in self.segments), default=0)


def _is_at_fault(row: QWidget) -> bool:
    editor = row.parentWidget()
    return editor is not None and editor.property("fault") == "true"


def _has_focus(row: QWidget) -> bool:
    """Whether the keys go to the choice: it, or the field's editor around it, has the focus."""
    editor = row.parentWidget()
    return row.hasFocus() or (editor is not None and editor.hasFocus())
