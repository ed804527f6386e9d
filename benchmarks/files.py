"""Opening a customer file, its timeline and the list, beside the bare engine's statements."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.bulk import KEY
from benchmarks.rows import Row, row, side_by_side, timed
from frontdesk.services.registry import Services
from frontdesk.store.engine import connect, tune

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
    """SELECT v.id, v.plate, v.model, o.until, c.id, c.name FROM vehicle_ownership o
        JOIN vehicle v ON v.id = o.vehicle_id JOIN customer c ON c.id = v.customer_id
        WHERE o.customer_id = ? AND o.until IS NOT NULL AND v.customer_id <> o.customer_id""",
)


def measure(services: Services, seed: int = 5) -> list[Row]:
    """Times of one call each, over files drawn at random."""
    connection = connect(services.desk.store.folder.database, KEY)
    tune(connection)
    ids = [each[0] for each in connection.execute("SELECT id FROM customer").fetchall()]
    drawn = random.Random(seed).sample(ids, min(_TIMES, len(ids)))
    for customer_id in drawn[:5]:
        services.customers.open(customer_id)
        services.customers.timeline(customer_id)
    ours, bare = side_by_side(drawn, services.customers.open, lambda id_: _bare(connection, id_))
    lines = [timed(lambda id_=id_: services.customers.timeline(id_)) for id_ in drawn]  # type: ignore[misc]
    lists = [timed(services.customers.list) for _ in range(_LISTS)]
    connection.close()
    return [
        row("file: open", ours, bare),
        row("file: timeline", lines),
        row("file: list of 500, newest first", lists),
    ]


def _bare(connection: Any, customer_id: str) -> list[Any]:
    connection.execute("BEGIN")
    found = [connection.execute(each, (customer_id,)).fetchall() for each in _BARE]
    connection.execute("ROLLBACK")
    return found
