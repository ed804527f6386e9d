"""The columns of the list of tickets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from frontdesk.services.complaints.dto import CategoryTree, TicketRow
from frontdesk.ui.complaints.wording import (
    LEVEL_TONES,
    clock_state,
    holder,
    named,
    state_tone,
)
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone


def columns(tree: Callable[[], CategoryTree], amber_percent: int) -> tuple[Column[TicketRow], ...]:
    """What the list shows of each ticket; ``tree`` gives the categories in force."""

    def clock(row: TicketRow) -> Chip:
        tone, text = clock_state(row.clock, words.clock().now(), amber_percent)
        return Chip(tone, named(row.clock, text))

    def category(row: TicketRow) -> str:
        return tree().path(row.category, language.current())

    return (
        Column("clock", lambda: _tr("Clock"), lambda row: row.clock.due, chip=clock, width=208),
        Column(
            "state",
            lambda: _tr("State"),
            lambda row: row.state,
            chip=lambda row: Chip(state_tone(row.state), words.word(row.state)),
            width=150,
        ),
        Column(
            "holder",
            lambda: _tr("With"),
            lambda row: holder(row.holders, row.handler, row.state),
            width=164,
        ),
        Column("number", lambda: _tr("Number"), lambda row: row.number, width=128),
        Column(
            "customer",
            lambda: _tr("Customer"),
            lambda row: row.customer,
            icon=_flag,
            tone=lambda row: Tone.ERROR if row.safety else None,
            tip=_flag_text,
            width=110,
        ),
        Column("plate", lambda: _tr("Plate"), lambda row: row.plate, width=106),
        Column("category", lambda: _tr("Category"), category, stretch=True),
        Column(
            "level",
            lambda: _tr("Level"),
            lambda row: row.level,
            chip=lambda row: Chip(LEVEL_TONES[row.level], words.word(row.level)),
            width=160,
        ),
        Column(
            "registered",
            lambda: _tr("Registered"),
            lambda row: row.registered_at,
            display=lambda row: words.near(row.registered_at),
            width=130,
        ),
        Column(
            "told",
            lambda: _tr("Customer told"),
            lambda row: row.acknowledged,
            hidden=True,
        ),
    )


def _flag(row: TicketRow) -> str:
    if row.safety:
        return "warning"
    return "repeat" if row.repeated else ""


def _flag_text(row: TicketRow) -> str:
    if row.safety:
        return _tr("Safety matter")
    return _tr("Repeated complaint") if row.repeated else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("complaint_columns", text)
