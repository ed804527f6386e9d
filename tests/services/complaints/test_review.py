"""The month's review: which tickets, what of them, and the paper of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import ActionKind, ActionState, Department, PenaltyPart, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.complaints.after_dto import NewAction, NewPenalty
from frontdesk.services.registry import Services
from tests.reports.reading import pages
from tests.services.complaints.loop import Loop, State

NOVEMBER = date(2026, 11, 20)


def _action(loop: Loop, words: str, due_on: date) -> NewAction:
    return NewAction(ActionKind.PREVENTIVE, words, loop.handler.desk.actor.id, due_on)


def test_a_line_says_all_that_management_asks(loop: Loop, cs: Services, clock: FixedClock) -> None:
    ticket = loop.at(State.FILED)
    today = cs.desk.today
    done = cs.after.add_action(ticket, _action(loop, "写入标准", today))
    cs.after.end_action(done, True, "已写入", 1)
    cs.after.add_action(ticket, _action(loop, "每周抽查", today + timedelta(days=3)))
    cs.after.add_action(ticket, _action(loop, "培训", today + timedelta(days=9)))
    cs.after.set_penalty(ticket, NewPenalty("李师傅", PenaltyPart.DIRECT, Decimal("200.50")))
    gone = cs.after.set_penalty(ticket, NewPenalty("王师傅", PenaltyPart.SECONDARY, Decimal(50)))
    cs.after.withdraw_penalty(gone, "责任改判")
    loop.register()  # the same customer again
    clock.move(timedelta(days=5))
    first, second = cs.after.review(NOVEMBER).lines
    assert (first.responsible, first.cause) == ("李师傅", "未清洗管路\n未试车")
    assert (first.lesson, first.cost) == ("修后必须试车确认", Decimal("380.50"))
    assert [(each.person, each.amount) for each in first.penalties] == [
        ("李师傅", Decimal("200.50"))
    ]
    assert dict(first.actions) == {
        ActionState.DONE: 1,
        ActionState.LATE: 1,
        ActionState.OPEN: 1,
    }
    assert (first.repeated_by, second.repeats) == (1, first.number)


def test_a_month_is_the_desks_own(loop: Loop, cs: Services, clock: FixedClock) -> None:
    # 1 December 00:30 at the desk is still November in UTC.
    clock.move(timedelta(days=25, hours=14, minutes=30))
    december = loop.register()
    assert [line.id for line in cs.after.review(date(2026, 12, 31)).lines] == [december]
    assert cs.after.review(NOVEMBER).lines == ()


def test_open_actions_of_earlier_months_are_carried_over(
    loop: Loop, cs: Services, clock: FixedClock
) -> None:
    ticket = loop.at(State.TO_FOLLOW_UP)
    cs.after.add_action(ticket, _action(loop, "每周抽查", date(2026, 11, 19)))
    clock.move(timedelta(days=30))
    found = cs.after.review(date(2026, 12, 1))
    assert [(each.words, each.late) for each in found.carried] == [("每周抽查", True)]
    assert cs.after.review(NOVEMBER).carried == ()


def test_a_departments_manager_sees_the_own_departments(loop: Loop) -> None:
    ticket = loop.at(State.TO_FOLLOW_UP)
    loop.register()
    service = loop.people[Role.SERVICE_MANAGER].after.review(NOVEMBER)
    assert (service.scope, [line.id for line in service.lines]) == (Department.SERVICE, [ticket])
    assert loop.people[Role.SALES_MANAGER].after.review(NOVEMBER).lines == ()
    assert len(loop.people[Role.GENERAL_MANAGER].after.review(NOVEMBER).lines) == 2


@pytest.mark.parametrize("language", Language)
def test_the_paper_says_what_the_list_says(loop: Loop, cs: Services, language: Language) -> None:
    ticket = loop.at(State.FILED)
    cs.after.set_penalty(ticket, NewPenalty("李师傅", PenaltyPart.DIRECT, Decimal("1200.50")))
    cs.after.add_action(ticket, _action(loop, "每周抽查", cs.desk.today))
    form = cs.after.print_review(NOVEMBER, language)
    assert form.file_name == "complaint-review-2026-11.pdf"
    text = "".join(pages(form.pdf))
    title = {Language.ZH_CN: "投诉月度评审表", Language.EN: "MonthlyComplaintReviewList"}
    assert title[language] in text
    for told in (loop.open(ticket).number, "李师傅", "1,200.50", "380.50", "修后必须试车确认"):
        assert told in text


def test_each_copy_is_counted_and_noted(cs: Services) -> None:
    for _ in range(2):
        cs.after.print_review(NOVEMBER, Language.ZH_CN)
    cs.after.print_review(date(2026, 12, 1), Language.ZH_CN)
    with cs.desk.read() as session:
        entries = session.query(AuditEntry).filter_by(action="complaint.review_print")
        told = [(entry.subject_id, entry.detail) for entry in entries]
    assert [about for about, _ in told] == ["2026-11:", "2026-11:", "2026-12:"]
    assert ['"copy": 1' in detail for _, detail in told] == [True, False, True]
