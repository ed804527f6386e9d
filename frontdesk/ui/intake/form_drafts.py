"""Keeps what is typed into one form, apart for each record it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page


class FormDrafts(QObject):
    """``name`` is the form's name in the draft store; the real save drops it under the same."""

    def __init__(self, page: Page, form: FormPanel, name: str, *, whole: bool = False) -> None:
        super().__init__(page)
        self._page, self._name = page, name
        self._about: About | None = None
        self.keeper = DraftKeeper(
            page.context, form, lambda: self._about, page.banners, whole=whole
        )

    @property
    def about(self) -> About | None:
        """The record the form is about now."""
        return self._about

    @contextmanager
    def begin(self, subject_id: str, version: int | None = None) -> Iterator[None]:
        """Fill the form inside the block; what was kept about ``subject_id`` is offered after."""
        with self.keeper.filling():
            self._about = About(self._name, subject_id, version)
            yield
        self.keeper.offer()

    @contextmanager
    def again(self, version: int) -> Iterator[None]:
        """Fill the form inside the block with the newest version of the same record."""
        with self.keeper.filling():
            if self._about is not None:
                self._about = About(self._name, self._about.subject_id, version)
            yield

    def at_version(self, version: int) -> None:
        """The record has moved on by an act beside the form; what is typed stays typed."""
        if self._about is not None:
            self._about = About(self._name, self._about.subject_id, version)

    def saving(self) -> None:
        """The form is on its way."""
        self.keeper.saving()

    def saved(self) -> None:
        """It came through."""
        self.keeper.saved()

    def go_on(self) -> None:
        """It did not: what is typed is kept after all."""
        self.keeper.go_on()

    def leave(self) -> None:
        """What is typed stays kept, and is offered when the form is opened again."""
        if self._about is None:
            return
        self.keeper.flush()
        self._about = None
        self._page.banners.remove("draft")
