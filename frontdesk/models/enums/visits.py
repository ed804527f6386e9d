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
