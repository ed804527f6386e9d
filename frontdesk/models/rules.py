"""Every figure of the trade with its default (domain.md). Stored as settings, never constants."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from frontdesk.models.call_outcomes import DEFAULT_OUTCOMES, OutcomeRule


@dataclass(frozen=True, slots=True)
class CallHours:
    """A span of the day in the desk's own time in which calls are made."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Rules:
    """The figures in force. Days, hours, minutes, kilometres and per cent as named."""

    # Visits (§3)
    maintenance_cycle_km: int = 5_000
    maintenance_fallback_months: int = 6
    implausible_daily_km: int = 1_500
    implausible_cycle_days: int = 730
    """A maintenance cycle longer than this comes from figures that cannot be right."""
    repeat_repair_days: int = 90
    repeat_repair_km: int = 5_000
    promise_at_risk_minutes: int = 30
    usual_job_minutes: int = 120
    lost_after_months: int = 6
    insurance_notice_days: int = 45
    inspection_notice_days: int = 45
    maintenance_notice_days: int = 14
    # Callbacks (§4)
    callback_window_days: int = 3
    call_hours: tuple[CallHours, ...] = field(
        default=(CallHours(time(10, 30), time(11, 30)), CallHours(time(15), time(17, 30)))
    )
    max_call_attempts: int = 5
    call_outcomes: tuple[OutcomeRule, ...] = DEFAULT_OUTCOMES
    """What follows when an attempt ends so; an outcome left out keeps its shipped row."""
    late_delivery_days: int = 30
    """A car delivered longer ago than this before it was told makes no new-car call."""
    call_hold_minutes: int = 30
    """For so long a call somebody has begun is theirs alone."""
    daily_after_attempts: int = 2
    """From this attempt on, at most one attempt a day."""
    # Complaints (§5)
    complaint_hours: int = 24
    return_hours: int = 12
    amber_percent: int = 75
    repeat_complaint_days: int = 90
    acknowledge_minutes: int = 60
    judge_minutes: int = 120
    """This and the next ones: minutes from registration at which a step is planned."""
    opinion_minutes: int = 240
    approve_minutes: int = 360
    dispatch_minutes: int = 480
    follow_up_minutes: int = 1_320
    filing_hours: int = 24
    """After sign-off."""
    evidence_mb: int = 25
    """The largest file that is kept, and the next one: all files of one record together."""
    evidence_total_mb: int = 200
    evidence_megapixels: int = 100
    """A picture of more is refused before it is decoded."""
    action_days: int = 14
    """So long a corrective or preventive action is given, unless another day is said."""
    # The desk
    idle_lock_minutes: int = 5
    confirm_minutes: int = 5
    """For so long a password typed for a weighty act holds for the next ones; 0: for one act."""
    undo_seconds: int = 10
    draft_keep_days: int = 30
    clock_jump_minutes: int = 5
    """The PC's clock moving by more than this besides the time that passed was set by somebody."""
    implausible_gap_days: int = 60
    """A longer time without anyone signing in is taken for a clock that was set."""
    # Backups
    backup_minutes: int = 30
    """So often, if something changed; and on closing."""
    backup_hours: int = 24
    """This and the next ones: how far back one backup of each hour, day, week, month is kept."""
    backup_days: int = 14
    backup_weeks: int = 8
    backup_months: int = 12
    second_place_warn_days: int = 7
