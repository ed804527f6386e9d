"""Warns when a number typed is already in another file, and leads there. It never bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from frontdesk.services.customers.dto import Duplicate, SameBy
from frontdesk.ui.customers.customer_form import CustomerForm
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone


class SameFiles(QObject):
    """``opened`` and ``taken_over`` carry the ids of a file and a car."""

    opened = Signal(str, str)
    taken_over = Signal(str, str)

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self._service = page.context.services.customers
        self._keys: set[str] = set()

    def left(self, form: CustomerForm | VehicleForm, name: str) -> None:
        """A field was left: look whether what it holds is known."""
        known = form.known(name)
        if known is None:
            self._page.banners.remove(_key(name))
            return
        file = self._pane.file
        typed = form.field(name).typed()

        def found(others: tuple[Duplicate, ...]) -> None:
            if form.field(name).typed() == typed and self._pane.file is file:
                self._warn(form, name, others)

        self._page.run(
            lambda: self._service.duplicates(known, file.id if file is not None else None), found
        )

    def clear(self) -> None:
        """Another file: no warning is about it."""
        for key in self._keys:
            self._page.banners.remove(key)
        self._keys.clear()

    def _warn(
        self, form: CustomerForm | VehicleForm, name: str, found: tuple[Duplicate, ...]
    ) -> None:
        key = _key(name)
        if not found:
            self._page.banners.remove(key)
            return
        self._keys.add(key)
        first = found[0]
        takes = self._takes_over(form, first)
        self._page.banners.show_banner(
            Tone.WARN,
            self._sentence(found),
            self.tr("Open that file"),
            lambda: self.opened.emit(first.customer_id, first.vehicle_id or ""),
            second=self.tr("Take over this car") if takes is not None else "",
            on_second=takes,
            key=key,
        )

    def _sentence(self, found: tuple[Duplicate, ...]) -> str:
        first = found[0]
        texts = {
            SameBy.PHONE: self.tr("Telephone {value} is already in the file of {name} ({number})."),
            SameBy.IDENTITY: self.tr("ID {value} is already in the file of {name} ({number})."),
            SameBy.PLATE: self.tr("Plate {value} is already in the file of {name} ({number})."),
            SameBy.VIN: self.tr("VIN {value} is already in the file of {name} ({number})."),
        }
        text = texts[first.by].format(value=first.value, name=first.name, number=first.number)
        if len(found) == 1:
            return text
        more = self.tr("%n more file(s) hold it as well.", "", len(found) - 1)
        return f"{text} {more}"

    def _takes_over(
        self, form: CustomerForm | VehicleForm, found: Duplicate
    ) -> Callable[[], None] | None:
        """What makes a car that is kept with someone else this customer's."""
        file, vehicle_id = self._pane.file, found.vehicle_id
        if form is not self._pane.new_car or file is None or vehicle_id is None:
            return None

        def take() -> None:
            self._page.run(
                lambda: self._service.take_over(vehicle_id, file.id),
                lambda _: self.taken_over.emit(file.id, vehicle_id),
                kind="write",
            )

        return take


def _key(name: str) -> str:
    return f"same-{name}"
