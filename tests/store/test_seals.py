"""The chain over the audit trail: every tampering is found."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.models.journal import AuditEntry
from frontdesk.services.desk import Desk
from frontdesk.store import backup, head, keys, restore, seals, startup
from frontdesk.store.check import check
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder
from frontdesk.store.head import Head

ENTRIES = 40
COLUMNS = ("at", "staff_id", "action", "subject", "subject_id", "detail", "seal")


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

Tampering = Callable[[Any, random.Random, Desk], None]


def _unguarded(connection: Any) -> None:
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"
    ).fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")


def _with_guards_back(tampering: Tampering) -> Tampering:
    """The thief who covers the traces: triggers taken off, and put back as they were."""

    def act(connection: Any, chance: random.Random, desk: Desk) -> None:
        kept = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"
        ).fetchall()
        _unguarded(connection)
        tampering(connection, chance, desk)
        for (sql,) in kept:
            connection.execute(sql)

    return act


def _change(connection: Any, chance: random.Random, _desk: Desk) -> None:
    column, which = chance.choice(COLUMNS), chance.randint(1, ENTRIES)
    (old,) = connection.execute(
        f"SELECT {column} FROM audit_entry WHERE sequence = ?",
        (which,),
    ).fetchone()
    if isinstance(old, bytes):
        new: Any = bytes([old[0] ^ 1 << chance.randrange(8)]) + old[1:]
    else:
        cut = chance.randrange(len(old)) if old else 0
        new = old[:cut] + chance.choice("x0甲") + old[cut + 1 :]
        new = new if new != old else old + " "
    connection.execute(
        f"UPDATE audit_entry SET {column} = ? WHERE sequence = ?",
        (new, which),
    )


def _unsay_who(connection: Any, chance: random.Random, _desk: Desk) -> None:
    which = chance.randint(1, ENTRIES)
    connection.execute("UPDATE audit_entry SET staff_id = NULL WHERE sequence = ?", (which,))


def _move_text_between_columns(connection: Any, chance: random.Random, _desk: Desk) -> None:
    which = chance.randint(1, ENTRIES)
    connection.execute(
        "UPDATE audit_entry SET subject = subject || subject_id, subject_id = '' "
        "WHERE sequence = ?",
        (which,),
    )


def _delete_one(connection: Any, chance: random.Random, _desk: Desk) -> None:
    which = chance.randint(1, ENTRIES - 1)
    connection.execute("DELETE FROM audit_entry WHERE sequence = ?", (which,))


def _delete_and_close_the_gap(connection: Any, chance: random.Random, _desk: Desk) -> None:
    which = chance.randint(1, ENTRIES - 1)
    connection.execute("DELETE FROM audit_entry WHERE sequence = ?", (which,))
    for later in range(which + 1, ENTRIES + 1):
        connection.execute(
            "UPDATE audit_entry SET sequence = ? WHERE sequence = ?", (later - 1, later)
        )
    connection.execute("UPDATE audit_head SET sequence = sequence - 1")


def _cut_tail(connection: Any, chance: random.Random, _desk: Desk) -> None:
    connection.execute("DELETE FROM audit_entry WHERE sequence > ?", (chance.randrange(ENTRIES),))


def _cut_beginning(connection: Any, chance: random.Random, _desk: Desk) -> None:
    upto = chance.randint(1, ENTRIES - 1)
    connection.execute("DELETE FROM audit_entry WHERE sequence <= ?", (upto,))


def _insert(connection: Any, chance: random.Random, desk: Desk) -> None:
    at = chance.choice((0, ENTRIES + 1, ENTRIES + chance.randint(2, 9)))
    connection.execute(
        "INSERT INTO audit_entry SELECT ?, at, staff_id, action, subject, subject_id, detail, seal "
        "FROM audit_entry WHERE sequence = ?",
        (at, chance.randint(1, ENTRIES)),
    )


def _swap(connection: Any, chance: random.Random, _desk: Desk) -> None:
    first, second = chance.sample(range(1, ENTRIES + 1), 2)
    for old, new in ((first, -1), (second, first), (-1, second)):
        connection.execute("UPDATE audit_entry SET sequence = ? WHERE sequence = ?", (new, old))


def _renumber(connection: Any, chance: random.Random, _desk: Desk) -> None:
    by = chance.randint(1, 1_000)
    connection.execute("UPDATE audit_entry SET sequence = -sequence")
    connection.execute("UPDATE audit_entry SET sequence = ? - sequence", (by,))
    connection.execute("UPDATE audit_head SET sequence = sequence + ?", (by,))


def _reseal(connection: Any, chance: random.Random, _desk: Desk) -> None:
    """The whole chain made anew from one entry on, with a key that is not this store's."""
    key, which = chance.randbytes(32), chance.randint(1, ENTRIES)
    seal = b"\0" * 32
    if which > 1:
        (seal,) = connection.execute(
            "SELECT seal FROM audit_entry WHERE sequence = ?", (which - 1,)
        ).fetchone()
    connection.execute("UPDATE audit_entry SET detail = '{}' WHERE sequence = ?", (which,))
    rows = connection.execute(
        "SELECT sequence, at, staff_id, action, subject, subject_id, detail FROM audit_entry "
        "WHERE sequence >= ? ORDER BY sequence",
        (which,),
    ).fetchall()
    for row in rows:
        seal = seals.seal_of(key, seal, tuple(row))
        connection.execute("UPDATE audit_entry SET seal = ? WHERE sequence = ?", (seal, row[0]))
    connection.execute("UPDATE audit_head SET seal = ?", (seal,))


def _unseal_the_beginning(connection: Any, chance: random.Random, _desk: Desk) -> None:
    """Edited, and passed off as written before there were seals."""
    upto = chance.randint(1, ENTRIES)
    connection.execute("UPDATE audit_entry SET seal = NULL WHERE sequence <= ?", (upto,))
    connection.execute("UPDATE audit_entry SET action = 'x' WHERE sequence = ?", (upto,))


def _behead(connection: Any, _chance: random.Random, _desk: Desk) -> None:
    connection.execute("DELETE FROM audit_head")


def _alter_head(connection: Any, chance: random.Random, _desk: Desk) -> None:
    column, value = chance.choice((("sequence", 3), ("seal", b"\1" * 32), ("at", "2026")))
    connection.execute(f"UPDATE audit_head SET {column} = ?", (value,))


def _take_guards_off(connection: Any, chance: random.Random, _desk: Desk) -> None:
    name = chance.choice(sorted(seals.GUARDS))
    connection.execute(f"DROP TRIGGER {name}")


def _blunt_guard(connection: Any, chance: random.Random, _desk: Desk) -> None:
    """A trigger of the same name that refuses nothing."""
    name = chance.choice(sorted(seals.GUARDS))
    table = "audit_head" if "head" in name else "audit_entry"
    connection.execute(f"DROP TRIGGER {name}")
    connection.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN 0 BEGIN SELECT 1; END")


_KINDS: tuple[Tampering, ...] = (
    *map(
        _with_guards_back,
        (
            _change,
            _change,
            _change,
            _unsay_who,
            _move_text_between_columns,
            _delete_one,
            _delete_and_close_the_gap,
            _cut_tail,
            _cut_beginning,
            _insert,
            _swap,
            _renumber,
            _reseal,
            _unseal_the_beginning,
            _behead,
            _alter_head,
        ),
    ),
    _take_guards_off,
    _blunt_guard,
)


def test_three_hundred_of_three_hundred_tamperings_are_found(trail: Desk) -> None:
    chance = random.Random(20261121)
    missed = []
    for n in range(300):
        tampering = _KINDS[n % len(_KINDS)]
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
    _unguarded(connection)
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
    assert "rolled_back" in "".join(check(folder, backed_up.store.key))
    folder.head.unlink()

    faults = check(folder, backed_up.store.key)

    assert len(faults) == 1
    assert f"audit entry {ENTRIES}" in faults[0]
    assert ".fdbackup" in faults[0]


def test_check_tells_of_an_edited_entry(backed_up: Desk) -> None:
    connection = _raw(backed_up)
    _with_guards_back(_change)(connection, random.Random(1), backed_up)
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
    _unguarded(connection)
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
    _unguarded(connection)
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
