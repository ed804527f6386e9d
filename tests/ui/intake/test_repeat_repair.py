"""A repeat repair is proposed at the desk, and marks the order."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from frontdesk.models.enums import DefectArea, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.ui.intake.conftest import Desk


def _repaired(make: Make, car: str) -> str:
    item = VisitItem(
        position=0,
        kind=WorkKind.REPAIR,
        description="换刹车片",
        labour=Decimal(0),
        quantity=Decimal(1),
        unit_price=Decimal(0),
    )
    return make.visit(
        car,
        status=VisitStatus.HANDED_OVER,
        arrived_at=make.desk.now - timedelta(days=30),
        defect=DefectArea.BRAKES,
        items=[item],
    )


def test_the_same_fault_again_is_proposed_as_a_repeat(
    desk_view: Desk, make: Make, services: Services
) -> None:
    car = make.vehicle()
    earlier = _repaired(make, car)
    desk_view.page.begin(car)
    desk_view.settle()
    form = desk_view.page.view.desk.form
    form.fault.defect.set_value(DefectArea.ENGINE)
    assert form.fault.repeat.value() is None
    form.fault.defect.set_value(DefectArea.BRAKES)
    assert form.fault.repeat.value() == earlier
    desk_view.page.at_desk.save(agreed=False)
    desk_view.settle()
    sheet = desk_view.page.view.visit.sheet
    assert sheet is not None
    assert sheet.fault.repeat_of_id == earlier


def test_a_car_without_repairs_is_not_asked_for_one(desk_view: Desk, make: Make) -> None:
    desk_view.page.begin(make.vehicle())
    desk_view.settle()
    form = desk_view.page.view.desk.form
    assert not form.fault.repeat.isVisible()
    assert form.fault.defect.isVisible()
