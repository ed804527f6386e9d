"""Makes and withdraws what is owed by the store as it stands: of a day, of all, of one customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from frontdesk.models.enums import CallbackKind
from frontdesk.models.journal import Setting
from frontdesk.services.callbacks.deriving import one_by_one, settling
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.making import make
from frontdesk.services.callbacks.deriving.owed import owed
from frontdesk.services.callbacks.falls_due import make_due
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.settings import load_setting, store_setting

_KEY = "callbacks.derived"
_WHOLE_EVERY = timedelta(days=7)
"""So often everything is looked at again, besides what happened since the last time."""
_OVERLAP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DerivedOn:
    """When calls were derived last: at all, and over everything."""

    on: date
    whole_on: date


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

    Done twice it changes nothing the second time. Looks at what happened since the last time, and
    now and then (or with ``whole``, or on a clock set back) at all that is not too late to ask.
    """
    last = None if whole else _last(work.session)
    today = work.today
    if last is not None and not timedelta(0) <= today - last.whole_on < _WHOLE_EVERY:
        last = None
    since = date.min if last is None else last.on - _OVERLAP
    if last is not None and last.on > today:
        since = date.min
    found = derive_within(work, Look(today, since, work.desk.rules))
    whole_on = today if since == date.min or last is None else last.whole_on
    store_setting(work.session, _KEY, DerivedOn(today, whole_on))
    return found


def derive_of(work: UnitOfWork, customer_id: str) -> Derived:
    """The same for one customer, of whom something has changed just now."""
    work.session.flush()
    return derive_within(work, Look(work.today, date.min, work.desk.rules, customer_id))


def derive_within(work: UnitOfWork, look: Look) -> Derived:
    """Everything owed by what ``look`` looks at, noted as one act."""
    work.session.flush()
    brought_back = settling.bring_back(work, look)
    made = {each.kind: make(work, each) for each in owed(work.session, look)}
    due, changed = one_by_one.first_maintenance(work, look)
    due += one_by_one.follow_ups(work, look)
    for kind in {one.kind for one in due}:
        made[kind] = len(make_due(work, [one for one in due if one.kind is kind]))
    moved = settling.move(work, look, changed)
    withdrawn = settling.withdraw(work, look)
    found = Derived(
        tuple((kind, made[kind]) for kind in CallbackKind if made.get(kind)),
        withdrawn,
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
            withdrawn=withdrawn,
            reopened=brought_back,
            moved=moved,
        )
        work.changed(Change.CALLBACKS)
    return found


def make_listed(work: UnitOfWork, kind: CallbackKind) -> int:
    """Make the calls of the lists of ``kind`` that are not there yet; returns how many."""
    look = Look(work.today, date.min, work.desk.rules)
    return sum(make(work, each) for each in owed(work.session, look) if each.kind is kind)


def withdraw_listed(work: UnitOfWork) -> int:
    """Withdraw what is not owed any more now that a list is closed; returns how many."""
    return settling.withdraw(work, Look(work.today, date.min, work.desk.rules))


def forget_derived(work: UnitOfWork) -> None:
    """Look at everything the next time: much was brought in at once."""
    row = work.session.get(Setting, _KEY)
    if row is not None:
        work.session.delete(row)


def _last(session: Session) -> DerivedOn | None:
    return load_setting(session, _KEY, DerivedOn | None, None)  # type: ignore[arg-type]
