"""Check-in minutes are measured from the visits themselves."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import PermissionDenied
from frontdesk.models.check_in import week_of
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import given


def _check_in(services: Services, make: Make, clock: FixedClock, minutes: int) -> None:
    opened = services.desk.now
    clock.move(timedelta(minutes=minutes))
    services.intake.register(given(services, make.vehicle(), opened_at=opened))


def test_minutes_are_counted_from_the_opened_form_to_the_agreement(
    services: Services, make: Make, clock: FixedClock
) -> None:
    other = make.services(Role.SERVICE_ADVISOR, name="陈晨")
    for minutes in (2, 4, 9):
        _check_in(services, make, clock, minutes)
    _check_in(other, make, clock, 20)
    services.intake.register(given(services, make.vehicle(), agreed=False))
    trend = services.check_in.trend()
    week = week_of(services.desk.today)
    assert [(each.week, each.advisor, each.count, each.minutes) for each in trend] == [
        (week, "", 4, Decimal("6.5")),
        *sorted(
            [(week, "店长", 3, Decimal("4.0")), (week, "陈晨", 1, Decimal("20.0"))],
            key=lambda row: [each.advisor for each in trend].index(row[1]),
        ),
    ]


def test_only_the_weeks_asked_for_are_shown(
    services: Services, make: Make, clock: FixedClock
) -> None:
    _check_in(services, make, clock, 5)
    clock.move(timedelta(weeks=3))
    _check_in(services, make, clock, 7)
    assert {each.week for each in services.check_in.trend(3)} == {week_of(services.desk.today)}
    assert len({each.week for each in services.check_in.trend(4)}) == 2


def test_an_advisor_does_not_see_the_figures(make: Make) -> None:
    with pytest.raises(PermissionDenied):
        make.services(Role.SERVICE_ADVISOR).check_in.trend()
