"""What follows from complaints, calls that come in, evidence: valid inputs, and their reading."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from frontdesk.language import Language
from frontdesk.models.enums import ActionKind, ComplaintState, IncomingKind, PenaltyPart, Role
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.after import AfterService
from frontdesk.services.complaints.after_dto import NewAction, NewPenalty
from frontdesk.services.complaints.incoming import IncomingCall, NewCaller
from frontdesk.services.evidence.signed import COMPLAINT
from frontdesk.services.scripts import Progress, QuestionKind, answer, position, shipped_script
from tests.hostile.house import House
from tests.hostile.sample import Sample

_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _after(house: House) -> tuple[AfterService, str]:
    """The CS manager's services, and a valid complaint its handler has returned."""
    before = house.clock.now()
    ticket = house.loop.at(ComplaintState.TO_FOLLOW_UP)
    house.clock.set(max(before, house.clock.now()))
    return house.loop.people[Role.CS_MANAGER].after, ticket


def _new_action(house: House) -> NewAction:
    owner = house.loop.handler.desk.actor.id
    return NewAction(
        ActionKind.PREVENTIVE, "修后必试车", owner, house.desk.today + timedelta(days=9)
    )


def add_action(house: House) -> Sample:
    after, ticket = _after(house)
    arguments = {"complaint_id": ticket, "given": _new_action(house), "offered": ""}
    return Sample(after.add_action, arguments, lambda _: after.actions(ticket))


def end_action(house: House) -> Sample:
    after, ticket = _after(house)
    action = after.add_action(ticket, _new_action(house))
    arguments = {"action_id": action, "done": False, "result": "改为培训", "version": 1}
    return Sample(after.end_action, arguments, lambda _: after.actions(ticket))


def change_action(house: House) -> Sample:
    after, ticket = _after(house)
    action = after.add_action(ticket, _new_action(house))
    arguments = {
        "action_id": action,
        "owner_id": house.loop.handler.desk.actor.id,
        "due_on": house.desk.today + timedelta(days=11),
        "why": "配件未到",
        "version": 1,
    }
    return Sample(after.change_action, arguments, lambda _: _acts(house, ticket))


def set_penalty(house: House) -> Sample:
    after, ticket = _after(house)
    penalty = NewPenalty("李师傅", PenaltyPart.DIRECT, Decimal("200.50"), "返工不计工时")
    arguments = {"complaint_id": ticket, "given": penalty}
    return Sample(after.set_penalty, arguments, lambda _: after.penalties(ticket))


def withdraw_penalty(house: House) -> Sample:
    after, ticket = _after(house)
    penalty = after.set_penalty(ticket, NewPenalty("李师傅", PenaltyPart.DIRECT, Decimal(200)))
    arguments = {"penalty_id": penalty, "why": "责任不在他"}
    return Sample(after.withdraw_penalty, arguments, lambda _: after.penalties(ticket))


def _acts(house: House, subject_id: str) -> object:
    """What the audit trail tells beside the acts on a record."""
    from frontdesk.services.audit.dto import Wanted

    page = house.services.audit.page(Wanted(subject_id=subject_id))
    return [dict(entry.detail) for entry in page.entries]


def _heard() -> IncomingCall:
    kind = IncomingKind.SUGGESTION
    script, progress = shipped_script(kind), Progress()
    for said in ("休息区放几把高椅子", "二楼", "", "content"):
        step = position(script, progress).ask
        assert step is not None
        if step.question is QuestionKind.TEXT:
            progress = answer(script, progress, text=said)
        else:
            progress = answer(script, progress, choice=said)
    return IncomingCall(kind, progress)


def begin_new(house: House) -> Sample:
    incoming = house.services.incoming
    arguments = {"caller": NewCaller("王先生", "13900001111"), "customer_id": new_id()}
    return Sample(incoming.begin_new, arguments, lambda begun: begun.start)


def keep_note(house: House) -> Sample:
    incoming, customer = house.services.incoming, new_id()
    arguments = {
        "customer_id": customer,
        "call": _heard(),
        "language": Language.ZH_CN,
        "caller": NewCaller("王先生", "13900001111"),
        "note_id": new_id(),
    }
    return Sample(incoming.keep_note, arguments, lambda _: house.services.customers.open(customer))


def register_call(house: House) -> Sample:
    incoming, customer = house.services.incoming, new_id()
    given = house.loop.given(customer_id=customer, vehicle_id=None, visit_id=None)
    arguments = {"given": given, "call": _heard(), "caller": NewCaller("王先生", "13900001111")}

    def read(made: Any) -> object:
        return house.loop.open(made), house.services.customers.open(customer)

    return Sample(incoming.register, arguments, read)


def add_evidence(house: House) -> Sample:
    evidence, ticket = house.services.evidence, house.loop.register()
    arguments = {
        "subject": COMPLAINT,
        "subject_id": ticket,
        "name": "检测报告.pdf",
        "source": _PDF,
        "note": "第三方检测",
    }
    return Sample(evidence.add, arguments, lambda _: evidence.list(COMPLAINT, ticket))


def withdraw_evidence(house: House) -> Sample:
    evidence, ticket = house.services.evidence, house.loop.register()
    kept = evidence.add(COMPLAINT, ticket, "检测报告.pdf", _PDF)
    arguments = {"attachment_id": kept, "why": "传错了"}
    return Sample(evidence.withdraw, arguments, lambda _: evidence.list(COMPLAINT, ticket))
