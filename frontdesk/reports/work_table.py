"""The table of work items, as the intake sheet, the change slip and the settlement print it."""

from __future__ import annotations

from collections.abc import Sequence

from frontdesk.language import Language
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Cell, Text
from frontdesk.reports.flow import Row
from frontdesk.reports.formats import money, quantity
from frontdesk.reports.inputs import WorkLine
from frontdesk.reports.labels import Intake
from frontdesk.reports.labels_work import DECLINED, HOURS, HandOver
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# number, kind, work, labour, part, quantity, unit price, off, pays, total
_SHARES = (6, 22, 37, 17, 29, 9, 15, 13, 17, 18)
_BLANK_GROW = 0.3


def head(language: Language, total: Labelled = Intake.LINE_TOTAL) -> Row:
    """The headings; ``total`` names the last column."""

    def say(label: Labelled, *, right: bool = False) -> Text:
        return Text(label.in_(language), "right" if right else "left", bold=True, small=True)

    cells: list[Cell] = [
        Text("#", bold=True, small=True),
        say(Intake.KIND_COLUMN),
        say(Intake.WHAT),
        say(Intake.LABOUR, right=True),
        say(Intake.PART),
        say(Intake.QUANTITY, right=True),
        say(Intake.UNIT_PRICE, right=True),
        say(HandOver.OFF, right=True),
        say(HandOver.PAYS),
        say(total, right=True),
    ]
    return Row(cells, _SHARES, tint=True)


def rows(lines: Sequence[WorkLine], language: Language, blank: int = 0) -> list[Row]:
    """A row for each line; ``blank`` ones to be filled in by hand where there is none."""
    if not lines:
        return [_row(number, WorkLine(), language, _BLANK_GROW) for number in range(1, blank + 1)]
    return [_row(number, line, language) for number, line in enumerate(lines, 1)]


def _row(number: int, line: WorkLine, language: Language, grow: float = 0.0) -> Row:
    what = line.what
    if line.declined_why:
        what += DECLINED.in_(language).format(why=line.declined_why)
    elif line.hours is not None:
        what += f" · {HOURS.in_(language).format(hours=quantity(line.hours))}"
    part = " ".join(name for name in (line.part_number, line.part) if name)
    total = "–" if line.declined_why else money(line.total)
    cells = [
        Text(str(number), small=True, grey=MUTED),
        Text(term(line.kind, language) if line.kind else "", small=True),
        Text(what),
        Text(money(line.labour), "right"),
        Text(part),
        Text(quantity(line.quantity), "right"),
        Text(money(line.unit_price), "right"),
        Text(money(line.discount) if line.discount else "", "right"),
        Text(term(line.payer, language) if line.payer else "", small=True),
        Text(total, "right"),
    ]
    return Row(cells, _SHARES, grow)
