"""Why a call is not owed any more: one expression over the call and what it springs from."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.sql import type_coerce

from frontdesk.models import due_rules
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import CallList
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus, ComplaintState, VisitStatus
from frontdesk.models.rules import Rules
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving.owed import LISTED, maintained
from frontdesk.store.functions import told_rows, unsought

_OF_VISIT = (
    CallbackKind.AFTER_SERVICE,
    CallbackKind.NEW_CUSTOMER_THANKS,
    CallbackKind.RETURNED_CUSTOMER,
)
_OF_CAR = (
    CallbackKind.NEW_CAR,
    CallbackKind.NEW_CAR_ROUTINE,
    CallbackKind.FIRST_MAINTENANCE,
)
_UNTIL_MAINTAINED = (CallbackKind.NEW_CAR_ROUTINE, CallbackKind.FIRST_MAINTENANCE)
_ID_LENGTH = len(new_id())


def with_grounds(statement: Select[Any]) -> Select[Any]:
    """``statement`` over calls, joined with customer, visit and car, as ``not_owed`` reads them.

    The visit and the car only where the call springs from it.
    """
    return (
        statement.join(Customer, Customer.id == Callback.customer_id)
        .outerjoin(Visit, Visit.id == case((of_kinds(_OF_VISIT), Callback.visit_id)))
        .outerjoin(Vehicle, Vehicle.id == case((of_kinds(_OF_CAR), Callback.vehicle_id)))
    )


def not_owed() -> ColumnElement[str | None]:
    """The ``Withdrawn`` of a call, or NULL while it is owed; asks for ``grounds_given``."""
    no_more: tuple[tuple[ColumnElement[bool], Withdrawn], ...] = (
        (Customer.do_not_call.is_(True), Withdrawn.DO_NOT_CALL),
        (
            and_(
                of_kinds(_OF_VISIT),
                Visit.id.is_not(None),
                or_(
                    Visit.status != VisitStatus.HANDED_OVER,
                    Visit.customer_id != Callback.customer_id,
                ),
            ),
            Withdrawn.VISIT_CANCELLED,
        ),
        (
            and_(of_kinds(_OF_CAR), Vehicle.customer_id != Callback.customer_id),
            Withdrawn.CAR_PASSED_ON,
        ),
        (
            and_(of_kinds(_OF_CAR), Vehicle.id.is_not(None), Vehicle.delivered_on.is_(None)),
            Withdrawn.DELIVERY_CANCELLED,
        ),
        (
            and_(of_kinds(_UNTIL_MAINTAINED), maintained(Vehicle.id, Vehicle.delivered_on)),
            Withdrawn.MAINTAINED,
        ),
        (_missed(), Withdrawn.MISSED),
        (
            and_(of_kinds((CallbackKind.COMPLAINT_FOLLOW_UP,)), ~_waits_for_follow_up()),
            Withdrawn.FOLLOWED_UP,
        ),
        (
            and_(
                of_kinds((CallbackKind.LOST_CUSTOMER,)),
                type_coerce(Customer.last_visit_on, Text()) > bindparam("lost", type_=Text()),
            ),
            Withdrawn.CAME_BACK,
        ),
        (and_(of_kinds(LISTED), _list_closed()), Withdrawn.LIST_CLOSED),
    )
    return case(*((when, why.value) for when, why in no_more), else_=None)


def of_kinds(kinds: tuple[CallbackKind, ...]) -> ColumnElement[bool]:
    """Of these kinds; said so that the engine does not walk every call of the kind ever made."""
    return unsought(Callback.__table__.c.kind).in_([kind.value for kind in kinds])


def grounds_given(today: date, rules: Rules) -> dict[str, str]:
    """What ``not_owed`` is asked with on a day."""
    missed = due_rules.routine_missed(today, rules)
    return {
        "missed": json.dumps([(stage, day.isoformat()) for stage, day in missed.items()]),
        "lost": due_rules.lost_before(today, rules).isoformat(),
    }


def _missed() -> ColumnElement[bool]:
    """A routine call whose next stage has begun, unless an hour is agreed with the customer."""
    missed = told_rows("missed", "stage", "day")
    return and_(
        of_kinds((CallbackKind.NEW_CAR_ROUTINE,)),
        Callback.status != CallbackStatus.AGREED_TIME,
        exists().where(
            missed.c.stage == Callback.stage,
            type_coerce(Vehicle.delivered_on, Text()) <= missed.c.day,
        ),
    )


def _waits_for_follow_up() -> ColumnElement[bool]:
    return exists().where(
        Complaint.id == func.substr(Callback.occasion, 1, _ID_LENGTH),
        Complaint.state == ComplaintState.TO_FOLLOW_UP,
        Callback.occasion.in_(
            (Complaint.id, Complaint.id.concat(":").concat(Complaint.round)),
        ),
    )


def _list_closed() -> ColumnElement[bool]:
    return exists(
        select(CallList.id).where(
            CallList.id == func.substr(Callback.occasion, 1, _ID_LENGTH),
            CallList.closed_at.is_not(None),
        )
    )
