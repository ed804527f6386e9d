"""Builds a whole sample dealership: staff, customers, cars, two years of visits, calls, tickets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.clock import Clock, FixedClock, today
from frontdesk.models.all import (
    Customer,
    CustomerPhone,
    NumberSequence,
    StaffMember,
    Vehicle,
    VehicleOwnership,
)
from frontdesk.models.enums import CustomerKind, CustomerSource, PhoneOwner, VehicleUse, VisitStatus
from frontdesk.models.rules import Rules
from frontdesk.sample import cars, people, price_list
from frontdesk.sample.advice import Advice
from frontdesk.sample.call_lists import ListMaker
from frontdesk.sample.calls import CallMaker
from frontdesk.sample.extras import Extras
from frontdesk.sample.house import House
from frontdesk.sample.new_car_calls import NewCarCalls
from frontdesk.sample.repeats import RepeatMaker
from frontdesk.sample.rows import Numbers, Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.sample.staff import ACCOUNTS, ADMIN, PASSWORD
from frontdesk.sample.tickets import TicketMaker
from frontdesk.sample.trail import Trail
from frontdesk.sample.visits import CarOfVisit, VisitMaker
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.desk import Desk, Profile
from frontdesk.services.registry import Services
from frontdesk.services.search import index
from frontdesk.store.files import DataFolder
from frontdesk.store.head import Head
from frontdesk.store.keys import KeyFile

DEFAULT_SEED = 2026
DEFAULT_CUSTOMERS = 300
PROFILE = Profile(
    name="江城华骏汽车 4S 店",
    address="江城市高新大道 188 号",
    service_phone="0719-8123456",
    booking_phone="0719-8123400",
    rescue_phone="400-800-1234",
)
_HISTORY_DAYS = 730
_BATCH = 2_000
_IN_HOUSE = (
    (VisitStatus.ARRIVED, 0),
    (VisitStatus.ESTIMATED, 330),
    (VisitStatus.AGREED, 300),
    (VisitStatus.IN_WORKSHOP, -30),
    (VisitStatus.IN_WORKSHOP, 180),
    (VisitStatus.IN_WORKSHOP, 270),
    (VisitStatus.READY, 120),
)


_OF_LATE_EVERY, _OF_LATE_AMONG, _NOT_ORDERED_EVERY = 4, 60, 20
_EVERY_NINTH = 9
"""Of the first files' cars is in the house today; oftener in a small dealership."""


@dataclass(frozen=True, slots=True)
class _Team:
    ids: dict[str, str]
    """By login name."""
    names: dict[str, str]
    """By id."""

    def of(self, *logins: str) -> list[str]:
        return [self.ids[login] for login in logins]


def build_sample(
    folder: DataFolder,
    clock: Clock,
    customers: int = DEFAULT_CUSTOMERS,
    seed: int = DEFAULT_SEED,
    progress: Callable[[int, int], None] | None = None,
) -> Services:
    """Found a sample dealership in ``folder`` and fill it; the same for the same seed and day.

    Args:
        folder: an empty or missing folder.
        clock: the history ends at its present day.
        customers: how many files to make; cars are a fifth more, visits about five a car.
        seed: chooses among dealerships.
        progress: told (files made, files to make) now and then.

    Returns:
        The services of ``admin``. Every account has the password ``frontdesk-demo``.

    Raises:
        EnvironmentFault: the folder holds data already or cannot be written.
    """
    first = next(account for account in ACCOUNTS if account.login == ADMIN)
    founding = FixedClock(clock.now() - timedelta(days=_HISTORY_DAYS + 1), clock.zone())
    desk = found_dealership(
        folder, PROFILE, FirstManager(ADMIN, first.name, PASSWORD, first.roles), founding
    ).services.desk
    store, trail = desk.store, Trail()
    _open_accounts(folder, store.key)

    def seal(session: Session) -> Head | None:
        return trail.seal(session.connection(), store.seal_key)

    with store.writing(seal) as session:
        team = _hire(session)
        # From now on it is today.
        present = Desk(store, desk.actor, clock, desk.rules, desk.profile)
        _fill(session, present, team, trail, customers, seed, progress)
        index.rebuild(session)
    return Services(present)


def _open_accounts(folder: DataFolder, data_key: bytes) -> None:
    slots = KeyFile.load(folder)
    for account in ACCOUNTS:
        if account.login != ADMIN:
            slots.add(account.login, PASSWORD, data_key)
    slots.save(folder)


def _hire(session: Session) -> _Team:
    ids: dict[str, str] = {}
    known = {staff.login: staff for staff in session.query(StaffMember)}
    for account in ACCOUNTS:
        staff = known.get(account.login)
        if staff is None:
            staff = StaffMember(login=account.login)
            session.add(staff)
        staff.name, staff.department, staff.roles = account.name, account.department, account.roles
        session.flush()
        ids[account.login] = staff.id
    return _Team(ids, {ids[account.login]: account.name for account in ACCOUNTS})


def _fill(
    session: Session,
    desk: Desk,
    team: _Team,
    trail: Trail,
    customers: int,
    seed: int,
    progress: Callable[[int, int], None] | None,
) -> None:
    clock = desk.clock
    zone = clock.zone()
    seeded = Seeded(seed, today(clock), zone)
    numbers, rules, now = Numbers(zone), Rules(), clock.now()
    rows = Rows(numbers)
    price_list.write(Seeded(seed + 2, today(clock), zone), rows)
    other = Seeded(seed + 4, today(clock), zone)
    advice = Advice(Seeded(seed + 5, today(clock), zone), rows)
    house = House(seeded, rows, team.ids, team.names, now, trail)
    advisors, callers = team.of("advisor", "advisor2"), team.of("specialist", "specialist2")
    habits = Seeded(seed + 6, today(clock), zone)
    maker = _History(
        seeded,
        rows,
        team,
        VisitMaker(seeded, rows, advisors, now, advice),
        RepeatMaker(
            other,
            VisitMaker(other, rows, advisors, now, advice),
            CallMaker(other, rows, callers, rules),
            TicketMaker(replace(house, seeded=other), rules),
        ),
        CallMaker(seeded, rows, callers, rules, habits),
        NewCarCalls(habits, rows, callers, rules),
        TicketMaker(house, rules),
        Extras(Seeded(seed + 1, today(clock), zone), rows, team.ids["specialist"]),
        max(1, min(_EVERY_NINTH, customers // (len(_IN_HOUSE) + 1))),
    )
    for made in range(1, customers + 1):
        maker.customer(made)
        if made % _BATCH == 0 or made == customers:
            rows.write(session)
            if progress is not None:
                progress(made, customers)
    maker.tickets.open_ones()
    chance = Seeded(seed + 3, today(clock), zone)
    ListMaker(session, desk, chance, rows, team.ids["csmanager"]).both()
    rows.write(session)
    for (prefix, year), last in numbers.last.items():
        session.merge(NumberSequence(prefix=prefix, year=year, last=last))


@dataclass(slots=True)
class _History:
    """Writes one customer after the other with all that happened."""

    seeded: Seeded
    rows: Rows
    team: _Team
    visits: VisitMaker
    repeats: RepeatMaker
    calls: CallMaker
    new_cars: NewCarCalls
    tickets: TicketMaker
    extras: Extras
    in_house_every: int

    def customer(self, serial: int) -> None:
        """One file with its phones, cars, visits, calls and tickets."""
        seeded = self.seeded
        person = people.make_person(seeded)
        row = self.rows.add(
            Customer,
            id=seeded.id(),
            version=1,
            kind=person.kind,
            name=person.name,
            gender=person.gender,
            identity_number=person.identity_number,
            birthday=person.birthday,
            region_code=person.region_code,
            address=person.address,
            occupation=person.occupation,
            source=CustomerSource.DELIVERY if seeded.chance(80) else CustomerSource.WALK_IN,
            member_level=seeded.pick(("金卡", "银卡", None, None)),
            do_not_call=seeded.chance(1),
            specialist_id=seeded.pick(self.team.of("specialist", "specialist2")),
            specialist_since=seeded.today,
            created_at=seeded.moment(seeded.today, 10),
            created_by=self.team.ids["specialist"],
            last_visit_on=None,
            next_due_on=None,
        )
        self.extras.customer(row, person)
        for position, number in enumerate(person.phones):
            self.rows.add(
                CustomerPhone,
                id=seeded.id(),
                customer_id=row["id"],
                position=position,
                number=number,
                owner=PhoneOwner.SPOUSE if position else PhoneOwner.SELF,
                wrong=seeded.chance(1),
            )
        cars_owned = 1 + seeded.chance(16) + (2 if person.kind is CustomerKind.FLEET else 0)
        begun = [
            self._car(row, person, serial * 4 + nth, serial if nth == 0 else None)
            for nth in range(cars_owned)
        ]
        # The file was opened with the first car delivered or seen here, not after its visits.
        row["created_at"] = seeded.moment(min(begun), 8)
        row["specialist_since"] = min(begun)

    def _car(
        self, owner: dict[str, Any], person: people.Person, serial: int, today_slot: int | None
    ) -> date:
        """One car with all that happened; the day it became known here."""
        seeded = self.seeded
        model, _, new_energy = seeded.pick(cars.MODELS)
        delivered = seeded.workday_back(seeded.random.randrange(2, 6 * 365))
        sold_here = owner["source"] is CustomerSource.DELIVERY
        seller = seeded.pick(("consultant", "consultant2"))
        row = self.rows.add(
            Vehicle,
            id=seeded.id(),
            version=1,
            customer_id=owner["id"],
            vin=cars.vin(seeded, delivered.year, serial),
            plate=cars.plate(seeded, new_energy),
            brand=cars.BRAND,
            model=model,
            engine_number=f"{seeded.pick('ABEG')}{seeded.digits(7)}",
            colour=seeded.pick(cars.COLOURS),
            use=VehicleUse.PRIVATE if person.kind is CustomerKind.PERSON else VehicleUse.OFFICIAL,
            sold_here=sold_here,
            sales_consultant=self.team.names[self.team.ids[seller]] if sold_here else None,
            sales_consultant_id=self.team.ids[seller] if sold_here else None,
            purchased_on=delivered,
            delivered_on=delivered,
            warranty_ends_on=delivered + timedelta(days=3 * 365),
            insurer=seeded.pick(cars.INSURERS),
            insurance_ends_on=seeded.today + timedelta(days=seeded.random.randrange(-20, 360)),
            last_mileage_km=None,
            last_visit_on=None,
            next_maintenance_on=None,
            next_maintenance_km=None,
        )
        self.extras.car(row, owner)
        self.rows.add(
            VehicleOwnership,
            id=seeded.id(),
            vehicle_id=row["id"],
            customer_id=owner["id"],
            since=delivered,
        )
        car = CarOfVisit(
            owner["id"],
            row["id"],
            person.name,
            person.phones[0],
            delivered,
            seeded.random.randrange(20, 75),
        )
        calls = not owner["do_not_call"]
        first, last = self._past_visits(car, calls=calls)
        late = self._visit_of_late(today_slot, car, last, calls=calls)
        if late is not None:
            first, last = first or late["arrived_on"], late
        if calls:
            self.new_cars.of(row, first)
        if last is not None:
            row["last_visit_on"] = last["arrived_on"]
            row["last_mileage_km"] = last["mileage_km"]
            row["next_maintenance_on"] = last.get("next_maintenance_on")
            row["next_maintenance_km"] = last.get("next_maintenance_km")
            owner["last_visit_on"] = max(filter(None, (owner["last_visit_on"], last["arrived_on"])))
            due = [d for d in (owner["next_due_on"], row["next_maintenance_on"]) if d]
            owner["next_due_on"] = min(due) if due else None
        here = self._here_today(car, today_slot) if today_slot is not None else None
        if here is not None and here["status"] is VisitStatus.ARRIVED:
            back = self.repeats.here_again(here, car, last, calls=calls)
            first = min(filter(None, (first, back)), default=None)
        if here is not None:
            row["last_visit_on"] = owner["last_visit_on"] = seeded.today
            row["last_mileage_km"] = here["mileage_km"]
        # One that comes for the first time had its appointment written down days before.
        return delivered if sold_here else first or seeded.today - timedelta(days=3)

    def _past_visits(
        self, car: CarOfVisit, *, calls: bool
    ) -> tuple[date | None, dict[str, Any] | None]:
        """Visits every three to seven months; one car in eight stopped coming.

        Returns the day of the first and the last whole visit.
        """
        seeded = self.seeded
        start = max(car.delivered_on, seeded.today - timedelta(days=_HISTORY_DAYS))
        end = seeded.today - timedelta(days=1)
        if seeded.chance(12):
            end -= timedelta(days=seeded.random.randrange(180, 420))
        first: date | None = None
        last: dict[str, Any] | None = None
        day = start + timedelta(days=seeded.random.randrange(10, 150))
        while day <= end:
            day = day if day.weekday() != 6 else day + timedelta(days=1)
            if day > end:
                break
            first = first or day
            if seeded.chance(3):
                last = self.visits.declined(car, day)
            else:
                last = self.visits.finished(car, day)
                self.extras.damage(last)
                unhappy = self.calls.after_service(last) if calls else None
                self.tickets.maybe(last, unhappy, car)
                last = self.repeats.maybe(last, car, end, calls=calls) or last
            day += timedelta(days=seeded.random.randrange(90, 200))
        return first, last

    def _visit_of_late(
        self, slot: int | None, car: CarOfVisit, last: dict[str, Any] | None, *, calls: bool
    ) -> dict[str, Any] | None:
        """Some of the first files' cars left these days, so that every day has its calls."""
        seeded = self.seeded
        if slot is None or slot > _OF_LATE_AMONG or slot == self.in_house_every:
            return None  # the first car in the house is back for what was done weeks ago
        if slot % _NOT_ORDERED_EVERY == 2:
            return self.repeats.declined(car, last)
        if slot % _OF_LATE_EVERY != 1:
            return None
        day = seeded.workday_back(1 + slot % 3)
        if day <= car.delivered_on or (last is not None and (day - last["arrived_on"]).days < 30):
            return None
        visit = self.visits.finished(car, day)
        unhappy = self.calls.after_service(visit) if calls else None
        self.tickets.maybe(visit, unhappy, car)
        return visit

    def _here_today(self, car: CarOfVisit, serial: int) -> dict[str, Any] | None:
        """The first files' cars are in the house or expected, so that every day has its work."""
        slot, over = divmod(serial, self.in_house_every)
        if not over and slot <= len(_IN_HOUSE):
            status, promised_in = _IN_HOUSE[slot - 1]
            here = self.visits.in_house(car, status, promised_in)
            self.extras.damage(here)
            return here
        if serial % 13 == 0 and serial <= 65:
            self.visits.booked(car, self.seeded.today + timedelta(days=serial // 26))
        return None
