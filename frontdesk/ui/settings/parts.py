"""Which parts the settings have, in order, and whom each concerns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from frontdesk.services.permissions import Permission
from frontdesk.services.rule_table import Group
from frontdesk.services.settings import who_sets
from frontdesk.texts.rules import GROUPS
from frontdesk.ui.audit.section import AuditSection
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.scripts.messages_section import MessageTextsSection
from frontdesk.ui.scripts.section import ScriptsSection
from frontdesk.ui.settings.backups import BackupsSection
from frontdesk.ui.settings.categories import CategoriesSection
from frontdesk.ui.settings.dealership import DealershipSection
from frontdesk.ui.settings.kinds import KindsSection
from frontdesk.ui.settings.my_account import MyAccountSection
from frontdesk.ui.settings.rules import RulesSection
from frontdesk.ui.settings.staff import StaffSection
from frontdesk.ui.settings.terms import TermsSection
from frontdesk.ui.settings.this_pc import ThisPcSection


@dataclass(frozen=True, slots=True)
class Part:
    """``key`` names it in a ``Place``'s action; ``make`` builds it when it is first shown."""

    key: str
    icon: str
    title: Title
    make: Callable[[UiContext, Title], Section]
    needs: tuple[Permission, ...] = (Permission.SIGNED_IN,)


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


def _group(group: Group) -> str:
    return GROUPS[group].in_(language.current())


def _rules(group: Group, context: UiContext, title: Title) -> Section:
    if group is Group.KINDS:
        return KindsSection(context, title)
    return RulesSection(context, title, group)


_GROUP_ICONS = {
    Group.VISITS: "car",
    Group.FILES: "user-list",
    Group.CALLBACKS: "phone-call",
    Group.KINDS: "list-numbers",
    Group.SCORES: "chart-bar",
    Group.COMPLAINTS: "chat-centered-dots",
    Group.DESK: "timer",
    Group.BACKUPS: "clock-counter-clockwise",
}
PARTS: tuple[Part, ...] = (
    Part("account", "user-circle", lambda: _tr("My account"), MyAccountSection),
    Part("pc", "desktop", lambda: _tr("This PC"), ThisPcSection),
    Part(
        "backups",
        "shield-check",
        lambda: _tr("Backups"),
        BackupsSection,
        (Permission.MANAGE_BACKUPS,),
    ),
    Part("staff", "users", lambda: _tr("Staff"), StaffSection, (Permission.MANAGE_STAFF,)),
    Part(
        "dealership",
        "storefront",
        lambda: _tr("Dealership"),
        DealershipSection,
        (Permission.MANAGE_SETTINGS,),
    ),
    Part(
        "terms",
        "clipboard-text",
        lambda: _tr("Intake terms"),
        TermsSection,
        (Permission.MANAGE_SETTINGS,),
    ),
    Part(
        "categories",
        "tree-structure",
        lambda: _tr("Complaint categories"),
        CategoriesSection,
        (Permission.MANAGE_CATEGORIES,),
    ),
    Part(
        "scripts",
        "chat-text",
        lambda: _tr("Call scripts"),
        ScriptsSection,
        (Permission.MANAGE_SCRIPTS,),
    ),
    Part(
        "messages",
        "paper-plane-tilt",
        lambda: _tr("Message texts"),
        MessageTextsSection,
        (Permission.MANAGE_SCRIPTS,),
    ),
    Part(
        "audit",
        "fingerprint",
        lambda: _tr("Audit trail"),
        AuditSection,
        (Permission.VIEW_AUDIT,),
    ),
    *(
        Part(
            f"rules.{group}",
            name,
            partial(_group, group),
            partial(_rules, group),
            who_sets(group),
        )
        for group, name in _GROUP_ICONS.items()
    ),
)
