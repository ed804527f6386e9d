"""What the intake tab holds beside the desk, in order, and whom each part concerns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit.part_bar import TabPart

DESK = "desk"


def _tr(text: str) -> str:
    return QCoreApplication.translate("intake", text)


PARTS: tuple[TabPart, ...] = (
    TabPart(DESK, lambda: _tr("At the desk"), "car", "", Permission.VIEW_VISITS),
    TabPart(
        "appointments",
        lambda: _tr("Appointments"),
        "calendar-blank",
        "frontdesk.ui.intake.appointments_part:AppointmentsSection",
        Permission.VIEW_VISITS,
    ),
    TabPart(
        "house",
        lambda: _tr("In the house"),
        "wrench",
        "frontdesk.ui.intake.house_part:HouseSection",
        Permission.VIEW_VISITS,
    ),
    TabPart(
        "visits",
        lambda: _tr("Visits"),
        "clipboard-text",
        "frontdesk.ui.intake.visits_part:VisitsSection",
        Permission.VIEW_VISITS,
    ),
    TabPart(
        "prices",
        lambda: _tr("Price list"),
        "clipboard-text",
        "frontdesk.ui.intake.prices_part:PricesSection",
        Permission.VIEW_VISITS,
    ),
    TabPart(
        "figures",
        lambda: _tr("Check-in minutes"),
        "chart-bar",
        "frontdesk.ui.intake.figures_part:FiguresSection",
        Permission.VIEW_STATISTICS,
    ),
)
