"""Generated texts through the complaint form: each sheet laid out, written, read back, measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from frontdesk.language import Language
from frontdesk.models.enums import ActionKind, PenaltyPart
from frontdesk.reports import fonts
from frontdesk.reports.base import Page, Run
from frontdesk.reports.complaint_form import lay_out
from frontdesk.reports.flow import Flow
from frontdesk.reports.inputs import Action, ComplaintForm, Penalty
from frontdesk.reports.typeset import clean, width
from tests.hostile.strategies import named, short
from tests.reports import samples
from tests.reports.boxes import overlaps
from tests.reports.reading import bare, read, survives

_ROUNDING = 0.02
_SHORT, _FEW_LINES = 120, 10
"""Such a text ends on the sheet after the one it began on, at the latest."""


def gb2312() -> str:
    """Every character of GB 2312: levels 1 and 2, and the signs."""
    rows = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(char for char in (row.decode("gb2312", "ignore") for row in rows) if char)


_COMMON = gb2312()
_words = st.text(st.sampled_from(_COMMON), min_size=1, max_size=60)
_long = st.tuples(_words | short(), st.integers(20, 120)).map(lambda pair: pair[0] * pair[1])
TYPED = st.one_of(short(), named(), _words, _words, _long.map(lambda text: text[:4000]))
"""What somebody may have typed: hostile, plain, or as long as a note may be."""


def whole_form() -> ComplaintForm:
    """A form in which every part is filled, so that every part is tried."""
    return replace(
        samples.complaint(),
        filing=replace(samples.complaint().filing, no_sheet="x", evaluation="x", lesson="x"),
        registration=replace(
            samples.complaint().registration, about="x", repeated_by=("C-2026-000130",)
        ),
        history=samples.history(3),
        penalties=(Penalty("x", PenaltyPart.DIRECT, None, "x"),),
        actions=(Action(ActionKind.CORRECTIVE, "x", "x", result="x"),),
    )


@dataclass
class Placed:
    """Where texts were set: each with the box it belongs to (x, y, width, height)."""

    found: list[tuple[Run, tuple[float, float, float, float]]] = field(default_factory=list)

    def outside(self) -> list[str]:
        """Texts that leave their box."""
        return [
            run.text
            for run, (left, top, wide, high) in self.found
            if run.x < left - _ROUNDING
            or run.x + width(run.text.rstrip(), run.size, bold=run.bold) > left + wide + _ROUNDING
            or run.y - 0.7 * run.size < top - _ROUNDING
            or run.y > top + high + _ROUNDING
        ]


@contextmanager
def placing() -> Iterator[Placed]:
    """Notes every text of a row with its cell's box while sheets are laid out."""
    placed, draw = Placed(), Flow._draw_row

    def noting(self: Flow, page: Page, laid: Any, y: float, **about: bool) -> None:
        before = len(page.texts)
        draw(self, page, laid, y, **about)
        runs = page.texts[before:]
        boxes = [(x, y, wide, laid.height) for x, wide in laid.boxes]
        for run in runs:
            box = next((b for b in boxes if b[0] <= run.x + _ROUNDING < b[0] + b[2]), boxes[0])
            placed.found.append((run, box))

    Flow._draw_row = noting  # type: ignore[method-assign]
    try:
        yield placed
    finally:
        Flow._draw_row = draw  # type: ignore[method-assign]


def check_sheets(form: ComplaintForm, language: Language) -> int:
    """Everything that must hold of ``form`` on paper; the number of its sheets."""
    with placing() as placed:
        paper = lay_out(form, language)
    pdf = read(paper.pdf())  # only now the feet stand on the sheets
    assert placed.outside() == []
    assert [pair for page in paper.pages for pair in overlaps(page)] == []
    for page in paper.pages:
        for run in page.texts:
            glyphs = fonts.face(bold=run.bold).face.charToGlyph
            assert all(glyphs.get(ord(char)) for char in run.text), run.text
    sheets = ["".join(bare(run.text) for run in page.texts) for page in paper.pages]
    for typed in samples.texts(form):
        text = bare(clean(typed))
        if len(text) <= _SHORT and clean(typed).count("\n") < _FEW_LINES:
            assert survives(text, sheets), typed
        assert Counter(text) <= Counter("".join(sheets)), typed
    assert len(pdf.pages) == len(paper.pages)
    for page_, set_here in zip(pdf.pages, sheets, strict=True):
        assert Counter(bare(page_.extract_text())) == Counter(set_here)
        resources: Any = page_["/Resources"]
        for font in resources["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    return len(paper.pages)


def run_texts(cases: int) -> dict[str, int]:
    """``cases`` generated texts, each in a field of its own; texts tried and sheets printed."""
    form = whole_form()
    slots = len(samples.texts(samples.filled(form, "x")))
    counts = {"texts": 0, "forms": 0, "sheets": 0}

    @settings(
        max_examples=max(1, -(-cases // slots)),
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(TYPED, min_size=slots, max_size=slots), st.sampled_from(Language))
    def one_form(texts: list[str], language: Language) -> None:
        following = iter(texts)
        typed = samples.refilled(form, lambda: next(following))
        counts["sheets"] += check_sheets(typed, language)
        counts["texts"] += slots
        counts["forms"] += 1

    one_form()
    return counts


def figures(cases: int = 10_000) -> dict[str, int]:
    """The long form: ``cases`` texts through the complaint form; raises on the first fault."""
    return run_texts(cases)
