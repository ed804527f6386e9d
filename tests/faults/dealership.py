"""The small dealership whose saves are disturbed: founded and entered as the program does it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import (
    FirstManager,
    change_person,
    found_dealership,
    sign_in,
)
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from tests.factories import Make

PASSWORD = "Leuchtturm-7-Reception"
_TEMPORARY = "Brandung-4-Counter"
_ZONE = timezone(timedelta(hours=8))
_MANAGER, _ADVISOR, _SPECIALIST, _CS_MANAGER = "manager", "advisor", "specialist", "csmanager"
_ROLES = {
    _ADVISOR: Role.SERVICE_ADVISOR,
    _SPECIALIST: Role.CS_SPECIALIST,
    _CS_MANAGER: Role.CS_MANAGER,
}


def clock() -> FixedClock:
    """A Thursday at 11:00 in the hours for calls; it stands still."""
    return FixedClock(datetime(2026, 11, 19, 11, tzinfo=_ZONE), _ZONE)


@dataclass
class Office:
    """Everybody who saves something, signed in over one open store."""

    manager: Services
    advisor: Services
    specialist: Services
    cs_manager: Services
    sheets: Path
    """Where sheets to import are put: no part of the data folder."""
    passwords: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> DataFolder:
        """The data folder."""
        return self.manager.desk.store.folder

    @property
    def key(self) -> bytes:
        """The data key."""
        return self.manager.desk.store.key

    def close(self) -> None:
        """Give the file back."""
        self.manager.desk.store.close()


def found(root: Path, cars: int = 4) -> bytes:
    """Found a dealership in ``root`` with staff and some customers' cars; its data key."""
    root.mkdir(parents=True, exist_ok=True)
    folder = DataFolder(root / "data")
    (root / "sheets").mkdir()
    first = FirstManager(_MANAGER, "韩总", PASSWORD)
    founded = found_dealership(folder, Profile(name="远航汽车服务"), first, clock())
    services = founded.services
    for login, role in _ROLES.items():
        services.accounts.create(AccountInput(login, login, frozenset({role})), _TEMPORARY)
    make = Make(services.desk)
    for _ in range(cars):
        make.callback(make.customer())
        make.vehicle()
    for login in _ROLES:
        change_person(services, login, _TEMPORARY, PASSWORD)
    key = services.desk.store.key
    services.desk.store.close()
    (root / "key").write_bytes(key)
    (root / "known.json").write_text(json.dumps({"password": PASSWORD}))
    return key


def enter(root: Path, password: str = PASSWORD) -> Office:
    """Sign everybody in; the manager's password is the one that is changed now and then."""
    folder = DataFolder(root / "data")
    advisor = sign_in(folder, _ADVISOR, PASSWORD, clock())
    return Office(
        advisor=advisor,
        manager=change_person(advisor, _MANAGER, password),
        specialist=change_person(advisor, _SPECIALIST, PASSWORD),
        cs_manager=change_person(advisor, _CS_MANAGER, PASSWORD),
        sheets=root / "sheets",
        passwords={_MANAGER: password},
    )
