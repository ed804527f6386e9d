"""Calls made after their window because the customer had asked for a later day.

The time that was agreed stands in the trail, in the entry of its attempt: the call itself keeps
only the next one, and none once it has ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Integer, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.clock import Clock, local
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_timing import Agreed, last_day
from frontdesk.models.enums import CallbackStatus
from frontdesk.models.journal import AuditEntry
from frontdesk.store.functions import as_list, handed_in


def ids_of(keys: Sequence[str]) -> ColumnElement[bool]:
    """That a call is one of ``keys``, however many."""
    # ``handed_in`` leaves its list open; here the list belongs to the question.
    return Callback.id.in_(handed_in("kept_days").params(kept_days=as_list(keys)))


def made_on_an_agreed_day(
    session: Session, clock: Clock, where: Sequence[ColumnElement[bool]]
) -> tuple[str, ...]:
    """Of the calls ``where``, those done after their window and yet in time."""
    late = session.execute(
        select(Callback.id, Callback.due_until, Callback.closed_on).where(
            *where,
            Callback.status == CallbackStatus.DONE,
            Callback.closed_on > Callback.due_until,
        )
    ).all()
    last = last_days(session, clock, {key: due_until for key, due_until, _ in late})
    return tuple(
        key for key, _, closed_on in late if closed_on is not None and closed_on <= last[key]
    )


def is_in_time(session: Session, clock: Clock, call: Callback) -> bool | None:
    """Whether a finished call was made in time; ``None`` for one that was not made."""
    if call.status is not CallbackStatus.DONE or call.closed_on is None:
        return None
    if call.closed_on <= call.due_until:
        return True
    return call.closed_on <= last_days(session, clock, {call.id: call.due_until})[call.id]


def last_days(session: Session, clock: Clock, due: Mapping[str, date]) -> dict[str, date]:
    """Until when each call is in time, by id; ``due``: the last day of its window."""
    agreed = _agreed(session, clock, list(due))
    return {key: last_day(until, agreed.get(key, ())) for key, until in due.items()}


def seconds_past_midnight(clock: Clock, day: date) -> int:
    """When the desk's ``day`` ends, in seconds since the midnight (UTC) it is named by."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).astimezone(clock.zone())
    offset = noon.utcoffset() or timedelta(0)
    return round((timedelta(days=1) - offset).total_seconds())


def _agreed(session: Session, clock: Clock, keys: Sequence[str]) -> dict[str, list[Agreed]]:
    """The times agreed about these calls, by call, in the order of the attempts."""
    if not keys:
        return {}
    told = func.json_extract(AuditEntry.detail, "$.next_try_at", type_=Text())
    which = type_coerce(func.json_extract(AuditEntry.detail, "$.attempt"), Integer())
    rows = session.execute(
        select(CallAttempt.callback_id, CallAttempt.ended_at, told)
        .join(
            AuditEntry,
            (AuditEntry.subject == "callback") & (AuditEntry.subject_id == CallAttempt.callback_id),
        )
        .where(
            CallAttempt.callback_id.in_(handed_in("calls")),
            AuditEntry.action == "callback.attempt",
            which == CallAttempt.position,
            func.json_extract(AuditEntry.detail, "$.status") == CallbackStatus.AGREED_TIME.value,
        )
        .order_by(CallAttempt.callback_id, CallAttempt.position),
        {"calls": as_list(keys)},
    )
    found: defaultdict[str, list[Agreed]] = defaultdict(list)
    for key, at, until in rows:
        agreed_for = local(datetime.fromisoformat(until), clock).date()
        found[key].append(Agreed(local(at, clock).date(), agreed_for))
    return found
