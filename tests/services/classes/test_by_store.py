"""The rules of classes are told twice, of one customer and to the store: both say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    ComplaintLevel,
    ComplaintState,
    CustomerKind,
    Payer,
    ValueClass,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.months import months_full, plus_months
from frontdesk.models.segment import CustomerLoss
from frontdesk.models.visit import VisitItem
from frontdesk.services.classes import by_store, history, visits
from frontdesk.services.classes.facts import read_standings
from frontdesk.services.classes.standing import Difference, differences, write
from frontdesk.services.registry import Services
from tests.factories import Make

_DAYS = st.integers(0, 1_500)
_STATUSES = st.sampled_from(
    [VisitStatus.HANDED_OVER] * 4
    + [VisitStatus.IN_WORKSHOP, VisitStatus.READY, VisitStatus.DECLINED, VisitStatus.NO_SHOW]
)


@pytest.mark.parametrize(
    ("by", "months", "newest"),
    [
        (date(2025, 2, 28), 6, date(2024, 8, 31)),
        (date(2024, 2, 29), 6, date(2023, 8, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 5), 12, date(2025, 11, 5)),
        (date(2025, 2, 28), 12, date(2024, 2, 29)),
    ],
)
def test_the_newest_day_from_which_months_are_full(by: date, months: int, newest: date) -> None:
    assert months_full(by, months) == newest


@given(by=st.dates(date(1990, 1, 1), date(2090, 1, 1)), months=st.integers(1, 130))
def test_months_are_full_from_that_day_and_from_none_after_it(by: date, months: int) -> None:
    newest = months_full(by, months)
    assert plus_months(newest, months) <= by < plus_months(newest + timedelta(days=1), months)


@settings(max_examples=25)
@given(data=st.data())
def test_the_store_says_of_everybody_what_the_rules_say_of_one(
    data: st.DataObject, services: Services, make: Make
) -> None:
    desk = services.desk
    ids = [_customer(data, services, make) for _ in range(data.draw(st.integers(1, 4)))]
    top = data.draw(st.none() | st.sampled_from([Decimal(200), Decimal("450.50")]))
    told, found = _both(services, ids, top)
    assert told == found
    with desk.write() as work:
        assert write(work, found) == len(found)
    assert _both(services, ids, top) == ([], [])
    other = Decimal(90)
    told, found = _both(services, ids, other)
    assert told == found


def test_what_was_changed_since_it_was_looked_at_is_left_to_the_next_time(
    services: Services, make: Make
) -> None:
    ids = [make.customer(each, last_visit_on=date(2026, 10, 1)) for each in "甲乙"]
    one, other = ids
    _, found = _both(services, ids, None)
    assert [each.customer_id for each in found] == sorted([one, other])
    with services.desk.write() as work:
        work.session.get_one(Customer, one).own_class = ValueClass.A
    with services.desk.write() as work:
        assert write(work, found) == 1
    again, _ = _both(services, ids, None)
    assert [each.customer_id for each in again] == [one]
    assert again[0].in_force is ValueClass.A


@settings(max_examples=20)
@given(
    days=st.lists(st.integers(0, 2_000), max_size=8),
    months=st.integers(1, 13),
)
def test_losses_of_before_are_those_the_rules_tell(
    days: list[int], months: int, services: Services, make: Make
) -> None:
    desk = services.desk
    desk.rules = replace(desk.rules, lost_after_months=months)
    owner = make.customer()
    car = make.vehicle(owner)
    came = sorted(desk.today - timedelta(days=each) for each in days)
    for day in days:
        make.visit(car, status=VisitStatus.HANDED_OVER, arrived_at=desk.now - timedelta(days=day))
    assert history.fill(desk, [owner])
    assert history.fill(desk, [owner])  # nothing twice
    with desk.read() as session:
        kept = select(CustomerLoss.lost_on, CustomerLoss.back_on)
        losses = session.execute(kept.where(CustomerLoss.customer_id == owner)).all()
    assert sorted(map(tuple, losses)) == sorted(
        {
            (lost, back)
            for last, back in pairwise(came)
            if (lost := plus_months(last, months)) <= back
        }
    )


def test_losses_are_filled_in_until_it_is_stopped(services: Services, make: Make) -> None:
    ids = [make.customer()]
    assert not history.fill(services.desk, ids, lambda: True)


def _both(
    services: Services, ids: list[str], top: Decimal | None
) -> tuple[list[Difference], list[Difference]]:
    """What is to be written, by the store and by the rules of one."""
    desk, today, rules = services.desk, services.desk.today, services.desk.rules
    with desk.read() as session:
        been = visits.of_some(session, ids, today, rules)
        counted: dict[str, visits.Visits] = {}
        for part in visits.slices(session):
            visits.add_slice(session, counted, part, today, rules)
        assert {each: counted[each] for each in ids if each in counted} == been
        told = by_store.differing(session, ids, been, today, rules, top)
        found = differences(read_standings(session, ids, been, today, rules), today, rules, top)
    return sorted(told, key=attrgetter("customer_id")), sorted(found, key=attrgetter("customer_id"))


def _customer(data: st.DataObject, services: Services, make: Make) -> str:
    draw, desk = data.draw, services.desk

    def ago(days: int | None) -> date | None:
        return None if days is None else desk.today - timedelta(days=days)

    customer = make.customer(
        kind=draw(st.sampled_from(CustomerKind)),
        own_class=draw(st.none() | st.sampled_from(ValueClass)),
        opinion_leader=draw(st.booleans()),
        lost_since=draw(st.none() | st.just(desk.today)),
    )
    if draw(st.booleans()):
        friend = make.customer(
            referrer_id=customer, last_visit_on=draw(st.none() | st.just(desk.today))
        )
        if draw(st.booleans()):
            make.vehicle(friend)
    if draw(st.booleans()):
        make.complaint(
            customer,
            level=draw(st.sampled_from(ComplaintLevel)),
            state=draw(st.sampled_from([ComplaintState.FILED, ComplaintState.TO_JUDGE])),
        )
    for _ in range(draw(st.integers(0, 2))):
        day = draw(_DAYS)
        car = make.vehicle(
            customer,
            sold_here=draw(st.booleans()),
            purchased_on=draw(st.none() | st.just(ago(day))),
            delivered_on=draw(st.none() | _DAYS.map(ago)),
            warranty_months=draw(st.none() | st.sampled_from([6, 12, 24])),
            warranty_ends_on=draw(st.none() | st.integers(-100, 900).map(ago)),
            insured_here_since=draw(st.none() | _DAYS.map(ago)),
            inspected_here_since=draw(st.none() | _DAYS.map(ago)),
        )
        for came in draw(st.lists(st.integers(0, 450), max_size=5)):
            items = [_item(data) for _ in range(draw(st.integers(0, 2)))]
            at = desk.now - timedelta(days=came)
            make.visit(car, status=draw(_STATUSES), arrived_at=at, items=items)
    return customer


def _item(data: st.DataObject) -> VisitItem:
    draw = data.draw
    return VisitItem(
        position=0,
        kind=draw(st.sampled_from(WorkKind)),
        description="更换机油",
        labour=Decimal(10),
        quantity=Decimal(0),
        unit_price=Decimal(0),
        actual_amount=draw(
            st.none()
            | st.sampled_from([Decimal("0.05"), Decimal(90), Decimal("450.50"), Decimal(-20)])
        ),
        payer=draw(st.sampled_from(Payer)),
        declined_why=draw(st.none() | st.just("太贵")),
    )
