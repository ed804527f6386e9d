"""When the same concern again is a repeat repair, by hand."""

from __future__ import annotations

from datetime import date

import pytest

from frontdesk.models.enums import DefectArea
from frontdesk.models.repeat_repair import FirstTimeFix, Repair, proposed, within
from frontdesk.models.rules import Rules

RULES = Rules()
D = date
BEFORE = Repair("v1", D(2026, 1, 31), 20_000, DefectArea.BRAKES)


@pytest.mark.parametrize(
    ("on", "km", "expected"),
    [
        (D(2026, 5, 1), 25_000, True),  # the 90th day, the 5,000th kilometre
        (D(2026, 5, 2), 21_000, False),
        (D(2026, 2, 28), 25_001, False),
        (D(2026, 1, 31), 20_000, True),  # the same day
        (D(2026, 1, 30), 20_000, False),  # before it
        (D(2026, 3, 1), None, True),
        (D(2026, 3, 1), 19_000, True),  # an odometer read wrong decides nothing
    ],
)
def test_both_limits_hold(on: date, km: int | None, expected: bool) -> None:
    assert within(BEFORE, on, km, RULES) is expected


def test_in_a_leap_year_february_has_a_day_more() -> None:
    before = Repair("v1", D(2027, 12, 1), None, DefectArea.BRAKES)
    assert within(before, D(2028, 2, 29), None, RULES)  # 90 days
    assert not within(before, D(2028, 3, 1), None, RULES)


def test_the_newest_of_the_same_defect_is_proposed() -> None:
    older = Repair("v0", D(2026, 1, 5), 19_000, DefectArea.BRAKES)
    other = Repair("v2", D(2026, 2, 10), 20_500, DefectArea.ENGINE)
    unnamed = Repair("v3", D(2026, 2, 12), 20_600, None)
    repairs = [older, BEFORE, other, unnamed]
    found = proposed(repairs, DefectArea.BRAKES, D(2026, 2, 20), 21_000, RULES)
    assert found is BEFORE
    assert proposed(repairs, DefectArea.TYRES, D(2026, 2, 20), 21_000, RULES) is None
    assert proposed(repairs, None, D(2026, 2, 20), 21_000, RULES) is None


def test_the_rate_is_told_with_nothing_repaired_as_nothing() -> None:
    assert FirstTimeFix(0, 0).share is None
    assert FirstTimeFix(8, 1).share == 0.875
