"""The intake sheet (接车单): what the customer agrees to and signs."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import AskedHow, AttachmentKind, Payer
from frontdesk.models.values import phone
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import by_payer
from frontdesk.reports.inputs import (
    AddedLine,
    ChangeLine,
    FiveWTwoH,
    IntakeSheet,
    MarkLine,
    Printed,
    WorkLine,
)
from frontdesk.services.desk import Desk
from frontdesk.services.intake import history, record, terms
from frontdesk.services.intake.views import ChangeEntry, ItemLine, VisitSheet
from frontdesk.services.intake.walk import Since, compare
from frontdesk.services.printed import letterhead
from frontdesk.texts import term


def sheet_input(
    desk: Desk, session: Session, visit: Visit, language: Language, copy: int
) -> IntakeSheet:
    """The sheet of ``visit`` as its ``copy``-th print; times are the desk's wall clock."""
    shown = record.sheet_of(desk, session, visit)
    last = history.of_car(session, visit.vehicle_id, without=visit.id).last
    car = shown.head
    number = shown.arrival.brought_by_phone
    return IntakeSheet(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, wall(desk, desk.now)),
        number=shown.number,
        customer=car.customer,
        customer_number=car.customer_number,
        phone=next((line.number for line in car.phones if not line.wrong), ""),
        brought_by=shown.arrival.brought_by,
        brought_by_phone=number and phone.display(number),
        plate=car.plate,
        vin=car.vin,
        car=car.car,
        colour=car.colour,
        advisor=shown.advisor,
        arrived_at=wall(desk, shown.arrived_at),
        by_appointment=shown.by_appointment,
        booked_for=wall(desk, shown.booked_for),
        mileage_km=shown.arrival.mileage_km,
        last_mileage_km=last.km if last else None,
        last_visit=last.on if last else None,
        fuel_eighths=shown.arrival.fuel_eighths,
        belongings=shown.arrival.belongings,
        damage=shown.arrival.damage,
        marks=_marks(shown),
        lamps=shown.walk.lamps,
        words=shown.told.words,
        added=tuple(AddedLine(local(each.at, desk.clock), each.words) for each in shown.added),
        reading=shown.reading,
        facts=_facts(shown),
        work=work_lines(shown),
        estimate=shown.estimate_total if shown.items else None,
        promised_at=wall(desk, shown.promised_at),
        payers=_payers(shown),
        repeat_of=shown.repeat_of,
        signed=_signature(session, visit.id),
        changes=tuple(change_line(desk, entry, language) for entry in shown.changes),
        terms=terms.of_visit(desk, session, visit).in_(language),
    )


def asked_how(value: str, language: Language) -> str:
    """How the customer was asked, in ``language``; words that are no member stay as they are."""
    return term(AskedHow(value), language) if value in set(AskedHow) else value


def _signature(session: Session, visit_id: str) -> bytes | None:
    """The newest signature drawn on a tablet, as the small picture that was made of it safely."""
    return session.scalar(
        select(Attachment.thumbnail)
        .where(
            Attachment.subject == "visit",
            Attachment.subject_id == visit_id,
            Attachment.kind == AttachmentKind.SIGNATURE,
            Attachment.withdrawn_at.is_(None),
        )
        .order_by(Attachment.added_at.desc())
        .limit(1)
    )


def _facts(shown: VisitSheet) -> FiveWTwoH:
    said = shown.told
    return FiveWTwoH(
        why=said.why,
        when=said.when_happens,
        where=said.where_happens,
        who=said.who_drives,
        what=said.what_happens,
        how=said.how_shown,
        how_much=said.how_much,
    )


def _marks(shown: VisitSheet) -> tuple[MarkLine, ...]:
    marks = shown.walk.marks
    since = compare(marks, shown.last_walk.marks).now
    return tuple(
        MarkLine(m.side, m.x, m.y, m.kind, m.size, m.note, how is Since.KNOWN)
        for m, how in zip(marks, since, strict=True)
    )


def work_lines(shown: VisitSheet) -> tuple[WorkLine, ...]:
    """The work items as every sheet of a visit prints them."""
    return tuple(_work(item) for item in shown.items)


def _payers(shown: VisitSheet) -> tuple[tuple[Payer, Decimal], ...]:
    """Who pays how much, where it is not the customer alone."""
    sums = by_payer(shown.items)
    return tuple(sums.items()) if sums.keys() - {Payer.CUSTOMER} else ()


def _work(item: ItemLine) -> WorkLine:
    return WorkLine(
        what=item.description,
        kind=item.kind,
        labour=item.labour,
        part=item.part,
        quantity=item.quantity if item.part else None,
        unit_price=item.unit_price if item.part else None,
        total=item.total,
        hours=item.labour_hours,
        part_number=item.part_number,
        discount=item.discount or None,
        payer=item.payer if item.payer is not Payer.CUSTOMER else None,
        declined_why=item.declined_why,
    )


def change_line(desk: Desk, entry: ChangeEntry, language: Language) -> ChangeLine:
    """A change record as it is printed; times are the desk's wall clock."""
    return ChangeLine(
        at=wall(desk, entry.at),
        by=entry.by,
        what=entry.what,
        why=entry.why,
        asked_whom=entry.asked_whom,
        asked_how=asked_how(entry.asked_how, language),
        agreed=entry.agreed,
        total_after=entry.total_after,
        promised_after=wall(desk, entry.promised_after),
    )


def wall(desk: Desk, moment: datetime | None) -> datetime | None:
    """``moment`` as the clock at the desk shows it."""
    return None if moment is None else local(moment, desk.clock)
