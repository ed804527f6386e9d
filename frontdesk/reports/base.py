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


@dataclass(slots=True)
class Page:
    """What is drawn on one page: shapes below, text above."""

    shapes: list[Callable[[Canvas], None]] = field(default_factory=list)
    texts: list[Run] = field(default_factory=list)

    def text(self, run: Run) -> None:
        """Set ``run``; y is its baseline."""
        self.texts.append(run)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        stroke: float = 0.4,
        grey: float = HAIRLINE,
        dashed: bool = False,
    ) -> None:
        """A straight line."""
        x1, y1, x2, y2 = start[0], PAGE_HEIGHT - start[1], end[0], PAGE_HEIGHT - end[1]

        def draw(canvas: Canvas) -> None:
            canvas.setLineWidth(stroke)
            canvas.setStrokeGray(grey)
            canvas.setDash(*((0.6, 1.6) if dashed else ()))
            canvas.line(x1, y1, x2, y2)

        self.shapes.append(draw)

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        fill: float | None = None,
        stroke: float = 0.0,
        grey: float = FRAME,
    ) -> None:
        """A rectangle from its upper left ``corner``, filled with a grey, stroked, or both."""
        x, y = corner[0], PAGE_HEIGHT - corner[1] - size[1]

        def draw(canvas: Canvas) -> None:
            if fill is not None:
                canvas.setFillGray(fill)
            if stroke:
                canvas.setLineWidth(stroke)
                canvas.setStrokeGray(grey)
                canvas.setDash()
            canvas.rect(
                x, y, size[0], size[1], stroke=int(bool(stroke)), fill=int(fill is not None)
            )

        self.shapes.append(draw)

    def draw(self, shape: Callable[[Canvas], None]) -> None:
        """Anything else; ``shape`` sets every colour and width it uses (y runs up in it)."""
        self.shapes.append(shape)


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
            page.line((MARGIN, 15.5 * MM), (PAGE_WIDTH - MARGIN, 15.5 * MM), grey=FRAME)
        return page

    def pdf(self) -> bytes:
        """The document, in bytes that depend on the input alone."""
        fonts.face(bold=False)
        fonts.face(bold=True)
        out = BytesIO()
        with _writing:
            canvas = Canvas(out, (PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
            canvas.setTitle(clean(self.title).replace("\n", " "))
            canvas.setCreator("Frontdesk")
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
    for shape in page.shapes:
        shape(canvas)
    text = canvas.beginText()
    look: tuple[object, ...] = ()
    for x, y, string, size, bold, grey in page.texts:
        if look != (size, bold, grey):
            look = (size, bold, grey)
            text.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
            text.setFillGray(grey)
        text.setTextOrigin(x, PAGE_HEIGHT - y)
        text.textOut(string)
    canvas.drawText(text)
    canvas.showPage()
