"""Value classes, lost customers and badges against examples worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.class_rules import (
    Facts,
    Merits,
    Why,
    badges,
    kept_badges,
    lost_since,
    read_badges,
    top_spend,
    value,
    warranty_end,
    window_start,
)
from frontdesk.models.enums import Badge, CustomerKind, ValueClass
from frontdesk.models.rules import Rules

RULES = Rules()
TODAY = date(2026, 11, 5)
TOP = Decimal(8000)
GOOD = Facts(
    last_visit_on=date(2026, 10, 1),
    bought_on=date(2025, 3, 1),
    visits=2,
    paid=2,
    spend=Decimal(1200),
    warranty_ended_on=date(2028, 3, 1),
)


def _valued(facts: Facts, today: date = TODAY) -> tuple[str, list[Why]]:
    found = value(facts, today, RULES, TOP)
    return (found.value_class or ""), [each.why for each in found.reasons]


@pytest.mark.parametrize(
    ("changed", "expected", "why"),
    [
        ({}, "b", [Why.USUAL]),
        # D: out of warranty, and no visit since it ended
        (
            {"last_visit_on": date(2026, 9, 1), "warranty_ended_on": date(2026, 9, 2)},
            "d",
            [Why.WARRANTY_LEFT],
        ),
        (
            {"last_visit_on": date(2026, 9, 2), "warranty_ended_on": date(2026, 9, 2)},
            "d",
            [Why.WARRANTY_LEFT],
        ),
        (
            {"last_visit_on": date(2026, 9, 3), "warranty_ended_on": date(2026, 9, 2)},
            "b",
            [Why.USUAL],
        ),
        ({"warranty_ended_on": TODAY}, "b", [Why.USUAL]),
        # D: no visit for 12 months, to the day; also both
        ({"last_visit_on": date(2025, 11, 5)}, "d", [Why.LONG_AWAY]),
        ({"last_visit_on": date(2025, 11, 6)}, "c", [Why.AWAY]),
        (
            {"last_visit_on": date(2024, 1, 1), "warranty_ended_on": date(2025, 1, 1)},
            "d",
            [Why.WARRANTY_LEFT, Why.LONG_AWAY],
        ),
        # C: no visit for 6 months
        ({"last_visit_on": date(2026, 5, 5)}, "c", [Why.AWAY]),
        ({"last_visit_on": date(2026, 5, 6)}, "b", [Why.USUAL]),
        # C: only warranty or free work, however often
        ({"paid": 0, "spend": Decimal(0)}, "c", [Why.UNPAID_ONLY]),
        ({"visits": 5, "paid": 0, "spend": Decimal(0)}, "c", [Why.UNPAID_ONLY]),
        # A: often, or among the top; a complaint that is open makes it B
        ({"visits": 3}, "b", [Why.USUAL]),
        ({"visits": 4}, "a", [Why.OFTEN]),
        ({"spend": Decimal("7999.99")}, "b", [Why.USUAL]),
        ({"spend": Decimal(8000)}, "a", [Why.TOP_SPEND]),
        ({"visits": 4, "spend": Decimal(9000)}, "a", [Why.OFTEN, Why.TOP_SPEND]),
        ({"visits": 4, "complaining": True}, "b", [Why.COMPLAINING, Why.OFTEN]),
        ({"complaining": True}, "b", [Why.USUAL]),
        # never here: counted from the purchase
        ({"last_visit_on": None, "visits": 0, "bought_on": date(2026, 8, 1)}, "b", [Why.NEW]),
        (
            {"last_visit_on": None, "visits": 0, "bought_on": date(2025, 11, 5)},
            "d",
            [Why.NEVER_HERE],
        ),
        (
            {
                "last_visit_on": None,
                "visits": 0,
                "bought_on": date(2026, 8, 1),
                "warranty_ended_on": date(2026, 10, 1),
            },
            "d",
            [Why.WARRANTY_LEFT],
        ),
        ({"last_visit_on": None, "visits": 0, "bought_on": None}, "", []),
    ],
)
def test_the_first_class_that_fits(
    changed: dict[str, object], expected: str, why: list[Why]
) -> None:
    assert _valued(replace(GOOD, **changed)) == (expected, why)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("last", "today", "since"),
    [
        (date(2026, 8, 31), date(2027, 2, 27), None),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 28), None),
        (date(2027, 8, 31), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 5, 5), TODAY, TODAY),
        (date(2026, 5, 6), TODAY, None),
        (date(2024, 2, 29), TODAY, date(2024, 8, 29)),
        (TODAY + timedelta(days=3), TODAY, None),
        (None, TODAY, None),
    ],
)
def test_lost_since_the_day_the_months_are_full(
    last: date | None, today: date, since: date | None
) -> None:
    assert lost_since(last, today, RULES) == since


def test_a_year_back_from_a_leap_day_starts_at_the_end_of_february() -> None:
    assert window_start(date(2028, 2, 29), RULES) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("spends", "least"),
    [
        ([], None),
        ([100] * 4, None),  # a fifth of four is less than one customer
        ([10, 20, 30, 40, 50], 50),
        ([0, 0, 0, 0, 0, 10, 20, 30, 40, 50], 50),  # who spent nothing is not counted
        (list(range(1, 11)), 9),
        ([5, 9, 9, 9, 1, 1, 1, 1, 1, 1], 9),
    ],
)
def test_the_top_is_counted_among_those_who_spent(spends: list[int], least: int | None) -> None:
    assert top_spend(map(Decimal, spends), RULES) == (None if least is None else Decimal(least))


@pytest.mark.parametrize(
    ("merits", "held"),
    [
        (Merits(), ()),
        (Merits(bought_here=1), ()),
        (Merits(bought_here=2), (Badge.BOUGHT_AGAIN,)),
        (Merits(referred=1), (Badge.REFERRED,)),
        (Merits(visits=3), ()),
        (Merits(visits=4), (Badge.OFTEN,)),
        (Merits(warranty_ended_on=TODAY), ()),
        (Merits(warranty_ended_on=date(2026, 11, 4)), (Badge.OUT_OF_WARRANTY,)),
        (Merits(warranty_ended_on=date(2026, 5, 5)), (Badge.OUT_OF_WARRANTY,)),
        (Merits(warranty_ended_on=date(2026, 5, 4)), ()),
        (Merits(insured_since=date(2024, 11, 5)), (Badge.INSURED_HERE,)),
        (Merits(insured_since=date(2024, 11, 6)), ()),
        (
            Merits(kind=CustomerKind.FLEET, opinion_leader=True, serious_complaint=True),
            (Badge.FLEET, Badge.OPINION_LEADER, Badge.SERIOUS_COMPLAINT),
        ),
        (Merits(kind=CustomerKind.COMPANY), ()),
    ],
)
def test_what_a_customer_is_valued_for(merits: Merits, held: tuple[Badge, ...]) -> None:
    assert badges(merits, TODAY, RULES) == held


@pytest.mark.parametrize(
    ("ends_on", "bought_on", "months", "end"),
    [
        (date(2027, 1, 1), date(2020, 1, 1), 24, date(2027, 1, 1)),
        (None, date(2024, 2, 29), 12, date(2025, 2, 28)),
        (None, date(2023, 8, 31), None, date(2026, 8, 31)),
        (None, date(2023, 8, 31), 0, date(2023, 8, 31)),
        (None, None, 24, None),
    ],
)
def test_the_end_of_a_warranty(
    ends_on: date | None, bought_on: date | None, months: int | None, end: date | None
) -> None:
    assert warranty_end(ends_on, bought_on, months, RULES) == end


_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(
    facts=st.builds(
        Facts,
        last_visit_on=st.none() | _DAYS,
        bought_on=st.none() | _DAYS,
        visits=st.integers(0, 9),
        paid=st.integers(0, 9),
        spend=st.decimals(0, 99999, places=2),
        warranty_ended_on=st.none() | _DAYS,
        complaining=st.booleans(),
    ),
    today=_DAYS,
)
def test_every_class_says_why(facts: Facts, today: date) -> None:
    found = value(facts, today, RULES, TOP)
    assert bool(found.reasons) is (found.value_class is not None)
    if facts.complaining:
        assert found.value_class is not ValueClass.A
    since = lost_since(facts.last_visit_on, today, RULES)
    if since is not None:  # 'no visit for 6 months' is marginal at best
        assert found.value_class in (ValueClass.C, ValueClass.D)


@given(st.sets(st.sampled_from(Badge)))
def test_badges_are_read_as_they_were_kept(held: set[Badge]) -> None:
    assert set(read_badges(kept_badges(held))) == held
