"""Pictures of the intake sheet: a car from above to mark damage on, and a fuel gauge."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from frontdesk.reports.base import FRAME, INK, MM, MUTED, PAGE_HEIGHT, TINT, Look, Page, Run
from frontdesk.reports.cells import Field, Line, Type
from frontdesk.reports.typeset import width

_CAR = (58 * MM, 25 * MM)
_EIGHTHS = 8


@dataclass(frozen=True, slots=True)
class CarOutline:
    """A car seen from above, its front to the left, under a line that says what it is for."""

    label: str
    front: str

    open = False
    least = _CAR[1] + 8 * MM

    def lines(self, room: float, scale: Type) -> list[Line]:
        return Field(self.label).lines(room, scale)

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw the car in the middle of the box, below the label."""
        left = x + (wide - _CAR[0]) / 2 + 2 * MM
        top = y + 5 * MM + (height - 5 * MM - _CAR[1]) / 2
        page.text(Run(left - 5.0 - width(self.front, 6.6), top + _CAR[1] / 2 + 2, self.front, 6.6))
        page.draw(lambda canvas: _car(canvas, left, PAGE_HEIGHT - top - _CAR[1]))


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


def _car(canvas: Canvas, x: float, y: float) -> None:
    """Drawn on a field of 232 × 100 units."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(_CAR[0] / 232, _CAR[1] / 100)
    canvas.setDash()
    canvas.setStrokeGray(INK)
    canvas.setLineWidth(1.8)
    canvas.setFillGray(1.0)
    for wheel_x in (34, 162):
        for wheel_y in (2, 90):
            canvas.roundRect(wheel_x, wheel_y, 32, 8, 3, fill=1)
    for side in (1, -1):  # mirrors
        canvas.ellipse(76, 50 + side * 44 - 5, 84, 50 + side * 44 + 5, fill=1)
    body = canvas.beginPath()
    body.moveTo(18, 12)
    body.curveTo(60, 5, 170, 5, 216, 12)
    body.curveTo(229, 16, 230, 30, 230, 50)
    body.curveTo(230, 70, 229, 84, 216, 88)
    body.curveTo(170, 95, 60, 95, 18, 88)
    body.curveTo(4, 82, 2, 66, 2, 50)
    body.curveTo(2, 34, 4, 18, 18, 12)
    canvas.drawPath(body, fill=1)
    canvas.setLineWidth(1.2)
    canvas.setFillGray(TINT)
    _window(canvas, ((66, 16), (92, 24), (92, 76), (66, 84)), bulge=-12)
    _window(canvas, ((202, 20), (182, 26), (182, 74), (202, 80)), bulge=8)
    canvas.setStrokeGray(MUTED)
    for edge in (14, 86):  # side windows
        inner = 22 if edge == 14 else 78
        canvas.line(78, edge, 196, edge)
        canvas.line(96, inner, 178, inner)
        canvas.line(136, edge, 136, inner)
    canvas.line(60, 18, 22, 26)
    canvas.line(60, 82, 22, 74)
    canvas.restoreState()


def _window(canvas: Canvas, corners: tuple[tuple[int, int], ...], bulge: int) -> None:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corners
    pane = canvas.beginPath()
    pane.moveTo(x1, y1)
    pane.lineTo(x2, y2)
    pane.curveTo(x2 + bulge / 3, 42, x2 + bulge / 3, 58, x3, y3)
    pane.lineTo(x4, y4)
    pane.curveTo(x4 + bulge, 62, x4 + bulge, 38, x1, y1)
    canvas.drawPath(pane, fill=1)
