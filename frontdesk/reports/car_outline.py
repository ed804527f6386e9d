"""Pictures of the intake sheet: the car in five views with its marks, and a fuel gauge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from frontdesk.car_shape import IN_A_ROW, VIEWS, Box, Fill, Shape, extent, trace
from frontdesk.models.enums import CarSide, DamageSize
from frontdesk.reports.base import FRAME, INK, MM, MUTED, PAGE_HEIGHT, Look, Page, Run
from frontdesk.reports.cells import Field, Line, Type
from frontdesk.reports.inputs import MarkLine
from frontdesk.reports.typeset import width

_EIGHTHS = 8
_THOUSAND = 1000
_HEAD = 4.5 * MM
_TALL = 21 * MM
_GREYS = {Fill.BODY: 1.0, Fill.GLASS: 0.93, Fill.DARK: 0.82}
_RADIUS = {DamageSize.SMALL: 2.6, DamageSize.MEDIUM: 3.4, DamageSize.LARGE: 4.6}
_NUMBER = 5.2
_LABEL = 6.0


@dataclass(frozen=True, slots=True)
class CarOutline:
    """The car in five views under a line that says what it is for; marks carry their numbers."""

    label: str
    views: Sequence[tuple[CarSide, str]]
    """Each view with what it is called."""
    marks: Sequence[MarkLine] = ()

    open = False
    least = _HEAD + _TALL

    def lines(self, room: float, scale: Type) -> list[Line]:
        return Field(self.label).lines(room, scale)

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw the views in a row below the label, as wide as the box has room for."""
        across, down = extent(IN_A_ROW)
        scale = min((wide - 4 * MM) / across, (_TALL - 5 * MM) / down)
        left = x + (wide - across * scale) / 2
        top = y + _HEAD + (height - _HEAD - down * scale - 2.5 * MM) / 2
        page.draw(lambda canvas: _views(canvas, left, top, scale))
        for side, name in self.views:
            box = IN_A_ROW[side]
            middle = left + (box.x + box.width / 2) * scale - width(name, _LABEL) / 2
            page.text(Run(middle, top + down * scale + 2.2 * MM, name, _LABEL, grey=MUTED))
        page.draw(lambda canvas: self._circles(canvas, left, top, scale))
        for number, mark in enumerate(self.marks, 1):
            at_x, at_y = _place(mark, left, top, scale)
            text = str(number)
            page.text(Run(at_x - width(text, _NUMBER) / 2, at_y + _NUMBER * 0.36, text, _NUMBER))

    def _circles(self, canvas: Canvas, left: float, top: float, scale: float) -> None:
        canvas.saveState()
        canvas.setDash()
        canvas.setLineWidth(0.8)
        canvas.setStrokeGray(INK)
        canvas.setFillGray(1.0)
        for mark in self.marks:
            at_x, at_y = _place(mark, left, top, scale)
            canvas.circle(at_x, PAGE_HEIGHT - at_y, _RADIUS[mark.size], fill=1)
        canvas.restoreState()


def _place(mark: MarkLine, left: float, top: float, scale: float) -> tuple[float, float]:
    box = IN_A_ROW[mark.side]
    return (
        left + (box.x + box.width * mark.x / _THOUSAND) * scale,
        top + (box.y + box.height * mark.y / _THOUSAND) * scale,
    )


@dataclass(frozen=True, slots=True)
class FuelGauge:
    """The fuel in eighths, in figures and as a bar to be marked by hand when empty."""

    label: str
    eighths: int | None

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        text = "" if self.eighths is None else f"{self.eighths}/{_EIGHTHS}"
        return Field(self.label, text).lines(room, scale)

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw eight boxes at the right of the cell, the full ones dark, between E and F."""
        pitch, tall = 5.4 * MM, 2.8 * MM
        left = x + wide - 5 * MM - _EIGHTHS * pitch
        top = y + min(height, 6 * MM) / 2 - tall / 2
        for index in range(_EIGHTHS):
            full = self.eighths is not None and index < self.eighths
            corner = (left + index * pitch, top)
            size = (pitch - 0.8 * MM, tall)
            if full:
                page.tint(corner, size, FRAME)
            page.frame(corner, size, Look(0.5, FRAME))
        page.text(Run(left - 7.0, top + tall - 1.5, "E", 6.6, grey=MUTED))
        page.text(Run(left + _EIGHTHS * pitch + 1.0, top + tall - 1.5, "F", 6.6, grey=MUTED))


class _PaperPen:
    """Puts a shape on paper, where y runs up."""

    def __init__(self, canvas: Canvas, box: Box) -> None:
        self.path = canvas.beginPath()
        self._box = box

    def move(self, x: float, y: float) -> None:
        self.path.moveTo(self._box.x + x, -self._box.y - y)

    def line(self, x: float, y: float) -> None:
        self.path.lineTo(self._box.x + x, -self._box.y - y)

    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        left, top = self._box.x, -self._box.y
        self.path.curveTo(left + x1, top - y1, left + x2, top - y2, left + x, top - y)

    def circle(self, x: float, y: float, radius: float) -> None:
        self.path.circle(self._box.x + x, -self._box.y - y, radius)

    def close(self) -> None:
        self.path.close()


def _views(canvas: Canvas, left: float, top: float, scale: float) -> None:
    ground = PAGE_HEIGHT - top
    canvas.saveState()
    canvas.translate(left, ground)
    canvas.scale(scale, scale)
    canvas.setDash()
    canvas.setStrokeGray(FRAME)
    canvas.setLineWidth(0.6 / scale)
    for side, view in VIEWS.items():
        for shape in view.shapes:
            _shape(canvas, shape, IN_A_ROW[side])
    canvas.restoreState()


def _shape(canvas: Canvas, shape: Shape, box: Box) -> None:
    pen = _PaperPen(canvas, box)
    trace(shape, pen)
    grey = _GREYS.get(shape.fill)
    if grey is not None:
        canvas.setFillGray(grey)
    canvas.drawPath(pen.path, fill=grey is not None)
