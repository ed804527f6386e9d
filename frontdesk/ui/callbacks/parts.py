"""What the callbacks tab holds beside the queue, in order, and whom each part concerns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit.part_bar import TabPart

QUEUE = "queue"


def _tr(text: str) -> str:
    return QCoreApplication.translate("callbacks", text)


PARTS: tuple[TabPart, ...] = (
    TabPart(QUEUE, lambda: _tr("Queue"), "phone-call", "", Permission.VIEW_CALLS),
    TabPart(
        "sharing",
        lambda: _tr("Sharing"),
        "users",
        "frontdesk.ui.callbacks.sharing_part:SharingSection",
        Permission.ASSIGN_CALLS,
    ),
    TabPart(
        "lists",
        lambda: _tr("Call lists"),
        "clipboard-text",
        "frontdesk.ui.callbacks.lists_part:ListsSection",
        Permission.LIST_CALLS,
    ),
    TabPart(
        "routine",
        lambda: _tr("Routine sheets"),
        "car",
        "frontdesk.ui.callbacks.routine_part:RoutineSection",
        Permission.VIEW_CALLS,
    ),
    TabPart(
        "checks",
        lambda: _tr("Spot checks"),
        "magnifying-glass",
        "frontdesk.ui.callbacks.checks_part:ChecksSection",
        Permission.SPOT_CHECK_CALLS,
    ),
    TabPart(
        "messages",
        lambda: _tr("Messages"),
        "paper-plane-tilt",
        "frontdesk.ui.callbacks.messages_part:MessagesSection",
        Permission.VIEW_CALLS,
    ),
    TabPart(
        "paper",
        lambda: _tr("On paper"),
        "file-text",
        "frontdesk.ui.callbacks.paper_part:PaperSection",
        Permission.MAKE_CALLS,
    ),
    TabPart(
        "report",
        lambda: _tr("Report"),
        "chart-bar",
        "frontdesk.ui.callbacks.report_part:ReportSection",
        Permission.VIEW_STATISTICS,
    ),
)
