"""Makes and withdraws what is owed by the store as it stands: of a day, of all, of one customer."""

from __future__ import annotations

from dataclasses import dataclass
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
from frontdesk.services.callbacks.deriving import one_by_one, settling
from frontdesk.services.callbacks.deriving.concerned import (
    due_by_time,
    named_since,
    newest_entry,
)
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.making import make
from frontdesk.services.callbacks.deriving.owed import owed
from frontdesk.services.callbacks.falls_due import make_due
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.settings import load_setting, store_setting

_KEY = "callbacks.derived"


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


def derive(work: UnitOfWork, *, whole: bool = False) -> Derived:
    """Make what is owed and not there, withdraw what is not owed any more.

    Done twice it changes nothing the second time. Looks at those of whom something has changed
    since the last time, and at what the days since have made due; at everybody with ``whole``,
    after other figures came into force, on a clock set back and when too much has happened.
    """
    work.session.flush()
    last = None if whole else _last(work.session)
    seen = newest_entry(work.session)
    found, held = _derive_within(work, _look(work, last, seen))
    figures = _figures(work.desk.rules)
    store_setting(work.session, _KEY, DerivedOn(work.today, seen, figures, held))
    return found


def derive_of(work: UnitOfWork, customer_id: str) -> Derived:
    """The same for one customer, of whom something has changed just now."""
    work.session.flush()
    found, _ = _derive_within(work, Look(work.today, work.desk.rules, (customer_id,)))
    return found


def _look(work: UnitOfWork, last: DerivedOn | None, newest: int) -> Look:
    """Whom to look at now."""
    session, today, rules = work.session, work.today, work.desk.rules
    everybody = Look(today, rules)
    if last is None or last.seen is None or last.seen > newest:
        return everybody
    if today < last.on or last.rules != _figures(rules):
        return everybody
    named = named_since(session, last.seen)
    if named is None:
        return everybody
    timely = due_by_time(session, last.on, today, rules)
    return Look(
        today,
        rules,
        customers=tuple(named.customers | timely.customers),
        called=tuple(named.called | timely.called | {*last.held}),
        reached=last.on,
    )


def _figures(rules: Rules) -> str:
    """Tells other figures apart: calls are owed by them."""
    return sha256(_as_json().dump_json(rules)).hexdigest()


@cache
def _as_json() -> TypeAdapter[Rules]:
    return TypeAdapter(Rules)


def _derive_within(work: UnitOfWork, look: Look) -> tuple[Derived, tuple[str, ...]]:
    """Everything owed by what ``look`` looks at, noted as one act; and who is spoken to now.

    What is there is put right first: what is made then is owed as it is made.
    """
    withdrawn = settling.withdraw(work, look)
    brought_back = settling.bring_back(work, look)
    due, changed = one_by_one.first_maintenance(work, look)
    moved = settling.move(work, look, changed)
    made = {each.kind: make(work, each) for each in owed(work.session, look)}
    due += one_by_one.follow_ups(work, look)
    for kind in {one.kind for one in due}:
        made[kind] = len(make_due(work, [one for one in due if one.kind is kind]))
    found = Derived(
        tuple((kind, made[kind]) for kind in CallbackKind if made.get(kind)),
        withdrawn.count,
        brought_back,
        moved,
    )
    if found:
        work.session.expire_all()
        work.audit(
            "callback.derive",
            "callback",
            "",
            made={kind.value: count for kind, count in found.made},
            withdrawn=withdrawn.count,
            reopened=brought_back,
            moved=moved,
        )
        work.changed(Change.CALLBACKS)
    return found, withdrawn.held


def make_listed(work: UnitOfWork, kind: CallbackKind) -> int:
    """Make the calls of the lists of ``kind`` that are not there yet; returns how many."""
    look = Look(work.today, work.desk.rules)
    return sum(make(work, each) for each in owed(work.session, look) if each.kind is kind)


def withdraw_listed(work: UnitOfWork, list_id: str) -> int:
    """Withdraw what is not owed any more now that a list is closed; returns how many."""
    members = select(CallListMember.customer_id).where(CallListMember.call_list_id == list_id)
    called = tuple(work.session.scalars(members))
    return settling.withdraw(work, Look(work.today, work.desk.rules, (), called)).count


def forget_derived(work: UnitOfWork) -> None:
    """Look at everything the next time: much was brought in at once."""
    row = work.session.get(Setting, _KEY)
    if row is not None:
        work.session.delete(row)


def _last(session: Session) -> DerivedOn | None:
    return load_setting(session, _KEY, DerivedOn | None, None)  # type: ignore[arg-type]
