"""What the forms of callbacks show: one call, a day's list, the sheet to call from (domain §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Satisfaction
from frontdesk.reports.inputs.common import Dealership, Printed


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt; ``seconds`` of a conversation. ``entered_at``: when it came in from paper."""

    at: datetime
    by: str
    outcome: CallOutcome
    seconds: int | None = None
    note: str = ""
    reason: str = ""
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a question, taken or not."""

    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its choices, or the words; ``trouble``: the answer tells of some."""

    title: str
    options: tuple[Option, ...] = ()
    words: str = ""
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class CallbackRecord:
    """回访记录表 of one call. Without a number it is blank, to be filled in by hand."""

    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    number: str = ""
    kind: CallbackKind | None = None
    status: CallbackStatus | None = None
    customer: str = ""
    customer_number: str = ""
    phone: str = ""
    plate: str = ""
    model: str = ""
    visit_number: str = ""
    served_on: date | None = None
    served_by: str = ""
    work: str = ""
    due_from: date | None = None
    due_until: date | None = None
    assigned_to: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    in_time: bool | None = None
    attempts: tuple[Attempt, ...] = ()
    questions: tuple[Asked, ...] = ()
    satisfaction: Satisfaction | None = None
    score: int | None = None
    suggestion: str = ""
    note: str = ""
    complaint_number: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One attempt of a day with what came of it."""

    number: str
    at: datetime
    kind: CallbackKind
    customer: str
    plate: str
    by: str
    outcome: CallOutcome
    satisfaction: Satisfaction | None = None
    score: int | None = None
    words: str = ""
    from_paper: bool = False


@dataclass(frozen=True, slots=True)
class DayList:
    """回访记录表 of a day: every attempt; ``of`` names the one person whose it is."""

    day: date | None = None
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    of: str = ""
    rows: tuple[DayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ToCall:
    """One call to make. ``phone`` in full: the sheet is for when nothing else is to be had."""

    number: str
    kind: CallbackKind
    customer: str
    phone: str
    plate: str
    model: str
    about: str
    due_until: date
    overdue: bool
    agreed_at: datetime | None = None
    hours: str = ""
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class CallerSheet:
    """The calls of one caller; '' for those nobody was given. ``left_out``: past its end."""

    caller: str
    rows: tuple[ToCall, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class CallSheetForm:
    """The calls of a day to be made without the program; each caller's begin on a new page."""

    day: date | None = None
    hours: str = ""
    dealership: Dealership = field(default_factory=Dealership)
    printed: Printed = field(default_factory=Printed)
    callers: tuple[CallerSheet, ...] = ()
