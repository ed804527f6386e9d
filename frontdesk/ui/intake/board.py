"""The cars in the house and today's appointments: who waits for what, late ones red."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import ClockColour, VisitStatus
from frontdesk.models.values import plate
from frontdesk.services.intake.views import VisitRow
from frontdesk.ui.kit import words
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone

_TONES = {
    VisitStatus.BOOKED: Tone.NEUTRAL,
    VisitStatus.ARRIVED: Tone.WARN,
    VisitStatus.ESTIMATED: Tone.WARN,
    VisitStatus.AGREED: Tone.INFO,
    VisitStatus.IN_WORKSHOP: Tone.INFO,
    VisitStatus.READY: Tone.OK,
    VisitStatus.HANDED_OVER: Tone.NEUTRAL,
    VisitStatus.DECLINED: Tone.NEUTRAL,
    VisitStatus.NO_SHOW: Tone.NEUTRAL,
}
_ICONS = {
    VisitStatus.BOOKED: "calendar-blank",
    VisitStatus.ARRIVED: "car",
    VisitStatus.ESTIMATED: "clipboard-text",
    VisitStatus.AGREED: "handshake",
    VisitStatus.IN_WORKSHOP: "wrench",
    VisitStatus.READY: "check-circle",
    VisitStatus.HANDED_OVER: "key",
    VisitStatus.DECLINED: "x-circle",
    VisitStatus.NO_SHOW: "prohibit",
}


def status_chip(status: VisitStatus, promise: ClockColour = ClockColour.STOPPED) -> Chip:
    """The status by colour, icon and word; red when the promised time has passed."""
    tone = Tone.ERROR if promise is ClockColour.OVER else _TONES[status]
    return Chip(tone, words.word(status), _ICONS[status])


def columns() -> list[Column[VisitRow]]:
    """The board's columns, narrow enough for the side of the page."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("IntakeBoard", text)

    return [
        Column(
            "plate",
            lambda: tr("Car"),
            lambda row: row.plate,
            display=lambda row: plate.called(row.plate, row.car),
            tip=lambda row: f"{row.number} · {row.car} · {row.advisor}",
            width=108,
        ),
        Column("customer", lambda: tr("Name"), lambda row: row.customer, stretch=True),
        Column(
            "status",
            lambda: tr("Status"),
            lambda row: row.status,
            chip=lambda row: status_chip(row.status, row.promise),
            width=124,
        ),
        Column(
            "promised",
            lambda: tr("Due"),
            _when,
            display=_short,
            tone=_tone,
            width=58,
        ),
        Column("number", lambda: tr("Number"), lambda row: row.number, hidden=True, width=120),
        Column("car", lambda: tr("Model"), lambda row: row.car, hidden=True, width=110),
        Column("advisor", lambda: tr("Advisor"), lambda row: row.advisor, hidden=True, width=80),
        Column("total", lambda: tr("Amount"), lambda row: row.total, hidden=True, width=96),
        Column(
            "arrived", lambda: tr("Arrived"), lambda row: row.arrived_at, hidden=True, width=130
        ),
    ]


def _when(row: VisitRow) -> object:
    return row.booked_for if row.status is VisitStatus.BOOKED else row.promised_at


def _short(row: VisitRow) -> str:
    """The hour alone for today; the day for another one, where the hour matters less."""
    moment = row.booked_for if row.status is VisitStatus.BOOKED else row.promised_at
    if moment is None:
        return ""
    clock = words.clock()
    there = moment.astimezone(clock.now().astimezone(clock.zone()).tzinfo)
    if there.date() == clock.now().astimezone(clock.zone()).date():
        return words.hour(moment)
    return f"{there.month}/{there.day}"


def _tone(row: VisitRow) -> Tone | None:
    return {ClockColour.OVER: Tone.ERROR, ClockColour.SOON: Tone.WARN}.get(row.promise)
