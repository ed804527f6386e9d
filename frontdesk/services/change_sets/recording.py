"""Records every row that is added, changed or deleted while an act runs, whoever writes it.

The store itself keeps the record, by temporary triggers that live as long as the act: nothing that
writes, by the mapped classes or by statements of its own, can forget to tell. Temporary tables are
in memory (``store.engine``) and part of the transaction: an act that fails leaves none behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table
from sqlalchemy.orm import Session

from frontdesk.models.base import Base

Row = dict[str, Any]
"""A row, or some columns of it, as the store holds them: texts, whole numbers and ``None``."""

UNRECORDED = frozenset(
    {
        "audit_entry",
        "audit_head",
        "change_set",
        "import_mapping",
        "number_sequence",
        "search_doc",
        "setting",
    }
)
"""Never taken back: the trail and numbers go on only; search is kept by its own index; settings and
what was learnt of a sheet's columns are nothing that was done to a file."""
RECKONED: dict[str, frozenset[str]] = {
    "customer": frozenset(
        {
            "last_visit_on",
            "next_due_on",
            "value_class",
            "value_why",
            "valued_on",
            "lost_since",
            "badges",
        }
    ),
    "vehicle": frozenset(
        {"last_visit_on", "next_maintenance_on", "next_maintenance_km", "last_mileage_km"}
    ),
}
"""Reckoned by the program from other rows: never an obstacle, reckoned anew where it moved on."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row's change. ``before`` is ``None`` for an added row, ``after`` for a deleted one.

    Of an added row what it holds is kept (no column that is empty or reckoned), of a changed one
    its key and what differs, of a deleted one everything. ``key`` is the one the row has after the
    change, or had.
    """

    table: str
    key: Row
    before: Row | None
    after: Row | None


@dataclass(slots=True)
class Recording:
    """What was recorded; complete once the block has ended."""

    events: list[Event] = field(default_factory=list)


def tables() -> list[Table]:
    """The tables that are recorded: all but :data:`UNRECORDED` and those that hold files."""
    return [
        table
        for table in Base.metadata.sorted_tables
        if table.name not in UNRECORDED
        and not any(isinstance(column.type, LargeBinary) for column in table.columns)
    ]


@contextmanager
def recording(session: Session) -> Iterator[Recording]:
    """Record what is written in this block, inside the session's transaction."""
    session.flush()
    connection = session.connection()
    recorded = Recording()
    watched = tables()
    _begin(connection, watched)
    yield recorded
    session.flush()
    recorded.events = _events(connection)
    _end(connection, watched)


def key_columns(table: Table) -> list[str]:
    """The names of the columns a row is known by."""
    return [column.name for column in table.primary_key.columns]


def _begin(connection: Connection, watched: list[Table]) -> None:
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE recorded (place INTEGER PRIMARY KEY, name TEXT, old TEXT, new TEXT)")
    for table in watched:
        names = [column.name for column in table.columns]
        for act, old, new in (
            ("INSERT", "NULL", _array("NEW", names)),
            ("UPDATE", _array("OLD", names), _array("NEW", names)),
            ("DELETE", _array("OLD", names), "NULL"),
        ):
            values = f"VALUES ('{table.name}', {old}, {new})"
            run(
                f'CREATE TEMP TRIGGER "recording_{table.name}_{act}" AFTER {act} '
                f'ON main."{table.name}" BEGIN '
                f"INSERT INTO recorded (name, old, new) {values}; END"
            )


def _end(connection: Connection, watched: list[Table]) -> None:
    run = connection.exec_driver_sql
    for table in watched:
        for act in ("INSERT", "UPDATE", "DELETE"):
            run(f'DROP TRIGGER temp."recording_{table.name}_{act}"')
    run("DROP TABLE temp.recorded")


def _array(which: str, names: list[str]) -> str:
    # By place: a row of fifty columns would be more arguments by name than a function may take.
    values = ", ".join(f'{which}."{name}"' for name in names)
    return f"json_array({values})"


def _events(connection: Connection) -> list[Event]:
    columns = {table.name: [column.name for column in table.columns] for table in tables()}
    keys = {table.name: key_columns(table) for table in tables()}
    told = connection.exec_driver_sql("SELECT name, old, new FROM temp.recorded ORDER BY place")
    found: list[Event | None] = []
    added: dict[tuple[str, str], int] = {}
    for name, old, new in told:
        before, after = _row(columns[name], old), _row(columns[name], new)
        known = (name, _key_of(keys[name], before or after))
        place = added.pop(known, None) if before is not None else None
        if place is not None:
            # Added by this act: what became of it since is part of its being added.
            found[place] = None
            before = None
            if after is None:
                continue
        event = _event(name, keys[name], before, after)
        if event is None:
            continue
        if before is None:
            added[name, _key_of(keys[name], after)] = len(found) if place is None else place
        if place is None:
            found.append(event)
        else:
            found[place] = event
    return [event for event in found if event is not None]


def _key_of(names: list[str], row: Row | None) -> str:
    assert row is not None
    return json.dumps([row[name] for name in names])


def _row(names: list[str], values: str | None) -> Row | None:
    return None if values is None else dict(zip(names, json.loads(values), strict=True))


def _event(table: str, key: list[str], before: Row | None, after: Row | None) -> Event | None:
    if after is None:
        assert before is not None
        return Event(table, {name: before[name] for name in key}, before, None)
    kept = {name: after[name] for name in key}
    if before is None:
        left_out = {*key, "version", *RECKONED.get(table, ())}
        held = {
            name: value
            for name, value in after.items()
            if value is not None and name not in left_out
        }
        return Event(table, kept, None, held)
    differ = [name for name in after if after[name] != before[name]]
    if not set(differ) - {"version"}:
        return None
    return Event(
        table,
        kept,
        {name: before[name] for name in differ if name != "version"},
        {name: after[name] for name in differ if name != "version"},
    )
