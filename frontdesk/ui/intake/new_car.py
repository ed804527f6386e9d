"""Works the form of a car nobody knows yet: looks for files there are, saves, begins the intake."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from frontdesk.services.customers.dto import Duplicate, NewFile
from frontdesk.services.customers.service import NEW_CAR_FORM
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.intake.new_car_form import KNOWN_BY, NewCarForm
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone


class NewCar(QObject):
    """``car_known`` carries the car to receive, ``customer_known`` whose car is asked for."""

    car_known = Signal(str)
    customer_known = Signal(str)

    def __init__(self, page: Page, form: NewCarForm, acts: Acts) -> None:
        super().__init__(page)
        self._page, self._form, self._acts = page, form, acts
        self._customers = page.context.services.customers
        self.drafts = FormDrafts(page, form, NEW_CAR_FORM, whole=True)
        self._ids = NewFile()
        form.left.connect(self._look)
        form.save_requested.connect(self.save)

    def begin(self, typed: str) -> None:
        """An empty form, but for what was searched for."""
        self.leave()
        self._ids = NewFile()
        with self.drafts.begin(""):
            self._form.begin(typed)

    def leave(self) -> None:
        """The warning about a known file goes with the form; what is typed stays kept."""
        self.drafts.leave()
        self._unwarn()

    def _unwarn(self) -> None:
        self._page.banners.remove("known")

    def save(self) -> None:
        """Make the files, then receive the car."""
        customer, vehicle, ids = self._form.customer(), self._form.vehicle(), self._ids
        self._acts.do(
            lambda: self._customers.quick_create(customer, vehicle, ids, form=NEW_CAR_FORM),
            self._made,
            self._form,
            drafts=self.drafts,
        )

    def _made(self, made: NewFile) -> None:
        self.leave()
        self.car_known.emit(made.vehicle_id)

    def _look(self, field: str) -> None:
        if field in KNOWN_BY and self._form.typed()[field].strip():
            known = self._form.known()
            self._page.run(lambda: self._customers.duplicates(known), self._warn)

    def _warn(self, found: tuple[Duplicate, ...]) -> None:
        self._unwarn()
        if not found or not self._form.isVisible():
            return
        first = found[0]
        text = self.tr("{value} stands in the file of {name} ({number}).").format(
            value=first.value, name=first.name, number=first.number
        )
        self._page.banners.show_banner(
            Tone.WARN, text, self.tr("Use that file"), lambda: self._use(first), key="known"
        )

    def _use(self, known: Duplicate) -> None:
        if known.vehicle_id:
            self.car_known.emit(known.vehicle_id)
        else:
            self.customer_known.emit(known.customer_id)
