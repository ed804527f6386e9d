"""Keeps what is typed into one form of a call, apart for each call."""

from __future__ import annotations

from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page


class FormDrafts:
    """What was typed comes straight back when the call is opened again."""

    def __init__(self, page: Page, form: FormPanel, name: str) -> None:
        self._form, self._name = form, name
        self._about: About | None = None
        self.keeper = DraftKeeper(page.context, form, lambda: self._about)

    def show(self, callback_id: str, version: int) -> None:
        """The form of another call: empty, but for what was typed into it before."""
        with self.keeper.filling():
            self._about = About(self._name, callback_id, version)
            self._form.set_values({})
        self.keeper.restore()

    def leave(self) -> None:
        """The call leaves the screen; what is typed stays kept."""
        self.keeper.flush()
        self._about = None

    def flush(self) -> None:
        """Write what waits to be written."""
        self.keeper.flush()

    def saving(self) -> None:
        """It is on its way."""
        self.keeper.saving()

    def saved(self) -> None:
        """It came through."""
        self.keeper.saved()

    def go_on(self) -> None:
        """It did not: what is typed is kept after all."""
        self.keeper.go_on()
