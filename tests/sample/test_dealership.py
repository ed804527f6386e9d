"""The sample dealership: the same for the same seed and day, and every record of it opens."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, func, select

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models import complaint_steps
from frontdesk.models.all import (
    Base,
    CallAttempt,
    Callback,
    Complaint,
    ComplaintEntry,
    Customer,
    Vehicle,
    Visit,
)
from frontdesk.models.callback_rules import OPEN_STATUSES, may_make
from frontdesk.models.complaint_clocks import STRIP
from frontdesk.models.enums import ClockColour, ComplaintState, ComplaintStep, Role, VisitStatus
from frontdesk.models.values import identity, phone, plate, vin
from frontdesk.sample.dealership import build_sample
from frontdesk.sample.staff import ACCOUNTS, PASSWORD
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.complaints.dto import ComplaintFilter, Ticket
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder

CUSTOMERS = 60
_FROM_THE_FOUNDING = {"staff_member", "staff_role", "setting", "audit_entry"}
"""Not from the seed: the accounts' ids are made when they are opened, the trail says when."""


@pytest.fixture(scope="module")
def hour() -> FixedClock:
    """A Thursday at noon in China."""
    from datetime import datetime, timezone

    zone = timezone(timedelta(hours=8))
    return FixedClock(datetime(2026, 11, 5, 12, tzinfo=zone), zone)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, hour: FixedClock) -> Iterator[Services]:
    """A sample dealership with the administrator and general manager signed in."""
    folder = DataFolder(tmp_path_factory.mktemp("sample") / "店")
    services = build_sample(folder, hour, customers=CUSTOMERS)
    yield services
    services.desk.store.close()


@pytest.fixture(scope="module")
def tickets(sample: Services) -> tuple[Ticket, ...]:
    """Every ticket, opened."""
    return tuple(sample.complaints.open(number) for number in sample.complaints.numbers())


# the same again -------------------------------------------------------------------------


def test_the_same_seed_and_day_give_the_same_dealership(tmp_path: Path, hour: FixedClock) -> None:
    first, second, other = (
        _prints(tmp_path / name, hour, seed) for name, seed in (("a", 7), ("b", 7), ("c", 8))
    )

    assert first == second
    assert {name for name in first if first[name] != other[name]} >= {"customer", "visit"}


def _prints(folder: Path, clock: FixedClock, seed: int) -> dict[str, str]:
    """One hash for each table; staff by login name instead of by their id."""
    services = build_sample(DataFolder(folder), clock, customers=30, seed=seed)
    logins = {account.id: account.login for account in services.accounts.list()}
    found: dict[str, str] = {}
    with services.desk.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in _FROM_THE_FOUNDING:
                rows = sorted(_row(row, logins) for row in session.execute(select(table)))
                found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    services.desk.store.close()
    return found


def _row(row: Row[Any], logins: dict[str, str]) -> str:
    text = repr(row._mapping)
    for account_id, login in logins.items():
        text = text.replace(account_id, login)
    return text


def test_a_build_of_any_size_tells_how_far_it_is(tmp_path: Path, hour: FixedClock) -> None:
    told: list[tuple[int, int]] = []
    services = build_sample(
        DataFolder(tmp_path / "d"), hour, customers=1, progress=lambda *each: told.append(each)
    )
    services.desk.store.close()

    assert told == [(1, 1)]


@pytest.mark.parametrize("at", [1, 8, 13, 23])
def test_whatever_the_hour_nothing_has_happened_that_lies_ahead(
    tmp_path: Path, hour: FixedClock, at: int
) -> None:
    now = hour.now().replace(hour=at)
    services = build_sample(DataFolder(tmp_path / "d"), FixedClock(now, hour.zone()), customers=30)
    with services.desk.read() as session:
        for column in (
            *(Visit.opened_at, Visit.arrived_at, Visit.agreed_at, Visit.ready_at),
            *(Visit.handed_over_at, Callback.closed_at, Complaint.registered_at),
            *(CallAttempt.ended_at, ComplaintEntry.at, Customer.created_at),
        ):
            last = session.scalar(select(func.max(column)))
            assert last is None or last <= now, column
    services.desk.store.close()


def test_numbers_are_given_in_the_order_of_time(sample: Services) -> None:
    with sample.desk.read() as session:
        for number, moment in (
            (Visit.number, Visit.opened_at),
            (Callback.number, Callback.created_at),
            (Complaint.number, Complaint.registered_at),
            (Customer.number, Customer.created_at),
        ):
            moments = session.scalars(select(moment).order_by(number)).all()
            assert moments == sorted(moments), number


def test_a_file_is_older_than_what_stands_in_it(sample: Services) -> None:
    with sample.desk.read() as session:
        early = session.scalars(
            select(Customer.number)
            .join(Visit, Visit.customer_id == Customer.id)
            .where(Visit.opened_at < Customer.created_at)
        ).all()
    assert early == []


# people ---------------------------------------------------------------------------------


@pytest.mark.parametrize("login", [account.login for account in ACCOUNTS])
def test_every_account_signs_in_with_its_roles(sample: Services, login: str) -> None:
    account = next(account for account in ACCOUNTS if account.login == login)

    theirs = change_person(sample, login, PASSWORD)

    assert theirs.desk.actor.name == account.name
    assert theirs.desk.actor.roles == account.roles


def test_there_is_somebody_for_every_role() -> None:
    assert frozenset().union(*(account.roles for account in ACCOUNTS)) == frozenset(Role)


@pytest.mark.parametrize("login", [account.login for account in ACCOUNTS])
def test_everyone_finds_their_day(sample: Services, login: str) -> None:
    theirs = change_person(sample, login, PASSWORD)

    assert all(line.customer and line.number for line in theirs.today.waiting())


@pytest.mark.parametrize("login", ["admin", "advisor", "specialist", "csmanager", "gm"])
def test_something_waits_for_those_who_work_with_it(sample: Services, login: str) -> None:
    assert change_person(sample, login, PASSWORD).today.waiting()


# files ----------------------------------------------------------------------------------


def test_files_pass_the_checks_of_the_desk(sample: Services) -> None:
    with sample.desk.read() as session:
        customers = session.scalars(select(Customer)).all()
        assert len(customers) == CUSTOMERS
        for customer in customers:
            for number in customer.phones:
                assert phone.normalise(number.number) == number.number
            if customer.identity_number:
                assert identity.normalise(customer.identity_number) == customer.identity_number
        for vehicle in session.scalars(select(Vehicle)):
            assert vehicle.vin
            assert vin.normalise(vehicle.vin) == vehicle.vin
            assert vehicle.plate
            assert plate.normalise(vehicle.plate) == vehicle.plate


def test_search_finds_a_customer_by_name_phone_plate_and_number(sample: Services) -> None:
    with sample.desk.read() as session:
        visit = session.scalars(select(Visit).where(Visit.mileage_km.is_not(None))).first()
        assert visit is not None
        customer = session.get_one(Customer, visit.customer_id)
        vehicle = session.get_one(Vehicle, visit.vehicle_id)
        number = customer.phones[0].number
        typed = (
            customer.name,
            number[-4:],
            vehicle.plate or "",
            (vehicle.vin or "")[-6:],
            visit.number,
        )
        wanted = customer.id
    for text in typed:
        found = {hit.customer_id for hit in sample.search.find(text).hits}
        assert wanted in found, text


# visits ---------------------------------------------------------------------------------


def test_every_visit_opens(sample: Services) -> None:
    with sample.desk.read() as session:
        ids = session.scalars(select(Visit.id)).all()
    seen: Counter[VisitStatus] = Counter()
    for visit_id in ids:
        sheet = sample.intake.open(visit_id)
        seen[sheet.status] += 1
        assert sheet.head.customer
    assert seen[VisitStatus.HANDED_OVER] > CUSTOMERS
    assert {VisitStatus.ARRIVED, VisitStatus.READY, VisitStatus.BOOKED} <= seen.keys()


def test_a_car_in_the_house_can_be_begun_and_printed(sample: Services) -> None:
    row = sample.intake.board()[0]

    assert sample.intake.prepare(row.vehicle_id).head.customer
    assert sample.intake.print_sheet(row.id, Language.ZH_CN).pdf.startswith(b"%PDF")


def test_a_visit_runs_forward(sample: Services) -> None:
    with sample.desk.read() as session:
        for visit in session.scalars(select(Visit)):
            moments = [
                moment
                for moment in (visit.arrived_at, visit.agreed_at, visit.ready_at)
                if moment is not None
            ]
            assert moments == sorted(moments), visit.number
            if visit.handed_over_at is not None:
                assert visit.ready_at is not None
                assert visit.ready_at <= visit.handed_over_at, visit.number
            if visit.arrived_at is not None:
                assert visit.arrived_at <= sample.desk.now, visit.number


# calls ----------------------------------------------------------------------------------


def test_every_call_opens_for_who_makes_it(sample: Services) -> None:
    specialist = change_person(sample, "specialist", PASSWORD)
    with sample.desk.read() as session:
        calls = session.scalars(select(Callback)).all()
    assert calls
    closed = 0
    for call in calls:
        sheet = specialist.callbacks.open(call.id)
        assert sheet.customer_name
        closed += call.status not in OPEN_STATUSES
    assert closed > len(calls) / 2


def test_no_call_was_made_by_who_served(sample: Services) -> None:
    roles = {account.id: account.roles for account in sample.accounts.list()}
    with sample.desk.read() as session:
        for call in session.scalars(select(Callback)):
            assert call.assigned_to is not None
            assert may_make(call.kind, roles[call.assigned_to], call.assigned_to, call.served_by), (
                call.number
            )


@pytest.mark.parametrize("login", ["specialist", "specialist2"])
def test_calls_wait_in_the_queue_of_each_specialist(sample: Services, login: str) -> None:
    theirs = change_person(sample, login, PASSWORD)

    assert theirs.callbacks.queue(QueueFilter())


# tickets --------------------------------------------------------------------------------


def test_there_is_a_ticket_at_every_step_and_past_ones(tickets: tuple[Ticket, ...]) -> None:
    assert {ticket.state for ticket in tickets} == set(ComplaintState)


def test_a_ticket_s_strip_and_clocks_make_sense(
    tickets: tuple[Ticket, ...], sample: Services
) -> None:
    for ticket in tickets:
        done = [step for step in ticket.strip if step.actual is not None]
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
    from frontdesk.services.complaints.rights import PERMISSIONS
    from frontdesk.services.permissions import granted

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


def test_numbers_go_on_where_the_sample_ends(sample: Services) -> None:
    with sample.desk.write() as work:
        number = work.number("V")
    with sample.desk.read() as session:
        taken = session.scalars(select(Visit.number).where(Visit.number == number)).all()
    assert taken == []


def test_lists_of_visits_are_filled(sample: Services) -> None:
    assert sample.intake.list(VisitFilter(statuses=frozenset({VisitStatus.DECLINED})))
