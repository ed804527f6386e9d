"""Callbacks: the queue of what is due, opening one call, the month's scores, the routine list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, side_by_side
from frontdesk.models.months import plus_months
from frontdesk.services.callbacks.dto import QueueFilter

_TRIES = 40
_FEW = 7

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
    months = [plus_months(ground.services.desk.today.replace(day=1), -n) for n in range(1, _FEW)]
    with ground.bare() as connection:
        queue = side_by_side(
            range(_TRIES),
            lambda _: callbacks.queue(everyones),
            lambda _: connection.execute(_QUEUE, (today,)).fetchall(),
        )
    return [
        row("callbacks: queue", *queue),
        row("callbacks: open a call", each_timed(calls[:_TRIES], callbacks.open)),
        row("callbacks: figures of a month", each_timed(months, _figures(ground))),
        row(
            "callbacks: scores of a month",
            each_timed(months, ground.services.call_figures.incentives),
        ),
        row("callbacks: routine list", each_timed(range(_FEW), _routine(ground))),
    ]


def _figures(ground: Ground) -> Callable[[date], object]:
    service = ground.services.call_figures
    return lambda month: service.summary(month, plus_months(month, 1) - timedelta(days=1))


def _routine(ground: Ground) -> Callable[[int], object]:
    return lambda _: ground.services.routine.cars()
