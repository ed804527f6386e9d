"""投诉月度评审表: the month's complaints for management's review (domain §5, §7)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from frontdesk.language import Language
from frontdesk.models.enums import ActionState
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text, Words
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, money, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.review import CarriedRow, ReviewList, ReviewRow
from frontdesk.reports.labels_review import Review as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# number, ticket, category and cause, responsible, penalties, actions, lesson, cost
_SHARES = (7, 27, 44, 22, 25, 18, 35, 18)
_CARRIED = (27, 104, 24, 31)
_DECISIONS = 30 * MM
_SIGNATURE_HEIGHT = 16 * MM


def render(sheet: ReviewList, language: Language) -> bytes:
    """The list as a PDF; a month without complaints prints well too."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(sheet.dealership, title, None, language),
        parts.month(),
        parts.complaints(),
        *parts.carried(),
        parts.decisions(),
        signatures([label.in_(language) for label in Labels.SIGN], "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, f"{sheet.first:%Y-%m}", sheet.printed, language).pdf()


class _Sheet:
    """Builds each part from the list's inputs."""

    def __init__(self, sheet: ReviewList, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def month(self) -> Section:
        """Which month, whose complaints, and how many."""
        sheet = self._sheet
        text = self._say(Labels.MONTH if not sheet.scope else Labels.MONTH_OF).format(
            first=day(sheet.first),
            last=day(sheet.last),
            scope=sheet.scope,
            n=whole(len(sheet.rows)),
        )
        return Section([Row([Text(text, "centre")])], framed=False)

    def complaints(self) -> Section:
        """A row for each complaint, and the sums."""
        rows = [self._row(at, row) for at, row in enumerate(self._sheet.rows, 1)]
        if rows:
            rows.append(self._total())
        else:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        return Section(rows, head=self._head(), gap=2.0)

    def carried(self) -> list[Section]:
        """Open actions of earlier months, followed until they are done; mostly none."""
        rows = [self._carried_row(row) for row in self._sheet.carried]
        if not rows:
            return []
        heads = (Labels.TICKET, Labels.WORDS, Labels.OWNER, Labels.DUE)
        cells: list[Cell] = [Text(self._say(head), bold=True, small=True) for head in heads]
        title = self._say(Labels.CARRIED).format(n=whole(len(rows)))
        return [
            Section([Row([Text(title, bold=True)], tint=True)], gap=6.0),
            Section(rows, head=Row(cells, _CARRIED, tint=True)),
        ]

    def decisions(self) -> Section:
        """Room for what management decides, written by hand."""
        words = Words(self._say(Labels.DECISIONS), least=_DECISIONS)
        return Section([Row([words], grow=2.0)], gap=6.0)

    def _head(self) -> Row:
        heads = (
            Labels.TICKET,
            Labels.CAUSE,
            Labels.RESPONSIBLE,
            Labels.PENALTIES,
            Labels.ACTIONS,
            Labels.LESSON,
        )
        cells: list[Cell] = [Text("#", small=True, grey=MUTED)]
        cells += [Text(self._say(head), bold=True, small=True) for head in heads]
        cells.append(Text(self._say(Labels.COST), "right", bold=True, small=True))
        return Row(cells, _SHARES, tint=True)

    def _row(self, at: int, row: ReviewRow) -> Row:
        return Row(
            [
                Text(str(at), small=True, grey=MUTED),
                self._ticket(row),
                Stack([Field("", row.category, bold=True), Field("", row.cause or "–")]),
                Stack([Field("", row.responsible or "–"), Field("", row.department, small=True)]),
                self._stack([f"{name} {money(yuan)}" for name, yuan in row.penalties]),
                self._stack([self._counted(state, number) for state, number in row.actions]),
                Text(row.lesson or "–"),
                Text(money(row.cost), "right"),
            ],
            _SHARES,
        )

    def _ticket(self, row: ReviewRow) -> Stack:
        lines = [
            Field("", row.number, small=True, bold=True),
            Field("", day(row.day), small=True),
            Field("", row.customer),
            *([Field("", row.plate)] if row.plate else []),
            Field("", term(row.state, self._language), small=True),
        ]
        lines += [Field("", mark, small=True, bold=True) for mark in self._marks(row)]
        return Stack(lines)

    def _marks(self, row: ReviewRow) -> list[str]:
        """What management looks for first: safety, repeats, found not valid."""
        marks = []
        if row.safety:
            marks.append(self._say(Labels.SAFETY))
        if row.valid is False:
            marks.append(self._say(Labels.NOT_VALID))
        if row.repeats:
            marks.append(self._say(Labels.REPEATS).format(number=row.repeats))
        if row.repeated_by:
            marks.append(self._say(Labels.REPEATED).format(count=whole(row.repeated_by)))
        return marks

    def _total(self) -> Row:
        rows = self._sheet.rows
        counted: Counter[ActionState] = Counter()
        for row in rows:
            counted.update(dict(row.actions))
        borne = sum((yuan for row in rows for _, yuan in row.penalties), Decimal(0))
        repeats = sum(bool(row.repeats) for row in rows)
        actions = [self._counted(state, counted[state]) for state in ActionState if counted[state]]
        return Row(
            [
                Text(""),
                Text(self._say(Labels.TOTAL), bold=True),
                Text(self._say(Labels.SUMS).format(n=whole(len(rows)), repeats=whole(repeats))),
                Text(""),
                Text(money(borne), bold=True),
                self._stack(actions),
                Text(""),
                Text(money(sum((row.cost for row in rows), Decimal(0))), "right", bold=True),
            ],
            _SHARES,
            tint=True,
        )

    def _carried_row(self, row: CarriedRow) -> Row:
        due = day(row.due_on)
        if row.late:
            due = f"{due} {term(ActionState.LATE, self._language)}"
        last = Text(due, bold=row.late)
        cells: list[Cell] = [Text(row.number, small=True), Text(row.words), Text(row.owner), last]
        return Row(cells, _CARRIED)

    def _counted(self, state: ActionState, number: int) -> str:
        return f"{term(state, self._language)} {whole(number)}"

    def _stack(self, lines: list[str]) -> Stack:
        return Stack([Field("", line) for line in lines or ["–"]])

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
