"""The lines of the tables; each number knows what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.language import Language
from frontdesk.services.statistics.dto import By, Cell, ComplaintStatistics, Line, Measure
from frontdesk.services.statistics.naming import line_name
from frontdesk.ui.kit import language


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
    before: Line | None = None
    """The line it is compared with."""

    @property
    def id(self) -> str:
        """What names the line in the table."""
        return f"{self.by.value}:{self.line.key}"


RANKED = (By.CATEGORY, By.LEAF, By.PERSON)
"""Tables whose lines come most frequent first."""

MEASURES: dict[str, Measure] = {
    "name": Measure.COUNT,
    "count": Measure.COUNT,
    "share": Measure.COUNT,
    "cumulative": Measure.COUNT,
    "valid": Measure.VALID,
    "closed": Measure.CLOSED,
    "in_time": Measure.IN_TIME,
    "in_time_gross": Measure.IN_TIME_GROSS,
    "mean": Measure.CLOSED,
    "median": Measure.CLOSED,
    "mean_gross": Measure.CLOSED,
    "median_gross": Measure.CLOSED,
    "satisfied": Measure.SATISFIED,
    "score": Measure.SCORED,
    "repeated": Measure.REPEATED,
    "cost": Measure.COST,
}
"""Which list stands behind the figures of a column."""


def lines_of(found: ComplaintStatistics, by: By) -> list[Figures]:
    """The lines of the table ``by``, with the total last."""
    if not found.total.count:
        return []
    ranked = by in RANKED
    lines = [
        Figures(
            by,
            name_of(found, by, line.key),
            line,
            rank if ranked else 0,
            found.tree.path(line.key, language.current()) if by is By.LEAF else "",
            found.earlier(by, line.key),
        )
        for rank, line in enumerate(found.lines(by), start=1)
    ]
    total = name_of(found, By.TOTAL, "")
    return [*lines, Figures(By.TOTAL, total, found.total, before=found.earlier(By.TOTAL, ""))]


def name_of(found: ComplaintStatistics, by: By, key: str) -> str:
    """What a line is called in the language on screen."""
    speak = language.current()
    return _month(key, speak) if by is By.MONTH else line_name(found.tree, by, key, speak)


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


def _month(key: str, speak: Language) -> str:
    year, _, month = key.partition("-")
    if speak is Language.ZH_CN:
        return f"{year}年{int(month)}月"
    return f"{_MONTHS[int(month) - 1]} {year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
