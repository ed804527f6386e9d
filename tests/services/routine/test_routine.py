"""Routine sheets: how stages stand, who signs, what is printed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, Conflict, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    Role,
    RoutineState,
    Satisfaction,
)
from frontdesk.models.routine_rules import StageCall, is_whole, state_of
from frontdesk.services.registry import Services
from frontdesk.services.routine.dto import RoutineFilter
from frontdesk.services.routine.paper import result_words
from frontdesk.texts import term
from frontdesk.texts.routine import stage_name
from tests.factories import Make

DELIVERED = date(2026, 8, 1)
_S = CallbackStatus


@pytest.fixture
def consultant(make: Make) -> Services:
    return make.services(Role.SALES_CONSULTANT, name="周宇")


@pytest.fixture
def manager(make: Make) -> Services:
    services = make.services(Role.SALES_MANAGER, name="郑经理")
    services.desk.confirmation.give()
    return services


def _car(make: Make, consultant: Services, **fields: object) -> str:
    values = {"sold_here": True, "delivered_on": DELIVERED}
    return make.vehicle(
        make.customer("张伟"),
        sales_consultant_id=consultant.desk.actor.id,
        **(values | fields),
    )


def _call(make: Make, services: Services, car: str, stage: str, day: int, **fields: object) -> str:
    first = DELIVERED + timedelta(days=day)
    shown = services.routine.open(car)
    return make.callback(
        shown.customer_id,
        kind=CallbackKind.NEW_CAR_ROUTINE,
        vehicle_id=car,
        stage=stage,
        due_from=first,
        **({"due_until": first + timedelta(days=2)} | fields),
    )


def _done(make: Make, consultant: Services, day: int, **fields: object) -> dict[str, object]:
    on = DELIVERED + timedelta(days=day)
    return {
        "status": _S.DONE,
        "closed_on": on,
        "closed_by": consultant.desk.actor.id,
        **fields,
    }


def _whole(make: Make, consultant: Services, car: str) -> None:
    """Every stage has ended, the 15-day call too late, the one of the second month never made."""
    for stage, day, ended in (
        ("d0", 0, _done(make, consultant, 0)),
        ("d3", 3, _done(make, consultant, 4, satisfaction=Satisfaction.SATISFIED, note="很好")),
        ("d7", 7, _done(make, consultant, 8, score=90, suggestion="希望早点通知保养")),
        ("d15", 15, _done(make, consultant, 20)),
        ("m1", 31, {"status": _S.UNREACHED}),
        ("m2", 61, {"status": _S.WITHDRAWN, "withdrawn_why": Withdrawn.MISSED}),
        ("m3", 92, {"status": _S.WITHDRAWN, "withdrawn_why": Withdrawn.MAINTAINED}),
    ):
        _call(make, consultant, car, stage, day, **ended)


@pytest.mark.parametrize(
    ("call", "state"),
    [
        (StageCall(_S.DONE, DELIVERED, DELIVERED), RoutineState.DONE),
        (StageCall(_S.DONE, DELIVERED, DELIVERED + timedelta(days=1)), RoutineState.LATE),
        (StageCall(_S.DUE, DELIVERED), RoutineState.MISSED),
        (StageCall(_S.DUE, DELIVERED, asked_on=DELIVERED), RoutineState.MISSED),
        (StageCall(_S.DUE, DELIVERED, asked_on=date(2026, 11, 5)), RoutineState.OPEN),
        (
            StageCall(
                _S.WITHDRAWN,
                DELIVERED,
                withdrawn_why=Withdrawn.MISSED,
                asked_on=DELIVERED + timedelta(days=1),
            ),
            RoutineState.EXCUSED,
        ),
        (StageCall(_S.RETRY, date(2026, 11, 5)), RoutineState.OPEN),
        (StageCall(_S.AGREED_TIME, date(2026, 11, 9)), RoutineState.OPEN),
        (StageCall(_S.UNREACHED, DELIVERED), RoutineState.EXCUSED),
        (StageCall(_S.DO_NOT_CALL, DELIVERED), RoutineState.EXCUSED),
        (
            StageCall(_S.WITHDRAWN, DELIVERED, withdrawn_why=Withdrawn.MISSED),
            RoutineState.MISSED,
        ),
        (
            StageCall(_S.WITHDRAWN, DELIVERED, withdrawn_why=Withdrawn.MAINTAINED),
            RoutineState.EXCUSED,
        ),
    ],
)
def test_how_a_stage_stands(call: StageCall, state: RoutineState) -> None:
    assert state_of(call, date(2026, 11, 5)) is state


@pytest.mark.parametrize("language", Language)
def test_a_stage_that_heard_of_a_sold_car_says_so(
    make: Make, manager: Services, consultant: Services, language: Language
) -> None:
    car = _car(make, consultant)
    call = _call(make, consultant, car, "d0", 0, **_done(make, consultant, 0))
    with manager.desk.write() as work:
        at = work.now
        work.session.add(
            CallAttempt(
                callback_id=call,
                position=1,
                started_at=at,
                ended_at=at,
                by=consultant.desk.actor.id,
                outcome=CallOutcome.CAR_SOLD,
            )
        )
    stage = manager.routine.open(car).stages[0]
    assert stage.state is RoutineState.DONE
    assert result_words(stage, language) == term(CallOutcome.CAR_SOLD, language)


def test_a_sheet_without_stages_is_not_whole() -> None:
    assert not is_whole(())
    assert not is_whole((RoutineState.DONE, RoutineState.OPEN))
    assert is_whole((RoutineState.DONE, RoutineState.MISSED))


def test_a_car_is_listed_with_its_stages_and_results(make: Make, consultant: Services) -> None:
    car = _car(make, consultant)
    _whole(make, consultant, car)
    [shown] = consultant.routine.cars()

    assert [(stage.key, stage.state.value) for stage in shown.stages] == [
        ("d0", "done"),
        ("d3", "done"),
        ("d7", "done"),
        ("d15", "late"),
        ("m1", "excused"),
        ("m2", "missed"),
        ("m3", "excused"),
    ]
    assert shown.consultant == "周宇"
    assert shown.phone.startswith("139****")
    assert (shown.missed, shown.whole) == (1, True)
    assert shown.stages[1].words == "很好"
    assert shown.stages[1].by == "周宇"
    assert shown.stages[2].words == "希望早点通知保养"


def test_stages_to_come_are_shown_before_anyone_is_asked_to_call(
    make: Make, consultant: Services, clock: FixedClock
) -> None:
    _car(make, consultant, delivered_on=date(2026, 11, 3))
    [shown] = consultant.routine.cars()
    assert [stage.key for stage in shown.stages] == ["d0", "d3", "d7", "d15", "m1", "m2", "m3"]
    assert {stage.state for stage in shown.stages} == {RoutineState.OPEN}
    assert not shown.whole


def test_a_call_on_the_day_the_customer_asked_for_is_not_late(
    make: Make, consultant: Services, clock: FixedClock
) -> None:
    car = _car(make, consultant)
    clock.set(datetime(2026, 8, 17, 15, tzinfo=clock.zone()))
    call = _call(make, consultant, car, "d15", 15)
    begun = consultant.callbacks.start(call, consultant.callbacks.open(call).version)
    consultant.callbacks.attempt(
        call,
        begun.version,
        CallOutcome.NOT_CONVENIENT,
        agreed_at=datetime(2026, 8, 21, 16, tzinfo=clock.zone()),
    )

    def state(closed_on: date) -> RoutineState:
        with make.desk.write() as work:
            kept = work.session.get_one(Callback, call)
            kept.status, kept.closed_on = _S.DONE, closed_on
        found = consultant.routine.open(car)
        return next(stage.state for stage in found.stages if stage.key == "d15")

    assert state(date(2026, 8, 21)) is RoutineState.DONE
    assert state(date(2026, 8, 22)) is RoutineState.LATE


def test_filters(make: Make, consultant: Services) -> None:
    missed = _car(make, consultant)
    _whole(make, consultant, missed)
    other = make.services(Role.SALES_CONSULTANT, name="吴静")
    fresh = _car(make, other, delivered_on=date(2026, 11, 4))
    _car(make, other, delivered_on=date(2026, 1, 4))
    make.vehicle(delivered_on=date(2026, 11, 4))

    def ids(**wanted: object) -> list[str]:
        return [car.id for car in consultant.routine.cars(RoutineFilter(**wanted))]  # type: ignore[arg-type]

    assert ids() == [fresh, missed]
    assert ids(missing=True) == [missed]
    assert ids(unsigned=True) == [missed]
    assert ids(consultant_id=other.desk.actor.id) == [fresh]


def test_the_manager_signs_once_with_the_password_typed_again(
    make: Make, consultant: Services, manager: Services
) -> None:
    car = _car(make, consultant)
    _whole(make, consultant, car)
    manager.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        manager.routine.sign(car, 0, "第二个月漏访，已谈话")
    manager.desk.confirmation.give()
    manager.routine.sign(car, 0, "第二个月漏访，已谈话")

    signed = manager.routine.open(car)
    assert signed.signed is not None
    assert (signed.signed.by, signed.signed.note) == ("郑经理", "第二个月漏访，已谈话")
    assert signed.signed.at == manager.desk.now
    manager.desk.confirmation.give()
    with pytest.raises(UserError, match=r"routine\.signed"):
        manager.routine.sign(car, signed.version)
    assert manager.routine.cars(RoutineFilter(unsigned=True)) == ()


def test_nobody_signs_while_calls_are_to_come_or_the_own_sheet(
    make: Make, consultant: Services, manager: Services
) -> None:
    fresh = _car(make, consultant, delivered_on=date(2026, 11, 4))
    with pytest.raises(UserError, match=r"routine\.not_whole"):
        manager.routine.sign(fresh, 0)
    own = _car(make, manager)
    _whole(make, consultant, own)
    with pytest.raises(PermissionDenied, match=r"routine\.own_sheet"):
        manager.routine.sign(own, 0)


def test_customer_service_checks_with_words(make: Make, consultant: Services) -> None:
    car = _car(make, consultant)
    _whole(make, consultant, car)
    checker = make.services(Role.CS_MANAGER, name="孙主管")
    with pytest.raises(UserError, match=r"routine\.note_missing") as refused:
        checker.routine.check(car, 0, " ")
    assert refused.value.field == "note"
    checker.routine.check(car, 0, "抽问两次，属实")
    shown = checker.routine.open(car)
    assert shown.checked is not None
    assert (shown.checked.by, shown.checked.note) == ("孙主管", "抽问两次，属实")
    with pytest.raises(UserError, match=r"routine\.checked"):
        checker.routine.check(car, shown.version, "再查")


def test_two_who_deal_with_one_sheet(make: Make, consultant: Services, manager: Services) -> None:
    car = _car(make, consultant)
    _whole(make, consultant, car)
    make.services(Role.CS_MANAGER).routine.check(car, 0, "属实")
    with pytest.raises(Conflict):
        manager.routine.sign(car, 0)


@pytest.mark.parametrize("language", Language)
def test_the_sheet_is_printed_and_its_copies_counted(
    make: Make, consultant: Services, manager: Services, language: Language
) -> None:
    car = _car(make, consultant)
    _whole(make, consultant, car)
    first = manager.routine.print_sheet(car, language)
    second = manager.routine.print_sheet(car, language)
    assert first.pdf.startswith(b"%PDF")
    assert first.file_name.startswith("routine-sheet-")
    assert first.pdf != second.pdf
    # A print is no edit: the sheet can still be signed by who had it on screen since.
    manager.routine.sign(car, manager.routine.open(car).version)


def test_a_car_is_found_by_plate_vin_and_numbers(make: Make, consultant: Services) -> None:
    car = _car(make, consultant, plate="粤B12345")
    call = _call(make, consultant, car, "d0", 0)
    shown = consultant.routine.open(car)
    number = consultant.callbacks.open(call).number
    for typed in ("粤B·12345", shown.vin.lower(), shown.customer_number.lower(), number):
        assert consultant.routine.find(typed) == car
    for typed in ("粤B99999", "", "H-2026-999999"):
        with pytest.raises(NotFound):
            consultant.routine.find(typed)


def test_a_car_sold_elsewhere_has_no_sheet(make: Make, consultant: Services) -> None:
    with pytest.raises(NotFound):
        consultant.routine.open(make.vehicle(delivered_on=DELIVERED))


@pytest.mark.parametrize(
    ("key", "zh"),
    [("d0", "交车当日"), ("d7", "交车后7天"), ("m1", "交车后1个月"), ("x", "x")],
)
def test_stages_have_names(key: str, zh: str) -> None:
    assert stage_name(key).zh == zh
    assert stage_name(key).en
