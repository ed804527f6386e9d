"""The columns of the two tables: what was complained about, and how quickly it was handled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from frontdesk.services.statistics.dto import By, Line
from frontdesk.texts.changes import change
from frontdesk.ui.kit import words
from frontdesk.ui.kit.table_model import Column
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.figures import Figures


class Part(Enum):
    """Which of the two tables."""

    COUNTS = "counts"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a figure is read from a line, written, and compared: digits after ``times`` it."""

    value: Callable[[Line], float | None]
    shown: Callable[[Line], str]
    digits: int = 0
    times: float = 1.0


def columns(part: Part) -> tuple[Column[Figures], ...]:
    """The figures of domain §5.2, each with its n and, where compared, its change."""
    count = _column("count", lambda: _tr("Count"), _number("count"), 92)
    if part is Part.COUNTS:
        return (
            _name(),
            count,
            _column("share", lambda: _tr("Share"), _share("share"), 108),
            _column("cumulative", lambda: _tr("Cum."), _share("cumulative_share"), 84, plain=True),
            _column("valid", lambda: _tr("Valid"), _number("valid"), 88),
            _column("satisfied", lambda: _tr("Satisfied"), _of("satisfied", "asked"), 138),
            _column("score", lambda: _tr("Score"), _SCORE, 126),
            _column("repeated", lambda: _tr("Repeats"), _number("repeated"), 76),
            _column("cost", lambda: _tr("Cost"), _COST, 152),
        )
    return (
        _name(),
        count,
        _column("closed", lambda: _tr("Closed"), _number("closed"), 88),
        _column("in_time", lambda: _tr("In time"), _of("in_time", "closed"), 118),
        _column(
            "in_time_gross",
            lambda: _tr("Pauses counted"),
            _of("in_time_gross", "closed"),
            136,
        ),
        _column("mean", lambda: _tr("Hours"), _hours("mean_hours"), 100),
        _column("median", lambda: _tr("Median"), _hours("median_hours"), 100),
        _column("mean_gross", lambda: _tr("With pauses"), _hours("mean_gross_hours"), 108),
        _column("median_gross", lambda: _tr("Median, pauses"), _hours("median_gross_hours"), 116),
    )


def _name() -> Column[Figures]:
    return Column(
        "name",
        lambda: _tr("Line"),
        lambda f: f.name,
        display=lambda f: f"{f.rank}  {f.name}" if f.rank else f.name,
        tone=_tone,
        tip=lambda f: f.tip or f.name,
        width=142,
    )


def _column(
    key: str, title: Callable[[], str], kind: _Kind, width: int, *, plain: bool = False
) -> Column[Figures]:
    """``plain``: without its change, which follows from that of another."""

    def display(figures: Figures) -> str:
        text = kind.shown(figures.line)
        if figures.before is None or plain:
            return text
        now, before = kind.value(figures.line), kind.value(figures.before)
        return f"{text}  {change(now, before, kind.digits, kind.times)}"

    def tip(figures: Figures) -> str:
        if figures.before is None or plain:
            return display(figures)
        told = _tr("Before: {figure}, n = {n}")
        return told.format(figure=kind.shown(figures.before), n=f"{figures.before.count:,}")

    return Column(
        key,
        title,
        lambda f: kind.value(f.line),
        display=display,
        right=True,
        tone=_tone,
        tip=tip,
        width=width,
    )


def _number(name: str) -> _Kind:
    return _Kind(lambda line: getattr(line, name), lambda line: f"{getattr(line, name):,}")


def _share(name: str) -> _Kind:
    return _Kind(
        lambda line: getattr(line, name), lambda line: words.share(getattr(line, name)), 1, 100
    )


def _of(part: str, whole: str) -> _Kind:
    """A number with the n it is out of; the change is that of their share, in points."""

    def share(line: Line) -> float | None:
        n: int = getattr(line, whole)
        return getattr(line, part) / n if n else None

    def shown(line: Line) -> str:
        return f"{getattr(line, part):,} / {getattr(line, whole):,}"

    return _Kind(share, shown, 1, 100)


def _hours(name: str) -> _Kind:
    def shown(line: Line) -> str:
        value = getattr(line, name)
        return words.NOTHING if value is None else f"{value:,.1f}"

    return _Kind(lambda line: getattr(line, name), shown, 1)


_SCORE = _Kind(
    lambda line: line.score,
    lambda line: words.NOTHING if line.score is None else f"{line.score:.1f} n={line.scored:,}",
    1,
)
_COST = _Kind(lambda line: float(line.cost), lambda line: words.money(line.cost))


def _tone(figures: Figures) -> Tone | None:
    return Tone.INFO if figures.by is By.TOTAL else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)
