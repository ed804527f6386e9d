"""Right after registering: has the customer been told that it is being handled? (step 1a)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import ComplaintChannel
from frontdesk.services.complaints.dto import Ticket
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

KEY = "F8"
_BANNER = "told"
_FOR_MS = 120_000
_BESIDE = frozenset({ComplaintChannel.DESK, ComplaintChannel.VISIT})


class ToldOffer:
    """One key notes that the customer was told just now, in the way the complaint came."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ticket_id = ""
        self._channel = ComplaintChannel.PHONE

    def offer(self, ticket: Ticket) -> None:
        """Ask about ``ticket``, which was registered just now."""
        self._ticket_id, self._channel = ticket.id, ticket.channel
        text = _tr("{number} is registered. Was the customer told that it is being handled?")
        self._page.banners.show_banner(
            Tone.OK,
            text.format(number=ticket.number),
            _tr("Told now, {how} ({key})").format(how=self._how(), key=KEY),
            self.told,
            key=_BANNER,
            for_ms=_FOR_MS,
        )

    def told(self) -> None:
        """Note it; nothing happens where nothing was asked."""
        ticket_id, self._ticket_id = self._ticket_id, ""
        if not ticket_id:
            return
        context = self._page.context
        said = {"told_at": context.clock.now(), "how": self._how()}
        self._page.banners.remove(_BANNER)
        self._page.run(
            lambda: context.services.complaints.acknowledge(ticket_id, said),
            lambda _: self._noted(),
            kind="write",
        )

    def _noted(self) -> None:
        self._page.notice(Tone.OK, _tr("Noted: the customer was told just now."))

    def _how(self) -> str:
        if self._channel in _BESIDE:
            return _tr("in person")
        if self._channel is ComplaintChannel.MESSAGE:
            return _tr("by message")
        return _tr("by telephone")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ToldOffer", text)
