"""Decides what happens on the page of what follows: loads, saves, keeps drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.services.complaints.after_dto import (
    Action,
    ActionKind,
    After,
    NewAction,
    NewPenalty,
    Penalty,
    PenaltyPart,
)
from frontdesk.services.complaints.forms import after_form_key
from frontdesk.ui.complaints import after_words
from frontdesk.ui.complaints.after_form import Act, AfterForm, Wanted
from frontdesk.ui.complaints.ticket_view import TicketView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drafting import kept_by_service, retire
from frontdesk.ui.kit.drafts import DraftKeeper
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

SHOW = "show"
"""Only shows what follows; the other acts are those of ``Act``."""


class AfterDesk(QObject):
    """Works on the page and the card of a ticket's view; ``page`` runs and tells."""

    def __init__(self, page: Page, view: TicketView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self.panel, self.card = view.after, view.after_card
        self._service = page.context.services.after
        self._ticket_id = ""
        self._asked = ""
        self._offers = False
        self._drafts: DraftKeeper | None = None
        self._saving = False
        self.panel.asked.connect(self.open)
        self.card.save_asked.connect(self.save)
        self.card.left.connect(self.escape)

    def bring(self, ticket_id: str) -> None:
        """Show what follows from this ticket."""
        if ticket_id != self._ticket_id:
            self._close()
        self._ticket_id = ticket_id
        self._page.run(lambda: self._service.of(ticket_id), self._show)

    def begin(self, act: Act) -> None:
        """By key: a new action or penalty, or the sentence why not."""
        after = self.panel.after
        if after is None or after.complaint_id != self._ticket_id:
            return
        why = after.refusal if act is Act.ACTION else after.penalty_refusal
        if why is not None:
            self._page.notice(Tone.INFO, errors.said(why))
            return
        if act is Act.ACTION and after.proposals:
            self.open(Wanted(act, proposal=after.proposals[0]))
        else:
            self.open(Wanted(act))

    def begin_kept(self, form: str) -> None:
        """Go on with the form whose draft has this name, once the ticket is shown."""
        self._view.pages.show_page(self.panel)
        if form == SHOW:
            return
        self._asked = form
        after = self.panel.after
        if after is not None and after.complaint_id == self._ticket_id:
            self._open_asked(after)

    def offer(self) -> None:
        """What the return says is offered to be made actions, once the ticket is read anew."""
        self._offers = True

    def open(self, wanted: Wanted) -> None:
        """Show the form of ``wanted``, with what was typed into it before."""
        self._close()
        if self.panel.after is None:
            return
        self._view.pages.show_page(self.panel)
        self._view.work.setCurrentWidget(self.card)
        form = self.card.open_form(wanted, self.panel.after)
        self._drafts = kept_by_service(
            self._page.context,
            form,
            after_form_key(wanted.act.value, wanted.about),
            self._ticket_id,
        )
        self._drafts.restore()
        form.focus_first()

    def escape(self) -> bool:
        """Leave the form, what is typed is kept; whether there was one."""
        if self.card.form is None:
            return False
        self._close()
        self._view.steps.focus_form()
        return True

    def has_unsaved(self) -> bool:
        """Whether a form is half typed."""
        return self.card.form is not None and self.card.form.has_changes()

    def park(self) -> None:
        """Write what waits to be kept."""
        if self._drafts is not None:
            self._drafts.flush()

    def save(self) -> None:
        """Do the act whose form is shown."""
        form, drafts = self.card.form, self._drafts
        if form is None or self._saving:
            return
        form.clear_errors()
        try:
            act = self._act(form)
        except UserError as error:
            errors.present(form, error)
            return
        self._saving = True
        if drafts is not None:
            drafts.saving()

        def done(_: object) -> None:
            self._saving = False
            if drafts is not None and self._drafts is drafts:
                drafts.saved()
            if self.card.form is form:
                self._close()
                self._offers = form.wanted.proposal is not None
            self._page.notice(Tone.OK, self._done(form.wanted.act))
            self.bring(self._ticket_id)

        def failed(error: Exception) -> None:
            self._saving = False
            if drafts is not None and self._drafts is drafts:
                drafts.go_on()
            where: QWidget = form if self.card.form is form else self._page
            errors.present(where, error)
            if isinstance(error, Conflict):
                self.bring(self._ticket_id)

        self._page.run(act, done, failed, kind="write")

    def _act(self, form: AfterForm) -> Callable[[], object]:
        """The service's call with what is typed. Raises ``InputErrors`` for what is unreadable."""
        service, ticket_id, wanted, values = (
            self._service,
            self._ticket_id,
            form.wanted,
            form.values(),
        )
        action, penalty = wanted.action, wanted.penalty
        owner, day = str(values.get("owner_id") or "") or None, form.day("due_on")
        why = form.text("why")
        if wanted.act is Act.END and action is not None:
            done, result = bool(values["done"]), form.text("result")
            return lambda: service.end_action(action.id, done, result, action.version)
        if wanted.act is Act.CHANGE and action is not None:
            return lambda: service.change_action(action.id, owner, day, why, action.version)
        if wanted.act is Act.WITHDRAW and penalty is not None:
            return lambda: service.withdraw_penalty(penalty.id, why)
        if wanted.act is Act.PENALTY:
            part = values["part"]
            new_penalty = NewPenalty(
                form.text("person"),
                part if isinstance(part, PenaltyPart) else None,
                form.amount("amount"),
                form.text("words"),
                form.new_id,
            )
            return lambda: service.set_penalty(ticket_id, new_penalty)
        kind = values["kind"]
        new = NewAction(
            kind if isinstance(kind, ActionKind) else None,
            form.text("words"),
            owner,
            day,
            form.new_id,
        )
        return lambda: service.add_action(ticket_id, new, wanted.about)

    def _show(self, after: After) -> None:
        if after.complaint_id != self._ticket_id:
            return
        self.panel.show_after(after)
        self._view.pages.retranslate()
        form = self.card.form
        if form is not None and form.wanted.action is not None:
            self._renew(form, after)
        if self._asked:
            self._open_asked(after)
        elif self._offers and form is None and after.proposals:
            self.open(Wanted(Act.ACTION, proposal=after.proposals[0]))
        self._offers = False

    def _renew(self, form: AfterForm, after: After) -> None:
        """The action of the form shown was changed meanwhile: what it is now, it is told."""
        seen = form.wanted.action
        now = next((each for each in after.actions if seen and each.id == seen.id), None)
        if now is None or seen is None or now.version == seen.version:
            return
        form.wanted = replace(form.wanted, action=now)
        said = self.tr("It stands now: {line}").format(line=after_words.action_line(now))
        form.set_remark(said)

    def _open_asked(self, after: After) -> None:
        act, _, about = self._asked.partition(".")
        self._asked = ""
        actions = {each.id: each for each in after.actions}
        penalties = {each.id: each for each in after.penalties}
        proposals = {each.kind.value: each for each in after.proposals}
        wanted = Wanted(Act(act), actions.get(about), penalties.get(about), proposals.get(about))
        if wanted.about == about and _may(wanted, after):
            self.open(wanted)

    def _close(self) -> None:
        retire(self._drafts)
        self._drafts = None
        self._view.work.setCurrentWidget(self._view.steps)
        self.card.close_form()

    def _done(self, act: Act) -> str:
        return {
            Act.ACTION: self.tr("The action is set."),
            Act.END: self.tr("The action has ended."),
            Act.CHANGE: self.tr("The action was changed."),
            Act.PENALTY: self.tr("The penalty is recorded."),
            Act.WITHDRAW: self.tr("The penalty was withdrawn."),
        }[act]


def _may(wanted: Wanted, after: After) -> bool:
    """Whether the person may do it now; what was begun may have been ended by another."""
    match wanted:
        case Wanted(act=Act.END, action=Action() as action):
            return action.may_end or action.may_give_up
        case Wanted(act=Act.CHANGE, action=Action() as action):
            return action.may_change
        case Wanted(act=Act.WITHDRAW, penalty=Penalty() as penalty):
            return penalty.may_withdraw
        case Wanted(act=Act.PENALTY):
            return after.penalty_refusal is None
        case Wanted(act=Act.ACTION):
            return after.refusal is None
        case _:
            return False
