"""A span of the day, typed as it is said: 10:30-11:30."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.errors import UserError
from frontdesk.models.rules import CallHours
from frontdesk.ui.kit.fields import TextField

_TIME = r"(\d{1,2})(?:[:.点时h](\d{2})?分?)?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|~|〜|到|至|to)+\s*{_TIME}")
_BARE = re.compile(r"\b(\d{1,2})(\d{2})\b")


def parse_span(typed: str, field: str | None = None) -> CallHours | None:
    """``10:30-11:30``, ``1030-1130``, ``9-12``, ``15点到17:30``; empty is ``None``.

    Raises ``UserError("rule.span_unreadable")``. Whether it begins before it ends is not asked.
    """
    text = unicodedata.normalize("NFKC", typed).strip().casefold().replace("点半", ":30")
    if not text:
        return None
    found = _SPAN.fullmatch(_BARE.sub(r"\1:\2", text))
    if found is None:
        raise UserError("rule.span_unreadable", field)
    try:
        return CallHours(
            time(int(found[1]), int(found[2] or 0)), time(int(found[3]), int(found[4] or 0))
        )
    except ValueError as error:
        raise UserError("rule.span_unreadable", field) from error


def span_text(span: CallHours) -> str:
    """``10:30–11:30``."""
    return f"{span.start:%H:%M}–{span.end:%H:%M}"


class SpanField(TextField):
    """``value()`` is ``CallHours``, ``None`` when empty."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=24)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setPlaceholderText("10:30–11:30")

    def value(self) -> CallHours | None:
        return parse_span(self.line.text(), self.name)

    def set_value(self, value: object) -> None:
        self.line.setText(span_text(value) if isinstance(value, CallHours) else "")

    def _leave(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None and self.line.text() != span_text(value):
            blocked = self.line.blockSignals(True)
            self.set_value(value)
            self.line.blockSignals(blocked)
