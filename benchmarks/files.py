"""Opening a customer file, its timeline and the list, beside the bare engine's statements."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, side_by_side

_SEED = 5
_TIMES = 300
_LISTS = 30
_BARE = (
    """SELECT c.*, s.name, k.name,
        (SELECT count(*) FROM visit WHERE customer_id = c.id),
        (SELECT count(*) FROM complaint WHERE customer_id = c.id AND state <> 'filed'),
        (SELECT count(*) FROM callback
            WHERE customer_id = c.id AND status IN ('due', 'agreed_time', 'retry'))
        FROM customer c LEFT JOIN staff_member s ON s.id = c.specialist_id
        LEFT JOIN staff_member k ON k.id = c.created_by WHERE c.id = ?""",
    "SELECT * FROM customer_phone WHERE customer_id = ? ORDER BY position",
    "SELECT * FROM vehicle WHERE customer_id = ? ORDER BY last_visit_on DESC, id",
    """SELECT v.id, v.plate, v.model, o.until FROM vehicle_ownership o
        JOIN vehicle v ON v.id = o.vehicle_id
        WHERE o.customer_id = ? AND o.until IS NOT NULL AND v.customer_id <> o.customer_id""",
    "SELECT * FROM family_member WHERE customer_id = ? ORDER BY position",
    """SELECT t.*, s.name FROM contact_consent t JOIN staff_member s ON s.id = t.noted_by
        WHERE t.customer_id = ?""",
    """SELECT d.* FROM vehicle_driver d JOIN vehicle v ON v.id = d.vehicle_id
        WHERE v.customer_id = ? ORDER BY d.position""",
    """SELECT v.id, json_extract(a.detail, '$.before.plate') FROM vehicle v
        JOIN audit_entry a ON a.subject = 'vehicle' AND a.subject_id = v.id
        WHERE v.customer_id = ? AND json_extract(a.detail, '$.before.plate') IS NOT NULL""",
)


def measure(ground: Ground) -> list[Row]:
    """Times of one call each, over files drawn at random."""
    customers = ground.services.customers
    with ground.bare() as connection:
        ids = [each[0] for each in connection.execute("SELECT id FROM customer").fetchall()]
        drawn = random.Random(_SEED).sample(ids, min(_TIMES, len(ids)))
        for customer_id in drawn[:5]:
            customers.open(customer_id)
            customers.timeline(customer_id)
        ours, bare = side_by_side(drawn, customers.open, lambda id_: _bare(connection, id_))
    return [
        row("file: open", ours, bare),
        row("file: timeline", each_timed(drawn, customers.timeline)),
        row(
            "file: list of 500, newest first", each_timed(range(_LISTS), lambda _: customers.list())
        ),
    ]


def _bare(connection: Any, customer_id: str) -> list[Any]:
    connection.execute("BEGIN")
    found = [connection.execute(each, (customer_id,)).fetchall() for each in _BARE]
    connection.execute("ROLLBACK")
    return found
