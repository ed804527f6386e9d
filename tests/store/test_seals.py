"""The chain over the audit trail: every tampering is found."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.models.journal import AuditEntry
from frontdesk.services.backups.dto import SecondPlaceSetting
from frontdesk.services.desk import Desk
from frontdesk.services.settings import store_setting
from frontdesk.store import backup, head, keys, restore, seals, second_place, startup
from frontdesk.store.check import check
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder
from frontdesk.store.head import Head
from tests.store.tampering import ENTRIES, KINDS, change, unguarded, with_guards_back


@pytest.fixture
def trail(desk: Desk, clock: FixedClock) -> Desk:
    """A desk with forty acts behind it."""
    for n in range(ENTRIES):
        clock.move(timedelta(seconds=30))
        with desk.write() as work:
            work.audit("customer.update", "customer", f"c{n % 7}", before={"name": f"客户{n}"})
    return desk


def _raw(desk: Desk) -> Any:
    return connect(desk.store.folder.database, desk.store.key)


def _found(desk: Desk) -> list[str]:
    connection = _raw(desk)
    try:
        return seals.verify(connection, desk.store.key)
    finally:
        connection.close()


def test_an_untouched_trail_proves_sound(trail: Desk) -> None:
    assert _found(trail) == []


def test_a_store_without_entries_proves_sound(desk: Desk) -> None:
    assert _found(desk) == []
    assert desk.store.head is None


def test_each_entry_is_sealed_over_the_one_before(trail: Desk) -> None:
    with trail.read() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()

    assert [entry.sequence for entry in entries] == list(range(1, ENTRIES + 1))
    assert len({entry.seal for entry in entries}) == ENTRIES
    last = entries[-1].seal
    assert last is not None
    assert trail.store.head == Head(ENTRIES, last.hex())


# --- tampering ------------------------------------------------------------------------------------


def test_three_hundred_of_three_hundred_tamperings_are_found(trail: Desk) -> None:
    chance = random.Random(20261121)
    missed = []
    for n in range(300):
        tampering = KINDS[n % len(KINDS)]
        connection = _raw(trail)
        connection.execute("BEGIN IMMEDIATE")
        tampering(connection, chance, trail)
        if not seals.verify(connection, trail.store.key):
            missed.append(n)
        connection.execute("ROLLBACK")
        connection.close()

    assert missed == []
    assert _found(trail) == []


def _cut_with_its_head(desk: Desk, entries: int) -> None:
    """The one tampering the chain alone cannot tell: an older state of it, whole."""
    connection = _raw(desk)
    guards = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"
    ).fetchall()
    unguarded(connection)
    connection.execute("DELETE FROM audit_entry WHERE sequence > ?", (entries,))
    connection.execute(
        "UPDATE audit_head SET (sequence, seal, at) = "
        "(SELECT sequence, seal, at FROM audit_entry ORDER BY sequence DESC LIMIT 1)"
    )
    for (sql,) in guards:
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize("entries", [1, 17, ENTRIES - 1])
def test_a_tail_cut_off_with_its_head_is_told_by_the_head_beside_the_store(
    trail: Desk, entries: int
) -> None:
    _cut_with_its_head(trail, entries)
    assert _found(trail) == []
    folder = trail.store.folder

    with pytest.raises(EnvironmentFault) as fault:
        startup.look(folder.database, trail.store.key, head.read(folder))

    assert fault.value.code == "store.rolled_back"
    assert fault.value.params["sequence"] == ENTRIES
    assert fault.value.params["newest"] == entries


# --- check, with what backups hold ----------------------------------------------------------------


@pytest.fixture
def backed_up(trail: Desk, clock: FixedClock) -> Desk:
    """The trail, backed up half-way in its life."""
    slots = keys.KeyFile(check=keys.check_value(trail.store.key))
    slots.save(trail.store.folder)
    backup.make(trail.store.folder, trail.store.key, clock.now(), "by-hand")
    return trail


def test_an_untouched_store_is_sound(backed_up: Desk) -> None:
    assert check(backed_up.store.folder, backed_up.store.key) == []


def test_check_tells_of_a_cut_also_when_the_head_beside_the_store_went_with_it(
    backed_up: Desk,
) -> None:
    folder = backed_up.store.folder
    _cut_with_its_head(backed_up, 12)
    assert "had been kept" in "".join(check(folder, backed_up.store.key))
    folder.head.unlink()

    faults = check(folder, backed_up.store.key)

    assert len(faults) == 1
    assert f"audit entry {ENTRIES}" in faults[0]
    assert ".fdbackup" in faults[0]


def test_check_tells_of_a_cut_when_only_the_second_place_remembers(
    backed_up: Desk, tmp_path: Path
) -> None:
    folder, stick = backed_up.store.folder, tmp_path / "U盘 100%"
    stick.mkdir()
    identity = backup.identity(folder)
    assert identity is not None
    here = backup.available(folder)[0].path
    second_place.carry(here, stick, identity, "远航汽车服务")
    with backed_up.write() as work:
        store_setting(work.session, second_place.SETTING, SecondPlaceSetting(str(stick)))
    assert check(folder, backed_up.store.key) == []
    here.unlink()
    _cut_with_its_head(backed_up, 12)
    folder.head.unlink()

    (fault,) = check(folder, backed_up.store.key)

    assert f"audit entry {ENTRIES}, held by {here.name}, is gone" in fault
    shutil.rmtree(stick)
    assert check(folder, backed_up.store.key) == [], "unplugged it can tell of nothing"


def test_check_tells_of_an_edited_entry(backed_up: Desk) -> None:
    connection = _raw(backed_up)
    with_guards_back(change)(connection, random.Random(1), backed_up)
    connection.close()

    assert check(backed_up.store.folder, backed_up.store.key)


def test_a_backup_put_back_is_noted_and_newer_backups_are_no_fault(
    backed_up: Desk, clock: FixedClock
) -> None:
    folder, key = backed_up.store.folder, backed_up.store.key
    older = backup.available(folder)[0].path
    clock.move(timedelta(hours=1))
    with backed_up.write() as work:
        work.audit("customer.update", "customer", "c1")
    backup.make(folder, key, clock.now(), "by-hand")
    backed_up.store.close()
    clock.move(timedelta(hours=1))

    restore.restore(older, folder, key, clock.now())
    noted: list[AuditEntry] = []
    for _ in range(2):
        store = startup.open_store(folder, key, clock.now())
        with store.reading() as session:
            noted = list(
                session.scalars(select(AuditEntry).where(AuditEntry.action == seals.RESTORED))
            )
        store.close()

    assert [entry.sequence for entry in noted] == [ENTRIES + 1]
    assert check(folder, key) == []


# --- upgrade --------------------------------------------------------------------------------------


def _older(tmp_path: Path, desk: Desk) -> tuple[DataFolder, bytes]:
    """A store of before there were seals, with ten entries."""
    import shutil

    from frontdesk.store import migrate
    from frontdesk.store.engine import make_engine

    folder = DataFolder(tmp_path / "older")
    folder.root.mkdir()
    key = desk.store.key
    with desk.store.reading() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    shutil.copy(desk.store.folder.database, folder.database)
    keys.KeyFile(check=keys.check_value(key)).save(folder)
    engine = make_engine(folder.database, key)
    migrate.downgrade(engine, "0001")
    with engine.begin() as connection:
        for n in range(10):
            connection.execute(
                text(
                    "INSERT INTO audit_entry (at, action, subject, subject_id, detail) "
                    "VALUES ('2026-01-01T00:00:00.000000Z', 'a', 'b', :n, '{}')"
                ),
                {"n": str(n)},
            )
    engine.dispose()
    return folder, key


def test_entries_of_an_older_store_are_covered_by_the_seal_the_chain_begins_with(
    tmp_path: Path, desk: Desk, clock: FixedClock
) -> None:
    folder, key = _older(tmp_path, desk)
    store = startup.open_store(folder, key, clock.now())
    newer = Desk(store, desk.actor, clock, desk.rules, desk.profile)
    with newer.write() as work:
        work.audit("account.sign_in", "staff", desk.actor.id)

    assert _found(newer) == []
    connection = _raw(newer)
    unguarded(connection)
    for statement in (
        "UPDATE audit_entry SET subject_id = 'x' WHERE sequence = 4",
        "DELETE FROM audit_entry WHERE sequence = 10",
        "UPDATE audit_entry SET sequence = 100 + sequence WHERE sequence < 3",
        "INSERT INTO audit_entry SELECT -1, at, staff_id, action, subject, subject_id, detail, "
        "seal FROM audit_entry WHERE sequence = 1",
    ):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement)
        found = [fault for fault in seals.verify(connection, key) if "trigger" not in fault]
        connection.execute("ROLLBACK")
        assert found, statement
    connection.close()
    store.close()


def test_a_store_whose_head_was_taken_away_takes_no_more_acts(trail: Desk) -> None:
    connection = _raw(trail)
    unguarded(connection)
    connection.execute("DELETE FROM audit_head")
    connection.close()

    with pytest.raises(EnvironmentFault) as fault, trail.write() as work:
        work.audit("customer.update", "customer", "c1")

    assert fault.value.code == "store.damaged"


def test_a_smuggled_number_is_not_taken_twice(trail: Desk) -> None:
    connection = _raw(trail)
    connection.execute(
        "INSERT INTO audit_entry VALUES (?, '2026', NULL, 'x', 'y', 'z', '{}', x'00')",
        (ENTRIES + 1,),
    )
    connection.close()

    with trail.write() as work:
        work.audit("customer.update", "customer", "c1")

    assert head.read(trail.store.folder) is not None
    assert any(str(ENTRIES + 1) in fault for fault in _found(trail))
