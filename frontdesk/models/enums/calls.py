"""Calls and messages (domain §4)."""

from __future__ import annotations

from enum import StrEnum


class CallbackKind(StrEnum):
    """What falls due (domain §4.1)."""

    AFTER_SERVICE = "after_service"
    NEW_CAR = "new_car"
    NEW_CAR_ROUTINE = "new_car_routine"
    FIRST_MAINTENANCE = "first_maintenance"
    NEW_CUSTOMER_THANKS = "new_customer_thanks"
    LOST_CUSTOMER = "lost_customer"
    RETURNED_CUSTOMER = "returned_customer"
    COMPLAINT_FOLLOW_UP = "complaint_follow_up"
    SPECIAL_PERIOD = "special_period"
    SPOT_CHECK = "spot_check"


class CallbackStatus(StrEnum):
    """Every call ends in exactly one of the closed states."""

    DUE = "due"
    AGREED_TIME = "agreed_time"
    RETRY = "retry"
    DONE = "done"
    UNREACHED = "unreached"
    DO_NOT_CALL = "do_not_call"
    WITHDRAWN = "withdrawn"


class CallOutcome(StrEnum):
    """How one attempt ended (domain §4.2); what follows from it is a setting."""

    REACHED = "reached"
    NOT_CONVENIENT = "not_convenient"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    REJECTED = "rejected"
    SWITCHED_OFF = "switched_off"
    SUSPENDED = "suspended"
    WRONG_NUMBER = "wrong_number"
    CAR_SOLD = "car_sold"
    USED_ELSEWHERE = "used_elsewhere"
    REFUSES_CALLS = "refuses_calls"


class RoutineState(StrEnum):
    """How one stage of a new-car routine sheet stands."""

    DONE = "done"
    LATE = "late"
    """Made, but after its last day."""
    OPEN = "open"
    MISSED = "missed"
    """Its last day passed without a call."""
    EXCUSED = "excused"
    """Not to be made after all: never reached, wants no calls, withdrawn."""


class SpotRule(StrEnum):
    """How a call came to be looked at again."""

    RANDOM = "random"
    LOW_SCORES = "low_scores"
    ONE_CALLER = "one_caller"
    BY_HAND = "by_hand"


class SpotVerdict(StrEnum):
    """What a spot check found of a call."""

    REAL = "real"
    NOT_MADE = "not_made"
    FAULTY = "faulty"


class MessageChannel(StrEnum):
    """How a message reaches the customer."""

    SMS = "sms"


class MessageState(StrEnum):
    """How far a message has come."""

    QUEUED = "queued"
    COPIED = "copied"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
