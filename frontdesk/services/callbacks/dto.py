"""What the callback service gives to the window: frozen, filled, nothing mapped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal

from frontdesk.language import Language
from frontdesk.models.call_outcomes import OutcomeRule
from frontdesk.models.call_talk import Talk
from frontdesk.models.callback_rules import Urgency
from frontdesk.models.categories import CategoryTree
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    ComplaintLevel,
    ComplaintState,
    CustomerKind,
    Gender,
    PhoneOwner,
    Satisfaction,
)
from frontdesk.models.rules import CallHours
from frontdesk.models.working_days import DayOff, Rest
from frontdesk.services.scripts import Fact, Progress, Script
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing

__all__ = [
    "AfterCall",
    "AttemptResult",
    "CallSheet",
    "Caller",
    "CategoryTree",
    "DayOff",
    "HouseholdDue",
    "OpenComplaint",
    "OutcomeRule",
    "PastAttempt",
    "PhoneLine",
    "QueueFilter",
    "QueueLook",
    "QueueRow",
    "Rest",
    "Talk",
    "Ticket",
    "TicketDraft",
    "Urgency",
    "WorkDone",
]


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which calls to list.

    ``mine``: assigned to the signed-in person, to nobody, or overdue. ``kinds``: empty for all the
    person may make. ``waiting``: also those whose hour has not come yet. ``overdue``: only those.
    ``hours``: only those best made in this span of the day: agreed for it, or else of customers who
    answered at such an hour before, or never yet. ``search``: only of customers found so, or by
    the call's number. ``narrowing``: only of these. ``limit``: rows at most, the most urgent ones.
    """

    mine: bool = True
    kinds: frozenset[CallbackKind] = frozenset()
    waiting: bool = False
    overdue: bool = False
    hours: CallHours | None = None
    search: str = ""
    narrowing: Narrowing = EVERYBODY
    limit: int = 200


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One call of the queue. ``phone`` is masked."""

    id: str
    number: str
    version: int
    kind: CallbackKind
    status: CallbackStatus
    urgency: Urgency
    customer_id: str
    customer_name: str
    plate: str | None
    model: str | None
    phone: str
    due_until: date
    next_try_at: datetime | None
    attempts: int
    assigned_to: str | None
    assigned_name: str | None
    in_call: bool
    answered_at: time | None
    """The hour of the day at which this customer last answered."""


@dataclass(frozen=True, slots=True)
class QueueLook:
    """The queue at one moment: the most urgent rows, and how many calls there are in all."""

    rows: tuple[QueueRow, ...]
    total: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One number of the customer, masked; the full one is shown by ``reveal_phone``."""

    id: str
    masked: str
    owner: PhoneOwner
    wrong: bool


@dataclass(frozen=True, slots=True)
class HouseholdDue:
    """Another call due in the household, to be taken along in the same conversation."""

    id: str
    number: str
    version: int
    kind: CallbackKind
    customer_name: str
    plate: str | None
    due_until: date


@dataclass(frozen=True, slots=True)
class WorkDone:
    """The visit the call is about."""

    id: str
    number: str
    handed_over_on: date | None
    advisor: str
    items: tuple[str, ...]
    words: str | None
    promised_at: datetime | None
    ready_at: datetime | None
    promise_broken: bool
    total: Decimal | None
    replaced_parts: str | None
    advice: str | None
    next_maintenance_on: date | None
    next_maintenance_km: int | None
    desk_satisfaction: Satisfaction | None


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One earlier attempt to reach the customer, of this or another call."""

    at: datetime
    kind: CallbackKind
    outcome: CallOutcome
    satisfaction: Satisfaction | None
    by: str
    note: str | None
    this_call: bool


@dataclass(frozen=True, slots=True)
class OpenComplaint:
    """A ticket of this customer that is not filed yet."""

    id: str
    number: str
    category: str
    level: ComplaintLevel
    state: ComplaintState
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose words are put into the script: the dealership and who calls."""

    dealership: str
    name: str
    service_phone: str
    booking_phone: str
    rescue_phone: str


@dataclass(frozen=True, slots=True)
class NotedOnPaper:
    """A call that is being entered from paper: who made it, when, and for how many minutes."""

    by: str
    at: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Everything that stands before the caller: who, which car, what was done, the script."""

    id: str
    number: str
    version: int
    kind: CallbackKind
    status: CallbackStatus
    urgency: Urgency
    due_until: date
    next_try_at: datetime | None
    customer_id: str
    customer_number: str
    customer_name: str
    customer_kind: CustomerKind
    gender: Gender
    preferred_hours: str | None
    phones: tuple[PhoneLine, ...]
    vehicle_id: str | None
    plate: str | None
    model: str | None
    mileage_km: int | None
    delivered_on: date | None
    consultant: str | None
    first_maintenance_on: date | None
    first_maintenance_km: int | None
    work: WorkDone | None
    attempts: tuple[PastAttempt, ...]
    complaints: tuple[OpenComplaint, ...]
    complaint_number: str | None
    """Of the ticket a follow-up is about, or of the one registered in this call."""
    ticket_id: str | None
    """The complaint registered in this call."""
    script: Script
    progress: Progress
    note: str
    facts: frozenset[Fact]
    caller: Caller
    started_at: datetime | None
    talk: Talk
    """How long has been talked, and whether the customer waits."""
    mine: bool
    """The signed-in person is the one who has begun this call."""
    may_dial: bool
    """Dialling now needs no reason."""
    rest: DayOff | None
    """Why today is no day for calls, if it is none."""
    household: tuple[HouseholdDue, ...]
    """What else is due in this household, to be taken along."""
    answered_at: time | None
    """The hour of the day at which this customer last answered."""
    suggested_at: datetime
    """When to call again if the customer cannot talk now."""
    closed: bool
    outcomes: Mapping[CallOutcome, OutcomeRule]
    """What each outcome of an attempt asks for and leads to."""
    categories: CategoryTree
    zone: tzinfo | None
    """The desk's time zone, for the hours spoken and shown."""
    occasion: str | None = None
    """Of a call from a list: why we call."""
    paper: NotedOnPaper | None = None
    """What stands on paper, while the call is being entered from there."""


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """What followed from an attempt. ``message_id``: of the message queued in place of the call."""

    status: CallbackStatus
    next_try_at: datetime | None
    attempts: int
    message_id: str | None = None


@dataclass(frozen=True, slots=True)
class AfterCall:
    """What a finished call is to leave behind.

    ``thank``: whether a message of thanks is queued; ``None`` leaves it to the rules.
    ``maintenance_on``: the day the customer has named for the next maintenance.
    ``language``: the one the call was held in, for message and note.
    """

    thank: bool | None = None
    maintenance_on: date | None = None
    language: Language = Language.ZH_CN


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """A complaint drafted from a call: everything already said, nothing typed twice."""

    words: str
    remedy: str
    category: str | None
    level: ComplaintLevel | None
    safety: bool
    """Whether an answer makes of it a matter of safety."""
    concerns: str
    """The answers that tell what went wrong: '修后车况：老问题没解决；…'."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A complaint as the caller registers it."""

    words: str
    category: str
    level: ComplaintLevel
    remedy: str = ""
    concerns: str = ""
    safety: bool = False
