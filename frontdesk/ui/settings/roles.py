"""Roles in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import Role
from frontdesk.ui.kit import words


def roles_text(roles: frozenset[Role]) -> str:
    """All of ``roles`` in the order of the trade, in the language on screen."""
    between = QCoreApplication.translate("settings", ", ", "between roles")
    return between.join(words.word(role) for role in Role if role in roles)
