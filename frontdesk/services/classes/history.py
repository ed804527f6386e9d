"""The times in which customers were lost before anyone kept them, told by their visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Text, bindparam, func, insert, literal_column, select
from sqlalchemy.sql import type_coerce

from frontdesk.models.segment import CustomerLoss
from frontdesk.models.values.ids import stamp
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Desk
from frontdesk.store.functions import fresh_id, unsought

_AT_ONCE = 2_000
"""Customers whose visits are gone through in one transaction."""


def fill(desk: Desk, ids: Sequence[str], stopped: Callable[[], bool] = lambda: False) -> bool:
    """Keep every time between two visits that was long enough; nothing that is kept already.

    ``ids`` are all customers there are, in order. Whether it came to its end.
    """
    months = f"{desk.rules.lost_after_months} months"
    for at in range(0, len(ids), _AT_ONCE):
        if stopped():
            return False
        some = ids[at : at + _AT_ONCE]
        asked = {"first": some[0], "last": some[-1], "months": months, "stamp": stamp(desk.now)}
        with desk.write() as work:
            work.session.connection().execute(_KEEP, asked)
    return True


_on = type_coerce(Visit.arrived_on, Text())
_whose = Visit.customer_id
_next = func.lead(_on).over(partition_by=_whose, order_by=_on)
# A day the month does not have becomes its last one, as in ``models.months``.
_lost = func.date(_on, bindparam("months", type_=Text()), "floor")
_seen = (
    select(_whose.label("whose"), _lost.label("lost"), _next.label("back"))
    .where(_whose.between(bindparam("first"), bindparam("last")), _on.is_not(None))
    .subquery()
)
_kept = CustomerLoss.__table__.alias()
_KEEP = insert(CustomerLoss).from_select(
    ["id", "customer_id", "lost_on", "back_on"],
    select(fresh_id(bindparam("stamp", type_=Text())), _seen.c.whose, _seen.c.lost, _seen.c.back)
    .where(_seen.c.lost <= _seen.c.back)
    .where(
        ~select(literal_column("1"))
        .where(
            _kept.c.customer_id == _seen.c.whose,
            # Asked for it bare, the engine goes through all who were lost on that day.
            unsought(_kept.c.lost_on) == _seen.c.lost,
        )
        .exists()
    ),
    include_defaults=False,
)
