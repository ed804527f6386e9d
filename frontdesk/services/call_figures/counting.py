"""Counting calls in the store: what fell due in a period, and what was said in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Label, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from frontdesk.models.call_outcomes import UNASKED, by_outcome
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    Department,
    Satisfaction,
)
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.call_figures import timing
from frontdesk.services.call_figures.dto import By, CallRow, Cell, Line, Measure
from frontdesk.services.desk import Desk
from frontdesk.store.functions import seconds_between, unsought

_SALES = frozenset(
    {CallbackKind.NEW_CAR, CallbackKind.NEW_CAR_ROUTINE, CallbackKind.FIRST_MAINTENANCE}
)
_SERVICE = frozenset(
    {
        CallbackKind.AFTER_SERVICE,
        CallbackKind.NEW_CUSTOMER_THANKS,
        CallbackKind.LOST_CUSTOMER,
        CallbackKind.RETURNED_CUSTOMER,
    }
)
_NOT_OWED = (CallbackStatus.WITHDRAWN, CallbackStatus.DO_NOT_CALL)
_MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Days, kinds and rules under which calls are counted.

    ``agreed``: the calls made after their window that are in time, the customer having asked for
    the later day. ``midnight``: when a day at the desk ends, in seconds since UTC began it.
    """

    first: date
    last: date
    scope: Department | None
    rules: Rules
    agreed: tuple[str, ...] = ()
    midnight: int = 86_400

    @classmethod
    def at(
        cls, desk: Desk, session: Session, first: date, last: date, scope: Department | None
    ) -> Counted:
        """As the calls stand now."""
        plain = cls(first, last, scope, desk.rules)
        return replace(
            plain,
            agreed=timing.made_on_an_agreed_day(session, desk.clock, plain.due()),
            midnight=timing.seconds_past_midnight(desk.clock, last),
        )

    @property
    def kinds(self) -> frozenset[CallbackKind]:
        """The kinds of ``scope``; re-calls of spot checks are told of as such, not here."""
        if self.scope is Department.SALES:
            return _SALES
        if self.scope is Department.SERVICE:
            return _SERVICE
        return frozenset(CallbackKind) - {CallbackKind.SPOT_CHECK}

    def due(self) -> list[ColumnElement[bool]]:
        """Whose last day lies in the period, but what nobody owed any more before it was tried.

        A routine call whose next stage has begun was owed, and missed.
        """
        tried = exists().where(CallAttempt.callback_id == Callback.id)
        return [
            unsought(Callback.kind).in_(sorted(self.kinds)),
            # Of every status: the days are told by the index of each.
            Callback.status.in_(tuple(CallbackStatus)),
            Callback.due_until >= self.first,
            Callback.due_until <= self.last,
            or_(
                Callback.status.not_in(_NOT_OWED),
                Callback.withdrawn_why == Withdrawn.MISSED.value,
                tried,
            ),
        ]

    def told(self) -> list[ColumnElement[bool]]:
        """Finished in the period, with the questions asked: not where the car was sold."""
        # Under a name of its own: some who ask look at the attempts themselves.
        attempt = aliased(CallAttempt)
        unasked = exists().where(
            attempt.callback_id == Callback.id, attempt.outcome.in_(sorted(UNASKED))
        )
        return [
            # Sought by the day alone: by kind or status it is every call ever made.
            unsought(Callback.kind).in_(sorted(self.kinds)),
            unsought(Callback.status) == CallbackStatus.DONE.value,
            Callback.closed_on >= self.first,
            Callback.closed_on <= self.last,
            ~unasked,
        ]

    def conditions(self) -> dict[Measure, ColumnElement[bool]]:
        """What each figure counts, of the due calls or of those told."""
        spoken = [o for o, row in by_outcome(self.rules.call_outcomes).items() if row.reached]
        done = Callback.status == CallbackStatus.DONE
        return {
            Measure.DONE: done,
            Measure.IN_TIME: and_(done, self._by_the_last_day()),
            Measure.REACHED: exists().where(
                CallAttempt.callback_id == Callback.id, CallAttempt.outcome.in_(spoken)
            ),
            Measure.SATISFIED: Callback.satisfaction == Satisfaction.SATISFIED,
            Measure.AVERAGE: Callback.satisfaction == Satisfaction.AVERAGE,
            Measure.DISSATISFIED: Callback.satisfaction == Satisfaction.DISSATISFIED,
            Measure.SCORED: Callback.score.is_not(None),
        }

    def whose(self, measure: Measure) -> ColumnElement[str]:
        """Whose the call is under a figure, by id ('' for nobody's).

        What was said is of who made the call. That a call fell due is of who had it while it could
        be made in time: it stays theirs when somebody else makes it late. Who was given it only
        then answers for no delay; nobody does.
        """
        if measure not in OF_DUE and measure is not Measure.DUE:
            return func.coalesce(Callback.closed_by, Callback.assigned_to, "")
        given = seconds_between(Callback.due_until, Callback.assigned_at)
        theirs = or_(Callback.assigned_at.is_(None), given < self.midnight)
        return case(
            (and_(Callback.assigned_to.is_not(None), theirs), Callback.assigned_to),
            (self._by_the_last_day(), func.coalesce(Callback.closed_by, "")),
            else_="",
        )

    def _by_the_last_day(self) -> ColumnElement[bool]:
        """Ended in its window, or on the day the customer asked for."""
        in_window = Callback.closed_on <= Callback.due_until
        return or_(in_window, timing.ids_of(self.agreed)) if self.agreed else in_window


OF_DUE = (Measure.DONE, Measure.IN_TIME, Measure.REACHED)
"""Counted of the calls that fell due; the others of those finished in the period."""
_OF_TOLD = (Measure.SATISFIED, Measure.AVERAGE, Measure.DISSATISFIED, Measure.SCORED)
_served_by = func.coalesce(Callback.served_by, "")

Key = tuple[str, str, str, str]
"""Kind, caller, who served, month."""


def tallied(session: Session, counted: Counted) -> dict[Key, Counter[str]]:
    """The sums by kind, caller, who served and month."""
    found: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    conditions = counted.conditions()

    def counts(measures: Iterable[Measure]) -> list[ColumnElement[int]]:
        return [func.sum(case((conditions[m], 1), else_=0)).label(m.value) for m in measures]

    parts = (
        (Callback.due_until, Measure.DUE, counted.due(), counts(OF_DUE)),
        (
            Callback.closed_on,
            Measure.TOLD,
            counted.told(),
            [*counts(_OF_TOLD), func.sum(func.coalesce(Callback.score, 0)).label("points")],
        ),
    )
    for day, all_of, where, sums in parts:
        keys = (Callback.kind, counted.whose(all_of), _served_by, func.substr(day, 1, 7))
        labelled: list[Label[Any]] = [key.label(f"key_{at}") for at, key in enumerate(keys)]
        rows = session.execute(
            select(*labelled, func.count().label(all_of.value), *sums)
            .where(*where)
            .group_by(*labelled)
        ).mappings()
        for row in rows:
            values = list(row.values())
            key = (str(values[0]), *map(str, values[1:4]))
            names = [all_of.value, *(column.name for column in sums)]
            found[key].update({name: int(row[name] or 0) for name in names})  # type: ignore[index]
    return dict(found)


def lines(
    found: dict[Key, Counter[str]], key_of: Callable[[Key], str], order: Sequence[str] = ()
) -> tuple[Line, ...]:
    """The sums folded by ``key_of``: in ``order``, else most finished calls first."""
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, sums in found.items():
        together[key_of(key)].update(sums)
    names = [each.name for each in fields(Line) if each.name != "key"]
    made = [Line(key, **{name: sums[name] for name in names}) for key, sums in together.items()]
    place = {key: at for at, key in enumerate(order)}
    usual = len(place)
    return tuple(
        sorted(made, key=lambda line: (place.get(line.key, usual), -line.told, -line.due, line.key))
    )


def of_line(cell: Cell, counted: Counted) -> list[ColumnElement[bool]]:
    """The calls one figure counts."""
    due = cell.measure in OF_DUE or cell.measure is Measure.DUE
    where = counted.due() if due else counted.told()
    if cell.measure in counted.conditions():
        where.append(counted.conditions()[cell.measure])
    day = Callback.due_until if due else Callback.closed_on
    match cell.by:
        case By.KIND:
            kinds = [kind for kind in CallbackKind if kind.value == cell.key]
            where.append(Callback.kind.in_(kinds))
        case By.CALLER:
            where.append(counted.whose(cell.measure) == cell.key)
        case By.SERVED:
            where.append(_served_by == cell.key)
        case By.MONTH:
            where.append(func.substr(day, 1, 7) == cell.key)
        case By.TOTAL:
            pass
    return where


def rows(session: Session, where: Sequence[ColumnElement[bool]]) -> tuple[CallRow, ...]:
    """Calls in the order they were due, the newest first."""
    caller, served = aliased(StaffMember), aliased(StaffMember)
    talk = (
        select(func.max(seconds_between(CallAttempt.started_at, CallAttempt.ended_at)))
        .where(
            CallAttempt.callback_id == Callback.id,
            CallAttempt.outcome == CallOutcome.REACHED,
            CallAttempt.entered_at.is_(None),
        )
        .correlate(Callback)
        .scalar_subquery()
    )
    found = session.execute(
        select(
            Callback.id,
            Callback.number,
            Callback.kind,
            Callback.status,
            Customer.name,
            Vehicle.plate,
            caller.name,
            served.name,
            Callback.due_until,
            Callback.closed_at,
            Callback.satisfaction,
            Callback.score,
            talk,
        )
        .join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .outerjoin(caller, caller.id == func.coalesce(Callback.closed_by, Callback.assigned_to))
        .outerjoin(served, served.id == Callback.served_by)
        .where(*where)
        .order_by(Callback.due_until.desc(), Callback.number.desc())
        .limit(_MOST_ROWS)
    )
    return tuple(
        CallRow(
            id=key,
            number=number,
            kind=kind,
            status=status,
            customer=customer,
            plate=number_plate or "",
            caller=by or "",
            served=server or "",
            due_until=due_until,
            closed_at=closed_at,
            satisfaction=satisfaction,
            score=score,
            seconds=seconds,
        )
        for (
            key,
            number,
            kind,
            status,
            customer,
            number_plate,
            by,
            server,
            due_until,
            closed_at,
            satisfaction,
            score,
            seconds,
        ) in map(tuple, found)
    )
