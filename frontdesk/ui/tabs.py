"""Which tabs there are, in the order of the day. A tab is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit import lazily
from frontdesk.ui.kit.page import Page, UiContext


@dataclass(frozen=True, slots=True)
class TabSpec:
    """``factory`` is ``module:Class``; the tab is there for whoever holds one of ``needs``."""

    key: str
    title: Callable[[], str]
    icon: str
    factory: str
    needs: frozenset[Permission]

    def build(self, context: UiContext) -> Page:
        """Import and make the page."""
        page: Page = lazily.build(self.factory, context)
        return page


_P = Permission

TABS: tuple[TabSpec, ...] = (
    TabSpec(
        "today",
        lambda: QCoreApplication.translate("tabs", "Today"),
        "sun-horizon",
        "frontdesk.ui.today.page:TodayPage",
        frozenset({_P.SIGNED_IN}),
    ),
    TabSpec(
        "customers",
        lambda: QCoreApplication.translate("tabs", "Customers"),
        "identification-card",
        "frontdesk.ui.customers.page:CustomersPage",
        frozenset({_P.VIEW_CUSTOMERS}),
    ),
    TabSpec(
        "intake",
        lambda: QCoreApplication.translate("tabs", "Intake"),
        "car",
        "frontdesk.ui.intake.page:IntakePage",
        frozenset({_P.VIEW_VISITS}),
    ),
    TabSpec(
        "callbacks",
        lambda: QCoreApplication.translate("tabs", "Callbacks"),
        "phone-call",
        "frontdesk.ui.callbacks.page:CallbacksPage",
        frozenset({_P.VIEW_CALLS}),
    ),
    TabSpec(
        "complaints",
        lambda: QCoreApplication.translate("tabs", "Complaints"),
        "chat-centered-dots",
        "frontdesk.ui.complaints.page:ComplaintsPage",
        frozenset({_P.VIEW_COMPLAINTS}),
    ),
    TabSpec(
        "statistics",
        lambda: QCoreApplication.translate("tabs", "Statistics"),
        "chart-bar",
        "frontdesk.ui.statistics.page:StatisticsPage",
        frozenset({_P.VIEW_STATISTICS}),
    ),
    TabSpec(
        "settings",
        lambda: QCoreApplication.translate("tabs", "Settings"),
        "gear-six",
        "frontdesk.ui.settings.page:SettingsPage",
        frozenset({_P.SIGNED_IN}),
    ),
)


def tabs_for(permissions: frozenset[Permission]) -> tuple[TabSpec, ...]:
    """The tabs of a person with these permissions, in order."""
    return tuple(tab for tab in TABS if not tab.needs.isdisjoint(permissions))
