"""Complaints (domain §5)."""

from __future__ import annotations

from enum import StrEnum


class ComplaintChannel(StrEnum):
    CALLBACK = "callback"
    DESK = "desk"
    PHONE = "phone"
    VISIT = "visit"
    MESSAGE = "message"
    MANUFACTURER = "manufacturer"
    AUTHORITY = "authority"


class ComplaintLevel(StrEnum):
    """抱怨 (轻微/一般/严重) and 投诉 (一般/紧急/升级)."""

    GRUMBLE_MINOR = "grumble_minor"
    GRUMBLE_NORMAL = "grumble_normal"
    GRUMBLE_SERIOUS = "grumble_serious"
    COMPLAINT_NORMAL = "complaint_normal"
    COMPLAINT_URGENT = "complaint_urgent"
    COMPLAINT_ESCALATED = "complaint_escalated"


class ComplaintStep(StrEnum):
    """One entry of the closed loop (domain §5.1). ``ACKNOWLEDGED`` (1a) is an event of its own."""

    REGISTERED = "registered"
    ACKNOWLEDGED = "acknowledged"
    JUDGED = "judged"
    OPINION = "opinion"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    DISPATCHED = "dispatched"
    RETURNED = "returned"
    FOLLOWED_UP = "followed_up"
    SIGNED_OFF = "signed_off"
    FILED = "filed"
    ADDED = "added"
    PAUSED = "paused"
    RESUMED = "resumed"


class PauseReason(StrEnum):
    """What a clock may wait for (domain §5.1)."""

    CUSTOMER = "customer"
    PARTS = "parts"
    OUTSIDE_BODY = "outside_body"


class IncomingKind(StrEnum):
    """What somebody calls about; one script each (domain §4.2)."""

    SUGGESTION = "suggestion"
    MISUNDERSTANDING = "misunderstanding"
    COMPLAINT = "complaint"


class ActionKind(StrEnum):
    """Mends what happened, or keeps it from happening again."""

    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"


class ActionState(StrEnum):
    """Where an action stands on a day."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    GIVEN_UP = "given_up"


class PenaltyPart(StrEnum):
    """As what somebody bears a penalty."""

    DIRECT = "direct"
    SECONDARY = "secondary"
    DEPARTMENT_HEAD = "department_head"


class Comparison(StrEnum):
    """What a period's figures are compared with."""

    NONE = "none"
    BEFORE = "before"
    YEAR = "year"


class ComplaintState(StrEnum):
    """What a ticket waits for next."""

    TO_JUDGE = "to_judge"
    TO_OPINE = "to_opine"
    TO_APPROVE = "to_approve"
    TO_DISPATCH = "to_dispatch"
    TO_RETURN = "to_return"
    TO_FOLLOW_UP = "to_follow_up"
    TO_SIGN_OFF = "to_sign_off"
    TO_FILE = "to_file"
    FILED = "filed"


class ResponseKind(StrEnum):
    """What the customer is given (domain §5.1, step 6)."""

    REWORK = "rework"
    EXCHANGE = "exchange"
    REFUND = "refund"
    HELP = "help"
    INFORMATION = "information"
    COMPENSATION = "compensation"
    APOLOGY = "apology"
    GIFT = "gift"


class ComplaintClock(StrEnum):
    """The deadlines of a complaint (domain §5.1)."""

    LOOP = "loop"
    ACKNOWLEDGEMENT = "acknowledgement"
    HANDLING = "handling"
    FOLLOW_UP = "follow_up"


class ClockColour(StrEnum):
    """A deadline's state: amber at 75 % of the time, red when over (domain §5.1)."""

    OK = "ok"
    SOON = "soon"
    OVER = "over"
    STOPPED = "stopped"
