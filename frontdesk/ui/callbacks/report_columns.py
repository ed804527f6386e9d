"""The columns of the report's tables: figures, flags, the calls behind a number, kept reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import CallbackKind
from frontdesk.models.values import plate
from frontdesk.services.call_figures.dto import (
    By,
    CallRow,
    CallSummary,
    KeptReport,
    Line,
    Measure,
)
from frontdesk.services.call_figures.naming import flag_told, line_name
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.reports_panel import days_named, state_chip, told_of


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the figures, named in the language on screen."""

    by: By
    name: str
    line: Line

    @property
    def id(self) -> str:
        """What names the line in the table."""
        return f"{self.by.value}:{self.line.key}"


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One flag in words, and the calls behind it."""

    at: int
    calls: tuple[str, ...]
    told: str
    caller: str
    """Whose calls they are, by id; ``who`` by name."""
    who: str
    kind: CallbackKind | None

    @property
    def id(self) -> str:
        """What names the line in the table."""
        return str(self.at)


MEASURES: dict[str, Measure] = {
    "name": Measure.TOLD,
    "score": Measure.SCORED,
    **{measure.value: measure for measure in Measure if measure is not Measure.SCORED},
}
"""Which calls stand behind the figures of a column."""


def figure_lines(found: CallSummary, by: By) -> list[FigureLine]:
    """The lines of the table ``by``, with the total last."""
    speak = language.current()
    return [
        FigureLine(kind, line_name(found, kind, line.key, speak), line)
        for kind in (by, By.TOTAL)
        for line in found.lines(kind)
        if found.total.due or found.total.told
    ]


def flag_lines(found: CallSummary) -> list[FlagLine]:
    """What is to be looked at, in words."""
    speak = language.current()
    return [
        FlagLine(
            at,
            flag.calls,
            flag_told(flag, found.people, speak),
            flag.caller,
            found.people.get(flag.caller, ""),
            flag.kind,
        )
        for at, flag in enumerate(found.flags)
    ]


def figure_columns() -> tuple[Column[FigureLine], ...]:
    """The figures of domain §4.3, each with the n it is out of."""
    return (
        Column(
            "name",
            lambda: _tr("Line"),
            lambda f: f.name,
            tone=_tone,
            tip=lambda f: f.name,
            width=158,
        ),
        _number("due", lambda: _tr("Due"), 64),
        _of("done", lambda: _tr("Done"), "due"),
        _of("in_time", lambda: _tr("In time"), "due"),
        _of("reached", lambda: _tr("Reached"), "due"),
        _number("told", lambda: _tr("Finished"), 84),
        _of("satisfied", lambda: _tr("Satisfied"), "rated"),
        _of("average", lambda: _tr("Average"), "rated"),
        _of("dissatisfied", lambda: _tr("Dissatisfied"), "rated"),
        Column(
            "score",
            lambda: _tr("Score"),
            lambda f: f.line.score,
            display=lambda f: _scored(f.line),
            right=True,
            tone=_tone,
            width=100,
        ),
    )


def flag_columns() -> tuple[Column[FlagLine], ...]:
    """One sentence for each flag."""
    return (
        Column(
            "flag",
            lambda: _tr("To be looked at"),
            lambda f: f.told,
            tip=lambda f: f.told,
            stretch=True,
        ),
    )


def call_columns() -> tuple[Column[CallRow], ...]:
    """The calls behind a number."""
    return (
        Column("number", lambda: _tr("Number"), lambda c: c.number, width=124),
        Column(
            "kind",
            lambda: _tr("Kind"),
            lambda c: c.kind.value,
            display=lambda c: words.word(c.kind),
            width=108,
        ),
        Column("customer", lambda: _tr("Customer"), lambda c: c.customer, stretch=True),
        Column(
            "plate",
            lambda: _tr("Plate"),
            lambda c: c.plate,
            display=lambda c: plate.display(c.plate) if c.plate else "",
            width=104,
        ),
        Column("caller", lambda: _tr("Caller"), lambda c: c.caller, width=76),
        Column("served", lambda: _tr("Served by"), lambda c: c.served, width=84, hidden=True),
        Column(
            "due",
            lambda: _tr("Due until"),
            lambda c: c.due_until,
            display=lambda c: words.shown(c.due_until),
            width=108,
        ),
        Column(
            "status",
            lambda: _tr("State"),
            lambda c: c.status.value,
            display=lambda c: words.word(c.status),
            hidden=True,
            width=76,
        ),
        Column(
            "satisfaction",
            lambda: _tr("Satisfaction"),
            lambda c: c.satisfaction or "",
            display=lambda c: words.word(c.satisfaction) if c.satisfaction else words.NOTHING,
            width=104,
        ),
        Column(
            "score",
            lambda: _tr("Points"),
            lambda c: c.score,
            display=lambda c: words.NOTHING if c.score is None else str(c.score),
            right=True,
            width=60,
        ),
        Column(
            "length",
            lambda: _tr("Length"),
            lambda c: c.seconds,
            display=lambda c: words.NOTHING if c.seconds is None else _length(c.seconds),
            right=True,
            width=72,
        ),
    )


def report_columns() -> tuple[Column[KeptReport], ...]:
    """The reports prepared and approved."""
    return (
        Column(
            "kind",
            lambda: _tr("Report"),
            lambda r: r.kind,
            display=lambda r: _tr("Incentives") if r.kind == "incentives" else _tr("Summary"),
            width=100,
        ),
        Column(
            "period",
            lambda: _tr("Period"),
            lambda r: (r.first, r.last),
            display=lambda r: days_named(r.first, r.last),
            tip=lambda r: f"{r.first} – {r.last}",
            width=80,
        ),
        Column(
            "state",
            lambda: _tr("State"),
            lambda r: r.approved_at or r.prepared_at,
            chip=_chip,
            tip=_told,
            width=112,
        ),
    )


def _chip(report: KeptReport) -> Chip:
    return state_chip(report.approved_at)


def _told(report: KeptReport) -> str:
    return told_of(report.prepared_at, report.prepared_by, report.approved_at, report.approved_by)


def _number(name: str, title: Callable[[], str], width: int) -> Column[FigureLine]:
    return Column(
        name,
        title,
        lambda f: getattr(f.line, name),
        display=lambda f: f"{getattr(f.line, name):,}",
        right=True,
        tone=_tone,
        width=width,
    )


def _of(name: str, title: Callable[[], str], whole: str) -> Column[FigureLine]:
    """A number with the n it is out of; sorted and told by its share."""

    def share(f: FigureLine) -> float | None:
        n: int = getattr(f.line, whole)
        return getattr(f.line, name) / n if n else None

    return Column(
        name,
        title,
        share,
        display=lambda f: f"{getattr(f.line, name):,} / {getattr(f.line, whole):,}",
        right=True,
        tone=_tone,
        tip=lambda f: words.share(share(f)),
        width=106 if name == "dissatisfied" else 86,
    )


def _scored(line: Line) -> str:
    return words.NOTHING if line.score is None else f"{line.score:.1f} n={line.scored:,}"


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _tone(figures: FigureLine) -> Tone | None:
    return Tone.INFO if figures.by is By.TOTAL else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("callback_report", text)
