"""三包: the period and the three limits, by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.models.enums import DefectArea, VehicleUse
from frontdesk.models.rules import Rules
from frontdesk.models.statutory import RepairSpell, Tripwire, Watch, in_period, watch

RULES = Rules()
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
D = date


@pytest.mark.parametrize(
    ("purchased", "use", "km", "on", "expected"),
    [
        (D(2024, 6, 30), VehicleUse.PRIVATE, 10_000, D(2026, 6, 30), True),  # the last day
        (D(2024, 6, 30), VehicleUse.PRIVATE, 10_000, D(2026, 7, 1), False),
        (D(2024, 2, 29), VehicleUse.PRIVATE, 10_000, D(2026, 2, 28), True),  # no 29th in 2026
        (D(2024, 2, 29), VehicleUse.PRIVATE, 10_000, D(2026, 3, 1), False),
        (D(2025, 1, 1), VehicleUse.PRIVATE, 50_000, D(2026, 1, 1), True),
        (D(2025, 1, 1), VehicleUse.PRIVATE, 50_001, D(2026, 1, 1), False),
        (D(2025, 1, 1), VehicleUse.PRIVATE, None, D(2026, 1, 1), True),
        (D(2025, 1, 1), VehicleUse.COMMERCIAL, 10_000, D(2026, 1, 1), False),
        (D(2027, 1, 1), VehicleUse.PRIVATE, 10_000, D(2026, 1, 1), False),  # bought tomorrow
        (None, VehicleUse.PRIVATE, 10_000, D(2026, 1, 1), False),
    ],
)
def test_the_period(
    purchased: date | None, use: VehicleUse, km: int | None, on: date, expected: bool
) -> None:
    assert in_period(purchased, use, km, on, RULES) is expected


@pytest.mark.parametrize(
    ("hours", "days"),
    [(0, 1), (3, 1), (24, 1), (24.5, 2), (48, 2), (-5, 1), (24 * 31, 31)],
)
def test_a_day_begun_is_a_day(hours: float, days: int) -> None:
    assert spell(hours).days == days


def spell(
    hours: float = 3, defect: DefectArea | None = DefectArea.ENGINE, *, safety: bool = False
) -> RepairSpell:
    return RepairSpell(START, START + timedelta(hours=hours), defect, safety)


def test_few_short_repairs_are_no_matter() -> None:
    assert watch([spell() for _ in range(3)], RULES) == ()
    assert watch([], RULES) == ()


def test_the_next_repair_of_the_same_defect_would_be_one_too_many() -> None:
    assert watch([spell() for _ in range(4)], RULES) == (
        Watch(Tripwire.REPAIRS, 4, 4, DefectArea.ENGINE),
    )
    assert watch([spell() for _ in range(5)], RULES) == (
        Watch(Tripwire.REPAIRS, 5, 4, DefectArea.ENGINE, over=True),
    )


def test_different_defects_are_not_added_up_and_unnamed_ones_count_for_days_only() -> None:
    mixed = [spell(defect=area) for area in list(DefectArea)[:5]]
    assert watch(mixed, RULES) == ()
    assert watch([spell(24 * 6, None) for _ in range(4)], RULES) == (Watch(Tripwire.DAYS, 24, 30),)


def test_a_safety_fault_repaired_twice_must_not_be_there_again() -> None:
    twice = [spell(defect=DefectArea.BRAKES, safety=True) for _ in range(2)]
    assert watch(twice, RULES) == (Watch(Tripwire.SAFETY, 2, 2, DefectArea.BRAKES),)
    found = watch([*twice, *twice], RULES)
    assert [(each.wire, each.over) for each in found] == [
        (Tripwire.SAFETY, True),
        (Tripwire.REPAIRS, False),
    ]


@pytest.mark.parametrize(("days", "over"), [(23, None), (24, False), (30, False), (31, True)])
def test_days_in_repair_are_told_from_four_fifths_on(days: int, over: bool | None) -> None:
    found = watch([spell(24 * days, None)], RULES)
    assert found == (() if over is None else (Watch(Tripwire.DAYS, days, 30, over=over),))
