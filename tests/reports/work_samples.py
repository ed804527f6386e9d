"""A change slip and a settlement with everything filled in; synthetic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import Payer, PayMethod, Satisfaction, WorkKind
from frontdesk.reports.inputs import IntakeSheet, Printed, WorkLine
from frontdesk.reports.inputs.work import ChangeSlip, HandOverSheet, WhoseCar
from tests.reports import samples

WHOSE = WhoseCar(
    customer="样本客户一",
    customer_number="K-2024-000456",
    phone="13000000001",
    plate="示A·12345",
    vin="LSVAA00000N000001",
    car="示例轿车 1.5T 豪华版",
    advisor="服务顾问辛",
    mileage_km=28450,
)
ARM = WorkLine(
    "更换左前下摆臂",
    WorkKind.WARRANTY,
    Decimal(300),
    "下摆臂总成",
    Decimal(1),
    Decimal(420),
    Decimal(720),
    hours=Decimal(2),
    part_number="54500-1A",
    payer=Payer.WARRANTY,
)
WIPERS = WorkLine(
    "更换雨刮片",
    WorkKind.REPAIR,
    Decimal(30),
    "雨刮片",
    Decimal(2),
    Decimal(65),
    Decimal(0),
    declined_why="下次再换",
)


def intake() -> IntakeSheet:
    """The intake sheet with hours, discount, two payers and declined work."""
    usual = samples.intake()
    oil, *rest = usual.work
    oil = replace(oil, hours=Decimal("1.2"), discount=Decimal(50), total=Decimal(522))
    return replace(
        usual,
        work=(oil, *rest, ARM, WIPERS),
        estimate=Decimal(1600),
        payers=((Payer.CUSTOMER, Decimal(880)), (Payer.WARRANTY, Decimal(720))),
        repeat_of="V-2026-000712",
    )


def change_slip(*, agreed: bool = True) -> ChangeSlip:
    """A change that was asked for by telephone."""
    (change, *_) = samples.intake().changes
    return ChangeSlip(
        dealership=samples.HOUSE,
        printed=Printed(1, "服务顾问辛", samples.START),
        number="V-2026-000789",
        whose=WHOSE,
        change=replace(change, agreed=agreed),
        total_before=Decimal(930),
        promised_before=datetime(2026, 3, 12, 16, 30),
        work=intake().work,
    )


def hand_over() -> HandOverSheet:
    """A car given back, paid by two."""
    return HandOverSheet(
        dealership=samples.HOUSE,
        printed=Printed(1, "服务顾问辛", samples.START),
        number="V-2026-000789",
        whose=WHOSE,
        arrived_at=samples.START,
        promised_at=datetime(2026, 3, 12, 16, 30),
        ready_at=datetime(2026, 3, 12, 16, 5),
        handed_over_at=datetime(2026, 3, 12, 16, 40),
        work=intake().work,
        by_kind=(
            (WorkKind.MAINTENANCE, Decimal(567)),
            (WorkKind.REPAIR, Decimal(313)),
            (WorkKind.WARRANTY, Decimal(720)),
            (WorkKind.FREE_CHECK, Decimal(0)),
        ),
        by_payer=((Payer.CUSTOMER, Decimal(880)), (Payer.WARRANTY, Decimal(720))),
        agreed=Decimal(1600),
        charged=Decimal(1600),
        customer_pays=Decimal(880),
        pay_method=PayMethod.WECHAT,
        replaced_parts="机油 5W-30 全合成 × 4\n机油滤清器 × 1\n54500-1A 下摆臂总成 × 1",
        advice="前刹车片余 4 mm，下次保养时检查。",
        next_on=date(2026, 9, 10),
        next_km=33450,
        satisfaction=Satisfaction.SATISFIED,
    )
