"""Ways to tamper with the audit trail, as somebody would who has the key and a tool."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from frontdesk.services.desk import Desk
from frontdesk.store import seals

ENTRIES = 40
"""How many entries the trail has that is tampered with."""
_COLUMNS = ("at", "staff_id", "action", "subject", "subject_id", "detail", "seal")

Tampering = Callable[[Any, random.Random, Desk], None]


def unguarded(connection: Any) -> None:
    """Take every trigger off that holds the trail."""
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"
    ).fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")


def with_guards_back(tampering: Tampering) -> Tampering:
    """The thief who covers the traces: triggers taken off, and put back as they were."""

    def act(connection: Any, chance: random.Random, desk: Desk) -> None:
        kept = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"
        ).fetchall()
        unguarded(connection)
        tampering(connection, chance, desk)
        for (sql,) in kept:
            connection.execute(sql)

    return act


def change(connection: Any, chance: random.Random, _desk: Desk) -> None:
    """Change any column of any entry."""
    column, which = chance.choice(_COLUMNS), chance.randint(1, ENTRIES)
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


KINDS: tuple[Tampering, ...] = (
    *map(
        with_guards_back,
        (
            change,
            change,
            change,
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
