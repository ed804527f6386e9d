"""A store of the first schema: its trail is taken into the chain when it is opened."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.accounts.opening import sign_in
from frontdesk.store import seals
from frontdesk.store.check import check
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder

_RELEASED = Path(__file__).parent / "fixtures" / "0001"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    shutil.copytree(_RELEASED, tmp_path / "desk")
    return DataFolder(tmp_path / "desk")


def test_entries_of_the_first_schema_are_covered_and_new_ones_go_on(folder: DataFolder) -> None:
    services = sign_in(folder, "gm", PASSWORD, FixedClock(datetime(2026, 11, 22, 2, tzinfo=UTC)))
    store = services.desk.store
    with store.reading() as session:
        older, newer = (
            session.connection()
            .exec_driver_sql("SELECT sum(seal IS NULL), sum(seal IS NOT NULL) FROM audit_entry")
            .one()
        )
    store.close()
    assert older > 0
    assert newer > 0
    assert check(folder, store.key) == []

    connection = connect(folder.database, store.key)
    connection.execute("DROP TRIGGER audit_entry_never_changes")
    connection.execute("UPDATE audit_entry SET action = 'x' WHERE sequence = 1")
    found = [fault for fault in seals.verify(connection, store.key) if "trigger" not in fault]
    connection.close()

    assert found
