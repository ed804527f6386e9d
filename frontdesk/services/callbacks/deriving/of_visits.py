"""What hand-overs owe: the after-service call, thanks to a new customer, a call to a lost one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from sqlalchemy.orm import Session

from frontdesk.models import due_rules
from frontdesk.models.due_rules import Window
from frontdesk.models.enums import CallbackKind
from frontdesk.models.rules import Rules
from frontdesk.services.callbacks.deriving.events import HandedOver, handed_over
from frontdesk.services.callbacks.deriving.look import Look
from frontdesk.services.callbacks.deriving.owed import Missing

_Days = Callable[[str], tuple[str, str]]

_WINDOWS: Mapping[CallbackKind, Callable[[date, Rules], Window]] = MappingProxyType(
    {
        CallbackKind.AFTER_SERVICE: due_rules.after_hand_over,
        CallbackKind.NEW_CUSTOMER_THANKS: due_rules.thanks,
        CallbackKind.RETURNED_CUSTOMER: due_rules.returned,
    }
)


def owed_by_visits(session: Session, look: Look) -> tuple[list[Missing], list[Missing]]:
    """(after-service calls that are missing, thanks and calls to who came back that are owed)."""
    limit = due_rules.share_limit(look.rules)
    after, thanks, returned = (_days(kind, look.rules) for kind in _WINDOWS)
    lost = _lost(look.rules)
    missing: list[Missing] = []
    others: list[Missing] = []
    for visit in handed_over(session, look):
        if not visit.called and (visit.member or visit.id[-2:] < limit):
            missing.append(_call(CallbackKind.AFTER_SERVICE, visit.id, visit, after))
        if visit.arrived_on is None:
            continue
        if visit.before is None:
            kind = CallbackKind.NEW_CUSTOMER_THANKS
            others.append(_call(kind, visit.customer_id, visit, thanks))
        elif visit.before <= lost(visit.arrived_on):
            others.append(_call(CallbackKind.RETURNED_CUSTOMER, visit.id, visit, returned))
    return missing, others


def _call(kind: CallbackKind, occasion: str, visit: HandedOver, days: _Days) -> Missing:
    return Missing(
        kind,
        occasion,
        visit.customer_id,
        *days(visit.on),
        served_by=visit.advisor_id,
        vehicle_id=visit.vehicle_id,
        visit_id=visit.id,
    )


def _days(kind: CallbackKind, rules: Rules) -> _Days:
    """The window of a day of hand-over, as texts; told once for each day."""

    @cache
    def told(on: str) -> tuple[str, str]:
        window = _WINDOWS[kind](date.fromisoformat(on), rules)
        return window.first.isoformat(), window.last.isoformat()

    return told


def _lost(rules: Rules) -> Callable[[str], str]:
    """Who was last here on that day or before was lost when a visit of the day given began."""

    @cache
    def told(arrived_on: str) -> str:
        return due_rules.lost_before(date.fromisoformat(arrived_on), rules).isoformat()

    return told
