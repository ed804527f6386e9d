"""Moments, days and zones for the tests of a wrong clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from frontdesk.models.enums import (
    VisitStatus,
)
from frontdesk.models.rules import Rules
from frontdesk.services.callbacks.falls_due import due_after_service
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import sweep_drafts
from frontdesk.services.registry import Services
from tests.factories import Make

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = [SHANGHAI, *map(ZoneInfo, ("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"))]
"""The last three keep summer time, by half an hour's zone, or have left out a day (2011-12-30)."""
TEN_YEARS = timedelta(days=3652)
NOON = datetime(2026, 11, 5, 12, tzinfo=SHANGHAI)
RULES = Rules()
moments = st.datetimes(datetime(2011, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
days = st.dates(date(2011, 1, 1), date(2040, 1, 1))


def sign_in(services: Services) -> None:
    """What every sign-in does: its audit entry, and the sweep."""
    with services.desk.write() as work:
        work.audit("account.sign_in", "staff", services.desk.actor.id)
        sweep_drafts(work)


def handed_over(make: Make, desk: Desk) -> str:
    """The after-service call of a car handed over now."""
    visit = make.visit(status=VisitStatus.HANDED_OVER)
    with desk.write() as work:
        call = due_after_service(work, visit)
    assert call is not None
    return call
