"""The same car twice in one file: both side by side, field by field, and one made of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from frontdesk.models.values import plate
from frontdesk.models.values.ids import new_id
from frontdesk.services.customers.dto import Car, CustomerFile
from frontdesk.services.merging.dto import MergePreview
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.merging_panel import MergingPanel
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drop_down import DropDown
from frontdesk.ui.kit.labels import muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page, UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_SIZE = (980, 600)


class CarsWindow(Translated, QDialog):
    """Left and right choose, S swaps, Ctrl+Enter makes one car of both; Esc leaves both alone.

    ``merged`` carries the merge's id, by which it can be undone, and the car that stayed.
    """

    merged = Signal(str, str)

    def __init__(self, parent: QWidget, context: UiContext, car: Car, others: list[Car]) -> None:
        super().__init__(parent)
        self._context, self._service = context, context.services.merging
        self._asked, self._busy = (car.id, others[0].id), False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.banners = BannerArea()
        self._about = muted(wrap=True)
        self.which = DropDown()
        for each in others:
            self.which.addItem(name_of(each), each.id)
        self.which.setVisible(len(others) > 1)
        self.panel = MergingPanel(context)
        self.panel.apart.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        column.addWidget(self.banners)
        column.addWidget(self._about)
        column.addWidget(self.which)
        column.addWidget(self.panel, 1)
        self.which.currentIndexChanged.connect(
            lambda _: self.compare(car.id, str(self.which.currentData()))
        )
        self.panel.swap_asked.connect(lambda: self.compare(self._asked[1], self._asked[0]))
        self.panel.merge_asked.connect(self.merge)
        self.panel.left.connect(self.reject)
        self.retranslate()
        self.compare(*self._asked)
        self.panel.table.view.setFocus()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.setWindowTitle(self.tr("The same car twice"))
        self._about.setText(
            self.tr(
                "Make one car of two of this file: visits, calls, complaints and drivers of both "
                "are that one's. It can be undone, here and under Duplicates, Merged."
            )
        )
        self.which.setAccessibleName(self.tr("The other car"))

    def compare(self, stays_id: str, goes_id: str) -> None:
        """Show two cars side by side."""
        self._asked = (stays_id, goes_id)

        def show(preview: MergePreview) -> None:
            if self._asked == (preview.stays.id, preview.goes.id):
                self.panel.show_preview(preview)
                self.panel.table.view.setFocus()

        self._context.tasks.run(
            lambda: self._service.preview_cars(stays_id, goes_id), show, self._failed, owner=self
        )

    def merge(self) -> None:
        """Make one car of the two as chosen."""
        if self.panel.preview is None or self._busy:
            return
        self._busy = True
        wanted, id_ = self.panel.wanted(), new_id()

        def done(merge_id: str) -> None:
            self.merged.emit(merge_id, wanted.stays_id)
            self.accept()

        def failed(error: Exception) -> None:
            self._busy = False
            self._failed(error)
            self.compare(wanted.stays_id, wanted.goes_id)

        self._context.tasks.run(
            lambda: self._service.merge_cars(wanted, id_), done, failed, kind="write", owner=self
        )

    def _failed(self, error: Exception) -> None:
        errors.present(self, error)


class SameCars(QObject):
    """Ctrl+D asks for it; where two cars have one plate it is offered by itself."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self._file: CustomerFile | None = None
        self.may = page.context.services.desk.may(Permission.MERGE_CUSTOMERS)
        pane.tab_shown.connect(self._look)

    def _look(self) -> None:
        """Say that the file holds one plate twice, each time it is read."""
        if self._pane.file is self._file:
            return
        self._file = self._pane.file
        self._page.banners.remove("same-car")
        twice = self._twice()
        if twice is not None and self.may:
            text = self.tr("{plate} is in this file twice. Is it one car?")
            self._page.banners.show_banner(
                Tone.INFO,
                text.format(plate=plate.display(twice.plate)),
                self.tr("Make one car of two (Ctrl+D)"),
                self.ask,
                key="same-car",
            )

    def ask(self) -> None:
        """Compare the car shown with the other ones of the file."""
        file = self._pane.file
        if file is None or not self.may or len(file.cars) < 2:
            return
        if self._pane.is_dirty():
            self._page.notice(Tone.WARN, self.tr("Please save what was typed first."))
            return
        shown = self._pane.car_id()
        car = next((each for each in file.cars if each.id == shown), None)
        car = car or self._twice() or file.cars[0]
        others = sorted(
            (each for each in file.cars if each.id != car.id),
            key=lambda each: each.plate != car.plate,
        )
        window = CarsWindow(self._page, self._page.context, car, others)
        window.merged.connect(self._merged)
        window.open()

    def _twice(self) -> Car | None:
        """The first car whose plate another one of the file has too."""
        file = self._pane.file
        seen: dict[str, Car] = {}
        for car in file.cars if file is not None else ():
            if car.plate and car.plate in seen:
                return seen[car.plate]
            seen.setdefault(car.plate, car)
        return None

    def _merged(self, merge_id: str, car_id: str) -> None:
        self._page.offer_undo(self.tr("The two cars are one."), partial(self._undo, merge_id))
        self._page.refresh(frozenset())

    def _undo(self, merge_id: str) -> None:
        service = self._page.context.services.merging
        self._page.run(
            lambda: service.undo(merge_id),
            lambda _: self._page.refresh(frozenset()),
            kind="write",
        )


def name_of(car: Car) -> str:
    """A car as it is told from another one."""
    sign = plate.display(car.plate) if car.plate else ""
    return "  ".join(filter(None, (sign, car.model, car.vin)))
