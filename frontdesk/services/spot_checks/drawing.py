"""Draws finished calls and makes the calls that ask about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from secrets import randbits
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import spot_check
from frontdesk.models.enums import CallbackKind, CallbackStatus, Satisfaction, SpotRule
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.falls_due import NUMBER_PREFIX
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.segments import narrowing
from frontdesk.services.spot_checks.dto import Draw, Drawn

_SEED_BITS = 48
_NOT_HAPPY = (Satisfaction.AVERAGE, Satisfaction.DISSATISFIED)


def eligible() -> list[ColumnElement[bool]]:
    """Finished calls that were not looked at yet and whose customer may be called again."""
    drawn = select(SpotCheck.id).where(SpotCheck.callback_id == Callback.id).exists()
    return [
        Callback.status == CallbackStatus.DONE,
        Callback.kind != CallbackKind.SPOT_CHECK,
        Callback.closed_by.is_not(None),
        Customer.do_not_call.is_(False),
        ~drawn,
    ]


def asked_for(desk: Desk, session: Session, wanted: Draw) -> list[ColumnElement[bool]]:
    """Which of them ``wanted`` asks for.

    Raises:
        UserError: the period is reversed, or nobody is named whose calls are to be drawn.
    """
    if wanted.first > wanted.last:
        raise UserError("spot.period_reversed", field="last")
    found: list[ColumnElement[bool]] = [Callback.closed_on.between(wanted.first, wanted.last)]
    if wanted.kind is not None:
        found.append(Callback.kind == wanted.kind)
    if wanted.rule is SpotRule.ONE_CALLER and wanted.caller_id is None:
        raise UserError("spot.caller_missing", field="caller_id")
    if wanted.caller_id is not None:
        found.append(Callback.closed_by == wanted.caller_id)
    if wanted.rule is SpotRule.LOW_SCORES:
        low = Callback.score < desk.rules.spot_score_below
        found.append(or_(low, Callback.satisfaction.in_(_NOT_HAPPY)))
    return found + narrowing.of_theirs(desk, session, wanted.narrowing, Callback.customer_id)


def draw(work: UnitOfWork, wanted: Draw) -> Drawn:
    """Draw by rule, and make the recalls. The seed of a random draw stands in the trail.

    Raises:
        UserError: nothing to draw, no number given, or as ``asked_for`` does.
    """
    ids = work.session.scalars(
        select(Callback.id)
        .join(Customer, Customer.id == Callback.customer_id)
        .where(*eligible(), *asked_for(work.desk, work.session, wanted))
        .order_by(Callback.id)
    ).all()
    if not ids:
        raise UserError("spot.nothing", field="rule")
    seed = None
    chosen = list(ids)
    if wanted.rule is SpotRule.RANDOM:
        if wanted.number < 1:
            raise UserError("spot.number_missing", field="number")
        seed = randbits(_SEED_BITS) if wanted.seed is None else wanted.seed
        # Not secret, but the same again from the same seed: whoever doubts a draw repeats it.
        chosen = sorted(Random(seed).sample(ids, min(wanted.number, len(ids))))  # noqa: S311
    whose = narrowing.kept_as(work.session, wanted.narrowing)
    made = take(work, chosen, wanted.rule, of=len(ids), seed=seed, whose=whose)
    return Drawn(len(ids), made, seed)


def take(
    work: UnitOfWork,
    callback_ids: Sequence[str],
    rule: SpotRule,
    *,
    of: int,
    seed: int | None = None,
    whose: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Make the spot checks of these calls, each with its recall, and enter them in the trail."""
    session = work.session
    calls = session.scalars(
        select(Callback)
        .join(Customer, Customer.id == Callback.customer_id)
        .where(Callback.id.in_(callback_ids), *eligible())
        .order_by(Callback.id)
    ).all()
    if not calls:
        raise UserError("spot.nothing", field="rule")
    script = script_shelf.newest(session, CallbackKind.SPOT_CHECK)
    numbers = work.numbers(NUMBER_PREFIX, len(calls))
    window = spot_check(work.today, work.desk.rules)
    made, told = [], []
    for call, number in zip(calls, numbers, strict=True):
        recall = Callback(
            id=new_id(),
            number=number,
            kind=CallbackKind.SPOT_CHECK,
            occasion=call.id,
            customer_id=call.customer_id,
            vehicle_id=call.vehicle_id,
            visit_id=call.visit_id,
            served_by=call.closed_by,
            status=CallbackStatus.DUE,
            due_from=window.first,
            due_until=window.last,
            script_key=script.key,
            script_version=script.version,
            created_at=work.now,
        )
        check = SpotCheck(
            id=new_id(),
            callback_id=call.id,
            rule=rule,
            recall_id=recall.id,
            drawn_at=work.now,
            drawn_by=work.desk.actor.id,
        )
        session.add(recall)
        session.flush()
        session.add(check)
        made.append(check.id)
        detail: dict[str, Any] = {"rule": rule, "number": call.number, "recall": number, "of": of}
        if seed is not None:
            detail["seed"] = seed
        if whose:
            detail["wanted"] = dict(whose)
        told.append((call.id, detail))
    work.audit_many("spot.draw", "callback", told)
    work.changed(Change.CALLBACKS)
    return tuple(made)
