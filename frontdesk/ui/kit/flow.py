"""A row that goes on in the next line where there is no room: nothing is cut, nothing pushes."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from frontdesk.ui.kit.tokens import GAP, GRID


class FlowLayout(QLayout):
    """Lines of widgets, as many in each as fit; what is hidden takes no room.

    ``at_right``: the last ones, which stand at the right end of their line.
    """

    def __init__(self, parent: QWidget | None = None, at_right: Collection[QWidget] = ()) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._at_right = frozenset(at_right)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_tallest, lines)) + GRID * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        line = self._shown()
        return QSize(_wide(line), _tallest(line))

    def minimumSize(self) -> QSize:
        """The widest of them by itself."""
        line = self._shown()
        return QSize(max((_hint(item).width() for item in line), default=0), _tallest(line))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            x, tall = rect.x(), _tallest(line)
            left = max(0, rect.width() - _wide(line))
            for item in line:
                if item.widget() in self._at_right:
                    x, left = x + left, 0
                size = _hint(item)
                size.setWidth(min(size.width(), rect.width()))
                item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + GAP
            y += tall + GRID

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and _wide([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines


def _hint(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())


def _wide(line: list[QLayoutItem]) -> int:
    return sum(_hint(item).width() for item in line) + GAP * max(0, len(line) - 1)


def _tallest(line: list[QLayoutItem]) -> int:
    return max((_hint(item).height() for item in line), default=0)
