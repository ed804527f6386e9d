"""A history of what people do at the desk, act by act, for tests of what falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select, update

from frontdesk.clock import FixedClock
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ComplaintState,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit, VisitItem
from frontdesk.services.callbacks.deriving.run import derive
from frontdesk.services.desk import Desk
from tests.factories import Make

_DAY = timedelta(days=1)


class History:
    """What people do, each act with its entry in the trail, as the services leave it."""

    def __init__(self, make: Make, desk: Desk, clock: FixedClock) -> None:
        self.make, self.desk, self.clock = make, desk, clock
        with desk.write() as work:
            for model in (VisitItem, CallListMember, CallList, Callback, Visit):
                work.session.execute(delete(model))
            work.session.execute(update(Vehicle).values(sold_here=False))
            work.session.execute(update(Complaint).values(state=ComplaintState.TO_SIGN_OFF))
        self.customers = [make.customer() for _ in range(2)]
        self.cars = [make.vehicle(self.customers[n % 2]) for n in range(4)]
        self.visits: list[str] = []
        self.tickets: dict[int, str] = {}
        derive(desk, whole=True)

    def look(self) -> None:
        derive(self.desk)

    def hand_over(self, car: int, ago: int, items: tuple[VisitItem, ...] = ()) -> None:
        day = self._day(ago)
        visit = self.make.visit(
            self.cars[car],
            status=VisitStatus.HANDED_OVER,
            arrived_at=self.desk.now + ago * _DAY,
            handed_over_on=day,
            items=list(items),
        )
        self.visits.append(visit)
        self._told("visit.hand_over", "visit", visit)

    def maintain(self, car: int, ago: int) -> None:
        nothing = Decimal(0)
        item = VisitItem(
            position=1,
            kind=WorkKind.MAINTENANCE,
            description="首保",
            labour=nothing,
            quantity=Decimal(1),
            unit_price=nothing,
        )
        self.hand_over(car, ago, (item,))

    def cancel(self, n: int) -> None:
        self._visit(n, status=VisitStatus.DECLINED)

    def correct_hand_over(self, n: int, ago: int) -> None:
        self._visit(n, handed_over_on=self._day(ago))

    def correct_arrival(self, n: int, ago: int) -> None:
        self._visit(n, arrived_on=self._day(ago))

    def member(self, who: int, level: int) -> None:
        self._customer(who, member_level="金卡" if level else None)

    def do_not_call(self, who: int, refuses: int) -> None:
        self._customer(who, do_not_call=bool(refuses))

    def seen_last(self, who: int, ago: int) -> None:
        self._customer(who, last_visit_on=self._day(ago))

    def deliver(self, car: int, ago: int) -> None:
        self._car(car, sold_here=True, delivered_on=self._day(ago))

    def no_delivery(self, car: int) -> None:
        self._car(car, delivered_on=None)

    def take_over(self, car: int) -> None:
        with self.desk.read() as session:
            owner = session.get_one(Vehicle, self.cars[car]).customer_id
        buyer = next(one for one in self.customers if one != owner)
        with self.desk.write() as work:
            work.session.add(VehicleOwnership(vehicle_id=self.cars[car], customer_id=buyer))
        self._car(car, customer_id=buyer)

    def mileage(self, car: int, km: int) -> None:
        self._car(car, last_mileage_km=km, last_visit_on=self.desk.today)

    def named_day(self, car: int, ahead: int) -> None:
        self._car(car, next_maintenance_on=self._day(ahead))

    def returned(self, who: int) -> None:
        if who not in self.tickets:
            self.tickets[who] = self.make.complaint(self.customers[who])
        self._ticket(who, ComplaintState.TO_FOLLOW_UP)

    def followed_up(self, who: int) -> None:
        if who in self.tickets:
            self._ticket(who, ComplaintState.TO_SIGN_OFF)

    def list(self, kind: CallbackKind) -> None:
        made = new_id()
        with self.desk.write() as work:
            work.session.add(
                CallList(
                    id=made,
                    kind=kind,
                    name="名单",
                    occasion="中秋",
                    first=self.desk.today,
                    last=self.desk.today + 60 * _DAY,
                    criteria="{}",
                    made_at=work.now,
                    made_by=self.desk.actor.id,
                )
            )
            work.session.flush()
            for one in self.customers:
                work.session.add(CallListMember(call_list_id=made, customer_id=one))
        self._told("call_list.make", "call_list", made)

    def close_list(self) -> None:
        with self.desk.read() as session:
            found = session.scalars(select(CallList.id).where(CallList.closed_at.is_(None))).first()
        if found is not None:
            self._change(CallList, found, "call_list.close", closed_at=self.desk.now)

    def speak(self, n: int) -> None:
        self._call(n, "callback.start", started_at=self.desk.now)

    def agree_an_hour(self, n: int) -> None:
        at = self.desk.now + 3 * _DAY
        agreed = CallbackStatus.AGREED_TIME
        self._call(n, "callback.attempt", status=agreed, next_try_at=at, started_at=None)

    def not_reached(self, n: int) -> None:
        at = self.desk.now + _DAY
        again = CallbackStatus.RETRY
        self._call(n, "callback.attempt", status=again, next_try_at=at, started_at=None)

    def figures(self, n: int) -> None:
        others: dict[str, Any] = (
            {},
            {"after_service_percent": 20},
            {"routine_months": 2},
            {"first_maintenance_km": 3_000},
            {"due_ahead_days": 6},
        )[n]
        self.desk.rules = replace(self.desk.rules, **others)

    def wait(self, days: int) -> None:
        self.clock.move(days * _DAY)

    def hours(self, minutes: int) -> None:
        self.clock.move(timedelta(minutes=minutes))

    def clock_back(self, days: int) -> None:
        self.clock.move(-days * _DAY)

    def _day(self, ago: int) -> date:
        return self.desk.today + ago * _DAY

    def _visit(self, n: int, **values: object) -> None:
        if self.visits:
            self._change(Visit, self.visits[n % len(self.visits)], "visit.change", **values)

    def _customer(self, who: int, **values: object) -> None:
        self._change(Customer, self.customers[who], "customer.update", **values)

    def _car(self, n: int, **values: object) -> None:
        self._change(Vehicle, self.cars[n], "vehicle.update", **values)

    def _ticket(self, who: int, state: ComplaintState) -> None:
        self._change(Complaint, self.tickets[who], "complaint.returned", state=state)

    def _call(self, n: int, action: str, **values: object) -> None:
        states = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
        with self.desk.read() as session:
            wanted = select(Callback.id).where(Callback.status.in_(states))
            calls = session.scalars(wanted.order_by(Callback.number)).all()
        if calls:
            self._change(Callback, calls[n % len(calls)], action, **values)

    def _change(self, model: Any, id_: str, action: str, **values: object) -> None:
        with self.desk.write() as work:
            work.session.execute(update(model).where(model.id == id_).values(**values))
            work.audit(action, model.__tablename__, id_)

    def _told(self, action: str, subject: str, id_: str) -> None:
        with self.desk.write() as work:
            work.audit(action, subject, id_)
