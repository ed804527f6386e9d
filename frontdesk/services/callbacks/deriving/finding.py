"""Finds the calls that are owed and not there; who wants no calls is owed none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, exists, select, type_coerce
from sqlalchemy.orm import Session

from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.of_cars import missing_of_cars
from frontdesk.services.callbacks.deriving.of_lists import owed_by_lists
from frontdesk.services.callbacks.deriving.of_visits import owed_by_visits
from frontdesk.services.callbacks.deriving.owed import Missing
from frontdesk.store.functions import as_list, handed_in, told_rows

_MANY = 5_000
"""Of more customers it is quicker to ask who of all wants no calls."""
_CALL = Callback.__table__.c
_TOLD = told_rows("told", "kind", "occasion")
_THERE = select(_TOLD.c.kind, _TOLD.c.occasion).where(
    exists().where(
        type_coerce(_CALL.kind, Text()) == _TOLD.c.kind, _CALL.occasion == _TOLD.c.occasion
    )
)
_UNCALLED = select(Customer.id).where(type_coerce(Customer.__table__.c.do_not_call, Text()) == "1")
_UNCALLED_OF: Any = _UNCALLED.where(Customer.id.in_(handed_in("whose")))


def missing(session: Session, look: Look) -> list[Missing]:
    """The calls nobody has made yet, the first due first."""
    found, others = owed_by_visits(session, look)
    found += missing_of_cars(session, look)
    found += not_there(session, [*others, *owed_by_lists(session, look)])
    return sorted(called(session, found), key=_by_day)


def not_there(session: Session, owed: Sequence[Missing]) -> list[Missing]:
    """Those of them nobody has made yet."""
    if not owed:
        return []
    told = json.dumps(sorted((one.kind, one.occasion) for one in owed))
    there = {tuple(row) for row in session.connection().execute(_THERE, {"told": told})}
    return [one for one in owed if (one.kind, one.occasion) not in there]


def called(session: Session, owed: Sequence[Missing]) -> Sequence[Missing]:
    """Those of them whose customer may be called."""
    if not owed:
        return owed
    whose = {one.customer_id for one in owed}
    run = session.connection().execute
    few = len(whose) < _MANY
    rows = run(_UNCALLED_OF, {"whose": as_list(whose)}) if few else run(_UNCALLED)
    uncalled = {row[0] for row in rows}
    return [one for one in owed if one.customer_id not in uncalled]


def _by_day(one: Missing) -> tuple[str, str, str]:
    """Neighbours share the pages of the indexes they are kept in."""
    return one.due_from, one.customer_id, one.occasion
