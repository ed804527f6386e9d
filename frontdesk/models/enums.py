"""The closed lists of the front office. Stored by value; named in ``frontdesk.texts.terms``."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a staff member is in the front office (domain §1)."""

    SERVICE_ADVISOR = "service_advisor"
    SALES_CONSULTANT = "sales_consultant"
    CS_SPECIALIST = "cs_specialist"
    CS_MANAGER = "cs_manager"
    SERVICE_MANAGER = "service_manager"
    SALES_MANAGER = "sales_manager"
    GENERAL_MANAGER = "general_manager"
    ADMINISTRATOR = "administrator"


class Department(StrEnum):
    """The department a complaint is about."""

    SERVICE = "service"
    SALES = "sales"


class CustomerKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"
    FLEET = "fleet"


class Gender(StrEnum):
    UNKNOWN = "unknown"
    MALE = "male"
    FEMALE = "female"


class CustomerSource(StrEnum):
    """Where the file comes from (信息来源)."""

    DELIVERY = "delivery"
    WALK_IN = "walk_in"
    REFERRAL = "referral"
    PHONE = "phone"
    EVENT = "event"
    PROSPECT = "prospect"


class PhoneOwner(StrEnum):
    """Whose number it is."""

    SELF = "self"
    SPOUSE = "spouse"
    FAMILY = "family"
    DRIVER = "driver"
    WORK = "work"
    OTHER = "other"


class VehicleUse(StrEnum):
    PRIVATE = "private"
    OFFICIAL = "official"
    COMMERCIAL = "commercial"


class VisitStatus(StrEnum):
    """Where a visit stands (domain §3, point 6)."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    ESTIMATED = "estimated"
    AGREED = "agreed"
    IN_WORKSHOP = "in_workshop"
    READY = "ready"
    HANDED_OVER = "handed_over"
    DECLINED = "declined"
    NO_SHOW = "no_show"


class WorkKind(StrEnum):
    MAINTENANCE = "maintenance"
    REPAIR = "repair"
    WARRANTY = "warranty"
    BODY = "body"
    ACCESSORY = "accessory"
    FREE_CHECK = "free_check"


class PayMethod(StrEnum):
    CASH = "cash"
    CARD = "card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    TRANSFER = "transfer"
    ACCOUNT = "account"


class AskedHow(StrEnum):
    """How the customer was asked about a change of items, price or time."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    WECHAT = "wechat"
    MESSAGE = "message"


class Satisfaction(StrEnum):
    """The customer's word, at the desk or on the telephone."""

    SATISFIED = "satisfied"
    AVERAGE = "average"
    DISSATISFIED = "dissatisfied"


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


class AttachmentKind(StrEnum):
    """What a kept file is to the record it belongs to."""

    PHOTO = "photo"
    SCAN = "scan"
    RECORDING = "recording"
    DOCUMENT = "document"
    SIGNED_SHEET = "signed_sheet"


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


class BackupKind(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    CLOSING = "closing"
    BY_HAND = "by-hand"
    BEFORE_UPGRADE = "before-upgrade"


class SheetColumn(StrEnum):
    """What a column of an imported delivery sheet can hold."""

    IGNORED = "ignored"
    NAME = "name"
    PHONE = "phone"
    VIN = "vin"
    PLATE = "plate"
    MODEL = "model"
    BRAND = "brand"
    COLOUR = "colour"
    ENGINE_NUMBER = "engine_number"
    DELIVERED_ON = "delivered_on"
    PURCHASED_ON = "purchased_on"
    SALES_CONSULTANT = "sales_consultant"
    INSURANCE_ENDS_ON = "insurance_ends_on"
    INSURER = "insurer"
    IDENTITY_NUMBER = "identity_number"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    EMPLOYER = "employer"
    OCCUPATION = "occupation"
    EMAIL = "email"
    WECHAT = "wechat"
    USE = "use"
    REMARKS = "remarks"


class ActKind(StrEnum):
    """What sort of act an audit entry tells of; the manager asks for one at a time."""

    CHANGED = "changed"
    SEEN = "seen"
    PRINTED = "printed"
    EXPORTED = "exported"
    SIGNED_IN = "signed_in"
    SETTINGS = "settings"
    STORE = "store"
