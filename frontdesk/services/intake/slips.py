"""The change slip and the settlement of a visit: what the customer signs later (domain §3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Payer, VisitStatus, WorkKind
from frontdesk.models.visit import Visit, VisitChange
from frontdesk.reports.inputs import Printed
from frontdesk.reports.inputs.work import ChangeSlip, HandOverSheet, WhoseCar
from frontdesk.services.desk import Desk
from frontdesk.services.intake import paper, record
from frontdesk.services.intake.sums import charged, charged_by
from frontdesk.services.intake.views import ItemLine, VisitSheet
from frontdesk.services.printed import letterhead

_SETTLED = (VisitStatus.READY, VisitStatus.HANDED_OVER)


def change_of(session: Session, visit: Visit, change_id: str) -> VisitChange:
    """A change record of this visit.

    Raises:
        NotFound: it has no such record.
    """
    change = session.scalar(
        select(VisitChange).where(VisitChange.id == change_id, VisitChange.visit_id == visit.id)
    )
    if change is None:
        raise NotFound("visit.no_such_change")
    return change


def change_slip(
    desk: Desk, session: Session, visit: Visit, change: VisitChange, language: Language
) -> ChangeSlip:
    """The slip of one change, as its next print; times are the desk's wall clock."""
    shown = record.sheet_of(desk, session, visit)
    entry = next(each for each in shown.changes if each.id == change.id)
    return ChangeSlip(
        dealership=letterhead(desk.profile),
        printed=Printed(change.prints + 1, desk.actor.name, paper.wall(desk, desk.now)),
        number=shown.number,
        whose=_whose(shown),
        change=paper.change_line(desk, entry, language),
        total_before=entry.total_before,
        promised_before=paper.wall(desk, entry.promised_before),
        work=paper.work_lines(shown),
    )


def settlement(desk: Desk, session: Session, visit: Visit) -> HandOverSheet:
    """The settlement, as its next print; at the agreed amounts until the car is handed over.

    Raises:
        UserError: ``visit.not_settled``: the work is not done.
    """
    if visit.status not in _SETTLED:
        raise UserError("visit.not_settled", status=visit.status)
    shown = record.sheet_of(desk, session, visit)
    done = [item for item in shown.items if not item.declined_why]
    paid_by = charged_by(done)
    lines = zip(shown.items, paper.work_lines(shown), strict=True)
    return HandOverSheet(
        dealership=letterhead(desk.profile),
        printed=Printed(visit.hand_over_prints + 1, desk.actor.name, paper.wall(desk, desk.now)),
        number=shown.number,
        whose=_whose(shown),
        arrived_at=paper.wall(desk, shown.arrived_at),
        promised_at=paper.wall(desk, shown.promised_at),
        ready_at=paper.wall(desk, shown.ready_at),
        handed_over_at=paper.wall(desk, shown.handed_over_at),
        work=tuple(replace(line, total=charged(item)) for item, line in lines),
        by_kind=tuple(_by_kind(done).items()),
        by_payer=tuple(paid_by.items()),
        agreed=shown.estimate_total,
        charged=sum((charged(item) for item in done), Decimal("0.00")),
        customer_pays=paid_by.get(Payer.CUSTOMER, Decimal("0.00")),
        pay_method=shown.pay_method,
        replaced_parts=shown.replaced_parts,
        advice=shown.advice,
        next_on=shown.next_maintenance_on,
        next_km=shown.next_maintenance_km,
        satisfaction=shown.satisfaction,
    )


def _by_kind(items: Iterable[ItemLine]) -> dict[WorkKind, Decimal]:
    sums = dict.fromkeys(WorkKind, Decimal("0.00"))
    seen = set()
    for item in items:
        sums[item.kind] += charged(item)
        seen.add(item.kind)
    return {kind: sum_ for kind, sum_ in sums.items() if kind in seen}


def _whose(shown: VisitSheet) -> WhoseCar:
    car = shown.head
    return WhoseCar(
        customer=car.customer,
        customer_number=car.customer_number,
        phone=next((line.number for line in car.phones if not line.wrong), ""),
        plate=car.plate,
        vin=car.vin,
        car=car.car,
        advisor=shown.advisor,
        mileage_km=shown.arrival.mileage_km,
    )
