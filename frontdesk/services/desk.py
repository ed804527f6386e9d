"""What every service call is given: the signed-in person, the store, the clock, the rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

# Every class is mapped before a service builds a statement: while one signs in, two threads import.
import frontdesk.models.all  # noqa: F401
from frontdesk.clock import Clock, local, today
from frontdesk.errors import Conflict
from frontdesk.models.enums import Role
from frontdesk.models.journal import NumberSequence
from frontdesk.models.rules import Rules
from frontdesk.services.confirmed import Act, Confirmation, needed
from frontdesk.services.permissions import Permission, granted, refuse
from frontdesk.store import seals
from frontdesk.store.head import Head
from frontdesk.store.seals import Note
from frontdesk.store.store import Store

_COUNT_ON = (
    update(NumberSequence)
    .where(NumberSequence.prefix == bindparam("of"), NumberSequence.year == bindparam("in_year"))
    .values(last=NumberSequence.last + bindparam("count"))
    .returning(NumberSequence.last)
)
_BEGIN_COUNT = insert(NumberSequence).values(
    prefix=bindparam("of"), year=bindparam("in_year"), last=bindparam("count")
)


class Change(StrEnum):
    """The kinds of records a write may have changed; open pages that care refresh."""

    CUSTOMERS = "customers"
    VISITS = "visits"
    CALLBACKS = "callbacks"
    COMPLAINTS = "complaints"
    REPORTS = "reports"
    STAFF = "staff"
    SETTINGS = "settings"
    PRICES = "prices"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person signed in."""

    id: str
    login: str
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Profile:
    """The dealership as it stands on letters and forms, and in the caller's sentence."""

    name: str
    address: str = ""
    service_phone: str = ""
    booking_phone: str = ""
    rescue_phone: str = ""


class UnitOfWork:
    """One act: everything in it is kept together, with its audit entry, or not at all."""

    def __init__(self, session: Session, desk: Desk, undoing: ExitStack) -> None:
        self.session = session
        self.desk = desk
        self.now: datetime = desk.clock.now()
        self.today: date = today(desk.clock)
        self.changes: set[Change] = set()
        self._notes: list[Note] = []
        self._sealed: Head | None = None
        self._undoing = undoing

    def audit(self, action: str, subject: str, subject_id: str, **detail: object) -> None:
        """Note who did what: ``action`` is a dotted verb such as ``customer.create``.

        Entered and sealed with all others of the act just before its commit.
        """
        self._note(action, subject, subject_id, detail)

    def audit_many(
        self, action: str, subject: str, details: Iterable[tuple[str, dict[str, object]]]
    ) -> None:
        """Note the same act on many records, each ``(subject_id, detail)``."""
        for subject_id, detail in details:
            self._note(action, subject, subject_id, detail)

    def seal(self) -> Head | None:
        """Enter what was noted, and answer the act's last entry; nothing noted costs nothing.

        Done just before the commit; sooner only where the act reads its own entries.
        """
        if self._notes:
            key = self.desk.store.seal_key
            self._sealed = seals.append(self.session.connection(), key, self._notes)
            self._notes.clear()
        return self._sealed

    def _note(self, action: str, subject: str, subject_id: str, detail: dict[str, object]) -> None:
        told = json.dumps(detail, ensure_ascii=False, default=str, sort_keys=True)
        who = self.desk.actor.id
        self._notes.append(Note(self.now, who, action, subject, subject_id, told))

    def if_not_kept(self, undo: Callable[[], None]) -> None:
        """Call ``undo`` should the act fail after all: for what it did outside of the store."""
        self._undoing.callback(undo)

    def changed(self, *kinds: Change) -> None:
        """Say which kinds of records this act touches; told to open pages after the commit."""
        self.changes.update(kinds)

    def number(self, prefix: str) -> str:
        """The next number of a kind in the desk's year: ``number('C')`` → ``C-2026-000123``."""
        return self.numbers(prefix, 1)[0]

    def numbers(self, prefix: str, count: int) -> list[str]:
        """``count`` consecutive numbers at once, for imports."""
        year = local(self.now, self.desk.clock).year
        asked = {"of": prefix, "in_year": year, "count": count}
        connection = self.session.connection()
        last = connection.execute(_COUNT_ON, asked).scalar()
        if last is None:
            last = count
            connection.execute(_BEGIN_COUNT, asked)
        return [f"{prefix}-{year}-{last - count + n:06d}" for n in range(1, count + 1)]


class Desk:
    """The context of one signed-in person. Made by signing in, dropped by signing out."""

    def __init__(self, store: Store, actor: Actor, clock: Clock, rules: Rules, profile: Profile):
        self.store = store
        self.actor = actor
        self.clock = clock
        self.rules = rules
        self.profile = profile
        self.permissions = granted(actor.roles)
        self.confirmation = Confirmation(clock, lambda: self.rules.confirm_minutes)
        #: How far the clock stood behind the newest entry of the trail as the person signed in.
        self.behind = timedelta(0)
        self._listeners: list[Callable[[frozenset[Change]], None]] = []

    @property
    def now(self) -> datetime:
        """The present moment (UTC)."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The calendar day at the desk."""
        return today(self.clock)

    def may(self, *any_of: Permission) -> bool:
        """Whether the person holds one of ``any_of``."""
        return not self.permissions.isdisjoint(any_of)

    def check(self, *any_of: Permission) -> None:
        """Refuse the act unless the person holds one of ``any_of``.

        Raises:
            PermissionDenied: none of the roles allows it.
        """
        if not self.may(*any_of):
            raise refuse(*any_of)

    def confirm_fresh(self, act: Act = Act.GO_ON) -> None:
        """Refuse a weighty act unless the person typed the password a short while ago.

        Raises:
            ConfirmationNeeded: it has to be typed again (``services.accounts.confirm``).
        """
        if not self.confirmation.use():
            raise needed(act, self.actor.name)

    def on_change(self, listener: Callable[[frozenset[Change]], None]) -> None:
        """Call ``listener`` after each committed act with what it changed, on that thread."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session over one consistent moment of the store."""
        with self.store.reading() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One act in one transaction; commits at the end of the block, rolls back on any error.

        Raises:
            Conflict: someone else saved one of the records in between.
            EnvironmentFault: the disk or file failed; nothing was kept.
        """
        work: UnitOfWork

        def seal(_: Session) -> Head | None:
            return work.seal()

        with ExitStack() as undoing:
            try:
                with self.store.writing(seal) as session:
                    work = UnitOfWork(session, self, undoing)
                    yield work
            except StaleDataError as error:
                raise Conflict("record.changed_meanwhile") from error
            undoing.pop_all()  # it is kept: nothing is to be undone
        if work.changes:
            told = frozenset(work.changes)
            for listener in tuple(self._listeners):
                listener(told)


def load_json(text: str | None) -> Any:
    """A JSON column's value; ``None`` where it is empty."""
    return None if text is None else json.loads(text)
