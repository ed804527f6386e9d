"""Decides what an incoming call does: who it is, what was answered, a note or a ticket."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject

from frontdesk.errors import UserError
from frontdesk.models.enums import ComplaintChannel, IncomingKind
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.forms import INCOMING_FORM
from frontdesk.services.complaints.incoming import IncomingStart, NewCaller
from frontdesk.services.complaints.incoming_heard import Ending
from frontdesk.services.scripts import Script, fill, shipped_script
from frontdesk.services.search.results import Hit
from frontdesk.services.unfinished import Unfinished
from frontdesk.ui.complaints.incoming_run import Run, new_run, run_of
from frontdesk.ui.complaints.incoming_view import IncomingView
from frontdesk.ui.complaints.register_form import REQUIRED, Beginning
from frontdesk.ui.complaints.register_repeats import tell_repeats
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.drafting import kept_by_service, retire
from frontdesk.ui.kit.drafts import DraftKeeper
from frontdesk.ui.kit.labels import ask
from frontdesk.ui.kit.page import Page, Place
from frontdesk.ui.kit.tokens import Tone

T = TypeVar("T")


class IncomingDesk(QObject):
    """``show`` brings ``view`` to the front; ``registered`` is told the id of a ticket made."""

    def __init__(
        self, page: Page, show: Callable[[], None], registered: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        context = page.context
        self._page, self._show, self._registered = page, show, registered
        self._service = context.services.incoming
        self.view = IncomingView(context.tasks, context.services.search.find)
        self._run = Run()
        self._start: IncomingStart | None = None
        self._keeper: DraftKeeper | None = None
        self._id = new_id()
        self._saving = False
        view = self.view
        view.save_asked.connect(self.save)
        view.given_up.connect(self.give_up)
        view.ticket_wanted.connect(self.want_ticket)
        view.caller.chosen.connect(self._chosen)
        view.caller.new.connect(self._new)
        view.form.call_restored.connect(self._restore)
        view.say.kind_chosen.connect(lambda kind: self._go_on(self._run.about(IncomingKind(kind))))
        view.say.answered.connect(lambda key: self._answer(choice=key))
        view.say.worded.connect(lambda text: self._answer(text=text))
        view.say.typing.connect(self._typing)
        view.say.back_asked.connect(self._back)
        view.say.form_asked.connect(self._to_form)
        for field in (view.form.vehicle, view.form.category):
            field.changed.connect(self._look_for_repeats)

    # ways in ----------------------------------------------------------------------------

    def begin(self, subject_id: str = "") -> None:
        """The telephone rings: ask who it is, and offer the call that was interrupted last.

        ``subject_id`` is whose interrupted call to offer. A call under way is shown as it stands.
        """
        self._show()
        if self.view.is_under_way and subject_id in ("", self._run.customer_id):
            self.focus()
            return
        self._leave()
        context = self._page.context
        kind = IncomingKind.COMPLAINT
        self.view.show_caller(self._greeting(shipped_script(kind)))
        self._page.run(
            self._service.scripts,
            lambda kept: self.view.caller.greet(self._greeting(kept[kind])),
        )
        self._page.run(
            context.services.drafts.unfinished, lambda kept: self._offer(kept, subject_id)
        )

    def focus(self) -> None:
        """Go to where the call stands."""
        if self.view.is_under_way and self._start is not None:
            self.view.say.show_run(self._run, self._start)
        else:
            self.view.caller.search.setFocus()

    @property
    def is_unsaved(self) -> bool:
        """Whether a call is under way."""
        return self.view.is_under_way and self.view.form.has_changes()

    def park(self) -> None:
        """Write what is typed now."""
        if self._keeper is not None:
            self._keeper.flush()

    # acts -------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the call: as a note where the caller is content, else as a ticket."""
        if self._saving or not self.view.is_under_way:
            return
        if self._run.ending is Ending.NOTE:
            self._keep_note()
        else:
            self._register()

    def want_ticket(self) -> None:
        """Register it although the caller would be content with a note."""
        if self._run.ending is Ending.NOTE:
            self._go_on(replace(self._run, wants_ticket=True))
            self._to_form()

    def give_up(self) -> None:
        """The call came to nothing: it is not kept."""
        empty = self._run.kind is None
        sure = empty or ask(
            self._page,
            self.tr("Drop this call"),
            self.tr("What was written down in this call is thrown away."),
            yes=self.tr("Drop it"),
        )
        if sure:
            if self._keeper is not None:
                self._keeper.drop()
            self._over()
            self.begin()

    # inside: who ------------------------------------------------------------------------

    def _greeting(self, script: Script) -> str:
        """What is said when the receiver is taken up; it is the same whatever follows."""
        desk = self._page.context.services.desk
        values = {"dealership": desk.profile.name, "caller": desk.actor.name}
        return fill(script.start.text, values, language.current())

    def _offer(self, kept: tuple[Unfinished, ...], subject_id: str) -> None:
        mine = [each.subject_id for each in kept if each.form == INCOMING_FORM]
        wanted = subject_id if subject_id in mine else next(iter(mine), "")
        if wanted and not self.view.is_under_way:
            self._keep_for(wanted)

    def _keep_for(self, customer_id: str) -> None:
        retire(self._keeper)
        self._page.banners.remove("draft")
        self._keeper = kept_by_service(
            self._page.context,
            self.view.form,
            INCOMING_FORM,
            customer_id,
            banners=self._page.banners,
        )
        self._keeper.offer()

    def _chosen(self, hit: Hit) -> None:
        self._read(Run(hit.customer_id), hit.vehicle_id)

    def _new(self, caller: NewCaller) -> None:
        self._read(new_run(caller))

    def _restore(self, kept: str, typed: dict[str, str]) -> None:
        run = run_of(kept)

        def fill_in(along: Run) -> None:
            self.view.form.restore(typed, along.heard)

        self._read(run, filled=fill_in)

    def _read(
        self, whose: Run, vehicle_id: str | None = None, filled: Callable[[Run], None] | None = None
    ) -> None:
        service, caller = self._service, whose.caller

        def read() -> IncomingStart:
            if caller is not None:
                return service.begin_new(caller, whose.customer_id)
            return service.begin(whose.customer_id)

        def done(start: IncomingStart) -> None:
            run = whose.along(start.scripts)
            retire(self._keeper)
            self._keeper = None
            self._start, self._id = start, new_id()
            self.view.repeat.begin(start.start.open_tickets)
            self.view.form.begin(
                Beginning(start.start, start.tree, ComplaintChannel.PHONE, vehicle_id)
            )
            self._page.banners.remove("draft")
            if filled is None:
                self._keep_for(run.customer_id)
            else:
                self._keeper = kept_by_service(
                    self._page.context, self.view.form, INCOMING_FORM, run.customer_id
                )
                filled(run)
            self._go_on(run)
            self._look_for_repeats()

        self._page.run(read, done)

    # inside: the script -----------------------------------------------------------------

    def _answer(self, *, choice: str | None = None, text: str = "") -> None:
        try:
            self._go_on(self._run.answered(choice=choice, text=text))
        except UserError as fault:
            if fault.field == "answer" and self.view.say.form.isVisible():
                self.view.say.form.show_errors(fault)
            else:
                self.view.say.show_error(errors.said(fault))

    def _typing(self, text: str) -> None:
        self._run = self._run.typing(text)
        self.view.form.call.set_typed(self._run.kept())

    def _back(self) -> None:
        if self._run.kind is not None:
            self._go_on(self._run.gone_back())

    def _go_on(self, run: Run) -> None:
        self._run = run
        if self._start is None:
            return
        self.view.form.show_heard(run.heard)
        if run.kind is not None:
            self.view.form.call.set_typed(run.kept())
        self.view.show_run(run, self._start)

    def _to_form(self) -> None:
        """To the first field that has to be filled and is not."""
        form = self.view.form
        empty = (field for field in form.fields() if field.name in REQUIRED)
        first = next((field for field in empty if not field.typed()), form.category)
        first.setFocus()

    def _look_for_repeats(self) -> None:
        tell_repeats(self._page, self.view.form, self.view.repeat)

    # inside: keeping --------------------------------------------------------------------

    def _register(self) -> None:
        form = self.view.form
        form.clear_errors()
        try:
            given = replace(form.given(), id=self._id)
        except UserError as error:
            errors.present(form, error)
            return
        call, caller = self._run.call, self._run.caller

        def done(ticket_id: str) -> None:
            self._kept()
            self._registered(ticket_id)

        self._send(lambda: self._service.register(given, call, caller), done)

    def _keep_note(self) -> None:
        run, note_id, speak = self._run, self._id, language.current()
        call, name = run.call, self._start.start.customer if self._start is not None else ""
        if call is None:
            return

        def done(_: None) -> None:
            self._kept()
            self.begin()
            self._page.banners.show_banner(
                Tone.OK,
                self.tr("The call is kept as a note in the file of {name}.").format(name=name),
                self.tr("Open the file"),
                lambda: self._page.context.navigate(Place("customers", run.customer_id, "open")),
                key="notice",
                for_ms=12_000,
            )

        self._send(
            lambda: self._service.keep_note(run.customer_id, call, speak, run.caller, note_id), done
        )

    def _send(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        keeper = self._keeper
        self._saving = True
        if keeper is not None:
            keeper.saving()

        def kept(answer: T) -> None:
            self._saving = False
            done(answer)

        def failed(error: Exception) -> None:
            self._saving = False
            if keeper is not None:
                keeper.go_on()
            errors.present(self.view.form, error)

        self._page.run(act, kept, failed, kind="write")

    def _kept(self) -> None:
        if self._keeper is not None:
            self._keeper.saved()
        self._over()

    def _over(self) -> None:
        """The call has been kept or dropped: the next one begins anew."""
        retire(self._keeper)
        self._keeper = None
        self._run, self._start = Run(), None
        self.view.form.mark_saved()
        self.view.form.let_go()
        self.view.show_caller("")

    def _leave(self) -> None:
        """Another call is asked for: what is typed is written, the form is let go."""
        retire(self._keeper)
        self._keeper = None
        self._run, self._start = Run(), None
        self.view.form.let_go()
        self.view.form.set_values({})
