"""What the complaint registration form (顾客投诉登记表) shows: domain §5.1, one part per step.

Every part may be left at its default: its box is then printed empty, with lines to write on. Times
are wall-clock times at the desk; money is yuan.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from frontdesk.models.enums import (
    ActionKind,
    ClockColour,
    ComplaintChannel,
    ComplaintLevel,
    ComplaintStep,
    Department,
    PenaltyPart,
    ResponseKind,
    Satisfaction,
)
from frontdesk.reports.inputs.common import Dealership, FiveWTwoH, Printed


@dataclass(frozen=True, slots=True)
class Registration:
    """Step 1, 受理: who complains about what, in the words as said."""

    at: datetime | None = None
    by: str = ""
    channel: ComplaintChannel | None = None
    level: ComplaintLevel | None = None
    category: str = ""
    complainant: str = ""
    complainant_phone: str = ""
    customer: str = ""
    customer_number: str = ""
    plate: str = ""
    vin: str = ""
    car: str = ""
    mileage_km: int | None = None
    visit_number: str = ""
    visit_date: date | None = None
    words: str = ""
    remedy: str = ""
    facts: FiveWTwoH = field(default_factory=FiveWTwoH)
    about: str = ""
    repeat_of: tuple[str, ...] = ()
    repeated_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Step 1a, 告知: when, how and by whom the customer was told."""

    at: datetime | None = None
    by: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Step 2, 判断: safety first, then valid or not."""

    at: datetime | None = None
    by: str = ""
    safety: bool | None = None
    valid: bool | None = None
    department: Department | None = None
    words: str = ""
    explained: str = ""
    reaction: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """Step 3, 处理意见, by the CS manager."""

    at: datetime | None = None
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Step 4, 审核, by the general manager: approved, or sent back with the reason."""

    at: datetime | None = None
    by: str = ""
    approved: bool | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Step 5, 派单: to which handler; the 12-hour clock starts."""

    at: datetime | None = None
    by: str = ""
    handler: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """Step 6, 返单: what was found, done and told to the customer."""

    at: datetime | None = None
    by: str = ""
    through: str = ""
    investigation: str = ""
    cause_by_department: str = ""
    cause_by_cs: str = ""
    direct_person: str = ""
    secondary_person: str = ""
    responses: tuple[ResponseKind, ...] = ()
    corrective: str = ""
    preventive: str = ""
    cost: Decimal | None = None
    penalties: str = ""
    told_at: datetime | None = None
    told_by: str = ""
    reaction: str = ""
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Step 7, 回访. ``handling_score``, 1 to 10, is given to the handling itself."""

    at: datetime | None = None
    by: str = ""
    satisfaction: Satisfaction | None = None
    handling_score: int | None = None
    words: str = ""
    further_routes: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """Step 8, 签字, by the general manager: the clock stops."""

    at: datetime | None = None
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """Step 9, 归档: evaluation and lesson."""

    at: datetime | None = None
    by: str = ""
    evaluation: str = ""
    lesson: str = ""
    attachments: int | None = None
    no_sheet: str = ""


@dataclass(frozen=True, slots=True)
class StepTime:
    """One step of the strip: planned and actual minute, and who has (or had) the ticket."""

    step: ComplaintStep
    planned: datetime | None = None
    actual: datetime | None = None
    holder: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ClockFace:
    """One clock: the whole loop (24 h) or the handling (12 h).

    ``used_minutes`` is without pauses, ``with_pauses_minutes`` from start to end on the wall; so
    are ``in_time`` and ``in_time_with_pauses``, ``None`` while it runs.
    """

    limit_hours: int
    started: datetime | None = None
    due: datetime | None = None
    ended: datetime | None = None
    used_minutes: int | None = None
    with_pauses_minutes: int | None = None
    colour: ClockColour | None = None
    in_time: bool | None = None
    in_time_with_pauses: bool | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clocks stood still: for what, in which words, by whom."""

    start: datetime
    end: datetime | None = None
    reason: str = ""
    words: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Penalty:
    """What somebody bears; yuan."""

    person: str
    part: PenaltyPart | None = None
    amount: Decimal | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What is done about it, by whom and by when; ``done`` is ``None`` while it goes on."""

    kind: ActionKind
    words: str = ""
    owner: str = ""
    due: date | None = None
    done: bool | None = None
    ended: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An earlier, superseded or added entry: nothing that was said is lost on paper."""

    step: ComplaintStep
    at: datetime | None = None
    by: str = ""
    words: str = ""
    round: int = 1


@dataclass(frozen=True, slots=True)
class ComplaintForm:
    """Everything on one 顾客投诉登记表.

    The boxes show what stands now, of the present ``round``; all else said is in ``history``.
    ``held_by`` is empty once nobody waits for anything.
    """

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    registration: Registration = field(default_factory=Registration)
    acknowledgement: Acknowledgement = field(default_factory=Acknowledgement)
    judgement: Judgement = field(default_factory=Judgement)
    opinion: Opinion = field(default_factory=Opinion)
    approval: Approval = field(default_factory=Approval)
    dispatch: Dispatch = field(default_factory=Dispatch)
    returned: Return = field(default_factory=Return)
    follow_up: FollowUp = field(default_factory=FollowUp)
    sign_off: SignOff = field(default_factory=SignOff)
    filing: Filing = field(default_factory=Filing)
    steps: tuple[StepTime, ...] = ()
    clocks: tuple[ClockFace, ...] = ()
    pauses: tuple[Pause, ...] = ()
    paused_minutes: int = 0
    round: int = 1
    held_by: str = ""
    penalties: tuple[Penalty, ...] = ()
    actions: tuple[Action, ...] = ()
    history: tuple[Entry, ...] = ()
