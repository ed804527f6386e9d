"""The columns of the work list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import ClockColour
from frontdesk.services.today.service import Waiting, Waits
from frontdesk.ui.kit import words
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone, clock_tone

_ICONS = {
    Waits.TICKET: "chat-centered-dots",
    Waits.CALL: "phone-call",
    Waits.CAR: "wrench",
    Waits.EXPECTED: "calendar-blank",
}


def columns() -> tuple[Column[Waiting], ...]:
    """What the work list shows of each line."""
    return (
        Column(
            "due",
            lambda: _tr("Deadline"),
            lambda line: line.due,
            display=_deadline,
            chip=lambda line: Chip(_tone(line), _deadline(line)),
            width=290,
        ),
        Column(
            "word",
            lambda: _tr("What to do"),
            lambda line: words.word(line.word),
            icon=lambda line: _ICONS[line.kind],
            width=190,
        ),
        Column("customer", lambda: _tr("Customer"), lambda line: line.customer, width=200),
        Column("car", lambda: _tr("Car"), lambda line: line.car, stretch=True),
        Column("number", lambda: _tr("Number"), lambda line: line.number, width=150),
    )


def _deadline(line: Waiting) -> str:
    if line.due is None:
        return words.word(line.colour)
    if line.kind is Waits.EXPECTED:
        return words.near(line.due)
    return f"{words.near(line.due)} · {words.until(line.due)}"


def _tone(line: Waiting) -> Tone:
    if line.kind is Waits.EXPECTED and line.colour is ClockColour.OK:
        return Tone.NEUTRAL
    return clock_tone(line.colour)


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
