"""A visit after the agreement: into the workshop, ready, or not to be."""

from __future__ import annotations

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.models.enums import VisitStatus
from frontdesk.models.values import text
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import check_step
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.intake import kept


def start_work(work: UnitOfWork, visit: Visit) -> None:
    """The workshop begins; also again, when the final check found something."""
    _go(work, visit, VisitStatus.IN_WORKSHOP, "visit.start_work")
    visit.ready_at = None


def ready(work: UnitOfWork, visit: Visit) -> None:
    """The work is done and checked."""
    _go(work, visit, VisitStatus.READY, "visit.ready")
    visit.ready_at = work.now


def decline(work: UnitOfWork, visit: Visit, reason: str) -> None:
    """The customer leaves without the work (报单未修); items and reason stay for the follow-up."""
    why = text.note(reason, "reason")
    if not why:
        raise UserError("intake.reason_missing", field="reason")
    _go(work, visit, VisitStatus.DECLINED, "visit.decline", reason=why)
    visit.declined_reason = why
    kept.left(work.session, visit)
    work.changed(Change.CUSTOMERS)


def no_show(work: UnitOfWork, visit: Visit) -> None:
    """The appointment passed and nobody came."""
    if visit.status is VisitStatus.BOOKED and visit.booked_for and visit.booked_for > work.now:
        at = local(visit.booked_for, work.desk.clock)
        raise UserError("intake.not_missed_yet", at=f"{at:%Y-%m-%d %H:%M}")
    _go(work, visit, VisitStatus.NO_SHOW, "visit.no_show")


def expect_again(work: UnitOfWork, visit: Visit) -> None:
    """It was marked as missed by mistake: the appointment stands as before."""
    _go(work, visit, VisitStatus.BOOKED, "visit.expect_again")


def _go(work: UnitOfWork, visit: Visit, to: VisitStatus, action: str, **detail: object) -> None:
    check_step(visit.status, to)
    before = visit.status.value
    visit.status = to
    work.audit(action, "visit", visit.id, number=visit.number, before=before, **detail)
    work.changed(Change.VISITS)
