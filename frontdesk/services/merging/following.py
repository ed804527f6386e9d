"""Lets everything that hangs on one file hang on another: found by the keys of all tables.

A table that comes to refer to customers later is followed without anybody naming it here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint

from frontdesk.models.base import Base
from frontdesk.services.change_sets.recording import Row, key_columns
from frontdesk.services.merging.dto import Following

_OF_ITS_OWN = frozenset({"search_doc"})
"""Kept by its own index."""
HELD_BY = ("vehicle", "visit", "callback", "complaint")
"""Records of a customer on which further ones hang that name the customer as well."""


def references(to: str = "customer") -> Iterator[tuple[Table, str]]:
    """Every column that refers to a record of table ``to``, with its table."""
    for table in Base.metadata.sorted_tables:
        if table.name in _OF_ITS_OWN:
            continue
        for foreign in table.foreign_keys:
            if foreign.column.table.name == to:
                yield table, foreign.parent.name


def count(connection: Connection, table: Table, column: str, id_: str) -> int:
    """How many rows refer to a record."""
    counted: int = connection.exec_driver_sql(
        f'SELECT count(*) FROM "{table.name}" WHERE "{column}" = ?',  # noqa: S608 - own names
        (id_,),
    ).scalar_one()
    return counted


def counted(
    connection: Connection, stays_id: str, goes_id: str, of: str = "customer"
) -> tuple[Following, ...]:
    """How much hangs on each of two records of table ``of``, kind by kind."""
    found: dict[str, tuple[int, int]] = {}
    for table, column in references(of):
        goes, stays = found.get(table.name, (0, 0))
        found[table.name] = (
            goes + count(connection, table, column, goes_id),
            stays + count(connection, table, column, stays_id),
        )
    return tuple(Following(name, *counts) for name, counts in found.items() if any(counts))


def follow(connection: Connection, stays_id: str, goes_id: str, of: str = "customer") -> None:
    """Let all rows that refer to ``goes_id``, a record of table ``of``, refer to ``stays_id``.

    Where the one that stays has the same row already (the same list of calls, the same channel),
    the other's is dropped; the change set keeps it.
    """
    run = connection.exec_driver_sql
    for table, column in references(of):
        for others in _unique_with(table, column):
            _drop_doubles(run, table, column, others, stays_id, goes_id)
        run(
            f'UPDATE "{table.name}" SET "{column}" = ? WHERE "{column}" = ?',  # noqa: S608
            (stays_id, goes_id),
        )
    _occasions(run, stays_id, goes_id, f"{of}_id")


def _unique_with(table: Table, column: str) -> Iterator[list[str]]:
    """The columns that may be the same only once for each customer."""
    keys = [key_columns(table)]
    keys += [
        [each.name for each in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    for names in keys:
        if column in names:
            yield [name for name in names if name != column]


def _drop_doubles(
    run: Any, table: Table, column: str, others: list[str], stays_id: str, goes_id: str
) -> None:
    same = "".join(f' AND kept."{name}" = "{table.name}"."{name}"' for name in others)
    run(
        f'DELETE FROM "{table.name}" WHERE "{column}" = ? AND EXISTS '  # noqa: S608 - own names
        f'(SELECT 1 FROM "{table.name}" kept WHERE kept."{column}" = ?{same})',
        (goes_id, stays_id),
    )


def _occasions(run: Any, stays_id: str, goes_id: str, column: str) -> None:
    """What a call springs from may name the record: else the same call would be made again."""
    rows = run(
        f'SELECT id, kind, occasion FROM callback WHERE "{column}" = ? '  # noqa: S608 - own names
        "AND instr(occasion, ?)",
        (stays_id, goes_id),
    ).all()
    for id_, kind, occasion in rows:
        named = ":".join(stays_id if part == goes_id else part for part in occasion.split(":"))
        known = run(
            "SELECT 1 FROM callback WHERE kind = ? AND occasion = ?", (kind, named)
        ).fetchone()
        if known is None:
            run("UPDATE callback SET occasion = ? WHERE id = ?", (named, id_))


# afterwards -----------------------------------------------------------------------------------


def crossing(connection: Connection, stays_id: str, goes_id: str) -> list[tuple[str, Row]]:
    """Rows of the one customer that hang on a record of the other: they stay where they are."""
    return [(table.name, key) for table, _, key in _crossing(connection, stays_id, goes_id)]


def hand_back(
    connection: Connection, stays_id: str, goes_id: str, stayed: list[tuple[str, Row]]
) -> int:
    """Give rows that came after the merge to the customer whose car, visit or call they hang on.

    Returns how many there were.
    """
    known = {(name, json.dumps(key, sort_keys=True)) for name, key in stayed}
    moved = 0
    # A call hangs on a visit that hangs on a car: once more until nothing moves.
    while later := [
        (table, column, key)
        for table, column, key in _crossing(connection, stays_id, goes_id)
        if (table.name, json.dumps(key, sort_keys=True)) not in known
    ]:
        for table, column, key in later:
            where = " AND ".join(f'"{name}" = ?' for name in key)
            connection.exec_driver_sql(
                f'UPDATE "{table.name}" SET "{column}" = ? WHERE {where}',  # noqa: S608
                (goes_id, *key.values()),
            )
        moved += len(later)
    return moved


def _crossing(
    connection: Connection, stays_id: str, goes_id: str
) -> Iterator[tuple[Table, str, Row]]:
    for table, column in references():
        if table.name in HELD_BY[:1]:
            continue
        names = key_columns(table)
        shown = ", ".join(f'"{name}"' for name in names)
        for foreign in table.foreign_keys:
            holder = foreign.column.table.name
            if holder not in HELD_BY or foreign.column.name != "id":
                continue
            rows = connection.exec_driver_sql(
                f'SELECT {shown} FROM "{table.name}" WHERE "{column}" = ? '  # noqa: S608
                f'AND "{foreign.parent.name}" IN '
                f'(SELECT id FROM "{holder}" WHERE customer_id = ?)',
                (stays_id, goes_id),
            ).all()
            for row in rows:
                yield table, column, dict(zip(names, row, strict=True))
