"""The complaint registration form: everything said is on it, every copy is counted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from frontdesk.language import Language
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.enums import ActionKind, PenaltyPart, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.reports import complaint_form
from frontdesk.services.complaints import tickets
from frontdesk.services.complaints.beside import read_beside
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.paper import form_of
from frontdesk.services.printed import PrintedForm
from tests.services.complaints.loop import Loop, State, Step


def _words(form: PrintedForm) -> str:
    pages = PdfReader(BytesIO(form.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("language", Language)
def test_everything_said_is_on_the_paper(loop: Loop, language: Language) -> None:
    ticket_id = loop.at(State.TO_FOLLOW_UP)
    loop.take(ticket_id, Step.ACKNOWLEDGED)
    loop.take(ticket_id, Step.FOLLOWED_UP, satisfaction="average", further_routes="厂家热线")
    loop.take(ticket_id, Step.OPINION, words="第二轮意见")
    loop.take(ticket_id, Step.ADDED)
    form = loop.people[Role.CS_MANAGER].complaints.print_form("C-2026-000001", language)
    assert form.file_name == "C-2026-000001.pdf"
    words = _words(form)
    for said in (
        "C-2026-000001", "空调修了两次还是不凉", "要求免费修好", "13800138000", "粤B12345",
        "电话", "第二轮意见", "免费返修，致歉并赠保养一次", "处理人", "膨胀阀堵塞", "未清洗管路",
        "李师傅", "更换膨胀阀", "修后必试车", "380.50", "厂家热线", "顾客再次来电询问",
    ):  # fmt: skip
        assert said in words, said


def test_an_invalid_complaint_shows_its_explanation_and_who_confirmed(loop: Loop) -> None:
    ticket_id = loop.register()
    loop.take(ticket_id, Step.JUDGED, valid=False, explained="属正常现象", reaction="顾客理解")
    loop.take(ticket_id, Step.OPINION, words="确认不成立")
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    assert "属正常现象" in words
    assert "顾客理解" in words
    assert "cs_manager" in words


def test_copies_are_counted_and_logged_and_stand_in_nobodys_way(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    seen = loop.open(ticket_id).version
    manager = loop.people[Role.CS_MANAGER].complaints
    first, second = (manager.print_form(ticket_id, Language.ZH_CN) for _ in range(2))
    assert "打印第1份" in _words(first)
    assert "打印第2份" in _words(second)
    assert loop.open(ticket_id).prints == 2
    assert manager.take(ticket_id, Step.OPINION, loop.said(Step.OPINION), seen) is State.TO_APPROVE
    with loop.make.desk.read() as session:
        prints = session.query(AuditEntry).filter_by(action="complaint.print").count()
    assert prints == 2


def test_nothing_said_is_lost_when_it_was_sent_back_and_said_anew(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_APPROVE)
    loop.take(ticket_id, Step.SENT_BACK, words="第一次退回理由")
    form = loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN)
    assert "□同意■退回第一次退回理由" in _words(form)
    loop.take(ticket_id, Step.OPINION, words="改过的意见")
    form = loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN)
    words = _words(form)
    assert "□同意□退回" in words
    assert "第一次退回理由" in words
    loop.take(ticket_id, Step.APPROVED, words="这次同意")
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    for said in (
        "■同意□退回这次同意",
        "第一次退回理由",
        "改过的意见",
        "免费返修，致歉并赠保养一次",
    ):
        assert said in words, said


def test_a_second_round_has_empty_boxes_and_the_first_stands_below(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_FOLLOW_UP)
    loop.take(ticket_id, Step.FOLLOWED_UP, satisfaction="dissatisfied", further_routes="厂家热线")
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    assert "现持有人客服经理第2轮" in words
    assert "□同意□退回" in words
    assert "返单第1轮" in words
    assert "膨胀阀堵塞" in words
    assert "回访第1轮" in words


def test_pauses_are_printed_with_reason_and_the_hours_with_and_without(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    loop.take(ticket_id, Step.PAUSED)
    loop.clock.move(timedelta(hours=3))
    manager = loop.people[Role.CS_MANAGER].complaints
    words = _words(manager.print_form(ticket_id, Language.ZH_CN))
    assert "2026-11-0514:00–至今等待配件：等待膨胀阀到货（cs_manager）" in words
    loop.take(ticket_id, Step.RESUMED, words="配件已到")
    loop.clock.move(timedelta(hours=1))
    words = _words(manager.print_form(ticket_id, Language.ZH_CN))
    assert "2026-11-0514:00–2026-11-0517:00" in words
    assert "等待膨胀阀到货→配件已到" in words
    assert "用时5小时00分含暂停8小时00分" in words
    assert "暂停合计3小时00分" in words


def test_who_stood_in_is_named_with_whose_place_it_was(loop: Loop) -> None:
    manager = loop.people[Role.CS_MANAGER]
    ticket_id = loop.register(about_staff_id=manager.desk.actor.id)
    loop.take(ticket_id, Step.JUDGED)
    boss = loop.people[Role.GENERAL_MANAGER]
    before = _words(boss.complaints.print_form(ticket_id, Language.ZH_CN))
    assert re.search("现持有人[^代]*general_manager[^代]*（代客服经理）", before)
    assert "涉及人员cs_manager" in before
    loop.take(ticket_id, Step.OPINION, boss, words="由总经理代写")
    assert "general_manager（代客服经理）" in _words(
        boss.complaints.print_form(ticket_id, Language.ZH_CN)
    )
    english = _words(boss.complaints.print_form(ticket_id, Language.EN))
    assert "general_manager(forCSmanager)" in english


def test_repeats_stand_on_both_sheets(loop: Loop) -> None:
    first, second = loop.register(), loop.register()
    manager = loop.people[Role.CS_MANAGER].complaints
    assert "再次投诉C-2026-000002" in _words(manager.print_form(first, Language.ZH_CN))
    assert "重复投诉C-2026-000001" in _words(manager.print_form(second, Language.ZH_CN))


def test_what_is_not_valid_passes_over_the_steps_it_does_not_take(loop: Loop) -> None:
    ticket_id = loop.register()
    loop.take(ticket_id, Step.JUDGED, valid=False, explained="属正常现象", reaction="顾客理解")
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    assert words.count("投诉不成立，不经此步骤。") == 3


def test_penalties_actions_and_attachments_are_on_the_sheet(loop: Loop) -> None:
    ticket_id = loop.at(State.FILED)
    boss = loop.people[Role.GENERAL_MANAGER].desk.actor.id
    now = loop.clock.now()
    with loop.make.desk.write() as work:
        work.session.add(
            ComplaintPenalty(
                complaint_id=ticket_id,
                staff_id=None,
                person="李师傅",
                part=PenaltyPart.DIRECT,
                amount_fen=12_345,
                words="返工不计工时",
                set_at=now,
                set_by=boss,
            )
        )
        work.session.add(
            ComplaintAction(
                complaint_id=ticket_id,
                kind=ActionKind.PREVENTIVE,
                words="修后试车列入质检表",
                owner_id=boss,
                due_on=date(2026, 11, 20),
                set_at=now,
                set_by=boss,
            )
        )
    form = loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN)
    words = _words(form)
    for said in (
        "李师傅直接责任人123.45元返工不计工时",
        "修后试车列入质检表",
        "2026-11-20前",
        "进行中",
        "附件数0",
        "无签字单原因顾客在外地",
    ):
        assert said in words, said


def test_the_same_ticket_prints_the_same_bytes_but_for_count_and_time(loop: Loop) -> None:
    """So that window and command line, which both ask this service, cannot differ."""
    ticket_id = loop.at(State.FILED)
    manager = loop.people[Role.CS_MANAGER]
    forms = []
    for copy in (1, 1):
        with manager.desk.read() as session:
            found = tickets.find(session, ticket_id)
            ticket = tickets.open_ticket(manager.desk, session, found)
            beside = read_beside(session, found.id, lambda at: at.date())
            tree = load_categories(session)
        form = form_of(manager.desk, ticket, beside, tree, Language.ZH_CN, copy)
        forms.append(complaint_form.render(form, Language.ZH_CN))
    assert forms[0] == forms[1]
    assert manager.complaints.print_form(ticket_id, Language.ZH_CN).pdf == forms[0]


def test_hostile_words_are_printed_as_they_are(loop: Loop) -> None:
    hostile = '<b>粗</b><img src="file:///etc/passwd"/>&amp;{x}%s'
    ticket_id = loop.register(words=hostile, remedy=hostile, complainant=hostile)
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    assert "".join(hostile.split()) in words
