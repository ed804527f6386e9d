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

    @property
    def id(self) -> str:
        """What names the line in the table."""
        return f"{self.by.value}:{self.line.key}"


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
    lines = [Figures(by, name_of(found, by, line.key), line) for line in some]
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
            return found.tree.path(key, speak)
        case By.DEPARTMENT:
            return words.word(Department(key)) if key else NAMES["undecided"].in_(speak)
        case By.MONTH:
            return _month(key, speak)
        case By.TOTAL:
            return NAMES["total"].in_(speak)


def cell_of(figures: Figures, column: str) -> Cell:
    """Which complaints the number in ``column`` counts."""
    return Cell(figures.by, figures.line.key, MEASURES.get(column, Measure.COUNT))


def columns() -> tuple[Column[Figures], ...]:
    """The figures of domain §5.2, each with its n."""
    return (
        Column("name", lambda: _tr("Line"), lambda f: f.name, tone=_tone, stretch=True),
        _figure("count", lambda: _tr("Count"), lambda f: f.line.count),
        _figure("share", lambda: _tr("Share"), lambda f: f.line.share, words.share),
        _figure(
            "cumulative", lambda: _tr("Cumulative"), lambda f: f.line.cumulative_share, words.share
        ),
        _figure("valid", lambda: _tr("Valid"), lambda f: f.line.valid),
        _of(
            "in_time",
            lambda: _tr("In time / closed"),
            lambda f: (f.line.in_time, f.line.closed),
        ),
        _figure(
            "mean",
            lambda: _tr("Mean hours"),
            lambda f: f.line.mean_hours,
            lambda value: words.NOTHING if value is None else f"{value:,.1f}",
        ),
        _of(
            "satisfied",
            lambda: _tr("Satisfied / asked"),
            lambda f: (f.line.satisfied, f.line.asked),
        ),
        _figure("repeated", lambda: _tr("Repeated"), lambda f: f.line.repeated),
        _figure("cost", lambda: _tr("Cost"), lambda f: f.line.cost, words.money),
    )


def _figure(
    key: str,
    title: Callable[[], str],
    value: Callable[[Figures], object],
    shown: Callable[..., str] | None = None,
) -> Column[Figures]:
    display = None if shown is None else (lambda f: shown(value(f)))
    return Column(key, title, value, display=display, right=True, tone=_tone)


def _of(
    key: str, title: Callable[[], str], value: Callable[[Figures], tuple[int, int]]
) -> Column[Figures]:
    """A number with the n it is out of."""

    def shown(figures: Figures) -> str:
        some, all_ = value(figures)
        return f"{some:,} / {all_:,}"

    return Column(key, title, value, display=shown, right=True, tone=_tone)


def _tone(figures: Figures) -> Tone | None:
    return Tone.INFO if figures.by is By.TOTAL else None


def _month(key: str, speak: Language) -> str:
    year, _, month = key.partition("-")
    if speak is Language.ZH_CN:
        return f"{year}年{int(month)}月"
    return f"{_MONTHS[int(month) - 1]} {year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)
