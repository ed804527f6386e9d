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
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty, PeriodReport
from frontdesk.models.customer import Customer, CustomerNote, CustomerPhone
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
from frontdesk.models.search import SearchDoc
from frontdesk.models.staff import StaffMember, StaffRole
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.models.visit import Visit, VisitChange, VisitItem

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
    "Complaint",
    "ComplaintAction",
    "ComplaintEntry",
    "ComplaintPenalty",
    "Customer",
    "CustomerNote",
    "CustomerPhone",
    "Draft",
    "ImportBatch",
    "ImportMapping",
    "ImportedVehicle",
    "NumberSequence",
    "OutboxMessage",
    "PeriodReport",
    "RoutineSheet",
    "ScriptVersion",
    "SearchDoc",
    "Setting",
    "SpotCheck",
    "StaffMember",
    "StaffRole",
    "Vehicle",
    "VehicleOwnership",
    "Visit",
    "VisitChange",
    "VisitItem",
]
