"""Complaint tickets: past ones that went round the loop, and open ones at every step."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from frontdesk.models import complaint_steps
from frontdesk.models.all import Complaint, ComplaintEntry
from frontdesk.models.complaint_steps import NO, YES
from frontdesk.models.enums import (
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Department,
    ResponseKind,
    Satisfaction,
)
from frontdesk.models.rules import Rules
from frontdesk.sample.calls import GRIEVANCES
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
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
_OPEN_AT: tuple[tuple[int, float], ...] = (
    (0, 0.3),
    (1, 0.8),
    (2, 2.0),
    (3, 19.0),
    (4, 6.0),
    (5, 27.0),
    (6, 13.0),
    (7, 17.0),
    (8, 25.0),
)
"""Open tickets of today: how many steps are taken, and hours since registration."""
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
_VALID = {"words": "情况属实，转部门处理。"}
_NOT_VALID = {"explained": "向客户说明了收费明细与保修范围。", "reaction": "表示理解"}
_OPINION = "先致歉，安排免费复检；确属返修的不收费，并由主管当面说明。"
_REMEDIES = ("希望当面道歉并免费返修。", "要求退还多收的费用。", "希望尽快解决，别再让我跑。")


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a ticket is about."""

    visit: dict[str, Any]
    call: dict[str, Any] | None
    car: CarOfVisit


class TicketMaker:
    """Writes tickets as rows."""

    def __init__(
        self,
        seeded: Seeded,
        rows: Rows,
        staff: dict[str, str],
        names: dict[str, str],
        rules: Rules,
        now: datetime,
    ) -> None:
        self._seeded = seeded
        self._rows = rows
        self._staff = staff
        self._names = names
        self._rules = rules
        self._now = now
        self._last: list[_Origin] = []
        self._earlier: dict[str, list[tuple[datetime, str]]] = {}

    def maybe(self, visit: dict[str, Any], unhappy: dict[str, Any] | None, car: CarOfVisit) -> None:
        """A ticket for each dissatisfied call of the past, and for one visit in two hundred."""
        if visit["handed_over_on"] > self._seeded.today - timedelta(days=30):
            self._last = [*self._last[-39:], _Origin(visit, unhappy, car)]
        if unhappy is not None:
            self._past(_Origin(visit, unhappy, car), unhappy["closed_at"])
        elif self._seeded.chance(0.5):
            self._past(_Origin(visit, None, car), visit["handed_over_at"] + timedelta(days=2))

    def open_ones(self) -> None:
        """One ticket waiting at each step, from just registered to overdue."""
        apart = max(1, len(self._last) // len(_OPEN_AT))
        for (taken, hours), origin in zip(_OPEN_AT, self._last[::apart], strict=False):
            registered = self._now - timedelta(hours=hours)
            self._ticket(_Origin(origin.visit, None, origin.car), registered, taken, hours)

    def _past(self, origin: _Origin, registered: datetime) -> None:
        if registered < self._now - timedelta(days=3):
            self._ticket(origin, registered, len(_LOOP), None)

    def _ticket(
        self, origin: _Origin, registered: datetime, steps: int, hours: float | None
    ) -> None:
        seeded, staff = self._seeded, self._staff
        category, department = seeded.pick(_KINDS)
        valid = hours is not None or seeded.chance(88)
        # One in seven takes longer than the loop allows.
        pace = 1.35 if hours is None and seeded.chance(14) else seeded.random.uniform(0.55, 1.0)
        if hours is not None and steps:
            pace = min(1.0, 0.9 * hours / _LOOP[steps - 1][1])
        level = seeded.pick(_LEVELS)
        handler = staff["advisor" if origin.visit["advisor_id"] != staff["advisor"] else "advisor2"]
        if department is Department.SALES:
            handler = staff["consultant"]
        words = seeded.pick(GRIEVANCES)
        opener = staff["specialist" if seeded.chance(50) else "specialist2"]
        remedy = seeded.pick(_REMEDIES)
        limit = self._rules.complaint_hours
        ticket = self._rows.add(
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
            registered_at=registered,
            registered_by=opener,
            due_at=registered + timedelta(hours=limit),
            repeats_id=self._repeated(origin.car.customer_id, registered),
            satisfied_after=None,
            cost_fen=0,
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
        }
        self._entry(ticket, 1, _S.REGISTERED, registered, opener, begun)
        loop = _LOOP if valid else [s for s in _LOOP if s[0] not in _NOT_WHEN_INVALID]
        known = {"valid": YES if valid else NO}
        for position, (step, hour) in enumerate(loop[:steps], start=2):
            at = registered + timedelta(hours=hour * pace)
            said = self._said(step, level, department, handler, at, valid)
            by = self._taker(step, department, handler, opener)
            self._entry(ticket, position, step, at, by, said)
            ticket["state"] = complaint_steps.next_state(ticket["state"], step, {**known, **said})
            self._keep(ticket, step, at, said)

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
        self._rows.add(
            ComplaintEntry,
            id=self._seeded.id(),
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
            _S.OPINION: self._staff["csmanager"],
            _S.FOLLOWED_UP: self._staff["csmanager"],
            _S.APPROVED: self._staff["gm"],
            _S.SIGNED_OFF: self._staff["gm"],
            _S.DISPATCHED: self._staff[head],
            _S.RETURNED: handler,
        }.get(step, opener)

    def _said(
        self,
        step: ComplaintStep,
        level: ComplaintLevel,
        department: Department,
        handler: str,
        at: datetime,
        valid: bool,
    ) -> dict[str, str]:
        judged = {"level": level.value, "safety": NO, "valid": YES if valid else NO}
        if step is _S.RETURNED:
            return self._returned(at, handler)
        words: dict[ComplaintStep, dict[str, str]] = {
            _S.ACKNOWLEDGED: {"told_at": at.isoformat(), "how": "电话"},
            _S.JUDGED: judged | (_VALID if valid else _NOT_VALID),
            _S.OPINION: {"words": _OPINION if valid else "同意判断，做好解释并回访。"},
            _S.APPROVED: {"words": "同意。"},
            _S.DISPATCHED: {
                "handler": handler,
                "words": "请今天之内联系客户。",
                "limit_hours": str(self._rules.return_hours),
            },
            _S.FOLLOWED_UP: {
                "satisfaction": Satisfaction.SATISFIED.value,
                "handling_score": str(self._seeded.random.randrange(7, 11)),
                "words": "问题解决了，态度也不错。",
            },
            _S.FILED: {"evaluation": "处理及时，客户认可。", "lesson": "完工检查必须逐项打勾。"},
        }
        said = words.get(step, {})
        if step is _S.JUDGED and valid:
            said["department"] = department.value
        return said

    def _returned(self, at: datetime, handler: str) -> dict[str, str]:
        seeded = self._seeded
        response = seeded.pick((ResponseKind.APOLOGY, ResponseKind.REWORK, ResponseKind.GIFT))
        return {
            "investigation": "复检发现护板卡扣松动，已重新固定并路试。",
            "cause_by_department": "完工检查漏项。",
            "cause_by_cs": "交车时没有向客户演示确认。",
            "direct_person": "当班技师",
            "responses": response.value,
            "corrective": "当场修复，免收工时费。",
            "preventive": "完工检查单增加底盘护板一项，班组长复核。",
            "cost": f"{seeded.pick((0, 0, 80, 120, 200, 350)):.2f}",
            "told_at": at.isoformat(),
            "told_by": self._names[handler],
            "reaction": "接受",
            "accepted": YES,
        }

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
        elif step is _S.FOLLOWED_UP:
            ticket["satisfied_after"] = True
            ticket["handling_score"] = int(said["handling_score"])
        elif step is _S.SIGNED_OFF:
            ticket["signed_off_at"] = at
        elif step is _S.FILED:
            ticket["filed_at"] = at


_NOT_WHEN_INVALID = frozenset({_S.APPROVED, _S.DISPATCHED, _S.RETURNED})
