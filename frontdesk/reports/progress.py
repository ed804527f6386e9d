"""The step strip and the clocks of a complaint, as boxes of its form (domain §5.1)."""

from __future__ import annotations

from functools import cache

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintStep
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import duration, moment, short_moment
from frontdesk.reports.inputs import ClockFace, ComplaintForm, StepTime
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.reports.typeset import width
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

LOOP = (
    ComplaintStep.REGISTERED,
    ComplaintStep.ACKNOWLEDGED,
    ComplaintStep.JUDGED,
    ComplaintStep.OPINION,
    ComplaintStep.APPROVED,
    ComplaintStep.DISPATCHED,
    ComplaintStep.RETURNED,
    ComplaintStep.FOLLOWED_UP,
    ComplaintStep.SIGNED_OFF,
    ComplaintStep.FILED,
)
"""The steps of the closed loop in their order; 1a stands between 1 and 2."""

_DONE, _CURRENT, _OPEN = "●", "◎", "○"
_SIZE = 7.2
_PADDING = 8.5


def numbered(step: ComplaintStep, language: Language) -> str:
    """``3 处理意见``: the step's number in the loop and its name."""
    index = LOOP.index(step)
    number = "1a" if index == 1 else str(index if index else 1)
    return f"{number} {term(step, language)}"


def progress(form: ComplaintForm, language: Language) -> Section:
    """The steps with planned and actual minute and who holds, or held, the ticket at each."""
    times = {time.step: time for time in form.steps}
    steps = [times.get(step, StepTime(step)) for step in LOOP]
    heads = [f"{_mark(step)}\n{term(step.step, language)}" for step in steps]
    values = (
        (Labels.PLANNED, [short_moment(step.planned) for step in steps]),
        (Labels.ACTUAL, [short_moment(step.actual) for step in steps]),
        (Labels.HOLDER, [step.holder for step in steps]),
    )
    rows = [
        Row(
            [Text(""), *(_centred(head, bold=True) for head in heads)], _shares(language), tint=True
        )
    ]
    for label, texts in values:
        cells = [_centred(text, bold=step.current) for text, step in zip(texts, steps, strict=True)]
        rows.append(Row([_label(label, language), *cells], _shares(language)))
    return Section(rows, gap=2.0)


def clocks(form: ComplaintForm, language: Language) -> Section:
    """The 24-hour and the 12-hour clock with and without pauses, and every pause's reason."""
    shares = (20, 26, 26, 26, 30, 24, 20)
    heads = (
        Labels.STARTED,
        Labels.DUE,
        Labels.ENDED,
        Labels.USED,
        Labels.WITH_PAUSES,
        Labels.STATE,
    )
    head = [_label(Labels.CLOCKS, language), *(_label(text, language) for text in heads)]
    rows = [Row(head, shares, tint=True)]
    for face in form.clocks or (ClockFace(24), ClockFace(12)):
        name = Labels.CLOCK.in_(language).format(hours=face.limit_hours)
        texts = (
            moment(face.started),
            moment(face.due),
            moment(face.ended),
            duration(face.used_minutes, language),
            duration(face.with_pauses_minutes, language),
            term(face.colour, language) if face.colour else "",
        )
        rows.append(Row([Text(name, bold=True, small=True), *map(_small, texts)], shares))
    for pause in form.pauses:
        span = f"{moment(pause.start)} – {moment(pause.end)}"
        cells = [_label(Labels.PAUSE, language), _small(span), _small(pause.reason)]
        rows.append(Row(cells, (20, 52, 100)))
    return Section(rows, gap=4.0)


def _mark(step: StepTime) -> str:
    if step.current:
        return _CURRENT
    return _DONE if step.actual else _OPEN


def _centred(text: str, *, bold: bool = False) -> Text:
    return Text(text, "centre", bold=bold, small=True)


def _small(text: str) -> Text:
    return Text(text, small=True)


def _label(text: Labelled, language: Language) -> Text:
    return Text(text.in_(language), small=True, grey=MUTED)


@cache
def _shares(language: Language) -> tuple[float, ...]:
    """Column widths: a step's name or a time without a break, whichever is wider."""
    time = width("00-00 00:00", _SIZE)
    names = [term(step, language).split() for step in LOOP]
    labels = (Labels.PLANNED, Labels.ACTUAL, Labels.HOLDER)
    first = max(width(label.in_(language), _SIZE) for label in labels)
    words = [max(width(word, _SIZE, bold=True) for word in name) for name in names]
    return (first + _PADDING, *(max(time, word) + _PADDING for word in words))
