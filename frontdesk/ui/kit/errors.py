"""Where an error is shown: beside its field, in the page's banner, or (a bug) once in a box."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from frontdesk.errors import (
    ConfirmationNeeded,
    EnvironmentFault,
    FrontdeskError,
    InputErrors,
    UserError,
)
from frontdesk.language import Language
from frontdesk.ui.kit import language
from frontdesk.ui.kit.tokens import Tone

if TYPE_CHECKING:
    from frontdesk.ui.kit.banner import BannerArea
    from frontdesk.ui.kit.form import FormPanel

_TOO_EARLY = "sign_in.wait"
_log = logging.getLogger(__name__)


class _Box:
    """Only one box at a time: a fault in a loop must not bury the desk in boxes."""

    open = False


def said(error: FrontdeskError) -> str:
    """The error's sentence in the language on screen."""
    from frontdesk.texts import sentence

    return sentence(error, language.current())


def said_waiting(error: FrontdeskError, seconds: int) -> str:
    """The error's sentence and, while it is not yet time to try again, for how long to wait."""
    early = error.code == _TOO_EARLY
    if not seconds:
        return "" if early else said(error)
    wait = said(UserError(_TOO_EARLY, seconds=seconds))
    between = "" if language.current() is Language.ZH_CN else " "
    return wait if early else f"{said(error)}{between}{wait}"


def present(
    where: QObject | None, error: Exception, *, retry: Callable[[], None] | None = None
) -> None:
    """Show ``error`` as near to ``where`` as it belongs; nothing typed is touched."""
    match error:
        case ConfirmationNeeded(declined=True):
            pass
        case InputErrors():
            left = [part for part in error.errors if not _beside_field(where, part)]
            if left:
                _in_banner(where, "\n".join(said(part) for part in left), Tone.ERROR)
        case UserError():
            if not _beside_field(where, error):
                _in_banner(where, said(error), Tone.ERROR)
        case EnvironmentFault():
            _log.error("environment fault: %s", error)
            # Over the page that mends it a box would only be in the way.
            if not error.has_page or banners_of(where) is not None:
                _in_banner(where, said(error), Tone.WARN, retry)
        case _:
            _log.error("unexpected error", exc_info=error)
            _tell_bug(where, error)


def form_of(where: QObject | None, field: str) -> FormPanel | None:
    """The nearest form that has ``field``: an ancestor, or one in the nearest page."""
    from frontdesk.ui.kit.form import FormPanel

    at = where
    while at is not None:
        if isinstance(at, FormPanel) and at.has(field):
            return at
        for form in at.findChildren(FormPanel):
            if form.has(field) and form.isVisibleTo(form.window()):
                return form
        if getattr(at, "banners", None) is not None:
            return None
        at = at.parent()
    return None


def banners_of(where: QObject | None) -> BannerArea | None:
    """The banner area of the nearest page or dialog."""
    at = where
    while at is not None:
        found: BannerArea | None = getattr(at, "banners", None)
        if found is not None:
            return found
        at = at.parent()
    return None


def _beside_field(where: QObject | None, error: UserError) -> bool:
    form = form_of(where, error.field) if error.field else None
    if form is None:
        return False
    form.show_errors(error)
    return True


def _in_banner(
    where: QObject | None, text: str, tone: Tone, retry: Callable[[], None] | None = None
) -> None:
    area = banners_of(where)
    if area is not None:
        action = QCoreApplication.translate("errors", "Try again") if retry else ""
        area.show_banner(tone, text, action, retry, key="error")
        return
    from frontdesk.ui.kit.labels import tell

    title = QCoreApplication.translate("errors", "This did not work")
    tell(_widget(where), title, text, icon=QMessageBox.Icon.Warning)


def _tell_bug(where: QObject | None, error: Exception) -> None:
    if _Box.open or QApplication.instance() is None:
        return
    from frontdesk.ui.kit.labels import tell

    _Box.open = True
    try:
        tell(
            _widget(where),
            QCoreApplication.translate("errors", "Something went wrong in the program"),
            QCoreApplication.translate(
                "errors",
                "What you typed is still there. The details are in the log; "
                "please pass it on to whoever looks after the program.",
            ),
            detail=type(error).__name__,
            icon=QMessageBox.Icon.Critical,
        )
    finally:
        _Box.open = False


def _widget(where: QObject | None) -> QWidget | None:
    at = where
    while at is not None and not isinstance(at, QWidget):
        at = at.parent()
    return at if at is not None else QApplication.activeWindow()
