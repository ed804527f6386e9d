"""One timeline of everything: fluid for thousands of entries (only what is seen is drawn)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone

Index = QModelIndex | QPersistentModelIndex
_ITEM = int(Qt.ItemDataRole.UserRole)
_NO_PARENT = QModelIndex()
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ROW = 52


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One entry. ``status`` is a word at the right, in the colour of ``tone``."""

    id: str
    moment: datetime
    icon: str
    title: str
    text: str = ""
    tone: Tone = Tone.NEUTRAL
    status: str = ""


class Timeline(QListView):
    """Entries in the order given; Enter or a double click opens one.

    ``near_end`` is emitted when the last entries come into sight: time to fetch more.
    """

    opened = Signal(str)
    near_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = _Items()
        self.setModel(self._items)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these entries, top first."""
        self._items.show_items(items)

    def add_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these beneath the others; what is in sight stays where it is."""
        self._items.add_items(items)

    def items(self) -> tuple[TimelineItem, ...]:
        """The entries shown."""
        return self._items.items

    def current_id(self) -> str:
        """The id of the entry the cursor is on, or ''."""
        item = self.currentIndex().data(_ITEM)
        return item.id if isinstance(item, TimelineItem) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._open(self.currentIndex())
        elif event.text().isalnum() and not event.modifiers() & _COMMAND:
            event.ignore()  # typing, or a scanner: the search box above the tabs takes it
        else:
            super().keyPressEvent(event)

    def _scrolled(self, at: int) -> None:
        bar = self.verticalScrollBar()
        if at > 0 and bar.maximum() - at <= bar.pageStep():
            self.near_end.emit()

    def _open(self, index: QModelIndex) -> None:
        item = index.data(_ITEM)
        if isinstance(item, TimelineItem):
            self.opened.emit(item.id)


class _Items(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[TimelineItem, ...] = ()

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def add_items(self, items: Sequence[TimelineItem]) -> None:
        if items:
            first = len(self.items)
            self.beginInsertRows(_NO_PARENT, first, first + len(items) - 1)
            self.items = (*self.items, *items)
            self.endInsertRows()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (words.when(item.moment), item.title, item.status, item.text)
            return ", ".join(part for part in parts if part)
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = option.fontMetrics.lineSpacing()
        return QSize(200, max(_ROW, 2 * lines + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, TimelineItem):
            return
        kit = tokens.current()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(kit.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(kit.hover))
        middle = QPointF(box.left() + 26, box.center().y())
        painter.setPen(QPen(QColor(kit.line), 2))
        top = box.center().y() if index.row() == 0 else box.top()
        last = index.row() == index.model().rowCount() - 1
        painter.drawLine(
            QPointF(middle.x(), top),
            QPointF(middle.x(), box.center().y() if last else box.bottom() + 1),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(kit.ground(item.tone)))
        painter.drawEllipse(middle, 15, 15)
        sign = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        paint_icon(painter, sign, item.icon, kit.tone(item.tone))
        self._write(painter, option, item, box.adjusted(52, 6, -12, -6))
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, item: TimelineItem, box: QRectF
    ) -> None:
        kit = tokens.current()
        side = Qt.AlignmentFlag.AlignVCenter
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        lower = upper.translated(0, box.height() / 2)
        font = option.font
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(kit.muted))
        time = words.near(item.moment)
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignRight, time)
        room = QFontMetricsF(font).horizontalAdvance(time) + 12
        status = QFontMetricsF(font).horizontalAdvance(item.status) + 12 if item.status else 0
        painter.setPen(QColor(kit.tone(item.tone)))
        painter.drawText(lower, side | Qt.AlignmentFlag.AlignRight, item.status)
        painter.setPen(QColor(kit.muted))
        _elided(painter, lower.adjusted(0, 0, -status, 0), item.text)
        font.setPointSizeF(tokens.BASE_POINTS)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(kit.text))
        _elided(painter, upper.adjusted(0, 0, -room, 0), item.title)


def _elided(painter: QPainter, place: QRectF, text: str) -> None:
    line = " ".join(text.split())
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
