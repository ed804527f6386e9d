"""Saves what is typed into a file, and helps when someone else was quicker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.services.customers.dto import CustomerFile, NewFile
from frontdesk.ui.customers.background_form import BackgroundForm
from frontdesk.ui.customers.customer_form import CustomerForm
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.keeping import Keeping
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page


class Saver(QObject):
    """``saved`` carries the file's id, the car to show ('' for none), and whether one is new."""

    saved = Signal(str, str, bool)
    given_up = Signal()

    def __init__(self, page: Page, pane: FilePane, keeping: Keeping) -> None:
        super().__init__(page)
        self._page, self._pane, self._keeping = page, pane, keeping
        self._service = page.context.services.customers
        self.conflicts = ConflictHelp(page.context, self, page.banners)
        self._ids = NewFile()
        self._busy = False

    def begin(self) -> None:
        """Another record: what is made from now on is made anew."""
        self._ids = NewFile()

    def save(self) -> None:
        """Save the form that is shown; a new file together with its car."""
        pane, file = self._pane, self._pane.file
        form = pane.form()
        forms = [form] if file is not None else [pane.customer, pane.new_car]
        if self._busy or not any(each.has_changes() for each in forms):
            return
        if self.conflicts.stands_in_the_way():
            return
        try:
            act = self._act(form)
        except UserError as error:
            self._failed(forms, error)
            return
        for each in forms:
            each.clear_errors()
        self._busy = True
        self._keeping.saving(*forms)
        ids, adds_car = self._ids, file is None or form is pane.new_car
        self._page.run(
            act,
            lambda _: self._saved(forms, file, ids, adds_car=adds_car),
            lambda error: self._failed(forms, error),
            kind="write",
        )

    def discard(self) -> None:
        """Give up what was typed, and the drafts of it."""
        self._keeping.drop(*[form for form in self._pane.forms() if form.has_changes()])
        self.given_up.emit()

    # inside -----------------------------------------------------------------------------

    def _act(self, form: FormPanel) -> Callable[[], object]:
        service, pane, file, ids = self._service, self._pane, self._pane.file, self._ids
        if file is None:
            customer = pane.customer.given()
            if pane.new_car.has_changes():
                return partial(service.quick_create, customer, pane.new_car.given(), ids)
            return partial(service.create, customer, ids.customer_id)
        if isinstance(form, CustomerForm):
            return partial(service.update, file.id, form.given(), file.version)
        if isinstance(form, BackgroundForm):
            return partial(service.update_background, file.id, form.given(), file.version)
        if isinstance(form, VehicleForm) and form.car is not None:
            return partial(service.update_vehicle, form.car.id, form.given(), form.car.version)
        return partial(service.add_vehicle, file.id, pane.new_car.given(), ids.vehicle_id)

    def _saved(
        self, forms: Sequence[FormPanel], file: CustomerFile | None, ids: NewFile, *, adds_car: bool
    ) -> None:
        self._busy = False
        self._keeping.saved(*forms)
        self._pane.show_dirty()
        self.begin()
        customer_id = file.id if file is not None else ids.customer_id
        car_id = ids.vehicle_id if adds_car else self._pane.car_id() or ""
        self.saved.emit(customer_id, car_id, adds_car)

    def _failed(self, forms: Sequence[FormPanel], error: Exception) -> None:
        if self._busy:
            self._busy = False
            self._keeping.go_on(*forms)
        if isinstance(error, Conflict) and self._pane.file is not None:
            self._show_theirs(self._pane.file, forms[0])
        elif not self._show_beside(forms, error):
            errors.present(self._page, error, retry=self.save)

    def _show_beside(self, forms: Sequence[FormPanel], error: Exception) -> bool:
        """Put each fault beside its field and turn to its tab; whether all found their place."""
        if not isinstance(error, UserError):
            return False
        parts = list(error.errors) if isinstance(error, InputErrors) else [error]
        found = [(form, [e for e in parts if form.has(e.field or "")]) for form in forms]
        found = [(form, own) for form, own in found if own]
        if sum(len(own) for _, own in found) < len(parts):
            return False
        for form, own in reversed(found):
            self._pane.show_form(form)
            form.show_errors(InputErrors(own))
        return True

    def _show_theirs(self, file: CustomerFile, form: FormPanel) -> None:
        """Their version comes beneath; what was typed stays in its fields."""

        def show(theirs: CustomerFile) -> None:
            about = self._keeping.about(form)
            if self._pane.file is None or self._pane.file.id != theirs.id or about is None:
                return
            mine, before = form.changes(), form.baseline()
            self._pane.show_file(theirs, self._pane.car_id(), keep_typed=True)
            self.conflicts.show(form, about, mine, before, self.save)

        self._page.run(lambda: self._service.open(file.id), show)
