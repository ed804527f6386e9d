"""A Pareto chart: bars of the counts, most frequent first, and the line of the cumulative share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from frontdesk.reports.base import FRAME, HAIRLINE, INK, MM, MUTED, PAGE_HEIGHT, Look, Page, Run
from frontdesk.reports.formats import percent
from frontdesk.reports.typeset import clean, width, wrap

_AXIS = 6.6
_BAR_GREY = 0.62
_VITAL_GREY = 0.38
_VITAL_SHARE = 0.8
_NAME_LINES = 3
_LEADING = 8.2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``cumulative`` in 0..1."""

    name: str
    count: int
    cumulative: float


@dataclass(frozen=True, slots=True)
class Pareto:
    """Draws the bars that make up the first 80 % darker; under each stands its row's number."""

    bars: Sequence[Bar]
    count_label: str
    share_label: str

    def draw(self, page: Page, x: float, y: float, wide: float, height: float) -> None:
        """Draw into the box x, y (upper left), width, height, in points."""
        slot = (wide - 25 * MM) / len(self.bars)
        names = [self._name(index, slot) for index in range(len(self.bars))]
        plot = _Plot(
            left=x + 12 * MM,
            top=y + 7 * MM,
            wide=wide - 25 * MM,
            height=height - 11 * MM - max(map(len, names)) * _LEADING,
            most=_nice(max(bar.count for bar in self.bars)),
        )
        self._axes(page, plot, x, wide)
        points: list[tuple[float, float]] = []
        before = 0.0
        for index, bar in enumerate(self.bars):
            centre = plot.left + (index + 0.5) * slot
            point = (centre, plot.bottom - plot.height * bar.cumulative)
            self._bar(page, plot, bar, point, (min(0.62 * slot, 14 * MM), before < _VITAL_SHARE))
            for number, line in enumerate(names[index]):
                _centred(page, line, centre, plot.bottom + 9.0 + number * _LEADING, _AXIS, INK)
            points.append(point)
            before = bar.cumulative
        page.draw(lambda canvas: _line(canvas, points))

    def _bar(
        self,
        page: Page,
        plot: _Plot,
        bar: Bar,
        point: tuple[float, float],
        look: tuple[float, bool],
    ) -> None:
        """The bar with its count above, or inside where the line would run through it."""
        thick, vital = look
        tall = plot.height * bar.count / plot.most
        top = plot.bottom - tall
        left, base = point[0] - thick / 2, PAGE_HEIGHT - plot.bottom
        grey = _VITAL_GREY if vital else _BAR_GREY
        page.draw(lambda canvas: _filled(canvas, (left, base, thick, tall), grey))
        crossed = -3.0 < top - point[1] < 14.0
        if crossed and tall > 14.0:
            _centred(page, str(bar.count), point[0], top + 12.0, 7.2, 1.0)
        else:
            _centred(page, str(bar.count), point[0], top - 2.5, 7.2, INK)

    def _axes(self, page: Page, plot: _Plot, x: float, wide: float) -> None:
        page.text(Run(x + 4.0, plot.top - 9.0, self.count_label, _AXIS, grey=MUTED))
        end = x + wide - 4.0 - width(self.share_label, _AXIS)
        page.text(Run(end, plot.top - 9.0, self.share_label, _AXIS, grey=MUTED))
        for step in range(5):
            level = plot.bottom - plot.height * step / 4
            look = Look(0.7, HAIRLINE, dotted=True) if step else Look(0.5, FRAME)
            page.line((plot.left, level), (plot.left + plot.wide, level), look)
            count = f"{plot.most * step / 4:g}"
            at = plot.left - 3.0 - width(count, _AXIS)
            page.text(Run(at, level + 2.3, count, _AXIS, grey=MUTED))
            share = percent(step / 4).replace(".0", "")
            page.text(Run(plot.left + plot.wide + 3.0, level + 2.3, share, _AXIS, grey=MUTED))

    def _name(self, index: int, slot: float) -> list[str]:
        """The row's number, and its name where it fits under the bar (it stands in the table)."""
        name = clean(self.bars[index].name).replace("\n", " ")
        lines = wrap(f"{index + 1} {name}", slot - 3.0, _AXIS)
        return lines if len(lines) <= _NAME_LINES else [str(index + 1)]


@dataclass(frozen=True, slots=True)
class _Plot:
    """The field of the bars; ``most`` is the count at its upper edge."""

    left: float
    top: float
    wide: float
    height: float
    most: int

    @property
    def bottom(self) -> float:
        return self.top + self.height


def _nice(most: int) -> int:
    """The least number from ``most`` up that four equal steps divide without a fraction."""
    step = 1
    while 4 * step < most:
        step = next(s for s in (2, 5, 10) if s * _decade(step) > step) * _decade(step)
    return 4 * step


def _decade(step: int) -> int:
    return int(10 ** (len(str(step)) - 1))


def _centred(page: Page, text: str, centre: float, base: float, size: float, grey: float) -> None:
    page.text(Run(centre - width(text, size) / 2, base, text, size, grey=grey))


def _filled(canvas: Canvas, box: tuple[float, float, float, float], grey: float) -> None:
    canvas.setFillGray(grey)
    canvas.rect(*box, stroke=0, fill=1)


def _line(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    canvas.setStrokeGray(INK)
    canvas.setFillGray(1.0)
    canvas.setLineWidth(0.9)
    canvas.setDash()
    path = canvas.beginPath()
    path.moveTo(points[0][0], PAGE_HEIGHT - points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, PAGE_HEIGHT - y)
    canvas.drawPath(path)
    for x, y in points:
        canvas.circle(x, PAGE_HEIGHT - y, 1.7, fill=1)
