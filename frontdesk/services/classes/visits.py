"""What customers came for within the window that classes look at: how often, and what was spent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import add
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.class_rules import window_start
from frontdesk.models.enums import Payer, VisitStatus, WorkKind
from frontdesk.models.rules import Rules
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.models.visit_rules import IN_HOUSE
from frontdesk.store.functions import gathered, handed_in

FREE = (WorkKind.WARRANTY, WorkKind.FREE_CHECK)
PAYERS = (Payer.CUSTOMER, Payer.INSURANCE)
"""Who pays for what the customer spends here: they themselves, and who insures them."""
_LINES = 200_000
"""Visits gone through with one statement, by their places in the store."""


class Visits(NamedTuple):
    """Of the window: how many, how many cost something or may still, and the fen spent."""

    visits: int = 0
    paid: int = 0
    fen: int = 0

    @property
    def spend(self) -> Decimal:
        """Yuan."""
        return Decimal(self.fen) / 100


def of_some(session: Session, ids: Sequence[str], today: date, rules: Rules) -> dict[str, Visits]:
    """Those of ``ids`` who had any."""
    rows = _rows(session, _OF_SOME, today, rules, {"whose": json.dumps(list(ids))})
    return {whose: Visits(*counted) for whose, *counted in rows}


def slices(session: Session) -> Iterator[tuple[int, int]]:
    """Parts of all visits, to be counted one after the other by :func:`add_slice`."""
    last = session.scalar(select(func.max(literal_column("visit.rowid"))).select_from(Visit)) or 0
    return ((at + 1, at + _LINES) for at in range(0, last, _LINES))


def add_slice(
    session: Session, found: dict[str, Visits], part: tuple[int, int], today: date, rules: Rules
) -> None:
    """Count the visits of one part to those in ``found``, by customer."""
    lines = {"first": part[0], "last": part[1]}
    for whose, *counted in _rows(session, _OF_SLICE, today, rules, lines):
        known = found.get(whose)
        found[whose] = Visits(*counted if known is None else map(add, known, counted))


def _rows(
    session: Session,
    statement: Select[Any],
    today: date,
    rules: Rules,
    given: Mapping[str, str | int],
) -> list[list[Any]]:
    days = {"since": window_start(today, rules).isoformat(), "today": today.isoformat()}
    told = session.connection().execute(statement, {**days, **given}).scalar_one()
    rows: list[list[Any]] = json.loads(told)
    return rows


def _within(arrived_on: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    day = type_coerce(arrived_on, Text())
    return day > bindparam("since", type_=Text()), day <= bindparam("today", type_=Text())


def _counted(*which: ColumnElement[bool]) -> Select[Any]:
    status = type_coerce(Visit.status, Text())
    cost = (
        select(func.sum(type_coerce(VisitItem.actual_amount, Text())))
        .where(
            VisitItem.visit_id == Visit.id,
            VisitItem.payer.in_(PAYERS),
            VisitItem.kind.not_in(FREE),
            VisitItem.declined_why.is_(None),
        )
        .correlate(Visit)
        .scalar_subquery()
    )
    fen = case((status == VisitStatus.HANDED_OVER.value, func.coalesce(cost, 0)), else_=0)
    each = (
        select(
            Visit.customer_id.label("whose"),
            status.in_([each.value for each in IN_HOUSE]).label("here"),
            fen.label("fen"),
        )
        .where(*which)
        .cte("each")
        # Else the items of a visit are added up wherever the sum is named.
        .prefix_with("MATERIALIZED")
    )
    paid = func.count(case((or_(each.c.here, each.c.fen > 0), 1)))
    by_customer = (
        select(
            each.c.whose,
            func.count().label("visits"),
            paid.label("paid"),
            func.sum(each.c.fen).label("fen"),
        )
        .group_by(each.c.whose)
        .subquery()
    )
    return select(gathered(*by_customer.c))


_OF_SOME = _counted(Visit.customer_id.in_(handed_in("whose")), *_within(Visit.arrived_on))
_ONE = aliased(Visit, name="one")
_LINE = literal_column("+one.rowid", Integer())
# Found along the days, read in the order in which they lie: no page of the store is read twice.
_OF_SLICE = _counted(
    literal_column("visit.rowid").in_(
        select(_LINE).where(
            *_within(_ONE.arrived_on), _LINE.between(bindparam("first"), bindparam("last"))
        )
    )
)
