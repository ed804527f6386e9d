"""Callbacks: the queue of what is due, and opening one call."""

from __future__ import annotations

from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, side_by_side
from frontdesk.services.callbacks.dto import QueueFilter

_TRIES = 40

_QUEUE = """
    SELECT c.id, c.number, c.version, c.kind, c.status, c.due_from, c.due_until, c.next_try_at,
        c.customer_id, k.name, v.plate, v.model,
        (SELECT number FROM customer_phone p WHERE p.customer_id = c.customer_id
         ORDER BY wrong, position LIMIT 1),
        (SELECT count(*) FROM call_attempt a WHERE a.callback_id = c.id), s.name, c.started_at
    FROM callback c JOIN customer k ON k.id = c.customer_id
    LEFT JOIN vehicle v ON v.id = c.vehicle_id LEFT JOIN staff_member s ON s.id = c.assigned_to
    WHERE c.status IN ('due', 'agreed_time', 'retry') AND c.due_from <= ?
    ORDER BY c.due_until LIMIT 200
"""


def measure(ground: Ground) -> list[Row]:
    """The rows of the callback desk, as a specialist sees it."""
    callbacks = ground.signed_in("specialist").callbacks
    today = ground.services.desk.today.isoformat()
    everyones = QueueFilter(mine=False)
    calls = [call.id for call in callbacks.queue(everyones)]
    with ground.bare() as connection:
        queue = side_by_side(
            range(_TRIES),
            lambda _: callbacks.queue(everyones),
            lambda _: connection.execute(_QUEUE, (today,)).fetchall(),
        )
    return [
        row("callbacks: queue", *queue),
        row("callbacks: open a call", each_timed(calls[:_TRIES], callbacks.open)),
    ]
