"""The ground of every test: no display, no network of the user's files, no unnoticed warning."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from frontdesk.clock import FixedClock
    from frontdesk.services.desk import Desk
    from frontdesk.services.registry import Services
    from frontdesk.store.files import DataFolder
    from frontdesk.store.store import Store
    from tests.factories import Make

# Before Qt or platformdirs are asked for the first time: tests never touch the person's display,
# settings or data. Set for child processes as well.
_HOME = tempfile.TemporaryDirectory(prefix="frontdesk-tests-", ignore_cleanup_errors=True)
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "HOME": _HOME.name,
    "USERPROFILE": _HOME.name,
    "APPDATA": _HOME.name,
    "LOCALAPPDATA": _HOME.name,
    "XDG_DATA_HOME": f"{_HOME.name}/data",
    "XDG_CONFIG_HOME": f"{_HOME.name}/config",
    "XDG_CACHE_HOME": f"{_HOME.name}/cache",
    "XDG_STATE_HOME": f"{_HOME.name}/state",
}
os.environ.pop("FRONTDESK_PASSWORD", None)

# A slow machine is not a defect, and a failure must come again on the next run.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("house")


class _Warnings(logging.Handler):
    """Collects what was logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _logged_warnings_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test unless it is marked ``expects_warnings``."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    expected = request.node.get_closest_marker("expects_warnings") is not None
    if handler.lines and not expected:
        pytest.fail("logged warnings:\n" + "\n".join(handler.lines))
    if expected and not handler.lines:
        pytest.fail("the test expects a logged warning, none came")


@pytest.fixture(autouse=True, scope="session")
def _cheap_passwords() -> None:
    """Unwrapping a key is made dear on purpose; tests sign in hundreds of times."""
    from frontdesk.store import keys

    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)


_KEY = bytes(range(32))


@pytest.fixture
def clock() -> FixedClock:
    """Thursday 5 November 2026, 10:00 at a desk in China; stands still until moved."""
    from frontdesk.clock import FixedClock

    zone = timezone(timedelta(hours=8))
    return FixedClock(datetime(2026, 11, 5, 10, tzinfo=zone), zone)


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A store with its tables and nothing in them, made once and copied for each test."""
    from frontdesk.store.files import DataFolder
    from frontdesk.store.startup import create_store

    folder = DataFolder(tmp_path_factory.mktemp("empty-store"))
    create_store(folder, _KEY).close()
    return folder


@pytest.fixture
def store(tmp_path: Path, _empty_store: DataFolder) -> Iterator[Store]:
    """An empty store of the test's own."""
    from frontdesk.store.engine import make_engine
    from frontdesk.store.files import DataFolder
    from frontdesk.store.store import Store

    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    shutil.copy(_empty_store.database, folder.database)
    store = Store(folder, make_engine(folder.database, _KEY), _KEY)
    yield store
    store.close()


@pytest.fixture
def desk(store: Store, clock: FixedClock) -> Desk:
    """The desk of a general manager who is administrator too, hence may do everything."""
    from frontdesk.models.enums import Role
    from frontdesk.models.rules import Rules
    from frontdesk.models.staff import StaffMember
    from frontdesk.services.desk import Actor, Desk, Profile

    roles = frozenset({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    staff = StaffMember(id="00000000-0000-7000-8000-000000000001", login="admin", name="店长")
    staff.roles = roles
    actor = Actor(id=staff.id, login=staff.login, name=staff.name, roles=roles)
    with store.writing() as session:
        session.add(staff)
    return Desk(store, actor, clock, Rules(), Profile(name="远航汽车服务"))


@pytest.fixture
def services(desk: Desk) -> Services:
    """All services of that person."""
    from frontdesk.services.registry import Services

    return Services(desk)


@pytest.fixture
def make(desk: Desk) -> Make:
    """Builders of records over the same desk."""
    from tests.factories import Make

    return Make(desk)
