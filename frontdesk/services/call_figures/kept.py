"""Summary reports and lists of incentives from preparing to approval; the paper is the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib import import_module
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, defer

from frontdesk.clock import local
from frontdesk.errors import Conflict, EnvironmentFault, NotFound
from frontdesk.language import Language
from frontdesk.models.complaint_after import PeriodReport
from frontdesk.models.enums import Comparison, Department
from frontdesk.models.staff import StaffMember
from frontdesk.reports.inputs.call_summary import CallSummaryForm, IncentiveForm
from frontdesk.services.call_figures.dto import KeptReport
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.printed import PrintedForm

SUMMARY, INCENTIVES = "callbacks", "incentives"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a report is filled with and the module that sets it."""

    form: type[Any]
    module: str
    name: str

    @property
    def render(self) -> Callable[[Any, Language], bytes]:
        made: Callable[[Any, Language], bytes] = import_module(self.module).render
        return made


KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        SUMMARY: _Kind(CallSummaryForm, "frontdesk.reports.callback_summary", "callback-summary"),
        INCENTIVES: _Kind(IncentiveForm, "frontdesk.reports.incentive_list", "incentives"),
    }
)


def file_name(kind: str, first: date, last: date, ending: str = "pdf") -> str:
    """``callback-summary-20261001-20261031.pdf``."""
    return f"{KINDS[kind].name}-{first:%Y%m%d}-{last:%Y%m%d}.{ending}"


def listed(session: Session) -> tuple[KeptReport, ...]:
    """All that were prepared and approved, the newest period first."""
    prepared, approved = aliased(StaffMember), aliased(StaffMember)
    rows = session.execute(
        select(PeriodReport, prepared.name, approved.name)
        .options(defer(PeriodReport.pdf), defer(PeriodReport.figures))
        .join(prepared, prepared.id == PeriodReport.prepared_by)
        .outerjoin(approved, approved.id == PeriodReport.approved_by)
        .where(PeriodReport.kind.in_(KINDS))
        .order_by(PeriodReport.last.desc(), PeriodReport.first, PeriodReport.prepared_at.desc())
    )
    return tuple(
        KeptReport(
            id=report.id,
            version=report.version,
            kind=report.kind,
            first=report.first,
            last=report.last,
            language=Language(report.language),
            prepared_at=report.prepared_at,
            prepared_by=preparer,
            approved_at=report.approved_at,
            approved_by=approver,
        )
        for report, preparer, approver in rows
    )


def prepare(
    work: UnitOfWork,
    kind: str,
    form: CallSummaryForm | IncentiveForm,
    language: Language,
    scope: Department | None = None,
) -> str:
    """Keep what the paper is filled with; one not yet approved is replaced. The report's id."""
    first, last = form.first_day, form.last_day
    report = work.session.scalar(
        select(PeriodReport).where(
            PeriodReport.kind == kind,
            PeriodReport.first == first,
            PeriodReport.last == last,
            PeriodReport.approved_at.is_(None),
        )
    )
    if report is None:
        report = PeriodReport(kind=kind, first=first, last=last, scope=scope)
        work.session.add(report)
    form = replace(form, prepared_at=local(work.now, work.desk.clock))
    report.compared = Comparison.NONE
    report.language = language.value
    report.measures = getattr(form, "conclusions", "")
    report.prepared_at = work.now
    report.prepared_by = work.desk.actor.id
    report.figures = TypeAdapter(KINDS[kind].form).dump_json(form).decode()
    work.session.flush()
    _note(work, "prepare", report)
    work.changed(Change.REPORTS)
    return report.id


def approve(work: UnitOfWork, report_id: str, version: int) -> None:
    """Put the approver's name under what was prepared, and keep the paper."""
    report = _report(work.session, report_id)
    if report.version != version or report.approved_at is not None:
        raise Conflict("record.changed_meanwhile")
    at = local(work.now, work.desk.clock)
    form = replace(_form(report), approved_by=work.desk.actor.name, approved_at=at)
    report.approved_at = work.now
    report.approved_by = work.desk.actor.id
    report.pdf = KINDS[report.kind].render(form, Language(report.language))
    report.sha256 = sha256(report.pdf).digest()
    _note(work, "approve", report, sha256=report.sha256.hex())
    work.changed(Change.REPORTS)


def paper(work: UnitOfWork, report_id: str) -> PrintedForm:
    """The approved paper byte for byte; of one that is not, the form as prepared."""
    report = _report(work.session, report_id)
    pdf = report.pdf
    if pdf is None:
        pdf = KINDS[report.kind].render(_form(report), Language(report.language))
    elif sha256(pdf).digest() != report.sha256:
        raise EnvironmentFault("store.damaged")
    _note(work, "reprint", report)
    return PrintedForm(pdf, file_name(report.kind, report.first, report.last))


def _note(work: UnitOfWork, verb: str, report: PeriodReport, **detail: object) -> None:
    subject = "call_incentives" if report.kind == INCENTIVES else "call_summary"
    days = {"first": report.first, "last": report.last}
    work.audit(f"{subject}.{verb}", "call_figures", report.id, **days, **detail)


def _report(session: Session, report_id: str) -> PeriodReport:
    found = session.get(PeriodReport, report_id)
    if found is None or found.kind not in KINDS:
        raise NotFound("statistics.no_report")
    return found


def _form(report: PeriodReport) -> Any:
    return TypeAdapter(KINDS[report.kind].form).validate_json(report.figures)
