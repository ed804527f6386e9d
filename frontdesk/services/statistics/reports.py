"""The report of a period from preparing to approval; the paper approved is the record (§5.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, distinct, func, select
from sqlalchemy.orm import Session, aliased, defer

from frontdesk.clock import local
from frontdesk.errors import Conflict, EnvironmentFault, NotFound
from frontdesk.language import Language
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_after import PeriodReport
from frontdesk.models.enums import ComplaintStep, Department
from frontdesk.models.journal import AuditEntry
from frontdesk.models.staff import StaffMember
from frontdesk.reports.inputs.statistics import StatisticsForm
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.printed import PrintedForm
from frontdesk.services.statistics.dto import ComplaintStatistics, Report
from frontdesk.services.statistics.periods import period

_KIND = "complaints"
_ENTRIES = ("complaint.register", *(f"complaint.{step}" for step in ComplaintStep))
"""Acts that add an entry to a ticket; to look at one or to print it changes no figure."""


def file_name(first: date, last: date, kind: str = "pdf") -> str:
    """``complaints-20261001-20261031.pdf``."""
    return f"complaints-{first:%Y%m%d}-{last:%Y%m%d}.{kind}"


def listed(desk: Desk, session: Session, scope: Department | None) -> tuple[Report, ...]:
    """All reports within ``scope``, the newest period first."""
    prepared, approved = aliased(StaffMember), aliased(StaffMember)
    rows = session.execute(
        select(PeriodReport, prepared.name, approved.name)
        .options(defer(PeriodReport.pdf), defer(PeriodReport.figures))
        .join(prepared, prepared.id == PeriodReport.prepared_by)
        .outerjoin(approved, approved.id == PeriodReport.approved_by)
        .where(PeriodReport.kind == _KIND, *_within(scope))
        .order_by(PeriodReport.last.desc(), PeriodReport.first, PeriodReport.prepared_at.desc())
    )
    return tuple(
        Report(
            id=report.id,
            version=report.version,
            first=report.first,
            last=report.last,
            scope=report.scope,
            compared=report.compared,
            language=Language(report.language),
            prepared_at=report.prepared_at,
            prepared_by=preparer,
            approved_at=report.approved_at,
            approved_by=approver,
            changed=_count_changed(desk, session, report),
        )
        for report, preparer, approver in rows
    )


def prepare(work: UnitOfWork, found: ComplaintStatistics, language: Language) -> str:
    """Keep what the form is filled with; its id."""
    from frontdesk.services.statistics.paper import form_of

    at = local(work.now, work.desk.clock)
    form = replace(form_of(work.desk, found, language, 0, at), prepared_at=at)
    scope = (
        PeriodReport.scope.is_(None) if found.scope is None else (PeriodReport.scope == found.scope)
    )
    report = work.session.scalar(
        select(PeriodReport).where(
            PeriodReport.kind == _KIND,
            PeriodReport.first == found.first,
            PeriodReport.last == found.last,
            PeriodReport.approved_at.is_(None),
            scope,
        )
    )
    if report is None:
        report = PeriodReport(kind=_KIND, first=found.first, last=found.last, scope=found.scope)
        work.session.add(report)
    report.compared = found.compared
    report.language = language.value
    report.measures = found.measures
    report.prepared_at = work.now
    report.prepared_by = work.desk.actor.id
    report.figures = TypeAdapter(StatisticsForm).dump_json(form).decode()
    work.session.flush()
    days = {"first": report.first, "last": report.last}
    work.audit("statistics.prepare", "statistics", report.id, count=found.total.count, **days)
    work.changed(Change.REPORTS)
    return report.id


def approve(work: UnitOfWork, report_id: str, version: int) -> None:
    """Put the approver's name under what was prepared, and keep the paper."""
    from frontdesk.reports import statistics_form

    report = _report(work.session, report_id, None)
    if report.version != version or report.approved_at is not None:
        raise Conflict("record.changed_meanwhile")
    at = local(work.now, work.desk.clock)
    form = replace(_form(report), approved_by=work.desk.actor.name, approved_at=at)
    report.approved_at = work.now
    report.approved_by = work.desk.actor.id
    report.pdf = statistics_form.render(form, Language(report.language))
    report.sha256 = sha256(report.pdf).digest()
    days = {"first": report.first, "last": report.last}
    work.audit("statistics.approve", "statistics", report.id, sha256=report.sha256.hex(), **days)
    work.changed(Change.REPORTS)


def paper(work: UnitOfWork, report_id: str, scope: Department | None) -> PrintedForm:
    """The approved paper byte for byte; of one that is not, the form as prepared."""
    from frontdesk.reports import statistics_form

    report = _report(work.session, report_id, scope)
    pdf = report.pdf
    if pdf is None:
        pdf = statistics_form.render(_form(report), Language(report.language))
    elif sha256(pdf).digest() != report.sha256:
        raise EnvironmentFault("store.damaged")
    days = {"first": report.first, "last": report.last}
    work.audit("statistics.reprint", "statistics", report.id, **days)
    return PrintedForm(pdf, file_name(report.first, report.last))


def changed(
    desk: Desk, session: Session, report_id: str, scope: Department | None
) -> tuple[str, ...]:
    """Complaints of the report's period with a new entry since it was prepared, newest first."""
    report = _report(session, report_id, scope)
    return tuple(
        session.scalars(
            select(Complaint.id)
            .where(Complaint.id.in_(select(AuditEntry.subject_id).where(*_since(desk, report))))
            .order_by(Complaint.registered_at.desc())
        )
    )


def _count_changed(desk: Desk, session: Session, report: PeriodReport) -> int:
    counted = select(func.count(distinct(AuditEntry.subject_id))).where(*_since(desk, report))
    return session.scalar(counted) or 0


def _since(desk: Desk, report: PeriodReport) -> list[ColumnElement[bool]]:
    """Entries of the trail that changed a ticket of the period since ``report`` was prepared.

    By their number, never by time: a clock set back hides nothing.
    """
    days = period(report.first, report.last, desk.clock)
    mark = (
        select(func.max(AuditEntry.sequence))
        .where(AuditEntry.subject == "statistics", AuditEntry.subject_id == report.id)
        .where(AuditEntry.action == "statistics.prepare")
        .scalar_subquery()
    )
    tickets = select(Complaint.id).where(
        Complaint.registered_at >= days.start, Complaint.registered_at < days.end
    )
    if report.scope is not None:
        tickets = tickets.where(Complaint.department == report.scope)
    return [
        AuditEntry.sequence > mark,
        AuditEntry.subject == "complaint",
        AuditEntry.action.in_(_ENTRIES),
        AuditEntry.subject_id.in_(tickets),
    ]


def _report(session: Session, report_id: str, scope: Department | None) -> PeriodReport:
    found = session.get(PeriodReport, report_id)
    if found is None or found.kind != _KIND or (scope is not None and found.scope is not scope):
        raise NotFound("statistics.no_report")
    return found


def _within(scope: Department | None) -> list[ColumnElement[bool]]:
    return [] if scope is None else [PeriodReport.scope == scope]


def _form(report: PeriodReport) -> StatisticsForm:
    return TypeAdapter(StatisticsForm).validate_json(report.figures)
