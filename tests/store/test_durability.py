"""The process is killed between saves: every save that was acknowledged is found again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from frontdesk.models.customer import Customer
from frontdesk.store import keys, startup
from frontdesk.store.check import check
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import open_store
from tests.store.test_startup import NOW

_KEY = bytes(range(32))
_WRITER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from frontdesk.clock import SystemClock
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import open_store

store = open_store(DataFolder(Path(sys.argv[1])), bytes(range(32)), datetime.now(UTC))
roles = frozenset({Role.CS_SPECIALIST})
with store.writing() as session:
    staff = StaffMember(login=sys.argv[2], name="someone")
    session.add(staff)
    session.flush()
    actor = Actor(staff.id, staff.login, staff.name, roles)
services = Services(Desk(store, actor, SystemClock(), Rules(), Profile(name="x")))
for n in range(10_000):
    saved = services.customers.create(
        CustomerInput(name=f"客户{n}", phones=(PhoneInput(f"138{n:08d}"),))
    )
    print(saved, flush=True)
"""


def test_killed_between_saves_no_acknowledged_record_is_lost(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    keys.KeyFile(check=keys.check_value(_KEY)).save(folder)
    startup.create_store(folder, _KEY).close()
    acknowledged: set[str] = set()
    for round_ in range(4):
        wanted = 3 + 7 * round_
        command = [sys.executable, "-c", _WRITER, str(tmp_path), f"staff{round_}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told = [line.strip() for _, line in zip(range(wanted), writer.stdout, strict=False)]
            writer.kill()
            # What reached the pipe before the kill was acknowledged as well.
            told += [line.strip() for line in writer.stdout if line.endswith("\n")]
        assert len(told) >= wanted
        acknowledged.update(told)

    assert check(folder, _KEY) == []
    store = open_store(folder, _KEY, NOW)
    with store.reading() as session:
        kept = set(session.scalars(select(Customer.id)))
        phones = {c.id: len(c.phones) for c in session.scalars(select(Customer))}
    store.close()
    assert acknowledged <= kept
    assert set(phones.values()) == {1}, "a file was torn from its telephone"
