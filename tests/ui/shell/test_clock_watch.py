"""The PC's clock set, its zone changed, midnight: seen, told, and the lists read anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell.clock_notice import ClockNotice
from frontdesk.ui.shell.clock_watch import ClockWatch
from frontdesk.ui.shell.desk_view import DeskView
from tests.ui.shell.conftest import SignIn
from tests.ui.shell.pages import NotingPage

SHANGHAI = ZoneInfo("Asia/Shanghai")


class SetClock(FixedClock):
    """A clock that somebody sets: it moves, time does not."""

    def __init__(self, at: datetime, zone: tzinfo) -> None:
        super().__init__(at, zone)
        self.unset = timedelta(0)
        self.here: tzinfo = zone

    def now(self) -> datetime:
        return super().now() + self.unset

    def zone(self) -> tzinfo | None:
        return self.here


def shown(desk: DeskView) -> NotingPage:
    """The page of the first tab."""
    page = desk.page("today")
    assert isinstance(page, NotingPage)
    return page


class Seen:
    """What a watch told."""

    def __init__(self, watch: ClockWatch) -> None:
        self.jumps: list[timedelta] = []
        self.zones = self.days = 0
        watch.jumped.connect(self.jumps.append)
        watch.zone_changed.connect(self._zone)
        watch.day_changed.connect(self._day)

    def _zone(self) -> None:
        self.zones += 1

    def _day(self) -> None:
        self.days += 1


@pytest.fixture
def set_clock() -> SetClock:
    return SetClock(datetime(2026, 11, 5, 10, tzinfo=SHANGHAI), SHANGHAI)


@pytest.fixture
def watch(qtbot: QtBot, set_clock: SetClock) -> ClockWatch:
    return ClockWatch(set_clock, lambda: 5)


@pytest.mark.parametrize(
    "by", [timedelta(days=-1), timedelta(minutes=-6), timedelta(minutes=6), timedelta(days=3652)]
)
def test_a_clock_that_is_set_is_told_with_how_far(
    watch: ClockWatch, set_clock: SetClock, by: timedelta
) -> None:
    seen = Seen(watch)
    set_clock.move(timedelta(seconds=20))
    set_clock.unset = by

    watch.look()
    watch.look()

    assert seen.jumps == [by]


@pytest.mark.parametrize("by", [timedelta(minutes=-5), timedelta(seconds=40), timedelta(minutes=5)])
def test_a_clock_that_is_only_put_right_is_not(
    watch: ClockWatch, set_clock: SetClock, by: timedelta
) -> None:
    seen = Seen(watch)
    set_clock.unset = by
    watch.look()
    assert seen.jumps == []


def test_a_pc_that_slept_for_a_night_was_not_set(watch: ClockWatch, set_clock: SetClock) -> None:
    seen = Seen(watch)
    set_clock.move(timedelta(hours=15))
    watch.look()
    assert (seen.jumps, seen.days) == ([], 1)


def test_another_zone_is_told_and_summer_time_is_not(qtbot: QtBot) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    clock = SetClock(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), berlin)
    watch = ClockWatch(clock, lambda: 5)
    seen = Seen(watch)
    clock.move(timedelta(hours=1))  # summer time begins at 01:00 UTC
    watch.look()
    assert (seen.zones, seen.jumps) == (0, [])

    clock.here = SHANGHAI
    watch.look()
    watch.look()

    assert (seen.zones, seen.jumps) == (1, [])


def test_every_midnight_is_a_new_day_once(watch: ClockWatch, set_clock: SetClock) -> None:
    seen = Seen(watch)
    for _ in range(4 * 48):
        set_clock.move(timedelta(minutes=15))
        watch.look()
    assert seen.days == 2


def test_the_window_tells_it_and_the_page_in_front_reads_anew(
    window: MainWindow, sign_in: SignIn
) -> None:
    page = shown(sign_in("admin"))
    before = len(page.refreshed)

    window.clock_watch.jumped.emit(timedelta(days=-1))

    (banner,) = window.notices.shown()
    assert "set back by 24 hours" in banner.text
    assert banner.isVisible()
    assert page.refreshed[before:] == [frozenset()]

    window.clock_watch.jumped.emit(timedelta(days=3652))
    (banner,) = window.notices.shown()
    assert "set ahead by 10 years" in banner.text


def test_a_changed_zone_is_told_in_the_language_on_screen(
    window: MainWindow, sign_in: SignIn
) -> None:
    sign_in("admin")
    language.switch().use(Language.ZH_CN)
    window.clock_watch.zone_changed.emit()
    (banner,) = window.notices.shown()
    assert "时区" in banner.text


def test_it_is_told_on_the_sign_in_page_too(window: MainWindow) -> None:
    assert window.desk is None
    window.clock_watch.jumped.emit(timedelta(minutes=-30))
    assert "30 minutes" in window.notices.shown()[0].text


def test_a_clock_set_back_while_nobody_looked_is_told_at_the_desk(
    window: MainWindow, services: Services
) -> None:
    services.desk.behind = timedelta(minutes=4)
    window.open_desk(services)
    assert not window.notices.shown()
    services.desk.behind = timedelta(days=2)
    window.open_desk(services)
    (banner,) = window.notices.shown()
    assert "set back by 2 days" in banner.text


def test_a_desk_that_was_parked_reads_anew_when_its_person_comes_back(
    window: MainWindow, sign_in: SignIn
) -> None:
    page = shown(sign_in("admin"))
    before = len(page.refreshed)
    window.lock()
    assert shown(sign_in("admin")) is page
    assert page.refreshed[before:] == [frozenset()]


def test_pages_out_of_sight_read_anew_when_they_are_shown(
    window: MainWindow, sign_in: SignIn
) -> None:
    desk = sign_in("admin")
    desk.show_tab("customers")
    hidden = shown(desk)
    before = len(hidden.refreshed)

    window.clock_watch.day_changed.emit()
    assert len(hidden.refreshed) == before
    desk.show_tab("today")

    assert len(hidden.refreshed) == before + 1


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (timedelta(minutes=6), "6 minutes"),
        (timedelta(hours=3), "3 hours"),
        (timedelta(days=400), "400 days"),
        (timedelta(days=3652), "10 years"),
    ],
)
def test_how_far_is_said_in_the_largest_unit_that_tells_enough(
    window: MainWindow, by: timedelta, said: str
) -> None:
    at = datetime(2026, 11, 5, 10, tzinfo=timezone(timedelta(hours=8)))
    ClockNotice(window.notices).tell_jump(by, at)
    assert said in window.notices.shown()[0].text
