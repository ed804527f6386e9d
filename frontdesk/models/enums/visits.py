"""What happens at the reception desk (domain §3)."""

from __future__ import annotations

from enum import StrEnum


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


class Payer(StrEnum):
    """Who pays for a work item."""

    CUSTOMER = "customer"
    WARRANTY = "warranty"
    INSURANCE = "insurance"
    GOODWILL = "goodwill"


class CarSide(StrEnum):
    """The five views of the car outline."""

    TOP = "top"
    FRONT = "front"
    REAR = "rear"
    LEFT = "left"
    RIGHT = "right"


class DamageKind(StrEnum):
    SCRATCH = "scratch"
    DENT = "dent"
    CRACK = "crack"
    CHIP = "chip"
    RUST = "rust"
    MISSING = "missing"


class DamageSize(StrEnum):
    """As the eye tells it: a coin, a hand, more."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class WarningLamp(StrEnum):
    """Lamps that are lit in the instruments when the car is taken in."""

    ENGINE = "engine"
    BRAKE = "brake"
    ABS = "abs"
    AIRBAG = "airbag"
    OIL = "oil"
    BATTERY = "battery"
    COOLANT = "coolant"
    TYRE = "tyre"


class DefectArea(StrEnum):
    """Where a fault lies: repairs of the same area are counted (三包, repeat repair)."""

    ENGINE = "engine"
    GEARBOX = "gearbox"
    BRAKES = "brakes"
    STEERING = "steering"
    SUSPENSION = "suspension"
    ELECTRICS = "electrics"
    AIR_CONDITIONING = "air_conditioning"
    BODY = "body"
    INTERIOR = "interior"
    TYRES = "tyres"
    OTHER = "other"
