"""Offers the next call due in the household as soon as one has ended: one key takes it along."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import CallSheet, HouseholdDue
from frontdesk.ui.kit import words
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

_BANNER = "household"
_STANDS_MS = 10 * 60 * 1000


def told(due: HouseholdDue) -> str:
    """``First-maintenance call, 张伟, 粤B·12345``."""
    car = plate.display(due.plate) if due.plate else ""
    return " · ".join(part for part in (words.word(due.kind), due.customer_name, car) if part)


class HouseholdOffer(QObject):
    """``taken`` carries the sheet of the call taken along."""

    taken = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._ended: CallSheet | None = None
        self._at_once = False

    def at_once(self) -> None:
        """The call about to be closed is followed by the household's next one."""
        self._at_once = True

    def ended(self, sheet: CallSheet) -> None:
        """A call has ended in a conversation: ``sheet`` as it was while it ran."""
        self.clear(keep_wish=True)
        if not sheet.household:
            self._at_once = False
            return
        self._ended = sheet
        if self._at_once:
            self.take()
            return
        text = self.tr("Still on the line? Also due in this household: {call}.")
        self._page.banners.show_banner(
            Tone.INFO,
            text.format(call=told(sheet.household[0])),
            self.tr("Take it along (F6)"),
            self.take,
            key=_BANNER,
            for_ms=_STANDS_MS,
        )

    def clear(self, *, keep_wish: bool = False) -> None:
        """Another call is on screen: the conversation is over."""
        self._ended = None
        self._at_once = self._at_once and keep_wish
        self._page.banners.remove(_BANNER)

    def take(self) -> None:
        """Begin the next call of the household, without dialling."""
        ended = self._ended
        if ended is None:
            return
        self.clear()
        callbacks, due = self._page.context.services.callbacks, ended.household[0]

        def work() -> CallSheet:
            return callbacks.take_along(due.id, callbacks.open(due.id).version, ended.id)

        self._page.run(work, self.taken.emit, kind="write")
