"""Complaint tickets: past ones that went round the loop, and open ones at every step."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import Any

from frontdesk.models import complaint_steps
from frontdesk.models.all import Complaint, ComplaintEntry
from frontdesk.models.complaint_clocks import Taken, clocks
from frontdesk.models.complaint_steps import NO, YES
from frontdesk.models.enums import (
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    PauseReason,
    Role,
)
from frontdesk.models.rules import Rules
from frontdesk.sample.after import AfterMaker
from frontdesk.sample.calls import GRIEVANCES
from frontdesk.sample.house import House
from frontdesk.sample.ticket_words import NO_SHEET, Case, TicketWords
from frontdesk.sample.visits import CarOfVisit

_S = ComplaintStep
_LOOP: tuple[tuple[ComplaintStep, float], ...] = (
    (_S.ACKNOWLEDGED, 0.4),
    (_S.JUDGED, 1.0),
    (_S.OPINION, 2.5),
    (_S.APPROVED, 4.0),
    (_S.DISPATCHED, 4.5),
    (_S.RETURNED, 11.0),
    (_S.FOLLOWED_UP, 13.5),
    (_S.SIGNED_OFF, 20.0),
    (_S.FILED, 26.0),
)
"""The steps in order with the usual hour after registration."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An open ticket of today: how many steps are taken, and hours since registration."""

    steps: int
    hours: float
    waits_for: PauseReason | None = None
    told: bool = True
    about: str | None = None
    """The login of whom it is about."""


_OPEN: tuple[_Open, ...] = (
    _Open(0, 0.3),
    _Open(1, 0.8),
    _Open(2, 2.0),
    _Open(3, 19.0),
    _Open(4, 6.0),
    _Open(5, 27.0),
    _Open(6, 13.0),
    _Open(7, 17.0),
    _Open(8, 25.0),
    _Open(5, 11.0, waits_for=PauseReason.PARTS),
    _Open(2, 3.0, told=False),
    # There is one CS manager only: the general manager stands in.
    _Open(2, 5.0, about="csmanager"),
)
_LATE_TOLD_PER_CENT = 9
_PAUSED_PER_CENT = 14
_ABOUT_MANAGER_PER_CENT = 3
_ABOUT_MANAGER = "打电话给客服经理说这件事，没听完就挂了，也没有再回过来。"
_ATTITUDE = "service_attitude.reception"
_KINDS: tuple[tuple[str, Department], ...] = (
    ("repair_quality.not_fixed", Department.SERVICE),
    ("repair_quality.not_fixed", Department.SERVICE),
    ("repair_quality.workmanship", Department.SERVICE),
    ("waiting.promise", Department.SERVICE),
    ("waiting.promise", Department.SERVICE),
    ("service_attitude.reception", Department.SERVICE),
    ("price.over_estimate", Department.SERVICE),
    ("repeat_repair.same_fault", Department.SERVICE),
    ("parts_supply.out_of_stock", Department.SERVICE),
    ("delivery.papers", Department.SALES),
    ("sales_process.promise", Department.SALES),
)
_LEVELS = (
    ComplaintLevel.GRUMBLE_NORMAL,
    ComplaintLevel.GRUMBLE_SERIOUS,
    ComplaintLevel.COMPLAINT_NORMAL,
    ComplaintLevel.COMPLAINT_NORMAL,
    ComplaintLevel.COMPLAINT_URGENT,
)
_REMEDIES = ("希望当面道歉并免费返修。", "要求退还多收的费用。", "希望尽快解决，别再让我跑。")


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a ticket is about."""

    visit: dict[str, Any]
    call: dict[str, Any] | None
    car: CarOfVisit


class TicketMaker:
    """Writes tickets as rows."""

    def __init__(self, house: House, rules: Rules) -> None:
        self._house = house
        self._rules = rules
        self._words = TicketWords(house.seeded, house.names, rules)
        self._after = AfterMaker(house)
        self._last: list[_Origin] = []
        self._earlier: dict[str, list[tuple[datetime, str]]] = {}

    def maybe(self, visit: dict[str, Any], unhappy: dict[str, Any] | None, car: CarOfVisit) -> None:
        """A ticket for each dissatisfied call of the past, and for one visit in two hundred."""
        if visit["handed_over_on"] > self._house.seeded.today - timedelta(days=30):
            self._last = [*self._last[-39:], _Origin(visit, unhappy, car)]
        if unhappy is not None:
            self._past(_Origin(visit, unhappy, car), unhappy["closed_at"])
        elif self._house.seeded.chance(0.5):
            self._past(_Origin(visit, None, car), visit["handed_over_at"] + timedelta(days=2))

    def open_ones(self) -> None:
        """One ticket waiting at each step, from just registered to overdue."""
        apart = max(1, len(self._last) // len(_OPEN))
        for plan, origin in zip(_OPEN, self._last[::apart], strict=False):
            registered = self._house.now - timedelta(hours=plan.hours)
            self._ticket(_Origin(origin.visit, None, origin.car), registered, plan)

    def _past(self, origin: _Origin, registered: datetime) -> None:
        if registered < self._house.now - timedelta(days=3):
            self._ticket(origin, registered, None)

    def _ticket(self, origin: _Origin, registered: datetime, plan: _Open | None) -> None:
        """One ticket with its entries: a past one whole, an open one as ``plan`` says."""
        seeded, staff = self._house.seeded, self._house.staff
        category, department = seeded.pick(_KINDS)
        valid = plan is not None or seeded.chance(88)
        level = seeded.pick(_LEVELS)
        words = seeded.pick(GRIEVANCES)
        about = plan.about if plan is not None else None
        if plan is None and seeded.chance(_ABOUT_MANAGER_PER_CENT):
            about = "csmanager"
        if about is not None:
            category, department, words = _ATTITUDE, Department.SERVICE, _ABOUT_MANAGER
        handler = staff["advisor" if origin.visit["advisor_id"] != staff["advisor"] else "advisor2"]
        if department is Department.SALES:
            handler = staff["consultant"]
        opener = staff["specialist" if seeded.chance(50) else "specialist2"]
        remedy = seeded.pick(_REMEDIES)
        limit = self._rules.complaint_hours
        ticket = self._house.rows.add(
            Complaint,
            id=seeded.id(),
            version=1,
            state=ComplaintState.TO_JUDGE,
            customer_id=origin.car.customer_id,
            vehicle_id=origin.car.vehicle_id,
            visit_id=origin.visit["id"],
            callback_id=origin.call["id"] if origin.call else None,
            channel=ComplaintChannel.CALLBACK if origin.call else ComplaintChannel.PHONE,
            complainant=origin.car.name,
            complainant_phone=origin.car.phone,
            words=words,
            remedy=remedy,
            category=category,
            level=level,
            about_staff_id=staff[about] if about else None,
            registered_at=registered,
            registered_by=opener,
            due_at=registered + timedelta(hours=limit),
            repeats_id=self._repeated(origin.car.customer_id, registered),
            satisfied_after=None,
            cost_fen=0,
            paused_seconds=0,
            prints=0,
            round=1,
            safety=False,
        )
        self._earlier.setdefault(origin.car.customer_id, []).append((registered, ticket["id"]))
        begun = {
            "channel": ticket["channel"].value,
            "category": category,
            "level": level.value,
            "safety": NO,
            "complainant": origin.car.name,
            "words": words,
            "remedy": remedy,
            "complainant_phone": origin.car.phone,
            "limit_hours": str(limit),
        } | ({"about": staff[about]} if about else {})
        self._entry(ticket, 1, _S.REGISTERED, registered, opener, begun)
        self._house.trail.note(
            registered,
            opener,
            "complaint.register",
            ticket,
            customer_id=ticket["customer_id"],
            category=category,
            level=level.value,
        )
        way = [Taken(_S.REGISTERED, registered)]
        known = {"valid": YES if valid else NO}
        course = self._past_course(valid) if plan is None else self._open_course(plan)
        case = Case(level, department, handler, valid)
        for position, (step, hour) in enumerate(course, start=2):
            at = registered + timedelta(hours=hour)
            said = self._words.said(step, case, at)
            if step is _S.FILED and not self._after.signed_sheet(ticket, opener, at):
                said |= NO_SHEET
            by = self._taker(step, department, handler, opener)
            if by == ticket["about_staff_id"]:
                by, said = staff["gm"], said | {"stand_in_for": Role.CS_MANAGER.value}
            self._entry(ticket, position, step, at, by, said)
            before = ticket["state"]
            ticket["state"] = complaint_steps.next_state(before, step, {**known, **said})
            self._house.trail.note(
                at,
                by,
                f"complaint.{step.value}",
                ticket,
                before=before.value,
                after=ticket["state"].value,
                round=ticket["round"],
            )
            self._keep(ticket, step, at, said)
            way.append(Taken(step, at))
        if any(step is _S.PAUSED for step, _ in course):
            self._move_clocks(ticket, way)
        self._after.called_back(ticket, way)
        self._after.follow(ticket, department, handler, opener)

    def _past_course(self, valid: bool) -> list[tuple[ComplaintStep, float]]:
        """The steps with their hours: some told late, some paused, one in seven over the time."""
        seeded = self._house.seeded
        pace = 1.35 if seeded.chance(14) else seeded.random.uniform(0.55, 1.0)
        course = [
            (step, hour * pace) for step, hour in _LOOP if valid or step not in _NOT_WHEN_INVALID
        ]
        if seeded.chance(_LATE_TOLD_PER_CENT):
            course[0] = (_S.ACKNOWLEDGED, seeded.random.uniform(1.1, 2.0))
        if valid and seeded.chance(_PAUSED_PER_CENT):
            begin = 4.5 * pace + seeded.random.uniform(0.5, 3.0)
            length = seeded.random.uniform(3, 30)
            course = [(step, hour + length * (hour > begin)) for step, hour in course]
            course += [(_S.PAUSED, begin), (_S.RESUMED, begin + length)]
        return sorted(course, key=itemgetter(1))

    def _open_course(self, plan: _Open) -> list[tuple[ComplaintStep, float]]:
        """The steps taken by now; the one that waits stands still since a while."""
        if not plan.steps:
            return []
        pace = min(1.0, 0.9 * plan.hours / _LOOP[plan.steps - 1][1])
        course = [(step, hour * pace) for step, hour in _LOOP[: plan.steps]]
        if not plan.told:
            course = course[1:]
        if plan.waits_for is not None:
            last = course[-1][1]
            course.append((_S.PAUSED, last + 0.3 * (plan.hours - last)))
        return course

    def _repeated(self, customer_id: str, registered: datetime) -> str | None:
        """The newest ticket of the same customer within the days that make it a repeated one."""
        since = registered - timedelta(days=self._rules.repeat_complaint_days)
        near = [
            (at, ticket_id)
            for at, ticket_id in self._earlier.get(customer_id, ())
            if since <= at < registered
        ]
        return max(near)[1] if near else None

    def _entry(
        self,
        ticket: dict[str, Any],
        position: int,
        step: ComplaintStep,
        at: datetime,
        by: str,
        said: dict[str, str],
    ) -> None:
        self._house.rows.add(
            ComplaintEntry,
            id=self._house.seeded.id(),
            complaint_id=ticket["id"],
            position=position,
            round=1,
            step=step,
            at=at,
            by=by,
            said=json.dumps(said, ensure_ascii=False),
        )

    def _taker(self, step: ComplaintStep, department: Department, handler: str, opener: str) -> str:
        head = "servicemanager" if department is Department.SERVICE else "salesmanager"
        return {
            _S.OPINION: self._house.staff["csmanager"],
            _S.FOLLOWED_UP: self._house.staff["csmanager"],
            _S.APPROVED: self._house.staff["gm"],
            _S.SIGNED_OFF: self._house.staff["gm"],
            _S.DISPATCHED: self._house.staff[head],
            _S.RETURNED: handler,
            _S.PAUSED: handler,
            _S.RESUMED: handler,
        }.get(step, opener)

    def _move_clocks(self, ticket: dict[str, Any], way: list[Taken]) -> None:
        """The columns that a pause moves."""
        found = clocks(way, self._rules)
        ticket["due_at"] = found.loop.due
        ticket["paused_at"] = found.loop.standing_since
        ticket["paused_seconds"] = round(found.loop.moved_by.total_seconds())
        if found.handling is not None:
            ticket["return_due_at"] = found.handling.due

    def _keep(
        self, ticket: dict[str, Any], step: ComplaintStep, at: datetime, said: dict[str, str]
    ) -> None:
        """The columns that serve lists, as the step leaves them."""
        if step is _S.ACKNOWLEDGED:
            ticket["acknowledged_at"] = at
        elif step is _S.JUDGED:
            ticket["valid"] = said["valid"] == YES
            ticket["department"] = Department(said["department"]) if "department" in said else None
        elif step is _S.DISPATCHED:
            ticket["handler_id"] = said["handler"]
            ticket["dispatched_at"] = at
            ticket["return_due_at"] = at + timedelta(hours=self._rules.return_hours)
        elif step is _S.RETURNED:
            ticket["cost_fen"] = int(Decimal(said["cost"]) * 100)
            ticket["responsible"] = said["direct_person"]
        elif step is _S.FOLLOWED_UP:
            ticket["satisfied_after"] = True
            ticket["handling_score"] = int(said["handling_score"])
        elif step is _S.SIGNED_OFF:
            ticket["signed_off_at"] = at
        elif step is _S.FILED:
            ticket["filed_at"] = at


_NOT_WHEN_INVALID = frozenset({_S.APPROVED, _S.DISPATCHED, _S.RETURNED})
