"""Every figure of ``Rules`` a form shows: its group, unit and bounds, by its figure name.

A form shows one value per *figure name*: the name of the field of ``Rules``, ``call_hours_1`` and
``call_hours_2`` for the two spans of call hours, ``retry_<outcome>`` for the pause after an attempt
that ended so, ``priority_<kind>`` for the place of a kind of call among the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from frontdesk.models.call_kinds import DEFAULT_KINDS, GIVEN_TO, OWN_FIGURES
from frontdesk.models.call_outcomes import DEFAULT_OUTCOMES
from frontdesk.models.enums import CallbackKind, CallOutcome

SPANS = ("call_hours_1", "call_hours_2")
MOST_DATES = 60
"""Days named one by one; more would be a rule of another kind."""
RETRY, NOTE, REACHED = OF_OUTCOMES = ("retry_", "note_", "reached_")
"""Figures of the table of outcomes: when next, whether a note is needed, whether it is a talk."""
PRIORITY, ROLE, WINDOW = OF_KINDS = ("priority_", "role_", "window_")
"""Figures of the table of kinds of calls: which comes first, who is given it, its days."""
NO_ROLE = "none"
"""The figure of a kind that no default role is set for."""
_WITH_NOTE = tuple(
    row.outcome
    for row in DEFAULT_OUTCOMES
    # What is said of a sold car goes into the file; a whole call has its answers.
    if row.outcome not in (CallOutcome.REACHED, CallOutcome.CAR_SOLD)
)
_SPOKEN = (
    CallOutcome.NOT_CONVENIENT,
    CallOutcome.REJECTED,
    CallOutcome.CAR_SOLD,
    CallOutcome.USED_ELSEWHERE,
    CallOutcome.REFUSES_CALLS,
)
"""After which somebody may be said to have been reached; after the others nobody answered."""
_DAY = 24 * 60
_SOONEST_MONTH = 28
"""The monthly routine calls begin a month after delivery, in February so many days after."""
_KIND_DAYS: Mapping[CallbackKind, tuple[int, int]] = MappingProxyType(
    {
        CallbackKind.COMPLAINT_FOLLOW_UP: (0, 14),
        CallbackKind.LOST_CUSTOMER: (1, 92),
        CallbackKind.SPECIAL_PERIOD: (1, 92),
    }
)
"""The bounds of the days of kinds; of the others ``1`` to ``60``."""


class Group(StrEnum):
    """The parts of the rules, each a page of its own."""

    VISITS = "visits"
    FILES = "files"
    CALLBACKS = "callbacks"
    KINDS = "kinds"
    """Of calls: a table, a row for each."""
    SCORES = "scores"
    COMPLAINTS = "complaints"
    DESK = "desk"
    BACKUPS = "backups"


class Unit(StrEnum):
    """What a figure counts.

    ``SPAN`` is from one time of the day to another, ``SWITCH`` is on or off, ``DATES`` are days
    of the calendar, ``ROLE`` is one of ``roles_for`` a kind of call, ``PLACE`` one in an order.
    """

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    KM = "km"
    KM_A_DAY = "km_a_day"
    PERCENT = "percent"
    TIMES = "times"
    MEGABYTES = "megabytes"
    MEGAPIXELS = "megapixels"
    YUAN = "yuan"
    POINTS = "points"
    PERSONS = "persons"
    CALLS = "calls"
    SWITCH = "switch"
    SPAN = "span"
    DATES = "dates"
    ROLE = "role"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands and what it may be (both ends included)."""

    group: Group
    unit: Unit
    least: int = 0
    most: int = 0


_G, _U = Group, Unit
_OWN_WINDOWS = MappingProxyType(
    {
        "routine_window_days": Figure(_G.KINDS, _U.DAYS, 0, 7),
        "first_maintenance_notice_days": Figure(_G.KINDS, _U.DAYS, 1, 90),
        "thanks_months": Figure(_G.KINDS, _U.MONTHS, 1, 12),
    }
)


def roles_for(kind: CallbackKind) -> tuple[str, ...]:
    """Which roles calls of ``kind`` may be given to first, as figures; one is no choice."""
    return tuple(role or NO_ROLE for role in GIVEN_TO[kind])


def window_of(kind: CallbackKind) -> str:
    """The name of the figure that tells the days of ``kind``."""
    return OWN_FIGURES.get(kind, f"{WINDOW}{kind}")


def _of_kind(kind: CallbackKind) -> Iterable[tuple[str, Figure]]:
    """The row of ``kind``, in the order of its columns."""
    least, most = _KIND_DAYS.get(kind, (1, 60))
    days = _OWN_WINDOWS.get(window_of(kind), Figure(_G.KINDS, _U.DAYS, least, most))
    yield f"{PRIORITY}{kind}", Figure(_G.KINDS, _U.PLACE, 1, 99)
    if len(roles_for(kind)) > 1:
        yield f"{ROLE}{kind}", Figure(_G.KINDS, _U.ROLE)
    yield window_of(kind), days


FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        "maintenance_cycle_km": Figure(_G.VISITS, _U.KM, 500, 100_000),
        "maintenance_fallback_months": Figure(_G.VISITS, _U.MONTHS, 1, 36),
        "maintenance_notice_days": Figure(_G.VISITS, _U.DAYS, 0, 365),
        "implausible_daily_km": Figure(_G.VISITS, _U.KM_A_DAY, 50, 5_000),
        "implausible_cycle_days": Figure(_G.VISITS, _U.DAYS, 30, 3_650),
        "lost_after_months": Figure(_G.VISITS, _U.MONTHS, 1, 60),
        "repeat_repair_days": Figure(_G.VISITS, _U.DAYS, 1, 730),
        "repeat_repair_km": Figure(_G.VISITS, _U.KM, 1, 100_000),
        "promise_at_risk_minutes": Figure(_G.VISITS, _U.MINUTES, 0, _DAY),
        "usual_job_minutes": Figure(_G.VISITS, _U.MINUTES, 5, _DAY),
        "insurance_notice_days": Figure(_G.VISITS, _U.DAYS, 0, 365),
        "inspection_notice_days": Figure(_G.VISITS, _U.DAYS, 0, 365),
        "labour_rate_yuan": Figure(_G.VISITS, _U.YUAN, 0, 10_000),
        "desk_opens_hour": Figure(_G.VISITS, _U.HOURS, 0, 23),
        "desk_closes_hour": Figure(_G.VISITS, _U.HOURS, 1, 24),
        "appointment_minutes": Figure(_G.VISITS, _U.MINUTES, 10, 240),
        "appointments_per_slot": Figure(_G.VISITS, _U.TIMES, 1, 50),
        "no_show_minutes": Figure(_G.VISITS, _U.MINUTES, 5, _DAY),
        "photos_on_sheet": Figure(_G.VISITS, _U.SWITCH, 0, 1),
        "warranty_months": Figure(_G.VISITS, _U.MONTHS, 1, 180),
        "warranty_km": Figure(_G.VISITS, _U.KM, 1_000, 500_000),
        "warranty_notice_days": Figure(_G.VISITS, _U.DAYS, 0, 365),
        "statutory_months": Figure(_G.VISITS, _U.MONTHS, 1, 120),
        "statutory_km": Figure(_G.VISITS, _U.KM, 1_000, 500_000),
        "statutory_repairs": Figure(_G.VISITS, _U.TIMES, 1, 20),
        "statutory_days": Figure(_G.VISITS, _U.DAYS, 1, 365),
        "statutory_safety_repairs": Figure(_G.VISITS, _U.TIMES, 1, 20),
        "class_a_visits": Figure(_G.FILES, _U.TIMES, 1, 50),
        "class_a_top_percent": Figure(_G.FILES, _U.PERCENT, 0, 100),
        "class_window_months": Figure(_G.FILES, _U.MONTHS, 1, 60),
        "class_c_months": Figure(_G.FILES, _U.MONTHS, 1, 60),
        "class_d_months": Figure(_G.FILES, _U.MONTHS, 1, 120),
        "badge_visits": Figure(_G.FILES, _U.TIMES, 1, 50),
        "badge_here_years": Figure(_G.FILES, _U.YEARS, 1, 20),
        "badge_out_of_warranty_months": Figure(_G.FILES, _U.MONTHS, 1, 60),
        "undo_import_days": Figure(_G.FILES, _U.DAYS, 1, 365),
        "retention_years": Figure(_G.FILES, _U.YEARS, 1, 50),
        "persons_threshold": Figure(_G.FILES, _U.PERSONS, 1_000, 10_000_000),
        "call_hours_1": Figure(_G.CALLBACKS, _U.SPAN),
        "call_hours_2": Figure(_G.CALLBACKS, _U.SPAN),
        "rest_on_weekends": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1),
        "rest_on_holidays": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1),
        "closed_days": Figure(_G.CALLBACKS, _U.DATES, 0, MOST_DATES),
        "extra_workdays": Figure(_G.CALLBACKS, _U.DATES, 0, MOST_DATES),
        "contact_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 60),
        "max_call_attempts": Figure(_G.CALLBACKS, _U.TIMES, 1, 20),
        "daily_after_attempts": Figure(_G.CALLBACKS, _U.TIMES, 1, 20),
        "late_delivery_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 365),
        "late_hand_over_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 365),
        "after_service_percent": Figure(_G.CALLBACKS, _U.PERCENT, 0, 100),
        "due_ahead_days": Figure(_G.CALLBACKS, _U.DAYS, 0, 14),
        "routine_second_day": Figure(_G.CALLBACKS, _U.DAYS, 1, _SOONEST_MONTH - 1),
        "routine_questionnaire_day": Figure(_G.CALLBACKS, _U.DAYS, 1, _SOONEST_MONTH - 1),
        "routine_last_day": Figure(_G.CALLBACKS, _U.DAYS, 1, _SOONEST_MONTH - 1),
        "routine_months": Figure(_G.CALLBACKS, _U.MONTHS, 0, 12),
        "first_maintenance_months": Figure(_G.CALLBACKS, _U.MONTHS, 1, 24),
        "first_maintenance_km": Figure(_G.CALLBACKS, _U.KM, 500, 100_000),
        "late_first_maintenance_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 365),
        "call_hold_minutes": Figure(_G.CALLBACKS, _U.MINUTES, 1, _DAY),
        "thank_after_call": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1),
        "spot_score_below": Figure(_G.CALLBACKS, _U.POINTS, 1, 100),
        "spot_sample": Figure(_G.CALLBACKS, _U.CALLS, 1, 200),
        **{
            f"{RETRY}{row.outcome}": Figure(_G.CALLBACKS, _U.MINUTES, 1, 30 * _DAY)
            for row in DEFAULT_OUTCOMES
            if row.retry_minutes is not None
        },
        **{f"{NOTE}{each}": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1) for each in _WITH_NOTE},
        **{f"{REACHED}{each}": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1) for each in _SPOKEN},
        **{name: figure for row in DEFAULT_KINDS for name, figure in _of_kind(row.kind)},
        "flag_least_calls": Figure(_G.SCORES, _U.CALLS, 3, 1_000),
        "flag_gap_points": Figure(_G.SCORES, _U.POINTS, 1, 100),
        "flag_short_percent": Figure(_G.SCORES, _U.PERCENT, 1, 100),
        "flag_same_in_row": Figure(_G.SCORES, _U.CALLS, 3, 1_000),
        "incentive_above": Figure(_G.SCORES, _U.POINTS, 1, 100),
        "incentive_above_consultant": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_above_sales_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_below": Figure(_G.SCORES, _U.POINTS, 1, 100),
        "incentive_below_consultant": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_below_specialist": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_below_sales_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_below_cs_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "incentive_zero_manager_percent": Figure(_G.SCORES, _U.PERCENT, 0, 100),
        "incentive_zero_percent": Figure(_G.SCORES, _U.PERCENT, 0, 100),
        "fine_routine_consultant": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "fine_routine_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "fine_first_consultant": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "fine_first_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "fine_call_specialist": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "fine_call_manager": Figure(_G.SCORES, _U.YUAN, 0, 10_000),
        "complaint_hours": Figure(_G.COMPLAINTS, _U.HOURS, 1, 720),
        "return_hours": Figure(_G.COMPLAINTS, _U.HOURS, 1, 720),
        "filing_hours": Figure(_G.COMPLAINTS, _U.HOURS, 1, 720),
        "action_days": Figure(_G.COMPLAINTS, _U.DAYS, 1, 365),
        "amber_percent": Figure(_G.COMPLAINTS, _U.PERCENT, 1, 100),
        "repeat_complaint_days": Figure(_G.COMPLAINTS, _U.DAYS, 1, 730),
        "acknowledge_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "judge_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "opinion_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "approve_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "dispatch_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "follow_up_minutes": Figure(_G.COMPLAINTS, _U.MINUTES, 1, 720 * 60),
        "evidence_mb": Figure(_G.COMPLAINTS, _U.MEGABYTES, 1, 200),
        "evidence_total_mb": Figure(_G.COMPLAINTS, _U.MEGABYTES, 1, 2_000),
        "evidence_megapixels": Figure(_G.COMPLAINTS, _U.MEGAPIXELS, 1, 200),
        "idle_lock_minutes": Figure(_G.DESK, _U.MINUTES, 0, 480),
        "confirm_minutes": Figure(_G.DESK, _U.MINUTES, 0, 60),
        "undo_seconds": Figure(_G.DESK, _U.SECONDS, 3, 120),
        "draft_keep_days": Figure(_G.DESK, _U.DAYS, 1, 365),
        "clock_jump_minutes": Figure(_G.DESK, _U.MINUTES, 1, 720),
        "implausible_gap_days": Figure(_G.DESK, _U.DAYS, 7, 365),
        "backup_minutes": Figure(_G.BACKUPS, _U.MINUTES, 5, _DAY),
        "backup_hours": Figure(_G.BACKUPS, _U.HOURS, 0, 168),
        "backup_days": Figure(_G.BACKUPS, _U.DAYS, 1, 365),
        "backup_weeks": Figure(_G.BACKUPS, _U.WEEKS, 0, 104),
        "backup_months": Figure(_G.BACKUPS, _U.MONTHS, 0, 120),
        "second_place_warn_days": Figure(_G.BACKUPS, _U.DAYS, 1, 90),
    }
)
"""Every figure in the order of the form."""


def names_of(group: Group) -> tuple[str, ...]:
    """The figures of one group, in order."""
    return tuple(name for name, figure in FIGURES.items() if figure.group is group)
