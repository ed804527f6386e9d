"""The step strip and the clocks of a complaint, as boxes of its form (domain §5.1)."""

from __future__ import annotations

from functools import cache

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintStep
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Field, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import duration, moment, short_moment
from frontdesk.reports.inputs import ClockFace, ComplaintForm, Pause, StepTime
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

_DONE, _CURRENT, _OPEN, _NEVER = "●", "◎", "○", "–"
_SIZE = 7.2
_CLOCK_SHARES = {
    Language.ZH_CN: (19, 31, 31, 31, 24, 28, 22),
    Language.EN: (20, 30, 29, 29, 25, 31, 22),
}
_NOW_SHARES = (19, 93, 52, 22)
_HELD_SHARES = (19, 145, 22)
_PAUSE_SHARES = (19, 62, 105)
_PADDING = 8.5


def numbered(step: ComplaintStep, language: Language) -> str:
    """``3 处理意见``: the step's number in the loop and its name."""
    index = LOOP.index(step)
    number = "1a" if index == 1 else str(index if index else 1)
    return f"{number} {term(step, language)}"


def progress(form: ComplaintForm, language: Language) -> list[Section]:
    """The step strip and the clocks; a blank form has none and leaves their room to the pen."""
    parts = []
    if form.steps:
        parts.append(_strip(form, language))
    if form.clocks or form.pauses:
        parts.append(_clocks(form, language))
    return parts


def _strip(form: ComplaintForm, language: Language) -> Section:
    """The steps with planned and actual minute and who holds, or held, the ticket at each."""
    times = {time.step: time for time in form.steps}
    steps = [times.get(step, StepTime(step)) for step in LOOP]
    heads = [f"{_mark(step, form)}\n{term(step.step, language)}" for step in steps]
    values = (
        (Labels.PLANNED, [short_moment(step.planned) for step in steps]),
        (Labels.ACTUAL, [short_moment(step.actual) for step in steps]),
        (Labels.HOLDER, [_holder(step, form) for step in steps]),
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


def _clocks(form: ComplaintForm, language: Language) -> Section:
    """Who holds it, the 24-hour and the 12-hour clock with and without pauses, every pause."""
    rows = [_now(form, language)] if form.steps else []
    for face in form.clocks:
        name = Labels.CLOCK.in_(language).format(hours=face.limit_hours)
        values = (
            (Labels.STARTED, moment(face.started)),
            (Labels.DUE, moment(face.due)),
            (Labels.ENDED, moment(face.ended)),
            (Labels.USED, duration(face.used_minutes, language)),
            (Labels.WITH_PAUSES, duration(face.with_pauses_minutes, language)),
            (Labels.STATE, _state(face, language)),
        )
        fields = [Field(label.in_(language), text, small=True) for label, text in values]
        rows.append(Row([Text(name, bold=True, small=True), *fields], _CLOCK_SHARES[language]))
    for pause in form.pauses:
        until = moment(pause.end) or Labels.PAUSED_STILL.in_(language)
        span = f"{moment(pause.start)} – {until}"
        cells = [_label(Labels.PAUSE, language), _small(span), _small(_reason(pause, language))]
        rows.append(Row(cells, _PAUSE_SHARES))
    return Section(rows)


def _now(form: ComplaintForm, language: Language) -> Row:
    """Who holds the ticket, for how long it was paused, in which round it is."""
    held = Text(form.held_by or Labels.NOBODY.in_(language), bold=True, small=True)
    number = Labels.ROUND_NUMBER.in_(language).format(round=form.round)
    round_ = Text(number, bold=form.round > 1, small=True)
    label = _label(Labels.HELD_NOW, language)
    if not form.pauses:
        return Row([label, held, round_], _HELD_SHARES)
    paused = duration(form.paused_minutes, language)
    cell = Field(Labels.PAUSED_IN_ALL.in_(language), paused, small=True)
    return Row([label, held, cell, round_], _NOW_SHARES)


def _state(face: ClockFace, language: Language) -> str:
    """Running: its colour in words. Ended: in time or not, with and without pauses."""
    if face.in_time is None:
        return term(face.colour, language) if face.colour else ""
    if not face.in_time:
        return Labels.LATE.in_(language)
    whole = Labels.IN_TIME if face.in_time_with_pauses else Labels.IN_TIME_LESS_PAUSES
    return whole.in_(language)


def _reason(pause: Pause, language: Language) -> str:
    if not pause.words and not pause.by:
        return pause.reason
    said = Labels.PAUSE_WORDS.in_(language)
    return said.format(reason=pause.reason, words=pause.words, by=pause.by)


def _holder(step: StepTime, form: ComplaintForm) -> str:
    return _NEVER if _is_skipped(step, form) else step.holder


def _mark(step: StepTime, form: ComplaintForm) -> str:
    if _is_skipped(step, form):
        return _NEVER
    if step.current:
        return _CURRENT
    return _DONE if step.actual else _OPEN


def _is_skipped(step: StepTime, form: ComplaintForm) -> bool:
    """Whether the loop leaves the step out: the complaint is not valid."""
    return form.judgement.valid is False and step.planned is None


def _centred(text: str, *, bold: bool = False) -> Text:
    return Text(text, "centre", bold=bold, small=True)


def _small(text: str) -> Text:
    return Text(text, small=True)


def _label(text: Labelled, language: Language) -> Text:
    return Text(text.in_(language), small=True, grey=MUTED)


@cache
def _shares(language: Language) -> tuple[float, ...]:
    """Column widths: a step's name or a time without a break, whichever is wider."""
    time = width("00-00 00:00", _SIZE, bold=True)
    names = [width(term(step, language), _SIZE, bold=True) for step in LOOP]
    labels = (Labels.PLANNED, Labels.ACTUAL, Labels.HOLDER)
    first = max(width(label.in_(language), _SIZE) for label in labels)
    return (first + _PADDING, *(max(time, name) + _PADDING for name in names))
