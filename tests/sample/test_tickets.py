"""The tickets of the sample: as the desk would have kept them; each opens and prints."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from frontdesk.language import Language
from frontdesk.models import complaint_steps
from frontdesk.models.all import Complaint, Visit
from frontdesk.models.complaint_clocks import STRIP
from frontdesk.models.enums import ClockColour, ComplaintState, ComplaintStep
from frontdesk.sample.staff import ACCOUNTS, PASSWORD
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.complaints.dto import ComplaintFilter, Ticket
from frontdesk.services.complaints.rights import PERMISSIONS
from frontdesk.services.permissions import granted
from frontdesk.services.registry import Services


@pytest.fixture(scope="session")
def tickets(sample: Services) -> tuple[Ticket, ...]:
    """Every ticket, opened."""
    return tuple(sample.complaints.open(number) for number in sample.complaints.numbers())


def test_there_is_a_ticket_at_every_step_and_past_ones(tickets: tuple[Ticket, ...]) -> None:
    assert {ticket.state for ticket in tickets} == set(ComplaintState)


def test_a_ticket_s_strip_and_clocks_make_sense(
    tickets: tuple[Ticket, ...], sample: Services
) -> None:
    for ticket in tickets:
        # Telling the customer stands beside the way: one told late was judged before.
        done = [
            step
            for step in ticket.strip
            if step.actual is not None and step.step is not ComplaintStep.ACKNOWLEDGED
        ]
        assert done[0].step is ComplaintStep.REGISTERED
        assert [step.step for step in ticket.strip] == [
            step for step in STRIP if step in {each.step for each in ticket.strip}
        ]
        for before, after in pairwise(done):
            assert before.actual is not None
            assert after.actual is not None
            assert before.actual <= after.actual <= sample.desk.now, ticket.number
        loop = ticket.clocks.loop
        assert loop.limit == timedelta(hours=sample.desk.rules.complaint_hours)
        filed = ticket.state in (ComplaintState.FILED, ComplaintState.TO_FILE)
        assert (loop.ended is not None) == filed, ticket.number
        if ticket.state is ComplaintState.TO_RETURN:
            assert ticket.clocks.handling is not None


def test_a_ticket_waits_for_the_step_after_its_last(tickets: tuple[Ticket, ...]) -> None:
    for ticket in tickets:
        state = ComplaintState.TO_JUDGE
        known: dict[str, str] = {}
        for entry in ticket.entries[1:]:
            said = {part.name: _text(part.value) for part in entry.parts}
            known |= {"valid": said["valid"]} if "valid" in said else {}
            state = complaint_steps.next_state(state, entry.step, said | known)
        assert state is ticket.state, ticket.number


def _text(value: object) -> str:
    if isinstance(value, bool):
        return complaint_steps.YES if value else complaint_steps.NO
    return str(value)


def test_every_step_says_what_it_has_to(tickets: tuple[Ticket, ...]) -> None:
    for ticket in tickets:
        for entry in ticket.entries[1:]:
            said = {part.name: _text(part.value) for part in entry.parts}
            assert complaint_steps.missing(entry.step, said) == (), (ticket.number, entry.step)


def test_a_registration_says_what_the_desk_would_have_kept(tickets: tuple[Ticket, ...]) -> None:
    for ticket in tickets:
        said = {part.name: part.value for part in ticket.entries[0].parts}
        assert said["channel"] is ticket.channel
        assert said["category"]
        assert said["words"] == ticket.words
        assert said["remedy"] == ticket.remedy
        assert said["complainant"] == ticket.complainant
        assert said["safety"] is False
        assert said["level"]


def test_each_step_was_taken_by_who_may(tickets: tuple[Ticket, ...], sample: Services) -> None:
    roles = {account.id: account.roles for account in sample.accounts.list()}
    with sample.desk.read() as session:
        served = select(Complaint.id, Visit.advisor_id).join(Visit, Visit.id == Complaint.visit_id)
        advisors = {row.id: row.advisor_id for row in session.execute(served)}
    for ticket in tickets:
        for entry in ticket.entries:
            assert PERMISSIONS[entry.step] in granted(roles[entry.by_id]), (
                ticket.number,
                entry.step,
            )
            if entry.step in complaint_steps.IMPARTIAL:
                assert entry.by_id != advisors.get(ticket.id), (ticket.number, entry.step)


def test_the_next_step_of_every_open_ticket_is_somebody_s(
    tickets: tuple[Ticket, ...], sample: Services
) -> None:
    people = [change_person(sample, account.login, PASSWORD) for account in ACCOUNTS]
    for ticket in tickets:
        if ticket.state is not ComplaintState.FILED:
            takers = [
                person.desk.actor.login
                for person in people
                if any(
                    step.refusal is None for step in person.complaints.open(ticket.id).main_steps
                )
            ]
            assert takers, ticket.number


@pytest.mark.parametrize("language", list(Language))
def test_a_ticket_of_each_state_prints(
    tickets: tuple[Ticket, ...], sample: Services, language: Language
) -> None:
    for state in ComplaintState:
        ticket = next(each for each in tickets if each.state is state)
        form = sample.complaints.print_form(ticket.id, language)
        assert form.pdf.startswith(b"%PDF")


def test_some_clock_runs_and_some_is_over(sample: Services) -> None:
    rows = sample.complaints.list(ComplaintFilter(open=True))
    colours = {row.clock.colour(sample.desk.now, sample.desk.rules.amber_percent) for row in rows}
    assert {ClockColour.OK, ClockColour.OVER} <= colours
