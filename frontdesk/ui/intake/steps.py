"""The way of a visit as a strip: booked, arrived … handed over, with the times they happened."""

from __future__ import annotations

from datetime import datetime

from frontdesk.models.enums import ClockColour, VisitStatus
from frontdesk.services.intake.views import VisitSheet
from frontdesk.ui.kit import words
from frontdesk.ui.kit.step_strip import Step, StepState
from frontdesk.ui.kit.tokens import Tone, clock_tone

_S = VisitStatus
_WAY = (_S.ARRIVED, _S.ESTIMATED, _S.AGREED, _S.IN_WORKSHOP, _S.READY, _S.HANDED_OVER)
_ENDED = (_S.DECLINED, _S.NO_SHOW)


def steps_of(sheet: VisitSheet) -> list[Step]:
    """The steps of this visit; one that ended otherwise shows its end as the last."""
    way = ((_S.BOOKED,) if sheet.by_appointment else ()) + _WAY
    if sheet.status in _ENDED:
        done = _done_before_the_end(sheet, way)
        steps = [_step(sheet, status, StepState.DONE) for status in done]
        return [*steps, Step(words.word(sheet.status), StepState.NOW, tone=Tone.WARN)]
    at = way.index(sheet.status) if sheet.status in way else 0
    final = sheet.status is _S.HANDED_OVER
    return [
        _step(sheet, status, _state(number, at, final=final)) for number, status in enumerate(way)
    ]


def _state(number: int, at: int, *, final: bool) -> StepState:
    if number < at or (final and number == at):
        return StepState.DONE
    return StepState.NOW if number == at else StepState.NEXT


def _step(sheet: VisitSheet, status: VisitStatus, state: StepState) -> Step:
    planned = words.near(_planned(sheet, status)) if _planned(sheet, status) else ""
    happened = _happened(sheet, status)
    tone = Tone.OK
    if state is StepState.NOW:
        tone = clock_tone(sheet.promise) if sheet.promise is not ClockColour.STOPPED else Tone.INFO
    return Step(
        words.word(status),
        state,
        planned=planned,
        actual=words.near(happened) if happened and state is not StepState.NEXT else "",
        tone=tone,
        who=sheet.advisor if status is _S.ARRIVED and state is not StepState.NEXT else "",
    )


def _planned(sheet: VisitSheet, status: VisitStatus) -> datetime | None:
    return {_S.ARRIVED: sheet.booked_for, _S.READY: sheet.promised_at}.get(status)


def _happened(sheet: VisitSheet, status: VisitStatus) -> datetime | None:
    return {
        _S.ARRIVED: sheet.arrived_at,
        _S.AGREED: sheet.agreed_at,
        _S.READY: sheet.ready_at,
        _S.HANDED_OVER: sheet.handed_over_at,
    }.get(status)


def _done_before_the_end(
    sheet: VisitSheet, way: tuple[VisitStatus, ...]
) -> tuple[VisitStatus, ...]:
    """How far a visit had come before it ended otherwise."""
    if sheet.arrived_at is None:
        return (_S.BOOKED,)
    if sheet.agreed_at is not None:
        return way[: way.index(_S.AGREED) + 1]
    last = _S.ESTIMATED if sheet.items else _S.ARRIVED
    return way[: way.index(last) + 1]
