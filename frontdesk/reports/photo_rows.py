"""Photos of the walk-around in small boxes, each with the numbers of the marks it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.language import Language
from frontdesk.reports.base import MM, MUTED, Page, Run
from frontdesk.reports.cells import Cell, Line, Text, Type
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import moment
from frontdesk.reports.inputs import PhotoLine
from frontdesk.reports.labels import Intake as Labels
from frontdesk.reports.typeset import width

_IN_A_ROW = 3
_TALL = 48 * MM
_CAPTION = 4.5 * MM
_AROUND = 1.5 * MM
_SIZE = 7.6


def photo_section(
    photos: Sequence[PhotoLine], left_out: int, unseen: int, language: Language
) -> Section:
    """The photos, three in a row; ``left_out`` more are kept and not printed, ``unseen`` cannot."""
    rows: list[Row] = []
    for at in range(0, len(photos), _IN_A_ROW):
        few = photos[at : at + _IN_A_ROW]
        cells: list[Cell] = [_Photo(photo, language) for photo in few]
        cells += [Text("") for _ in range(_IN_A_ROW - len(few))]
        rows.append(Row(cells))
    for count, said in ((left_out, Labels.PHOTOS_MORE), (unseen, Labels.PHOTOS_UNSEEN)):
        if count:
            more = said.in_(language).format(count=count)
            rows.append(Row([Text(more, small=True, grey=MUTED)]))
    return Section(rows, Labels.PHOTOS_PART.in_(language))


@dataclass(frozen=True, slots=True)
class _Photo:
    """One photo over its caption."""

    photo: PhotoLine
    language: Language

    open = False
    least = _TALL

    def lines(self, room: float, scale: Type) -> list[Line]:
        return []

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """The photo whole, in its own proportions; in its place a word where it cannot be shown."""
        room = (wide - 2 * _AROUND, height - _CAPTION - 2 * _AROUND)
        if self.photo.picture is not None:
            page.picture(self.photo.picture, (x + _AROUND, y + _AROUND), room, "c")
        else:
            said = Labels.PHOTO_UNSEEN.in_(self.language)
            left = x + (wide - width(said, _SIZE)) / 2
            page.text(Run(left, y + height / 2, said, _SIZE, grey=MUTED))
        base = y + height - _AROUND - 1.0
        mark = self._mark()
        if mark:
            page.text(Run(x + _AROUND, base, mark, _SIZE, bold=True))
        at = moment(self.photo.at)
        page.text(Run(x + wide - _AROUND - width(at, _SIZE), base, at, _SIZE, grey=MUTED))

    def _mark(self) -> str:
        if not self.photo.marks:
            return ""
        numbers = "、" if self.language is Language.ZH_CN else ", "
        said = numbers.join(map(str, self.photo.marks))
        return Labels.PHOTO_OF.in_(self.language).format(numbers=said)
