"""The trend of check-in minutes, for those who may see figures."""

from __future__ import annotations

from datetime import timedelta

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from frontdesk.ui.intake.figures_part import FiguresSection
from tests.factories import Make
from tests.services.intake.kit import given
from tests.ui.intake.conftest import Desk, Open


def test_each_week_has_its_bar_and_each_advisor_a_line(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    for minutes in (3, 6):
        opened = services.desk.now
        clock.move(timedelta(minutes=minutes))
        services.intake.register(given(services, make.vehicle(), opened_at=opened))
        clock.move(timedelta(weeks=1))
    desk_view.page.show_part("figures")
    desk_view.settle()
    section = desk_view.page.section("figures")
    assert isinstance(section, FiguresSection)
    assert [bar.figure() for bar in section.chart.bars()] == ["3.0 (n=1)", "6.0 (n=1)"]
    assert [row.advisor for row in section.table.rows()] == ["", "店长", "", "店长"]


def test_an_advisor_has_no_such_part(open_desk: Open, make: Make) -> None:
    advisor = open_desk(make.services(Role.SERVICE_ADVISOR))
    assert "figures" not in advisor.page.part_keys()
    assert "appointments" in advisor.page.part_keys()
