"""Any number of a closed list: a row of words, each switched by its key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import MOST_IN_A_ROW, Option, _Row
from frontdesk.ui.kit.field import Field


class ChoicesField(Field):
    """``value()`` is the frozenset chosen. The keys 1–9 switch one each, Backspace empties.

    ``options`` is an enum class (named by the trade's words) or pairs of value and text.
    """

    def __init__(
        self,
        name: str,
        options: type[StrEnum] | Sequence[Option] = (),
        parent: QWidget | None = None,
        *,
        per_row: int = MOST_IN_A_ROW,
    ) -> None:
        super().__init__(name, parent)
        self._enum: type[StrEnum] | None = None
        self._face = _Many(per_row)
        self._face.chosen_changed.connect(self._was_changed)
        self._use(self._face)
        self.set_options(options)

    def set_options(self, options: type[StrEnum] | Sequence[Option]) -> None:
        """Offer something else; what is chosen stays chosen if it is still offered."""
        self._enum = options if isinstance(options, type) else None
        pairs: Sequence[Option] = (
            [(member, words.word(member)) for member in options]
            if isinstance(options, type)
            else options
        )
        kept = self._face.chosen()
        self._face.offer(pairs)
        self._face.choose(kept)

    def value(self) -> frozenset[object]:
        return self._face.chosen()

    def set_value(self, value: object) -> None:
        self._face.choose(frozenset(value) if isinstance(value, Iterable) else frozenset())

    def typed(self) -> str:
        return json.dumps([str(value) for value in self._face.in_order()], ensure_ascii=False)

    def set_typed(self, typed: str) -> None:
        try:
            kept = set(json.loads(typed or "[]"))
        except ValueError:
            kept = set()
        self._face.choose(frozenset(v for v in self._face.offered() if str(v) in kept))

    def spoken(self, typed: str) -> str:
        try:
            kept = set(json.loads(typed or "[]"))
        except ValueError:
            return typed
        offered = zip(self._face.offered(), self._face.all_texts(), strict=True)
        return "\n".join(text for value, text in offered if str(value) in kept)

    def retranslate(self) -> None:
        super().retranslate()
        if self._enum is not None:
            self.set_options(self._enum)

    def _say(self) -> None:
        super()._say()
        if self._editor is not self:
            chosen = ", ".join(self._face.texts())
            said = (self._editor.accessibleDescription(), chosen)
            self._editor.setAccessibleDescription(" ".join(part for part in said if part))

    def _was_changed(self) -> None:
        super()._was_changed()
        self._say()


class _Many(_Row):
    def __init__(self, per_row: int) -> None:
        super().__init__(per_row)
        self._marked: frozenset[object] = frozenset()

    def chosen(self) -> frozenset[object]:
        return self._marked

    def offered(self) -> tuple[object, ...]:
        return tuple(self._values)

    def in_order(self) -> list[object]:
        return [value for value in self._values if value in self._marked]

    def all_texts(self) -> list[str]:
        return [segment.text() for segment in self._buttons]

    def texts(self) -> list[str]:
        pairs = zip(self._values, self._buttons, strict=True)
        return [segment.text() for value, segment in pairs if value in self._marked]

    def choose(self, value: object) -> None:
        wanted = value if isinstance(value, frozenset) else frozenset()
        marked = wanted & frozenset(self._values)
        changed = marked != self._marked
        self._marked = marked
        for segment, own in zip(self._buttons, self._values, strict=True):
            segment.setChecked(own in marked)
        if changed:
            self.chosen_changed.emit()

    def _pick(self, at: int) -> None:
        self.setFocus()
        self.choose(self._marked ^ {self._values[at]})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self._values):
            self._pick(key - Qt.Key.Key_1)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.choose(frozenset())
        else:
            QWidget.keyPressEvent(self, event)
