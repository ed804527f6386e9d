"""What the customers tab holds beside the files, in order, and whom each part concerns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit.part_bar import TabPart

FILES = "files"


def _tr(text: str) -> str:
    return QCoreApplication.translate("customers", text)


PARTS: tuple[TabPart, ...] = (
    TabPart(FILES, lambda: _tr("Files"), "identification-card", "", Permission.VIEW_CUSTOMERS),
    TabPart(
        "duplicates",
        lambda: _tr("Duplicates"),
        "users-three",
        "frontdesk.ui.customers.duplicates_part:DuplicatesSection",
        Permission.MERGE_CUSTOMERS,
    ),
    TabPart(
        "deliveries",
        lambda: _tr("Deliveries"),
        "truck",
        "frontdesk.ui.customers.deliveries_part:DeliveriesSection",
        Permission.IMPORT_DELIVERIES,
    ),
    TabPart(
        "segments",
        lambda: _tr("Segments"),
        "users",
        "frontdesk.ui.customers.segments_part:SegmentsSection",
        Permission.VIEW_CUSTOMERS,
    ),
    TabPart(
        "personal",
        lambda: _tr("Personal data"),
        "shield-check",
        "frontdesk.ui.customers.personal_part:PersonalSection",
        Permission.ERASE_CUSTOMERS,
    ),
    TabPart(
        "classes",
        lambda: _tr("Classes"),
        "chart-bar",
        "frontdesk.ui.customers.classes_part:ClassesSection",
        Permission.VIEW_STATISTICS,
    ),
)
