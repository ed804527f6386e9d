"""The columns of the work list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.clock import local
from frontdesk.models.enums import ClockColour, ComplaintClock
from frontdesk.services.today.service import Waiting, Waits
from frontdesk.ui.kit import words
from frontdesk.ui.kit.due import days_left
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone, clock_tone

_ICONS = {
    Waits.TICKET: "chat-centered-dots",
    Waits.ACTION: "check-square",
    Waits.CALL: "phone-call",
    Waits.CAR: "wrench",
    Waits.EXPECTED: "calendar-blank",
    Waits.DELIVERY: "truck",
    Waits.RETURNED: "hand-waving",
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
            width=390,
        ),
        Column(
            "word",
            lambda: _tr("What to do"),
            lambda line: words.word(line.word),
            display=_what,
            icon=lambda line: "warning" if line.safety else _ICONS[line.kind],
            tone=lambda line: Tone.ERROR if line.safety else None,
            tip=lambda line: _tr("Safety matter") if line.safety else "",
            width=210,
        ),
        Column("customer", lambda: _tr("Customer"), lambda line: line.customer, width=150),
        Column("car", lambda: _tr("Car or action"), lambda line: line.car, stretch=True),
        Column("number", lambda: _tr("Number"), lambda line: line.number, width=150),
    )


def _deadline(line: Waiting) -> str:
    if line.due is None:
        return words.word(line.colour)
    if line.kind is Waits.EXPECTED:
        return words.near(line.due)
    if line.kind is Waits.ACTION:
        text = _tr("{day} · {left}")
        day = local(line.due, words.clock()).date()
        return text.format(day=words.day(day), left=days_left(day))
    if line.paused:
        left = line.due - words.clock().now()
        return _tr("paused, {span} left").format(span=words.span(left))
    said = _tr("{day} · {left}").format(day=words.near(line.due), left=words.until(line.due))
    if line.clock is None or line.clock is ComplaintClock.LOOP:
        return said
    # Which of the ticket's deadlines it is: only the 24 hours need no name.
    return _tr("{clock}: {left}").format(clock=words.word(line.clock), left=said)


def _what(line: Waiting) -> str:
    """What is to be done; a matter of safety says so, also to who cannot see the colour."""
    word = words.word(line.word)
    return _tr("Safety: {step}").format(step=word) if line.safety else word


def _tone(line: Waiting) -> Tone:
    if line.paused and line.colour is not ClockColour.OVER:
        return Tone.NEUTRAL
    if line.kind is Waits.EXPECTED and line.colour is ClockColour.OK:
        return Tone.NEUTRAL
    return clock_tone(line.colour)


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
