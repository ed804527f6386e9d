"""Which calls an event owes, on which days, and what ends the debt (domain §4.1).

Pure functions over calendar days; figures come from ``Rules``. Who makes a call, and which comes
first, stands in ``callback_rules``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from frontdesk.models.call_kinds import window_days
from frontdesk.models.callback_rules import due_window
from frontdesk.models.enums import CallbackKind
from frontdesk.models.maintenance import Reading, use_of
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules

_STAGES = ("d0", "d3", "d7", "d15")
"""The routine calls before the monthly ones. Names that occasions are made of, not days: whatever
day is set for one, a car has it once."""
_A_DAY = timedelta(days=1)


EVERY_ONE = "g"
"""Stands behind every hexadecimal digit."""


class Withdrawn(StrEnum):
    """Why a call is not owed any more: keys of ``texts.callbacks``."""

    DO_NOT_CALL = "callbacks.withdrawn.do_not_call"
    VISIT_CANCELLED = "callbacks.withdrawn.visit_cancelled"
    DELIVERY_CANCELLED = "callbacks.withdrawn.delivery_cancelled"
    CAR_PASSED_ON = "callbacks.withdrawn.car_passed_on"
    MAINTAINED = "callbacks.withdrawn.maintained"
    MISSED = "callbacks.withdrawn.missed"
    """A routine call whose next stage has begun: the sheet counts it as missed."""
    FOLLOWED_UP = "callbacks.withdrawn.followed_up"
    CAME_BACK = "callbacks.withdrawn.came_back"
    LIST_CLOSED = "callbacks.withdrawn.list_closed"


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a call is to be made, both ends within."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Stage:
    """One routine call of a new car. From ``passed_on`` the next stage has taken its place."""

    key: str
    window: Window
    passed_on: date


def after_hand_over(handed_over_on: date, rules: Rules) -> Window:
    """The after-service call."""
    return Window(*due_window(handed_over_on, rules))


def returned(handed_over_on: date, rules: Rules) -> Window:
    """The call to a lost customer who came back."""
    return Window(*due_window(handed_over_on, rules, CallbackKind.RETURNED_CUSTOMER))


def after_delivery(delivered_on: date, rules: Rules) -> Window:
    """The new-car call of customer service."""
    return Window(*due_window(delivered_on, rules, CallbackKind.NEW_CAR))


def thanks(handed_over_on: date, rules: Rules) -> Window:
    """The thanks to a new customer: within the month of the first visit, or as many as are set.

    Who came on its last days is thanked within the days of an after-service call.
    """
    first, least = due_window(handed_over_on, rules)
    following = plus_months(handed_over_on.replace(day=1), rules.thanks_months)
    return Window(first, max(least, following - _A_DAY))


def follow_up(returned_on: date, rules: Rules) -> Window:
    """The follow-up of a complaint: the same day its handling is returned, or as many later."""
    days = window_days(CallbackKind.COMPLAINT_FOLLOW_UP, rules)
    return Window(returned_on, returned_on + timedelta(days=days))


def spot_check(drawn_on: date, rules: Rules) -> Window:
    """The call about another one, from the day it is drawn."""
    days = max(1, window_days(CallbackKind.SPOT_CHECK, rules))
    return Window(drawn_on, drawn_on + timedelta(days=days - 1))


def routine_stages(delivered_on: date, rules: Rules) -> tuple[Stage, ...]:
    """The routine calls of a car: ``d0 d3 d7 d15``, then ``m1 m2 …`` up to first maintenance.

    ``d7`` carries the questionnaire, on whatever day it is.
    """
    return _stages(delivered_on, _routine(rules))


@dataclass(frozen=True, slots=True)
class _Routine:
    """What the stages are told by."""

    days: tuple[int, ...]
    months: int
    late: int


def _routine(rules: Rules) -> _Routine:
    days = (rules.routine_second_day, rules.routine_questionnaire_day, rules.routine_last_day)
    return _Routine((0, *days), rules.routine_months, rules.routine_window_days)


@lru_cache(maxsize=2_000)
def _stages(delivered_on: date, routine: _Routine) -> tuple[Stage, ...]:
    months = routine.months
    named = zip(_STAGES, routine.days, strict=True)
    days = [(key, delivered_on + timedelta(days=n)) for key, n in named]
    days += [(f"m{n}", plus_months(delivered_on, n)) for n in range(1, months + 1)]
    ends = [day for _, day in days[1:]] + [plus_months(delivered_on, months + 1)]
    late = timedelta(days=routine.late)
    return tuple(
        Stage(key, Window(day, min(day + late, end - _A_DAY)), end)
        for (key, day), end in zip(days, ends, strict=True)
    )


def stage_told(key: str, first: date, delivered_on: date | None) -> str:
    """What a stage is called by: the day it is on, whatever was set when it got its name."""
    days = -1 if delivered_on is None else (first - delivered_on).days
    return f"d{days}" if key in _STAGES and days >= 0 else key


def routine_due(today: date, rules: Rules) -> Sequence[tuple[date, Stage]]:
    """(delivery day, stage) of every routine call whose time it is, or soon will be."""
    ahead = today + timedelta(days=rules.due_ahead_days)
    return _routine_due(today, ahead, _routine(rules))


@lru_cache(maxsize=16)
def _routine_due(today: date, ahead: date, routine: _Routine) -> tuple[tuple[date, Stage], ...]:
    """Asked several times for the same day."""
    first = plus_months(today, -routine.months - 2)
    days = (first + timedelta(days=n) for n in range((ahead - first).days + 1))
    return tuple(
        (day, stage)
        for day in days
        for stage in _stages(day, routine)
        if stage.window.first <= ahead and stage.passed_on > today
    )


def routine_passed(before: date, today: date, rules: Rules) -> Sequence[tuple[date, Stage]]:
    """(delivery day, stage) of every routine call whose place the next one took since ``before``.

    Also of those whose time had not come by then: a call may be there from before it got its day.
    """
    routine = _routine(rules)
    day = plus_months(before, -routine.months - 2)
    found = []
    while day <= today:
        stages = _stages(day, routine)
        found += [(day, stage) for stage in stages if before < stage.passed_on <= today]
        day += _A_DAY
    return found


def routine_missed(today: date, rules: Rules) -> Mapping[str, date]:
    """By stage, the newest delivery day of a car whose next stage has begun."""
    newest: dict[str, date] = {}
    day = today
    oldest = plus_months(today, -rules.routine_months - 2)
    while day >= oldest:
        for stage in routine_stages(day, rules):
            if stage.key not in newest and stage.passed_on <= today:
                newest[stage.key] = day
        day -= _A_DAY
    return MappingProxyType(newest)


@dataclass(frozen=True, slots=True)
class NewCar:
    """What tells when a car's first maintenance is due; ``reading`` is the newest one."""

    delivered_on: date
    next_maintenance_on: date | None = None
    next_maintenance_km: int | None = None
    purchased_on: date | None = None
    reading: Reading | None = None


def first_maintenance_on(car: NewCar, rules: Rules) -> date:
    """The day of first maintenance, by date or mileage, whichever comes first.

    The mileage is reached at the kilometres a day driven since purchase; where they are not
    plausible only the date counts.
    """
    by_date = car.next_maintenance_on or plus_months(
        car.delivered_on, rules.first_maintenance_months
    )
    if car.reading is None:
        return by_date
    since = car.purchased_on or car.delivered_on
    daily = use_of(car.reading, None, since, rules)
    limit = car.next_maintenance_km or rules.first_maintenance_km
    if car.reading.km >= limit:
        return min(by_date, car.reading.on)
    if daily is None:
        return by_date
    days = (Decimal(limit - car.reading.km) / daily).to_integral_value(ROUND_FLOOR)
    return min(by_date, car.reading.on + timedelta(days=int(days)))


def first_maintenance(due_on: date, rules: Rules) -> Window:
    """The call comes before the day; past it the call is overdue."""
    return Window(due_on - timedelta(days=rules.first_maintenance_notice_days), due_on)


def lost_before(arrived_on: date, rules: Rules) -> date:
    """Who was last here on this day or before is lost on ``arrived_on``."""
    return plus_months(arrived_on, -rules.lost_after_months)


def called_share(visit_id: str, rules: Rules) -> bool:
    """Whether the hand-over of a customer who is no member is asked about at all.

    Of all by default; else a share of them, told by the random end of the visit's id, so that the
    same visit always gives the same answer and nobody can tell beforehand.
    """
    return visit_id[-2:] < share_limit(rules)


def share_limit(rules: Rules) -> str:
    """The hexadecimal ends of ids below which visits are asked about; sorts as text."""
    limit = -(-256 * rules.after_service_percent // 100)
    return f"{limit:02x}" if limit < 256 else EVERY_ONE
