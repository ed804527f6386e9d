"""Hand-over: amounts, what is kept, the forecast, and the call that falls due exactly once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    AskedHow,
    CallbackKind,
    Payer,
    PayMethod,
    Satisfaction,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.search import SearchDoc
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.intake.inputs import ChangeInput, WorkItem
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.reports.reading import pages
from tests.services.intake.kit import CHECK, OIL, charged, fresh, ready_visit


def test_hand_over_keeps_what_was_charged_and_said(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    oil, check = ready.items
    services.intake.hand_over(
        ready.id,
        ready.version,
        charged(
            ready,
            amounts={oil.id: Decimal("500.00"), check.id: Decimal(0)},
            replaced_parts="机油 × 4.5",
            advice="下次更换制动液",
            next_maintenance_on=date(2027, 3, 1),
            next_maintenance_km=17_000,
        ),
    )
    sheet = services.intake.open(ready.id)
    assert sheet.status is VisitStatus.HANDED_OVER
    assert sheet.actual_total == Decimal("500.00")
    assert [item.actual_amount for item in sheet.items] == [Decimal("500.00"), Decimal(0)]
    assert sheet.estimate_total == Decimal("524.55")
    assert sheet.pay_method is PayMethod.WECHAT
    assert (sheet.replaced_parts, sheet.advice) == ("机油 × 4.5", "下次更换制动液")
    assert sheet.satisfaction is Satisfaction.SATISFIED
    assert sheet.handed_over_at == services.desk.now


def test_car_customer_and_search_know_of_it(services: Services, make: Make) -> None:
    customer_id = make.customer()
    vehicle_id = make.vehicle(customer_id)
    make.vehicle(customer_id, next_maintenance_on=date(2027, 1, 10))
    ready = ready_visit(services, vehicle_id)
    next_on = date(2027, 3, 1)
    services.intake.hand_over(
        ready.id,
        ready.version,
        charged(ready, next_maintenance_on=next_on, next_maintenance_km=17_000),
    )
    today = services.desk.today
    with services.desk.read() as session:
        car = session.get_one(Vehicle, vehicle_id)
        customer = session.get_one(Customer, customer_id)
        doc = session.scalars(select(SearchDoc).where(SearchDoc.customer_id == customer_id)).one()
    assert (car.last_mileage_km, car.last_visit_on) == (12_000, today)
    assert (car.next_maintenance_on, car.next_maintenance_km) == (next_on, 17_000)
    assert (customer.last_visit_on, customer.next_due_on) == (today, date(2027, 1, 10))
    assert doc.newest_on == today


def test_the_after_service_call_falls_due_exactly_once(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    services.intake.hand_over(ready.id, ready.version, charged(ready))
    with pytest.raises(Conflict):
        services.intake.hand_over(ready.id, ready.version, charged(ready))
    with pytest.raises(UserError):
        services.intake.hand_over(ready.id, services.intake.open(ready.id).version, charged(ready))
    with services.desk.read() as session:
        (call,) = session.scalars(select(Callback)).all()
    assert call.kind is CallbackKind.AFTER_SERVICE
    assert call.visit_id == ready.id
    assert call.served_by == services.desk.actor.id
    assert call.due_from == services.desk.today + timedelta(days=1)


def test_no_call_without_a_hand_over(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    with pytest.raises(UserError):
        services.intake.hand_over(ready.id, ready.version, charged(ready, amounts={}))
    with services.desk.read() as session:
        assert session.scalars(select(Callback)).all() == []
    assert services.intake.open(ready.id).status is VisitStatus.READY


def test_who_wants_no_calls_gets_none(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle(make.customer(do_not_call=True)))
    services.intake.hand_over(ready.id, ready.version, charged(ready))
    with services.desk.read() as session:
        assert session.scalars(select(Callback)).all() == []


def test_more_than_was_agreed_cannot_be_charged(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    oil, check = ready.items
    amounts = {oil.id: oil.total + Decimal("0.01"), check.id: Decimal(0)}
    with pytest.raises(UserError) as caught:
        services.intake.hand_over(ready.id, ready.version, charged(ready, amounts=amounts))
    assert (caught.value.code, caught.value.field) == ("intake.above_agreed", "amounts")


def test_every_item_is_charged_and_money_is_paid_somehow(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    with pytest.raises(InputErrors) as several:
        services.intake.hand_over(ready.id, ready.version, charged(ready, amounts={}))
    assert [error.params["row"] for error in several.value.errors] == [1, 2]
    with pytest.raises(UserError) as caught:
        services.intake.hand_over(ready.id, ready.version, charged(ready, pay_method=None))
    assert caught.value.code == "intake.pay_method_missing"


def test_a_free_check_is_paid_by_nothing(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle(), items=(fresh(CHECK),))
    services.intake.hand_over(ready.id, ready.version, charged(ready, pay_method=None))
    assert services.intake.open(ready.id).actual_total == Decimal(0)


def test_the_form_begins_with_the_forecast_and_the_usual_payment(
    services: Services, make: Make, clock: FixedClock
) -> None:
    # 3,000 km in the 60 days since purchase make 50 a day: 5,000 km take 100 days.
    vehicle_id = make.vehicle(purchased_on=services.desk.today - timedelta(days=240))
    first = ready_visit(services, vehicle_id)
    start = services.intake.prepare_hand_over(first.id)
    assert start.daily_km == Decimal(50)
    assert start.next_maintenance_on == services.desk.today + timedelta(days=100)
    assert start.next_maintenance_km == 17_000
    assert start.replaced_parts == "机油 × 4.5"
    assert start.pay_method is None
    services.intake.hand_over(first.id, first.version, charged(first))
    clock.move(timedelta(days=100))
    start = services.intake.prepare_hand_over(ready_visit(services, vehicle_id).id)
    assert start.pay_method is PayMethod.WECHAT
    # Not a kilometre driven in a hundred days is implausible: six months.
    assert start.daily_km is None
    assert start.next_maintenance_on == date(2027, 8, 13)


def test_a_repair_does_not_move_the_maintenance(
    services: Services, make: Make, clock: FixedClock
) -> None:
    bought = services.desk.today - timedelta(days=240)
    vehicle_id = make.vehicle(purchased_on=bought)
    ready_visit_ = ready_visit(services, vehicle_id)
    services.intake.hand_over(ready_visit_.id, ready_visit_.version, charged(ready_visit_))
    clock.move(timedelta(days=20))
    from frontdesk.services.intake.inputs import Arrival

    repair = ready_visit(
        services, vehicle_id, items=(fresh(CHECK),), arrival=Arrival(mileage_km=13_000)
    )
    start = services.intake.prepare_hand_over(repair.id)
    assert start.next_maintenance_km == 17_000
    assert start.next_maintenance_on == services.desk.today + timedelta(days=80)


# who pays, discounts, declined work ----------------------------------------------------------


BRAKES = WorkItem(
    WorkKind.WARRANTY, "更换刹车片", Decimal(200), "刹车片", Decimal(1), Decimal(300),
    payer=Payer.WARRANTY, part_number="BP-01",
)  # fmt: skip
WIPERS = WorkItem(WorkKind.REPAIR, "更换雨刮", Decimal(60), declined_why="下次再说")


def test_declined_work_is_kept_and_neither_promised_nor_charged(
    services: Services, make: Make
) -> None:
    items = (fresh(OIL, discount=Decimal(24)), fresh(BRAKES), fresh(WIPERS))
    sheet = ready_visit(services, make.vehicle(), items=items)
    assert [item.total for item in sheet.items] == [Decimal("500.55"), Decimal(500), Decimal(0)]
    assert sheet.estimate_total == Decimal("1000.55")
    start = services.intake.prepare_hand_over(sheet.id)
    assert start.replaced_parts == "机油 × 4.5\nBP-01 刹车片 × 1"
    amounts = {item.id: item.total for item in sheet.items if not item.declined_why}
    services.intake.hand_over(sheet.id, sheet.version, charged(sheet, amounts=amounts))
    done = services.intake.open(sheet.id)
    assert done.actual_total == Decimal("1000.55")
    assert [item.actual_amount for item in done.items] == [Decimal("500.55"), Decimal(500), None]
    assert done.items[2].declined_why == "下次再说"


def test_the_customer_is_not_charged_what_warranty_leaves_over(
    services: Services, make: Make
) -> None:
    sheet = ready_visit(services, make.vehicle(), items=(fresh(OIL), fresh(BRAKES)))
    oil, brakes = sheet.items
    shifted = {oil.id: Decimal(900), brakes.id: Decimal(0)}
    with pytest.raises(UserError) as refused:
        services.intake.hand_over(sheet.id, sheet.version, charged(sheet, amounts=shifted))
    assert refused.value.code == "intake.above_own_share"


def test_where_only_the_maker_pays_no_paying_method_is_asked(
    services: Services, make: Make
) -> None:
    sheet = ready_visit(services, make.vehicle(), items=(fresh(BRAKES),))
    services.intake.hand_over(sheet.id, sheet.version, charged(sheet, pay_method=None))
    assert services.intake.open(sheet.id).actual_total == Decimal(500)


def test_a_settlement_is_printed_from_the_moment_the_work_is_done(
    services: Services, make: Make
) -> None:
    sheet = ready_visit(services, make.vehicle(), items=(fresh(OIL), fresh(BRAKES), fresh(WIPERS)))
    services.intake.print_hand_over(sheet.id, Language.EN)
    version = services.intake.open(sheet.id).version
    assert version == sheet.version  # a print is no change of the record
    amounts = {item.id: item.total for item in sheet.items if not item.declined_why}
    services.intake.hand_over(sheet.id, version, charged(sheet, amounts=amounts))
    form = services.intake.print_hand_over(sheet.id, Language.ZH_CN)
    assert form.file_name == f"hand-over-{sheet.number}.pdf"
    [text] = pages(form.pdf)
    assert "客户实付(元)524.55" in text
    assert "打印第2份" in text


def test_no_settlement_before_the_work_is_done(services: Services, make: Make) -> None:
    with pytest.raises(UserError) as refused:
        services.intake.print_hand_over(make.visit(), Language.EN)
    assert refused.value.code == "visit.not_settled"


def test_each_change_has_a_slip_of_its_own(services: Services, make: Make) -> None:
    intake = services.intake
    sheet = ready_visit(services, make.vehicle())
    asked = ChangeInput("加做四轮定位", "轮胎偏磨", "李娜", AskedHow.PHONE, True, (fresh(OIL),))
    intake.change(sheet.id, sheet.version, asked)
    (change,) = intake.open(sheet.id).changes
    [text] = pages(intake.print_change(sheet.id, change.id, Language.ZH_CN).pdf)
    assert "变更内容加做四轮定位" in text
    assert intake.open(sheet.id).changes[0].prints == 1
    with pytest.raises(NotFound):
        intake.print_change(make.visit(), change.id, Language.EN)
