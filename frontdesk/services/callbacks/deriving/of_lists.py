"""What lists owe: those on one still open, without who came back before they were called."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Text, bindparam, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import type_coerce

from frontdesk.models import due_rules
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.owed import LISTED, Missing
from frontdesk.store.functions import handed_in


def owed_by_lists(session: Session, look: Look) -> list[Missing]:
    """The calls of the lists, whether they are there or not."""
    given = {
        "listed_since": look.back(look.rules.late_hand_over_days).isoformat(),
        "lost_on": due_rules.lost_before(look.today, look.rules).isoformat(),
    }
    given |= {"whose": look.whose} if look.scoped else {}
    rows = session.connection().execute(_listed(look.scoped), given).all()
    return [
        Missing(CallbackKind(kind), f"{list_id}:{customer}", customer, first, last, vehicle_id=car)
        for kind, list_id, customer, first, last, car in rows
    ]


@cache
def _listed(scoped: bool) -> Any:
    seen = type_coerce(Customer.last_visit_on, Text())
    kind = type_coerce(CallList.kind, Text())
    last = type_coerce(CallList.last, Text())
    found = (
        select(
            kind,
            CallList.id,
            CallListMember.customer_id,
            type_coerce(CallList.first, Text()),
            last,
            CallListMember.vehicle_id,
        )
        .select_from(CallList)
        .join(CallListMember, CallListMember.call_list_id == CallList.id)
        .join(Customer, Customer.id == CallListMember.customer_id)
        .where(
            kind.in_([each.value for each in LISTED]),
            CallList.closed_at.is_(None),
            last >= bindparam("listed_since", type_=Text()),
            or_(
                kind != CallbackKind.LOST_CUSTOMER.value,
                seen.is_(None),
                seen <= bindparam("lost_on", type_=Text()),
            ),
        )
    )
    return found.where(CallListMember.customer_id.in_(handed_in("whose"))) if scoped else found
