"""A dealership of its own for a run of hostile cases: one store, the people, a clock."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from frontdesk.clock import FixedClock
from frontdesk.models.base import new_id
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile, check_value
from frontdesk.store.startup import create_store
from tests.factories import Make
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

    def of(self, *roles: Role) -> Services:
        """The services of a new colleague."""
        return self.make.services(*roles)


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
    with tempfile.TemporaryDirectory(prefix="frontdesk-hostile-") as folder:
        store = create_store(DataFolder(Path(folder)), _KEY)
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
