"""One write at a time, off the GUI thread; its faults stand beside the fields they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page

T = TypeVar("T")


class Acts(QObject):
    """``busy_changed`` while a write is on its way."""

    busy_changed = Signal(bool)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a write is on its way."""
        return self._busy

    def do(
        self,
        act: Callable[[], T],
        done: Callable[[T], None],
        form: FormPanel | None = None,
        *,
        drafts: FormDrafts | None = None,
        lost: Callable[[], None] | None = None,
    ) -> bool:
        """Begin ``act`` unless another is on its way; whether it was begun.

        ``drafts`` of the form whose save it is; ``lost`` when someone else was quicker.
        """
        if self._busy:
            return False
        if drafts is not None:
            drafts.saving()
        self._say(busy=True)
        self._page.run(
            act,
            lambda result: self._done(done, result, drafts),
            lambda error: self._failed(error, form, drafts, lost),
            kind="write",
        )
        return True

    def _done(self, done: Callable[[T], None], result: T, drafts: FormDrafts | None) -> None:
        self._say(busy=False)
        if drafts is not None:
            drafts.saved()
        self._page.banners.remove("error")
        done(result)

    def _failed(
        self,
        error: Exception,
        form: FormPanel | None,
        drafts: FormDrafts | None,
        lost: Callable[[], None] | None,
    ) -> None:
        self._say(busy=False)
        if drafts is not None:
            drafts.go_on()
        if isinstance(error, Conflict) and lost is not None:
            lost()
        elif form is not None and isinstance(error, UserError) and _belongs(error, form):
            form.show_errors(error)
        else:
            errors.present(form or self._page, error)

    def _say(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)


def _belongs(error: UserError, form: FormPanel) -> bool:
    """Whether every part of ``error`` has its field in ``form``."""
    parts = error.errors if isinstance(error, InputErrors) else (error,)
    return all(part.field is not None and form.has(part.field) for part in parts)
