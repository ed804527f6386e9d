"""What the store keeps beside the records: files, backups, sheets, the trail."""

from __future__ import annotations

from enum import StrEnum


class AttachmentKind(StrEnum):
    """What a kept file is to the record it belongs to."""

    PHOTO = "photo"
    SCAN = "scan"
    RECORDING = "recording"
    DOCUMENT = "document"
    SIGNED_SHEET = "signed_sheet"
    SIGNATURE = "signature"
    """Drawn on a tablet, kept as a picture."""


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
    GEARBOX_NUMBER = "gearbox_number"
    VEHICLE_CLASS = "vehicle_class"
    DELIVERED_ON = "delivered_on"
    PURCHASED_ON = "purchased_on"
    SALES_CONSULTANT = "sales_consultant"
    INSURANCE_ENDS_ON = "insurance_ends_on"
    INSURER = "insurer"
    WARRANTY_ENDS_ON = "warranty_ends_on"
    INSPECTION_DUE_ON = "inspection_due_on"
    IDENTITY_NUMBER = "identity_number"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    EMPLOYER = "employer"
    OCCUPATION = "occupation"
    EMAIL = "email"
    WECHAT = "wechat"
    MEMBER_NUMBER = "member_number"
    MEMBER_LEVEL = "member_level"
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


class ChangeSetKind(StrEnum):
    """What was done to many rows at once and can be undone as a whole."""

    MERGE = "merge"
    CAR_MERGE = "car_merge"
    IMPORT = "import"


class DeliveryState(StrEnum):
    """What is known of the deliveries of a day."""

    SHEET = "sheet"
    NONE = "none"
    """Said in so many words: no car was delivered."""
    OPEN = "open"
    """Today: the sheet may still come."""
    MISSING = "missing"
    REST = "rest"
    """No working day, or before the house began to keep days: nothing is asked for."""
