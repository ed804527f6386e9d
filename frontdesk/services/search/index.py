"""Keeps the search index: in the transaction of the change, or built anew as a whole.

Three parts (measured at 100,000 files): ``search_doc`` is the narrow line per file,
``search_trigram`` an external-content FTS5 table over it for three and more characters,
``search_window`` answers one and two characters.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from frontdesk.services.search.text import Searchable, document, plates_of, windows

_CHUNK = 2_000

_CUSTOMERS = """SELECT c.id, c.name, c.number,
    coalesce(c.last_visit_on, substr(c.created_at, 1, 10)) FROM customer c
    WHERE c.erased_at IS NULL"""
_PHONES = "SELECT p.customer_id, p.number FROM customer_phone p"
_VEHICLES = "SELECT v.customer_id, v.plate, v.vin FROM vehicle v"
_FORMER_PLATES = """SELECT v.customer_id, json_extract(a.detail, '$.before.plate')
    FROM vehicle v JOIN audit_entry a ON a.subject = 'vehicle' AND a.subject_id = v.id
    WHERE json_extract(a.detail, '$.before.plate') IS NOT NULL"""
_DRIVERS = """SELECT v.customer_id, d.name, d.phone
    FROM vehicle_driver d JOIN vehicle v ON v.id = d.vehicle_id"""
_FORMER_NUMBERS = "SELECT f.customer_id, f.number FROM former_number f"
_THESE = "IN (SELECT value FROM json_each(?))"
_KNOWN = f"""SELECT id, customer_id, text, newest_on FROM search_doc
    WHERE customer_id {_THESE}"""  # noqa: S608 - constants only
_ADD = "INSERT INTO search_doc (id, customer_id, text, newest_on) VALUES (?, ?, ?, ?)"
_OPEN = 'INSERT INTO search_window ("window", id) VALUES (?, ?)'


@dataclass(slots=True)
class _File:
    name: str
    number: str
    newest_on: str
    phones: list[str] = field(default_factory=list)
    plates: list[str | None] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    vins: list[str] = field(default_factory=list)
    former_numbers: list[str] = field(default_factory=list)
    drivers: list[str] = field(default_factory=list)

    def document(self) -> str:
        """The same text whatever order the store tells a file's parts in."""
        plates = plates_of(sorted(each for each in self.plates if each), sorted(self.former))
        further = (self.vins, self.former_numbers, self.drivers)
        return document(
            Searchable(
                self.name,
                self.number,
                tuple(sorted(self.phones)),
                plates,
                tuple(text for each in further for text in sorted(each)),
            )
        )


def refresh(session: Session, customer_ids: Iterable[str]) -> None:
    """Bring the index up to date for these files, in the session's own transaction.

    Call it after every change of a name, number, phone, plate, VIN, owner or last visit. Efficient
    for one as for ten thousand.
    """
    session.flush()
    connection = session.connection()
    ids = list(dict.fromkeys(customer_ids))
    for start in range(0, len(ids), _CHUNK):
        _refresh(connection, ids[start : start + _CHUNK])


def forget(session: Session, customer_ids: Iterable[str]) -> None:
    """Take files out of the index that are about to go."""
    session.flush()
    run = session.connection().exec_driver_sql
    changes = _Changes()
    for number, _, text, _ in run(_KNOWN, (json.dumps(list(customer_ids)),)).all():
        changes.remove(number, text)
    changes.write(run)


def rebuild(session: Session, progress: Callable[[int, int], None] | None = None) -> int:
    """Build the whole index anew; returns how many files it holds.

    ``progress(done, all)`` is called now and then, in files.
    """
    session.flush()
    connection = session.connection()
    run = connection.exec_driver_sql
    run("DELETE FROM search_window")
    run("DELETE FROM search_doc")
    files = _load(connection, None)
    total = len(files)
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    rows: list[tuple[Any, ...]] = []
    for number, (customer_id, file) in enumerate(files.items(), start=1):
        text = file.document()
        rows.append((number, customer_id, text, file.newest_on))
        for window in windows(text):
            postings[window].append(number)
        if len(rows) >= _CHUNK or number == total:
            run(
                "INSERT INTO search_doc (id, customer_id, text, newest_on) VALUES (?, ?, ?, ?)",
                rows,
            )
            rows = []
            if progress is not None:
                progress(number, total)
    run("INSERT INTO search_trigram (search_trigram) VALUES ('rebuild')")
    # In the order of the key, so that pages fill one after the other; millions of rows go to the
    # driver as they come.
    pairs = ((window, number) for window in sorted(postings) for number in postings[window])
    driver: Any = connection.connection
    driver.cursor().executemany(_OPEN, pairs)
    return total


def _refresh(connection: Connection, ids: Sequence[str]) -> None:
    run = connection.exec_driver_sql
    these = json.dumps(ids)
    files = _load(connection, these)
    known = {
        customer_id: (number, text, newest_on)
        for number, customer_id, text, newest_on in run(_KNOWN, (these,))
    }
    last: int = run("SELECT coalesce(max(id), 0) FROM search_doc").scalar_one()
    changes = _Changes()
    for customer_id in ids:
        file = files.get(customer_id)
        if file is None:
            continue
        text = file.document()
        if customer_id not in known:
            last += 1
            changes.add(last, customer_id, text, file.newest_on)
            continue
        number, old, newest_on = known[customer_id]
        if old != text:
            changes.replace(number, old, text, file.newest_on)
        elif newest_on != file.newest_on:
            changes.rank(number, file.newest_on)
    changes.write(run)


@dataclass(slots=True)
class _Changes:
    """What a refresh writes, gathered so that each statement runs once over many rows."""

    _added: list[tuple[Any, ...]] = field(default_factory=list)
    _changed: list[tuple[Any, ...]] = field(default_factory=list)
    _ranked: list[tuple[Any, ...]] = field(default_factory=list)
    _unread: list[tuple[int, str]] = field(default_factory=list)
    _read: list[tuple[int, str]] = field(default_factory=list)
    _closed: list[tuple[str, int]] = field(default_factory=list)
    _opened: list[tuple[str, int]] = field(default_factory=list)
    _removed: list[tuple[int]] = field(default_factory=list)

    def add(self, number: int, customer_id: str, text: str, newest_on: str) -> None:
        self._added.append((number, customer_id, text, newest_on))
        self._read.append((number, text))
        self._opened += [(window, number) for window in windows(text)]

    def replace(self, number: int, old: str, text: str, newest_on: str) -> None:
        self._changed.append((text, newest_on, number))
        self._unread.append((number, old))
        self._read.append((number, text))
        before, after = windows(old), windows(text)
        self._closed += [(window, number) for window in before - after]
        self._opened += [(window, number) for window in after - before]

    def remove(self, number: int, old: str) -> None:
        self._unread.append((number, old))
        self._closed += [(window, number) for window in windows(old)]
        self._removed.append((number,))

    def rank(self, number: int, newest_on: str) -> None:
        self._ranked.append((newest_on, number))

    def write(self, run: Callable[..., Any]) -> None:
        # An external-content table is told the old text before the content changes.
        for statement, rows in (
            (
                "INSERT INTO search_trigram (search_trigram, rowid, text) VALUES ('delete', ?, ?)",
                self._unread,
            ),
            ('DELETE FROM search_window WHERE "window" = ? AND id = ?', sorted(self._closed)),
            ("DELETE FROM search_doc WHERE id = ?", self._removed),
            (_ADD, self._added),
            ("UPDATE search_doc SET text = ?, newest_on = ? WHERE id = ?", self._changed),
            ("UPDATE search_doc SET newest_on = ? WHERE id = ?", self._ranked),
            ("INSERT INTO search_trigram (rowid, text) VALUES (?, ?)", self._read),
            (_OPEN, sorted(self._opened)),
        ):
            if rows:
                run(statement, rows)


def _load(connection: Connection, these: str | None) -> dict[str, _File]:
    """The files of the JSON array ``these`` (or all) by id, oldest first."""
    run = connection.exec_driver_sql

    def rows(statement: str, key: str, joint: str = "WHERE") -> Iterator[Any]:
        if these is None:
            return iter(run(statement))
        return iter(run(f"{statement} {joint} {key} {_THESE}", (these,)))

    files = {row[0]: _File(row[1], row[2], row[3]) for row in rows(_CUSTOMERS, "c.id", "AND")}
    # Of a person who was removed only the car's trail is left, and finds nobody.
    nobody = _File("", "", "")

    def of(customer_id: str) -> _File:
        return files.get(customer_id, nobody)

    for customer_id, number in rows(_PHONES, "p.customer_id"):
        of(customer_id).phones.append(number)
    for customer_id, plate, vin in rows(_VEHICLES, "v.customer_id"):
        of(customer_id).plates.append(plate)
        if vin:
            of(customer_id).vins.append(vin)
    for customer_id, plate in rows(_FORMER_PLATES, "v.customer_id", "AND"):
        of(customer_id).former.append(plate)
    for customer_id, name, phone in rows(_DRIVERS, "v.customer_id"):
        of(customer_id).drivers += [part for part in (name, phone) if part]
    for customer_id, number in rows(_FORMER_NUMBERS, "f.customer_id"):
        of(customer_id).former_numbers.append(number)
    return files
