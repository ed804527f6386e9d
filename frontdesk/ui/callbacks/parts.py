"""What the callbacks tab holds beside the queue, in order, and whom each part concerns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit import lazily
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.settings.section import Section

QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class CallPart:
    """``key`` names it in a ``Place``'s action, as ``part.KEY``.

    ``factory`` is ``module:Class`` of a ``Section``, imported when the part is first shown. The
    queue has none: it is the tab itself.
    """

    key: str
    title: Callable[[], str]
    icon: str
    factory: str
    needs: Permission

    def build(self, context: UiContext) -> Section:
        """Import and make the part."""
        section: Section = lazily.build(self.factory, context, self.title)
        return section


def _tr(text: str) -> str:
    return QCoreApplication.translate("callbacks", text)


PARTS: tuple[CallPart, ...] = (
    CallPart(QUEUE, lambda: _tr("Queue"), "phone-call", "", Permission.VIEW_CALLS),
    CallPart(
        "sharing",
        lambda: _tr("Sharing"),
        "users",
        "frontdesk.ui.callbacks.sharing_part:SharingSection",
        Permission.ASSIGN_CALLS,
    ),
    CallPart(
        "lists",
        lambda: _tr("Call lists"),
        "clipboard-text",
        "frontdesk.ui.callbacks.lists_part:ListsSection",
        Permission.LIST_CALLS,
    ),
    CallPart(
        "routine",
        lambda: _tr("Routine sheets"),
        "car",
        "frontdesk.ui.callbacks.routine_part:RoutineSection",
        Permission.VIEW_CALLS,
    ),
    CallPart(
        "checks",
        lambda: _tr("Spot checks"),
        "magnifying-glass",
        "frontdesk.ui.callbacks.checks_part:ChecksSection",
        Permission.SPOT_CHECK_CALLS,
    ),
    CallPart(
        "messages",
        lambda: _tr("Messages"),
        "paper-plane-tilt",
        "frontdesk.ui.callbacks.messages_part:MessagesSection",
        Permission.VIEW_CALLS,
    ),
    CallPart(
        "paper",
        lambda: _tr("On paper"),
        "file-text",
        "frontdesk.ui.callbacks.paper_part:PaperSection",
        Permission.MAKE_CALLS,
    ),
    CallPart(
        "report",
        lambda: _tr("Report"),
        "chart-bar",
        "frontdesk.ui.callbacks.report_part:ReportSection",
        Permission.VIEW_STATISTICS,
    ),
)
