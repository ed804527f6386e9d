"""A dealership of its own for a run of hostile cases: one store, the people, a clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import event

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile, check_value
from frontdesk.store.startup import create_store
from tests.factories import Make
from tests.faults.figures import roomy
from tests.services.complaints.loop import Loop

_KEY = bytes(range(32))
PASSWORD = "Sehr-geheim-2026"


class House:
    """``services`` are those of one who may do everything; ``loop`` has one person per role."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock
        self.services = Services(desk)
        self.make = Make(desk)
        self.loop = Loop(self.make, clock)

    def now(self) -> Moment:
        """All there is in the house, so that it can be put back."""
        engine, folder = self.desk.store.engine, self.desk.store.folder.root
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        engine.dispose()
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        return Moment(files, self.clock.now(), self.desk.rules, self.desk.profile)

    def put_back(self, moment: Moment) -> None:
        """As it was at ``moment``: an act that was kept costs no new house."""
        self.desk.store.engine.dispose()
        folder = self.desk.store.folder.root
        for path in folder.iterdir():
            if path.is_file() and path.name not in moment.files:
                path.unlink()
        for name, content in moment.files.items():
            (folder / name).write_bytes(content)
        self.clock.set(moment.at)
        self.desk.rules, self.desk.profile = moment.rules, moment.profile


@dataclass(frozen=True, slots=True)
class Moment:
    """The files of a house, its clock and its settings at one time."""

    files: Mapping[str, bytes]
    at: datetime
    rules: Rules
    profile: Profile


def house_over(desk: Desk, clock: FixedClock) -> House:
    """The house over ``desk``, whose person can sign in with ``PASSWORD``."""
    store = desk.store
    slots = KeyFile(check=check_value(store.key))
    slots.add(desk.actor.login, PASSWORD, store.key)
    slots.save(store.folder)
    return House(desk, clock)


@contextmanager
def house() -> Iterator[House]:
    """A house in a temporary folder, for runs outside pytest."""
    with roomy() as folder:
        store = create_store(DataFolder(folder), _KEY)
        event.listen(store.engine, "connect", _hasty)
        store.engine.dispose()
        roles = frozenset({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
        actor = Actor(id=new_id(), login="admin", name="店长", roles=roles)
        staff = StaffMember(id=actor.id, login=actor.login, name=actor.name)
        staff.roles = roles
        with store.writing() as session:
            session.add(staff)
        zone = timezone(timedelta(hours=8))
        clock = FixedClock(datetime(2026, 11, 5, 10, 45, tzinfo=zone), zone)
        try:
            yield house_over(Desk(store, actor, clock, Rules(), Profile(name="远航汽车")), clock)
        finally:
            store.close()


def _hasty(connection: Any, _: object) -> None:
    # No power cut is tested here: nothing need wait for the disk.
    connection.execute("PRAGMA synchronous=OFF")
