"""Keeps what is typed into one form, apart for each record it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject

from frontdesk.services.drafts import KeptDraft
from frontdesk.ui.kit.drafts import DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page


class FormDrafts(QObject):
    """``name`` is the form's name in the draft store; the real save drops it under the same."""

    def __init__(self, page: Page, form: FormPanel, name: str) -> None:
        super().__init__(page)
        self._page, self._name = page, name
        self._drafts = page.context.services.drafts
        self._subject: str | None = None
        self._version: int | None = None
        self.keeper = DraftKeeper(form, self._load, self._keep, self._discard, page.banners)

    @contextmanager
    def begin(self, subject_id: str, version: int | None = None) -> Iterator[None]:
        """Fill the form inside the block; what was kept about ``subject_id`` is offered after."""
        self._subject, self._version = subject_id, version
        self.keeper.pause(True)
        yield
        self.keeper.pause(False)
        self.keeper.offer()

    def saving(self) -> None:
        """The form is on its way: nothing is kept any more until it is changed again."""
        self.keeper.forget()

    def leave(self) -> None:
        """What is typed stays kept, and is offered when the form is opened again."""
        if self._subject is None:
            return
        self.keeper.flush()
        self._subject = None
        self._page.banners.remove("draft")

    def _load(self, give: Callable[[Mapping[str, str] | None], None]) -> None:
        subject = self._subject
        if subject is None:
            return

        def loaded(kept: KeptDraft | None) -> None:
            if subject == self._subject:
                give(None if kept is None else kept.values)

        self._page.run(lambda: self._drafts.offered(self._name, subject), loaded)

    def _keep(self, typed: Mapping[str, Any]) -> None:
        subject, version = self._subject, self._version
        if subject is not None:
            self._page.run(
                lambda: self._drafts.keep(self._name, subject, typed, version),
                _done,
                kind="write",
            )

    def _discard(self) -> None:
        subject = self._subject
        if subject is not None:
            self._page.run(lambda: self._drafts.discard(self._name, subject), _done, kind="write")


def _done(_: None) -> None:
    """A draft kept or dropped is nothing to talk about."""
