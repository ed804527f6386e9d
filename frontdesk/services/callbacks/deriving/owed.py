"""What a call that is owed is told by, and the conditions several kinds of them share."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, exists, or_
from sqlalchemy.orm import aliased

from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, VisitStatus, WorkKind
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.store.functions import unsought

LISTED = (CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD)
"""Kinds whose calls spring from a list."""


class Missing(NamedTuple):
    """A call that is owed and not there; days as they are kept."""

    kind: CallbackKind
    occasion: str
    customer_id: str
    due_from: str
    due_until: str
    served_by: str | None = None
    vehicle_id: str | None = None
    visit_id: str | None = None
    stage: str | None = None


def maintained(vehicle_id: Any, since: Any) -> ColumnElement[bool]:
    """Whether a car has had a maintenance here since its delivery."""
    visit, item = aliased(Visit), aliased(VisitItem)
    return exists().where(
        visit.vehicle_id == vehicle_id,
        visit.arrived_on >= since,
        unsought(visit.status) == VisitStatus.HANDED_OVER.value,
        item.visit_id == visit.id,
        item.kind == WorkKind.MAINTENANCE,
    )


def is_member() -> ColumnElement[bool]:
    """Whether the customer holds a membership card."""
    return or_(Customer.member_number != "", Customer.member_level != "")
