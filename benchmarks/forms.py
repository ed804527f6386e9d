"""The complaint registration form against bare ReportLab drawing the same page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, row, side_by_side, timed
from frontdesk.language import Language

WARM_ROUNDS = 40
COLD_ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands on one page: texts as (x, y, text, size, bold), lines, grey boxes."""

    texts: list[tuple[float, float, str, float, bool]]
    lines: list[tuple[float, float, float, float]]
    boxes: list[tuple[float, float, float, float]]


def measure(_: Ground) -> list[Row]:
    """A warm form, and the first one of a process; what stands on it is the forms' own sample."""
    from frontdesk.reports import complaint_form, fonts
    from tests.reports.samples import complaint

    fonts.warm()
    form = complaint()
    drawn = _drawn()
    bare = bare_page(drawn)
    times = side_by_side(
        range(WARM_ROUNDS),
        lambda _: complaint_form.render(form, Language.ZH_CN),
        lambda _: bare(),
    )
    return [row("forms: complaint form, warm", *times), _first(drawn)]


def bare_page(drawn: list[Drawn]) -> Callable[[], bytes]:
    """Loads the fonts; the answer draws the pages with ReportLab's canvas and nothing else."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from frontdesk import fontfiles

    registerFont(TTFont("Bare", str(fontfiles.regular())))
    registerFont(TTFont("BareBold", str(fontfiles.bold())))

    def draw() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pageCompression=1)
        for page in drawn:
            for box in page.boxes:
                canvas.setFillGray(0.945)
                canvas.rect(*box, stroke=0, fill=1)
            for line in page.lines:
                canvas.setLineWidth(0.4)
                canvas.line(*line)
            canvas.setFillGray(0)
            for x, y, text, size, bold in page.texts:
                canvas.setFont("BareBold" if bold else "Bare", size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return draw


def first_form() -> None:
    """Loads everything and prints one form: what the first print of a day costs."""
    from frontdesk.reports import complaint_form
    from tests.reports.samples import complaint

    complaint_form.render(complaint(), Language.ZH_CN)


def first_bare(drawn: list[Drawn]) -> None:
    """The same with ReportLab alone."""
    bare_page(drawn)()


def _drawn() -> list[Drawn]:
    from frontdesk.reports.base import PAGE_HEIGHT
    from frontdesk.reports.complaint_form import lay_out
    from tests.reports.samples import complaint

    return [
        Drawn(
            [(run.x, PAGE_HEIGHT - run.y, run.text, run.size, run.bold) for run in page.texts],
            [line for lines in page.lines.values() for line in lines],
            [tint[:4] for tint in page.tints],
        )
        for page in lay_out(complaint(), Language.ZH_CN).pages
    ]


def _first(drawn: list[Drawn]) -> Row:
    """Each round in a process of its own: ReportLab and the fonts are loaded in it."""
    given = json.dumps([asdict(page) for page in drawn])
    ours, bare = [], []
    for _ in range(COLD_ROUNDS):
        ours.append(_child("ours", given))
        bare.append(_child("bare", given))
    return row("forms: complaint form, first of a process", ours, bare)


def _child(which: str, given: str) -> float:
    command = [sys.executable, "-m", "benchmarks.forms", which]
    answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True)  # noqa: S603
    return float(answer.stdout)


def _main(which: str) -> None:
    given: list[dict[str, Any]] = json.load(sys.stdin)
    drawn = [Drawn(**page) for page in given]
    print(timed(first_form if which == "ours" else lambda: first_bare(drawn)))


if __name__ == "__main__":
    _main(sys.argv[1])
