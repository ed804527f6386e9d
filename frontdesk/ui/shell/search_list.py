"""The list under the search box: what was found by kind, the matching part marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frontdesk.services.search.results import Hit, HitKind, SearchResult
from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.tokens import BASE_POINTS, SMALL_POINTS

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_NO_PARENT = QModelIndex()
_ICONS = {
    HitKind.VEHICLE: "car",
    HitKind.CUSTOMER: "user",
    HitKind.ORDER: "clipboard-text",
    HitKind.TICKET: "chat-centered-dots",
}
_PAD = 12.0
_SIDE = 92.0


def kind_title(kind: HitKind) -> str:
    """What a group is called."""
    titles = {
        HitKind.VEHICLE: QCoreApplication.translate("SearchList", "Cars"),
        HitKind.CUSTOMER: QCoreApplication.translate("SearchList", "Customers"),
        HitKind.ORDER: QCoreApplication.translate("SearchList", "Orders"),
        HitKind.TICKET: QCoreApplication.translate("SearchList", "Complaints"),
    }
    return titles[kind]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; the first hit of a kind carries the kind's title."""

    hit: Hit
    first: bool


class SearchList(QListView):
    """Never takes the focus: the person goes on typing while moving in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = _Found()
        self.setModel(self._found)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_result(self, result: SearchResult) -> None:
        """Show what was found, the cursor on the first."""
        self._found.show_lines(
            [Line(hit, hit is hits[0]) for _, hits in result.groups for hit in hits]
        )
        if self._found.rowCount():
            self.setCurrentIndex(self._found.index(0, 0))
            self.scrollToTop()

    def count(self) -> int:
        """How many hits are shown."""
        return self._found.rowCount()

    def hits(self) -> tuple[Hit, ...]:
        """What is shown, in order."""
        return tuple(line.hit for line in self._found.lines())

    def current_hit(self) -> Hit | None:
        """The hit the cursor is on."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.hit if isinstance(line, Line) else None

    def step(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        row = self.currentIndex().row() + by
        self.setCurrentIndex(self._found.index(max(0, min(row, self.count() - 1)), 0))

    def wanted_height(self, most: int) -> int:
        """High enough for all hits, at most ``most`` pixels."""
        rows = self.count() * self.sizeHintForRow(0) if self.count() else 0
        return min(most, rows + 2 * self.frameWidth() + 2)


class _Found(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show_lines(self, found: list[Line]) -> None:
        self.beginResetModel()
        self._lines = found
        self.endResetModel()

    def lines(self) -> list[Line]:
        return self._lines

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{kind_title(line.hit.kind)}: {line.hit.title}, {line.hit.subtitle}"
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(44, 2 * option.fontMetrics.lineSpacing() + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        kit = tokens.current()
        box = QRectF(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(kit.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(kit.hover))
        font = QFont(option.font)
        font.setPointSizeF(SMALL_POINTS)
        if line.first:
            painter.setPen(QColor(kit.line))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.setFont(font)
            painter.setPen(QColor(kit.muted))
            side = QRectF(box.left() + _PAD, box.top(), _SIDE - _PAD, box.height())
            painter.drawText(side, Qt.AlignmentFlag.AlignVCenter, kind_title(line.hit.kind))
        sign = QRectF(box.left() + _SIDE, box.center().y() - 10, 20, 20)
        paint_icon(painter, sign, _ICONS[line.hit.kind], kit.accent if chosen else kit.muted)
        text = box.adjusted(_SIDE + 32, 3, -_PAD, -3)
        upper = QRectF(text.left(), text.top(), text.width(), text.height() / 2)
        base = QFont(option.font)
        base.setPointSizeF(BASE_POINTS)
        _marked(painter, upper, base, line.hit.title, line.hit.title_marks, kit.text)
        lower = upper.translated(0, text.height() / 2)
        _marked(painter, lower, font, line.hit.subtitle, line.hit.subtitle_marks, kit.muted)
        painter.restore()


def _marked(
    painter: QPainter,
    place: QRectF,
    font: QFont,
    text: str,
    marks: Sequence[tuple[int, int]],
    colour: str,
) -> None:
    """Write one line, the marked ranges (start, length) on a coloured ground."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    ground = QColor(tokens.current().mark)
    for start, length in marks:
        left = place.left() + metrics.horizontalAdvance(text[:start])
        width = metrics.horizontalAdvance(text[: start + length]) - left + place.left()
        if left < place.right():
            box = QRectF(
                left, place.top() + 1, min(width, place.right() - left), place.height() - 2
            )
            painter.fillRect(box, ground)
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
