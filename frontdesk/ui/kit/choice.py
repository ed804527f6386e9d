"""One of several: up to six as a row answered by the keys 1–6, more as a list that filters."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QCompleter,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from frontdesk.errors import UserError
from frontdesk.ui.kit import tokens, words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.icons import paint_icon
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.soon import soon

Option = tuple[object, str]
MOST_IN_A_ROW = 6
_SHOWN_BY_SEGMENTS = frozenset(
    {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.DynamicPropertyChange}
)


class ChoiceField(Field):
    """``options`` is an enum class (named by the trade's words) or pairs of value and text."""

    def __init__(
        self,
        name: str,
        options: type[StrEnum] | Sequence[Option] = (),
        parent: QWidget | None = None,
        *,
        per_row: int = MOST_IN_A_ROW,
        as_list: bool | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._enum: type[StrEnum] | None = None
        self._per_row = per_row
        self._as_list = as_list
        self._options: tuple[Option, ...] = ()
        self._face: _Row | _List | None = None
        self.set_options(options)

    def set_options(self, options: type[StrEnum] | Sequence[Option]) -> None:
        """Offer something else; the choice made stays if it is still offered."""
        kept = self._face.chosen() if self._face is not None else None
        if isinstance(options, type):
            self._enum = options
            self._options = tuple((member, words.word(member)) for member in options)
        else:
            self._enum = None
            self._options = tuple(options)
        as_list = self._as_list
        if as_list is None:
            as_list = len(self._options) > MOST_IN_A_ROW
        if self._face is None or isinstance(self._face, _List) is not as_list:
            self._new_face(as_list)
        if self._face is not None:
            self._face.offer(self._options)
            self._face.choose(kept)

    @property
    def options(self) -> tuple[Option, ...]:
        """What is offered."""
        return self._options

    def value(self) -> object:
        if self._face is None:
            return None
        if isinstance(self._face, _List) and self._face.is_foreign():
            raise UserError("field.choice", self.name)
        return self._face.chosen()

    def set_value(self, value: object) -> None:
        if self._face is not None:
            self._face.choose(value)

    def typed(self) -> str:
        value = self._face.chosen() if self._face is not None else None
        return "" if value is None else str(value)

    def set_typed(self, typed: str) -> None:
        self.set_value(next((v for v, _ in self._options if typed and str(v) == typed), None))

    def spoken(self, typed: str) -> str:
        return next((text for value, text in self._options if str(value) == typed), typed)

    def retranslate(self) -> None:
        super().retranslate()
        if self._enum is not None and self._face is not None:
            self.set_options(self._enum)

    def _new_face(self, as_list: bool) -> None:
        if self._face is not None:
            self._column.removeWidget(self._face)
            self._face.removeEventFilter(self)
            self._face.deleteLater()
            self._column.removeWidget(self._error)
            self._column.removeWidget(self._hint)
        self._face = _List() if as_list else _Row(self._per_row)
        self._face.chosen_changed.connect(self._was_changed)
        self._use(self._face)
        self._say()


class _Row(QWidget):
    chosen_changed = Signal()

    def __init__(self, per_row: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(tokens.GRID)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._per_row = per_row
        self._columns = 0
        self._values: list[object] = []
        self._buttons: list[_Segment] = []
        self._chosen: object = None

    def offer(self, options: Sequence[Option]) -> None:
        while len(self._buttons) > len(options):
            extra = self._buttons.pop()
            self._grid.removeWidget(extra)
            extra.deleteLater()
        while len(self._buttons) < len(options):
            at = len(self._buttons)
            segment = _Segment(at + 1)
            segment.clicked.connect(lambda _=False, at=at: self._pick(at))
            self._buttons.append(segment)
        self._values = [value for value, _ in options]
        for segment, (_, text) in zip(self._buttons, options, strict=True):
            segment.setText(text)
            segment.setAccessibleName(text)
            set_tip(segment, text)
        self._columns = 0
        self._flow(self.width())
        self.updateGeometry()

    def chosen(self) -> object:
        return self._chosen

    def choose(self, value: object) -> None:
        value = value if value in self._values else None
        changed = value != self._chosen
        self._chosen = value
        for segment, own in zip(self._buttons, self._values, strict=True):
            segment.setChecked(value is not None and own == value)
        if changed:
            self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A height changed while the layout is at work would be overlooked by it.
        soon(self, "_flow_again")

    def sizeHint(self) -> QSize:
        count = min(len(self._buttons), self._per_row)
        return QSize(count * (self._widest() + tokens.GRID), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self.minimumHeight())

    @Slot()
    def _flow_again(self) -> None:
        self._flow(self.width())

    def _flow(self, width: int) -> None:
        """As many columns as fit, rows filled evenly; no word is ever cut."""
        count = len(self._buttons)
        if not count:
            return
        fit = (width + tokens.GRID) // (self._widest() + tokens.GRID)
        rows = ceil(count / max(1, min(fit, self._per_row)))
        columns = ceil(count / rows)
        if columns == self._columns:
            return
        self._columns = columns
        for at, segment in enumerate(self._buttons):
            self._grid.addWidget(segment, at // columns, at % columns)
        self.setFixedHeight(rows * (tokens.CONTROL_HEIGHT + tokens.GRID) - tokens.GRID)

    def _widest(self) -> int:
        return max((segment.sizeHint().width() for segment in self._buttons), default=0)

    def _pick(self, at: int) -> None:
        self.setFocus()
        self.choose(self._values[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.isEnabled():
            return super().keyPressEvent(event)
        if Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(self._values):
            return self.choose(self._values[key - Qt.Key.Key_1])
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return self.choose(None)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if key in step and self._values:
            at = self._values.index(self._chosen) + step[key] if self._chosen is not None else 0
            return self.choose(self._values[max(0, min(at, len(self._values) - 1))])
        return super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The keyboard and a fault are the row's, and the segments show them.
        if event.type() in _SHOWN_BY_SEGMENTS:
            for segment in self._buttons:
                segment.update()
        return super().event(event)


class _Segment(QAbstractButton):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key = str(number) if number <= 9 else ""

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 38
        return QSize(max(width, 56), tokens.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(44, tokens.CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        k = tokens.current()
        row = self.parentWidget()
        on, focus = self.isChecked(), row is not None and row.hasFocus()
        fault = row is not None and row.property("fault") == "true"
        ground = k.selected if on else k.hover if self.underMouse() else k.card
        edge = k.over if fault else k.accent if on or focus else k.edge
        ink, quiet = (k.text, k.muted) if self.isEnabled() else (k.muted, k.line)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2.0 if focus and on else 1.0
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        key = QRectF(8, 0, 10, self.height())
        painter.setPen(QColor(k.accent if on else quiet))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        font = painter.font()
        font.setBold(on)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        place = QRectF(self.rect()).adjusted(22, 0, -6, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class _List(QComboBox):
    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._values: list[object] = []
        self._texts: list[str] = []
        self._last: object = None
        self._completions = QStringListModel(self)
        completer = QCompleter(self._completions, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.editTextChanged.connect(self._edited)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.complete)

    def offer(self, options: Sequence[Option]) -> None:
        self._values = [value for value, _ in options]
        self._texts = [text for _, text in options]
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(self._texts)
        self.blockSignals(blocked)
        self._completions.setStringList(self._texts)

    def chosen(self) -> object:
        at = self._meant()
        return None if at is None else self._values[at]

    def _meant(self) -> int | None:
        """Which option the typed text names: the very text, or the only one it is a part of."""
        text = self.currentText().strip().casefold()
        texts = [each.casefold() for each in self._texts]
        if text in texts:
            return texts.index(text)
        holding = [at for at, each in enumerate(texts) if text and text in each]
        return holding[0] if len(holding) == 1 else None

    def complete(self) -> None:
        """Write the option out in full that was named by a part of it."""
        at = self._meant()
        if at is not None:
            self.setCurrentIndex(at)

    def is_foreign(self) -> bool:
        """Whether something is typed that is not offered."""
        return bool(self.currentText().strip()) and self.chosen() is None

    def choose(self, value: object) -> None:
        at = self._values.index(value) if value in self._values else -1
        self.setCurrentIndex(at)
        self.setEditText(self._texts[at] if at >= 0 else "")
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # the beginning of a long one is what tells it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.width() - 24, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, place, "caret-down", tokens.current().muted)
        painter.end()

    def _edited(self) -> None:
        now = self.currentText()
        if now != self._last:
            self._last = now
            self.chosen_changed.emit()
