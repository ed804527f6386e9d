"""Looks up, off the window's thread, what is offered while typing: districts, who referred them.

And what is told beneath a lunar birthday: when it is kept next.
"""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtCore import QObject

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.values import lunar, region
from frontdesk.models.values.lunar import Kept, LunarDay
from frontdesk.services.customers.dto import CustomerFilter, CustomerPage
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.lunar_field import SHOWN, LunarField
from frontdesk.ui.customers.suggest_field import SuggestField
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page

_REGION, _LUNAR, _REFERRER = "region", "lunar_birthday", "referrer"
_MOST = 8


class Suggesting(QObject):
    """Wires the fields of one pane to what they ask for."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        place, referrer = pane.customer.field(_REGION), pane.background.field(_REFERRER)
        if isinstance(place, SuggestField):
            place.asked.connect(partial(self._offer_places, place))
        if isinstance(referrer, SuggestField):
            referrer.asked.connect(partial(self._offer_customers, referrer))
        pane.customer.left.connect(self._left)

    def look(self) -> None:
        """Another file is shown."""
        self._tell_kept()

    def _left(self, name: str) -> None:
        if name == _LUNAR:
            self._tell_kept()
        elif name == _REGION:
            self._check_place()

    def _offer_places(self, field: SuggestField, typed: str) -> None:
        def show(found: tuple[region.Region, ...]) -> None:
            field.offer(typed, list(dict.fromkeys(each.name for each in found)))

        self._page.run(lambda: region.offers(typed), show, kind="search")

    def _offer_customers(self, field: SuggestField, typed: str) -> None:
        """A customer is named with the number of the file, which is what is kept."""
        wanted, own = CustomerFilter(typed.strip()), self._pane.file
        if not wanted.text or "K-" in wanted.text:
            return  # nothing to look for yet, or chosen already
        customers = self._page.context.services.customers

        def show(found: CustomerPage) -> None:
            others = [row for row in found.rows if own is None or row.id != own.id]
            field.offer(typed, [f"{row.name} {row.number}" for row in others])

        self._page.run(lambda: customers.list(wanted, limit=_MOST), show, kind="search")

    def _check_place(self) -> None:
        field = self._pane.customer.field(_REGION)
        typed = field.typed()
        if not typed.strip() or _REGION not in self._pane.customer.changes():
            return

        def read() -> str | UserError:
            try:
                return region.name_of(region.parse(typed))
            except UserError as error:
                return error

        def show(found: str | UserError) -> None:
            if field.typed() != typed:
                return
            if isinstance(found, UserError):
                field.set_error(errors.said(found))
            elif found != typed:
                field.set_typed(found)

        self._page.run(read, show, kind="search")

    def _tell_kept(self) -> None:
        field = self._pane.customer.field(_LUNAR)
        if not isinstance(field, LunarField):
            return
        typed = field.typed()
        try:
            day = field.value()
        except UserError:
            day = None
        if not isinstance(day, LunarDay):
            field.show_kept(())
            return
        now = today(self._page.context.clock)

        def show(kept: tuple[Kept, ...]) -> None:
            if field.typed() == typed:
                field.show_kept(kept)

        self._page.run(lambda: tuple(islice(lunar.next_kept(day, now), SHOWN)), show)
