"""How far off a day is, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from frontdesk.clock import today
from frontdesk.ui.kit import words


def days_left(due_on: date) -> str:
    """``3 days left``, ``due today``, ``2 days late``; in time to the end of the day."""
    days = (due_on - today(words.clock())).days
    if days == 0:
        return QCoreApplication.translate("due", "due today")
    if days > 0:
        return QCoreApplication.translate("due", "%n day(s) left", "", days)
    return QCoreApplication.translate("due", "%n day(s) late", "", -days)
