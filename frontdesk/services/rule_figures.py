"""The figures of ``Rules`` one by one: group, unit, bounds; how they are read, set and checked.

A form shows one value per *figure name*: the name of the field of ``Rules``, ``call_hours_1`` and
``call_hours_2`` for the two spans of call hours, ``retry_<outcome>`` for the pause after an attempt
that ended so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.call_outcomes import DEFAULT_OUTCOMES, by_outcome
from frontdesk.models.enums import CallOutcome
from frontdesk.models.rules import CallHours, Rules
from frontdesk.texts.rules import rule_name

SPANS = ("call_hours_1", "call_hours_2")
MOST_DATES = 60
"""Days named one by one; more would be a rule of another kind."""
_RETRY, _NOTE, _REACHED = OF_OUTCOMES = ("retry_", "note_", "reached_")
"""Figures of the table of outcomes: when next, whether a note is needed, whether it is a talk."""
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
_COLUMNS = {_RETRY: "retry_minutes", _NOTE: "needs_note", _REACHED: "reached"}
_DAY = 24 * 60


class Group(StrEnum):
    """The parts of the rules, each a page of its own."""

    VISITS = "visits"
    FILES = "files"
    CALLBACKS = "callbacks"
    SCORES = "scores"
    COMPLAINTS = "complaints"
    DESK = "desk"
    BACKUPS = "backups"


class Unit(StrEnum):
    """What a figure counts.

    ``SPAN`` is from one time of the day to another, ``SWITCH`` is on or off, ``DATES`` are days
    of the calendar.
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


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands and what it may be (both ends included)."""

    group: Group
    unit: Unit
    least: int = 0
    most: int = 0


_G, _U = Group, Unit

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
        "callback_window_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 60),
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
        "routine_months": Figure(_G.CALLBACKS, _U.MONTHS, 0, 12),
        "routine_window_days": Figure(_G.CALLBACKS, _U.DAYS, 0, 7),
        "first_maintenance_months": Figure(_G.CALLBACKS, _U.MONTHS, 1, 24),
        "first_maintenance_km": Figure(_G.CALLBACKS, _U.KM, 500, 100_000),
        "first_maintenance_notice_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 90),
        "late_first_maintenance_days": Figure(_G.CALLBACKS, _U.DAYS, 1, 365),
        "call_hold_minutes": Figure(_G.CALLBACKS, _U.MINUTES, 1, _DAY),
        "thank_after_call": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1),
        "spot_score_below": Figure(_G.CALLBACKS, _U.POINTS, 1, 100),
        "spot_sample": Figure(_G.CALLBACKS, _U.CALLS, 1, 200),
        "fine_routine_consultant": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        "fine_routine_manager": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        "fine_first_consultant": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        "fine_first_manager": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        "fine_call_specialist": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        "fine_call_manager": Figure(_G.CALLBACKS, _U.YUAN, 0, 10_000),
        **{
            f"{_RETRY}{row.outcome}": Figure(_G.CALLBACKS, _U.MINUTES, 1, 30 * _DAY)
            for row in DEFAULT_OUTCOMES
            if row.retry_minutes is not None
        },
        **{f"{_NOTE}{each}": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1) for each in _WITH_NOTE},
        **{f"{_REACHED}{each}": Figure(_G.CALLBACKS, _U.SWITCH, 0, 1) for each in _SPOKEN},
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

_PLANNED = (
    "judge_minutes",
    "opinion_minutes",
    "approve_minutes",
    "dispatch_minutes",
    "follow_up_minutes",
)
"""Steps that come one after the other: none is planned before the one ahead of it."""


def names_of(group: Group) -> tuple[str, ...]:
    """The figures of one group, in order."""
    return tuple(name for name, figure in FIGURES.items() if figure.group is group)


def values_of(rules: Rules) -> dict[str, object]:
    """All figures by name; a span that is not set is ``None``."""
    spans = dict(zip(SPANS, rules.call_hours, strict=False))
    outcomes = by_outcome(rules.call_outcomes)
    values: dict[str, object] = {}
    for name in FIGURES:
        if name in SPANS:
            values[name] = spans.get(name)
        elif name.startswith(OF_OUTCOMES):
            of, _, outcome = name.partition("_")
            values[name] = getattr(outcomes[CallOutcome(outcome)], _COLUMNS[f"{of}_"])
        else:
            values[name] = getattr(rules, name)
    return values


def with_values(rules: Rules, values: Mapping[str, object]) -> Rules:
    """``rules`` with the figures in ``values`` set, checked as a whole.

    Raises:
        InputErrors: figures missing, out of bounds or at odds, each beside its name.
    """
    faults = [fault for name, value in values.items() for fault in _faults(name, value)]
    if faults:
        raise InputErrors(faults)
    wanted: dict[str, Any] = values_of(rules) | dict(values)
    spans = [span for name in SPANS if isinstance(span := wanted[name], CallHours)]
    outcomes = by_outcome(rules.call_outcomes)
    plain = {name: wanted[name] for name in FIGURES if hasattr(rules, name)}
    found = replace(
        rules,
        **plain,
        call_hours=tuple(sorted(spans, key=lambda span: span.start)),
        call_outcomes=tuple(
            replace(
                row,
                **{
                    column: wanted.get(f"{of}{outcome}", getattr(row, column))
                    for of, column in _COLUMNS.items()
                },
            )
            for outcome, row in outcomes.items()
        ),
    )
    at_odds = [
        *_spans_at_odds(wanted),
        *_days_at_odds(found),
        *_plan_at_odds(found),
        *_scores_at_odds(found),
    ]
    if at_odds:
        raise InputErrors(at_odds)
    return found


def _faults(name: str, value: object) -> Iterable[UserError]:
    figure = FIGURES[name]
    if figure.unit is Unit.SPAN:
        if isinstance(value, CallHours) and value.start >= value.end:
            yield UserError("rule.span_reversed", name)
    elif figure.unit is Unit.SWITCH:
        if not isinstance(value, bool):
            yield UserError("rule.missing", name)
    elif figure.unit is Unit.DATES:
        if not isinstance(value, tuple) or not all(isinstance(day, date) for day in value):
            yield UserError("rule.missing", name)
        elif len(value) > figure.most:
            yield UserError("rule.many_dates", name, most=figure.most)
    elif not isinstance(value, int):
        yield UserError("rule.missing", name)
    elif not figure.least <= value <= figure.most:
        yield UserError("rule.range", name, least=f"{figure.least:,}", most=f"{figure.most:,}")


def _spans_at_odds(wanted: Mapping[str, object]) -> Iterable[UserError]:
    first, second = (wanted[name] for name in SPANS)
    if isinstance(first, CallHours) and isinstance(second, CallHours):
        if first.start < second.end and second.start < first.end:
            yield UserError("rule.spans_overlap", SPANS[1])
    elif first is None and second is None:
        yield UserError("rule.span_missing", SPANS[0])


def _days_at_odds(rules: Rules) -> Iterable[UserError]:
    if both := set(rules.closed_days) & set(rules.extra_workdays):
        yield UserError("rule.both_closed_and_open", "extra_workdays", day=min(both))


def _plan_at_odds(rules: Rules) -> Iterable[UserError]:
    """A plan that cannot be kept would only ever show red."""
    for before, name in pairwise(_PLANNED):
        least = getattr(rules, before)
        if getattr(rules, name) < least:
            names = rule_name(before)
            yield UserError("rule.order", name, least=least, before_zh=names.zh, before_en=names.en)
    if rules.follow_up_minutes > rules.complaint_hours * 60:
        yield UserError("rule.after_loop", "follow_up_minutes", most=rules.complaint_hours * 60)


def _scores_at_odds(rules: Rules) -> Iterable[UserError]:
    """One score cannot be rewarded and penalised at once."""
    if rules.incentive_below > rules.incentive_above:
        yield UserError("rule.scores_cross", "incentive_below", most=rules.incentive_above)
