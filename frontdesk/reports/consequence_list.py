"""回访考核清单: which calls of a month were found not made, and what that costs (domain §4.3)."""

from __future__ import annotations

from decimal import Decimal

from frontdesk.language import Language
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, money, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.consequences import ConsequenceList, FineRow, PersonSum
from frontdesk.reports.labels_routine import Consequences as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# number, call, what tells so, person, yuan, manager, yuan
_SHARES = (8, 46, 47, 30, 19, 30, 19)
_PEOPLE = (60, 60, 30, 40)
_SIGNATURE_HEIGHT = 17 * MM


def render(sheet: ConsequenceList, language: Language) -> bytes:
    """The list as a PDF; a month in which all was made prints well too."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    names = [label.in_(language) for label in Labels.SIGN]
    sections = [
        heading(sheet.dealership, title, None, language),
        parts.month(),
        parts.calls(),
        *parts.people(),
        signatures(names, "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, f"{sheet.first:%Y-%m}", sheet.printed, language).pdf()


class _Sheet:
    """Builds each part from the list's inputs."""

    def __init__(self, sheet: ConsequenceList, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def month(self) -> Section:
        """Which month, how many calls, and what became of the spot checks."""
        sheet = self._sheet
        text = self._say(Labels.MONTH).format(
            first=day(sheet.first), last=day(sheet.last), n=whole(len(sheet.rows))
        )
        rows = [Row([Text(text, "centre")]), Row([Text(sheet.judged, "centre", grey=MUTED)])]
        return Section(rows, framed=False)

    def calls(self) -> Section:
        """A row for each call not made, and the sums."""
        heads = (Labels.CALL, Labels.FOUND, Labels.WHO, Labels.YUAN, Labels.MANAGER, Labels.YUAN)
        cells: list[Cell] = [Text("#", small=True, grey=MUTED)]
        cells += [
            Text(
                self._say(head),
                "right" if head is Labels.YUAN else "left",
                bold=True,
                small=True,
            )
            for head in heads
        ]
        rows = [self._row(at, row) for at, row in enumerate(self._sheet.rows, 1)]
        if rows:
            rows.append(self._total())
        else:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        return Section(rows, head=Row(cells, _SHARES, tint=True), gap=2.0)

    def people(self) -> list[Section]:
        """What each person bears; nothing where nobody does."""
        if not self._sheet.people:
            return []
        heads = ((Labels.PERSON, False), (None, False), (Labels.COUNT, True), (Labels.YUAN, True))
        cells: list[Cell] = [
            Text(self._say(head) if head else "", "right" if right else "left", bold=True)
            for head, right in heads
        ]
        rows = [self._person(person) for person in self._sheet.people]
        head = Row(cells, _PEOPLE, tint=True)
        return [Section(rows, self._say(Labels.SUMS_PART), head=head, gap=6.0)]

    def _row(self, at: int, row: FineRow) -> Row:
        call = [
            Field("", term(row.kind, self._language), bold=True),
            Field("", row.number, small=True),
            *(Field("", part) for part in (row.customer, row.plate) if part),
        ]
        return Row(
            [
                Text(str(at), small=True, grey=MUTED),
                Stack(call),
                Text(row.found),
                self._who(row.person, term(row.person_role, self._language)),
                Text(money(row.amount), "right"),
                self._who(row.manager, term(row.manager_role, self._language)),
                Text(money(row.manager_amount), "right"),
            ],
            _SHARES,
        )

    def _who(self, name: str, role: str) -> Stack:
        return Stack([Field("", name or "–"), Field("", role, small=True)])

    def _total(self) -> Row:
        rows = self._sheet.rows
        cells: list[Cell] = [Text(""), Text(self._say(Labels.TOTAL), bold=True), Text(""), Text("")]
        cells.append(Text(money(sum((r.amount for r in rows), Decimal(0))), "right", bold=True))
        cells.append(Text(""))
        managers = sum((row.manager_amount for row in rows), Decimal(0))
        cells.append(Text(money(managers), "right", bold=True))
        return Row(cells, _SHARES, tint=True)

    def _person(self, person: PersonSum) -> Row:
        return Row(
            [
                Text(person.name or "–"),
                Text(term(person.role, self._language), grey=MUTED),
                Text(whole(person.calls), "right"),
                Text(money(person.amount), "right", bold=True),
            ],
            _PEOPLE,
        )

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
