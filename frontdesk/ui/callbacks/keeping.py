"""Keeps what a call holds while it goes on: answers, note, half-typed ticket, the time talked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from frontdesk.errors import EnvironmentFault
from frontdesk.services.callbacks.dto import Talk
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.form_drafts import FormDrafts
from frontdesk.ui.callbacks.keep_timers import KeepTimers
from frontdesk.ui.callbacks.run import Run
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page


class Keeping(QObject):
    """The keeper of the call on screen; ``run`` answers which one that is."""

    def __init__(
        self,
        page: Page,
        view: CallView,
        run: Callable[[], Run | None],
        drafts: Sequence[FormDrafts],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._page, self._view, self._run, self._failed = page, view, run, failed
        self._drafts = drafts
        self._calls = page.context.services.callbacks
        self._timers = KeepTimers(self)
        self._timers.due.connect(self.keep)

    def keep(self) -> None:
        """Keep all of it now."""
        self._timers.stop()
        for drafts in self._drafts:
            drafts.flush()
        run = self._run()
        if run is None or not run.begun:
            return
        run.type_ticket(self._view.ticket.half_typed())
        key, progress, note = run.sheet.id, run.progress, self._view.note.typed()
        self._page.run(
            lambda: self._calls.keep(key, progress, note),
            lambda talk: self._kept(key, talk),
            lambda error: self._not_kept(key, error),
            kind="write",
        )

    def soon(self) -> None:
        """Something was typed."""
        run = self._run()
        if run is not None and run.begun:
            self._timers.soon()

    def stop(self) -> None:
        """What is on screen is on its way, or is not to be kept."""
        self._timers.stop()

    def begin(self) -> None:
        """While somebody is on the line the time talked is kept, though nobody types."""
        run = self._run()
        if run is not None and run.may_hold:
            self._timers.goes_on()

    def end(self) -> None:
        """The call has left the screen."""
        self._timers.stop()
        self._timers.is_over()

    def look_again(self) -> None:
        """Somebody is before the screen (again)."""
        run = self._run()
        if run is not None and run.may_hold:
            self.begin()
            self.keep()

    def out_of_sight(self) -> None:
        """The desk is locked or left: what there is is kept, what follows is not talked."""
        self.keep()
        self._timers.is_over()

    def hold(self) -> None:
        """F7: the time talked stands still while the customer waits; once more, and it goes on."""
        run = self._run()
        if run is None or not run.may_hold:
            return
        key = run.sheet.id
        act = self._calls.go_on if run.on_hold else self._calls.hold
        self._page.run(
            lambda: act(key), lambda talk: self._talked(key, talk), self._failed, kind="write"
        )

    def _talked(self, key: str, talk: Talk) -> None:
        run = self._run()
        if run is not None and run.sheet.id == key:
            run.talks(talk)
            self._view.show_talk(run)

    def _kept(self, key: str, talk: Talk) -> None:
        self._view.note_form.set_remark("")
        self._talked(key, talk)

    def _not_kept(self, key: str, error: Exception) -> None:
        """Say it quietly under the note, and try again; the call goes on."""
        run = self._run()
        if run is None or run.sheet.id != key:
            return
        if not isinstance(error, EnvironmentFault):
            errors.present(self._page, error)
            return
        text = self.tr("Not kept yet: {reason} It is tried again.")
        self._view.note_form.set_remark(text.format(reason=errors.said(error)))
        self._timers.again()
