"""Calls that come in: the file of a new caller, the note or the ticket, what is carried over."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors, NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.customer import Customer, CustomerNote
from frontdesk.models.enums import ComplaintLevel, CustomerSource, IncomingKind, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.models.values import names
from frontdesk.models.values.ids import new_id
from frontdesk.models.values.text import LINE_LIMIT, NOTE_LIMIT
from frontdesk.services.complaints.forms import INCOMING_FORM
from frontdesk.services.complaints.incoming import (
    CALLER_NAME,
    CALLER_PHONE,
    IncomingCall,
    NewCaller,
)
from frontdesk.services.complaints.incoming_heard import Ending, ending, heard, note_of, sheets
from frontdesk.services.scripts import Progress, QuestionKind, answer, position, shipped_script
from tests.services.complaints.loop import Loop

_LATE = "交车晚了两小时，没人告诉我"


def _through(kind: IncomingKind, *said: str) -> Progress:
    """The call answered by keys of choices and by words, as its script asks."""
    script, progress = shipped_script(kind), Progress()
    for each in said:
        step = position(script, progress).ask
        assert step is not None
        if step.question is QuestionKind.TEXT:
            progress = answer(script, progress, text=each)
        else:
            progress = answer(script, progress, choice=each)
    return progress


def _content() -> IncomingCall:
    progress = _through(IncomingKind.SUGGESTION, "休息区放几把高椅子", "", "", "content")
    return IncomingCall(IncomingKind.SUGGESTION, progress)


def _notes(loop: Loop, customer_id: str) -> list[str]:
    with loop.people[Role.CS_MANAGER].desk.read() as session:
        found = select(CustomerNote.text).where(CustomerNote.customer_id == customer_id)
        return list(session.scalars(found.order_by(CustomerNote.id)))


def _acts(loop: Loop) -> list[str]:
    with loop.people[Role.CS_MANAGER].desk.read() as session:
        return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)))


def _count(loop: Loop) -> int:
    with loop.people[Role.CS_MANAGER].desk.read() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def test_a_suggestion_ends_as_a_signed_note_that_says_its_kind(
    loop: Loop, clock: FixedClock
) -> None:
    specialist = loop.people[Role.CS_SPECIALIST]
    specialist.incoming.keep_note(loop.customer, _content(), Language.ZH_CN)
    assert _notes(loop, loop.customer) == [
        "来电 · 建议\n建议内容：休息区放几把高椅子\n是否满意：可以，就这样"
    ]
    with specialist.desk.read() as session:
        note = session.scalars(select(CustomerNote)).one()
    assert (note.written_at, note.written_by) == (clock.now(), specialist.desk.actor.id)
    assert specialist.complaints.numbers() == ()
    assert _acts(loop)[-2:] == ["customer.note", "incoming.note"]


def test_a_note_told_twice_is_kept_once(loop: Loop) -> None:
    service, note_id = loop.people[Role.CS_SPECIALIST].incoming, new_id()
    for _ in range(2):
        service.keep_note(loop.customer, _content(), Language.EN, note_id=note_id)
    assert len(_notes(loop, loop.customer)) == 1
    assert _acts(loop).count("incoming.note") == 1


def test_who_is_not_content_gets_no_note(loop: Loop) -> None:
    service = loop.people[Role.CS_SPECIALIST].incoming
    said = (_LATE, "", "", "more", "waiting", "no", "")
    for upto in range(len(said) + 1):
        call = IncomingCall(
            IncomingKind.SUGGESTION, _through(IncomingKind.SUGGESTION, *said[:upto])
        )
        with pytest.raises(UserError) as refused:
            service.keep_note(loop.customer, call, Language.EN)
        assert refused.value.code == "incoming.not_content"
    assert _notes(loop, loop.customer) == []


def test_a_suggestion_that_becomes_a_complaint_carries_everything_said() -> None:
    script = shipped_script(IncomingKind.SUGGESTION)
    progress = _through(
        IncomingKind.SUGGESTION, _LATE, "上周三", "提前打电话", "more", "waiting", "yes", "道歉"
    )
    assert ending(script, progress) is Ending.TICKET
    found = heard(script, progress)
    assert (found.words, found.remedy, found.category) == (_LATE, "提前打电话\n道歉", "waiting")
    assert found.level is ComplaintLevel.GRUMBLE_NORMAL
    assert found.safety
    assert found.facts == {"why": "上周三"}


def test_finding_the_facts_fills_the_seven_questions() -> None:
    script = shipped_script(IncomingKind.COMPLAINT)
    said = ("异响", "前轮", "早上", "高速", "我", "嗡嗡", "三百", "product", "no", "修好", "right")
    found = heard(script, _through(IncomingKind.COMPLAINT, *said))
    assert (found.words, found.remedy, found.category) == ("异响", "修好", "product_quality")
    assert not found.safety
    assert found.facts == {
        "what_happens": "前轮",
        "when_happens": "早上",
        "where_happens": "高速",
        "who_drives": "我",
        "how_shown": "嗡嗡",
        "how_much": "三百",
    }


def test_what_is_too_long_for_a_line_stands_whole_among_the_words() -> None:
    long = "一" * (LINE_LIMIT + 1)
    found = heard(
        shipped_script(IncomingKind.COMPLAINT), _through(IncomingKind.COMPLAINT, "异响", long)
    )
    assert found.words == f"异响\n{long}"
    assert len(found.facts["what_happens"]) <= LINE_LIMIT


def test_a_new_caller_gets_a_small_file_with_the_ticket_or_not_at_all(loop: Loop) -> None:
    desk, before = loop.people[Role.SALES_CONSULTANT], _count(loop)
    customer = new_id()
    given = loop.given(customer_id=customer, vehicle_id=None, visit_id=None)
    call = IncomingCall(IncomingKind.COMPLAINT, _through(IncomingKind.COMPLAINT, "异响"))
    with pytest.raises(InputErrors) as refused:
        desk.incoming.register(given, call, NewCaller(" ", "12"))
    assert {fault.field for fault in refused.value.errors} == {"caller_name", "caller_phone"}
    with pytest.raises(InputErrors):
        desk.incoming.register(
            loop.given(customer_id=customer, visit_id=None, words=""),
            call,
            NewCaller("赵六", "139 0000 1111"),
        )
    assert _count(loop) == before
    caller = NewCaller("赵六", "139 0000 1111")
    ticket = desk.incoming.register(given, call, caller)
    assert desk.incoming.register(given, call, caller) == ticket
    assert _count(loop) == before + 1
    with desk.desk.read() as session:
        made = session.get_one(Customer, customer)
        assert (made.name, made.source, made.phones[0].number) == (
            "赵六",
            CustomerSource.PHONE,
            "13900001111",
        )
        told = session.scalar(
            select(AuditEntry.detail).where(AuditEntry.action == "incoming.register").limit(1)
        )
    assert json.loads(told or "")["script"] == "incoming_complaint@1"
    found = desk.search.find("赵六").hits
    assert [hit.customer_id for hit in found] == [customer]
    assert loop.open(ticket).customer == "赵六"


def test_a_note_makes_the_file_of_a_new_caller_too(loop: Loop) -> None:
    desk, customer = loop.people[Role.CS_SPECIALIST], new_id()
    desk.incoming.keep_note(customer, _content(), Language.EN, NewCaller("孙七", "13900002222"))
    assert _notes(loop, customer)[0].startswith("Incoming call · Suggestion\n")


def test_what_a_call_begins_with(loop: Loop) -> None:
    service = loop.people[Role.CS_SPECIALIST].incoming
    known = service.begin(loop.customer)
    assert (known.start.customer, len(known.start.cars)) == ("王芳", 1)
    assert known.values[Language.ZH_CN]["dealership"] == "远航汽车服务"
    new = service.begin_new(NewCaller("赵六", ""), "made-here")
    assert (new.start.customer_id, new.start.cars) == ("made-here", ())
    assert [each.name for each in new.start.colleagues] == [
        each.name for each in known.start.colleagues
    ]
    with pytest.raises(NotFound):
        service.begin("gone")


@pytest.mark.parametrize(
    ("caller", "code", "field"),
    [
        (NewCaller("赵" * (names.LIMIT + 1), ""), "value.too_long", CALLER_NAME),
        (NewCaller(" ", "13900001111"), "name.missing", CALLER_NAME),
        (NewCaller("赵六", "1390000111100001111"), "phone.mobile_length", CALLER_PHONE),
    ],
)
def test_a_caller_no_file_could_be_made_of_is_refused_at_once(
    loop: Loop, caller: NewCaller, code: str, field: str
) -> None:
    service = loop.people[Role.CS_SPECIALIST].incoming
    with pytest.raises(UserError) as refused:
        service.begin_new(caller, "made-here")
    assert (refused.value.code, refused.value.field) == (code, field)
    longest = NewCaller("赵" * names.LIMIT, "")
    assert service.begin_new(longest, "made-here").start.customer == longest.name


def test_keeping_either_takes_the_draft_away(loop: Loop) -> None:
    desk = loop.people[Role.CS_SPECIALIST]
    desk.drafts.keep(INCOMING_FORM, loop.customer, {"words": "写到一半"})
    desk.incoming.keep_note(loop.customer, _content(), Language.EN)
    assert desk.drafts.offered(INCOMING_FORM, loop.customer) is None
    desk.drafts.keep(INCOMING_FORM, loop.customer, {"words": "写到一半"})
    desk.incoming.register(loop.given(), None)
    assert desk.drafts.offered(INCOMING_FORM, loop.customer) is None


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.integers(1, 50))
def test_sheets_lose_nothing(note: str, most: int) -> None:
    parts = sheets(note, most)
    assert all(len(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(note.split())


def _any_way(data: st.DataObject, kind: IncomingKind) -> Progress:
    script, progress = shipped_script(kind), Progress()
    words = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
    while (step := position(script, progress).ask) is not None:
        if step.question is QuestionKind.TEXT:
            said = data.draw(words)
            try:
                progress = answer(script, progress, text=said)
            except UserError:  # nothing of it could be kept
                progress = answer(script, progress, text="话")
        else:
            keys = [option.key for option in step.answers]
            progress = answer(script, progress, choice=data.draw(st.sampled_from(keys)))
    return progress


@given(st.data(), st.sampled_from(IncomingKind), st.sampled_from(Language))
def test_whatever_is_said_stands_on_the_ticket_and_in_the_note(
    data: st.DataObject, kind: IncomingKind, language: Language
) -> None:
    script = shipped_script(kind)
    progress = _any_way(data, kind)
    found, note = heard(script, progress), note_of(kind, script, progress, language)
    everything = " ".join((found.words, found.remedy, *found.facts.values())).split()
    for passed in position(script, progress).passed:
        for word in passed.words.split():
            assert word in note
            assert word in everything or any(word in part for part in everything)
    assert ending(script, progress) is not Ending.OPEN
    assert all(len(sheet) <= NOTE_LIMIT for sheet in sheets(note))
