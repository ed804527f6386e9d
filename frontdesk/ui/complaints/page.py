"""The complaints tab: list, ticket and registration share it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.models.enums import ComplaintState, ComplaintStep
from frontdesk.services.complaints.dto import CategoryTree, Ticket, TicketRow
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.ui.complaints import step_words
from frontdesk.ui.complaints.after_desk import SHOW, AfterDesk
from frontdesk.ui.complaints.after_form import Act
from frontdesk.ui.complaints.drafting import step_drafts
from frontdesk.ui.complaints.evidence_desk import EvidenceDesk
from frontdesk.ui.complaints.incoming import IncomingDesk
from frontdesk.ui.complaints.list_view import ListView
from frontdesk.ui.complaints.overtaken import Overtaken
from frontdesk.ui.complaints.proof_desk import KEYS as PROOF_KEYS
from frontdesk.ui.complaints.proof_desk import ProofDesk
from frontdesk.ui.complaints.register_desk import RegisterDesk
from frontdesk.ui.complaints.register_told import ToldOffer
from frontdesk.ui.complaints.step_form import StepForm
from frontdesk.ui.complaints.ticket_view import TicketView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drafting import retire
from frontdesk.ui.kit.drafts import DraftKeeper
from frontdesk.ui.kit.page import Page, Place, Subject, UiContext
from frontdesk.ui.kit.tokens import Tone

_MINUTE_MS = 60_000
_AFTER = "after."
"""Begins the name of an act upon what follows from a ticket."""


class ComplaintsPage(Page):
    """Places: ``open``, ``step`` and ``approve`` of a ticket, ``new`` of a ``Subject``, ``list``.

    ``list`` is given the ids of the tickets to show, and what they are, as (title, ids).
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        desk = context.services.desk
        amber = desk.rules.amber_percent
        self._complaints = context.services.complaints
        self.list = ListView(context.state, amber)
        self.ticket = TicketView(amber)
        self.registering = RegisterDesk(self, self._show_register, self._registered)
        self.register = self.registering.view
        self.stack = QStackedWidget()
        self.incoming = IncomingDesk(self, self._show_incoming, self._registered)
        self._told = ToldOffer(self)
        for view in (self.list, self.ticket, self.register, self.incoming.view):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self._step_drafts: DraftKeeper | None = None
        self._saving = False
        self._coming = ""
        self.overtaken = Overtaken(self)
        self.after = AfterDesk(self, self.ticket)
        self.evidence = EvidenceDesk(self, self.ticket)
        self.proof = ProofDesk(self, self.ticket)
        self.list.new.setVisible(desk.may(Permission.REGISTER_COMPLAINT))
        self.list.opened.connect(self.open_ticket)
        self.list.wanted_changed.connect(self._load_list)
        self.list.new_asked.connect(self._new)
        self.list.incoming.setVisible(desk.may(Permission.REGISTER_COMPLAINT))
        self.list.incoming_asked.connect(self.incoming.begin)
        self.incoming.view.left.connect(self.show_list)
        for line in (self.register.repeat, self.incoming.view.repeat):
            line.opened.connect(self._look_at)
        self.list.action_list.ticket_asked.connect(
            lambda ticket_id: self.open_ticket(ticket_id, f"{_AFTER}{SHOW}")
        )
        self.list.review.asked.connect(self.print_review)
        self.list.review.setVisible(desk.may(Permission.VIEW_STATISTICS))
        self.ticket.head.back.connect(self.show_list)
        self.ticket.head.print_asked.connect(self.print_ticket)
        self.ticket.head.ticket_asked.connect(self.open_ticket)
        self.ticket.head.customer_asked.connect(
            lambda key: context.navigate(Place("customers", key, "open"))
        )
        self.ticket.steps.taken.connect(self.take)
        self.ticket.steps.form_changed.connect(self._watch_step)
        self.register.left.connect(self.show_list)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        self.bind_keys(
            (
                ("Ctrl+N", self._new),
                ("F8", self._told.told),
                ("Ctrl+P", self.print_ticket),
                (PROOF_KEYS, self.proof.ask),
                ("Esc", self._escape),
                ("Alt+A", lambda: self._begin_after(Act.ACTION)),
                ("Alt+P", lambda: self._begin_after(Act.PENALTY)),
                ("Alt+E", self.evidence.show),
                ("Ctrl+M", self.list.review.open),
            )
        )

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if changes and not changes & {Change.COMPLAINTS, Change.CUSTOMERS, Change.SETTINGS}:
            return
        self._load_list()
        for whose in (self.list.whose, self.list.action_list.whose):
            whose.read(self.context)
        if self.stack.currentWidget() is self.ticket and self.ticket.ticket is not None:
            self._bring(self.ticket.ticket.id)

    def open_place(self, place: Place) -> None:
        if place.action == "new":
            self.registering.begin(place.payload)
        elif place.action == "incoming":
            self.incoming.begin(str(place.payload or ""))
        elif place.action == "list" and isinstance(place.payload, tuple):
            self._list_behind(*place.payload)
        elif place.record_id:
            self.open_ticket(place.record_id, (place.action or "").removeprefix("step."))
        else:
            self.show_list()

    def has_unsaved(self) -> bool:
        desks = (self.registering, self.incoming)
        typed = any(desk.is_unsaved for desk in desks)
        return typed or self.ticket.has_unsaved() or self.after.has_unsaved()

    def park(self) -> None:
        for desk in (self.registering, self.incoming):
            desk.park()
        if self._step_drafts is not None:
            self._step_drafts.flush()
        self.after.park()

    def focus_first(self) -> None:
        shown = self.stack.currentWidget()
        if shown is self.ticket:
            self.ticket.steps.focus_form()
        elif shown is self.register:
            self.register.form.focus_words()
        elif shown is self.incoming.view:
            self.incoming.focus()
        else:
            self.list.focus_table()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+N", self.tr("New complaint of the customer shown")),
            ("Ctrl+Enter", self.tr("Take the step; register")),
            ("F8", self.tr("After registering: the customer was told just now")),
            ("Alt+O", self.tr("While registering: open what it would repeat")),
            ("Ctrl+T", self.tr("In an incoming call: a complaint instead of a note")),
            ("Alt+1 … 6", self.tr("Another step that is possible now")),
            ("Alt+A", self.tr("New action that follows from the complaint")),
            ("Alt+P", self.tr("New penalty")),
            ("Alt+E", self.tr("Evidence: Enter opens, Ctrl+V pastes, Del withdraws")),
            ("Ctrl+P", self.tr("Print the complaint registration form")),
            (PROOF_KEYS, self.tr("Proof pack of the ticket, to be verified anywhere")),
            ("Ctrl+M", self.tr("Print the review list of a month")),
            ("Esc", self.tr("Back to the list; what is typed is kept")),
        ]

    # acts -------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Back to the list; what is typed is kept as a draft."""
        if self.stack.currentWidget() is self.list:
            return
        self.park()
        self.stack.setCurrentWidget(self.list)
        self.list.focus_table()
        self._load_list()

    def open_ticket(self, ticket_id: str, step: str = "") -> None:
        """Show one ticket, the cursor in the form of its next step, or of ``step``."""
        self._coming = ticket_id
        self._bring(ticket_id, enter=True, begin=True, step=step)

    def take(self) -> None:
        """Take the step whose form is shown."""
        form, ticket = self.ticket.steps.form, self.ticket.ticket
        if form is None or ticket is None or self._saving:
            return
        if self._coming not in ("", ticket.id):
            return  # what the person means is on its way, and not the ticket still shown
        form.clear_errors()
        try:
            said = form.said()
        except UserError as error:
            errors.present(form, error)
            return
        self._saving = True
        step, drafts, typed = form.step.step, self._step_drafts, form.typed()
        if drafts is not None:
            drafts.saving()

        def done(_: ComplaintState) -> None:
            self._saving = False
            # News of the change may have come first and have put another form in this one's place.
            if self.ticket.steps.form is form:
                self.ticket.steps.let_go()
                if drafts is not None:
                    drafts.saved()
            self.overtaken.clear()
            self.notice(Tone.OK, step_words.done(step, ticket.number))
            if step is ComplaintStep.RETURNED:
                self.after.offer()
            self._bring(ticket.id, begin=True)

        def failed(error: Exception) -> None:
            self._saving = False
            if self.ticket.steps.form is form and drafts is not None:
                drafts.go_on()
            if isinstance(error, Conflict):
                self._bring_overtaken(form, typed, ticket)
            else:
                errors.present(form if self.ticket.steps.form is form else self, error)

        self.run(
            lambda: self._complaints.take(ticket.id, step, said, ticket.version),
            done,
            failed,
            kind="write",
        )

    def print_ticket(self) -> None:
        """The complaint registration form of the ticket shown, or the one the cursor is on."""
        shown = self.stack.currentWidget()
        ticket = self.ticket.ticket if shown is self.ticket else None
        which = ticket.id if ticket else self.list.table.current_id()
        if shown is self.register or not which:
            return
        speak = self.context.language

        def done(form: PrintedForm) -> None:
            from frontdesk.ui.kit.pdf_view import show_pdf

            show_pdf(self, self.tr("Complaint registration form"), form.pdf, form.file_name)

        self.run(lambda: self._complaints.print_form(which, speak), done, kind="write")

    def print_review(self, month: date) -> None:
        """The month's review list for management."""
        speak = self.context.language
        after = self.context.services.after

        def done(form: PrintedForm) -> None:
            from frontdesk.ui.kit.pdf_view import show_pdf

            show_pdf(self, self.tr("Monthly complaint review list"), form.pdf, form.file_name)

        self.run(lambda: after.print_review(month, speak), done, kind="write")

    def tick(self) -> None:
        """A minute went by: clocks move on."""
        self.list.tick()
        self.ticket.head.tick()

    # inside -----------------------------------------------------------------------------

    def _escape(self) -> None:
        if self.stack.currentWidget() is not self.ticket or not self.after.escape():
            self.show_list()

    def _begin_after(self, act: Act) -> None:
        if self.stack.currentWidget() is self.ticket:
            self.after.begin(act)

    def _show_register(self) -> None:
        self.stack.setCurrentWidget(self.register)

    def _show_incoming(self) -> None:
        if self.stack.currentWidget() is not self.incoming.view:
            self.park()
            self.stack.setCurrentWidget(self.incoming.view)

    def _look_at(self, ticket_id: str) -> None:
        """Out of a registration to an earlier ticket: what is typed is kept."""
        self.park()
        self.open_ticket(ticket_id)

    def _registered(self, ticket_id: str) -> None:
        self.open_ticket(ticket_id)
        self.run(lambda: self._complaints.open(ticket_id), self._told.offer)

    def _load_list(self) -> None:
        if self.list.wants_actions():
            whose = self.list.whose_actions()
            self.run(
                lambda: self.context.services.after.open_actions(narrowed=whose),
                self.list.show_actions,
            )
            return
        wanted = self.list.wanted()
        self.run(
            lambda: (self._complaints.list(wanted), self._complaints.categories()),
            self._show_list,
        )

    def _show_list(self, answer: tuple[tuple[TicketRow, ...], CategoryTree]) -> None:
        self.list.show_rows(*answer)

    def _list_behind(self, title: str, ids: tuple[str, ...]) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.show_behind(ids)
        self.list.focus_table()
        text = self.tr("%n complaint(s) behind: {title}", "", len(ids)).format(title=title)
        self.banners.show_banner(
            Tone.INFO,
            text,
            self.tr("Show all again"),
            lambda: self.list.show_behind(None),
            key="behind",
            closable=False,
        )

    def _bring(
        self, ticket_id: str, *, enter: bool = False, begin: bool = False, step: str = ""
    ) -> None:
        def done(answer: tuple[Ticket, CategoryTree]) -> None:
            self._coming = "" if enter else self._coming
            leaves = enter and self.ticket.ticket is not None
            if leaves and self.ticket.ticket is not None and self.ticket.ticket.id != ticket_id:
                self.park()
                self.overtaken.clear()
            if enter:
                self.stack.setCurrentWidget(self.ticket)
            self.ticket.show_ticket(*answer)
            self.after.bring(ticket_id)
            self.evidence.bring(ticket_id)
            if step in set(ComplaintStep):
                self.ticket.steps.choose(ComplaintStep(step))
            if begin:
                self.ticket.steps.focus_form()
            if step.startswith(_AFTER):
                self.after.begin_kept(step.removeprefix(_AFTER))

        def failed(error: Exception) -> None:
            self._coming = "" if enter else self._coming
            errors.present(self, error)

        self.run(
            lambda: (self._complaints.open(ticket_id), self._complaints.categories()), done, failed
        )

    def _bring_overtaken(self, form: StepForm, typed: dict[str, str], before: Ticket) -> None:
        """Show the ticket as it is by now, and what someone else did with it."""
        complaints = self._complaints

        def done(answer: tuple[Ticket, CategoryTree]) -> None:
            now, tree = answer
            if self.ticket.ticket is None or self.ticket.ticket.id != now.id:
                return
            self.overtaken.tell(form, typed, before, now, tree)
            self.ticket.show_ticket(now, tree)

        self.run(lambda: (complaints.open(before.id), complaints.categories()), done)

    def _new(self) -> None:
        ticket = self.ticket.ticket
        if self.stack.currentWidget() is self.ticket and ticket is not None:
            self.registering.begin(Subject(ticket.customer_id, ticket.vehicle_id, ticket.visit_id))
        elif (row := self.list.table.current()) is not None and self.list.table.view.hasFocus():
            self.registering.begin(Subject(row.customer_id))
        else:
            self.registering.begin(None)

    def _watch_step(self) -> None:
        form, ticket = self.ticket.steps.form, self.ticket.ticket
        retire(self._step_drafts)
        self.banners.remove("draft")
        self._step_drafts = None
        if form is not None and ticket is not None:
            self._step_drafts = step_drafts(self.context, form, self.ticket, ticket, self.banners)
            self._step_drafts.offer()
