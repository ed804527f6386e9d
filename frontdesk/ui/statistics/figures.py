"""The lines of the table and its columns; each number knows what it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.language import Language
from frontdesk.models.enums import Department
from frontdesk.services.statistics.dto import By, Cell, ComplaintStatistics, Line, Measure
from frontdesk.texts.statistics import NAMES
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.table_model import Column
from frontdesk.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class Figures:
    """One line of the table."""

    by: By
    name: str
    line: Line
    rank: int = 0
    """The place in a table of most frequent first, which is also its bar's; 0 in the others."""
    tip: str = ""
    """The name in full."""

    @property
    def id(self) -> str:
        """What names the line in the table."""
        return f"{self.by.value}:{self.line.key}"


RANKED = (By.CATEGORY, By.LEAF)
"""Tables whose lines come most frequent first."""

MEASURES: dict[str, Measure] = {
    "name": Measure.COUNT,
    "count": Measure.COUNT,
    "share": Measure.COUNT,
    "cumulative": Measure.COUNT,
    "valid": Measure.VALID,
    "in_time": Measure.IN_TIME,
    "mean": Measure.CLOSED,
    "satisfied": Measure.SATISFIED,
    "repeated": Measure.REPEATED,
    "cost": Measure.COST,
}
"""Which list stands behind the figures of a column."""


def lines_of(found: ComplaintStatistics, by: By) -> list[Figures]:
    """The lines of the table ``by``, with the total last."""
    some = {
        By.CATEGORY: found.categories,
        By.LEAF: found.leaves,
        By.DEPARTMENT: found.departments,
        By.MONTH: found.months,
    }.get(by, ())
    ranked = by in RANKED
    lines = [
        Figures(
            by,
            name_of(found, by, line.key),
            line,
            rank if ranked else 0,
            found.tree.path(line.key, language.current()) if by is By.LEAF else "",
        )
        for rank, line in enumerate(some, start=1)
    ]
    if found.total.count:
        lines.append(Figures(By.TOTAL, name_of(found, By.TOTAL, ""), found.total))
    return lines if found.total.count else []


def name_of(found: ComplaintStatistics, by: By, key: str) -> str:
    """What a line is called in the language on screen."""
    speak = language.current()
    match by:
        case By.CATEGORY:
            return found.tree.group_name(key, speak)
        case By.LEAF:
            return found.tree.leaf_name(key, speak)
        case By.DEPARTMENT:
            return words.word(Department(key)) if key else NAMES["undecided"].in_(speak)
        case By.MONTH:
            return _month(key, speak)
        case By.TOTAL:
            return NAMES["total"].in_(speak)


def bar_name(figures: Figures) -> str:
    """The word beneath a bar: the rank of the line beside it, or the month's short name."""
    if figures.rank:
        return str(figures.rank)
    if figures.by is By.MONTH:
        month = int(figures.line.key.partition("-")[2])
        return f"{month}月" if language.current() is Language.ZH_CN else _MONTHS[month - 1]
    return figures.name


def cell_of(figures: Figures, column: str) -> Cell:
    """Which complaints the number in ``column`` counts."""
    return Cell(figures.by, figures.line.key, MEASURES.get(column, Measure.COUNT))


def columns() -> tuple[Column[Figures], ...]:
    """The figures of domain §5.2, each with its n."""
    return (
        Column(
            "name",
            lambda: _tr("Line"),
            lambda f: f.name,
            display=lambda f: f"{f.rank}  {f.name}" if f.rank else f.name,
            tone=_tone,
            tip=lambda f: f.tip or f.name,
            width=172,
        ),
        _figure("count", lambda: _tr("Count"), lambda f: f.line.count),
        _figure("share", lambda: _tr("Share"), lambda f: f.line.share, words.share),
        _figure("cumulative", lambda: _tr("Cum."), lambda f: f.line.cumulative_share, words.share),
        _figure("valid", lambda: _tr("Valid"), lambda f: f.line.valid),
        _of(
            "in_time",
            lambda: _tr("In time"),
            lambda f: (f.line.in_time, f.line.closed),
        ),
        _figure(
            "mean",
            lambda: _tr("Hours"),
            lambda f: f.line.mean_hours,
            lambda value: words.NOTHING if value is None else f"{value:,.1f}",
        ),
        _of(
            "satisfied",
            lambda: _tr("Satisfied"),
            lambda f: (f.line.satisfied, f.line.asked),
        ),
        _figure("repeated", lambda: _tr("Repeats"), lambda f: f.line.repeated),
        _figure("cost", lambda: _tr("Cost"), lambda f: f.line.cost, words.money),
    )


def _figure(
    key: str,
    title: Callable[[], str],
    value: Callable[[Figures], object],
    shown: Callable[..., str] | None = None,
) -> Column[Figures]:
    display = None if shown is None else (lambda f: shown(value(f)))
    width = _WIDTHS[key]
    return Column(key, title, value, display=display, right=True, tone=_tone, width=width)


def _of(
    key: str, title: Callable[[], str], value: Callable[[Figures], tuple[int, int]]
) -> Column[Figures]:
    """A number with the n it is out of."""

    def shown(figures: Figures) -> str:
        some, all_ = value(figures)
        return f"{some:,} / {all_:,}"

    return Column(key, title, value, display=shown, right=True, tone=_tone, width=_WIDTHS[key])


def _tone(figures: Figures) -> Tone | None:
    return Tone.INFO if figures.by is By.TOTAL else None


def _month(key: str, speak: Language) -> str:
    year, _, month = key.partition("-")
    if speak is Language.ZH_CN:
        return f"{year}年{int(month)}月"
    return f"{_MONTHS[int(month) - 1]} {year}"


_WIDTHS = {
    "count": 66,
    "share": 76,
    "cumulative": 80,
    "valid": 60,
    "in_time": 104,
    "mean": 82,
    "satisfied": 94,
    "repeated": 82,
    "cost": 98,
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)
