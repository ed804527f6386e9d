"""The people of the loop and what each step says, for the tests of the complaint desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors, UserError
from frontdesk.models.enums import (
    ComplaintChannel,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Role,
    VisitStatus,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.services.complaints.dto import RegisterComplaint, Ticket
from frontdesk.services.registry import Services
from tests.factories import Make

Step = ComplaintStep
State = ComplaintState

DECIDERS = (Role.CS_MANAGER, Role.SERVICE_MANAGER, Role.GENERAL_MANAGER)
"""Who sets actions and penalties of a complaint about service."""
TAKER = {
    Step.ACKNOWLEDGED: Role.CS_SPECIALIST,
    Step.JUDGED: Role.CS_SPECIALIST,
    Step.OPINION: Role.CS_MANAGER,
    Step.APPROVED: Role.GENERAL_MANAGER,
    Step.SENT_BACK: Role.GENERAL_MANAGER,
    Step.DISPATCHED: Role.SERVICE_MANAGER,
    Step.RETURNED: Role.SERVICE_MANAGER,
    Step.FOLLOWED_UP: Role.CS_MANAGER,
    Step.SIGNED_OFF: Role.GENERAL_MANAGER,
    Step.FILED: Role.CS_SPECIALIST,
    Step.ADDED: Role.CS_SPECIALIST,
    Step.PAUSED: Role.CS_MANAGER,
    Step.RESUMED: Role.CS_MANAGER,
}
WAY = (
    Step.JUDGED,
    Step.OPINION,
    Step.APPROVED,
    Step.DISPATCHED,
    Step.RETURNED,
    Step.FOLLOWED_UP,
    Step.SIGNED_OFF,
    Step.FILED,
)
STATES = (
    State.TO_JUDGE,
    State.TO_OPINE,
    State.TO_APPROVE,
    State.TO_DISPATCH,
    State.TO_RETURN,
    State.TO_FOLLOW_UP,
    State.TO_SIGN_OFF,
    State.TO_FILE,
    State.FILED,
)


@dataclass
class Loop:
    """One dealership with one person per role and a customer whose car was served."""

    make: Make
    clock: FixedClock
    people: dict[Role, Services] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for role in Role:
            self.people[role] = self.make.services(role, login=role.value, name=role.value)
        self.handler = self.make.services(Role.SERVICE_ADVISOR, name="处理人")
        self.advisor = self.make.services(Role.SERVICE_ADVISOR, name="接待人")
        self.customer = self.make.customer("王芳", phones=["13800138000"])
        self.vehicle = self.make.vehicle(self.customer, plate="粤B12345")
        self.visit = self.make.visit(
            self.vehicle, status=VisitStatus.HANDED_OVER, advisor_id=self.advisor.desk.actor.id
        )

    def given(self, **changes: object) -> RegisterComplaint:
        values: dict[str, object] = {
            "customer_id": self.customer,
            "vehicle_id": self.vehicle,
            "visit_id": self.visit,
            "words": "空调修了两次还是不凉",
            "remedy": "要求免费修好",
            "channel": ComplaintChannel.PHONE,
            "category": "repair_quality.not_fixed",
            "level": ComplaintLevel.COMPLAINT_NORMAL,
        }
        return RegisterComplaint(**(values | changes))  # type: ignore[arg-type]

    def register(self, **changes: object) -> str:
        return self.people[Role.CS_SPECIALIST].complaints.register(self.given(**changes))

    def open(self, complaint_id: str, role: Role = Role.GENERAL_MANAGER) -> Ticket:
        return self.people[role].complaints.open(complaint_id)

    def said(self, step: Step, **changes: object) -> dict[str, object]:
        """A whole, valid saying of ``step``."""
        return SAID[step] | self._own(step) | changes

    def _own(self, step: Step) -> dict[str, object]:
        match step:
            case Step.DISPATCHED:
                return {"handler": self.handler.desk.actor.id}
            case Step.ACKNOWLEDGED | Step.RETURNED:
                return {"told_at": self.clock.now()}
            case _:
                return {}

    def take(
        self, complaint_id: str, step: Step, by: Services | None = None, **changes: object
    ) -> State:
        who = by or self.people[TAKER[step]]
        version = self.open(complaint_id).version
        who.desk.confirmation.give()
        return who.complaints.take(complaint_id, step, self.said(step, **changes), version)

    def at(self, state: State, **given: object) -> str:
        """A ticket the customer was told of, come as far as ``state``, an hour between steps."""
        complaint_id = self.register(**given)
        self.take(complaint_id, Step.ACKNOWLEDGED)
        for step in WAY[: STATES.index(state)]:
            self.clock.move(timedelta(hours=1))
            self.take(complaint_id, step)
        return complaint_id


SAID: dict[Step, dict[str, object]] = {
    Step.ACKNOWLEDGED: {"how": "电话"},
    Step.JUDGED: {
        "level": ComplaintLevel.COMPLAINT_URGENT,
        "safety": False,
        "valid": True,
        "department": "service",
    },
    Step.OPINION: {"words": "免费返修，致歉并赠保养一次"},
    Step.APPROVED: {},
    Step.SENT_BACK: {"words": "请补充补偿方案"},
    Step.DISPATCHED: {},
    Step.RETURNED: {
        "investigation": "膨胀阀堵塞",
        "cause_by_department": "未清洗管路",
        "cause_by_cs": "未试车",
        "direct_person": "李师傅",
        "responses": ("rework", "apology"),
        "corrective": "更换膨胀阀",
        "preventive": "修后必试车",
        "cost": "380.50",
        "told_by": "处理人",
        "reaction": "表示接受",
        "accepted": True,
    },
    Step.FOLLOWED_UP: {"satisfaction": "satisfied", "handling_score": 9, "words": "很满意"},
    Step.SIGNED_OFF: {},
    Step.FILED: {"evaluation": "处理及时", "lesson": "修后必须试车确认", "no_sheet": "顾客在外地"},
    Step.ADDED: {"words": "顾客再次来电询问"},
    Step.PAUSED: {"pause_reason": "parts", "words": "等待膨胀阀到货"},
    Step.RESUMED: {},
}


def codes(refused: pytest.ExceptionInfo[UserError]) -> set[tuple[str, str | None]]:
    """Code and field of each sentence of a refusal."""
    error = refused.value
    each = error.errors if isinstance(error, InputErrors) else (error,)
    return {(one.code, one.field) for one in each}


def acts(services: Services, complaint_id: str) -> list[str]:
    """What the trail says was done to a ticket, in order."""
    with services.desk.read() as session:
        entries = session.query(AuditEntry).filter_by(subject_id=complaint_id)
        return [entry.action for entry in entries.order_by(AuditEntry.sequence)]
