"""Calls to customers and complaints: valid inputs, and where their texts are read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from frontdesk.models.complaint_steps import FIELDS, NO, FieldKind, asked
from frontdesk.models.enums import (
    CallbackKind,
    CallOutcome,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Role,
    VisitStatus,
)
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.dto import Ticket
from frontdesk.services.callbacks.list_dto import ListInput
from frontdesk.services.callbacks.sharing_dto import AbsenceInput
from frontdesk.services.complaints.dto import Facts
from tests.hostile.house import House
from tests.hostile.sample import Sample
from tests.services.callbacks.conftest import DISSATISFIED, SATISFIED, said
from tests.services.complaints.loop import SAID, STATES, TAKER, WAY


def _call(house: House) -> str:
    """A call due now that the specialist may make, at an hour for calls."""
    yesterday = house.desk.now - timedelta(days=1)
    visit = house.make.visit(
        status=VisitStatus.HANDED_OVER,
        arrived_at=yesterday,
        advisor_id=house.loop.advisor.desk.actor.id,
        promised_at=yesterday,
        ready_at=yesterday + timedelta(hours=1),
    )
    from frontdesk.services.callbacks.falls_due import due_after_service

    with house.desk.write() as work:
        made = due_after_service(work, visit)
    assert made is not None
    return made


def _begun(house: House) -> tuple[Any, Any]:
    calls = house.loop.people[Role.CS_SPECIALIST].callbacks
    call = _call(house)
    return calls, calls.start(call, calls.open(call).version, "客户约定")


def note_absence(house: House) -> Sample:
    sharing = house.services.sharing
    staff = house.make.staff(Role.CS_SPECIALIST)
    day = house.desk.today
    given = AbsenceInput(staff.id, day, day + timedelta(days=2), "培训")
    return Sample(sharing.note_absence, {"given": given}, lambda _: sharing.look().absences)


def make_list(house: House) -> Sample:
    lists = house.services.call_lists
    house.make.customer()
    day = house.desk.today
    given = ListInput(
        CallbackKind.SPECIAL_PERIOD, "国庆问候", day, day + timedelta(days=7), occasion="国庆节"
    )
    return Sample(lists.make, {"given": given}, lambda _: lists.lists())


def start_call(house: House) -> Sample:
    calls = house.loop.people[Role.CS_SPECIALIST].callbacks
    call = _call(house)
    arguments = {
        "callback_id": call,
        "version": calls.open(call).version,
        "reason": "客户约定",
    }

    def read(sheet: Any) -> object:
        calls.attempt(call, sheet.version, CallOutcome.NO_ANSWER)
        return _attempts(house, call)

    return Sample(calls.start, arguments, read)


def _attempts(house: House, call: str) -> object:
    from frontdesk.models.callback import Callback

    with house.desk.read() as session:
        kept = session.get_one(Callback, call)
        attempts = [(a.note, a.outside_hours_reason) for a in kept.attempts]
        answers = [answer.value for answer in kept.answers]
        return [{"note": n or "", "reason": r or ""} for n, r in attempts] + [
            {"note": kept.note or "", "suggestion": kept.suggestion or ""},
            *({"text": value or ""} for value in answers),
        ]


def keep_call(house: House) -> Sample:
    calls, sheet = _begun(house)
    arguments = {
        "callback_id": sheet.id,
        "progress": said(sheet, *SATISFIED[:-1], "=再快一点"),
        "note": "客户在开会",
    }
    return Sample(calls.keep, arguments, lambda _: calls.open(sheet.id))


def attempt(house: House) -> Sample:
    calls, sheet = _begun(house)
    arguments = {
        "callback_id": sheet.id,
        "version": sheet.version,
        "outcome": CallOutcome.CAR_SOLD,
        "note": "车已卖给朋友",
    }
    return Sample(calls.attempt, arguments, lambda _: _attempts(house, sheet.id))


def finish(house: House) -> Sample:
    calls, sheet = _begun(house)
    arguments = {
        "callback_id": sheet.id,
        "version": sheet.version,
        "progress": said(sheet, *SATISFIED[:-1], "=再快一点"),
        "note": "很满意",
    }
    return Sample(calls.finish, arguments, lambda _: _attempts(house, sheet.id))


def from_call(house: House) -> Sample:
    calls, sheet = _begun(house)
    calls.keep(sheet.id, said(sheet, *DISSATISFIED))
    ticket = Ticket(
        "空调还是不凉",
        "repair_quality.not_fixed",
        ComplaintLevel.COMPLAINT_NORMAL,
        "重新检查",
        "老问题没解决",
    )
    arguments = {"callback_id": sheet.id, "ticket": ticket}
    return Sample(calls.register_complaint, arguments, house.loop.open)


def register_complaint(house: House) -> Sample:
    names = dict.fromkeys(Facts.__dataclass_fields__, "在高速上")
    complaint = house.loop.given(
        facts=Facts(**names), complainant="李先生", complainant_phone="13800138000", id=new_id()
    )
    complaints = house.loop.people[Role.CS_SPECIALIST].complaints
    return Sample(complaints.register, {"given": complaint}, house.loop.open)


_BEFORE = {step: STATES[at] for at, step in enumerate(WAY)} | {
    ComplaintStep.SENT_BACK: ComplaintState.TO_APPROVE,
    ComplaintStep.ACKNOWLEDGED: ComplaintState.TO_JUDGE,
    ComplaintStep.ADDED: ComplaintState.TO_JUDGE,
    ComplaintStep.PAUSED: ComplaintState.TO_RETURN,
    ComplaintStep.RESUMED: ComplaintState.TO_RETURN,
}
_OTHER_WAY: dict[ComplaintStep, dict[str, object]] = {
    ComplaintStep.JUDGED: {"valid": False},
    ComplaintStep.FOLLOWED_UP: {"satisfaction": "average"},
}
_TEXTS = (FieldKind.LINE, FieldKind.NOTE, FieldKind.MONEY, FieldKind.SCORE)


def take(step: ComplaintStep) -> Callable[[House], Sample]:
    def prepare(house: House) -> Sample:
        loop = house.loop
        before = loop.clock.now()
        ticket = loop.at(_BEFORE[step])
        if step is ComplaintStep.RESUMED:
            loop.take(ticket, ComplaintStep.PAUSED)
        words: dict[str, object] = {each.name: "好" for each in FIELDS[step] if each.kind in _TEXTS}
        words |= {name: value for name, value in SAID[step].items() if not isinstance(value, bool)}
        spoken = words | loop.said(step) | _OTHER_WAY.get(step, {})
        told = {name: str(value) for name, value in spoken.items() if value is not False}
        told |= {"valid": NO} if spoken.get("valid") is False else {}
        wanted = {each.name for each in asked(step, told)}
        spoken = {name: value for name, value in spoken.items() if name in wanted}
        spoken = {name: str(v) if name == "handling_score" else v for name, v in spoken.items()}
        version = loop.open(ticket).version
        arguments = {"complaint_id": ticket, "step": step, "said": spoken, "version": version}
        loop.clock.set(max(before, loop.clock.now()))
        taker = loop.people[TAKER[step]].complaints
        return Sample(taker.take, arguments, lambda _: loop.open(ticket))

    return prepare


def acknowledge(house: House) -> Sample:
    loop = house.loop
    ticket = loop.register()
    arguments = {"complaint_id": ticket, "said": loop.said(ComplaintStep.ACKNOWLEDGED)}
    desk = loop.people[Role.CS_SPECIALIST].complaints
    return Sample(desk.acknowledge, arguments, lambda _: loop.open(ticket))


def add_words(house: House) -> Sample:
    loop = house.loop
    ticket = loop.register()
    desk = loop.people[Role.CS_SPECIALIST].complaints
    arguments = {"complaint_id": ticket, "words": "顾客再次来电"}
    return Sample(desk.add_words, arguments, lambda _: loop.open(ticket))
