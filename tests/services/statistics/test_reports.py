"""A period's report: prepared by one, approved by the general manager, never changed again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, Conflict, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_after import PeriodReport
from frontdesk.models.enums import Comparison, ComplaintStep, Department, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.complaints.loop import Loop

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
_AT = datetime(2026, 10, 5, 2, tzinfo=UTC)


@pytest.fixture
def manager(make: Make) -> Services:
    """The CS manager, who prepares."""
    return make.services(Role.CS_MANAGER, name="客服主管乙")


@pytest.fixture
def general(make: Make) -> Services:
    """The general manager, who approves, with the password typed."""
    services = make.services(Role.GENERAL_MANAGER, name="总经理丙")
    services.desk.confirmation.give()
    return services


def _words(pdf: bytes) -> str:
    return "".join("".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def _actions(desk: Desk) -> list[str]:
    with desk.read() as session:
        rows = session.query(AuditEntry).filter_by(subject="statistics")
        return [entry.action for entry in rows.order_by(AuditEntry.sequence)]


def test_what_was_approved_is_reprinted_byte_for_byte(
    desk: Desk, make: Make, manager: Services, general: Services, clock: FixedClock
) -> None:
    ticket = make.complaint(registered_at=_AT, category="price.high")
    report_id = manager.statistics.prepare(
        FIRST, LAST, Language.ZH_CN, Comparison.BEFORE, "修后必试车"
    )
    [waiting] = general.statistics.reports()
    assert (waiting.id, waiting.prepared_by, waiting.approved_by) == (
        report_id,
        "客服主管乙",
        None,
    )
    clock.move(timedelta(hours=1))
    general.desk.confirmation.give()
    general.statistics.approve(report_id, waiting.version)
    first = manager.statistics.print_report(report_id).pdf
    for part in ("顾客投诉分类统计表", "修后必试车", "按2026-11-0511:00总经理丙批准存档"):
        assert part in _words(first)

    with desk.write() as work:
        work.session.execute(
            update(Complaint).where(Complaint.id == ticket).values(category="delivery.papers")
        )
    make.complaint(registered_at=_AT)
    manager.statistics.keep_measures(FIRST, LAST, "另写")
    clock.move(timedelta(days=400))

    assert manager.statistics.print_report(report_id).pdf == first
    [approved] = manager.statistics.reports()
    assert (approved.approved_by, approved.compared) == ("总经理丙", Comparison.BEFORE)
    assert _actions(desk) == [
        "statistics.measures",
        "statistics.prepare",
        "statistics.approve",
        "statistics.reprint",
        "statistics.measures",
        "statistics.reprint",
    ]


def test_figures_stay_as_prepared_until_prepared_anew(
    make: Make, manager: Services, general: Services
) -> None:
    report_id = manager.statistics.prepare(FIRST, LAST, Language.EN)
    make.complaint(registered_at=_AT, category="price.high")
    assert "Nocomplaintsinthisperiod" in _words(manager.statistics.print_report(report_id).pdf)
    [seen] = general.statistics.reports()

    assert manager.statistics.prepare(FIRST, LAST, Language.EN) == report_id

    assert "Priceandfees" in _words(manager.statistics.print_report(report_id).pdf)
    with pytest.raises(Conflict):
        general.statistics.approve(report_id, seen.version)


def test_after_an_approval_another_report_stands_beside_it(
    manager: Services, general: Services
) -> None:
    first = manager.statistics.prepare(FIRST, LAST, Language.ZH_CN)
    general.statistics.approve(first, 1)
    second = manager.statistics.prepare(FIRST, LAST, Language.ZH_CN)
    assert second != first
    general.desk.confirmation.give()
    with pytest.raises(Conflict):
        general.statistics.approve(first, general.statistics.reports()[1].version)
    assert {report.id for report in general.statistics.reports()} == {first, second}


def test_the_store_itself_refuses_changes(desk: Desk, manager: Services, general: Services) -> None:
    report_id = manager.statistics.prepare(FIRST, LAST, Language.ZH_CN)
    general.statistics.approve(report_id, 1)
    for statement in (
        update(PeriodReport).values(pdf=b"%PDF other"),
        update(PeriodReport).values(measures="other"),
        delete(PeriodReport),
    ):
        with pytest.raises(IntegrityError, match="approved report"), desk.write() as work:
            work.session.execute(statement)


def test_what_changed_since_is_told_and_listed(loop: Loop, desk: Desk, clock: FixedClock) -> None:
    changed, untouched = loop.register(), loop.register()
    day = desk.today
    manager = loop.people[Role.CS_MANAGER].statistics
    report_id = manager.prepare(day, day, Language.ZH_CN)
    assert manager.reports()[0].changed == 0
    # A clock set back hides nothing.
    clock.move(timedelta(minutes=-30))
    loop.take(changed, ComplaintStep.JUDGED)
    late = loop.register()
    assert manager.reports()[0].changed == 2
    assert set(manager.changed_since(report_id)) == {changed, late}
    assert untouched not in manager.changed_since(report_id)


def test_only_the_general_manager_approves_and_types_the_password(
    make: Make, manager: Services
) -> None:
    report_id = manager.statistics.prepare(FIRST, LAST, Language.ZH_CN)
    for role in set(Role) - {Role.GENERAL_MANAGER}:
        other = make.services(role)
        other.desk.confirmation.give()
        with pytest.raises(PermissionDenied):
            other.statistics.approve(report_id, 1)
    with pytest.raises(ConfirmationNeeded):
        make.services(Role.GENERAL_MANAGER).statistics.approve(report_id, 1)


def test_a_departments_manager_has_reports_of_the_own_department(
    make: Make, manager: Services
) -> None:
    service = make.services(Role.SERVICE_MANAGER).statistics
    house = manager.statistics.prepare(FIRST, LAST, Language.ZH_CN)
    own = service.prepare(FIRST, LAST, Language.ZH_CN)
    assert own != house
    assert [(report.id, report.scope) for report in service.reports()] == [
        (own, Department.SERVICE)
    ]
    with pytest.raises(NotFound):
        service.print_report(house)
    assert {report.id for report in manager.statistics.reports()} == {own, house}
    assert "仅售后部" in _words(service.print_report(own).pdf)


def test_a_period_that_is_not_over_cannot_be_prepared(manager: Services, desk: Desk) -> None:
    with pytest.raises(UserError, match="still_running"):
        manager.statistics.prepare(FIRST, desk.today + timedelta(days=1), Language.ZH_CN)
    assert manager.statistics.prepare(FIRST, desk.today, Language.ZH_CN)
