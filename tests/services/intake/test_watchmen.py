"""Warranty limits, repeat repairs and 三包 as the desk is told of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from frontdesk.models.callback import Callback
from frontdesk.models.enums import DefectArea, VehicleUse, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.intake.inputs import Fault, WorkItem
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import charged, fresh, ready_visit

NEW_PADS = WorkItem(WorkKind.REPAIR, "更换刹车片", Decimal(200))


def _codes(services: Services, car: str) -> list[str]:
    return [notice.said.code for notice in services.intake.prepare(car).notices]


def _repaired(
    make: Make,
    car: str,
    days_ago: int,
    *,
    defect: DefectArea | None = DefectArea.BRAKES,
    hours: int = 3,
    km: int | None = 20_000,
    safety: bool = False,
    declined: str | None = None,
) -> str:
    arrived = make.desk.now - timedelta(days=days_ago)
    item = VisitItem(
        position=0,
        kind=WorkKind.REPAIR,
        description="刹车",
        labour=Decimal(0),
        quantity=Decimal(1),
        unit_price=Decimal(0),
        declined_why=declined,
    )
    left = arrived + timedelta(hours=hours)
    return make.visit(
        car,
        status=VisitStatus.HANDED_OVER,
        arrived_at=arrived,
        mileage_km=km,
        defect=defect,
        safety_fault=safety,
        ready_at=left,
        items=[item],
    )


@pytest.mark.parametrize(
    ("ends_in", "code"),
    [(31, None), (30, "watch.warranty_ends"), (0, "watch.warranty_ends"),
     (-1, "watch.warranty_over"), (-180, "watch.warranty_over"), (-181, None)],
)  # fmt: skip
def test_the_end_of_the_warranty_is_told_by_date(
    services: Services, make: Make, ends_in: int, code: str | None
) -> None:
    car = make.vehicle(warranty_ends_on=services.desk.today + timedelta(days=ends_in))
    told = [each for each in _codes(services, car) if "warranty" in each]
    assert told == ([] if code is None else [code])


def test_the_end_of_the_warranty_is_told_by_forecast_mileage(
    services: Services, make: Make
) -> None:
    today = services.desk.today
    car = make.vehicle(purchased_on=today - timedelta(days=400), warranty_km=20_000)
    # 19,000 km in 400 days: 47.5 a day, 1,000 more in 22 days
    make.visit(car, status=VisitStatus.HANDED_OVER, mileage_km=19_000)
    notices = services.intake.prepare(car).notices
    (near,) = [n.said for n in notices if n.said.code == "watch.warranty_km_near"]
    assert near.params == {"on": today + timedelta(days=22), "km": "20,000"}


def test_four_repairs_of_one_defect_are_told_and_a_fifth_is_urgent(
    services: Services, make: Make
) -> None:
    car = make.vehicle(purchased_on=services.desk.today - timedelta(days=300))
    for days in (200, 170, 140):
        _repaired(make, car, days)
    assert "watch.statutory_repairs" not in _codes(services, car)
    _repaired(make, car, 110)
    assert "watch.statutory_repairs" in _codes(services, car)
    _repaired(make, car, 100, declined="太贵")  # nothing was repaired then
    assert "watch.statutory_repairs" in _codes(services, car)
    _repaired(make, car, 95)
    assert _codes(services, car)[0] == "watch.statutory_repairs_over"


@pytest.mark.parametrize(
    ("use", "purchased_days_ago"), [(VehicleUse.COMMERCIAL, 300), (VehicleUse.PRIVATE, 800)]
)
def test_outside_the_statutory_period_nothing_is_counted(
    services: Services, make: Make, use: VehicleUse, purchased_days_ago: int
) -> None:
    bought = services.desk.today - timedelta(days=purchased_days_ago)
    car = make.vehicle(purchased_on=bought, use=use)
    for days in (200, 170, 140, 110, 95):
        _repaired(make, car, days, hours=24 * 8, safety=True)
    assert not [code for code in _codes(services, car) if "statutory" in code]


def test_days_in_repair_and_safety_faults_are_told(services: Services, make: Make) -> None:
    car = make.vehicle(purchased_on=services.desk.today - timedelta(days=300))
    _repaired(make, car, 200, hours=24 * 16, safety=True)
    _repaired(make, car, 150, hours=24 * 16, safety=True)
    codes = _codes(services, car)
    assert "watch.statutory_days_over" in codes
    assert "watch.statutory_safety" in codes


def test_a_repeat_repair_is_proposed_for_the_same_defect_only(
    services: Services, make: Make
) -> None:
    car = make.vehicle()
    _repaired(make, car, 91)
    late = _repaired(make, car, 60)
    other = _repaired(make, car, 20, defect=DefectArea.ENGINE)
    begun = services.intake.prepare(car)
    assert [each.visit_id for each in begun.repairs] == [other, late]
    propose = services.intake.propose_repeat
    found = propose(begun, DefectArea.BRAKES, 24_000)
    assert found is not None
    assert found.visit_id == late
    assert propose(begun, DefectArea.BRAKES, 25_001) is None
    assert propose(begun, DefectArea.TYRES, 24_000) is None
    assert propose(begun, None, None) is None


def test_after_a_repeat_repair_the_customer_is_always_called(
    services: Services, make: Make
) -> None:
    services.desk.rules = replace(services.desk.rules, after_service_percent=0)
    car = make.vehicle()
    earlier = _repaired(make, car, 30)
    for repeat_of in ("", earlier):
        fault = Fault(DefectArea.BRAKES, repeat_of_id=repeat_of)
        sheet = ready_visit(services, car, items=(fresh(NEW_PADS),), fault=fault)
        services.intake.hand_over(sheet.id, sheet.version, charged(sheet))
    with services.desk.read() as session:
        (of,) = session.scalars(select(Callback.visit_id)).all()
    assert services.intake.open(str(of)).fault.repeat_of_id == earlier


def test_the_first_time_fix_rate_counts_repairs_that_were_named_by_a_later_one(
    services: Services, make: Make
) -> None:
    today = services.desk.today
    held, back = make.vehicle(), make.vehicle()
    _repaired(make, held, 30)
    came_back = _repaired(make, back, 20)
    _repaired(make, back, 10)
    make.visit(back, repeat_of_id=came_back)
    _repaired(make, held, 100)  # before the period
    _repaired(make, held, 5, declined="太贵")  # nothing was repaired
    make.visit(held, status=VisitStatus.HANDED_OVER)  # no repair
    found = services.intake.first_time_fix(today - timedelta(days=90), today)
    assert (found.all.repairs, found.all.repeated) == (3, 1)
    assert [(each.advisor, each.figure) for each in found.by_advisor] == [("店长", found.all)]
    none = services.intake.first_time_fix(today, today)
    assert none.all.share is None
