"""Takes an import back as a whole, as long as nothing was built on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint, select
from sqlalchemy.orm import Session, aliased

from frontdesk.errors import NotFound, UserError
from frontdesk.models.base import Base
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.enums import CallbackStatus, ChangeSetKind
from frontdesk.models.staff import StaffMember
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.deriving.run import forget_derived
from frontdesk.services.change_sets import kept
from frontdesk.services.change_sets.naming import in_the_way
from frontdesk.services.change_sets.recording import Event, Recording
from frontdesk.services.change_sets.undoing import Hanging, hanging, undo
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.exchange.results import Imported
from frontdesk.services.search import index

_GO_ALONG = ("class_change", "customer_loss", "not_the_same", "call_list_member")
"""What the program, or a choice of many, made of the new files: it goes with them."""
_DELETED = frozenset({"callback", "customer", "import_batch", "vehicle"})
"""The tables of which an undone import deletes many rows."""
_KEPT_BY_ITSELF = frozenset({"search_doc", *_GO_ALONG, "callback"})


def begin(work: UnitOfWork, batch_id: str, file_name: str, counts: dict[str, int]) -> ChangeSet:
    """The change set of an import that begins now."""
    told = {"file": file_name, **counts}
    return kept.add(work, new_id(), ChangeSetKind.IMPORT, batch_id, told)


def keep(change_set: ChangeSet, recorded: Recording) -> None:
    """Fill in what the import did."""
    people = {event.key["id"] for event in recorded.events if event.table == "customer"}
    content = kept.Content(tuple(recorded.events), (), frozenset(people))
    change_set.rows = kept.packed(content)


def undo_import(work: UnitOfWork, batch_id: str) -> None:
    """Store, search and calls are as they were before the import.

    Calls it made that nobody has begun go; customers and cars others have worked with since stand
    in the way.
    """
    session = work.session
    change_set = session.scalars(
        select(ChangeSet).where(
            ChangeSet.kind == ChangeSetKind.IMPORT, ChangeSet.subject_id == batch_id
        )
    ).one_or_none()
    if change_set is None:
        raise NotFound("record.not_found")
    if change_set.undone_at is not None:
        return
    if change_set.at < work.now - timedelta(days=work.desk.rules.undo_import_days):
        raise UserError("exchange.undo_late", days=work.desk.rules.undo_import_days)
    content = kept.unpacked(change_set.rows)
    connection = session.connection()
    run = connection.exec_driver_sql
    own_calls = [e for e in content.events if e.table == "callback" and e.before is None]
    events = [e for e in content.events if e.table != "callback" or e.before is not None]
    new = [e.key["id"] for e in events if e.table == "customer" and e.before is None]
    touched = _files_beside(run, events)
    run("PRAGMA defer_foreign_keys = ON")
    with _quick_to_delete(run):
        found: list[Any] = list(hanging(connection, events, _KEPT_BY_ITSELF))
        found += _drop_calls(run, {e.key["id"] for e in own_calls}, new, _cars(events))
        for table in _GO_ALONG:
            _drop_beside(run, table, new)
        index.forget(session, new)
        obstacles, _ = undo(connection, events)
    if found or obstacles:
        raise in_the_way(connection, [*obstacles, *found])
    kept.mark_undone(work, change_set)
    told = kept.told(change_set)
    work.audit("deliveries.undo", "import_batch", batch_id, file=told["file"])
    gone = set(new)
    index.refresh(session, [each for each in touched if each not in gone])
    forget_derived(work)
    work.changed(Change.CUSTOMERS, Change.CALLBACKS)


@contextmanager
def _quick_to_delete(run: Any) -> Iterator[None]:
    """Indexes for as long as the act: else each row deleted is looked for in all of a table.

    The engine asks every table that refers to a row that goes. Few columns lack an index for that,
    and only here do thousands of rows go at once. Whatever fails, they are rolled back too.
    """
    made = []
    for table in Base.metadata.sorted_tables:
        led = {next(iter(each.columns)).name for each in table.indexes}
        led |= {
            next(iter(each.columns)).name
            for each in table.constraints
            if isinstance(each, PrimaryKeyConstraint | UniqueConstraint) and len(each.columns)
        }
        for foreign in table.foreign_keys:
            column = foreign.parent.name
            if foreign.column.table.name in _DELETED and column not in led:
                name = f"while_undoing_{table.name}_{column}"
                run(f'CREATE INDEX "{name}" ON "{table.name}" ("{column}")')
                made.append(name)
    yield
    for name in made:
        run(f'DROP INDEX "{name}"')


def imports(desk: Desk, session: Session, limit: int) -> tuple[Imported, ...]:
    """Sheets that were imported, the newest first."""
    person, undoer = aliased(StaffMember), aliased(StaffMember)
    rows = session.execute(
        select(ChangeSet, person.name, undoer.name)
        .join(person, person.id == ChangeSet.by)
        .join(undoer, undoer.id == ChangeSet.undone_by, isouter=True)
        .where(ChangeSet.kind == ChangeSetKind.IMPORT)
        .order_by(ChangeSet.at.desc(), ChangeSet.id.desc())
        .limit(limit)
    )
    oldest = desk.now - timedelta(days=desk.rules.undo_import_days)
    return tuple(_imported(*row, oldest) for row in rows)


def _imported(change_set: ChangeSet, by: str, undone_by: str | None, oldest: Any) -> Imported:
    told = kept.told(change_set)
    return Imported(
        change_set.subject_id,
        str(told["file"]),
        change_set.at,
        by,
        int(told["created"]),
        int(told["updated"]),
        int(told["rejected"]),
        change_set.undone_at,
        undone_by or "",
        can_undo=change_set.rows is not None and change_set.at >= oldest,
    )


def _cars(events: Iterable[Event]) -> list[str]:
    return [e.key["id"] for e in events if e.table == "vehicle" and e.before is None]


def _files_beside(run: Any, events: Iterable[Event]) -> list[str]:
    """Files whose searchable words the import changed: their own, or those of a car of theirs."""
    ids: dict[str, None] = {}
    cars = []
    for event in events:
        if event.table == "customer" and event.before is not None:
            ids[event.key["id"]] = None
        elif event.table == "customer_phone" and event.after is not None:
            ids[str(event.after.get("customer_id"))] = None
        elif event.table == "vehicle":
            cars.append(event.key["id"])
            for side in (event.before, event.after):
                if side and side.get("customer_id"):
                    ids[side["customer_id"]] = None
    rows = run(
        "SELECT customer_id FROM vehicle WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(cars),),
    )
    for (customer_id,) in rows:
        ids[customer_id] = None
    return list(ids)


def _drop_calls(run: Any, own: set[str], customers: list[str], cars: list[str]) -> list[Hanging]:
    """Drop the calls about the new files and cars that nobody has begun; the others are told."""
    rows = run(
        "SELECT c.id, c.status, c.started_at, EXISTS (SELECT 1 FROM call_attempt a "
        "WHERE a.callback_id = c.id) OR EXISTS (SELECT 1 FROM call_answer n "
        "WHERE n.callback_id = c.id) OR EXISTS (SELECT 1 FROM outbox_message m "
        "WHERE m.callback_id = c.id) FROM callback c WHERE "
        "c.id IN (SELECT value FROM json_each(?)) "
        "OR c.customer_id IN (SELECT value FROM json_each(?)) "
        "OR c.vehicle_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(own)), json.dumps(customers), json.dumps(cars)),
    ).all()
    begun, idle = [], []
    for id_, status, started_at, used in rows:
        if status != CallbackStatus.DUE.value or started_at is not None or used:
            begun.append(Hanging("callback", {"id": id_}, "customer"))
        else:
            idle.append((id_,))
    if idle:
        run("DELETE FROM callback WHERE id = ?", idle)
    return begun


def _drop_beside(run: Any, table: str, customers: list[str]) -> None:
    columns = ("first_id", "second_id") if table == "not_the_same" else ("customer_id",)
    for column in columns:
        run(
            f'DELETE FROM "{table}" WHERE "{column}" IN '  # noqa: S608 - own names
            "(SELECT value FROM json_each(?))",
            (json.dumps(customers),),
        )
