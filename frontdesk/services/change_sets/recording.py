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
from typing import Any, NamedTuple

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


class Event(NamedTuple):
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
    recorded.events = _events(connection, watched)
    _end(connection, watched)


def key_columns(table: Table) -> list[str]:
    """The names of the columns a row is known by."""
    return [column.name for column in table.primary_key.columns]


def _begin(connection: Connection, watched: list[Table]) -> None:
    run = connection.exec_driver_sql
    run(
        "CREATE TEMP TABLE recorded "
        "(place INTEGER PRIMARY KEY, kind INTEGER, line INTEGER, old TEXT, new TEXT)"
    )
    run("CREATE INDEX temp.recorded_added ON recorded (kind, line) WHERE line IS NOT NULL")
    for kind, table in enumerate(watched):
        names = [column.name for column in table.columns]
        old, new = _array("OLD", names), _array("NEW", names)
        own = f"kind = {kind} AND line = OLD.rowid AND line IS NOT NULL"
        older = f"NOT EXISTS (SELECT 1 FROM recorded WHERE {own})"  # noqa: S608 - own names
        note, forget = "INSERT INTO recorded", f"DELETE FROM recorded WHERE {own}"  # noqa: S608
        for act, what in (
            # What becomes of a row the act itself has added is read when the act is over.
            ("INSERT", f"{note} (kind, line) VALUES ({kind}, NEW.rowid)"),
            ("UPDATE", f"{note} (kind, old, new) SELECT {kind}, {old}, {new} WHERE {older}"),
            ("DELETE", f"{note} (kind, old) SELECT {kind}, {old} WHERE {older}; {forget}"),
        ):
            run(
                f'CREATE TEMP TRIGGER "recording_{table.name}_{act}" AFTER {act} '
                f'ON main."{table.name}" BEGIN {what}; END'
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


def _events(connection: Connection, watched: list[Table]) -> list[Event]:
    """In the order of the acts; an added row stands where it was added, as it is at the end."""
    found = [*_added(connection, watched), *_changed(connection, watched)]
    return [event for _, event in sorted(found, key=lambda each: each[0])]


def _added(connection: Connection, watched: list[Table]) -> Iterator[tuple[int, Event]]:
    run = connection.exec_driver_sql
    kinds = "SELECT DISTINCT kind FROM temp.recorded WHERE line IS NOT NULL"
    for (kind,) in run(kinds).all():
        table = watched[kind]
        keys = key_columns(table)
        apart = {*keys, "version", *RECKONED.get(table.name, ())}
        held = [column.name for column in table.columns if column.name not in apart]
        shown = ", ".join(f't."{name}"' for name in (*keys, *held))
        rows = run(
            f"SELECT {shown}, r.place FROM temp.recorded r "  # noqa: S608 - own names
            f'JOIN main."{table.name}" t ON t.rowid = r.line '
            "WHERE r.kind = ? AND r.line IS NOT NULL",
            (kind,),
        )
        names, own = (*keys, *held), len(keys)
        for row in rows:
            told = list(zip(names, row, strict=False))
            after = {name: value for name, value in told[own:] if value is not None}
            yield row[-1], Event(table.name, dict(told[:own]), None, after)


def _changed(connection: Connection, watched: list[Table]) -> Iterator[tuple[int, Event]]:
    columns = [[column.name for column in table.columns] for table in watched]
    told = connection.exec_driver_sql(
        "SELECT place, kind, old, new FROM temp.recorded WHERE line IS NULL"
    )
    for place, kind, old, new in told:
        event = _event(watched[kind], _row(columns[kind], old), _row(columns[kind], new))
        if event is not None:
            yield place, event


def _row(names: list[str], values: str | None) -> Row | None:
    return None if values is None else dict(zip(names, json.loads(values), strict=True))


def _event(table: Table, before: Row | None, after: Row | None) -> Event | None:
    assert before is not None
    keys = key_columns(table)
    if after is None:
        return Event(table.name, {name: before[name] for name in keys}, before, None)
    differ = [name for name in after if after[name] != before[name] and name != "version"]
    if not differ:
        return None
    return Event(
        table.name,
        {name: after[name] for name in keys},
        {name: before[name] for name in differ},
        {name: after[name] for name in differ},
    )
