"""What the tests of the desk share: an intake as it is usually given."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from frontdesk.models.enums import PayMethod, Satisfaction, WorkKind
from frontdesk.services.intake.inputs import Arrival, HandOverInput, IntakeInput, Told, WorkItem
from frontdesk.services.intake.views import VisitSheet
from frontdesk.services.registry import Services

OIL = WorkItem(
    WorkKind.MAINTENANCE, "更换机油机滤", Decimal(120), "机油", Decimal("4.5"), Decimal("89.90")
)
CHECK = WorkItem(WorkKind.FREE_CHECK, "全车检测")


def given(services: Services, vehicle_id: str, **values: Any) -> IntakeInput:
    """Arrival, words, two items and the customer's agreement."""
    usual = IntakeInput(
        vehicle_id,
        arrival=Arrival("李娜", "13800138000", 12_000, 4, "左前门划痕", "儿童座椅"),
        told=Told("刹车时有吱吱声", why="保养", when_happens="早上"),
        items=(fresh(OIL), fresh(CHECK)),
        promised_at=services.desk.now + timedelta(hours=4),
        read_back=True,
        agreed=True,
    )
    return replace(usual, **values)


def fresh(item: WorkItem, **values: Any) -> WorkItem:
    """The same work as an item of its own."""
    from frontdesk.models.values.ids import new_id

    return replace(item, id=new_id(), **values)


def charged(sheet: VisitSheet, **values: Any) -> HandOverInput:
    """Hand-over at the agreed amounts."""
    usual = HandOverInput(
        amounts={item.id: item.total for item in sheet.items},
        pay_method=PayMethod.WECHAT,
        satisfaction=Satisfaction.SATISFIED,
    )
    return replace(usual, **values)


def ready_visit(services: Services, vehicle_id: str, **values: Any) -> VisitSheet:
    """A visit brought to the point where the car can be handed over."""
    intake = services.intake
    visit_id = intake.register(given(services, vehicle_id, **values))
    intake.start_work(visit_id, intake.open(visit_id).version)
    intake.ready(visit_id, intake.open(visit_id).version)
    return intake.open(visit_id)
