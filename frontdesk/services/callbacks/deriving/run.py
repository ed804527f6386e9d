"""Makes and withdraws what is owed by the store as it stands: of a day, of all, of one customer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.callback_programme import CallListMember
from frontdesk.models.enums import CallbackKind
from frontdesk.models.journal import Setting
from frontdesk.models.rules import Rules
from frontdesk.services.callbacks.deriving import settling
from frontdesk.services.callbacks.deriving.concerned import (
    due_by_time,
    named_since,
    newest_entry,
)
from frontdesk.services.callbacks.deriving.finding import called, missing, not_there
from frontdesk.services.callbacks.deriving.hands import Hand, InShortActs, Lot, Stopped, Within
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.making import make
from frontdesk.services.callbacks.deriving.of_lists import owed_by_lists
from frontdesk.services.callbacks.deriving.one_by_one import follow_ups, moved_maintenance
from frontdesk.services.callbacks.deriving.owed import Missing
from frontdesk.services.callbacks.deriving.weighing import Found, Moved, weigh
from frontdesk.services.callbacks.falls_due import Due, make_due
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.services.settings import load_setting, store_setting

_KEY = "callbacks.derived"
_TURNS = 5
"""So often those are looked at again of whom others write meanwhile."""


@dataclass(frozen=True, slots=True)
class DerivedOn:
    """When calls were derived last, by which figures, and how far the trail was read."""

    on: date
    seen: int | None = None
    """The number of the trail's newest entry then; ``None`` by a program that did not go by it."""
    rules: str = ""
    held: tuple[str, ...] = ()
    """Customers whose call is not owed any more, in which somebody was speaking then."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What changed. ``made`` by kind, without those of which there are none."""

    made: tuple[tuple[CallbackKind, int], ...] = ()
    withdrawn: int = 0
    brought_back: int = 0
    moved: int = 0
    finished: bool = True
    """Whether all was gone over; else the next time does the rest."""

    @property
    def count(self) -> int:
        """How many calls were made."""
        return sum(count for _, count in self.made)

    def __bool__(self) -> bool:
        return bool(self.made or self.withdrawn or self.brought_back or self.moved)


def is_derived(session: Session, desk: Desk) -> bool:
    """Whether calls were derived today already."""
    last = _last(session)
    return last is not None and last.on == desk.today


def derive(
    desk: Desk,
    progress: Callable[[int, int], None] = lambda _done, _found: None,
    stopped: Callable[[], bool] = lambda: False,
    *,
    whole: bool = False,
) -> Derived:
    """Make what is owed and not there, withdraw what is not owed any more, in short acts.

    Done twice it changes nothing the second time; broken off anywhere, the next time does the rest.
    Looks at those of whom something has changed since the last time, and at what the days since
    have made due; at everybody with ``whole``, after other figures came into force, on a clock set
    back and when too much has happened.

    ``progress`` is told (calls written, calls found so far) after each act, ``stopped`` asked
    before each.
    """
    today, figures = desk.today, _figures(desk.rules)
    with desk.read() as session:
        last = None if whole else _last(session)
        seen = newest_entry(session)
        look = _look(session, desk, last, figures, seen)

    def ending(work: UnitOfWork, seen: int) -> None:
        kept = DerivedOn(today, seen, figures, tuple(sorted(going.held)))
        store_setting(work.session, _KEY, kept)

    going = _Going(InShortActs(desk, seen, ending, progress, stopped), desk)
    try:
        for _ in range(_TURNS):
            named = going.over(look)
            if not named:
                return going.found()
            look = Look(today, desk.rules, named)
    except Stopped:
        pass
    return replace(going.found(), finished=False)


def derive_of(work: UnitOfWork, customer_id: str) -> Derived:
    """The same for one customer, of whom something has changed just now, inside an act."""
    work.session.flush()
    going = _Going(Within(work), work.desk)
    going.over(Look(work.today, work.desk.rules, (customer_id,)))
    found = going.found()
    if found:
        work.session.expire_all()
    return found


class _Going:
    """Goes over what a look looks at, and counts what came of it."""

    def __init__(self, hand: Hand, desk: Desk) -> None:
        self._hand, self._desk = hand, desk
        self.held: set[str] = set()
        """Customers somebody is speaking to in a call that is not owed any more."""
        self._made: Counter[CallbackKind] = Counter()
        self._withdrawn = self._brought_back = self._moved = 0

    def over(self, look: Look) -> tuple[str, ...]:
        """Find all at one moment, write it; returns the customers to look at once more."""
        with self._hand.reading() as session:
            weighed = weigh(session, look, self._desk.now)
            again = {one.id for one in weighed.again}
            moved = moved_maintenance(session, look, weighed.maintenance, again)
            found = missing(session, look)
            returned = follow_ups(session, look, self._desk.clock.zone())
        self.held |= weighed.held
        return self._hand.write(
            (
                # What is there is put right first.
                Lot(weighed.ended, self._withdraw),
                Lot(weighed.again, self._bring_back),
                Lot([*weighed.moved, *moved], self._move),
                Lot(found, self._make),
                Lot(returned, self._make_due),
            )
        )

    def found(self) -> Derived:
        """What has changed so far."""
        made = tuple((kind, self._made[kind]) for kind in CallbackKind if self._made[kind])
        return Derived(made, self._withdrawn, self._brought_back, self._moved)

    def _withdraw(self, work: UnitOfWork, some: Sequence[Found]) -> None:
        self._withdrawn += settling.withdraw(work, some)

    def _bring_back(self, work: UnitOfWork, some: Sequence[Found]) -> None:
        self._brought_back += settling.bring_back(work, some)

    def _move(self, work: UnitOfWork, some: Sequence[Moved]) -> None:
        self._moved += settling.move(work, some)

    def _make(self, work: UnitOfWork, some: Sequence[Missing]) -> None:
        made = make(work, some)
        if made:
            told = {kind.value: count for kind, count in made.items()}
            work.audit("callback.derive", "callback", "", made=told)
            self._made.update(made)

    def _make_due(self, work: UnitOfWork, some: Sequence[Due]) -> None:
        self._made[CallbackKind.COMPLAINT_FOLLOW_UP] += len(make_due(work, some))


def _look(session: Session, desk: Desk, last: DerivedOn | None, figures: str, newest: int) -> Look:
    """Whom to look at now."""
    today, rules = desk.today, desk.rules
    everybody = Look(today, rules)
    if last is None or last.seen is None or last.seen > newest:
        return everybody
    if today < last.on or last.rules != figures:
        return everybody
    named = named_since(session, last.seen)
    if named is None:
        return everybody
    timely = due_by_time(session, last.on, today, rules)
    return Look(
        today,
        rules,
        customers=tuple(named.customers | timely.customers),
        called=tuple(named.called | {*last.held}),
        calls=timely.calls,
        reached=last.on,
    )


def _figures(rules: Rules) -> str:
    """Tells other figures apart: calls are owed by them."""
    return sha256(_as_json().dump_json(rules)).hexdigest()


@cache
def _as_json() -> TypeAdapter[Rules]:
    return TypeAdapter(Rules)


def make_listed(work: UnitOfWork, kind: CallbackKind) -> int:
    """Make the calls of the lists of ``kind`` that are not there yet; returns how many."""
    owed = owed_by_lists(work.session, Look(work.today, work.desk.rules))
    wanted = not_there(work.session, [one for one in owed if one.kind is kind])
    return sum(make(work, called(work.session, wanted)).values())


def withdraw_listed(work: UnitOfWork, list_id: str) -> int:
    """Withdraw what is not owed any more now that a list is closed; returns how many."""
    members = select(CallListMember.customer_id).where(CallListMember.call_list_id == list_id)
    called = tuple(work.session.scalars(members))
    look = Look(work.today, work.desk.rules, (), called)
    return settling.withdraw(work, weigh(work.session, look, work.now).ended)


def forget_derived(work: UnitOfWork) -> None:
    """Look at everything the next time: much was brought in at once."""
    row = work.session.get(Setting, _KEY)
    if row is not None:
        work.session.delete(row)


def _last(session: Session) -> DerivedOn | None:
    return load_setting(session, _KEY, DerivedOn | None, None)  # type: ignore[arg-type]
