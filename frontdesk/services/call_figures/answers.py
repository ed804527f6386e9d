"""What customers answered: counted by question, and their own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from frontdesk.models.callback import CallAnswer, CallAttempt, Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallOutcome, Satisfaction, SpotVerdict
from frontdesk.models.score_flags import ToldCall
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import plate as plates
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.call_figures.counting import Counted
from frontdesk.services.call_figures.dto import Answered, Question, Said
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.scripts import Script, Step, Use, Words
from frontdesk.store.functions import seconds_between

_KEPT = 40
"""Longer values are words, never the key of a choice."""
_WORDS, _SILENT = " ", ""
"""For answers of words as they are counted: something was said, nothing was."""
_COMPLAINED = (Use.COMPLAINT_WORDS, Use.COMPLAINT_REMEDY)
_MOST_SAID = 5_000


@dataclass(slots=True)
class _Asked:
    """One question over all versions of its script; the newest names it."""

    kind: CallbackKind
    step: Step
    counts: Counter[str] = field(default_factory=Counter)
    names: dict[str, tuple[Words, bool]] = field(default_factory=dict)


def scripts_of(
    session: Session, where: Sequence[ColumnElement[bool]]
) -> dict[tuple[str, int], tuple[CallbackKind, Script]]:
    """The versions of scripts the calls were made with, the oldest first."""
    used = session.execute(
        select(Callback.kind, Callback.script_key, Callback.script_version)
        .where(*where)
        .distinct()
        .order_by(Callback.kind, Callback.script_key, Callback.script_version)
    )
    return {
        (key, version): (kind, script_shelf.kept(session, key, version, kind))
        for kind, key, version in used
    }


def questions(session: Session, counted: Counted) -> tuple[Question, ...]:
    """Each question of each kind with how often which answer was given, in the script's order."""
    scripts = scripts_of(session, counted.told())
    value = case((func.length(CallAnswer.value) > _KEPT, _WORDS), else_=CallAnswer.value)
    found = session.execute(
        select(Callback.script_key, Callback.script_version, CallAnswer.step, value, func.count())
        .join(CallAnswer, CallAnswer.callback_id == Callback.id)
        .where(*counted.told())
        .group_by(Callback.script_key, Callback.script_version, CallAnswer.step, value)
    ).all()
    asked: dict[tuple[str, str], _Asked] = {}
    for key, (kind, script) in scripts.items():
        for step in script.steps:
            if not step.asks or any(option.outcome for option in step.answers):
                # Who is speaking and whether it suits them is no question of the kind of call.
                continue
            one = asked.setdefault((key[0], step.key), _Asked(kind, step))
            one.step = step
            for option in step.answers:
                one.names[option.key] = (option.text, option.tells_of_trouble)
    for key, version, step, given, count in found:
        if (key, version) in scripts and (key, step) in asked:
            asked[key, step].counts[given] += count
    order = {kind: at for at, kind in enumerate(CallbackKind)}
    told = [_question(one) for one in asked.values() if one.counts]
    return tuple(sorted(told, key=lambda each: order[each.kind]))


def _question(one: _Asked) -> Question:
    counts, kind = one.counts, one.step.question
    if kind.is_chosen:
        answers = [
            Answered(name, counts[key], trouble) for key, (name, trouble) in one.names.items()
        ]
        n = sum(answer.count for answer in answers)
        return Question(one.kind, one.step.title, n, tuple(answers))
    if not kind.is_scale:
        return Question(one.kind, one.step.title, sum(counts.values()) - counts[_SILENT], ())
    marks = {int(key): count for key, count in counts.items() if key.isdecimal()}
    n = sum(marks.values())
    return Question(
        one.kind,
        one.step.title,
        n,
        tuple(Answered(Words(zh=str(m), en=str(m)), marks[m]) for m in sorted(marks, reverse=True)),
        mean=sum(mark * count for mark, count in marks.items()) / n if n else None,
    )


def said(session: Session, counted: Counted) -> tuple[Said, ...]:
    """What was suggested and what was wrong, in the customers' words; the dissatisfied first."""
    steps = {
        (key, step.key)
        for key, (_, script) in scripts_of(session, counted.told()).items()
        for step in script.steps
        if step.use in _COMPLAINED
    }
    names = {step for _, step in steps}
    complained: defaultdict[str, list[str]] = defaultdict(list)
    if names:
        told = session.execute(
            select(
                Callback.id,
                Callback.script_key,
                Callback.script_version,
                CallAnswer.step,
                CallAnswer.value,
            )
            .join(CallAnswer, CallAnswer.callback_id == Callback.id)
            .where(*counted.told(), CallAnswer.step.in_(names), CallAnswer.value != "")
            .order_by(CallAnswer.callback_id, CallAnswer.position)
        )
        for callback_id, key, version, step, words in told:
            if ((key, version), step) in steps:
                complained[callback_id].append(words)
    found = session.execute(
        select(
            Callback.id,
            Callback.number,
            Callback.closed_on,
            Callback.kind,
            Callback.satisfaction,
            Callback.suggestion,
            Customer.name.label("customer"),
            Vehicle.plate,
            StaffMember.name.label("caller"),
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .outerjoin(StaffMember, StaffMember.id == Callback.closed_by)
        .where(
            *counted.told(),
            Callback.suggestion.is_not(None) | Callback.id.in_(list(complained)[:_MOST_SAID]),
        )
        .order_by(Callback.closed_on, Callback.number)
        .limit(_MOST_SAID)
    )
    rank = {None: 3} | {word: at for at, word in enumerate(reversed(Satisfaction))}
    lines = [
        Said(
            call.id,
            call.number,
            call.closed_on or counted.first,
            call.kind,
            call.customer,
            plates.display(call.plate) if call.plate else "",
            call.caller or "",
            call.satisfaction,
            "\n".join(dict.fromkeys((*complained.get(call.id, ()), *_said(call.suggestion)))),
        )
        for call in found
    ]
    return tuple(sorted(lines, key=lambda line: rank[line.satisfaction]))


def _said(words: str | None) -> tuple[str, ...]:
    return (words,) if words else ()


def told_calls(session: Session, counted: Counted) -> tuple[ToldCall, ...]:
    """Each finished call as the rules about patterns look at it, in the order they were made."""
    words = {
        step.key
        for _, script in scripts_of(session, counted.told()).values()
        for step in script.steps
        if not (step.question.is_chosen or step.question.is_scale)
    }
    each = (
        select(CallAnswer.callback_id, CallAnswer.step, CallAnswer.value)
        .join(Callback, Callback.id == CallAnswer.callback_id)
        .where(*counted.told(), CallAnswer.step.not_in(words))
        .order_by(CallAnswer.callback_id, CallAnswer.position)
        .subquery()
    )
    chosen: dict[str, str] = dict(
        session.execute(
            select(
                each.c.callback_id,
                func.aggregate_strings(each.c.step + "=" + each.c.value, ";"),
            ).group_by(each.c.callback_id)
        ).all()
    )
    checked = dict(
        session.execute(
            select(SpotCheck.callback_id, SpotCheck.verdict)
            .join(Callback, Callback.id == SpotCheck.callback_id)
            .where(*counted.told(), SpotCheck.verdict.is_not(None))
        ).all()
    )
    found = session.execute(
        select(
            Callback.id,
            Callback.kind,
            Callback.closed_by,
            Callback.score,
            case(
                (
                    CallAttempt.entered_at.is_(None),
                    seconds_between(CallAttempt.started_at, CallAttempt.ended_at),
                )
            ),
        )
        .join(CallAttempt, CallAttempt.callback_id == Callback.id)
        .where(*counted.told(), CallAttempt.outcome == CallOutcome.REACHED)
        .order_by(Callback.closed_at, Callback.number)
    )
    return tuple(
        ToldCall(
            id=key,
            kind=kind,
            caller=caller or "",
            score=score,
            seconds=seconds,
            answers=chosen.get(key, ""),
            rechecked=None if key not in checked else checked[key] is SpotVerdict.REAL,
        )
        for key, kind, caller, score, seconds in found
    )
