"""来店清单: the visits of a period on paper, for whoever answers for them (domain §3.6, §7)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from frontdesk.language import Language
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, money, percent, whole
from frontdesk.reports.heading import heading, set_sheet
from frontdesk.reports.inputs.visit_list import VisitListRow, VisitSheet
from frontdesk.texts import term
from frontdesk.texts.visit_lists import SHEET

_FIGURES = frozenset({"total", "worth", "days"})
_SHARES = {
    "at": 8,
    "visit": 26,
    "car": 34,
    "customer": 31,
    "status": 19,
    "told": 46,
    "other": 26,
    "days": 13,
    "advisor": 18,
    "worth": 19,
    "total": 19,
}
"""Relative widths by column; what a list does not tell leaves its room to the others."""


def render(sheet: VisitSheet, language: Language) -> bytes:
    """The list as a PDF; a period without such visits prints well too."""
    parts = _Sheet(sheet, language, _columns(sheet))
    title = SHEET["title"].in_(language)
    which = f"{sheet.sort} · {parts.period}"
    sections = [heading(sheet.dealership, title, None, language), parts.about(), parts.visits()]
    return set_sheet(sections, title, which, sheet.printed, language).pdf()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Builds each part from the list's inputs."""

    sheet: VisitSheet
    language: Language
    columns: tuple[str, ...]

    @property
    def period(self) -> str:
        return f"{day(self.sheet.first)} – {day(self.sheet.last)}"

    def about(self) -> Section:
        """Which visits of when and of whom, how many, and the figure they stand behind."""
        sheet = self.sheet
        told = [self.period, *([sheet.whose] if sheet.whose else [])]
        told.append(f"n = {whole(len(sheet.rows))}")
        rows = [
            Row([Text(sheet.sort, "centre", bold=True)]),
            Row([Text("　".join(told), "centre")]),
        ]
        if sheet.repairs:
            figure = self._say("fixed").format(
                rate=percent(sheet.held / sheet.repairs),
                held=whole(sheet.held),
                n=whole(sheet.repairs),
            )
            rows.append(Row([Text(figure, "centre", grey=MUTED)]))
        return Section(rows, framed=False)

    def visits(self) -> Section:
        """A row for each visit, and what they come to."""
        rows = [self._row(at, row) for at, row in enumerate(self.sheet.rows, 1)]
        if rows:
            rows.append(self._sums())
        else:
            rows = [Row([Text(self._say("nothing"), "centre", grey=MUTED)])]
        return Section(rows, head=self._head(), gap=2.0)

    def _laid(self, cells: dict[str, Cell], *, tint: bool = False) -> Row:
        shares = [_SHARES[column] for column in self.columns]
        return Row([cells[column] for column in self.columns], shares, tint=tint)

    def _head(self) -> Row:
        cells: dict[str, Cell] = {
            column: Text(
                self._say(f"head_{column}"),
                "right" if column in _FIGURES else "left",
                bold=True,
                small=True,
            )
            for column in self.columns
            if column != "at"
        }
        cells["at"] = Text("#", small=True, grey=MUTED)
        return self._laid(cells, tint=True)

    def _row(self, at: int, row: VisitListRow) -> Row:
        graded = term(row.value_class, self.language) if row.value_class else ""
        reached = " · ".join(part for part in (row.phone, graded) if part)
        return self._laid(
            {
                "at": Text(str(at), small=True, grey=MUTED),
                "visit": _stack(day(row.on) or "–", row.number),
                "car": _stack(row.plate or "–", row.car),
                "customer": _stack(row.customer, reached),
                "status": Text(term(row.status, self.language)),
                "told": Stack([Field("", line) for line in row.told or ("–",)]),
                "other": Text(row.other or "–", small=True),
                "days": Text(whole(row.days) or "–", "right"),
                "advisor": Text(row.advisor),
                "worth": Text(money(row.worth) or "–", "right"),
                "total": Text(money(row.total) or "–", "right"),
            }
        )

    def _sums(self) -> Row:
        rows = self.sheet.rows
        said = [self._say("sum")]
        for name, amounts in (
            ("worth", [row.worth for row in rows]),
            ("total", [row.total for row in rows]),
        ):
            if name in self.columns:
                yuan = sum(filter(None, amounts), Decimal(0))
                said.append(f"{self._say(f'head_{name}')} {money(yuan)}")
        # One box: a year's sum is wider than the column of its parts.
        return Row([Text("　".join(said), "right", bold=True)], tint=True)

    def _say(self, name: str) -> str:
        return SHEET[name].in_(self.language)


def _columns(sheet: VisitSheet) -> tuple[str, ...]:
    reasons = ("told",) if sheet.reasons else ("status",)
    others = ("other", "days") if sheet.others else ()
    worth = ("worth",) if any(row.worth is not None for row in sheet.rows) else ()
    return ("at", "visit", "car", "customer", *reasons, *others, "advisor", *worth, "total")


def _stack(first: str, *below: str) -> Stack:
    lines = [Field("", first, bold=True)]
    return Stack([*lines, *(Field("", line, small=True) for line in below if line)])
