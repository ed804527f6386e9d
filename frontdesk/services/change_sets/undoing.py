"""Takes a recorded act back, row by row from its end, and finds what was done to them since.

Going backwards, each row must be as the act had left it: then the columns it changed get back what
they held, what it deleted comes back, what it added goes. Columns the act did not touch keep what
was saved since. A row that is not as it was left is an obstacle, and nothing may be kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection

from frontdesk.models.base import Base
from frontdesk.services.change_sets.recording import RECKONED, Event, Row, key_columns

LENIENT = frozenset({"class_change", "customer_loss", "draft"})
"""Forms half typed are saved or thrown away and classes go on as work does: never an obstacle."""
_AT_ONCE = 1_000
"""Added rows looked at with one statement."""
GIVEN_TO = frozenset({"specialist_id", "specialist_since"})
"""Who looks after a new customer may change: nothing was built on the file by that."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that is not as the act left it. ``columns`` are those that differ; none: it is gone."""

    table: str
    key: Row
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hanging:
    """A row that came later and hangs on one that would go."""

    table: str
    key: Row
    on: str
    """The table of the row it hangs on."""


def undo(connection: Connection, events: Sequence[Event]) -> tuple[list[Obstacle], set[str]]:
    """Take ``events`` back: the obstacles, and the files whose reckoned columns moved on.

    With obstacles the caller must not commit.
    """
    run = connection.exec_driver_sql
    run("PRAGMA defer_foreign_keys = ON")
    obstacles: list[Obstacle] = []
    moved: set[str] = set()
    for (table, added), some in groupby(reversed(events), key=_sort):
        if added:
            while part := list(islice(some, _AT_ONCE)):
                obstacles += _take_out(run, table, part)
        for event in some:
            if event.after is None:
                _bring_back(run, event)
            else:
                obstacles += _change_back(run, event, event.after, moved)
    return obstacles, moved


def hanging(
    connection: Connection, events: Iterable[Event], but: frozenset[str] = frozenset()
) -> list[Hanging]:
    """Rows not the act's own that hang on rows it added, save those of tables ``but``."""
    added: dict[str, dict[str, None]] = {}
    own: dict[str, set[str]] = {}
    for event in events:
        if event.after is not None:
            own.setdefault(event.table, set()).add(_known(event.key))
            if event.before is None and "id" in event.key:
                added.setdefault(event.table, {})[event.key["id"]] = None
    found: list[Hanging] = []
    for table in Base.metadata.sorted_tables:
        if table.name in but:
            continue
        names = key_columns(table)
        key = ", ".join(f'"{name}"' for name in names)
        for foreign in table.foreign_keys:
            parent = foreign.column.table.name
            if parent not in added or foreign.column.name != "id":
                continue
            rows = connection.exec_driver_sql(
                f'SELECT {key} FROM "{table.name}" WHERE "{foreign.parent.name}" '  # noqa: S608
                "IN (SELECT value FROM json_each(?))",
                (json.dumps(list(added[parent])),),
            )
            for row in rows:
                known = dict(zip(names, row, strict=True))
                if _known(known) not in own.get(table.name, ()):
                    found.append(Hanging(table.name, known, parent))
    return found


Run = Callable[..., Any]


def _known(key: Row) -> str:
    return json.dumps(key, sort_keys=True)


def _added(event: Event) -> Row:
    """What an added row must still hold: its values, and nothing where it was empty."""
    assert event.after is not None
    apart = {*event.key, "version", *RECKONED.get(event.table, ())}
    if event.table == "customer":
        apart |= GIVEN_TO
    return {
        column.name: event.after.get(column.name)
        for column in Base.metadata.tables[event.table].columns
        if column.name not in apart
        # A column of a later revision has its default: nobody wrote it.
        and (column.name in event.after or column.server_default is None)
    }


def _sort(event: Event) -> tuple[str, bool]:
    return event.table, event.before is None


def _take_out(run: Run, table: str, added: Sequence[Event]) -> list[Obstacle]:
    """Take out rows of one table that were added one after the other."""
    obstacles: list[Obstacle] = []
    going: list[tuple[Any, ...]] = []
    rows = _read_all(run, table, added)
    for place, event in enumerate(added):
        now, seen = rows.get(place), _added(event)
        stuck = () if now is None else sorted(name for name in seen if now[name] != seen[name])
        if now is not None and (table in LENIENT or not stuck):
            going.append(tuple(event.key.values()))
        elif table not in LENIENT:
            obstacles.append(Obstacle(table, event.key, tuple(stuck)))
    if going:
        where = " AND ".join(f'"{name}" = ?' for name in added[0].key)
        run(f'DELETE FROM "{table}" WHERE {where}', going)  # noqa: S608 - own names
    return obstacles


def _read_all(run: Run, table: str, events: Sequence[Event]) -> dict[int, Row]:
    """The rows there are of ``events``, by their places."""
    names = [column.name for column in Base.metadata.tables[table].columns]
    shown = ", ".join(f't."{name}"' for name in names)
    same = " AND ".join(f't."{name}" = g.value ->> {n}' for n, name in enumerate(events[0].key))
    rows = run(
        f"SELECT g.key, {shown} FROM json_each(?) g "  # noqa: S608 - own names
        f'CROSS JOIN "{table}" t ON {same}',
        (json.dumps([list(event.key.values()) for event in events]),),
    )
    return {place: dict(zip(names, values, strict=True)) for place, *values in rows}


def _change_back(run: Run, event: Event, seen: Row, moved: set[str]) -> list[Obstacle]:
    """Give the columns the act changed what they held before."""
    assert event.before is not None
    lenient = event.table in LENIENT
    now = _read(run, event, tuple(seen))
    if now is None:
        return [] if lenient else [Obstacle(event.table, event.key)]
    derived = RECKONED.get(event.table, frozenset())
    differ = {name for name in seen if now[name] != seen[name]}
    if differ & derived:
        moved.add(str(event.key["id"]))
    if differ - derived and not lenient:
        return [Obstacle(event.table, event.key, tuple(sorted(differ - derived)))]
    _put(run, event, {name: value for name, value in event.before.items() if name not in differ})
    return []


def _read(run: Run, event: Event, names: tuple[str, ...]) -> Row | None:
    columns = ", ".join(f'"{name}"' for name in names) or "1"
    row = _run_on(run, f'SELECT {columns} FROM "{event.table}"', {}, event.key).fetchone()  # noqa: S608
    return None if row is None else dict(zip(names, row, strict=False))


def _put(run: Run, event: Event, values: Row) -> None:
    if not values:
        return
    into = ", ".join(f'"{name}" = ?' for name in values)
    if "version" in Base.metadata.tables[event.table].columns:
        into += ', "version" = "version" + 1'
    _run_on(run, f'UPDATE "{event.table}" SET {into}', values, event.key)  # noqa: S608


def _bring_back(run: Run, event: Event) -> None:
    assert event.before is not None
    if event.table in LENIENT and _read(run, event, ()) is not None:
        return
    names = ", ".join(f'"{name}"' for name in event.before)
    marks = ", ".join("?" * len(event.before))
    run(
        f'INSERT INTO "{event.table}" ({names}) VALUES ({marks})',  # noqa: S608 - own names
        tuple(event.before.values()),
    )


def _run_on(run: Run, statement: str, values: Row, key: Row) -> Any:
    where = " AND ".join(f'"{name}" = ?' for name in key)
    return run(f"{statement} WHERE {where}", (*values.values(), *key.values()))
