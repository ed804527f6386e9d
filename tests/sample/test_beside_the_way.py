"""The sample as people are shown it: pauses, stand-ins, evidence, actions, penalties."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.models.all import (
    AuditEntry,
    Callback,
    CallList,
    CallListMember,
    Complaint,
    ComplaintAction,
    ComplaintEntry,
    ComplaintPenalty,
    Customer,
)
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.enums import (
    AttachmentKind,
    CallbackKind,
    ComplaintState,
    ComplaintStep,
    PenaltyPart,
)
from frontdesk.sample.dealership import build_sample
from frontdesk.services.callbacks import listing
from frontdesk.services.callbacks.list_dto import Criteria
from frontdesk.services.complaints.dto import Ticket
from frontdesk.services.evidence.signed import has_signed_sheet
from frontdesk.services.registry import Services
from frontdesk.store import seals
from frontdesk.store.check import check
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder

_CS_MANAGERS = {ComplaintStep.OPINION, ComplaintStep.FOLLOWED_UP}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, hour: FixedClock) -> Iterator[Services]:
    """The dealership people are shown: as large as it is by default."""
    services = build_sample(DataFolder(tmp_path_factory.mktemp("whole") / "店"), hour)
    yield services
    services.desk.store.close()


@pytest.fixture(scope="session")
def many(house: Services) -> tuple[Ticket, ...]:
    """Every ticket of it, opened."""
    return tuple(house.complaints.open(number) for number in house.complaints.numbers())


def test_columns_say_what_the_entries_say(many: tuple[Ticket, ...], house: Services) -> None:
    with house.desk.read() as session:
        for ticket in many:
            kept = session.get_one(Complaint, ticket.id)
            loop, handling = ticket.clocks.loop, ticket.clocks.handling
            assert (kept.due_at, kept.signed_off_at) == (loop.due, loop.ended), ticket.number
            assert kept.paused_at == loop.standing_since, ticket.number
            assert kept.paused_seconds == round(loop.moved_by.total_seconds()), ticket.number
            assert kept.return_due_at == (handling.due if handling else None), ticket.number
            returned = [e for e in ticket.entries if e.step is ComplaintStep.RETURNED]
            people = [p.value for e in returned for p in e.parts if p.name == "direct_person"]
            assert kept.responsible == (people[-1] if people else None), ticket.number


def test_some_wait_and_some_have_waited(many: tuple[Ticket, ...], house: Services) -> None:
    now = house.desk.now
    assert [ticket.paused.reason for ticket in many if ticket.paused is not None]
    ended = [ticket.clocks.loop for ticket in many if ticket.clocks.loop.ended is not None]
    waited = [loop for loop in ended if loop.paused(now)]
    assert waited
    assert any(loop.in_time and not loop.in_time_with_pauses for loop in waited)


def test_most_were_told_in_time_and_some_late(many: tuple[Ticket, ...]) -> None:
    told = [ticket.clocks.acknowledgement.in_time for ticket in many]
    assert told.count(True) > told.count(False) > 0
    assert None in told


def test_the_general_manager_stands_in_for_the_only_cs_manager(many: tuple[Ticket, ...]) -> None:
    assert any(ticket.stand_in == ("冯建华", "韩总") for ticket in many)
    ours = {ticket.number: ticket for ticket in many if ticket.about == "郑岚"}
    assert ours
    for number, ticket in ours.items():
        for entry in ticket.entries:
            stood_in = any(part.name == "stand_in_for" for part in entry.parts)
            assert stood_in is (entry.step in _CS_MANAGERS), (number, entry.step)


def test_filed_ones_have_their_sheet_or_say_why_not(
    many: tuple[Ticket, ...], house: Services
) -> None:
    with_sheet = 0
    with house.desk.read() as session:
        for ticket in many:
            if ticket.state is ComplaintState.FILED:
                signed = has_signed_sheet(session, ticket.id)
                said = any(p.name == "no_sheet" for p in ticket.entries[-1].parts)
                assert said is not signed, ticket.number
                with_sheet += signed
    assert with_sheet


def test_the_evidence_is_what_it_says(many: tuple[Ticket, ...], house: Services) -> None:
    kinds = set()
    for ticket in many:
        for evidence in house.evidence.list("complaint", ticket.id):
            kinds.add(evidence.kind)
            content = house.evidence.content(evidence.id)
            assert content.startswith(b"\x89PNG"), ticket.number
            assert len(content) == evidence.size, ticket.number
            assert ticket.registered_at < evidence.added_at <= house.desk.now, ticket.number
    assert kinds == {AttachmentKind.PHOTO, AttachmentKind.SIGNED_SHEET}


def test_actions_are_open_late_and_done_and_penalties_are_set(house: Services) -> None:
    with house.desk.read() as session:
        actions = session.scalars(select(ComplaintAction)).all()
        penalties = session.scalars(select(ComplaintPenalty)).all()
    today_ = house.desk.today
    late = [each for each in actions if each.ended_at is None and each.due_on < today_]
    ahead = [each for each in actions if each.ended_at is None and each.due_on >= today_]
    done = [each for each in actions if each.done]
    assert late
    assert ahead
    assert done
    assert {each.part for each in penalties} == {PenaltyPart.DIRECT, PenaltyPart.DEPARTMENT_HEAD}
    moments = [each.set_at for each in actions] + [each.set_at for each in penalties]
    assert max(moments) <= house.desk.now


def test_the_trail_of_the_sample_is_sealed(house: Services) -> None:
    store = house.desk.store
    with closing(connect(store.folder.database, store.key)) as connection:
        assert seals.verify(connection, store.key) == []


def test_each_entry_of_a_ticket_stands_in_the_trail_too(
    many: tuple[Ticket, ...], house: Services
) -> None:
    """A proof pack shows who did what and when, as after two years of work."""
    with house.desk.read() as session:
        trail = session.execute(
            select(AuditEntry.at, AuditEntry.staff_id, AuditEntry.action, AuditEntry.subject_id)
            .where(AuditEntry.subject == "complaint")
            .order_by(AuditEntry.sequence)
        ).all()
        written = session.execute(
            select(
                ComplaintEntry.at,
                ComplaintEntry.by,
                ComplaintEntry.step,
                ComplaintEntry.complaint_id,
            )
        ).all()
    acts = {"registered": "register"}
    steps = [
        (at, by, f"complaint.{acts.get(step.value, step.value)}", ticket)
        for at, by, step, ticket in written
    ]
    assert len(steps) > 9 * len(many) / 2
    entered: Counter[tuple[object, ...]] = Counter(tuple(each) for each in trail)
    assert [each for each in steps if not entered[each]] == []
    beside = Counter(action for _, _, action, _ in trail)
    assert {"evidence.add", "complaint.action_set", "complaint.penalty_set"} <= beside.keys()
    moments = [at for at, *_ in trail]
    assert moments == sorted(moments)
    assert moments[-1] <= house.desk.now


def test_the_trail_of_the_sample_is_sound_and_no_clock_was_set_back(house: Services) -> None:
    store = house.desk.store
    assert check(store.folder, store.key) == []
    with house.desk.read() as session:
        acts = set(session.scalars(select(AuditEntry.action)))
    assert seals.BACKWARD not in acts
    assert store.head is not None


def test_every_kind_of_call_is_owed_and_shown_in_the_queue(house: Services) -> None:
    house.callbacks.derive()
    with house.desk.read() as session:
        owed = Counter(
            session.scalars(select(Callback.kind).where(Callback.status.in_(OPEN_STATUSES)))
        )
    assert set(owed) == set(CallbackKind) - {CallbackKind.SPOT_CHECK}
    lists = house.call_lists.lists()
    assert {each.kind for each in lists} == {
        CallbackKind.LOST_CUSTOMER,
        CallbackKind.SPECIAL_PERIOD,
    }
    for each in lists:
        assert each.members == each.open == owed[each.kind] >= 3
        assert each.made_by == "郑岚"


def test_a_list_holds_whom_it_would_hold_if_it_were_made_now(house: Services) -> None:
    with house.desk.read() as session:
        for made in session.scalars(select(CallList)):
            told = json.loads(made.criteria)
            days = {
                name: date.fromisoformat(told[name])
                for name in ("lost_in", "visited_from")
                if name in told
            }
            asked = Criteria(**told | days)
            fitting = listing.fitting(session, made.kind, asked, house.desk)
            wanted = select(Customer.id).where(Customer.do_not_call.is_(False), *fitting)
            held = select(CallListMember.customer_id).where(CallListMember.call_list_id == made.id)
            assert set(session.scalars(wanted)) == set(session.scalars(held))
