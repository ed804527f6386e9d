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
