"""Every figure of the trade with its default (domain.md). Stored as settings, never constants."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from frontdesk.models.call_kinds import DEFAULT_KINDS, KindRule
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
    labour_rate_yuan: int = 150
    """An hour of labour, unless the price list says otherwise."""
    desk_opens_hour: int = 8
    """This and the next one: the hours between which appointments are given."""
    desk_closes_hour: int = 18
    appointment_minutes: int = 30
    """How long one slot of the appointment board is."""
    appointments_per_slot: int = 3
    no_show_minutes: int = 60
    """So long after its time an appointment nobody came to is offered as a no-show."""
    photos_on_sheet: bool = True
    """Photos of the walk-around follow the intake sheet on a page of their own."""
    warranty_months: int = 36
    """This and the next one: the warranty of a car where its file says nothing else."""
    warranty_km: int = 60_000
    warranty_notice_days: int = 30
    statutory_months: int = 24
    """三包: this and the next one bound the period in which a car may have to be exchanged."""
    statutory_km: int = 50_000
    statutory_repairs: int = 4
    """More repairs of the same defect than this."""
    statutory_days: int = 30
    """More days in repair, all together, than this."""
    statutory_safety_repairs: int = 2
    """A serious safety fault that is still there after so many repairs."""
    # Customer files (§2)
    class_a_visits: int = 4
    class_a_top_percent: int = 20
    class_window_months: int = 12
    class_c_months: int = 6
    class_d_months: int = 12
    badge_visits: int = 4
    badge_here_years: int = 2
    badge_out_of_warranty_months: int = 6
    undo_import_days: int = 30
    retention_years: int = 5
    """A person without visit, call or complaint for so long is offered for deletion."""
    persons_threshold: int = 100_000
    """From so many persons on the law asks for more (PIPL); the counter warns before."""
    maintenance_notice_days: int = 14
    # Callbacks (§4)
    call_kinds: tuple[KindRule, ...] = DEFAULT_KINDS
    """Order, role and days of each kind of call; a kind left out keeps its shipped row."""
    callback_window_days: int = 3
    """The days of those kinds whose row says none: older stores knew one figure for them."""
    call_hours: tuple[CallHours, ...] = field(
        default=(CallHours(time(10, 30), time(11, 30)), CallHours(time(15), time(17, 30)))
    )
    rest_on_weekends: bool = True
    rest_on_holidays: bool = True
    """By the public calendar of China, whose make-up workdays are working days."""
    closed_days: tuple[date, ...] = ()
    """Further days on which no calls are made; and the next one: days on which they are anyway."""
    extra_workdays: tuple[date, ...] = ()
    contact_days: int = 7
    """Within so many days a specialist contacts a customer newly given to them."""
    max_call_attempts: int = 5
    call_outcomes: tuple[OutcomeRule, ...] = DEFAULT_OUTCOMES
    """What follows when an attempt ends so; an outcome left out keeps its shipped row."""
    late_delivery_days: int = 30
    """A car delivered longer ago than this before it was told makes no new-car call."""
    late_hand_over_days: int = 30
    """The same for a car handed over: calls made from what the store holds look no further back."""
    after_service_percent: int = 100
    """Of customers who are no members; members are always called."""
    due_ahead_days: int = 3
    """So long before its first day a call is made, for tomorrow's sheet and for sharing out."""
    routine_second_day: int = 3
    """This and the next two: days after delivery of the routine calls between that of the day
    itself and the monthly ones."""
    routine_questionnaire_day: int = 7
    routine_last_day: int = 15
    routine_months: int = 3
    """Routine calls of a new car go on monthly for so long, or until first maintenance."""
    routine_window_days: int = 2
    """A routine call made so many days after its day is still in time."""
    thanks_months: int = 1
    """A new customer is thanked within so many months, that of the first visit counted."""
    first_maintenance_months: int = 3
    """This and the next one: first maintenance is due at whichever comes first."""
    first_maintenance_km: int = 5_000
    first_maintenance_notice_days: int = 14
    late_first_maintenance_days: int = 90
    """A first maintenance overdue for longer makes no call."""
    call_hold_minutes: int = 30
    """For so long a call somebody has begun is theirs alone."""
    daily_after_attempts: int = 2
    """From this attempt on, at most one attempt a day."""
    thank_after_call: bool = True
    """A message of thanks is queued when a call is finished, unless it is switched off there."""
    spot_score_below: int = 80
    """A call with a lower score, or whose customer was not satisfied, counts as a low one."""
    spot_sample: int = 10
    """So many calls are drawn at random unless another number is said."""
    fine_routine_consultant: int = 50
    """This and the next ones, in yuan: what a call not made costs whom (§4.3)."""
    fine_routine_manager: int = 100
    fine_first_consultant: int = 10
    fine_first_manager: int = 20
    fine_call_specialist: int = 50
    fine_call_manager: int = 100
    # Scores of calls and what they bring (§4.3)
    flag_least_calls: int = 10
    """Fewer calls of one person are no pattern: nothing is flagged."""
    flag_gap_points: int = 5
    """Scores all 100 are flagged where those of the others' calls are lower by so much."""
    flag_short_percent: int = 40
    """A conversation shorter than this share of the median of its kind is a short one."""
    flag_same_in_row: int = 20
    """So many calls of one kind in a row with the very same answers are flagged."""
    incentive_above: int = 95
    """Above this score the next two, in yuan, are added."""
    incentive_above_consultant: int = 50
    incentive_above_sales_manager: int = 100
    incentive_below: int = 80
    """Below this score the next four, in yuan, are taken off."""
    incentive_below_consultant: int = 50
    incentive_below_specialist: int = 50
    incentive_below_sales_manager: int = 100
    incentive_below_cs_manager: int = 100
    incentive_zero_manager_percent: int = 20
    """This and the next one: a score of zero costs this share of the wage instead."""
    incentive_zero_percent: int = 10
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
