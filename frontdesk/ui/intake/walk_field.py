"""The walk around the car as a field of the intake: a small outline, and what it says in words."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal

from frontdesk.models.enums import CarSide, DamageKind, DamageSize, WarningLamp
from frontdesk.services.intake.walk import NEVER_WALKED, NOTHING_SEEN, LastWalk, Mark, WalkAround
from frontdesk.ui.intake.outline_view import OutlineView, counts_of, said_of
from frontdesk.ui.kit import words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.labels import small


class WalkField(Field):
    """Stands beside the form; ``open_asked`` when it is pressed. Its value is a ``WalkAround``."""

    open_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._walk, self._last = NOTHING_SEEN, NEVER_WALKED
        self.outline = OutlineView(may_mark=False)
        self.said = small(wrap=True)
        self.outline.pressed.connect(self.open_asked)
        self._use(self.outline, stretch=1)
        self._column.addWidget(self.said)
        self.entered.connect(self.open_asked)
        self.retranslate()

    @property
    def walk(self) -> WalkAround:
        """What was seen."""
        return self._walk

    @property
    def last(self) -> LastWalk:
        """What was seen last time."""
        return self._last

    def show_last(self, last: LastWalk) -> None:
        """The marks of last time, paler."""
        self._last = last
        self._show()

    def put(self, walk: WalkAround) -> None:
        """The person has marked something."""
        if walk != self._walk:
            self._walk = walk
            self._show()
            self._was_changed()

    def value(self) -> WalkAround:
        return self._walk

    def set_value(self, value: object) -> None:
        self.put(value if isinstance(value, WalkAround) else NOTHING_SEEN)

    def typed(self) -> str:
        if self._walk == NOTHING_SEEN:
            return ""
        marks = [
            [m.id, m.side, m.x, m.y, m.kind, m.size, m.note, m.photo_id] for m in self._walk.marks
        ]
        return json.dumps({"marks": marks, "lamps": self._walk.lamps}, ensure_ascii=False)

    def set_typed(self, typed: str) -> None:
        self.put(_read(typed))

    def spoken(self, typed: str) -> str:
        walk = _read(typed)
        return "\n".join((*map(said_of, walk.marks), *map(words.word, walk.lamps)))

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def _show(self) -> None:
        self.outline.show_marks(self._walk.marks, self._last.marks)
        self.said.setText(self.summary())

    def summary(self) -> str:
        """How many marks there are, and which lamps are lit."""
        fresh, known, gone = counts_of(self.outline.compared)
        lines = [self.tr("New {count}").format(count=fresh)] if fresh else []
        if known:
            lines.append(self.tr("As last time {count}").format(count=known))
        if gone:
            lines.append(self.tr("Not marked again {count}").format(count=gone))
        text = " · ".join(lines) or self.tr("No damage marked")
        lamps = " ".join(words.word(lamp) for lamp in self._walk.lamps)
        return f"{text}\n{self.tr('Lamps')}: {lamps}" if lamps else text


def _read(typed: str) -> WalkAround:
    """What ``typed`` gave; nothing where a draft of another program cannot be read."""
    if not typed:
        return NOTHING_SEEN
    try:
        kept = json.loads(typed)
        marks = tuple(
            Mark(
                CarSide(side), int(x), int(y), DamageKind(kind), DamageSize(size), note, photo, key
            )
            for key, side, x, y, kind, size, note, photo in kept["marks"]
        )
        return WalkAround(marks, tuple(WarningLamp(lamp) for lamp in kept["lamps"]))
    except (ValueError, KeyError, TypeError):
        return NOTHING_SEEN
