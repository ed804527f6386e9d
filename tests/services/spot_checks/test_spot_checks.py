"""Spot checks: drawn, called again by somebody else, judged, and what follows."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import CallAttempt, Callback
from frontdesk.models.callback_programme import SpotCheck
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    Role,
    Satisfaction,
    SpotRule,
    SpotVerdict,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.models.rules import Rules
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.scripts import shipped_script
from frontdesk.services.spot_checks.consequences import tariff
from frontdesk.services.spot_checks.dto import CheckFilter, Draw, Fine
from frontdesk.services.spot_checks.reading import heard, suggested
from tests.factories import Make
from tests.services.callbacks.conftest import said

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
REAL, NOT_MADE, FAULTY = SpotVerdict.REAL, SpotVerdict.NOT_MADE, SpotVerdict.FAULTY


@pytest.fixture
def manager(make: Make, clock: FixedClock) -> Services:
    """The CS manager, in the hours for calls."""
    clock.set(clock.now() + timedelta(hours=1))
    return make.services(Role.CS_MANAGER, name="孙主管")


@pytest.fixture
def specialist(make: Make) -> Services:
    return make.services(Role.CS_SPECIALIST, name="李丽")


def _done(make: Make, by: Services, **fields: object) -> str:
    values: dict[str, object] = {
        "status": CallbackStatus.DONE,
        "closed_on": date(2026, 11, 4),
        "closed_at": make.desk.now,
        "closed_by": by.desk.actor.id,
    }
    return make.callback(**(values | fields))  # type: ignore[arg-type]


def _draw(rule: SpotRule, **fields: object) -> Draw:
    return Draw(rule, FIRST, LAST, **fields)  # type: ignore[arg-type]


def _open(services: Services) -> dict[str, str]:
    return {check.call.id: check.id for check in services.spot_checks.list()}


def test_a_random_draw_comes_out_the_same_from_its_seed(
    make: Make, manager: Services, specialist: Services, desk: Desk
) -> None:
    calls = [_done(make, specialist) for _ in range(20)]
    drawn = manager.spot_checks.draw(_draw(SpotRule.RANDOM, number=5, seed=7))
    assert (drawn.of, len(drawn.ids), drawn.seed) == (20, 5, 7)
    with desk.read() as session:
        chosen = set(session.scalars(select(SpotCheck.callback_id)))
        told = session.scalars(select(AuditEntry).where(AuditEntry.action == "spot.draw")).all()
    from random import Random

    assert chosen == set(Random(7).sample(sorted(calls), 5))
    assert {entry.subject_id for entry in told} == chosen
    assert all(json.loads(entry.detail)["seed"] == 7 for entry in told)


def test_a_draw_takes_no_more_than_there_are_and_nothing_twice(
    make: Make, manager: Services, specialist: Services
) -> None:
    for _ in range(3):
        _done(make, specialist)
    assert len(manager.spot_checks.draw(_draw(SpotRule.RANDOM, number=9)).ids) == 3
    with pytest.raises(UserError, match=r"spot\.nothing"):
        manager.spot_checks.draw(_draw(SpotRule.RANDOM, number=1))


def test_what_is_drawn_by_rule(make: Make, manager: Services, specialist: Services) -> None:
    other = make.services(Role.CS_SPECIALIST, name="王芳")
    low = _done(make, specialist, score=79)
    unhappy = _done(make, other, satisfaction=Satisfaction.AVERAGE)
    fine = _done(make, specialist, score=80, satisfaction=Satisfaction.SATISFIED)
    _done(make, specialist, score=10, closed_on=date(2026, 10, 31))
    _done(make, specialist, score=10, kind=CallbackKind.SPOT_CHECK)
    _done(make, specialist, score=10, status=CallbackStatus.UNREACHED)
    _done(make, specialist, customer_id=make.customer(do_not_call=True), score=10)

    def found(wanted: Draw) -> set[str]:
        return {call.id for call in manager.spot_checks.candidates(wanted)}

    assert found(_draw(SpotRule.LOW_SCORES)) == {low, unhappy}
    one = _draw(SpotRule.ONE_CALLER, caller_id=specialist.desk.actor.id)
    assert found(one) == {low, fine}
    assert found(_draw(SpotRule.RANDOM, kind=CallbackKind.NEW_CAR)) == set()
    callers = manager.spot_checks.callers(FIRST, LAST)
    assert [(caller.name, caller.calls) for caller in callers] == [("李丽", 2), ("王芳", 1)]
    manager.spot_checks.draw(one)
    assert _open(manager).keys() == {low, fine}


def test_a_recall_that_could_ask_nothing_says_nothing_of_the_call(
    make: Make, manager: Services, specialist: Services
) -> None:
    call = _done(make, specialist)
    manager.spot_checks.draw_by_hand([call])
    recall = manager.spot_checks.list()[0].recall_id
    assert recall is not None
    sheet = manager.callbacks.start(recall, manager.callbacks.open(recall).version, "补打")
    manager.callbacks.attempt(recall, sheet.version, CallOutcome.CAR_SOLD, note="已转让")
    (check,) = manager.spot_checks.list()
    assert (check.recall_status, check.suggested) == (CallbackStatus.DONE, None)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Draw(SpotRule.RANDOM, LAST, FIRST, number=1), "spot.period_reversed"),
        (Draw(SpotRule.ONE_CALLER, FIRST, LAST), "spot.caller_missing"),
        (Draw(SpotRule.RANDOM, FIRST, LAST), "spot.number_missing"),
        (Draw(SpotRule.RANDOM, date(2020, 1, 1), date(2020, 1, 2), number=1), "spot.nothing"),
    ],
)
def test_a_draw_that_cannot_be(
    make: Make, manager: Services, specialist: Services, wanted: Draw, code: str
) -> None:
    _done(make, specialist)
    with pytest.raises(UserError) as refused:
        manager.spot_checks.draw(wanted)
    assert refused.value.code == code
    assert refused.value.field


def test_the_recall_is_in_the_managers_queue_and_never_in_the_callers(
    make: Make, manager: Services, specialist: Services
) -> None:
    both = make.services(Role.CS_MANAGER, name="钱主管")
    [check] = manager.spot_checks.draw_by_hand([_done(make, both)])
    [recall] = manager.callbacks.queue()
    assert recall.kind is CallbackKind.SPOT_CHECK
    assert both.callbacks.queue() == ()
    with pytest.raises(PermissionDenied):
        both.callbacks.start(recall.id, recall.version)
    [shown] = both.spot_checks.list()
    with pytest.raises(PermissionDenied, match=r"spot\.own_call"):
        both.spot_checks.judge(check, shown.version, REAL, "")


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (("self", "yes", "no"), NOT_MADE),
        (("self", "yes", "yes", "led", "good", "="), FAULTY),
        (("self", "yes", "yes", "yes", "good", "=挺好"), REAL),
    ],
)
def test_what_the_recall_brings_is_proposed_and_judged(
    make: Make,
    manager: Services,
    specialist: Services,
    answers: tuple[str, ...],
    verdict: SpotVerdict,
) -> None:
    manager.spot_checks.draw_by_hand([_done(make, specialist, note="客户很热情")])
    [recall] = manager.callbacks.queue()
    sheet = manager.callbacks.start(recall.id, recall.version)
    manager.callbacks.finish(recall.id, sheet.version, said(sheet, *answers))

    [check] = manager.spot_checks.list()
    assert (check.suggested, check.recall_status) == (verdict, CallbackStatus.DONE)
    assert (check.call.caller, check.note) == ("李丽", "客户很热情")
    manager.spot_checks.judge(check.id, check.version, verdict, "客户说明")
    assert manager.spot_checks.list() == ()
    [judged] = manager.spot_checks.list(CheckFilter(open=False, first=FIRST, last=LAST))
    assert (judged.verdict, judged.judged_by, judged.verdict_note) == (
        verdict,
        "孙主管",
        "客户说明",
    )


def test_the_proposal_reads_what_answers_tell_whatever_the_steps_are_called(
    make: Make, manager: Services, specialist: Services
) -> None:
    shipped = shipped_script(CallbackKind.SPOT_CHECK)
    renamed = shipped.model_dump_json().replace('"called"', '"rung"').replace('"no"', '"never"')
    manager.desk.confirmation.give()
    manager.scripts.publish(renamed, shipped.version)
    manager.spot_checks.draw_by_hand([_done(make, specialist)])
    [recall] = manager.callbacks.queue()
    sheet = manager.callbacks.start(recall.id, recall.version)
    manager.callbacks.finish(recall.id, sheet.version, said(sheet, "self", "yes", "never"))
    [check] = manager.spot_checks.list()
    assert check.suggested is NOT_MADE
    assert [(each.question.zh, each.answer.zh) for each in check.heard] == [("是否接到", "没打过")]


def test_a_script_that_marks_no_answer_proposes_nothing() -> None:
    script = shipped_script(CallbackKind.SPOT_CHECK)
    bare = script.model_copy(
        update={
            "steps": tuple(
                step.model_copy(
                    update={
                        "answers": tuple(
                            each.model_copy(update={"verdict": None}) for each in step.answers
                        )
                    }
                )
                for step in script.steps
            )
        }
    )
    assert suggested(bare, heard(bare, [("called", "no")])) is None
    assert suggested(script, heard(script, [("called", "no")])) is NOT_MADE


def test_an_accusation_needs_words(make: Make, manager: Services, specialist: Services) -> None:
    manager.spot_checks.draw_by_hand([_done(make, specialist)])
    [check] = manager.spot_checks.list()
    for verdict, fields in ((None, ["verdict"]), (NOT_MADE, ["note"]), (FAULTY, ["note"])):
        with pytest.raises(InputErrors) as refused:
            manager.spot_checks.judge(check.id, check.version, verdict, "  ")
        assert [fault.field for fault in refused.value.errors] == fields


def test_judged_without_the_call_the_customer_is_left_in_peace(
    make: Make, manager: Services, specialist: Services, desk: Desk
) -> None:
    manager.spot_checks.draw_by_hand([_done(make, specialist)])
    [check] = manager.spot_checks.list()
    manager.spot_checks.judge(check.id, check.version, REAL, "有录音")
    assert manager.callbacks.queue() == ()
    with desk.read() as session:
        recall = session.get_one(Callback, check.recall_id)
    assert (recall.status, recall.withdrawn_why) == (CallbackStatus.WITHDRAWN, "spot.withdrawn")
    with pytest.raises(Conflict):
        manager.spot_checks.judge(check.id, check.version, NOT_MADE, "")
    with pytest.raises(UserError, match=r"spot\.judged"):
        manager.spot_checks.judge(check.id, check.version + 1, NOT_MADE, "改判")


def _not_made(make: Make, manager: Services, call: str) -> None:
    manager.spot_checks.draw_by_hand([call])
    check = next(each for each in manager.spot_checks.list() if each.call.id == call)
    manager.spot_checks.judge(check.id, check.version, NOT_MADE, "客户说没接到电话")


def _costs(fine: Fine) -> tuple[str, int, str, int]:
    return fine.person, int(fine.amount), fine.manager, int(fine.manager_amount)


def test_what_calls_not_made_cost(make: Make, manager: Services, specialist: Services) -> None:
    consultant = make.services(Role.SALES_CONSULTANT, name="周宇")
    make.staff(Role.SALES_MANAGER, name="郑经理")
    _not_made(make, manager, _done(make, specialist))
    _not_made(make, manager, _done(make, consultant, kind=CallbackKind.NEW_CAR_ROUTINE))
    _not_made(make, manager, _done(make, consultant, kind=CallbackKind.FIRST_MAINTENANCE))
    found = manager.spot_checks.consequences(date(2026, 11, 17))

    assert {_costs(fine) for fine in found.fines} == {
        ("李丽", 50, "孙主管", 100),
        ("周宇", 50, "郑经理", 100),
        ("周宇", 10, "郑经理", 20),
    }
    assert found.judged == ((REAL, 0), (NOT_MADE, 3), (FAULTY, 0))
    assert found.people[0] == ("郑经理", Role.SALES_MANAGER, 2, Decimal(120))
    assert manager.spot_checks.consequences(date(2026, 10, 1)).fines == ()


def test_amounts_are_settings() -> None:
    costs = tariff(CallbackKind.NEW_CAR_ROUTINE, Rules(fine_routine_consultant=70))
    assert (costs.amount, costs.manager_amount) == (70, 100)


def test_a_stage_missed_on_the_sheet_costs_too_unless_somebody_tried(
    make: Make, manager: Services, desk: Desk
) -> None:
    consultant = make.staff(Role.SALES_CONSULTANT, name="周宇")
    due = date(2026, 11, 2)

    def stage(key: str, **fields: object) -> str:
        values = {"stage": key, "due_until": due, "assigned_to": consultant.id}
        kind = CallbackKind.NEW_CAR_ROUTINE
        return make.callback(kind=kind, due_from=due, **(values | fields))  # type: ignore[arg-type]

    stage("d3")
    stage("d7", status=CallbackStatus.WITHDRAWN, withdrawn_why=Withdrawn.MISSED)
    stage("d15", status=CallbackStatus.DONE, closed_on=date(2026, 11, 4))
    stage("m1", status=CallbackStatus.DONE, closed_on=due)
    stage("m2", status=CallbackStatus.WITHDRAWN, withdrawn_why=Withdrawn.MAINTAINED)
    stage("m3", due_until=desk.today)
    stage("m5", created_at=desk.now)  # made when its last day had passed
    tried = stage("m4")
    with desk.write() as work:
        at = desk.now - timedelta(days=3)
        work.session.add(
            CallAttempt(
                callback_id=tried,
                position=1,
                started_at=at,
                ended_at=at,
                by=consultant.id,
                outcome=CallOutcome.NO_ANSWER,
            )
        )
    found = manager.spot_checks.consequences(due)
    assert [(fine.stage, fine.person) for fine in found.fines] == [
        ("d3", "周宇"),
        ("d7", "周宇"),
        ("d15", "周宇"),
    ]


@pytest.mark.parametrize("language", Language)
def test_the_list_is_printed(
    make: Make, manager: Services, specialist: Services, language: Language
) -> None:
    empty = manager.spot_checks.print_consequences(FIRST, language)
    _not_made(make, manager, _done(make, specialist))
    filled = manager.spot_checks.print_consequences(FIRST, language)
    assert empty.pdf.startswith(b"%PDF")
    assert len(filled.pdf) > len(empty.pdf)
    assert filled.file_name == "calls-not-made-2026-11.pdf"
