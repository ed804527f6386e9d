"""Who is given which call or customer: evenly by capacity, never who is away (domain §2, §4.1).

Pure functions, and the same answer for the same question: equal persons are told apart by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from frontdesk.models.call_kinds import first_asked, is_specialists, priorities
from frontdesk.models.callback_rules import IMPARTIAL, may_make
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.models.rules import Rules


@dataclass(frozen=True, slots=True)
class Days:
    """A span of whole days, both ends within."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be given work. ``capacity`` in per cent of a full-time specialist."""

    id: str
    roles: frozenset[Role]
    capacity: int
    away: tuple[Days, ...] = ()
    load: int = 0
    """How many open ones are theirs already."""

    def there_on(self, day: date) -> bool:
        """Whether no absence covers ``day``."""
        return not any(day in days for days in self.away)

    def there_within(self, days: Days) -> bool:
        """Whether there is a day in ``days`` on which the person is there."""
        day = days.first
        for away in sorted(self.away, key=lambda span: span.first):
            if day > days.last or away.first > day:
                break
            if away.last >= days.last:
                return False
            day = max(day, away.last + timedelta(days=1))
        return day <= days.last


@dataclass(frozen=True, slots=True)
class Unshared:
    """A call nobody has been given. ``served_by`` as in ``may_make``."""

    id: str
    kind: CallbackKind
    due_from: date
    due_until: date
    served_by: str | None = None
    specialist_id: str | None = None
    """Who looks after the customer: asked first where the call is theirs to make."""


def remaining(due_from: date, due_until: date, today: date) -> Days:
    """The days on which a call can still be made; of an overdue one, today."""
    first = max(due_from, today)
    return Days(first, max(due_until, first))


def share_calls(
    calls: Iterable[Unshared], persons: Iterable[Person], today: date, rules: Rules
) -> dict[str, str]:
    """Whom each call is given, by its id; a call nobody may be given is left out.

    The customer's own specialist comes first. The others are given to whoever has least for their
    capacity, counting what they have already: among those of the role asked first who are there
    on the first day, else anybody of it who is back within the window, else of the next role.
    """
    staff = {one.id: one for one in persons if one.capacity > 0}
    load = {id_: one.load for id_, one in staff.items()}
    given: dict[str, str] = {}
    shared: list[Unshared] = []
    first = priorities(rules)
    for call in sorted(calls, key=lambda one: (one.due_until, first[one.kind], one.id)):
        own = staff.get(call.specialist_id or "")
        if own is not None and _is_theirs(call, own, today, rules):
            given[call.id] = own.id
            load[own.id] += 1
        else:
            shared.append(call)
    for call in shared:
        asked = _asked(call, staff.values(), today, rules)
        if asked:
            least = min(asked, key=lambda one: (_weight(load[one.id], one), one.id))
            given[call.id] = least.id
            load[least.id] += 1
    return given


def share_customers(
    customers: Sequence[str], persons: Iterable[Person], today: date
) -> dict[str, str]:
    """Which specialist looks after each new customer, evenly by capacity; empty if nobody is there.

    ``load`` of a person counts the customers given in the days just before, not all they have:
    who is new at the desk is not flooded.
    """
    staff = [
        one
        for one in persons
        if one.capacity > 0 and Role.CS_SPECIALIST in one.roles and one.there_on(today)
    ]
    if not staff:
        return {}
    load = {one.id: one.load for one in staff}
    given: dict[str, str] = {}
    for customer in customers:
        least = min(staff, key=lambda one: (_weight(load[one.id], one), one.id))
        given[customer] = least.id
        load[least.id] += 1
    return given


def _weight(load: int, person: Person) -> Fraction:
    """How full somebody is with one more; exact, so that the order never hangs on rounding."""
    return Fraction(load + 1, person.capacity)


def _is_theirs(call: Unshared, own: Person, today: date, rules: Rules) -> bool:
    """Whether the customer's specialist is given the call: it is a specialist's kind of call."""
    return (
        is_specialists(call.kind, rules)
        and may_make(call.kind, own.roles, own.id, call.served_by)
        and own.there_within(remaining(call.due_from, call.due_until, today))
    )


def _asked(call: Unshared, persons: Iterable[Person], today: date, rules: Rules) -> list[Person]:
    days = remaining(call.due_from, call.due_until, today)
    barred = call.served_by if call.kind in IMPARTIAL else None
    fit = [one for one in persons if one.id != barred]
    for role in first_asked(call.kind, rules):
        of_role = [one for one in fit if role in one.roles]
        at_once = [one for one in of_role if one.there_on(days.first)]
        if at_once:
            return at_once
        later = [one for one in of_role if one.there_within(days)]
        if later:
            return later
    return []
