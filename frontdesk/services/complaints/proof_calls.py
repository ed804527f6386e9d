"""The calls a ticket came from and led to: attempts, answers in words, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from frontdesk.language import Language
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.enums import CallbackKind
from frontdesk.reports.inputs.proof import Attempt, Call
from frontdesk.services.callbacks import script_shelf
from frontdesk.texts import term

At = Callable[[datetime | None], datetime | None]


def callbacks_of(session: Session, ticket_id: str, came_from: str | None) -> list[Callback]:
    """The calls of a ticket, oldest first; a follow-up is known by its occasion."""
    follow_up = Callback.kind == CallbackKind.COMPLAINT_FOLLOW_UP
    its_own = or_(
        Callback.occasion == ticket_id,
        Callback.occasion.startswith(f"{ticket_id}:", autoescape=True),
    )
    wanted = follow_up & its_own
    if came_from is not None:
        wanted = wanted | (Callback.id == came_from)
    rows = session.scalars(select(Callback).where(wanted).order_by(Callback.created_at))
    return list(rows)


def call_of(
    session: Session, callback: Callback, names: Mapping[str, str], language: Language, at: At
) -> Call:
    """One call in words; answers by the very version of the script it was made with."""
    script = script_shelf.kept(session, callback.script_key, callback.script_version, callback.kind)

    def answered(key: str, value: str) -> tuple[str, str]:
        step = script.step(key)
        if step is None:
            return key, value
        chosen = step.answer(value)
        words = chosen.text.in_(language) if chosen is not None else ""
        return step.title.in_(language) or key, words or value

    return Call(
        number=callback.number,
        kind=term(callback.kind, language),
        state=term(callback.status, language),
        attempts=tuple(_attempt(each, names, language, at) for each in callback.attempts),
        answers=tuple(answered(each.step, each.value) for each in callback.answers),
        note=callback.note or "",
    )


def _attempt(attempt: CallAttempt, names: Mapping[str, str], language: Language, at: At) -> Attempt:
    words = (attempt.note, attempt.outside_hours_reason)
    return Attempt(
        at=at(attempt.started_at),
        by=names.get(attempt.by, attempt.by),
        outcome=term(attempt.outcome, language),
        note="\n".join(each for each in words if each),
    )
