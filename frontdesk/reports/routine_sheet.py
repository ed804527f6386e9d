"""新车例行回访表: the routine calls of one delivered car, signed and checked (domain §4.1)."""

from __future__ import annotations

from collections import Counter

from frontdesk.language import Language
from frontdesk.models.enums import RoutineState
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text, Words
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.routine import RoutineLine, RoutineSheet, Signed
from frontdesk.reports.labels_routine import Routine as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# stage, planned, state, made, satisfaction, result
_SHARES = (27, 33, 22, 31, 22, 55)
_SIGNATURE_HEIGHT = 17 * MM
_REMARKS = 14 * MM
_MARKS = {
    RoutineState.DONE: "■",
    RoutineState.LATE: "▲",
    RoutineState.MISSED: "×",
    RoutineState.OPEN: "□",
    RoutineState.EXCUSED: "–",
}
"""Beside the word, so that the sheet reads at a glance and in black and white."""


def render(sheet: RoutineSheet, language: Language) -> bytes:
    """The sheet as a PDF."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    names = [label.in_(language) for label in Labels.SIGN]
    sections = [
        heading(sheet.dealership, title, sheet.customer_number, language),
        parts.car(),
        parts.calls(),
        parts.signed(sheet.signed, Labels.MANAGER_PART, Labels.SIGNED, Labels.NOTE),
        parts.signed(sheet.checked, Labels.CHECK_PART, Labels.CHECKED, Labels.FOUND),
        signatures(names, "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, sheet.customer_number, sheet.printed, language).pdf()


class _Sheet:
    """Builds each box from the sheet's inputs."""

    def __init__(self, sheet: RoutineSheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def car(self) -> Section:
        """Whose car it is, which one, and who sold it."""
        sheet = self._sheet
        rows = [
            self._row(
                (Labels.CUSTOMER, sheet.customer),
                (Labels.PHONE, sheet.phone),
                (Labels.PLATE, sheet.plate),
            ),
            self._row((Labels.VIN, sheet.vin), (Labels.CAR, sheet.car)),
            self._row(
                (Labels.DELIVERED, day(sheet.delivered_on)),
                (Labels.CONSULTANT, sheet.consultant),
                (Labels.CUSTOMER_NUMBER, sheet.customer_number),
            ),
        ]
        return Section(rows, self._say(Labels.CAR_PART), gap=4.0)

    def calls(self) -> Section:
        """A row for each stage, and how many stand how."""
        heads = (
            Labels.STAGE,
            Labels.PLANNED,
            Labels.STATE,
            Labels.DONE,
            Labels.SATISFACTION,
            Labels.RESULT,
        )
        cells: list[Cell] = [Text(self._say(head), bold=True, small=True) for head in heads]
        rows = [self._line(line) for line in self._sheet.lines]
        if not rows:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        rows.append(Row([Text(self._sums(), bold=True)], tint=True))
        return Section(rows, self._say(Labels.CALLS_PART), head=Row(cells, _SHARES, tint=True))

    def signed(
        self, signed: Signed | None, title: Labelled, by: Labelled, note: Labelled
    ) -> Section:
        """What was signed in the program; without it, room to write by hand."""
        words = Words(self._say(note), signed.note if signed else "", least=_REMARKS)
        rows = [Row([words])]
        if signed is not None:
            text = self._say(by).format(by=signed.by, at=moment(signed.at))
            rows.append(Row([Text(text, bold=True)]))
        return Section(rows, self._say(title), together=True)

    def _line(self, line: RoutineLine) -> Row:
        state = term(line.state, self._language)
        bold = line.state is RoutineState.MISSED
        happy = term(line.satisfaction, self._language) if line.satisfaction else ""
        score = "" if line.score is None else self._say(Labels.SCORE).format(score=line.score)
        planned = day(line.first) if line.first == line.last else f"{day(line.first)} –"
        cells: list[Cell] = [
            Text(line.stage, bold=True),
            self._stack(planned, "" if line.first == line.last else day(line.last)),
            Text(f"{_MARKS[line.state]} {state}", bold=bold),
            self._stack(day(line.done_on), line.by, line.number),
            self._stack(happy, score),
            self._stack(line.result, line.words),
        ]
        return Row(cells, _SHARES, 0.2)

    def _sums(self) -> str:
        counted = Counter(line.state for line in self._sheet.lines)
        named = {state.value: whole(counted[state]) for state in RoutineState}
        return self._say(Labels.SUMS).format(all=whole(len(self._sheet.lines)), **named)

    def _row(self, *fields: tuple[Labelled, str]) -> Row:
        shares = (6, 6, 5) if len(fields) > 2 else (8, 9)
        return Row([Field(self._say(label), text) for label, text in fields], shares)

    def _stack(self, *lines: str) -> Stack:
        return Stack([Field("", line) for line in lines if line] or [Field("", "")])

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
