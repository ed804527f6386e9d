"""Decides what a key or a button means while a call is on screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.models.enums import CallOutcome
from frontdesk.services.callbacks.dto import AttemptResult, CallSheet
from frontdesk.services.callbacks.forms import ATTEMPT_FORM, END_FORM, REASON_FORM
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.dialling import Dialling
from frontdesk.ui.callbacks.form_drafts import FormDrafts
from frontdesk.ui.callbacks.household_offer import HouseholdOffer
from frontdesk.ui.callbacks.keeping import Keeping
from frontdesk.ui.callbacks.overtaken import Overtaken
from frontdesk.ui.callbacks.run import Mode, Run
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

T = TypeVar("T")


class Calling(QObject):
    """The call on screen. ``over``: it left the screen. ``parked``: it is back in the queue."""

    over = Signal()
    parked = Signal()

    def __init__(self, page: Page, view: CallView) -> None:
        super().__init__(page)
        self._page = page
        self._view = view
        self._services = page.context.services
        self.run: Run | None = None
        self.busy = False
        # What goes with no answer of the script has drafts of its own.
        self._drafts = [
            FormDrafts(page, view.say.attempt, ATTEMPT_FORM),
            FormDrafts(page, view.say.reason_form, REASON_FORM),
            FormDrafts(page, view.say.end, END_FORM),
        ]
        self._overtaken = Overtaken(page, view)
        self._dialling = Dialling(page, view, lambda: self.run)
        self.keeping = Keeping(page, view, lambda: self.run, self._drafts, self._failed)
        self.household = HouseholdOffer(page)
        self._connect()

    def _connect(self) -> None:
        view, say = self._view, self._view.say
        view.left.connect(self.leave)
        view.toggled.connect(self.toggle)
        view.hold_asked.connect(self._hold)
        view.register_asked.connect(self._register)
        view.note_changed.connect(lambda _: self.keeping.soon())
        view.ticket.changed.connect(self.keeping.soon)
        say.answered.connect(self._answer)
        say.worded.connect(lambda text: self._answer(None, text))
        say.typing.connect(self._typing)
        say.back_asked.connect(self._back)
        say.confirmed.connect(self._confirm)
        say.outcome_asked.connect(self._choose_outcome)
        say.leave_asked.connect(self.leave)

    # showing ----------------------------------------------------------------------------

    def show(self, sheet: CallSheet) -> None:
        """Bring another call on screen."""
        self.household.clear()
        self._view.facts.forget_numbers()
        self._overtaken.clear()
        for drafts in self._drafts:
            drafts.show(sheet.id, sheet.version)
        self._show(sheet)
        self.keeping.look_again()

    def _show(self, sheet: CallSheet) -> None:
        run = Run(sheet)
        self.run = run
        self.keeping.begin()
        self._view.show_sheet(sheet)
        self._view.ticket.begin(sheet.categories, run.typed_ticket())
        self._view.show_run(run)

    # start, answers ---------------------------------------------------------------------

    def toggle(self) -> None:
        """F9: starts the call; ends it once nothing required is left to ask."""
        run = self.run
        if run is None or self.busy:
            return
        if run.mode is Mode.ASK and run.may_end:
            self._answer(None, self._view.say.words.typed())
        if run.mode is Mode.ASK:
            self._view.say.show_error(
                self.tr(
                    "The script is not through: answer the question, or end the attempt with "
                    "one of the keys below. Esc keeps the call for later."
                )
            )
        else:
            self._confirm()

    def _start(self, run: Run) -> None:
        reason = str(self._view.say.reason.value() or "")
        sheet = run.sheet

        def done(begun: CallSheet) -> None:
            self._show(begun)
            self._dialling.show_number()

        self._write(
            lambda: self._services.callbacks.start(sheet.id, sheet.version, reason),
            done,
            sending=True,
        )

    def _answer(self, choice: str | None, text: str = "") -> None:
        run = self.run
        if run is None or self.busy or run.mode is not Mode.ASK:
            return
        if run.at_ticket and choice == "registered" and run.sheet.ticket_id is None:
            self._register()
            return
        try:
            run.answer(choice, text)
        except UserError as error:
            self._say_fault(error)
            return
        if run.on_hold:
            # Who answers is back.
            self.keeping.hold()
        self.keep()
        self._view.show_run(run)

    def _typing(self, text: str) -> None:
        if self.run is not None and self.run.mode is Mode.ASK:
            self.run.type(text)
            self.keeping.soon()

    def _back(self) -> None:
        run = self.run
        if run is None or self.busy or not run.begun or not run.back():
            return
        self.keep()
        self._view.show_run(run)

    def _confirm(self) -> None:
        """Enter or Ctrl+Enter: the one thing that comes next."""
        run = self.run
        if run is None or self.busy:
            return
        match run.mode:
            case Mode.READY:
                self._start(run)
            case Mode.ATTEMPT:
                self._attempt(run)
            case Mode.END:
                self._finish(run)
            case Mode.ASK if run.at_ticket:
                self._register()
            case _:
                pass

    # the end of a call ------------------------------------------------------------------

    def _choose_outcome(self, value: str) -> None:
        run = self.run
        if run is None or self.busy or run.mode is not Mode.ASK:
            return
        run.chosen = CallOutcome(value)
        rule = run.sheet.outcomes[run.chosen]
        if rule.asks:
            self._view.show_run(run)
        else:
            self._attempt(run)

    def _attempt(self, run: Run) -> None:
        outcome = run.outcome
        if outcome is None:
            return
        form = self._view.say.attempt
        try:
            note = form.note.value() if form.isVisibleTo(self._view) else None
            agreed = form.agreed.value() if run.sheet.outcomes[outcome].needs_time else None
        except UserError as error:
            form.show_errors(error)
            return
        self._keep_attempt(run.sheet, outcome, str(note or self._view.note.typed()), agreed)

    def _keep_attempt(
        self, sheet: CallSheet, outcome: CallOutcome, note: str, agreed: datetime | None
    ) -> None:
        dialled = next((line.id for line in sheet.phones if not line.wrong), None)

        def done(found: AttemptResult) -> None:
            if found.next_try_at is not None:
                text = self.tr("{outcome}. Next call: {when}.").format(
                    outcome=words.word(outcome), when=words.near(found.next_try_at)
                )
            else:
                text = self.tr("{outcome}. The call is closed: {state}.").format(
                    outcome=words.word(outcome), state=words.word(found.status)
                )
                text += self.tr(" A message waits to be sent.") if found.message_id else ""
            self._close(Tone.INFO, text)

        self._write(
            lambda: self._services.callbacks.attempt(
                sheet.id, sheet.version, outcome, note=note, agreed_at=agreed, phone_id=dialled
            ),
            done,
            sending=True,
        )

    def _finish(self, run: Run) -> None:
        sheet, progress, note = run.sheet, run.progress, self._view.note.typed()
        if (after := self._view.say.end.given()) is None:
            return
        text = self.tr("Callback {number} is closed.").format(number=sheet.number)
        self._write(
            lambda: self._services.callbacks.finish(sheet.id, sheet.version, progress, note, after),
            lambda _: self._finished(sheet, text),
            sending=True,
        )

    def _finished(self, sheet: CallSheet, text: str) -> None:
        self._close(Tone.OK, text)
        self.household.ended(sheet)

    def take_along(self) -> None:
        """F6: close this call, if it is through, and go on with what else the household is owed."""
        run = self.run
        if run is None:
            self.household.take()
        elif run.mode in (Mode.ASK, Mode.END) and run.sheet.household and run.may_end:
            self.household.at_once()
            self.toggle()

    def _register(self) -> None:
        run = self.run
        if run is None or self.busy or not run.wants_ticket:
            return
        if not run.at_ticket:
            self._view.say.show_error(
                self.tr("First let the customer finish; the complaint is registered at the end.")
            )
            return
        try:
            ticket = self._view.ticket.ticket()
        except UserError as error:
            self._view.ticket.show_errors(error)
            return
        if ticket is None:
            return
        key = run.sheet.id

        def work() -> CallSheet:
            self._services.callbacks.register_complaint(key, ticket)
            return self._services.callbacks.open(key)

        self._write(work, self._registered)

    def _registered(self, sheet: CallSheet) -> None:
        run = self.run
        if run is None:
            return
        run.sheet = sheet
        run.answer("registered")
        self.keep()
        self._view.show_run(run)
        text = self.tr("Complaint {number} is registered.").format(number=sheet.complaint_number)
        self._page.notice(Tone.OK, text)

    # keeping and leaving ----------------------------------------------------------------

    def keep(self) -> None:
        """Keep the answers, the note and the half-typed ticket now."""
        self.keeping.keep()

    def leave(self) -> None:
        """Back to the queue; a begun call is put back with what it holds."""
        run = self.run
        if self.busy:
            return
        if run is not None and run.begun:
            self.keep()
            key = run.sheet.id
            self._page.run(
                lambda: self._services.callbacks.park(key),
                lambda _: self.parked.emit(),
                kind="write",
            )
            text = self.tr("The call is kept. Opened again, it goes on where it stopped.")
            self._page.notice(Tone.INFO, text)
        self._end()

    def _hold(self) -> None:
        if not self.busy:
            self.keeping.hold()

    def _close(self, tone: Tone, text: str) -> None:
        self._page.notice(tone, text)
        self._end()

    def _end(self) -> None:
        self.keeping.end()
        for drafts in self._drafts:
            drafts.leave()
        self.run = None
        self._view.facts.forget_numbers()
        self.over.emit()

    # work and errors --------------------------------------------------------------------

    def _write(
        self, work: Callable[[], T], done: Callable[[T], None], *, sending: bool = False
    ) -> None:
        """``sending``: the attempt or the reason is on its way, and its draft goes with it."""
        self.busy = True
        self.keeping.stop()
        for drafts in self._drafts if sending else ():
            drafts.saving()

        def finished(answer: T) -> None:
            self.busy = False
            for drafts in self._drafts if sending else ():
                drafts.saved()
            done(answer)

        self._page.run(work, finished, self._failed, kind="write")

    def _failed(self, error: Exception) -> None:
        self.busy = False
        for drafts in self._drafts:
            drafts.go_on()
        if isinstance(error, Conflict) and self.run is not None:
            self._lost(self.run)
        elif self.run is not None and isinstance(error, UserError):
            self._say_fault(error)
        else:
            errors.present(self._page, error)

    def _lost(self, run: Run) -> None:
        """Someone else did something with this call: show it as it is now, answers and all.

        A call this person is still on goes on with what was answered here; the keys that close it
        work again over the new version.
        """
        note, key = self._view.note.typed(), run.sheet.id

        def show(now: CallSheet) -> None:
            if self.run is not run:
                return
            if now.mine and not now.closed:
                run.sheet = now
                self._view.facts.show_sheet(now)
                self._view.show_run(run)
            else:
                self._show(now)
            self._overtaken.tell(run, now, note)

        self._page.run(lambda: self._services.callbacks.open(key), show)

    def _say_fault(self, error: UserError) -> None:
        if isinstance(error, InputErrors):
            self._view.ticket.show_errors(error)
            return
        self._view.say.show_fault(error)
