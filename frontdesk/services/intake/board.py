"""The cars in the house with their promises, today's appointments, and lists of visits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, or_
from sqlalchemy.orm import Session

from frontdesk.models.enums import ClockColour, VisitStatus
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import IN_HOUSE, promise_colour
from frontdesk.services.desk import Desk
from frontdesk.services.intake.listed import make_of, midnight, with_names
from frontdesk.services.intake.views import VisitFilter, VisitRow

_ORDER = (
    ClockColour.OVER,
    ClockColour.SOON,
    ClockColour.OK,
    ClockColour.STOPPED,
)
_CLOSED = (VisitStatus.HANDED_OVER, VisitStatus.DECLINED, VisitStatus.NO_SHOW)


def board(desk: Desk, session: Session) -> tuple[VisitRow, ...]:
    """Everything of today: late promises first, then by promise, ready, expected, gone."""
    tomorrow = midnight(desk, desk.today + timedelta(days=1))
    query = _rows().where(
        or_(
            Visit.status.in_(IN_HOUSE),
            and_(Visit.status == VisitStatus.BOOKED, Visit.booked_for < tomorrow),
            Visit.handed_over_on == desk.today,
            and_(
                Visit.status.in_((VisitStatus.DECLINED, VisitStatus.NO_SHOW)),
                Visit.arrived_on == desk.today,
            ),
        )
    )
    return tuple(sorted(_shown(desk, session.execute(query)), key=_urgency))


def visits(desk: Desk, session: Session, wanted: VisitFilter) -> tuple[VisitRow, ...]:
    """Visits that meet ``wanted``, newest first."""
    query = _rows()
    if wanted.statuses:
        query = query.where(Visit.status.in_(wanted.statuses))
    if wanted.arrived_from is not None:
        query = query.where(Visit.arrived_on >= wanted.arrived_from)
    if wanted.arrived_until is not None:
        query = query.where(Visit.arrived_on <= wanted.arrived_until)
    for column, value in (
        (Visit.vehicle_id, wanted.vehicle_id),
        (Visit.customer_id, wanted.customer_id),
        (Visit.advisor_id, wanted.advisor_id),
    ):
        if value:
            query = query.where(column == value)
    query = query.order_by(Visit.arrived_on.desc(), Visit.opened_at.desc()).limit(wanted.limit)
    return tuple(_shown(desk, session.execute(query)))


def _rows() -> Select[*tuple[Any, ...]]:
    return with_names(
        Visit.arrived_at,
        Visit.promised_at,
        Visit.estimate_total,
        Visit.actual_total,
        Visit.repeat_of_id,
    )


def _shown(desk: Desk, rows: Iterable[Any]) -> Iterable[VisitRow]:
    now, rules = desk.now, desk.rules
    for row in rows:
        yield VisitRow(
            id=row.id,
            number=row.number,
            status=row.status,
            plate=row.plate or "",
            car=make_of(row),
            customer=row.customer,
            advisor=row.advisor,
            advisor_id=row.advisor_id,
            arrived_at=row.arrived_at,
            booked_for=row.booked_for,
            promised_at=row.promised_at,
            promise=promise_colour(row.status, row.promised_at, now, rules),
            total=row.actual_total if row.actual_total is not None else row.estimate_total,
            vehicle_id=row.vehicle_id,
            customer_id=row.customer_id,
            repeat=row.repeat_of_id is not None,
        )


def _urgency(row: VisitRow) -> tuple[int, int, datetime]:
    last = datetime.max.replace(tzinfo=UTC)
    if row.status in _CLOSED:
        return 3, 0, row.arrived_at or last
    if row.status is VisitStatus.BOOKED:
        return 2, 0, row.booked_for or last
    if row.status is VisitStatus.READY:
        return 1, 0, row.promised_at or last
    return 0, _ORDER.index(row.promise), row.promised_at or last
