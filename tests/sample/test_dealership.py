"""The sample dealership: the same for the same seed and day, and every record of it opens."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, func, select

from frontdesk.clock import FixedClock
from frontdesk.language import Language
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
from frontdesk.models.enums import CallbackKind, Role, VisitStatus
from frontdesk.models.values import identity, phone, plate, vin
from frontdesk.sample.dealership import build_sample
from frontdesk.sample.staff import ACCOUNTS, PASSWORD
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from tests.sample.conftest import CUSTOMERS

_LISTED = (CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD)
_FROM_THE_FOUNDING = {"staff_member", "staff_role", "setting", "audit_entry", "audit_head"}
"""Not from the seed: accounts get their ids when opened, the trail is sealed by its own key."""


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
            if call.assigned_to is None:
                # Those of a list are everyone's until they are shared out.
                assert call.kind in _LISTED, call.number
                continue
            assert may_make(call.kind, roles[call.assigned_to], call.assigned_to, call.served_by), (
                call.number
            )


@pytest.mark.parametrize("login", ["specialist", "specialist2"])
def test_calls_wait_in_the_queue_of_each_specialist(sample: Services, login: str) -> None:
    theirs = change_person(sample, login, PASSWORD)

    assert theirs.callbacks.queue(QueueFilter())


def test_numbers_go_on_where_the_sample_ends(sample: Services) -> None:
    with sample.desk.write() as work:
        number = work.number("V")
    with sample.desk.read() as session:
        taken = session.scalars(select(Visit.number).where(Visit.number == number)).all()
    assert taken == []


def test_lists_of_visits_are_filled(sample: Services) -> None:
    assert sample.intake.list(VisitFilter(statuses=frozenset({VisitStatus.DECLINED})))
