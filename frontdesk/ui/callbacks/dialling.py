"""The number to dial: shown, copied and, where the PC has a telephone program, given to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.run import Run
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone


class Dialling(QObject):
    """Every full number comes from the service, which logs that it was shown."""

    def __init__(self, page: Page, view: CallView, run: Callable[[], Run | None]) -> None:
        super().__init__(page)
        self._page, self._view, self._run = page, view, run
        view.number_asked.connect(self.show_number)
        view.dial_asked.connect(self.dial)
        view.facts.phone_asked.connect(self.reveal)
        view.facts.dial_asked.connect(lambda phone_id: self.reveal(phone_id, self._ring))

    def show_number(self) -> None:
        """Show and copy the number to dial."""
        if line := self._first():
            self.reveal(line)

    def dial(self) -> None:
        """Give the number to the PC's telephone program (a ``tel:`` link)."""
        if line := self._first():
            self.reveal(line, self._ring)

    def reveal(self, phone_id: str, then: Callable[[str], None] | None = None) -> None:
        """Show and copy one number; ``then`` is given its digits."""
        run = self._run()
        if run is None:
            return

        def done(number: str) -> None:
            if self._run() is run:
                digits = number.replace(" ", "")
                QGuiApplication.clipboard().setText(digits)
                self._view.facts.reveal(phone_id, number)
                self._view.facts.show_sheet(run.sheet)
                if then is not None:
                    then(digits)

        key, callbacks = run.sheet.id, self._page.context.services.callbacks
        self._page.run(lambda: callbacks.reveal_phone(key, phone_id), done, kind="write")

    # inside -----------------------------------------------------------------------------

    def _first(self) -> str:
        run = self._run()
        lines = run.sheet.phones if run is not None else ()
        return next((line.id for line in lines if not line.wrong), "")

    def _ring(self, digits: str) -> None:
        if not QDesktopServices.openUrl(QUrl(f"tel:{digits}")):
            self._page.notice(
                Tone.INFO,
                self.tr("No telephone program took the number; it is copied, to be dialled."),
            )
