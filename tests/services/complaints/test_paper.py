"""The complaint registration form: everything said is on it, every copy is counted."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
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


def test_hostile_words_are_printed_as_they_are(loop: Loop) -> None:
    hostile = '<b>粗</b><img src="file:///etc/passwd"/>&amp;{x}%s'
    ticket_id = loop.register(words=hostile, remedy=hostile, complainant=hostile)
    words = _words(loop.people[Role.CS_MANAGER].complaints.print_form(ticket_id, Language.ZH_CN))
    assert "".join(hostile.split()) in words
