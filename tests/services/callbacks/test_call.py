"""A call from its start to its end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback, ScriptVersion
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer, CustomerNote, CustomerPhone
from frontdesk.models.enums import (
    CallbackStatus,
    CallOutcome,
    ComplaintChannel,
    ComplaintLevel,
    Role,
    Satisfaction,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.services.callbacks.dto import AttemptResult, CallSheet, Ticket
from frontdesk.services.callbacks.wording import draft_ticket, script_values, trail
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Fact, Progress, fill, position
from tests.factories import Make
from tests.services.callbacks.conftest import DISSATISFIED, HOUR, SATISFIED, said


@pytest.fixture
def sheet(specialist: Services, call: str) -> CallSheet:
    """The call, begun by the specialist."""
    return specialist.callbacks.start(call, specialist.callbacks.open(call).version)


def _stored(desk: Desk, call: str) -> Callback:
    with desk.read() as session:
        return session.get_one(Callback, call)


def _actions(desk: Desk) -> list[str]:
    with desk.read() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)))


def test_the_sheet_says_who_which_car_and_what_was_done(sheet: CallSheet) -> None:
    assert sheet.customer_name == "张伟"
    assert sheet.plate == "粤B12345"
    assert sheet.work is not None
    assert sheet.work.items == ("更换机油机滤", "四轮定位")
    assert sheet.work.advisor == "王强"
    assert sheet.work.promise_broken
    assert Fact.PROMISE_BROKEN in sheet.facts
    assert [line.masked for line in sheet.phones] == ["138****8000", "139****9000"]
    assert sheet.mine
    assert sheet.may_dial


def test_the_script_is_filled_in(sheet: CallSheet) -> None:
    thanks = sheet.script.step("thank")
    assert thanks is not None
    values = script_values(sheet, Language.ZH_CN)
    assert fill(thanks.text, values, Language.ZH_CN) == (
        "感谢您11月4日把粤B·12345交给我们做更换机油机滤、四轮定位。"
    )
    promise = sheet.script.step("promise")
    assert promise is not None
    assert "11月4日 16:00" in fill(promise.text, values, Language.ZH_CN)


def test_a_satisfied_call_is_closed_with_its_answers(
    desk: Desk, clock: FixedClock, specialist: Services, sheet: CallSheet
) -> None:
    clock.move(timedelta(minutes=2))
    specialist.callbacks.finish(sheet.id, sheet.version, said(sheet, *SATISFIED), "很热情")
    done = _stored(desk, sheet.id)
    assert done.status is CallbackStatus.DONE
    assert done.satisfaction is Satisfaction.SATISFIED
    assert done.note == "很热情"
    assert done.progress is None
    assert done.closed_on == desk.today
    assert done.closed_by == specialist.desk.actor.id
    assert [(a.step, a.value) for a in done.answers][-2:] == [
        ("satisfied", "satisfied"),
        ("suggestion", ""),
    ]
    (attempt,) = done.attempts
    assert attempt.outcome is CallOutcome.REACHED
    assert attempt.ended_at - attempt.started_at == timedelta(minutes=2)
    assert _actions(desk)[-2:] == ["callback.finish", "message.queue"]
    assert specialist.callbacks.queue() == ()
    assert specialist.callbacks.done_today() == 1


def test_required_answers_are_named_when_they_are_missing(
    specialist: Services, sheet: CallSheet
) -> None:
    with pytest.raises(UserError) as refused:
        specialist.callbacks.finish(sheet.id, sheet.version, said(sheet, "self", "yes"))
    assert refused.value.code == "callbacks.answers_missing"
    assert refused.value.params["steps_zh"] == "修后车况、单据与旧件、交车时间、是否满意"


def test_dissatisfied_drafts_a_ticket_with_everything_said(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    progress = said(sheet, *DISSATISFIED)
    draft = draft_ticket(sheet, progress, Language.ZH_CN)
    assert draft.words == "空调还是不凉，开回去第二天就这样"
    assert draft.remedy == "重新检查一次"
    assert draft.category == "repair_quality.not_fixed"
    assert draft.level is ComplaintLevel.COMPLAINT_NORMAL
    assert draft.concerns == ("修后车况：老问题没解决；交车时间：没有人说明；不满意之处：维修质量")
    ticket = Ticket(
        words=draft.words,
        remedy=draft.remedy,
        concerns=draft.concerns,
        category=draft.category,
        level=draft.level,
    )
    made = specialist.callbacks.register_complaint(sheet.id, ticket)
    assert specialist.callbacks.register_complaint(sheet.id, ticket) == made
    with desk.read() as session:
        kept = session.get_one(Complaint, made)
        assert kept.channel is ComplaintChannel.CALLBACK
        assert kept.callback_id == sheet.id
        assert kept.visit_id == (sheet.work and sheet.work.id)
        assert kept.words == draft.words
        assert kept.complainant == "张伟"
        assert kept.complainant_phone == "13800138000"
    progress = said(specialist.callbacks.open(sheet.id), *DISSATISFIED, "registered")
    specialist.callbacks.finish(sheet.id, sheet.version, progress)
    assert _stored(desk, sheet.id).satisfaction is Satisfaction.DISSATISFIED


def test_a_ticket_announced_to_the_customer_must_be_registered(
    specialist: Services, sheet: CallSheet
) -> None:
    progress = said(sheet, *DISSATISFIED, "registered")
    with pytest.raises(UserError) as refused:
        specialist.callbacks.finish(sheet.id, sheet.version, progress)
    assert refused.value.code == "callbacks.ticket_missing"


def test_the_customer_may_want_no_ticket(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    progress = said(sheet, *DISSATISFIED, "declined", "=下次再说")
    specialist.callbacks.finish(sheet.id, sheet.version, progress)
    assert _stored(desk, sheet.id).status is CallbackStatus.DONE


def test_a_ticket_without_words_is_refused_beside_its_field(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    ticket = Ticket(words=" ", category="nothing", level=ComplaintLevel.COMPLAINT_NORMAL)
    with pytest.raises(InputErrors) as refused:
        specialist.callbacks.register_complaint(sheet.id, ticket)
    assert {error.field for error in refused.value.errors} == {"words", "category"}
    with desk.read() as session:
        assert session.scalar(select(func.count()).select_from(Complaint)) == 0


def test_an_interrupted_call_goes_on_at_the_same_step(
    clock: FixedClock, specialist: Services, sheet: CallSheet
) -> None:
    progress = said(sheet, "self", "yes", "fine")
    specialist.callbacks.keep(sheet.id, progress, "半句话")
    specialist.callbacks.park(sheet.id)
    again = specialist.callbacks.open(sheet.id)
    assert again.progress == progress
    assert again.note == "半句话"
    assert not again.mine
    again = specialist.callbacks.start(sheet.id, again.version)
    ask = position(again.script, again.progress, again.facts).ask
    assert ask is not None
    assert ask.key == "papers"
    assert trail(again, again.progress, Language.ZH_CN)[-1] == ("修后车况", "一切正常")


def test_a_newer_script_does_not_change_a_call_that_has_begun(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    specialist.callbacks.keep(sheet.id, said(sheet, "self"))
    newer = sheet.script.model_copy(update={"version": 2})
    with desk.store.writing() as session:
        session.add(
            ScriptVersion(
                key=newer.key,
                version=2,
                kind=newer.kind,
                body=newer.model_dump_json(),
                published_at=desk.now,
            )
        )
    specialist.callbacks.park(sheet.id)
    again = specialist.callbacks.open(sheet.id)
    assert specialist.callbacks.start(sheet.id, again.version).script.version == 1


def test_outside_the_hours_a_reason_is_asked_for_and_kept(
    desk: Desk, clock: FixedClock, specialist: Services, call: str
) -> None:
    clock.move(2 * HOUR)
    sheet = specialist.callbacks.open(call)
    assert not sheet.may_dial
    with pytest.raises(UserError) as refused:
        specialist.callbacks.start(call, sheet.version)
    assert refused.value.field == "reason"
    begun = specialist.callbacks.start(call, sheet.version, "客户要求中午联系")
    specialist.callbacks.attempt(call, begun.version, CallOutcome.BUSY)
    assert _stored(desk, call).attempts[0].outside_hours_reason == "客户要求中午联系"


def test_who_served_the_customer_is_refused(advisor: Services, call: str) -> None:
    with pytest.raises(PermissionDenied) as refused:
        advisor.callbacks.start(call, advisor.callbacks.open(call).version)
    assert refused.value.code == "callbacks.served_by_you"


def test_a_role_that_does_not_make_such_calls_is_refused(make: Make, call: str) -> None:
    consultant = make.services(Role.SALES_CONSULTANT)
    with pytest.raises(PermissionDenied) as refused:
        consultant.callbacks.start(call, consultant.callbacks.open(call).version)
    assert refused.value.code == "callbacks.other_role"


def test_a_call_somebody_is_on_is_theirs_for_half_an_hour(
    make: Make, clock: FixedClock, specialist: Services, sheet: CallSheet
) -> None:
    other = make.services(Role.CS_SPECIALIST)
    (row,) = other.callbacks.queue()
    assert row.in_call
    with pytest.raises(UserError) as refused:
        other.callbacks.start(sheet.id, sheet.version)
    assert refused.value.code == "callbacks.taken"
    clock.move(timedelta(minutes=31))
    assert other.callbacks.start(sheet.id, sheet.version).mine
    with pytest.raises(UserError):
        specialist.callbacks.keep(sheet.id, Progress())


def test_who_was_slower_is_told_and_changes_nothing(specialist: Services, sheet: CallSheet) -> None:
    with pytest.raises(Conflict):
        specialist.callbacks.attempt(sheet.id, sheet.version - 1, CallOutcome.BUSY)
    assert specialist.callbacks.open(sheet.id).attempts == ()


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (CallOutcome.NO_ANSWER, CallbackStatus.RETRY),
        (CallOutcome.BUSY, CallbackStatus.RETRY),
        (CallOutcome.REJECTED, CallbackStatus.RETRY),
        (CallOutcome.SWITCHED_OFF, CallbackStatus.RETRY),
        (CallOutcome.SUSPENDED, CallbackStatus.RETRY),
        (CallOutcome.CAR_SOLD, CallbackStatus.DONE),
        (CallOutcome.USED_ELSEWHERE, CallbackStatus.DONE),
    ],
)
def test_an_attempt_without_the_questions_is_tried_again_or_done(
    desk: Desk,
    specialist: Services,
    sheet: CallSheet,
    outcome: CallOutcome,
    status: CallbackStatus,
) -> None:
    found = specialist.callbacks.attempt(sheet.id, sheet.version, outcome, note="在外地")
    assert found.status is status
    assert found.attempts == 1
    assert specialist.callbacks.queue() == ()
    assert _actions(desk)[-1] == "callback.attempt"


def test_after_five_attempts_the_call_is_closed_as_unreached(
    desk: Desk, clock: FixedClock, specialist: Services, call: str
) -> None:
    days = set()
    found = AttemptResult(CallbackStatus.DUE, None, 0)
    while found.attempts < 5:
        sheet = specialist.callbacks.open(call)
        begun = specialist.callbacks.start(call, sheet.version)
        days.add(clock.now().date())
        found = specialist.callbacks.attempt(call, begun.version, CallOutcome.NO_ANSWER)
        if found.next_try_at is not None:
            clock.set(found.next_try_at)
    assert found.status is CallbackStatus.UNREACHED
    assert found.attempts == 5
    assert len(days) == 4
    with pytest.raises(UserError) as refused:
        specialist.callbacks.start(call, _stored(desk, call).version)
    assert refused.value.code == "callbacks.closed"


def test_not_convenient_needs_a_time_ahead_which_is_then_kept(
    clock: FixedClock, specialist: Services, sheet: CallSheet
) -> None:
    for agreed, code in ((None, "callbacks.time_missing"), (clock.now(), "callbacks.time_past")):
        with pytest.raises(UserError) as refused:
            specialist.callbacks.attempt(
                sheet.id, sheet.version, CallOutcome.NOT_CONVENIENT, agreed_at=agreed
            )
        assert refused.value.code == code
    evening = clock.now() + 9 * HOUR
    found = specialist.callbacks.attempt(
        sheet.id, sheet.version, CallOutcome.NOT_CONVENIENT, agreed_at=evening
    )
    assert (found.status, found.next_try_at) == (CallbackStatus.AGREED_TIME, evening)
    clock.set(evening)
    assert specialist.callbacks.open(sheet.id).may_dial


def test_a_wrong_number_is_flagged_and_the_next_one_tried(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    first = sheet.phones[0]
    found = specialist.callbacks.attempt(
        sheet.id, sheet.version, CallOutcome.WRONG_NUMBER, phone_id=first.id
    )
    assert found.status is CallbackStatus.RETRY
    with desk.read() as session:
        assert session.get_one(CustomerPhone, first.id).wrong
    again = specialist.callbacks.open(sheet.id)
    begun = specialist.callbacks.start(sheet.id, again.version)
    found = specialist.callbacks.attempt(
        sheet.id, begun.version, CallOutcome.WRONG_NUMBER, phone_id=sheet.phones[1].id
    )
    assert found.status is CallbackStatus.UNREACHED


def test_who_refuses_calls_is_never_called_again(
    make: Make, desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    other = make.callback(sheet.customer_id)
    specialist.callbacks.attempt(sheet.id, sheet.version, CallOutcome.REFUSES_CALLS)
    with desk.read() as session:
        assert session.get_one(Customer, sheet.customer_id).do_not_call
    assert _stored(desk, sheet.id).status is CallbackStatus.DO_NOT_CALL
    assert _stored(desk, other).status is CallbackStatus.DO_NOT_CALL


def test_a_sold_car_is_noted_in_the_file(
    desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    with pytest.raises(UserError, match="note_missing"):
        specialist.callbacks.attempt(sheet.id, sheet.version, CallOutcome.CAR_SOLD)
    specialist.callbacks.attempt(
        sheet.id, sheet.version, CallOutcome.CAR_SOLD, note="九月卖给了邻居"
    )
    done = _stored(desk, sheet.id)
    assert (done.status, done.note, done.score) == (CallbackStatus.DONE, "九月卖给了邻居", None)
    with desk.read() as session:
        assert session.scalars(select(CustomerNote.text)).all() == ["九月卖给了邻居"]


def test_a_call_not_begun_cannot_be_ended(specialist: Services, call: str) -> None:
    version = specialist.callbacks.open(call).version
    with pytest.raises(UserError) as refused:
        specialist.callbacks.attempt(call, version, CallOutcome.BUSY)
    assert refused.value.code == "callbacks.not_started"


def test_reached_is_only_reached_along_the_script(specialist: Services, sheet: CallSheet) -> None:
    with pytest.raises(UserError) as refused:
        specialist.callbacks.attempt(sheet.id, sheet.version, CallOutcome.REACHED)
    assert refused.value.code == "callbacks.use_finish"
    with pytest.raises(UserError) as refused:
        specialist.callbacks.finish(sheet.id, sheet.version, said(sheet, "self", "later"))
    assert refused.value.code == "callbacks.ended_otherwise"


def test_showing_the_number_to_dial_is_logged(
    make: Make, desk: Desk, specialist: Services, sheet: CallSheet
) -> None:
    assert specialist.callbacks.reveal_phone(sheet.id, sheet.phones[0].id) == "138 0013 8000"
    assert _actions(desk)[-1] == "phone.reveal"
    make.customer()
    with pytest.raises(NotFound):
        specialist.callbacks.reveal_phone(sheet.id, "no-such-number")


def test_a_manager_gives_calls_to_callers_only(
    make: Make, specialist: Services, advisor: Services, call: str
) -> None:
    manager = make.services(Role.CS_MANAGER)
    manager.callbacks.assign([call], specialist.desk.actor.id)
    assert specialist.callbacks.queue()[0].assigned_name == "李丽"
    with pytest.raises(PermissionDenied):
        manager.callbacks.assign([call], advisor.desk.actor.id)
    with pytest.raises(PermissionDenied):
        specialist.callbacks.assign([call], None)


def test_what_cannot_be_found_is_said(specialist: Services) -> None:
    with pytest.raises(NotFound):
        specialist.callbacks.open("nothing")
