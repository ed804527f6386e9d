"""Visits of the sample that did not go as planned: work not wanted, orders not placed, repeats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from frontdesk.models.all import Visit
from frontdesk.models.enums import Payer, VisitStatus, WorkKind
from frontdesk.services.registry import Services
from frontdesk.services.visit_lists.dto import VisitList, VisitSort

_MONTH, _ALL = 30, 730
_REPAIRING = {WorkKind.REPAIR, WorkKind.WARRANTY}


@pytest.fixture(scope="session")
def visits(sample: Services) -> Sequence[Visit]:
    """Every visit with its items."""
    with sample.desk.read() as session:
        return session.scalars(select(Visit)).all()


def _total(sample: Services, sort: VisitSort, days: int) -> int:
    today = sample.desk.today
    return sample.visit_lists.list(VisitList(sort, today - timedelta(days=days), today)).total


@pytest.mark.parametrize("sort", VisitSort)
def test_each_list_of_visits_shows_something_of_the_last_month(
    sample: Services, sort: VisitSort
) -> None:
    assert _total(sample, sort, _MONTH) >= 1


def test_they_are_few_among_many_as_in_a_real_house(sample: Services) -> None:
    count = {sort: _total(sample, sort, _ALL) for sort in VisitSort}
    share = {sort: count[sort] / count[VisitSort.ALL] for sort in VisitSort}
    assert 0.08 < share[VisitSort.DECLINED_WORK] < 0.22
    assert 0.01 < share[VisitSort.NO_ORDER] < 0.06
    assert 0.01 < share[VisitSort.CAME_BACK] < 0.06
    today = sample.desk.today
    figure = sample.intake.first_time_fix(today - timedelta(days=_ALL), today).all
    assert figure.share is not None
    assert 0.88 < figure.share < 0.985


def test_work_that_was_not_wanted_says_why_and_costs_nothing(visits: Sequence[Visit]) -> None:
    left = [item for visit in visits for item in visit.items if item.declined_why]
    assert len({item.declined_why for item in left}) > 5
    for visit in visits:
        assert [item.position for item in visit.items] == list(range(len(visit.items)))
        done = [item for item in visit.items if not item.declined_why]
        agreed = sum((i.labour + i.quantity * i.unit_price for i in done), Decimal(0))
        assert visit.estimate_total in (None, agreed), visit.number
        if visit.status is VisitStatus.HANDED_OVER:
            assert done, visit.number
            charged = sum((item.actual_amount or Decimal(0) for item in visit.items), Decimal(0))
            assert visit.actual_total == charged, visit.number
        names = [item.description for item in visit.items]
        assert len(set(names)) == len(names), visit.number


def test_a_repeat_is_of_the_same_car_and_fault_and_soon_and_free(
    sample: Services, visits: Sequence[Visit]
) -> None:
    by_id = {visit.id: visit for visit in visits}
    again = [visit for visit in visits if visit.repeat_of_id]
    assert again
    for visit in again:
        first = by_id[visit.repeat_of_id or ""]
        assert first.handed_over_on is not None
        assert visit.arrived_on is not None
        assert (first.vehicle_id, first.defect) == (visit.vehicle_id, visit.defect)
        days = (visit.arrived_on - first.handed_over_on).days
        assert days in range(1, sample.desk.rules.repeat_repair_days + 1), visit.number
        assert {item.kind for item in first.items if not item.declined_why} & _REPAIRING
        payers = {item.payer for item in visit.items if not item.declined_why}
        assert payers <= {Payer.GOODWILL, Payer.WARRANTY}
    assert any(visit.status is VisitStatus.ARRIVED for visit in again)


def test_a_known_car_is_received_with_what_was_declined_the_last_time(
    sample: Services, visits: Sequence[Visit]
) -> None:
    newest: dict[str, Visit] = {}
    for visit in visits:
        if visit.status is VisitStatus.HANDED_OVER and visit.arrived_on is not None:
            known = newest.get(visit.vehicle_id)
            if known is None or known.arrived_on is None or visit.arrived_on > known.arrived_on:
                newest[visit.vehicle_id] = visit
    told = 0
    for vehicle, visit in newest.items():
        declined = [item.description for item in visit.items if item.declined_why]
        start = sample.intake.prepare(vehicle)
        said = [
            notice.said.params["what"]
            for notice in start.notices
            if notice.said.code == "intake.declined_item"
        ]
        assert said == declined, visit.number
        told += bool(said)
    assert told >= 3
