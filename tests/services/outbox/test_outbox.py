"""What calls leave in the outbox, and how a message ends."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, UserError
from frontdesk.language import Language
from frontdesk.models.customer import Customer, CustomerNote, CustomerPhone
from frontdesk.models.enums import (
    CallbackKind,
    CallOutcome,
    Channel,
    Consent,
    MessageState,
    Role,
)
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.dto import AfterCall
from frontdesk.services.customers.inputs import BackgroundInput
from frontdesk.services.desk import Desk, Profile
from frontdesk.services.outbox.dto import Message, MessageFilter
from frontdesk.services.outbox.wording import body
from frontdesk.services.registry import Services
from frontdesk.texts.messages import SHIPPED, THANKS, TITLES, UNREACHED
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, advisor, call, said, specialist

__all__ = ["advisor", "call", "specialist"]

HOUSE = Profile("远航汽车服务", "", "0755-88886666", "0755-88886667", "0755-88886668")
ALL = MessageFilter(waiting=False)


@pytest.fixture(autouse=True)
def _house(desk: Desk, make: Make) -> None:
    desk.profile = HOUSE


def _finish(services: Services, call_id: str, after: AfterCall | None = None) -> None:
    sheet = services.callbacks.start(call_id, services.callbacks.open(call_id).version)
    services.callbacks.finish(
        call_id, sheet.version, said(sheet, *SATISFIED), after=after or AfterCall()
    )


def _attempt(services: Services, call_id: str, outcome: CallOutcome, note: str = "") -> None:
    sheet = services.callbacks.start(call_id, services.callbacks.open(call_id).version)
    services.callbacks.attempt(call_id, sheet.version, outcome, note=note)


def _only(services: Services) -> Message:
    [message] = services.outbox.list(ALL)
    return message


def _notes(desk: Desk) -> list[str]:
    with desk.read() as session:
        return list(session.scalars(select(CustomerNote.text)))


def test_a_finished_call_leaves_thanks_with_the_numbers_to_book_and_for_rescue(
    specialist: Services, call: str
) -> None:
    _finish(specialist, call)

    message = _only(specialist)
    assert message.state is MessageState.QUEUED
    assert message.body.startswith("张伟您好，感谢您接听远航汽车服务的回访电话。")
    assert "0755-88886667" in message.body
    assert "0755-88886668" in message.body
    assert message.phone == "138****8000"
    assert specialist.outbox.waiting() == 1


def test_thanks_are_in_the_language_of_the_call(specialist: Services, call: str) -> None:
    _finish(specialist, call, AfterCall(language=Language.EN))

    assert _only(specialist).body.startswith("Hello 张伟, thank you for taking the call")


def test_thanks_can_be_left_out_for_one_call_and_by_the_rules(
    specialist: Services, call: str
) -> None:
    _finish(specialist, call, AfterCall(thank=False))
    assert specialist.outbox.list(ALL) == ()


def test_by_the_rules_no_thanks_go_out_unless_asked_for(specialist: Services, call: str) -> None:
    specialist.desk.rules = Rules(thank_after_call=False)
    _finish(specialist, call)
    assert specialist.outbox.list(ALL) == ()


def test_several_calls_of_one_customer_bring_one_message(
    specialist: Services, call: str, make: Make, desk: Desk
) -> None:
    _finish(specialist, call)
    with desk.read() as session:
        customer = session.scalars(select(OutboxMessage.customer_id)).one()
    second = make.callback(customer)
    sheet = specialist.callbacks.start(second, specialist.callbacks.open(second).version)
    given = said(sheet, "self", "yes", "fine", "complete", "satisfied", "=")
    specialist.callbacks.finish(second, sheet.version, given)

    assert len(specialist.outbox.list(ALL)) == 1


@pytest.mark.parametrize("number", ["0755-88886666", "4008001234"])
def test_a_number_no_message_reaches_gets_none(
    specialist: Services, call: str, desk: Desk, number: str
) -> None:
    with desk.write() as work:
        for line in work.session.scalars(select(CustomerPhone)):
            line.number = number
    _finish(specialist, call)
    assert specialist.outbox.list(ALL) == ()


def test_an_unreached_call_is_closed_with_a_message_instead(
    specialist: Services, call: str, desk: Desk, clock: FixedClock
) -> None:
    specialist.desk.rules = Rules(max_call_attempts=1)
    _attempt(specialist, call, CallOutcome.NO_ANSWER)

    message = _only(specialist)
    assert message.template == UNREACHED
    assert "没能联系上您" in message.body


def test_who_wants_no_calls_gets_no_message_and_what_waits_is_withdrawn(
    specialist: Services, call: str, make: Make, desk: Desk
) -> None:
    _finish(specialist, call)
    with desk.read() as session:
        customer = session.scalars(select(OutboxMessage.customer_id)).one()
    second = make.callback(customer)
    _attempt(specialist, second, CallOutcome.REFUSES_CALLS, "不要再打了")

    assert [message.state for message in specialist.outbox.list(ALL)] == [MessageState.WITHDRAWN]


def test_do_not_call_set_later_stops_what_is_queued(
    specialist: Services, call: str, desk: Desk
) -> None:
    _finish(specialist, call)
    with desk.write() as work:
        work.session.scalars(select(Customer)).one().do_not_call = True
    message = _only(specialist)

    with pytest.raises(UserError, match=r"outbox\.do_not_call"):
        specialist.outbox.copy(message.id)
    with pytest.raises(UserError, match=r"outbox\.do_not_call"):
        specialist.outbox.mark_sent([(message.id, message.version)])
    specialist.outbox.withdraw([(message.id, message.version)])
    assert _only(specialist).state is MessageState.WITHDRAWN


def _refuse_messages(services: Services) -> None:
    [row] = services.customers.list().rows
    said_no = BackgroundInput(consents={Channel.SMS: Consent.REFUSED})
    version = services.customers.open(row.id).version
    services.customers.update_background(row.id, said_no, version)


def test_who_refuses_messages_gets_none(
    specialist: Services, call: str, services: Services
) -> None:
    _refuse_messages(services)
    _finish(specialist, call)
    assert specialist.outbox.list(ALL) == ()


def test_what_waits_is_withdrawn_once_messages_are_refused(
    specialist: Services, call: str, services: Services
) -> None:
    _finish(specialist, call)
    _refuse_messages(services)
    assert _only(specialist).state is MessageState.WITHDRAWN


def test_a_spot_check_writes_to_nobody(services: Services, make: Make, clock: FixedClock) -> None:
    manager = make.services(Role.CS_MANAGER)
    recall = make.callback(kind=CallbackKind.SPOT_CHECK)
    clock.set(clock.now().replace(hour=3))
    sheet = manager.callbacks.start(recall, manager.callbacks.open(recall).version)
    manager.callbacks.finish(recall, sheet.version, said(sheet, "self", "yes", "no"))
    assert manager.outbox.list(ALL) == ()


def test_a_message_is_copied_marked_as_sent_and_then_stays(
    specialist: Services, call: str, desk: Desk
) -> None:
    _finish(specialist, call)
    first = _only(specialist)
    outgoing = specialist.outbox.copy(first.id)
    assert outgoing.number == "13800138000"
    copied = _only(specialist)
    assert copied.state is MessageState.COPIED
    with pytest.raises(Conflict):
        specialist.outbox.mark_sent([(first.id, first.version)])
    specialist.outbox.mark_sent([(copied.id, copied.version)])
    sent = _only(specialist)
    assert (sent.state, sent.ended_by) == (MessageState.SENT, "李丽")
    assert specialist.outbox.list() == ()
    with pytest.raises(UserError, match=r"outbox\.ended"):
        specialist.outbox.withdraw([(sent.id, sent.version)])


def test_a_number_found_wrong_gives_way_to_the_next(
    specialist: Services, call: str, desk: Desk
) -> None:
    _finish(specialist, call)
    with desk.write() as work:
        lines = work.session.scalars(select(CustomerPhone).order_by(CustomerPhone.position)).all()
        lines[0].wrong = True
    message = _only(specialist)
    assert message.phone == "139****9000"
    assert specialist.outbox.copy(message.id).number == "13900139000"


def test_a_day_named_for_the_maintenance_goes_into_the_file(
    specialist: Services, call: str, desk: Desk, clock: FixedClock
) -> None:
    day = desk.today.replace(month=12)
    _finish(specialist, call, AfterCall(maintenance_on=day))

    with desk.read() as session:
        car = session.scalars(select(Vehicle)).one()
        customer = session.scalars(select(Customer)).one()
    assert (car.next_maintenance_on, customer.next_due_on) == (day, day)
    [note] = _notes(desk)
    assert note.startswith("客户在电话中约好来保养：2026年12月5日（H-2026-")


def test_a_day_past_is_refused_and_nothing_is_kept(
    specialist: Services, call: str, desk: Desk, clock: FixedClock
) -> None:
    past = desk.today.replace(month=10)
    with pytest.raises(UserError, match=r"callbacks\.maintenance_past") as refused:
        _finish(specialist, call, AfterCall(maintenance_on=past))
    assert refused.value.field == "maintenance_on"
    assert specialist.outbox.list(ALL) == ()
    assert _notes(desk) == []


def test_what_was_told_of_the_next_maintenance_is_noted(
    specialist: Services, call: str, desk: Desk
) -> None:
    with desk.write() as work:
        car = work.session.scalars(select(Vehicle)).one()
        car.next_maintenance_on = desk.today.replace(month=12)
        from frontdesk.models.visit import Visit

        work.session.scalars(select(Visit)).one().next_maintenance_km = 15_000
    _finish(specialist, call)
    [note] = _notes(desk)
    assert note.startswith("电话中已告知下次保养：15,000公里（H-2026-")


@pytest.mark.parametrize("template", SHIPPED)
@pytest.mark.parametrize("language", Language)
def test_a_message_can_be_read_whatever_is_known(template: str, language: Language) -> None:
    text = SHIPPED[template].in_(language)
    bare = body(text, {"dealership": "远航"}, language)
    assert "{" not in bare
    assert "None" not in bare
    assert "远航" in bare
    assert TITLES[template].in_(language)
    values = {
        "salutation": "{booking_phone}",
        "dealership": "远航",
        "booking_phone": "1",
        "rescue_phone": "2",
    }
    assert "{booking_phone}" in body(text, values, language)


def test_thanks_name_no_number_the_house_has_not() -> None:
    assert body(SHIPPED[THANKS].zh, {"dealership": "远航"}, Language.ZH_CN) == (
        "尊敬的车主，您好，感谢您接听远航的回访电话。祝您用车顺心！"
    )
