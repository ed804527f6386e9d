"""Drafts of the forms of one file: kept while typing, offered when the file is opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontdesk.services.customers.service import (
    CUSTOMER_FORM,
    NOTE_FORM,
    VEHICLE_FORM,
    new_vehicle_of,
)
from frontdesk.services.drafts import KeptDraft
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit.drafts import DraftKeeper, Typed
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page

Subject = tuple[str, str, int | None]
"""Name of the draft, the record it is about, and the version that was read."""


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
        """Offer what was kept of the form that is shown."""
        self._keeper_of(self._pane.form()).offer()

    def flush(self) -> None:
        """Write what waits to be written."""
        for keeper in self._keepers.values():
            keeper.flush()

    def forget(self, *forms: FormPanel) -> None:
        """These were saved; their drafts went with the save."""
        for form in forms:
            self._keeper_of(form).forget()

    def go_on(self, *forms: FormPanel) -> None:
        """These could not be saved: what is typed is kept as a draft after all."""
        for form in forms:
            if form.has_changes():
                form.changed.emit()

    def drop(self, *forms: FormPanel) -> None:
        """Nobody wants what was typed into these."""
        for form in forms:
            self._keeper_of(form).drop()

    def subject(self, form: FormPanel) -> Subject:
        """What the draft of ``form`` is about."""
        file = self._pane.file
        if form is self._pane.past.form:
            return NOTE_FORM, file.id if file else "", None
        if isinstance(form, VehicleForm):
            if form.car is not None:
                return VEHICLE_FORM, form.car.id, form.car.version
            return VEHICLE_FORM, new_vehicle_of(file.id if file else ""), None
        return (CUSTOMER_FORM, file.id, file.version) if file else (CUSTOMER_FORM, "", None)

    def _keeper_of(self, form: FormPanel) -> DraftKeeper:
        if form not in self._keepers:
            self._keepers[form] = DraftKeeper(
                form,
                self._load(form),
                self._save(form),
                lambda: self._discard(form),
                self._page.banners,
            )
            form.changed.connect(lambda: self._taken_back(form))
        return self._keepers[form]

    def _taken_back(self, form: FormPanel) -> None:
        if not form.has_changes():
            self._keepers[form].drop()

    def _load(self, form: FormPanel) -> Callable[[Callable[[Typed | None], None]], None]:
        drafts = self._page.context.services.drafts

        def load(answer: Callable[[Typed | None], None]) -> None:
            name, about, _ = self.subject(form)

            def found(kept: KeptDraft | None) -> None:
                if self.subject(form)[:2] == (name, about) and not form.has_changes():
                    answer(kept.values if kept is not None else None)

            self._page.run(lambda: drafts.offered(name, about), found)

        return load

    def _save(self, form: FormPanel) -> Callable[[dict[str, str]], None]:
        drafts = self._page.context.services.drafts

        def save(_: Mapping[str, str]) -> None:
            name, about, version = self.subject(form)
            # Only what differs: what others saved meanwhile is not taken back by a draft.
            typed = form.changes()
            self._page.run(
                lambda: drafts.keep(name, about, typed, version), lambda _: None, kind="write"
            )

        return save

    def _discard(self, form: FormPanel) -> None:
        name, about, _ = self.subject(form)
        drafts = self._page.context.services.drafts
        self._page.run(lambda: drafts.discard(name, about), lambda _: None, kind="write")
