"""After the agreement: every step of the table through the service, and change records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.models.enums import AskedHow, VisitStatus
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit_rules import can_go
from frontdesk.services.intake.inputs import BookingInput, ChangeInput
from frontdesk.services.intake.service import IntakeService
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import CHECK, OIL, charged, fresh, given, ready_visit

S = VisitStatus
Act = Callable[[IntakeService, str, int], object]

ACTS: dict[VisitStatus, Act] = {
    S.ESTIMATED: lambda intake, v, n: intake.save_estimate(v, n, (fresh(OIL),)),
    S.AGREED: lambda intake, v, n: intake.agree(v, n, read_back=True),
    S.IN_WORKSHOP: lambda intake, v, n: intake.start_work(v, n),
    S.READY: lambda intake, v, n: intake.ready(v, n),
    S.HANDED_OVER: lambda intake, v, n: intake.hand_over(v, n, charged(intake.open(v))),
    S.DECLINED: lambda intake, v, n: intake.decline(v, n, "太贵"),
    S.NO_SHOW: lambda intake, v, n: intake.no_show(v, n),
}


@pytest.mark.parametrize("to", ACTS)
@pytest.mark.parametrize("status", VisitStatus)
def test_a_service_call_takes_exactly_the_steps_of_the_table(
    services: Services, make: Make, clock: FixedClock, status: S, to: S
) -> None:
    visit_id = _in(services, make, clock, status)
    before = services.intake.open(visit_id)
    assert before.status is status
    if can_go(status, to):
        ACTS[to](services.intake, visit_id, before.version)
        assert services.intake.open(visit_id).status is to
    else:
        with pytest.raises(UserError) as caught:
            ACTS[to](services.intake, visit_id, before.version)
        assert caught.value.code == "visit.no_such_step"
        assert services.intake.open(visit_id) == before


def _in(services: Services, make: Make, clock: FixedClock, status: S) -> str:
    """A visit brought into ``status`` by service calls only."""
    intake, vehicle_id = services.intake, make.vehicle()
    if status in {S.BOOKED, S.NO_SHOW}:
        hour = services.desk.now + timedelta(hours=1)
        visit_id = intake.book(BookingInput(vehicle_id, hour))
        clock.move(timedelta(hours=2))
        if status is S.NO_SHOW:
            intake.no_show(visit_id, intake.open(visit_id).version)
        return visit_id
    if status is S.ARRIVED:
        return intake.register(given(services, vehicle_id, items=(), agreed=False))
    if status in {S.ESTIMATED, S.DECLINED}:
        visit_id = intake.register(given(services, vehicle_id, agreed=False))
    elif status in {S.READY, S.HANDED_OVER}:
        visit_id = ready_visit(services, vehicle_id).id
    else:
        visit_id = intake.register(given(services, vehicle_id))
    if status in {S.IN_WORKSHOP, S.HANDED_OVER, S.DECLINED}:
        ACTS[status](intake, visit_id, intake.open(visit_id).version)
    return visit_id


def test_back_into_the_workshop_the_car_is_ready_no_more(services: Services, make: Make) -> None:
    ready = ready_visit(services, make.vehicle())
    assert ready.ready_at == services.desk.now
    services.intake.start_work(ready.id, ready.version)
    assert services.intake.open(ready.id).ready_at is None


def test_nobody_has_missed_an_appointment_that_lies_ahead(services: Services, make: Make) -> None:
    visit_id = services.intake.book(
        BookingInput(make.vehicle(), services.desk.now + timedelta(hours=1))
    )
    with pytest.raises(UserError) as caught:
        services.intake.no_show(visit_id, services.intake.open(visit_id).version)
    assert caught.value.code == "intake.not_missed_yet"


def test_leaving_without_the_work_needs_a_reason_and_keeps_the_mileage(
    services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    visit_id = services.intake.register(given(services, vehicle_id, agreed=False))
    version = services.intake.open(visit_id).version
    with pytest.raises(UserError) as caught:
        services.intake.decline(visit_id, version, "  ")
    assert (caught.value.code, caught.value.field) == ("intake.reason_missing", "reason")
    services.intake.decline(visit_id, version, "等下月工资")
    sheet = services.intake.open(visit_id)
    assert sheet.declined_reason == "等下月工资"
    assert len(sheet.items) == 2
    with services.desk.read() as session:
        assert session.get_one(Vehicle, vehicle_id).last_mileage_km == 12_000


def _changed(**values: Any) -> ChangeInput:
    usual = ChangeInput("增加制动液", "检查发现变质", "李娜", AskedHow.PHONE, agreed=True)
    return replace(usual, **values)


def test_an_agreed_change_is_kept_with_before_and_after(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle()))
    before = intake.open(visit_id)
    more = (*(item.as_input() for item in before.items), fresh(CHECK, labour=Decimal(80)))
    later = services.desk.now + timedelta(hours=6)
    intake.change(visit_id, before.version, _changed(items=more, promised_at=later))
    after = intake.open(visit_id)
    assert after.estimate_total == Decimal("604.55")
    assert after.promised_at == later
    assert [item.id for item in after.items[:2]] == [item.id for item in before.items]
    (entry,) = after.changes
    assert (entry.total_before, entry.total_after) == (Decimal("524.55"), Decimal("604.55"))
    assert (entry.promised_before, entry.promised_after) == (before.promised_at, later)
    assert (entry.what, entry.why, entry.asked_whom) == ("增加制动液", "检查发现变质", "李娜")
    assert (entry.asked_how, entry.agreed, entry.by) == ("phone", True, "店长")


def test_a_refused_change_is_kept_and_changes_nothing(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle()))
    before = intake.open(visit_id)
    later = services.desk.now + timedelta(hours=6)
    refused = _changed(items=(fresh(OIL),), promised_at=later, agreed=False)
    intake.change(visit_id, before.version, refused)
    after = intake.open(visit_id)
    assert (after.items, after.promised_at) == (before.items, before.promised_at)
    assert after.estimate_total == before.estimate_total
    assert [entry.agreed for entry in after.changes] == [False]


def test_nothing_about_a_change_is_left_unsaid(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle()))
    silent = ChangeInput("", " ", "", None, None, promised_at=services.desk.now)
    with pytest.raises(InputErrors) as caught:
        intake.change(visit_id, intake.open(visit_id).version, silent)
    assert {error.field for error in caught.value.errors} == {
        "what",
        "why",
        "asked_whom",
        "asked_how",
        "agreed",
        "promised_at",
    }


@pytest.mark.parametrize("status", [S.BOOKED, S.ARRIVED, S.ESTIMATED, S.HANDED_OVER, S.DECLINED])
def test_without_an_agreement_there_is_nothing_to_change(
    services: Services, make: Make, clock: FixedClock, status: S
) -> None:
    visit_id = _in(services, make, clock, status)
    with pytest.raises(UserError) as caught:
        services.intake.change(visit_id, services.intake.open(visit_id).version, _changed())
    assert caught.value.code == "intake.change_too_early"


def test_a_change_to_an_older_state_is_a_conflict(services: Services, make: Make) -> None:
    intake = services.intake
    visit_id = intake.register(given(services, make.vehicle()))
    seen = intake.open(visit_id).version
    intake.start_work(visit_id, seen)
    with pytest.raises(Conflict):
        intake.change(visit_id, seen, _changed())
    assert intake.open(visit_id).changes == ()
