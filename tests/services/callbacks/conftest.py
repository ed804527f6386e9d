"""Calls of a desk with an advisor who served, and specialists who call."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Progress, answer
from tests.factories import Make


@pytest.fixture
def specialist(make: Make) -> Services:
    """A CS specialist."""
    return make.services(Role.CS_SPECIALIST, name="李丽")


@pytest.fixture
def advisor(make: Make) -> Services:
    """The service advisor who served the customer, and is CS specialist as well."""
    return make.services(Role.SERVICE_ADVISOR, Role.CS_SPECIALIST, name="王强")


@pytest.fixture
def call(make: Make, desk: Desk, clock: FixedClock, advisor: Services) -> str:
    """An after-service call due since this morning; the clock stands at 10:45, in the hours."""
    clock.set(_at(clock, 4, "17:00"))
    customer = make.customer("张伟", phones=["13800138000", "13900139000"])
    visit = make.visit(
        make.vehicle(customer, plate="粤B12345", model="远航 S7"),
        status=VisitStatus.HANDED_OVER,
        advisor_id=advisor.desk.actor.id,
        promised_at=_at(clock, 4, "16:00"),
        ready_at=_at(clock, 4, "16:40"),
        items=[_item("更换机油机滤"), _item("四轮定位")],
    )
    with desk.write() as work:
        callback = due_after_service(work, visit)
    assert callback is not None
    clock.set(_at(clock, 5, "10:45"))
    return callback


def _at(clock: FixedClock, day: int, time: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02d}T{time}").replace(tzinfo=clock.zone())


def _item(description: str) -> VisitItem:
    return VisitItem(
        position=1,
        kind=WorkKind.MAINTENANCE,
        description=description,
        labour=Decimal(100),
        quantity=Decimal(0),
        unit_price=Decimal(0),
    )


def said(sheet: CallSheet, *answers: str) -> Progress:
    """The answers along ``sheet``'s script; '=words' for a text."""
    progress = sheet.progress
    for one in answers:
        if one.startswith("="):
            progress = answer(sheet.script, progress, text=one[1:], facts=sheet.facts)
        else:
            progress = answer(sheet.script, progress, choice=one, facts=sheet.facts)
    return progress


SATISFIED = ("self", "yes", "fine", "complete", "told", "satisfied", "=")
DISSATISFIED = (
    *("self", "yes", "not_fixed", "complete", "not_told", "dissatisfied", "repair"),
    *("=重新检查一次", "=空调还是不凉，开回去第二天就这样"),
)
HOUR = timedelta(hours=1)
