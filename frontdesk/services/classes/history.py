"""The times in which customers were lost before anyone kept them, told by their visits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Integer, Text, bindparam, func, insert, select
from sqlalchemy.sql import type_coerce

from frontdesk.models.class_rules import lost_on
from frontdesk.models.segment import CustomerLoss
from frontdesk.models.values.ids import new_id
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk
from frontdesk.store.functions import gathered

_AT_ONCE = 5_000
_SHORTEST_MONTH = 28
_WHOSE = func.json_each(bindparam("whose", type_=Text())).table_valued("value")
_on = type_coerce(Visit.arrived_on, Text())
_seen = (
    select(
        Visit.customer_id.label("whose"),
        _on.label("on"),
        func.lead(_on).over(partition_by=Visit.customer_id, order_by=_on).label("next"),
    )
    .select_from(_WHOSE)
    .join(Visit, Visit.customer_id == _WHOSE.c.value)
    .where(Visit.arrived_on.is_not(None))
    .subquery()
)
_GAPS = select(gathered(_seen.c.whose, _seen.c.on, _seen.c.next)).where(
    func.julianday(_seen.c.next) - func.julianday(_seen.c.on) >= bindparam("least", type_=Integer())
)


def fill(desk: Desk, ids: Sequence[str]) -> None:
    """Keep every time between two visits that was long enough; nothing that is kept already."""
    with desk.read() as session:
        kept = {
            tuple(row)
            for row in session.execute(select(CustomerLoss.customer_id, CustomerLoss.lost_on))
        }
    for at in range(0, len(ids), _AT_ONCE):
        some = json.dumps(list(ids[at : at + _AT_ONCE]))
        least = desk.rules.lost_after_months * _SHORTEST_MONTH
        with desk.read() as session:
            asked = {"whose": some, "least": least}
            found = json.loads(session.connection().execute(_GAPS, asked).scalar_one())
        rows = [
            row for row in _losses(desk, found) if (row["customer_id"], row["lost_on"]) not in kept
        ]
        if rows:
            with desk.write() as work:
                work.session.connection().execute(insert(CustomerLoss), rows)


def _losses(desk: Desk, gaps: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    found = []
    for whose, on, following in gaps:
        lost, back = lost_on(date.fromisoformat(on), desk.rules), date.fromisoformat(following)
        if lost <= back:
            found.append({"id": new_id(), "customer_id": whose, "lost_on": lost, "back_on": back})
    return found
