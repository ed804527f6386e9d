"""Says why no window opens: whoever started the program by a double click reads no console."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from frontdesk.errors import EnvironmentFault
from frontdesk.language import Language
from frontdesk.ui.kit import language as spoken
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.labels import tell

_NOBODY_LOOKS = frozenset({"offscreen", "minimal"})


def tell_not_opened(fault: EnvironmentFault, language: Language) -> None:
    """Show the sentence of ``fault`` in a box, where there is a screen, until it is read."""
    if is_seen():
        spoken.switch().use(language)
        tell(None, "Frontdesk", said(fault))


def is_seen() -> bool:
    """Whether what is shown comes onto a screen."""
    return QGuiApplication.platformName() not in _NOBODY_LOOKS
