"""What every sheet has: letterhead with bar code, title, foot line, and a row of signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.language import Language
from frontdesk.reports import labels
from frontdesk.reports.barcodes import code128
from frontdesk.reports.base import (
    CONTENT_WIDTH,
    INK,
    MARGIN,
    MM,
    MUTED,
    PAGE_WIDTH,
    SMALL,
    TOP_CONTINUED,
    Look,
    Page,
    Paper,
    Run,
)
from frontdesk.reports.cells import Field, Line, Picture, Type
from frontdesk.reports.flow import Flow, Row, Section, best_fit
from frontdesk.reports.formats import moment
from frontdesk.reports.inputs import Dealership, Printed
from frontdesk.reports.typeset import clean, width, wrap

# Scales of type: the first that brings a sheet onto one page is taken.
SCALES = (
    Type(8.6, 7.2, 11.6, 2.3),
    Type(8.1, 6.9, 10.7, 1.9),
    Type(7.6, 6.6, 9.9, 1.6),
    Type(7.2, 6.4, 9.2, 1.2),
)

_TITLE_SIZE = 17.0
_BAR_HEIGHT = 10 * MM
_HEAD_BAR = (46 * MM, 6.5 * MM, 7.5 * MM)
"""Of the sheets that follow: room, distance from the top edge, height."""


@dataclass(frozen=True, slots=True)
class _Letterhead:
    """The dealership's name, address and telephones."""

    dealership: Dealership
    language: Language

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        found: list[Line] = [
            [Run(0, 0, line, 10.0, bold=True)]
            for line in wrap(clean(self.dealership.name), room, 10.0, bold=True)
        ]
        for text in (self.dealership.address, self._phones()):
            lines = wrap(clean(text), room, scale.label)
            found.extend([Run(0, 0, line, scale.label, grey=MUTED)] for line in lines)
        return found

    def _phones(self) -> str:
        common, house = labels.Common, self.dealership
        named = (
            (common.SERVICE_PHONE, house.service_phone),
            (common.BOOKING_PHONE, house.booking_phone),
            (common.RESCUE_PHONE, house.rescue_phone),
        )
        return "\u3000".join(f"{name.in_(self.language)} {phone}" for name, phone in named if phone)


@dataclass(frozen=True, slots=True)
class _Number:
    """The sheet's number at the right edge, over its bar code."""

    label: str
    number: str

    open = False

    @property
    def least(self) -> float:
        return _BAR_HEIGHT + 14.0 if self.number else 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        number = clean(self.number).strip() or "_" * 22
        found: list[Line] = [
            [Run(room - width(line, 9.0, bold=True), 0, line, 9.0, bold=True)]
            for line in wrap(number, room, 9.0, bold=True)
        ]
        start = found[0][0].x - width(self.label, scale.label) - 4.0
        if start >= 0:
            found[0].insert(0, Run(start, 0, self.label, scale.label, grey=MUTED))
        return found

    def draw(self, page: Page, x: float, y: float, wide: float, _height: float) -> None:
        """The bars, under the number's one line."""
        if width(clean(self.number), 9.0, bold=True) <= wide:
            code128(page, self.number, x + wide, y + 14.0, wide, _BAR_HEIGHT)


def heading(house: Dealership, title: str, number: str | None, language: Language) -> Section:
    """Letterhead, number with bar code (none for ``None``), and the title in the middle."""
    letterhead = _Letterhead(house, language)

    def draw_title(page: Page, _x: float, y: float, _wide: float, _height: float) -> None:
        wide = width(title, _TITLE_SIZE, bold=True)
        x = (PAGE_WIDTH - wide) / 2
        page.text(Run(x, y + _TITLE_SIZE + 3.0, title, _TITLE_SIZE, bold=True))

    if number is None:
        head = Row([letterhead])
    else:
        head = Row([letterhead, _Number(labels.Common.NUMBER.in_(language), number)], (11, 7))
    return Section([head, Row([Picture(_TITLE_SIZE + 13.0, draw_title)])], framed=False)


def signatures(
    names: Sequence[str],
    title: str,
    height: float,
    language: Language,
    drawn: Sequence[bytes | None] = (),
) -> Section:
    """One box to sign and date for each of ``names``; kept together.

    ``drawn``: signatures given on a tablet, as pictures, in the order of the names.
    """
    sign = labels.Common.SIGNATURE.in_(language)
    date = labels.Common.DATE.in_(language)
    given = [*drawn, *(None for _ in names[len(drawn) :])]
    cells = [
        Picture(height, _Signature(name, sign, date, picture).draw)
        for name, picture in zip(names, given, strict=True)
    ]
    return Section([Row(cells, grow=0.6)], title=title, together=True)


@dataclass(frozen=True, slots=True)
class _Signature:
    """Who signs, with a line for the signature and one for the date."""

    name: str
    sign: str
    date: str
    picture: bytes | None = None

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        lines = wrap(self.name, wide - 8.0, 7.8, bold=True)
        for index, line in enumerate(lines):
            page.text(Run(x + 4.0, y + 10.5 + index * 9.0, line, 7.8, bold=True))
        for label, base in ((self.sign, y + height - 17.0), (self.date, y + height - 4.5)):
            page.text(Run(x + 4.0, base, label, 6.6, grey=MUTED))
            start = x + 7.0 + width(label, 6.6)
            page.line((start, base + 1.2), (x + wide - 4.0, base + 1.2), Look(grey=INK))
        if self.picture is not None:
            room = (wide / 2, height - 20.0)
            page.picture(self.picture, (x + wide - 4.0 - room[0], y + 2.0), room)


def set_sheet(
    sections: Sequence[Section],
    title: str,
    number: str,
    printed: Printed,
    language: Language,
    *,
    apart: Sequence[Section] = (),
) -> Paper:
    """Set ``sections`` on as many pages as they need, with title, foot and page numbers.

    ``apart`` follows on pages of its own, whatever room is left.
    """
    common = labels.Common
    foot, below = _foot(printed, language)
    parts = [*sections, *below]
    head = f"{title}\u3000{clean(number)}"
    if width(head, 8.5, bold=True) > CONTENT_WIDTH or "\n" in head:
        head = title
    paper = _paper(title, number, head, foot, language)
    flow: Flow = best_fit(parts, SCALES, common.CONTINUED.in_(language))
    flow.set_on(paper)
    if apart:
        Flow(apart, SCALES[0], common.CONTINUED.in_(language)).set_on(paper, TOP_CONTINUED)
    room, top, height = _HEAD_BAR
    for page in paper.pages[1:]:
        if head != title:
            # A sheet that was parted from the first finds its record as well.
            code128(page, number, PAGE_WIDTH - MARGIN, top, room, height)
    return paper


def set_sheets(
    sheets: Sequence[Sequence[Section]],
    title: str,
    number: str,
    printed: Printed,
    language: Language,
) -> Paper:
    """Several sheets in one document, each beginning on a page of its own; for parting them."""
    foot, below = _foot(printed, language)
    paper = _paper(title, number, "", foot, language)
    for at, sections in enumerate(sheets, 1):
        parts = [*sections, *(below if at == len(sheets) else ())]
        best_fit(parts, SCALES, labels.Common.CONTINUED.in_(language)).set_on(paper)
    return paper


def _paper(title: str, number: str, head: str, foot: str, language: Language) -> Paper:
    return Paper(
        f"{title} {number}".strip(),
        language,
        head=head,
        foot=foot,
        page_of=labels.Common.PAGE.in_(language),
    )


def _foot(printed: Printed, language: Language) -> tuple[str, list[Section]]:
    """The foot line; one too long for it becomes a row of its own, so that nothing is cut."""
    common = labels.Common
    parts = []
    if printed.copy:
        parts.append(common.COPY.in_(language).format(copy=printed.copy))
    if printed.by or printed.at:
        words = common.PRINTED.in_(language)
        parts.append(words.format(by=printed.by, at=moment(printed.at)))
    foot = clean(("\u3000" if language is Language.ZH_CN else ", ").join(parts))
    if width(foot, SMALL) <= 0.8 * CONTENT_WIDTH and "\n" not in foot:
        return foot, []
    return "", [Section([Row([Field(common.PRINT_RECORD.in_(language), foot)])], gap=6.0)]
