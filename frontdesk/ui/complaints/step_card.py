"""The next step: its form for who may take it, for others who holds the ticket and why not they."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from frontdesk.models.enums import ComplaintState, ComplaintStep
from frontdesk.services.complaints.dto import CategoryTree, NextStep, Ticket
from frontdesk.ui.complaints import step_words
from frontdesk.ui.complaints.step_form import StepForm
from frontdesk.ui.complaints.wording import holder
from frontdesk.ui.kit import words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.flow import FlowLayout
from frontdesk.ui.kit.labels import button, muted, plain, repolish, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, scrolled

_MOST_BESIDE = 6


class StepCard(Translated, QWidget):
    """``taken`` asks for the step of ``form`` to be taken; ``form_changed`` when it is another."""

    taken = Signal()
    form_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticket: Ticket | None = None
        self._tree = CategoryTree(())
        self._chosen: ComplaintStep | None = None
        self.form: StepForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.card = Card()
        self.waits = plain(wrap=True)
        self.why = muted(wrap=True)
        self.card.add(self.waits)
        self.card.add(self.why)
        self._place = QVBoxLayout()
        self.card.body.addLayout(self._place, 1)
        self.take = button(look="primary")
        self.take.clicked.connect(self.taken)
        self._key = KeyHint("Ctrl+Enter")
        self.beside = [button(look="flat") for _ in range(_MOST_BESIDE)]
        for at, each in enumerate(self.beside):
            each.clicked.connect(lambda _=False, at=at: self._choose(at))
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda at=at: self._choose(at))
        actions = QWidget()
        row = FlowLayout(actions, at_right=(*self.beside, self._key, self.take))
        for widget in (*self.beside, self._key, self.take):
            row.addWidget(widget)
        self.card.add_action(actions)
        self._beside: list[ComplaintStep] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        self.retranslate()

    def show_ticket(self, ticket: Ticket, tree: CategoryTree) -> None:
        """Show what may be done with ``ticket``.

        Read anew, the step that was chosen stays, if it is still open, and what is typed for it.
        """
        before, form = self._ticket, self.form
        self._ticket, self._tree = ticket, tree
        open_ = {step.step: step for step in ticket.steps if step.refusal is None}
        if before is None or before.id != ticket.id:
            self._chosen = None
        elif form is not None and form.step.step in open_:
            as_it_was = before.version == ticket.version and open_[form.step.step] == form.step
            if as_it_was or form.has_changes():
                self._say()
                return
        main = next((step for step in ticket.main_steps if step.refusal is None), None)
        # Who stands in the form when it is read anew stays there: else the next key goes astray.
        stands_here = self._has_keyboard()
        self._use(main if self._chosen is None else open_.get(self._chosen, main))
        if stands_here:
            self.focus_form()

    def choose(self, step: ComplaintStep) -> bool:
        """Show the form of ``step``; whether this person may take it now."""
        if self._ticket is None:
            return False
        found = next((s for s in self._ticket.steps if s.step is step and s.refusal is None), None)
        if found is None:
            return False
        self._chosen = step
        self._use(found)
        return True

    def let_go(self) -> None:
        """The step is taken: when the ticket is read anew, nothing of this form stays."""
        self._ticket = None

    def focus_form(self) -> None:
        """Go to where the step begins."""
        if self.form is not None:
            self.form.focus_first()
        else:
            self.setFocus()

    def retranslate(self) -> None:
        self._say()

    # inside -----------------------------------------------------------------------------

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return self.form is not None and focused is not None and self.form.isAncestorOf(focused)

    def _use(self, step: NextStep | None) -> None:
        empty_layout(self._place)
        self.form = None
        if step is not None and self._ticket is not None:
            self.form = StepForm(self._ticket, step, self._tree)
            self.form.save_requested.connect(self.taken)
            area = scrolled(self.form)
            self._place.addWidget(area, 1)
            area.show()  # at once: what is not visible cannot take the keyboard
        else:
            self._place.addStretch(1)
        self._say()
        self.form_changed.emit()

    def _say(self) -> None:
        ticket = self._ticket
        shown = self.form is not None
        for widget in (self.take, self._key):
            widget.setVisible(shown)
        if ticket is None:
            return
        self.card.set_title(self._title(ticket))
        main_is_shown = self.form is not None and self.form.step.main
        refused = next((s.refusal for s in ticket.main_steps if s.refusal is not None), None)
        self.waits.setText(self._waits(ticket))
        self.waits.setVisible(not main_is_shown)
        self.why.setText(said(refused) if refused is not None else "")
        self.why.setVisible(not main_is_shown and refused is not None)
        if self.form is not None:
            step = self.form.step.step
            self.take.setText(step_words.verb(step, again=not self.form.step.main))
            look = "danger" if step is ComplaintStep.SENT_BACK else "primary"
            self.take.setProperty("look", look)
            repolish(self.take)
        self._offer_beside(ticket)

    def _title(self, ticket: Ticket) -> str:
        if self.form is None:
            return self.tr("Next step")
        step = step_words.act(self.form.step.step)
        if self.form.step.main:
            return self.tr("Your step: {step}").format(step=step)
        return step

    def _waits(self, ticket: Ticket) -> str:
        if ticket.state is ComplaintState.FILED:
            return self.tr("This complaint is closed and filed.")
        who = holder(ticket.holders, ticket.handler, ticket.state)
        text = self.tr("{state}. The ticket is with: {holder}.")
        return text.format(state=words.word(ticket.state), holder=who)

    def _offer_beside(self, ticket: Ticket) -> None:
        now = self.form.step.step if self.form is not None else None
        steps = [s for s in ticket.steps if s.refusal is None and s.step is not now]
        self._beside = [step.step for step in steps][:_MOST_BESIDE]
        for at, each in enumerate(self.beside):
            each.setVisible(at < len(self._beside))
            if at < len(self._beside):
                each.setText(step_words.verb(self._beside[at], again=not steps[at].main))
                set_tip(each, f"Alt+{at + 1}")

    def _choose(self, at: int) -> None:
        if at < len(self._beside) and self.isVisible() and self.choose(self._beside[at]):
            self.focus_form()
