"""Days of the calendar, typed one after the other: 2026-10-10 2026-12-31."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtWidgets import QWidget

from frontdesk.errors import UserError
from frontdesk.ui.kit.fields import TextField

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_BETWEEN = re.compile(r"[\s,;、，；]+")
_LONGEST = 1_000


def parse_dates(typed: str, field: str | None = None) -> tuple[date, ...]:
    """The days in ``typed``, sorted, each once: ``2026-10-10 2026/12/31``, ``2026年1月2日``.

    Raises ``UserError("rule.dates_unreadable")`` with the word that is no day.
    """
    words = _BETWEEN.split(unicodedata.normalize("NFKC", typed).strip())
    return tuple(sorted({_day(word, field) for word in words if word}))


def dates_text(days: object) -> str:
    """``2026-10-10 2026-12-31``."""
    return " ".join(map(str, days)) if isinstance(days, tuple) else ""


class DatesField(TextField):
    """``value()`` is a tuple of ``date``, empty when nothing is typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=_LONGEST)
        self.line.setPlaceholderText("2026-10-10 2026-12-31")

    def value(self) -> tuple[date, ...]:
        return parse_dates(self.line.text(), self.name)

    def set_value(self, value: object) -> None:
        self.line.setText(dates_text(value))


def _day(word: str, field: str | None) -> date:
    found = _DAY.fullmatch(word)
    try:
        if found is not None:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise UserError("rule.dates_unreadable", field, typed=word)
