"""Every mapped class in one place, for migrations and for configuring the mappers."""

from __future__ import annotations

from frontdesk.models.attachment import Attachment, AttachmentPart
from frontdesk.models.base import Base
from frontdesk.models.callback import CallAnswer, CallAttempt, Callback, ScriptVersion
from frontdesk.models.callback_programme import (
    Absence,
    CallList,
    CallListMember,
    RoutineSheet,
    SpotCheck,
)
from frontdesk.models.change_set import ChangeSet, DeliveryDay, FormerNumber, NotTheSame
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty, PeriodReport
from frontdesk.models.customer import (
    ContactConsent,
    Customer,
    CustomerNote,
    CustomerPhone,
    FamilyMember,
)
from frontdesk.models.journal import (
    AuditEntry,
    AuditHead,
    Draft,
    ImportBatch,
    ImportedVehicle,
    ImportMapping,
    NumberSequence,
    Setting,
)
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.price_list import Phrase, PriceItem
from frontdesk.models.search import SearchDoc
from frontdesk.models.segment import ClassChange, CustomerLoss, Segment
from frontdesk.models.staff import StaffMember, StaffRole
from frontdesk.models.vehicle import Vehicle, VehicleDriver, VehicleOwnership
from frontdesk.models.visit import DamageMark, Visit, VisitChange, VisitItem, VisitWords

__all__ = [
    "Absence",
    "Attachment",
    "AttachmentPart",
    "AuditEntry",
    "AuditHead",
    "Base",
    "CallAnswer",
    "CallAttempt",
    "CallList",
    "CallListMember",
    "Callback",
    "ChangeSet",
    "ClassChange",
    "Complaint",
    "ComplaintAction",
    "ComplaintEntry",
    "ComplaintPenalty",
    "ContactConsent",
    "Customer",
    "CustomerLoss",
    "CustomerNote",
    "CustomerPhone",
    "DamageMark",
    "DeliveryDay",
    "Draft",
    "FamilyMember",
    "FormerNumber",
    "ImportBatch",
    "ImportMapping",
    "ImportedVehicle",
    "NotTheSame",
    "NumberSequence",
    "OutboxMessage",
    "PeriodReport",
    "Phrase",
    "PriceItem",
    "RoutineSheet",
    "ScriptVersion",
    "SearchDoc",
    "Segment",
    "Setting",
    "SpotCheck",
    "StaffMember",
    "StaffRole",
    "Vehicle",
    "VehicleDriver",
    "VehicleOwnership",
    "Visit",
    "VisitChange",
    "VisitItem",
    "VisitWords",
]
