"""The recovery sheet: the one code that opens the data when no password does; kept in the safe."""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontdesk.language import Language
from frontdesk.reports.barcodes import qr
from frontdesk.reports.base import MM, MUTED, Page, Run
from frontdesk.reports.cells import Cell, Field, Line, Picture, Text, Type, Words
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import moment
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import Printed, RecoverySheet
from frontdesk.reports.labels import Recovery as Labels
from frontdesk.reports.typeset import clean, width, wrap
from frontdesk.texts import Text as Labelled

_GROUP = 4
_GROUPS_A_LINE = 4
_KEY_SIZE = 19.0
_LINES_A_ROW = 3
"""Lines of ordinary pitch that one line of the key takes."""
_QR_SIDE = 34 * MM
_PLACE_HEIGHT = 15 * MM
_SIGNATURE_HEIGHT = 22 * MM


def render(sheet: RecoverySheet, language: Language) -> bytes:
    """The sheet as a PDF. It holds a secret: print it or save it where the person says."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(sheet.dealership, title, None, language),
        parts.key(),
        parts.made(),
        parts.warning(),
        parts.instructions(),
        parts.place(),
        signatures([Labels.KEEPER.in_(language)], "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, "", Printed(), language).pdf()


def groups(key: str) -> list[str]:
    """The key in the groups it has, or in groups of four if it comes in one piece."""
    parts = [part for part in re.split(r"[\s-]+", key) if part]
    if len(parts) > 1:
        return parts
    whole = "".join(parts)
    return [whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP)]


class _Sheet:
    """Builds each box from the sheet's inputs."""

    def __init__(self, sheet: RecoverySheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def key(self) -> Section:
        """The key to type, and the code to scan beside it."""
        cells: list[Cell] = [_Key(self._say(Labels.KEY), tuple(groups(clean(self._sheet.key))))]
        shares: tuple[float, ...] = (1,)
        if self._codable:
            cells.append(Picture(_QR_SIDE + 12 * MM, self._draw_code))
            shares = (138, 48)
        return Section([Row(cells, shares)], gap=8.0)

    def made(self) -> Section:
        """When and by whom the key was made."""
        made = Field(self._say(Labels.MADE), moment(self._sheet.made_at))
        return Section([Row([made, Field(self._say(Labels.MADE_BY), self._sheet.made_by)])])

    def warning(self) -> Section:
        """What whoever holds the sheet must know."""
        return Section([Row([Text(self._say(Labels.WARNING), bold=True)], tint=True)], gap=8.0)

    def instructions(self) -> Section:
        """What the key is for and how it is used."""
        rows = [
            Row([Text(self._say(Labels.PURPOSE_TITLE), bold=True)]),
            Row([Text(self._say(Labels.PURPOSE))]),
            Row([Text("")]),
            Row([Text(self._say(Labels.USE_TITLE), bold=True)]),
            *(
                Row([Text(f"{number}. {self._say(text)}")])
                for number, text in enumerate(Labels.USE, 1)
            ),
        ]
        return Section(rows, framed=False, gap=10.0)

    def place(self) -> Section:
        """Where the sheet is kept, to be written by hand."""
        return Section([Row([Words(self._say(Labels.PLACE), least=_PLACE_HEIGHT)])], gap=12.0)

    @property
    def _codable(self) -> bool:
        return re.fullmatch(r"[ -~]{1,200}", self._sheet.key) is not None

    def _draw_code(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        left, top = x + (wide - _QR_SIDE) / 2, y + (height - _QR_SIDE) / 2 - 2 * MM
        qr(page, self._sheet.key, left, top, _QR_SIDE)
        label = self._say(Labels.SCAN)
        start = x + (wide - width(label, 7.2)) / 2
        page.text(Run(start, top + _QR_SIDE + 5 * MM, label, 7.2, grey=MUTED))

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)


@dataclass(frozen=True, slots=True)
class _Key:
    """The key in large type, four groups a line."""

    label: str
    groups: tuple[str, ...]

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        found: list[Line] = [[Run(0, 0, self.label, scale.label, grey=MUTED)]]
        column = room / _GROUPS_A_LINE
        short = all(width(group, _KEY_SIZE, bold=True) < column - 8 for group in self.groups)
        if not short:
            text = " ".join(self.groups)
            lines = wrap(text, room, scale.value, bold=True)
            return [*found, *([Run(0, 0, line, scale.value, bold=True)] for line in lines)]
        for start in range(0, len(self.groups), _GROUPS_A_LINE):
            row = self.groups[start : start + _GROUPS_A_LINE]
            runs = [
                Run(index * column, 0, group, _KEY_SIZE, bold=True)
                for index, group in enumerate(row)
            ]
            found.extend([[], *([[]] * (_LINES_A_ROW - 2)), runs])
        return found
