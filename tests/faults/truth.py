"""What was promised to the person, and whether the store still keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from frontdesk.errors import FrontdeskError
from frontdesk.services.classes.standing import DERIVED
from frontdesk.services.search import index
from frontdesk.store import check as checking
from frontdesk.store import restore
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile
from frontdesk.store.startup import open_store
from frontdesk.store.store import Store
from tests.faults.acts import Key
from tests.faults.dealership import clock

LOGIN = "manager"

# What belongs to a record, by its id. A file's version and what visits note on it are left out:
# they move with other people's acts.
_PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "customer": (("customer", "id"), ("customer_phone", "customer_id")),
    "note": (("customer_note", "id"),),
    "vehicle": (("vehicle", "id"), ("vehicle_ownership", "vehicle_id")),
    "vin": (("vehicle", "vin"),),
    "visit": (("visit", "id"), ("visit_item", "visit_id"), ("visit_change", "visit_id")),
    "ticket": (("complaint", "id"), ("complaint_entry", "complaint_id")),
    "call": (("callback", "id"), ("call_attempt", "callback_id")),
    "batch": (("import_batch", "file_name"),),
}
_MOVING = {
    "customer": {"version", "last_visit_on", "next_due_on", "do_not_call", *DERIVED},
    "vehicle": {"version", "last_visit_on", "last_mileage_km"},
}

# Each finds acts of which a part is missing; a sound store gives no row.
_TORN = {
    "a visit without all of its items": """
        SELECT id FROM visit v WHERE instr(words, '|') AND
        CAST(substr(words, instr(words, '|') + 1) AS INTEGER) <>
        (SELECT count(*) FROM visit_item WHERE visit_id = v.id)""",
    "a visit without its audit entry": """
        SELECT id FROM visit v WHERE instr(words, '|') AND 1 <> (SELECT count(*) FROM audit_entry
        WHERE action = 'visit.intake' AND subject_id = v.id)""",
    "an audit entry without its visit": """
        SELECT subject_id FROM audit_entry WHERE action = 'visit.intake'
        AND subject_id NOT IN (SELECT id FROM visit)""",
    "a ticket whose entries are not what was noted": """
        SELECT id FROM complaint c WHERE (SELECT count(*) FROM complaint_entry
        WHERE complaint_id = c.id) <> (SELECT count(*) FROM audit_entry
        WHERE subject = 'complaint' AND subject_id = c.id)""",
    "a ticket with a gap among its entries": """
        SELECT complaint_id FROM complaint_entry GROUP BY 1 HAVING max(position) <> count(*)""",
    "a file without its telephones": """
        SELECT id FROM customer c WHERE length(remarks) = 12 AND
        2 > (SELECT count(*) FROM customer_phone WHERE customer_id = c.id) AND
        NOT EXISTS (SELECT 1 FROM vehicle WHERE customer_id = c.id AND remarks = c.remarks)""",
    "a file no search finds": """
        SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM search_doc)""",
    "a car without its owner": """
        SELECT id FROM vehicle v WHERE 1 <> (SELECT count(*) FROM vehicle_ownership
        WHERE vehicle_id = v.id AND customer_id = v.customer_id AND until IS NULL)""",
    "a call whose attempts are not what was noted": """
        SELECT id FROM callback c WHERE (SELECT count(*) FROM call_attempt
        WHERE callback_id = c.id) <> (SELECT count(*) FROM audit_entry
        WHERE action = 'callback.attempt' AND subject_id = c.id)""",
    "an import without all of its cars": """
        SELECT id FROM import_batch b WHERE created + updated <>
        (SELECT count(*) FROM imported_vehicle WHERE batch_id = b.id)
        OR 1 <> (SELECT count(*) FROM audit_entry WHERE action = 'deliveries.import'
        AND subject_id = b.id)""",
    "a number given and not used, or used twice": """
        SELECT prefix FROM number_sequence s WHERE prefix IN ('V', 'K', 'C', 'H') AND last <>
        (SELECT count(*) FROM (SELECT number FROM visit UNION ALL SELECT number FROM customer
        UNION ALL SELECT number FROM complaint UNION ALL SELECT number FROM callback)
        WHERE number LIKE s.prefix || '-' || s.year || '-%')""",
    "a draft beside the record it became": """
        SELECT d.id FROM draft d JOIN (SELECT remarks AS token FROM customer
        UNION ALL SELECT text FROM customer_note
        UNION ALL SELECT substr(words, 1, 12) FROM visit UNION ALL SELECT words FROM complaint)
        ON length(token) = 12 AND instr(d.payload, token) WHERE d.form <> 'half'""",
    "a hole in the audit trail": """
        SELECT max(sequence) FROM audit_entry HAVING max(sequence) <> count(*)""",
}

_INDEX = (
    "SELECT customer_id, text, newest_on FROM search_doc ORDER BY 1",
    """SELECT d.customer_id, w."window" FROM search_window w JOIN search_doc d USING (id)
    ORDER BY 1, 2""",
)


@dataclass
class Known:
    """All that was acknowledged: what each record held when the person was told it is kept."""

    records: dict[str, str] = field(default_factory=dict)
    backups: set[str] = field(default_factory=set)
    password: str = ""

    @classmethod
    def load(cls, root: Path) -> Known:
        """What is known of the dealership in ``root``."""
        raw = json.loads((root / "known.json").read_text())
        return cls(raw.get("records", {}), set(raw.get("backups", ())), raw["password"])

    def save(self, root: Path) -> None:
        """Remember it beside the data folder."""
        raw = {
            "records": self.records,
            "backups": sorted(self.backups),
            "password": self.password,
        }
        (root / "known.json").write_text(json.dumps(raw))

    def take(self, done: Mapping[str, Any]) -> None:
        """An act was acknowledged."""
        for name, content in done["records"].items():
            if name.startswith("backup|"):
                self.backups.add(name.removeprefix("backup|"))
            else:
                self.records[name] = content
        self.password = done["secret"] or self.password


@dataclass
class Found:
    """What is not as it was promised, in words; all empty is what everybody hopes for."""

    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    corrupt: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lost or self.torn or self.corrupt)


def name_of(key: Key) -> str:
    """A record's name among those known."""
    return "|".join(key)


def contents(connection: Connection, keys: Iterable[Key]) -> dict[str, str]:
    """A hash of all each record consists of; backups stand for themselves."""
    return {name_of(key): _content(connection, *key) for key in keys}


def torn(connection: Connection) -> list[str]:
    """Acts of which only a part is kept."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return [f"{what}: {row[0]}" for what, query in _TORN.items() for row in driver.execute(query)]


def verify(root: Path, known: Known, pending: Mapping[str, Any] | None, *, whole: bool) -> Found:
    """Open the store of ``root`` as after a crash and compare it with what was acknowledged.

    ``pending`` is the act that was under way: its records may be as before or as after. What is
    found of them counts as known from then on. With ``whole`` every page, the whole search index
    and the backups are checked too.
    """
    found, folder = Found(), DataFolder(root / "data")
    under_way = {"|".join(key) for key in pending["touched"]} if pending else set()
    secrets = {known.password, pending["secret"] if pending else ""} - {""}
    try:
        key = _unlocked(folder, secrets, known)
        store = open_store(folder, key, clock().now())
    except FrontdeskError as error:
        found.corrupt.append(f"does not open: {error}")
        return found
    with store.reading() as session:
        connection = session.connection()
        for name, content in known.records.items():
            if name not in under_way and _content(connection, *_key(name)) != content:
                found.lost.append(name)
        found.torn += torn(connection)
        for name in under_way - {name for name in under_way if name.startswith("backup|")}:
            known.records[name] = _content(connection, *_key(name))
    if whole:
        found.torn += _search_faults(store)
    store.close()
    if whole:
        found.corrupt += checking.check(folder, key)
        found.corrupt += _backup_faults(folder, known, key)
    return found


def _unlocked(folder: DataFolder, secrets: set[str], known: Known) -> bytes:
    slots, refused = KeyFile.load(folder), None
    for secret in secrets:
        try:
            key = slots.unlock(LOGIN, secret)
        except FrontdeskError as error:
            refused = error
        else:
            known.password = secret
            return key
    assert refused is not None
    raise refused


def _key(name: str) -> Key:
    kind, _, which = name.partition("|")
    return kind, which


def _content(connection: Connection, kind: str, which: str) -> str:
    if kind == "backup":
        return "made"
    if kind == "draft":
        owner, form, subject = which.split("|")
        where = {"owner": owner, "form": form, "subject": subject}
        query = "SELECT payload FROM draft WHERE owner_id=:owner AND form=:form"
        rows = connection.execute(text(f"{query} AND subject_id=:subject"), where).all()
        return hashlib.sha256(repr(rows).encode()).hexdigest() if rows else ""
    digest = hashlib.sha256()
    count = 0
    # Straight from the driver: so many small questions are asked that the way to it would be dear.
    driver = connection.connection.driver_connection
    assert driver is not None
    for table, column in _PARTS[kind]:
        rows = driver.execute(
            f"SELECT * FROM {table} WHERE {column} = ? ORDER BY 1, 2, 3", (which,)
        )
        left_out = _MOVING.get(table, set())
        kept = [at for at, each in enumerate(rows.description) if each[0] not in left_out]
        for row in rows:
            digest.update(repr([row[at] for at in kept]).encode())
            count += 1
    return digest.hexdigest() if count else ""


def _search_faults(store: Store) -> list[str]:
    """The index against one built anew in a transaction that is thrown away."""
    with Session(store.engine.execution_options(writes=True)) as session:
        run = session.connection().exec_driver_sql
        try:
            run("INSERT INTO search_trigram (search_trigram, rank) VALUES ('integrity-check', 1)")
        except DatabaseError as error:
            return [f"the search index is not whole: {error.orig}"]
        before = [run(query).all() for query in _INDEX]
        index.rebuild(session)
        after = [run(query).all() for query in _INDEX]
        session.rollback()
    return [] if before == after else ["the search index is not that of the files"]


def _backup_faults(folder: DataFolder, known: Known, key: bytes) -> list[str]:
    faults = []
    for why in known.backups:
        paths = list(folder.backups.glob(f"*-{why}.*"))
        if not paths:
            faults.append(f"the backup {why} is gone")
        for path in paths:
            faults += [f"{path.name}: {fault}" for fault in restore.prove(path, key)]
    return faults
