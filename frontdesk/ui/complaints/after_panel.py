"""The page of what follows from a ticket, and the card on which one act upon it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.services.complaints.after_dto import ActionState, After
from frontdesk.ui.complaints.after_form import Act, AfterForm, Wanted
from frontdesk.ui.complaints.after_lines import AfterLines
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, scrolled
from frontdesk.ui.kit.tokens import GAP


class AfterPanel(Translated, QWidget):
    """``asked`` carries the ``Wanted`` of whatever is to be done."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.after: After | None = None
        self.lines = AfterLines()
        self.lines.asked.connect(self.asked)
        self.why = small(wrap=True)
        self.add_action = button()
        self.add_penalty = button()
        self.add_action.clicked.connect(lambda: self.asked.emit(Wanted(Act.ACTION)))
        self.add_penalty.clicked.connect(lambda: self.asked.emit(Wanted(Act.PENALTY)))
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addWidget(self.add_action)
        keys.addWidget(self.add_penalty)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.lines, 1)
        column.addWidget(self.why)
        column.addLayout(keys)
        self.retranslate()

    def show_after(self, after: After) -> None:
        """Show what follows, and what may be added."""
        self.after = after
        self.lines.show_after(after)
        self._say()

    def page_title(self) -> str:
        """The page's name with the number of open actions."""
        actions = self.after.actions if self.after is not None else ()
        open_ = sum(each.state in (ActionState.OPEN, ActionState.LATE) for each in actions)
        if not open_:
            return self.tr("Actions")
        return self.tr("Actions ({open})").format(open=open_)

    def retranslate(self) -> None:
        self.add_action.setText(self.tr("Add action"))
        set_tip(self.add_action, "Alt+A")
        self.add_penalty.setText(self.tr("Add penalty"))
        set_tip(self.add_penalty, "Alt+P")
        self._say()

    def _say(self) -> None:
        after = self.after
        may = after is not None and after.refusal is None
        may_punish = after is not None and after.penalty_refusal is None
        self.add_action.setVisible(may)
        self.add_penalty.setVisible(may_punish)
        why = after.refusal or after.penalty_refusal if after is not None else None
        self.why.setText(said(why) if why is not None else "")
        self.why.setVisible(why is not None)


class AfterCard(Translated, Card):
    """One act: its form, saved or left. ``left`` keeps what is typed."""

    save_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: AfterForm | None = None
        self.back = button(look="flat")
        self.back.setIcon(icon("arrow-left", "accent"))
        self.save = button(look="primary")
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_asked)
        for widget in (self.back, KeyHint("Ctrl+Enter"), self.save):
            self.add_action(widget)
        self.retranslate()

    def open_form(self, wanted: Wanted, after: After) -> AfterForm:
        """Show the form of ``wanted``."""
        self.close_form()
        self.form = AfterForm(wanted, after)
        self.form.save_requested.connect(self.save_asked)
        area = scrolled(self.form)
        self.add(area, 1)
        area.show()  # at once: what is not visible cannot take the keyboard
        self.retranslate()
        return self.form

    def close_form(self) -> None:
        """Let go of the form."""
        empty_layout(self.body)
        self.form = None

    def retranslate(self) -> None:
        self.save.setText(self.tr("Save"))
        self.back.setText(self.tr("Back (Esc)"))
        set_tip(self.back, self.tr("Back to the step; what is typed is kept"))
        if self.form is None:
            return
        titles = {
            Act.ACTION: self.tr("New action"),
            Act.END: self.tr("End of an action"),
            Act.CHANGE: self.tr("Another owner or day"),
            Act.PENALTY: self.tr("New penalty"),
            Act.WITHDRAW: self.tr("Withdraw a penalty"),
        }
        self.set_title(titles[self.form.wanted.act])
