"""日结单: what was done on one day, and the head of the audit trail to be signed and kept."""

from __future__ import annotations

from collections.abc import Sequence

from frontdesk.language import Language
from frontdesk.models.enums import ActKind
from frontdesk.reports.barcodes import qr
from frontdesk.reports.base import MM, MUTED, Page
from frontdesk.reports.cells import Cell, Field, Picture, Stack, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.daily import DailyLine, DailySheet
from frontdesk.reports.labels import Daily as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

_GROUP = 4
_GROUPS_A_LINE = 8
_QR_SIDE = 24 * MM
_SIGNATURE_HEIGHT = 18 * MM
_MOST_LINES = 400
_LINE_SHARES = (14, 24, 58, 90)
_NAME_SHARE, _COUNT_SHARE = 46.0, 20.0


def render(sheet: DailySheet, language: Language) -> bytes:
    """The sheet as a PDF; a day on which nothing was done prints well too."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(sheet.dealership, title, None, language),
        parts.day(),
        parts.people(),
        parts.lines(Labels.SEEN, sheet.seen),
        parts.lines(Labels.CARRIED, sheet.carried),
        parts.lines(Labels.NOTABLE, sheet.notable),
        parts.head(),
        signatures(
            [Labels.PREPARED.in_(language), Labels.MANAGER.in_(language)],
            "",
            _SIGNATURE_HEIGHT,
            language,
        ),
    ]
    return set_sheet(sections, title, day(sheet.day), sheet.printed, language).pdf()


def grouped(seal: str) -> str:
    """A seal as it is read aloud: groups of four, eight a line."""
    groups = [seal[start : start + _GROUP] for start in range(0, len(seal), _GROUP)]
    lines = [
        " ".join(groups[start : start + _GROUPS_A_LINE])
        for start in range(0, len(groups), _GROUPS_A_LINE)
    ]
    return "\n".join(lines)


class _Sheet:
    """Builds each part from the sheet's inputs."""

    def __init__(self, sheet: DailySheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def day(self) -> Section:
        """Which day, and which entries of the trail are its."""
        sheet = self._sheet
        text = self._say(Labels.NOTHING_DONE).format(day=day(sheet.day))
        if sheet.first is not None and sheet.last is not None:
            text = self._say(Labels.DAY).format(
                day=day(sheet.day), first=whole(sheet.first), last=whole(sheet.last)
            )
        return Section([Row([Text(text, "centre")])], framed=False)

    def people(self) -> Section:
        """Acts by person and kind, and their sums."""
        people = self._sheet.people
        rows = [self._counted(person.name, person.counts) for person in people]
        if rows:
            sums = tuple(map(sum, zip(*(person.counts for person in people), strict=True)))
            rows.append(self._counted(self._say(Labels.TOTAL), sums, bold=True))
        else:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        heads = [self._say(Labels.PERSON), *(term(kind, self._language) for kind in ActKind)]
        heads.append(self._say(Labels.TOTAL))
        cells = [
            Text(head, "left" if at == 0 else "right", bold=True, small=True)
            for at, head in enumerate(heads)
        ]
        return Section(rows, head=Row(cells, self._shares(), tint=True), gap=2.0)

    def lines(self, title: Labelled, lines: Sequence[DailyLine]) -> Section:
        """Acts one under the other; none is said to be none."""
        rows = [self._line(line) for line in lines[:_MOST_LINES]]
        left = len(lines) - len(rows)
        if left:
            rows.append(Row([Text(self._say(Labels.MORE).format(count=whole(left)), grey=MUTED)]))
        if not rows:
            rows = [Row([Text(self._say(Labels.NONE), grey=MUTED)])]
        name = self._say(Labels.COUNTED).format(name=self._say(title), count=whole(len(lines)))
        return Section(rows, head=Row([Text(name, bold=True)], tint=True), gap=6.0)

    def head(self) -> Section:
        """The head of the trail: to read, and to scan."""
        sheet = self._sheet
        fields: list[Cell] = [
            Stack(
                [
                    Field(self._say(Labels.SEQUENCE), whole(sheet.sequence), bold=True),
                    Field(self._say(Labels.SEAL), grouped(sheet.seal), bold=True),
                    Field(self._say(Labels.TAKEN_AT), moment(sheet.taken_at)),
                    Field("", self._say(Labels.PURPOSE), small=True),
                ]
            ),
            Picture(_QR_SIDE + 4 * MM, self._draw_code),
        ]
        return Section(
            [Row(fields, (152, 34))], head=self._title(Labels.HEAD), together=True, gap=6.0
        )

    def _draw_code(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        if not self._sheet.seal:
            return
        text = f"FRONTDESK {self._sheet.sequence} {self._sheet.seal}".upper()
        qr(page, text, x + (wide - _QR_SIDE) / 2, y + (height - _QR_SIDE) / 2, _QR_SIDE)

    def _title(self, title: Labelled) -> Row:
        return Row([Text(self._say(title), bold=True)], tint=True)

    def _line(self, line: DailyLine) -> Row:
        texts = (f"{line.at:%H:%M}", line.person, line.act, line.about)
        return Row([Text(text) for text in texts], _LINE_SHARES)

    def _counted(self, name: str, counts: Sequence[int], *, bold: bool = False) -> Row:
        cells: list[Cell] = [Text(name, bold=bold)]
        cells.extend(
            Text(whole(count) if count else "–", "right", bold=bold)
            for count in (*counts, sum(counts))
        )
        return Row(cells, self._shares(), tint=bold)

    def _shares(self) -> tuple[float, ...]:
        return (_NAME_SHARE, *([_COUNT_SHARE] * (len(ActKind) + 1)))

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
