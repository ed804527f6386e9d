"""The car's outline to mark damage on: by mouse or by keys, with the marks of last time paler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.car_shape import UNFOLDED
from frontdesk.models.enums import CarSide, DamageKind, DamageSize
from frontdesk.services.intake.walk import Compared, Mark, Since, compare
from frontdesk.ui.intake import outline_paint
from frontdesk.ui.intake.outline_paint import Layout, place_of
from frontdesk.ui.kit import words
from frontdesk.ui.kit.language import Translated

_STEP, _FINE = 30.0, 6.0
_REACH = 6.0
"""So many pixels beside a mark it is still meant."""

_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_KINDS = {Qt.Key(Qt.Key.Key_1.value + at): kind for at, kind in enumerate(DamageKind)}
_GROWING = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_SIZES = tuple(DamageSize)


class OutlineView(Translated, QWidget):
    """Arrows move, 1–6 mark a kind, + and − the size, Del removes, N goes to the next mark.

    ``marks_changed`` after a change by the person; ``chosen`` carries the id of the mark the
    person is at, '' for none; ``pressed`` any click, also where nothing may be marked.
    """

    marks_changed = Signal()
    chosen = Signal(str)
    pressed = Signal()

    def __init__(self, *, may_mark: bool = True) -> None:
        super().__init__()
        self._may_mark = may_mark
        self._marks: tuple[Mark, ...] = ()
        self._before: tuple[Mark, ...] = ()
        self._compared = Compared((), ())
        self._at = (500.0, 160.0)
        self._chosen = ""
        self._dragged = False
        self.kind, self.size_ = DamageKind.SCRATCH, DamageSize.MEDIUM
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    # what is shown ------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark], before: Sequence[Mark]) -> None:
        """Show these marks, and those of last time beneath them."""
        self._marks, self._before = tuple(marks), tuple(before)
        if self._chosen not in {mark.id for mark in self._marks}:
            self._chosen = ""
        self._compared = compare(self._marks, self._before)
        self._say()
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks as they are now."""
        return self._marks

    @property
    def compared(self) -> Compared:
        """How they stand against last time."""
        return self._compared

    def current(self) -> Mark | None:
        """The mark the person is at."""
        return next((mark for mark in self._marks if mark.id == self._chosen), None)

    def choose(self, mark_id: str) -> None:
        """Go to a mark."""
        mark = next((each for each in self._marks if each.id == mark_id), None)
        if mark is not None:
            self._go_to(mark)

    def change(self, mark: Mark) -> None:
        """Put ``mark`` in place of the one with its id."""
        self._set(tuple(mark if each.id == mark.id else each for each in self._marks))

    def take_over(self) -> None:
        """The marks of last time that are not marked yet are still there."""
        fresh = [replace(self._before[at], id=_new(), photo_id="") for at in self._compared.gone]
        if fresh:
            self._set((*self._marks, *fresh))

    def remove(self) -> None:
        """Take the mark away the person is at."""
        mark = self.current()
        if mark is not None:
            self._choose_none()
            self._set(tuple(each for each in self._marks if each.id != mark.id))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Car outline"))
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(640, 480) if self._may_mark else QSize(190, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 280) if self._may_mark else QSize(150, 116)

    # keys and mouse -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._may_mark and self._key(Qt.Key(event.key()), event.modifiers()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        if not self._may_mark or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        mark = self._mark_under(event.position())
        if mark is not None:
            self._go_to(mark)
            self._dragged = True
            return
        at = self._layout().units(event.position())
        if place_of(*at) is not None:
            self._at = at
            self._mark(self.kind)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self.current()
        if self._dragged and mark is not None:
            self._move_mark(mark, self._layout().units(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout()
        outline_paint.paint_car(painter, layout)
        for mark in self._before:
            outline_paint.paint_before(painter, layout, mark)
        for number, mark in enumerate(self._marks, 1):
            since = self._compared.now[number - 1]
            chosen = self._may_mark and mark.id == self._chosen
            outline_paint.paint_mark(painter, layout, mark, number, since, chosen=chosen)
        if self._may_mark and self.hasFocus():
            outline_paint.paint_cursor(painter, layout.pixels(*self._at))
        painter.end()

    # inside -------------------------------------------------------------------------------

    def _layout(self) -> Layout:
        return Layout.of(QRectF(self.rect()).adjusted(4, 4, -4, -4))

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        plain = held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        shifted = held == Qt.KeyboardModifier.ShiftModifier
        if key in _MOVES:
            step = _FINE if shifted else _STEP
            dx, dy = _MOVES[key]
            if held == Qt.KeyboardModifier.ControlModifier:
                self._carry(dx * _FINE, dy * _FINE)
            elif plain or shifted or held == Qt.KeyboardModifier.KeypadModifier:
                self._move(dx * step, dy * step)
            else:
                return False
            return True
        if key in _GROWING and (plain or shifted):
            self._grow(_GROWING[key])
        elif not plain:
            return False
        elif key in _KINDS:
            self._mark(_KINDS[key])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove()
        elif key == Qt.Key.Key_N:
            self._next()
        else:
            return False
        return True

    def _mark(self, kind: DamageKind) -> None:
        """A mark of ``kind`` where the cursor is; one that is there becomes of that kind."""
        self.kind = kind
        there = self.current()
        if there is not None:
            self.change(replace(there, kind=kind))
            return
        place = place_of(*self._at)
        if place is not None:
            mark = Mark(*place, kind, self.size_)
            self._set((*self._marks, mark))
            self._go_to(mark)

    def _grow(self, by: int) -> None:
        mark = self.current()
        now = _SIZES.index(mark.size if mark is not None else self.size_)
        self.size_ = _SIZES[min(len(_SIZES) - 1, max(0, now + by))]
        if mark is not None:
            self.change(replace(mark, size=self.size_))

    def _move(self, dx: float, dy: float) -> None:
        self._at = _on_car(self._at, dx, dy)
        under = self._mark_under(self._layout().pixels(*self._at))
        if under is None:
            self._choose_none()
        elif under.id != self._chosen:
            self._chosen = under.id
            self.chosen.emit(under.id)
        self.update()

    def _carry(self, dx: float, dy: float) -> None:
        mark = self.current()
        if mark is not None:
            self._move_mark(mark, (self._at[0] + dx, self._at[1] + dy))

    def _move_mark(self, mark: Mark, at: tuple[float, float]) -> None:
        place = place_of(*at)
        if place is not None:
            self._at = at
            side, x, y = place
            self.change(replace(mark, side=side, x=x, y=y))

    def _next(self) -> None:
        ids = [mark.id for mark in self._marks]
        if ids:
            at = ids.index(self._chosen) + 1 if self._chosen in ids else 0
            self.choose(ids[at % len(ids)])

    def _go_to(self, mark: Mark) -> None:
        box = UNFOLDED[mark.side]
        self._at = box.x + box.width * mark.x / 1000, box.y + box.height * mark.y / 1000
        self._chosen = mark.id
        self.kind, self.size_ = mark.kind, mark.size
        self.chosen.emit(mark.id)
        self.update()

    def _choose_none(self) -> None:
        if self._chosen:
            self._chosen = ""
            self.chosen.emit("")

    def _mark_under(self, point: QPointF) -> Mark | None:
        layout = self._layout()
        near: list[tuple[float, Mark]] = []
        for mark in self._marks:
            way = layout.mark_at(mark) - point
            far = (way.x() ** 2 + way.y() ** 2) ** 0.5
            if far <= layout.radius(mark.size) + _REACH:
                near.append((far, mark))
        return min(near, key=lambda each: each[0])[1] if near else None

    def _set(self, marks: tuple[Mark, ...]) -> None:
        self.show_marks(marks, self._before)
        self.marks_changed.emit()

    def _say(self) -> None:
        said = [f"{number} {said_of(mark)}" for number, mark in enumerate(self._marks, 1)]
        self.setAccessibleDescription("; ".join(said))


def said_of(mark: Mark) -> str:
    """A mark in words: where, what, how large."""
    parts = (words.word(mark.side), words.word(mark.kind), words.word(mark.size), mark.note)
    return " ".join(part for part in parts if part)


def counts_of(compared: Compared) -> tuple[int, int, int]:
    """How many marks are new or grown, were there before, and are gone."""
    fresh = sum(each is not Since.KNOWN for each in compared.now)
    return fresh, len(compared.now) - fresh, len(compared.gone)


def _on_car(at: tuple[float, float], dx: float, dy: float) -> tuple[float, float]:
    """A step of the cursor; past the edge of a view it goes on in the next one that way."""
    x, y = at[0] + dx, at[1] + dy
    if place_of(x, y) is not None:
        return x, y
    here = _box_of(at)
    best: tuple[float, tuple[float, float]] | None = None
    for side, box in UNFOLDED.items():
        if side is here:
            continue
        near = (
            min(max(x, box.x), box.x + box.width),
            min(max(y, box.y), box.y + box.height),
        )
        ahead = (near[0] - at[0]) * dx + (near[1] - at[1]) * dy
        far = abs(near[0] - x) + abs(near[1] - y)
        if ahead > 0 and (best is None or far < best[0]):
            best = far, near
    return at if best is None else best[1]


def _box_of(at: tuple[float, float]) -> CarSide | None:
    place = place_of(*at)
    return None if place is None else place[0]


def _new() -> str:
    from frontdesk.models.values.ids import new_id

    return new_id()
