"""Bars in the rows of a table: how often an answer was given, and parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from frontdesk.reports.base import FRAME, PAGE_HEIGHT, Page, Run
from frontdesk.reports.cells import Line, Type
from frontdesk.reports.typeset import width

_THICK = 7.0
_GREY = 0.55
_TROUBLE_GREY = 0.25
_PART_GREYS = (0.80, 0.55, 0.25)
_PART_SIZE = 6.4


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar as long as its share (0..1); ``dark`` where the answer tells of something wrong."""

    share: float
    dark: bool = False

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        return []

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw into the box x, y (upper left), width, height, in points."""
        grey = _TROUBLE_GREY if self.dark else _GREY
        long = (wide - 8.0) * min(1.0, self.share)
        if long > 0:
            _filled(page, (x + 4.0, y + (height - _THICK) / 2, long, _THICK), grey)


@dataclass(frozen=True, slots=True)
class PartsBar:
    """The counts of satisfied, average, dissatisfied side by side as parts of their sum."""

    counts: Sequence[int]

    open = False
    least = 13.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        return []

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw into the box x, y (upper left), width, height, in points."""
        total = sum(self.counts)
        if not total:
            return
        left, room, thick = x + 4.0, wide - 8.0, 9.0
        top = y + (height - thick) / 2
        for count, grey in zip(self.counts, _PART_GREYS, strict=True):
            long = room * count / total
            if count:
                _filled(page, (left, top, long, thick), grey)
            share = f"{count / total:.0%}"
            if width(share, _PART_SIZE) + 3.0 <= long:
                ink = 0.0 if grey > FRAME + 0.2 else 1.0
                start = left + (long - width(share, _PART_SIZE)) / 2
                page.text(Run(start, top + 6.9, share, _PART_SIZE, grey=ink))
            left += long


def _filled(page: Page, box: tuple[float, float, float, float], grey: float) -> None:
    x, y, wide, high = box
    base = PAGE_HEIGHT - y - high

    def drawn(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        canvas.rect(x, base, wide, high, stroke=0, fill=1)

    page.draw(drawn)
