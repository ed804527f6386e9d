"""Asks the price list for what is typed into a work cell, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject

from frontdesk.services.permissions import Permission
from frontdesk.ui.intake.items_field import ItemsField
from frontdesk.ui.kit.page import Page

_LEAST = 2
"""Letters from which on anything is looked for."""


class PriceLookup(QObject):
    """Joins a field of work items with the price list; ``car`` names the car it is for."""

    def __init__(self, page: Page, field: ItemsField, car: Callable[[], str]) -> None:
        super().__init__(page)
        self._page, self._field, self._car = page, field, car
        services = page.context.services
        self._prices = services.prices
        field.set_rate(Decimal(services.desk.rules.labour_rate_yuan))
        if services.desk.may(Permission.DO_INTAKE):
            field.looked_for.connect(self._look)

    def _look(self, typed: str) -> None:
        if len(typed.strip()) < _LEAST:
            self._field.offer(typed, ())
            return
        car = self._car()
        self._page.run(
            lambda: self._prices.find(typed, car),
            lambda lines: self._field.offer(typed, lines),
        )
