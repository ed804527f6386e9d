"""Why today is no day for calls, in the language on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.callbacks.dto import DayOff, Rest
from frontdesk.ui.kit import language


def rest_said(day: DayOff) -> str:
    """``Public holiday (National Day)``, ``Weekend``, ``A day on which the house is closed``."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("rest_words", text)

    match day.why:
        case Rest.WEEKEND:
            return tr("Weekend")
        case Rest.CLOSED:
            return tr("A closed day")
        case _:
            chinese = language.current().value.startswith("zh")
            return tr("Public holiday ({name})").format(name=day.zh if chinese else day.en)
