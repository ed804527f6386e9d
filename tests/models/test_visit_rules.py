"""The steps of a visit, its sums, and what looks wrong at the desk (domain §3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.enums import ClockColour, Payer, VisitStatus
from frontdesk.models.maintenance import Reading
from frontdesk.models.rules import Rules
from frontdesk.models.visit_rules import (
    IN_HOUSE,
    NEXT,
    STEPS,
    by_payer,
    can_go,
    check_step,
    labour_of,
    line_total,
    list_price,
    mileage_warning,
    promise_colour,
    share_of,
    total,
)

RULES = Rules()
NOW = datetime(2026, 11, 5, 2, 0, tzinfo=UTC)
S = VisitStatus

ALLOWED = {
    (S.BOOKED, S.ARRIVED),
    (S.BOOKED, S.NO_SHOW),
    (S.NO_SHOW, S.ARRIVED),
    (S.NO_SHOW, S.BOOKED),
    (S.ARRIVED, S.ESTIMATED),
    (S.ARRIVED, S.DECLINED),
    (S.ESTIMATED, S.ESTIMATED),
    (S.ESTIMATED, S.AGREED),
    (S.ESTIMATED, S.DECLINED),
    (S.AGREED, S.IN_WORKSHOP),
    (S.AGREED, S.DECLINED),
    (S.IN_WORKSHOP, S.READY),
    (S.IN_WORKSHOP, S.DECLINED),
    (S.READY, S.IN_WORKSHOP),
    (S.READY, S.HANDED_OVER),
}


@dataclass(frozen=True)
class Item:
    labour: Decimal
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal = Decimal(0)
    payer: Payer = Payer.CUSTOMER
    declined_why: str | None = None


@pytest.mark.parametrize(("status", "to"), list(product(VisitStatus, repeat=2)))
def test_every_step_is_either_in_the_table_or_refused(status: S, to: S) -> None:
    assert can_go(status, to) is ((status, to) in ALLOWED)
    if (status, to) in ALLOWED:
        check_step(status, to)
    else:
        with pytest.raises(UserError) as caught:
            check_step(status, to)
        assert caught.value.code == "visit.no_such_step"


def test_the_good_way_is_a_chain_of_allowed_steps_and_every_end_is_final() -> None:
    assert all(can_go(a, b) for a, b in pairwise(STEPS))
    assert not NEXT[S.HANDED_OVER]
    assert not NEXT[S.DECLINED]


@pytest.mark.parametrize(
    ("labour", "quantity", "price", "sum_"),
    [
        ("120.00", "1", "358.00", "478.00"),
        ("0", "4.5", "89.90", "404.55"),
        ("0", "0.5", "0.01", "0.01"),  # half a fen goes up
        ("0", "0.333", "10.00", "3.33"),
        ("99.99", "0", "50.00", "99.99"),
    ],
)
def test_a_line_is_labour_and_parts_to_the_fen(
    labour: str, quantity: str, price: str, sum_: str
) -> None:
    item = Item(Decimal(labour), Decimal(quantity), Decimal(price))
    assert str(line_total(item)) == sum_


@pytest.mark.parametrize(
    ("hours", "rate", "expected"),
    [("1.5", "150", "225.00"), ("0.333", "150", "49.95"), ("0.1", "0.05", "0.01"), ("0", "9", "0")],
)
def test_labour_is_hours_at_a_rate_to_the_fen(hours: str, rate: str, expected: str) -> None:
    assert labour_of(Decimal(hours), Decimal(rate)) == Decimal(expected)


def test_a_discount_is_taken_off_and_declined_work_counts_for_nothing() -> None:
    off = Item(Decimal(120), Decimal(2), Decimal("40.50"), discount=Decimal("20.10"))
    assert (list_price(off), line_total(off)) == (Decimal("201.00"), Decimal("180.90"))
    declined = replace(off, declined_why="太贵")
    assert (list_price(declined), line_total(declined)) == (Decimal("201.00"), Decimal(0))
    assert total([off, declined]) == Decimal("180.90")


def test_the_sum_is_told_by_who_pays_in_the_order_of_the_list() -> None:
    one = Item(Decimal(100), Decimal(0), Decimal(0))
    lines = [
        replace(one, payer=Payer.GOODWILL, labour=Decimal("0.10")),
        replace(one, payer=Payer.WARRANTY),
        one,
        replace(one, payer=Payer.INSURANCE, declined_why="自费"),
        replace(one, payer=Payer.WARRANTY, discount=Decimal(30)),
    ]
    assert list(by_payer(lines).items()) == [
        (Payer.CUSTOMER, Decimal(100)),
        (Payer.WARRANTY, Decimal(170)),
        (Payer.GOODWILL, Decimal("0.10")),
    ]
    assert share_of(Payer.CUSTOMER, lines) == Decimal(100)
    assert share_of(Payer.INSURANCE, lines) == Decimal(0)


money = st.decimals(0, 99_999, places=2)
items = st.builds(Item, money, st.decimals(0, 99, places=3), money)


@given(st.lists(items, max_size=12))
def test_the_total_is_the_sum_of_the_printed_lines(lines: list[Item]) -> None:
    fen = sum(int((line_total(line) * 100).to_integral_exact()) for line in lines)
    assert total(lines) == Decimal(fen) / 100
    exact = sum((i.labour + i.quantity * i.unit_price for i in lines), Decimal(0))
    assert abs(total(lines) - exact) <= Decimal("0.005") * len(lines)
    assert total(lines) == total(lines).quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("km", "code"),
    [
        (9_999, "visit.mileage_lower"),
        (10_000, None),
        (25_000, None),  # 1,500 a day for ten days
        (25_020, "visit.mileage_jump"),
    ],
)
def test_an_odd_mileage_is_remarked_on(km: int, code: str | None) -> None:
    last = Reading(date(2026, 10, 26), 10_000)
    warning = mileage_warning(km, last, date(2026, 11, 5), RULES)
    assert (warning.code if warning else None) == code


def test_nothing_is_odd_about_a_first_mileage() -> None:
    assert mileage_warning(123_456, None, date(2026, 11, 5), RULES) is None


@pytest.mark.parametrize(
    ("minutes", "colour"),
    [(-1, ClockColour.OVER), (0, ClockColour.SOON), (30, ClockColour.SOON), (31, ClockColour.OK)],
)
def test_a_promise_turns_amber_and_then_red(minutes: int, colour: ClockColour) -> None:
    promised = NOW + timedelta(minutes=minutes)
    assert promise_colour(S.IN_WORKSHOP, promised, NOW, RULES) is colour


@pytest.mark.parametrize("status", VisitStatus)
def test_only_a_car_being_worked_on_can_be_late(status: S) -> None:
    late = promise_colour(status, NOW - timedelta(hours=1), NOW, RULES) is ClockColour.OVER
    assert late is (status in IN_HOUSE and status is not S.READY)
    assert promise_colour(status, None, NOW, RULES) is ClockColour.STOPPED
