"""Values as people read them, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import VisitStatus
from frontdesk.ui.kit import language, words

NOW = datetime(2026, 11, 5, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spoken", "day", "when", "status", "yes"),
    [
        (Language.EN, "5 Nov 2026", "5 Nov 2026, 10:00", "Booked", "Yes"),
        (Language.ZH_CN, "2026-11-05", "2026-11-05 10:00", "预约", "是"),
    ],
)
def test_values_in_both_languages(
    spoken: Language, day: str, when: str, status: str, yes: str
) -> None:
    language.switch().use(spoken)
    assert words.shown(date(2026, 11, 5)) == day
    assert words.shown(NOW) == when
    assert words.shown(VisitStatus.BOOKED) == status
    assert words.shown(True) == yes
    assert words.shown(Decimal("-1234.5")) == "-¥1,234.50"
    assert words.shown(35600) == "35,600"
    assert words.shown(None) == ""


@pytest.mark.parametrize(
    ("minutes", "en", "zh"),
    [
        (-1, "just now", "刚刚"),
        (-24 * 60, "6 Nov 2026, 10:00", "2026-11-06 10:00"),
        (0, "just now", "刚刚"),
        (1, "1 minute ago", "1 分钟前"),
        (59, "59 minutes ago", "59 分钟前"),
        (61, "1 hour ago", "1 小时前"),
        (60 * 49, "2 days ago", "2 天前"),
    ],
)
def test_how_long_ago(minutes: int, en: str, zh: str) -> None:
    then = NOW - timedelta(minutes=minutes)
    assert words.ago(then) == en
    language.switch().use(Language.ZH_CN)
    assert words.ago(then) == zh


def test_near_days_have_names() -> None:
    assert words.near(NOW + timedelta(hours=4)) == "Today 14:00"
    assert words.near(NOW + timedelta(days=1)) == "Tomorrow 10:00"
    assert words.near(NOW - timedelta(days=1)) == "Yesterday 10:00"
    assert words.near(NOW + timedelta(days=2)) == "7 Nov 2026, 10:00"


def test_time_left_and_over() -> None:
    assert words.until(NOW + timedelta(hours=2, minutes=5)) == "2 h 05 min left"
    assert words.until(NOW - timedelta(minutes=7)) == "7 min over"
    assert words.span(timedelta(hours=50)) == "2 d 2 h"


def test_nothing_is_a_dash() -> None:
    nothing = [words.day(None), words.when(None), words.money(None), words.ago(None)]
    assert nothing == [words.NOTHING] * 4
