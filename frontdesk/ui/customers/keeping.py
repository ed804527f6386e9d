"""Drafts of the forms of one file: kept while typing, offered when the file is opened again."""

from __future__ import annotations

from functools import partial

from frontdesk.services.customers.service import (
    BACKGROUND_FORM,
    CUSTOMER_FORM,
    NOTE_FORM,
    VEHICLE_FORM,
    new_vehicle_of,
)
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page


class Keeping:
    """One keeper for each form; which record a form is about is asked when it writes."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        self._page, self._pane = page, pane
        self._keepers: dict[FormPanel, DraftKeeper] = {}
        self._keeper_of(pane.past.form)

    def watch(self) -> None:
        """Keep what is typed into every form the pane has by now."""
        for form in self._pane.forms():
            self._keeper_of(form)

    def offer(self) -> None:
        """Offer what was kept of the form that is shown, and of the note."""
        self._keeper_of(self._pane.form()).offer()

    def offer_note(self) -> None:
        """Put a half-typed note back into its line: there it is in nobody's way."""
        self._keeper_of(self._pane.past.form).restore()

    def flush(self) -> None:
        """Write what waits to be written."""
        for keeper in self._keepers.values():
            keeper.flush()

    def saving(self, *forms: FormPanel) -> None:
        """These are on their way."""
        for form in forms:
            self._keeper_of(form).saving()

    def saved(self, *forms: FormPanel) -> None:
        """These were saved; their drafts went with the save."""
        for form in forms:
            self._keeper_of(form).saved()

    def go_on(self, *forms: FormPanel) -> None:
        """These could not be saved: what is typed is kept as a draft after all."""
        for form in forms:
            self._keeper_of(form).go_on()

    def drop(self, *forms: FormPanel) -> None:
        """Nobody wants what was typed into these."""
        for form in forms:
            self._keeper_of(form).drop()

    def about(self, form: FormPanel) -> About | None:
        """What the draft of ``form`` is about."""
        file = self._pane.file
        if form is self._pane.past.form:
            return About(NOTE_FORM, file.id) if file else None
        if form is self._pane.background:
            return About(BACKGROUND_FORM, file.id, file.version) if file else None
        if isinstance(form, VehicleForm):
            if form.car is not None:
                return About(VEHICLE_FORM, form.car.id, form.car.version)
            return About(VEHICLE_FORM, new_vehicle_of(file.id if file else ""))
        return About(CUSTOMER_FORM, file.id, file.version) if file else About(CUSTOMER_FORM)

    def _keeper_of(self, form: FormPanel) -> DraftKeeper:
        if form not in self._keepers:
            about = partial(self.about, form)
            self._keepers[form] = DraftKeeper(self._page.context, form, about, self._page.banners)
        return self._keepers[form]
