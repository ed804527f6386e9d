"""Reads spot checks with the call looked at and the call made about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, aliased, lazyload

from frontdesk.models.callback import CallAnswer, CallAttempt, Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, SpotVerdict
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.desk import Desk
from frontdesk.services.scripts import Script, meant
from frontdesk.services.segments import narrowing
from frontdesk.services.spot_checks.drawing import asked_for, eligible
from frontdesk.services.spot_checks.dto import Caller, Check, CheckFilter, DoneCall, Draw, Heard

_MOST = 500
_GRAVE = (SpotVerdict.NOT_MADE, SpotVerdict.FAULTY)
_RECALL_AT = 6
"""Where the recall stands in a row: two of its columns are calls."""
_recall, _judge = aliased(Callback), aliased(StaffMember)
_BARE = (lazyload(Callback.attempts), lazyload(Callback.answers))
_TALK = (
    select(func.unixepoch(CallAttempt.ended_at) - func.unixepoch(CallAttempt.started_at))
    .where(CallAttempt.callback_id == Callback.id, CallAttempt.outcome == CallOutcome.REACHED)
    .order_by(CallAttempt.position.desc())
    .limit(1)
    .correlate(Callback)
    .scalar_subquery()
)
_CALLS: Select[Any] = (
    select(
        Callback,
        Customer.name.label("customer"),
        Vehicle.plate,
        StaffMember.name.label("caller"),
        _TALK.label("seconds"),
    )
    .options(*_BARE)
    .join(Customer, Customer.id == Callback.customer_id)
    .join(StaffMember, StaffMember.id == Callback.closed_by)
    .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
)


def done_calls(desk: Desk, session: Session, wanted: Draw) -> tuple[DoneCall, ...]:
    """The calls that ``wanted`` could draw from, the newest first."""
    rows = session.execute(
        _CALLS.where(*eligible(), *asked_for(desk, session, wanted))
        .order_by(Callback.closed_at.desc(), Callback.id.desc())
        .limit(_MOST)
    )
    return tuple(map(_done, rows))


def callers(session: Session, wanted: Draw) -> tuple[Caller, ...]:
    """Who has finished calls in the period, by name."""
    rows = session.execute(
        select(StaffMember.id, StaffMember.name, func.count())
        .join(Callback, Callback.closed_by == StaffMember.id)
        .join(Customer, Customer.id == Callback.customer_id)
        .where(*eligible(), Callback.closed_on.between(wanted.first, wanted.last))
        .group_by(StaffMember.id)
        .order_by(StaffMember.name)
    )
    return tuple(Caller(*row) for row in rows)


def checks(desk: Desk, session: Session, wanted: CheckFilter) -> tuple[Check, ...]:
    """The spot checks, the newest first."""
    query = (
        _CALLS.add_columns(SpotCheck, _recall, _judge.name.label("judge"))
        .join(SpotCheck, SpotCheck.callback_id == Callback.id)
        .outerjoin(_recall, _recall.id == SpotCheck.recall_id)
        .options(lazyload(_recall.attempts), lazyload(_recall.answers))
        .outerjoin(_judge, _judge.id == SpotCheck.judged_by)
        .order_by(SpotCheck.drawn_at.desc(), SpotCheck.id.desc())
        .limit(_MOST)
    )
    if wanted.open:
        query = query.where(SpotCheck.verdict.is_(None))
    else:
        query = query.where(SpotCheck.verdict.is_not(None))
        if wanted.first is not None and wanted.last is not None:
            query = query.where(SpotCheck.judged_on.between(wanted.first, wanted.last))
    theirs = narrowing.of_theirs(desk, session, wanted.narrowing, Callback.customer_id)
    rows = session.execute(query.where(*theirs)).all()
    answers = _answers(session, [row.SpotCheck.recall_id for row in rows])
    return tuple(_check(session, row, answers) for row in rows)


def suggested(script: Script, heard: Iterable[Heard]) -> SpotVerdict | None:
    """The gravest thing the recall's answers tell; real where they tell of nothing.

    ``None`` where ``script`` marks no answer as telling anything.
    """
    if not any(option.verdict for step in script.steps for option in step.answers):
        return None
    found = {each.verdict for each in heard}
    return next((each for each in _GRAVE if each in found), SpotVerdict.REAL)


def heard(script: Script, answers: Iterable[tuple[str, str]]) -> Iterator[Heard]:
    """What was chosen of ``answers`` (step and value as kept), greetings left out."""
    for key, value in answers:
        step = script.step(key)
        option = None if step is None or step.greeting else meant(step, value)
        if step is not None and option is not None:
            yield Heard(step.title, option.text, option.verdict)


def _answers(
    session: Session, recalls: Sequence[str | None]
) -> defaultdict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = session.execute(
        select(CallAnswer.callback_id, CallAnswer.step, CallAnswer.value)
        .where(CallAnswer.callback_id.in_([each for each in recalls if each]))
        .order_by(CallAnswer.position)
    )
    for recall, step, value in rows:
        found[recall].append((step, value))
    return found


def _done(row: Row[Any]) -> DoneCall:
    call: Callback = row.Callback
    return DoneCall(
        id=call.id,
        number=call.number,
        kind=call.kind,
        customer_name=row.customer,
        plate=row.plate or "",
        caller_id=call.closed_by or "",
        caller=row.caller,
        done_at=call.closed_at or call.created_at,
        minutes=max(0, round((row.seconds or 0) / 60)),
        satisfaction=call.satisfaction,
        score=call.score,
    )


def _check(session: Session, row: Row[Any], answers: Mapping[str, list[tuple[str, str]]]) -> Check:
    check: SpotCheck = row.SpotCheck
    call: Callback = row.Callback
    recall: Callback | None = tuple(row)[_RECALL_AT]
    said: tuple[Heard, ...] = ()
    told = None
    if recall is not None and recall.status is CallbackStatus.DONE:
        script = script_shelf.kept(
            session, recall.script_key, recall.script_version, CallbackKind.SPOT_CHECK
        )
        given = answers.get(recall.id, ())
        said = tuple(heard(script, given))
        # Done without an answer: the car is sold, and nobody was there to ask.
        told = suggested(script, said) if given else None
    return Check(
        id=check.id,
        version=check.version,
        rule=check.rule,
        drawn_at=check.drawn_at,
        call=_done(row),
        suggestion=call.suggestion or "",
        note=call.note or "",
        recall_id=check.recall_id,
        recall_number="" if recall is None else recall.number,
        recall_status=None if recall is None else recall.status,
        heard=said,
        recall_words="" if recall is None else recall.suggestion or "",
        suggested=told,
        verdict=check.verdict,
        verdict_note=check.note or "",
        judged_at=check.judged_at,
        judged_by=row.judge or "",
    )
