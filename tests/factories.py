"""Builders of records: ``make.customer(name="张伟")`` gives the id of a whole, valid record.

Everything not named is made up in a way that never collides. Each call is one transaction of its
own, search index included, so that services find what was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.models.callback import Callback
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import (
    CallbackKind,
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Role,
    VisitStatus,
)
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import vin as vins
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services


class Make:
    """Builders over one desk; all return ids unless said otherwise."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._serial = count(1)

    def staff(
        self, *roles: Role, login: str | None = None, name: str | None = None, **fields: Any
    ) -> Actor:
        """A colleague with these roles, as one who signs in."""
        n = next(self._serial)
        login, name = login or f"staff{n}", name or f"员工{n}"
        person = StaffMember(id=new_id(), login=login, name=name, **fields)
        person.roles = frozenset(roles)
        actor = Actor(id=person.id, login=login, name=name, roles=frozenset(roles))
        with self.desk.write() as work:
            work.session.add(person)
        return actor

    def services(self, *roles: Role, **staff: Any) -> Services:
        """The services of a new colleague with these roles, over the same store and clock."""
        return self.services_of(self.staff(*roles, **staff))

    def services_of(self, actor: Actor) -> Services:
        """The services of ``actor``, over the same store and clock."""
        desk = self.desk
        return Services(Desk(desk.store, actor, desk.clock, desk.rules, desk.profile))

    def customer(
        self, name: str = "张伟", *, phones: Sequence[str] | None = None, **fields: Any
    ) -> str:
        """A customer file with one mobile number of its own unless ``phones`` are given."""
        n = next(self._serial)
        numbers = [f"139{n:08d}"] if phones is None else phones
        with self.desk.write() as work:
            customer = Customer(
                id=new_id(),
                number=fields.pop("number", None) or work.number("K"),
                name=name,
                created_at=fields.pop("created_at", work.now),
                created_by=self.desk.actor.id,
                phones=[
                    CustomerPhone(position=at, number=number) for at, number in enumerate(numbers)
                ],
                **fields,
            )
            work.session.add(customer)
            _index(work.session, customer.id)
            return customer.id

    def vehicle(self, customer_id: str | None = None, **fields: Any) -> str:
        """A car with plate and valid VIN, of a new customer unless one is given."""
        owner = customer_id or self.customer()
        n = next(self._serial)
        values = {"vin": vin_of(n), "plate": f"粤B{n:05d}", "brand": "凯越", "model": "X5"} | fields
        with self.desk.write() as work:
            vehicle = Vehicle(id=new_id(), customer_id=owner, **values)
            work.session.add(vehicle)
            work.session.flush()
            work.session.add(VehicleOwnership(vehicle_id=vehicle.id, customer_id=owner))
            _index(work.session, owner)
            return vehicle.id

    def visit(
        self,
        vehicle_id: str | None = None,
        *,
        status: VisitStatus = VisitStatus.ARRIVED,
        arrived_at: datetime | None = None,
        **fields: Any,
    ) -> str:
        """A visit of a new car unless one is given; arrives now, or at ``arrived_at``."""
        vehicle_id = vehicle_id or self.vehicle()
        arrived = arrived_at or self.desk.now
        day = local(arrived, self.desk.clock).date()
        with self.desk.write() as work:
            vehicle = work.session.get_one(Vehicle, vehicle_id)
            customer = work.session.get_one(Customer, vehicle.customer_id)
            values: dict[str, Any] = {"advisor_id": self.desk.actor.id, "words": "刹车有异响"}
            if status is VisitStatus.HANDED_OVER:
                values |= {"handed_over_at": arrived, "handed_over_on": day}
            visit = Visit(
                id=new_id(),
                number=work.number("V"),
                customer_id=customer.id,
                vehicle_id=vehicle.id,
                status=status,
                opened_at=arrived,
                arrived_at=arrived,
                arrived_on=day,
                **(values | fields),
            )
            work.session.add(visit)
            vehicle.last_visit_on = max(day, vehicle.last_visit_on or day)
            customer.last_visit_on = max(day, customer.last_visit_on or day)
            _index(work.session, customer.id)
            return visit.id

    def callback(
        self,
        customer_id: str | None = None,
        *,
        kind: CallbackKind = CallbackKind.AFTER_SERVICE,
        due_from: date | None = None,
        **fields: Any,
    ) -> str:
        """A call that falls due from today (or ``due_from``, made then) for three days."""
        customer_id = customer_id or self.customer()
        due = due_from or self.desk.today
        late = max(self.desk.today - due, timedelta(0))
        values: dict[str, Any] = {
            "occasion": new_id(),
            "due_until": due + timedelta(days=2),
            "script_key": kind.value,
            "script_version": 1,
        }
        with self.desk.write() as work:
            callback = Callback(
                id=new_id(),
                number=work.number("H"),
                kind=kind,
                customer_id=customer_id,
                due_from=due,
                created_at=fields.pop("created_at", work.now - late),
                **(values | fields),
            )
            work.session.add(callback)
            return callback.id

    def complaint(self, customer_id: str | None = None, **fields: Any) -> str:
        """A ticket registered now by the signed-in person, its customer told, with its entry."""
        customer_id = customer_id or self.customer()
        values: dict[str, Any] = {
            "state": ComplaintState.TO_JUDGE,
            "channel": ComplaintChannel.DESK,
            "complainant": "张伟",
            "words": "空调修了两次还是不凉",
            "category": "repair_quality.not_fixed",
            "level": ComplaintLevel.COMPLAINT_NORMAL,
            "registered_at": self.desk.now,
        } | fields
        values.setdefault(
            "due_at", values["registered_at"] + timedelta(hours=self.desk.rules.complaint_hours)
        )
        values.setdefault("acknowledged_at", values["registered_at"])
        with self.desk.write() as work:
            ticket = Complaint(
                id=new_id(),
                number=work.number("C"),
                customer_id=customer_id,
                registered_by=self.desk.actor.id,
                **values,
            )
            ticket.entries.append(
                ComplaintEntry(
                    position=1,
                    round=1,
                    step=ComplaintStep.REGISTERED,
                    at=values["registered_at"],
                    by=self.desk.actor.id,
                    said="{}",
                )
            )
            work.session.add(ticket)
            return ticket.id


def vin_of(serial: int) -> str:
    """A valid VIN of a car made in China, another for each ``serial``."""
    blank = f"LSVAB4187N2{serial:06d}"
    return blank[:8] + vins.check_digit(blank) + blank[9:]


def _index(session: Session, customer_id: str) -> None:
    from frontdesk.services.search import index

    session.flush()
    index.refresh(session, [customer_id])
