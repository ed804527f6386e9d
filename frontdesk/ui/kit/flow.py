"""A row that goes on in the next line where there is no room: nothing is cut, nothing pushes."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from frontdesk.ui.kit.tokens import GAP, GRID


class FlowLayout(QLayout):
    """Lines of widgets, as many in each as fit; what is hidden takes no room.

    ``at_right``: the last ones, which stand at the right end of their line. ``growing``: those that
    want to grow share what is left of their line.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        at_right: Collection[QWidget] = (),
        *,
        growing: bool = False,
    ) -> None:
        super().__init__(parent)
        self._growing = growing
        self._items: list[QLayoutItem] = []
        self._sizes: list[_Sized] | None = None
        self._heights: dict[int, int] = {}
        self._at_right = frozenset(at_right)
        # Last: it has the layout forget what it has measured.
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        widget = item.widget()
        if widget is not None:
            # An item Qt has made is nobody's, and outlives the layout; this one is Python's.
            shiboken6.delete(item)
            item = QWidgetItem(widget)
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        # While a window is laid out the same is asked hundreds of times.
        self._forget()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._lines(width)
            self._heights[width] = sum(map(_tallest, lines)) + GRID * max(0, len(lines) - 1)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All in one line."""
        line = self._shown()
        return QSize(_wide(line), _tallest(line))

    def minimumSize(self) -> QSize:
        """The widest of them by itself."""
        line = self._shown()
        return QSize(max((each.width for each in line), default=0), _tallest(line))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            x, tall = rect.x(), _tallest(line)
            left = max(0, rect.width() - _wide(line))
            growing = sum(each.grows for each in line)
            more = left // growing if growing else 0
            left -= more * growing
            for each in line:
                if each.item.widget() in self._at_right:
                    x, left = x + left, 0
                width = min(each.width + (more if each.grows else 0), rect.width())
                top = y + (tall - each.height) // 2
                each.item.setGeometry(QRect(x, top, width, each.height))
                x += width + GAP
            y += tall + GRID

    def _forget(self) -> None:
        self._sizes = None
        self._heights.clear()

    def _shown(self) -> list[_Sized]:
        """Those that take room, each asked once for how much it wants."""
        if self._sizes is None:
            shown = [item for item in self._items if not item.isEmpty()]
            self._sizes = [_sized(item, grows=self._growing and _grows(item)) for item in shown]
        return self._sizes

    def _lines(self, width: int) -> list[list[_Sized]]:
        lines: list[list[_Sized]] = []
        for each in self._shown():
            if lines and _wide([*lines[-1], each]) <= width:
                lines[-1].append(each)
            else:
                lines.append([each])
        return lines


class _Sized(NamedTuple):
    item: QLayoutItem
    width: int
    height: int
    grows: bool


def _sized(item: QLayoutItem, *, grows: bool) -> _Sized:
    """What grows begins with the least it needs."""
    least = item.minimumSize()
    hint = item.sizeHint().expandedTo(least)
    return _Sized(item, least.width() if grows else hint.width(), hint.height(), grows)


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _wide(line: list[_Sized]) -> int:
    return sum(each.width for each in line) + GAP * max(0, len(line) - 1)


def _tallest(line: list[_Sized]) -> int:
    return max((each.height for each in line), default=0)
