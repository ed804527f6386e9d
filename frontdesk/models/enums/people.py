"""Who works here, and whom they serve."""

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


class Channel(StrEnum):
    """A way to reach a customer; each is asked for and may be refused by itself."""

    PHONE = "phone"
    SMS = "sms"
    WECHAT = "wechat"
    EMAIL = "email"
    POST = "post"


class Consent(StrEnum):
    """What a customer said of a channel; nobody asked yet: ``UNKNOWN``."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"


class ValueClass(StrEnum):
    """What a customer is to the house (domain §2): A 忠诚, B 机会, C 边缘, D 流失."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"


class Badge(StrEnum):
    """Why a customer is a valued one (domain §2); any number of them."""

    BOUGHT_AGAIN = "bought_again"
    REFERRED = "referred"
    OFTEN = "often"
    OUT_OF_WARRANTY = "out_of_warranty"
    INSURED_HERE = "insured_here"
    FLEET = "fleet"
    OPINION_LEADER = "opinion_leader"
    SERIOUS_COMPLAINT = "serious_complaint"


class AgeBand(StrEnum):
    """A car's age as segments tell it (domain §2)."""

    IN_WARRANTY = "in_warranty"
    UP_TO_FIVE = "up_to_five"
    """Out of warranty, up to 5 years old."""
    OVER_FIVE = "over_five"
    UNKNOWN = "unknown"


class DeskAlert(StrEnum):
    """What a supervisor is told at once while it happens at the desk."""

    LOST_RETURNED = "lost_returned"


class FamilyTie(StrEnum):
    """What somebody is to the customer."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"
