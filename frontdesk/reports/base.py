"""The sheet of paper: A4 pages that are first noted down and then written as one PDF.

Pages are noted before they are written because 'page x of y' stands on each. All measures are
points; y runs down from the top edge. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from frontdesk.language import Language
from frontdesk.reports import fonts
from frontdesk.reports.typeset import clean, width

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
MARGIN = 12 * MM
CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = 10 * MM
TOP_CONTINUED = 19 * MM
BOTTOM = PAGE_HEIGHT - 14 * MM
SMALL = 7.0

INK = 0.0
MUTED = 0.40
FRAME = 0.30
HAIRLINE = 0.66
TINT = 0.945

_SQUARE = 2
_DOTS = (0.1, 1.9)

# Half as fast and a quarter larger with it, and of use only where a PDF must be 7-bit text.
rl_config.useA85 = 0

# A font of ReportLab's must not serve two documents at once.
_writing = Lock()


class Run(NamedTuple):
    """One piece of cleaned text on a page."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    grey: float = INK


class Look(NamedTuple):
    """How a line is drawn: width in points, grey, dotted or not."""

    stroke: float = 0.4
    grey: float = HAIRLINE
    dotted: bool = False


_HAIR = Look()
Point = tuple[float, float]


@dataclass(slots=True)
class Page:
    """What is drawn on one page, from below: tints, lines by their look, drawings, texts."""

    tints: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    lines: dict[Look, list[tuple[float, float, float, float]]] = field(default_factory=dict)
    drawings: list[Callable[[Canvas], None]] = field(default_factory=list)
    texts: list[Run] = field(default_factory=list)

    def text(self, run: Run) -> None:
        """Set ``run``; y is its baseline."""
        self.texts.append(run)

    def line(self, start: Point, end: Point, look: Look = _HAIR) -> None:
        """A straight line."""
        segment = (start[0], PAGE_HEIGHT - start[1], end[0], PAGE_HEIGHT - end[1])
        self.lines.setdefault(look, []).append(segment)

    def frame(self, corner: Point, size: Point, look: Look) -> None:
        """The outline of a rectangle from its upper left ``corner``."""
        left, top = corner
        right, bottom = left + size[0], top + size[1]
        self.line((left, top), (right, top), look)
        self.line((right, top), (right, bottom), look)
        self.line((right, bottom), (left, bottom), look)
        self.line((left, bottom), (left, top), look)

    def tint(self, corner: Point, size: Point, grey: float = TINT) -> None:
        """A grey rectangle from its upper left ``corner``."""
        y = PAGE_HEIGHT - corner[1] - size[1]
        self.tints.append((corner[0], y, size[0], size[1], grey))

    def draw(self, drawing: Callable[[Canvas], None]) -> None:
        """Anything else; ``drawing`` sets every colour and width it uses (y runs up in it)."""
        self.drawings.append(drawing)

    def picture(self, content: bytes, corner: Point, room: Point, anchor: str = "sw") -> None:
        """A picture in a box from its upper left ``corner``: whole, in its own proportions.

        ``anchor`` is where in the box it lies: a compass point, or ``c`` for the middle.
        """

        def drawing(canvas: Canvas) -> None:
            from reportlab.lib.utils import ImageReader

            low = PAGE_HEIGHT - corner[1] - room[1]
            canvas.drawImage(
                ImageReader(BytesIO(content)),
                corner[0],
                low,
                *room,
                preserveAspectRatio=True,
                anchor=anchor,
            )

        self.draw(drawing)


@dataclass(slots=True)
class Paper:
    """One document. ``foot`` stands left on every page, ``head`` on every page but the first."""

    title: str
    language: Language
    head: str = ""
    foot: str = ""
    page_of: str = "{page} / {pages}"
    pages: list[Page] = field(default_factory=list)

    def new_page(self) -> Page:
        """The next page, with its head if it is not the first."""
        page = Page()
        self.pages.append(page)
        if len(self.pages) > 1 and self.head:
            page.text(Run(MARGIN, 13.5 * MM, self.head, 8.5, bold=True))
            page.line((MARGIN, 15.5 * MM), (PAGE_WIDTH - MARGIN, 15.5 * MM), Look(grey=FRAME))
        return page

    def pdf(self) -> bytes:
        """The document, in bytes that depend on the input alone."""
        fonts.face(bold=False)
        fonts.face(bold=True)
        out = BytesIO()
        with _writing:
            canvas = Canvas(
                out,
                (PAGE_WIDTH, PAGE_HEIGHT),
                invariant=1,
                pageCompression=1,
                initialFontName=fonts.REGULAR,  # else an unembedded Helvetica comes along
            )
            canvas.setTitle(clean(self.title).replace("\n", " "))
            canvas.setCreator("Frontdesk")
            canvas.setAuthor("Frontdesk")
            canvas.setSubject("")
            canvas.setCatalogEntry("Lang", self.language.value.replace("_", "-"))
            # A printer that shrinks the page would shrink the barcode with it.
            canvas.setViewerPreference("PrintScaling", "None")
            for number, page in enumerate(self.pages, 1):
                self._set_foot(page, number)
                _write(canvas, page)
            canvas.save()
        return out.getvalue()

    def _set_foot(self, page: Page, number: int) -> None:
        y = PAGE_HEIGHT - 9 * MM
        if self.foot:
            page.text(Run(MARGIN, y, self.foot, SMALL, grey=MUTED))
        place = self.page_of.format(page=number, pages=len(self.pages))
        x = PAGE_WIDTH - MARGIN - width(place, SMALL)
        page.text(Run(x, y, place, SMALL, grey=MUTED))


def _write(canvas: Any, page: Page) -> None:
    for x, y, wide, high, grey in page.tints:
        canvas.setFillGray(grey)
        canvas.rect(x, y, wide, high, stroke=0, fill=1)
    canvas.setLineCap(_SQUARE)  # the corners of frames close
    for look, lines in page.lines.items():
        canvas.setLineWidth(look.stroke)
        canvas.setStrokeGray(look.grey)
        canvas.setDash(*(_DOTS if look.dotted else ()))
        canvas.lines(lines)
    canvas.setDash()
    for drawing in page.drawings:
        drawing(canvas)
    text = canvas.beginText()
    at: tuple[object, ...] = ()
    for x, y, string, size, bold, grey in page.texts:
        if at != (size, bold, grey):
            at = (size, bold, grey)
            text.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
            text.setFillGray(grey)
        text.setTextOrigin(x, PAGE_HEIGHT - y)
        text.textOut(string)
    canvas.drawText(text)
    canvas.showPage()
