"""The callback record form (回访记录表): of one call, of a day, and blank for a power cut."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import NotFound
from frontdesk.language import Language
from frontdesk.models.callback import CallAnswer, CallAttempt, Callback
from frontdesk.models.callback_rules import at_desk
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import phone, plate
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import Visit
from frontdesk.reports.inputs import callbacks as paper
from frontdesk.reports.inputs.common import Printed
from frontdesk.services.call_figures import timing
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.scripts import Script, Step


def find(session: Session, which: str) -> Callback:
    """The call of that number or id.

    Raises:
        NotFound: there is none.
    """
    found = session.scalar(
        select(Callback).where(or_(Callback.number == which, Callback.id == which))
    )
    if found is None:
        raise NotFound("callbacks.not_found")
    return found


def record(
    desk: Desk, session: Session, call: Callback, language: Language, copy: int
) -> paper.CallbackRecord:
    """The record of one call as its ``copy``-th print; telephones stay masked."""
    customer = session.get_one(Customer, call.customer_id)
    car = session.get(Vehicle, call.vehicle_id) if call.vehicle_id else None
    visit = session.get(Visit, call.visit_id) if call.visit_id else None
    script = script_shelf.kept(session, call.script_key, call.script_version, call.kind)
    names = _names(session)
    ticket = session.scalar(select(Complaint.number).where(Complaint.callback_id == call.id))
    served_on = car.delivered_on if visit is None and car is not None else None
    return paper.CallbackRecord(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        number=call.number,
        kind=call.kind,
        status=call.status,
        customer=customer.name,
        customer_number=customer.number,
        phone=between(language).join(phone.masked(line.number) for line in customer.phones[:2]),
        plate=plate.display(car.plate) if car is not None and car.plate else "",
        model=(car.model or "") if car is not None else "",
        visit_number=visit.number if visit is not None else "",
        served_on=visit.handed_over_on if visit is not None else served_on,
        served_by=names.get(call.served_by or "", ""),
        work=between(language).join(item.description for item in visit.items) if visit else "",
        due_from=call.due_from,
        due_until=call.due_until,
        assigned_to=names.get(call.assigned_to or "", ""),
        closed_at=None if call.closed_at is None else local(call.closed_at, desk.clock),
        closed_by=names.get(call.closed_by or "", ""),
        in_time=timing.is_in_time(session, desk.clock, call),
        attempts=tuple(
            paper.Attempt(
                local(each.started_at, desk.clock),
                names.get(each.by, ""),
                each.outcome,
                _seconds(each) if each.outcome is CallOutcome.REACHED else None,
                each.note or "",
                each.outside_hours_reason or "",
                None if each.entered_at is None else local(each.entered_at, desk.clock),
            )
            for each in call.attempts
        ),
        questions=tuple(_answered(script, call.answers, language)),
        satisfaction=call.satisfaction,
        score=call.score,
        suggestion=call.suggestion or "",
        note=call.note or "",
        complaint_number=ticket or "",
    )


def blank(
    desk: Desk, session: Session, kind: CallbackKind, language: Language
) -> paper.CallbackRecord:
    """A record to fill in by hand: the questions of the kind's script with boxes to tick."""
    script = script_shelf.newest(session, kind)
    return paper.CallbackRecord(
        dealership=letterhead(desk.profile),
        kind=kind,
        questions=tuple(_asked(step, "", language) for step in script.steps if step.asks),
    )


def day_list(desk: Desk, session: Session, day: date, of: str | None, copy: int) -> paper.DayList:
    """Every attempt of a day, in its order; of one person where ``of`` is given."""
    begin = at_desk(day, time(), desk.clock.zone())
    end = at_desk(day + timedelta(days=1), time(), desk.clock.zone())
    mine = [] if of is None else [CallAttempt.by == of]
    found = session.execute(
        select(CallAttempt, Callback, Customer.name, Vehicle.plate, StaffMember.name)
        .join(Callback, Callback.id == CallAttempt.callback_id)
        .join(Customer, Customer.id == Callback.customer_id)
        .join(StaffMember, StaffMember.id == CallAttempt.by)
        .outerjoin(Vehicle, Vehicle.id == Callback.vehicle_id)
        .where(CallAttempt.started_at >= begin, CallAttempt.started_at < end, *mine)
        .order_by(CallAttempt.started_at, Callback.number)
    )
    rows = []
    for attempt, call, customer, number_plate, by in found:
        ended_it = attempt.outcome is CallOutcome.REACHED and call.status is CallbackStatus.DONE
        words = (call.suggestion, call.note) if ended_it else (attempt.note,)
        rows.append(
            paper.DayRow(
                number=call.number,
                at=local(attempt.started_at, desk.clock),
                kind=call.kind,
                customer=customer,
                plate=plate.display(number_plate) if number_plate else "",
                by=by,
                outcome=attempt.outcome,
                satisfaction=call.satisfaction if ended_it else None,
                score=call.score if ended_it else None,
                words="\n".join(part for part in words if part),
                from_paper=attempt.entered_at is not None,
            )
        )
    return paper.DayList(
        day=day,
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        of=desk.actor.name if of is not None else "",
        rows=tuple(rows),
    )


def _answered(
    script: Script, answers: Iterable[CallAnswer], language: Language
) -> Iterable[paper.Asked]:
    for kept in answers:
        step = script.step(kept.step)
        if step is None:
            yield paper.Asked(kept.step, words=kept.value)
        else:
            yield _asked(step, kept.value, language)


def _asked(step: Step, value: str, language: Language) -> paper.Asked:
    """The step with what was chosen; ``value`` '' leaves every box empty."""
    title = step.title.in_(language)
    chosen = step.answer(value) if value else None
    if step.question.is_chosen:
        options = tuple(paper.Option(a.text.in_(language), a is chosen) for a in step.answers)
        trouble = chosen is not None and chosen.tells_of_trouble
        return paper.Asked(title, options, trouble=trouble)
    if step.question.is_scale:
        marks = (paper.Option(str(m), str(m) == value) for m in step.question.marks)
        return paper.Asked(title, tuple(marks))
    return paper.Asked(title, words=value)


def _seconds(attempt: CallAttempt) -> int:
    return max(0, round((attempt.ended_at - attempt.started_at).total_seconds()))


def _names(session: Session) -> dict[str, str]:
    return dict(session.execute(select(StaffMember.id, StaffMember.name)).all())


def between(language: Language) -> str:
    """What stands between the words of a list."""
    return "、" if language is Language.ZH_CN else ", "
