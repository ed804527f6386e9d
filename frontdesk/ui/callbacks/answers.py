"""Answers as large buttons with their keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.quick_entry import parse_day

_HEIGHT = 44
_MOST_MARKS = 11


def typed_day(typed: str) -> str:
    """A day typed in a hurry as scripts keep it; what is no day stays as it is, to be refused."""
    try:
        day = parse_day(typed, today(words.clock()))
    except UserError:
        return typed
    return "" if day is None else day.isoformat()


class AnswerButton(QAbstractButton):
    """One answer with the key that gives it. The panel around it takes the keys."""

    def __init__(self, key: str, text: str, *, given: bool = False, low: bool = False) -> None:
        super().__init__()
        self._low = low
        if low:
            font = self.font()
            font.setPointSizeF(tokens.SMALL_POINTS)
            self.setFont(font)
            self.setFixedHeight(34)
        self._key = key
        self._given = given
        self.setText(text)
        self.setAccessibleName(f"{key} {text}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 60, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(kit.accent if self._given or lit else kit.edge), 1))
        painter.setBrush(QColor(kit.selected if self._given else kit.hover if lit else kit.card))
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        narrow = self.width() < 80
        if self._key and not narrow:
            self._paint_key(painter, kit)
        painter.setPen(QColor(kit.text))
        text_at = 4 if narrow else 34 if self._low else 42
        place = QRectF(self.rect()).adjusted(text_at, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(place.width()) + 1
        )
        side = Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
        painter.end()

    def _paint_key(self, painter: QPainter, kit: tokens.Tokens) -> None:
        side = 20 if self._low else 24
        cap = QRectF(8 if self._low else 10, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(kit.accent), 1))
        painter.setBrush(QColor(kit.page))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(kit.accent))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class Answers(QWidget):
    """The answers of one question. ``given`` carries the answer's key."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GAP)
        self._keys: list[str] = []
        self._scale = False

    def offer(self, options: Sequence[tuple[str, str]], given: str | None = None) -> None:
        """Offer choices (key, text) on the keys 1 to 6; ``given`` was answered before."""
        self._scale = False
        self._clear()
        self._keys = [key for key, _ in options]
        for at, (key, text) in enumerate(options):
            self._put(AnswerButton(str(at + 1), text, given=key == given), key, at // 2, at % 2)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def offer_marks(self, marks: range, given: str = "") -> None:
        """Offer the marks of a scale: 10 is the key 0, or − where 0 is a mark itself."""
        self._scale = True
        self._clear()
        self._keys = [str(mark) for mark in marks]
        for at, mark in enumerate(self._keys):
            self._put(AnswerButton("", mark, given=mark == given), mark, 0, at)

    def key_for(self, digit: int) -> str | None:
        """The answer a digit key gives, or ``None``; the key − is the digit 10."""
        if self._scale:
            digit = 10 if digit == 0 and "0" not in self._keys else digit
            return str(digit) if str(digit) in self._keys else None
        return self._keys[digit - 1] if 1 <= digit <= len(self._keys) else None

    def _put(self, button: AnswerButton, key: str, row: int, column: int) -> None:
        button.clicked.connect(lambda _=False: self.given.emit(key))
        self._grid.addWidget(button, row, column)

    def _clear(self) -> None:
        empty_layout(self._grid)
        for column in range(_MOST_MARKS):
            self._grid.setColumnStretch(column, 0)
