"""What was done to appointments is taken back by Ctrl+Z, wherever it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from frontdesk.errors import UserError
from frontdesk.services.appointments.dto import Appointment
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.section import Section
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.kit.undo import show_undo


class TakingBack(QObject):
    """Offers it in the banners of ``host``; ``then`` looks anew, also when it did not work."""

    def __init__(self, host: Page | Section, then: Callable[[], None]) -> None:
        super().__init__(host)
        self._host, self._then = host, then
        self._service = host.context.services.appointments

    def clear(self) -> None:
        """Something else is done: what was done before it stays."""
        self._host.banners.remove("undo")

    def moved(self, one: Appointment, version: int, said: str) -> None:
        """``one`` as it was before; ``version`` it has now."""
        back = self.tr("{number} is back at {when}.")
        self._offer(
            said,
            lambda: self._service.move(one.visit_id, version, one.at, one.advisor_id, one.minutes),
            back.format(number=one.number, when=words.near(one.at)),
        )

    def missed(self, versions: Mapping[str, int], said: str) -> None:
        """These (id → version now) were marked as no-shows."""
        self._offer(
            said,
            lambda: self._service.expect_again(versions),
            self.tr("%n appointment(s) again, as before.", "", len(versions)),
        )

    def failed(self, error: Exception) -> None:
        """Why it could not be done; what there is now is looked at."""
        if isinstance(error, UserError):
            self._host.notice(Tone.WARN, errors.said(error))
        else:
            errors.present(self._host, error)
        self._then()

    def _offer(self, said: str, undo: Callable[[], object], undone: str) -> None:
        def done(_: object) -> None:
            self._host.notice(Tone.OK, undone)
            self._then()

        host = self._host
        host.banners.remove("notice")
        show_undo(
            host,
            host.banners,
            said,
            lambda: host.run(undo, done, self.failed, kind="write"),
            for_ms=host.context.services.desk.rules.undo_seconds * 1000,
        )
