"""Figures of calls: what fell due, what was said, each with its n and the calls behind it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, Conflict, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.call_outcomes import UNASKED
from frontdesk.models.callback import CallAnswer, CallAttempt
from frontdesk.models.complaint_after import PeriodReport
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    Department,
    Role,
    Satisfaction,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.services.call_figures.dto import By, Cell, Measure
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from tests.factories import Make

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
_SAID = {
    "condition": "fine",
    "papers": "complete",
    "satisfied": "satisfied",
    "suggestion": "周末多开一个工位",
}


class Calls:
    """Makes calls of October by a caller about an advisor's or consultant's customers."""

    def __init__(self, make: Make, clock: FixedClock) -> None:
        self.make, self._clock = make, clock
        self.caller = make.staff(Role.CS_SPECIALIST, name="李丽")
        self.consultant = make.staff(Role.SALES_CONSULTANT, name="赵敏")

    def done(self, day: int = 10, *, late: int = 0, by: Actor | None = None, **fields: Any) -> str:
        """A finished call whose last day is ``day``; ``late`` days past it."""
        who = by or self.caller
        begun = datetime(2026, 10, day, 15, tzinfo=self._clock.zone()) + timedelta(days=late)
        ended = begun + timedelta(seconds=fields.pop("seconds", 120))
        answers: dict[str, str] = fields.pop("answers", {})
        outcome = fields.pop("outcome", CallOutcome.REACHED)
        values: dict[str, Any] = {
            "kind": CallbackKind.AFTER_SERVICE,
            "due_from": date(2026, 10, day) - timedelta(days=2),
            "due_until": date(2026, 10, day),
            "status": CallbackStatus.DONE,
            "satisfaction": Satisfaction.SATISFIED,
            "closed_at": ended,
            "closed_on": ended.date(),
            "closed_by": who.id,
            "assigned_to": who.id,
            "served_by": self.consultant.id,
        } | fields
        values["attempts"] = [
            CallAttempt(position=1, started_at=begun, ended_at=ended, by=who.id, outcome=outcome)
        ]
        values["answers"] = [
            CallAnswer(position=at, step=step, value=value)
            for at, (step, value) in enumerate(answers.items(), 1)
        ]
        return self.make.callback(**values)

    def scored(self, score: int, **fields: Any) -> str:
        """A finished new-car call."""
        return self.done(kind=CallbackKind.NEW_CAR, score=score, **fields)


@pytest.fixture
def calls(make: Make, clock: FixedClock) -> Calls:
    return Calls(make, clock)


@pytest.fixture
def manager(make: Make) -> Services:
    """The CS manager, who prepares, with the password typed."""
    services = make.services(Role.CS_MANAGER, name="客服主管乙")
    services.desk.confirmation.give()
    return services


@pytest.fixture
def general(make: Make) -> Services:
    """The general manager, who approves."""
    services = make.services(Role.GENERAL_MANAGER, name="总经理丙")
    services.desk.confirmation.give()
    return services


def _words(pdf: bytes) -> str:
    return "".join("".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def _acts(desk: Desk) -> list[str]:
    with desk.read() as session:
        rows = session.query(AuditEntry).filter_by(subject="call_figures")
        return [entry.action for entry in rows.order_by(AuditEntry.sequence)]


def test_due_calls_and_what_became_of_them(calls: Calls, manager: Services) -> None:
    calls.done()
    calls.done(late=1)
    calls.make.callback(due_from=date(2026, 10, 20))
    tried = CallAttempt(
        position=1,
        started_at=calls.make.desk.now,
        ended_at=calls.make.desk.now,
        by=calls.caller.id,
        outcome=CallOutcome.NO_ANSWER,
    )
    calls.make.callback(
        due_from=date(2026, 10, 20), status=CallbackStatus.UNREACHED, attempts=[tried]
    )
    # Nobody owes it any more, nobody tried it; and one of the month after.
    calls.make.callback(due_from=date(2026, 10, 20), status=CallbackStatus.WITHDRAWN)
    calls.make.callback(due_from=date(2026, 11, 1))
    total = manager.call_figures.summary(FIRST, LAST).total
    assert (total.due, total.done, total.in_time, total.reached) == (4, 2, 1, 2)


@pytest.mark.parametrize("outcome", sorted(UNASKED))
def test_a_call_whose_car_is_sold_is_done_but_nothing_was_told_in_it(
    calls: Calls, manager: Services, outcome: CallOutcome
) -> None:
    calls.done()
    sold = calls.done(satisfaction=None, outcome=outcome)
    figures = manager.call_figures.summary(FIRST, LAST)
    total = figures.total
    assert (total.due, total.done, total.in_time, total.reached) == (2, 2, 2, 2)
    assert (total.told, total.rated, total.satisfied, total.scored) == (1, 1, 1, 0)
    for measure, holds in ((Measure.TOLD, False), (Measure.DONE, True)):
        rows = manager.call_figures.behind(FIRST, LAST, Cell(By.TOTAL, "", measure))
        assert (sold in [row.id for row in rows]) is holds


def test_words_are_of_calls_finished_in_the_period(calls: Calls, manager: Services) -> None:
    calls.done(31, late=3)
    calls.done(satisfaction=Satisfaction.AVERAGE)
    calls.done(satisfaction=None)
    total = manager.call_figures.summary(FIRST, LAST).total
    assert (total.due, total.told, total.rated, total.average) == (3, 2, 1, 1)


def test_lines_by_kind_caller_advisor_and_month_add_up(calls: Calls, manager: Services) -> None:
    other = calls.make.staff(Role.CS_SPECIALIST, name="周洁")
    calls.scored(100)
    calls.scored(90, by=other)
    calls.done(served_by=None)
    found = manager.call_figures.summary(FIRST, LAST)
    by_kind = {line.key: line.told for line in found.kinds}
    assert by_kind == {CallbackKind.NEW_CAR: 2, CallbackKind.AFTER_SERVICE: 1}
    assert {found.people[line.key]: line.told for line in found.callers} == {"李丽": 2, "周洁": 1}
    assert [(found.people[line.key], line.score) for line in found.served] == [("赵敏", 95.0)]
    assert [(line.key, line.told) for line in found.months] == [("2026-10", 3)]
    assert found.total.score == 95.0
    assert found.total.scored == 2


def test_each_number_opens_as_many_calls(calls: Calls, manager: Services) -> None:
    calls.scored(100)
    calls.done(late=2, satisfaction=Satisfaction.DISSATISFIED)
    calls.make.callback(due_from=date(2026, 10, 20))
    figures = manager.call_figures
    found = figures.summary(FIRST, LAST)
    for by in By:
        for line in found.lines(by):
            for measure in Measure:
                rows = figures.behind(FIRST, LAST, Cell(by, line.key, measure))
                assert len(rows) == getattr(line, measure.value), (by, line.key, measure)


def test_answers_are_counted_by_question_and_troubles_stand_out(
    calls: Calls, manager: Services
) -> None:
    calls.done(answers=_SAID, suggestion="周末多开一个工位")
    calls.done(answers=_SAID | {"condition": "not_fixed"})
    calls.done(
        answers={
            "condition": "not_fixed",
            "satisfied": "dissatisfied",
            "words": "空调还是不凉",
        },
        satisfaction=Satisfaction.DISSATISFIED,
    )
    found = manager.call_figures.summary(FIRST, LAST)
    condition = next(each for each in found.questions if each.title.zh == "修后车况")
    assert condition.n == 3
    assert {each.name.zh: each.count for each in condition.answers if each.count} == {
        "一切正常": 1,
        "老问题没解决": 2,
    }
    [(question, answer)] = found.aspects()
    assert (question.title.zh, answer.name.zh, answer.count) == ("修后车况", "老问题没解决", 2)
    assert [each.words for each in found.said] == ["空调还是不凉", "周末多开一个工位"]


def test_a_scale_has_its_mean(calls: Calls, manager: Services) -> None:
    calls.scored(100, answers={"mark": "10"})
    calls.scored(70, answers={"mark": "7"})
    found = manager.call_figures.summary(FIRST, LAST)
    [mark] = [each for each in found.questions if each.mean is not None]
    assert (mark.n, mark.mean) == (2, 8.5)


def test_a_department_sees_its_own_kinds_and_no_flags(calls: Calls, make: Make) -> None:
    calls.scored(100)
    calls.done()
    sales = make.services(Role.SALES_MANAGER).call_figures
    found = sales.summary(FIRST, LAST)
    assert (found.scope, found.total.told, found.flags) == (Department.SALES, 1, ())
    assert len(sales.behind(FIRST, LAST, Cell(By.TOTAL, "", Measure.TOLD))) == 1
    with pytest.raises(PermissionDenied):
        sales.reports()


def test_gamed_looking_scores_are_flagged_with_their_calls(calls: Calls, manager: Services) -> None:
    other = calls.make.staff(Role.CS_SPECIALIST, name="周洁")
    for _ in range(10):
        calls.scored(100)
        calls.scored(80, by=other)
    figures = manager.call_figures
    [flag] = figures.summary(FIRST, LAST).flags
    rows = figures.calls(flag.calls)
    assert {row.caller for row in rows} == {"李丽"}
    assert len(rows) == flag.n == 10
    assert "李丽：10通评分全部为100分，其他人同类回访平均80.0分" in _words(
        figures.print_summary(FIRST, LAST, Language.ZH_CN).pdf
    )


def test_incentives_name_everyone_concerned_with_n(calls: Calls, manager: Services) -> None:
    calls.scored(100)
    calls.scored(94)
    found = manager.call_figures.incentives(FIRST)
    told = {(line.name, line.role): (line.n, line.score, line.yuan) for line in found}
    assert told[("赵敏", Role.SALES_CONSULTANT)] == (2, 97.0, 50)
    assert told[("李丽", Role.CS_SPECIALIST)] == (2, 97.0, 0)
    assert told[("客服主管乙", Role.CS_MANAGER)] == (2, 97.0, 0)


def test_an_approved_list_is_reprinted_byte_for_byte(
    calls: Calls, manager: Services, general: Services, desk: Desk, clock: FixedClock
) -> None:
    calls.scored(70)
    report_id = manager.call_figures.prepare_incentives(LAST, Language.ZH_CN)
    [waiting] = general.call_figures.reports()
    assert (waiting.kind, waiting.prepared_by) == ("incentives", "客服主管乙")
    with pytest.raises(PermissionDenied):
        manager.call_figures.approve(report_id, waiting.version)
    general.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        general.call_figures.approve(report_id, waiting.version)
    general.desk.confirmation.give()
    general.call_figures.approve(report_id, waiting.version)
    first = manager.call_figures.print_report(report_id).pdf
    for part in ("回访满意度奖惩清单", "赵敏", "−50", "总经理丙批准存档"):
        assert part in _words(first)
    calls.scored(100)
    clock.move(timedelta(days=400))
    assert manager.call_figures.print_report(report_id).pdf == first
    general.desk.confirmation.give()
    with pytest.raises(Conflict):
        general.call_figures.approve(report_id, waiting.version)
    again = manager.call_figures.prepare_incentives(FIRST, Language.EN)
    assert again != report_id
    assert _acts(desk)[:3] == [
        "call_incentives.prepare",
        "call_incentives.approve",
        "call_incentives.reprint",
    ]


def test_a_summary_is_kept_with_its_conclusions(
    calls: Calls, manager: Services, general: Services, desk: Desk
) -> None:
    calls.done()
    report_id = manager.call_figures.prepare_summary(FIRST, LAST, Language.ZH_CN, "先打电话再交车")
    assert manager.call_figures.prepare_summary(FIRST, LAST, Language.ZH_CN) == report_id
    [waiting] = general.call_figures.reports()
    general.call_figures.approve(report_id, waiting.version)
    manager.call_figures.keep_conclusions(FIRST, LAST, "另写")
    assert "先打电话再交车" in _words(general.call_figures.print_report(report_id).pdf)
    with desk.read() as session:
        [kept] = session.query(PeriodReport).all()
    assert (kept.kind, kept.measures) == ("callbacks", "先打电话再交车")
    with pytest.raises(UserError):
        general.statistics.print_report(report_id)


def test_conclusions_written_meanwhile_are_not_overwritten(manager: Services) -> None:
    figures = manager.call_figures
    figures.keep_conclusions(FIRST, LAST, "一")
    with pytest.raises(Conflict):
        figures.keep_conclusions(FIRST, LAST, "二", seen="")
    figures.keep_conclusions(FIRST, LAST, "二", seen="一")
    assert figures.summary(FIRST, LAST).conclusions == "二"
    figures.keep_conclusions(FIRST, LAST, "", seen="二")
    assert figures.summary(FIRST, LAST).conclusions == ""


def test_no_report_of_a_period_that_still_runs(manager: Services) -> None:
    with pytest.raises(UserError) as refused:
        manager.call_figures.prepare_incentives(date(2026, 11, 5), Language.EN)
    assert refused.value.code == "call_figures.still_running"
    with pytest.raises(UserError):
        manager.call_figures.summary(LAST, FIRST)


def test_the_workbook_holds_numbers_and_never_a_formula(
    calls: Calls, manager: Services, desk: Desk
) -> None:
    calls.done(answers=_SAID, suggestion="=1+1")
    book = manager.call_figures.export(FIRST, LAST, Language.EN)
    assert book.count == 1
    sheets = load_workbook(BytesIO(book.content))
    kinds = sheets["Kind of call"]
    assert [cell.value for cell in kinds[2]][:3] == ["After service", 1, 1]
    words = sheets["In their words"]
    assert (words["H2"].value, words["H2"].data_type, words["H2"].quotePrefix) == (
        "=1+1",
        "s",
        True,
    )
    assert _acts(desk) == ["call_summary.export"]


def test_records_of_a_call_of_a_day_and_blank(calls: Calls, manager: Services, desk: Desk) -> None:
    made = calls.done(answers=_SAID, suggestion="周末多开一个工位")
    figures = manager.call_figures
    [row] = figures.behind(FIRST, LAST, Cell(By.TOTAL, "", Measure.TOLD))
    record = figures.print_record(row.number, Language.ZH_CN)
    assert record.file_name == f"{row.number}.pdf"
    for part in ("回访记录表", row.number, "■一切正常", "2分00秒", "周末多开一个工位", "139****"):
        assert part in _words(record.pdf)
    assert "打印第2份" in _words(figures.print_record(made, Language.ZH_CN).pdf)
    day = _words(figures.print_day(date(2026, 10, 10), Language.EN).pdf)
    assert "2026-10-10,attemptsn=1,1reached" in day
    blank = _words(figures.print_blank(CallbackKind.AFTER_SERVICE, Language.EN).pdf)
    assert "□Allright" in blank
    assert "■" not in blank
    assert _acts(desk) == [
        "callback.print",
        "callback.print",
        "callback.print_day",
        "callback.print_blank",
    ]


def test_who_makes_calls_prints_the_own_ones_of_a_day(calls: Calls, make: Make) -> None:
    other = make.services(Role.CS_SPECIALIST, name="周洁")
    calls.done()
    assert "n=0" in _words(other.call_figures.print_day(date(2026, 10, 10), Language.EN).pdf)


def test_the_call_sheet_has_the_numbers_in_full_and_is_noted(
    calls: Calls, make: Make, manager: Services, desk: Desk
) -> None:
    today = desk.today
    customer = make.customer("张伟", phones=["13800138000"])
    make.callback(customer, due_from=today, assigned_to=calls.caller.id)
    make.callback(due_from=today + timedelta(days=1))
    text = _words(manager.call_figures.print_call_sheet(today, Language.ZH_CN).pdf)
    for part in ("回访拨打单", "李丽", "张伟", "13800138000", "□满意"):
        assert part in text
    with desk.read() as session:
        entry = session.query(AuditEntry).filter_by(action="callback.print_sheet").one()
    assert '"count": 1' in entry.detail
    mine = make.services(Role.CS_SPECIALIST, name="周洁")
    assert "13800138000" not in _words(mine.call_figures.print_call_sheet(today, Language.EN).pdf)
    with pytest.raises(UserError):
        mine.call_figures.print_call_sheet(today - timedelta(days=1), Language.EN)


def test_calls_to_be_entered_from_paper_and_who_may_have_made_them(
    calls: Calls, make: Make, manager: Services
) -> None:
    make.callback(due_from=make.desk.today)
    [waiting] = manager.call_figures.paper_calls()
    assert waiting.kind is CallbackKind.AFTER_SERVICE
    callers = {one.name: one.kinds for one in manager.call_figures.paper_callers()}
    assert CallbackKind.AFTER_SERVICE in callers["李丽"]
    assert CallbackKind.AFTER_SERVICE not in callers["赵敏"]
