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


class ChangeSetKind(StrEnum):
    """What was done to many rows at once and can be undone as a whole."""

    MERGE = "merge"
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
