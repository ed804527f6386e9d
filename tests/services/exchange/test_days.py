"""Each working day has a sheet or 'no delivery'; a day without either is flagged."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.enums import DeliveryState, Role
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx

_TODAY = date(2026, 11, 5)
"""A Thursday."""


def states(services: Services, count: int) -> dict[date, DeliveryState]:
    return {day.day: day.state for day in services.exchange.days(count)}


def test_a_house_that_has_not_begun_is_asked_for_nothing(services: Services) -> None:
    assert set(states(services, 31).values()) == {DeliveryState.REST}
    assert services.exchange.missing_days() == ()


def test_a_sheet_stands_for_the_days_of_its_deliveries(services: Services, tmp_path: Path) -> None:
    lines = [delivery(1, day="2026-11-02"), delivery(2, day="2026-11-04")]
    services.exchange.run(write_xlsx(tmp_path / "周报.xlsx", [HEADING, *lines]))
    found = {day.day: day for day in services.exchange.days(7)}
    assert found[date(2026, 11, 2)].state is DeliveryState.SHEET
    assert found[date(2026, 11, 2)].file_name == "周报.xlsx"
    assert found[date(2026, 11, 2)].cars == 1
    assert found[date(2026, 11, 3)].state is DeliveryState.MISSING
    assert found[date(2026, 11, 4)].state is DeliveryState.SHEET
    assert found[_TODAY].state is DeliveryState.OPEN
    assert [day.day for day in services.exchange.missing_days()] == [_TODAY, date(2026, 11, 3)]


def test_no_delivery_is_said_and_taken_back(services: Services) -> None:
    services.exchange.say_none(_TODAY)
    services.exchange.say_none(_TODAY)
    [today] = services.exchange.days(1)
    assert (today.state, today.by) == (DeliveryState.NONE, "店长")
    services.exchange.take_back_none(_TODAY)
    assert states(services, 1)[_TODAY] is not DeliveryState.NONE


def test_weekends_and_public_holidays_are_not_asked_for(
    services: Services, clock: FixedClock
) -> None:
    services.exchange.say_none(_TODAY)
    clock.move(timedelta(days=5))
    missing = [day.day for day in services.exchange.missing_days()]
    assert missing == [date(2026, 11, 10), date(2026, 11, 9), date(2026, 11, 6)]


def test_a_sheet_that_comes_after_all_takes_the_place_of_no_delivery(
    services: Services, tmp_path: Path
) -> None:
    services.exchange.say_none(date(2026, 11, 4))
    services.exchange.run(
        write_xlsx(tmp_path / "补.xlsx", [HEADING, delivery(1, day="2026-11-04")])
    )
    assert states(services, 2)[date(2026, 11, 4)] is DeliveryState.SHEET
    with pytest.raises(UserError, match=r"deliveries\.has_sheet"):
        services.exchange.say_none(date(2026, 11, 4))
    services.exchange.take_back_none(date(2026, 11, 4))
    assert states(services, 2)[date(2026, 11, 4)] is DeliveryState.SHEET


def test_nothing_is_said_of_days_to_come(services: Services) -> None:
    with pytest.raises(UserError, match=r"deliveries\.future"):
        services.exchange.say_none(_TODAY + timedelta(days=1))


def test_what_lies_in_the_folder_is_offered_until_it_is_imported(
    services: Services, tmp_path: Path, clock: FixedClock
) -> None:
    inbox = tmp_path / "收件"
    inbox.mkdir()
    services.exchange.choose_folder(f" {inbox} ")
    assert services.exchange.waiting_sheets() == ()
    path = write_xlsx(inbox / "今日.xlsx", [HEADING, delivery(1)])
    then = clock.now() - timedelta(hours=1)
    os.utime(path, (then.timestamp(), then.timestamp()))
    (inbox / "~$今日.xlsx").write_bytes(b"open")
    (inbox / "说明.txt").write_text("x", encoding="utf-8")
    assert [each.path for each in services.exchange.waiting_sheets()] == [path]
    services.exchange.run(path)
    assert services.exchange.waiting_sheets() == ()
    later = clock.now() + timedelta(hours=1)
    os.utime(path, (later.timestamp(), later.timestamp()))
    assert [each.path for each in services.exchange.waiting_sheets()] == [path]
    services.exchange.choose_folder("")
    assert services.exchange.waiting_sheets() == ()


def test_a_folder_that_is_not_there_is_refused_and_one_that_went_is_told(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"deliveries\.no_folder"):
        services.exchange.choose_folder(str(tmp_path / "none"))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    services.exchange.choose_folder(str(inbox))
    inbox.rmdir()
    with pytest.raises(EnvironmentFault, match=r"deliveries\.folder_gone"):
        services.exchange.waiting_sheets()


def test_missing_days_wait_on_today_for_who_imports(
    services: Services, make: Make, clock: FixedClock
) -> None:
    services.exchange.say_none(_TODAY - timedelta(days=1))
    specialist = make.services(Role.CS_SPECIALIST)
    clock.move(timedelta(days=1))
    waiting = [line for line in specialist.today.waiting() if line.kind == "delivery"]
    assert [line.number for line in waiting] == ["2026-11-05", "2026-11-06"]
    assert waiting[0].word is DeliveryState.MISSING
    advisor = make.services(Role.SERVICE_ADVISOR)
    assert [line for line in advisor.today.waiting() if line.kind == "delivery"] == []
