"""What follows from a ticket: its lines, and the form of the act that is being done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.services.complaints.after_dto import ActionState, After
from frontdesk.ui.complaints.after_form import Act, AfterForm, Wanted
from frontdesk.ui.complaints.after_lines import AfterLines
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import KeyHint, SectionTitle, scrolled
from frontdesk.ui.kit.tokens import GAP


class AfterPanel(Translated, QWidget):
    """``asked`` carries a ``Wanted``; ``save_asked`` and ``left`` are of the form shown."""

    asked = Signal(object)
    save_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.after: After | None = None
        self.form: AfterForm | None = None
        self.lines = AfterLines()
        self.lines.asked.connect(self.asked)
        self.why = small(wrap=True)
        self.add_action = button()
        self.add_penalty = button()
        self.add_action.clicked.connect(lambda: self.asked.emit(Wanted(Act.ACTION)))
        self.add_penalty.clicked.connect(lambda: self.asked.emit(Wanted(Act.PENALTY)))
        self.title = SectionTitle()
        self.save = button(look="primary")
        self.save.clicked.connect(self.save_asked)
        self.back = button(look="flat")
        self.back.clicked.connect(self.left)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page())
        self.stack.addWidget(self._form_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.retranslate()

    def show_after(self, after: After) -> None:
        """Show what follows; a form half typed stays."""
        self.after = after
        self.lines.show_after(after)
        self._say()

    def open_form(self, wanted: Wanted) -> AfterForm | None:
        """Show the form of ``wanted`` in the lines' place."""
        if self.after is None:
            return None
        self.close_form()
        self.form = AfterForm(wanted, self.after)
        self.form.save_requested.connect(self.save_asked)
        area = scrolled(self.form)
        self._place.addWidget(area, 1)
        self.stack.setCurrentIndex(1)
        area.show()  # at once: what is not visible cannot take the keyboard
        self._say()
        return self.form

    def close_form(self) -> None:
        """Back to the lines."""
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.form = None
        self.stack.setCurrentIndex(0)

    def page_title(self) -> str:
        """The page's name with the number of open actions."""
        actions = self.after.actions if self.after is not None else ()
        open_ = sum(each.state in (ActionState.OPEN, ActionState.LATE) for each in actions)
        if not open_:
            return self.tr("Follow-up")
        return self.tr("Follow-up ({open})").format(open=open_)

    def retranslate(self) -> None:
        self.add_action.setText(self.tr("Add action"))
        set_tip(self.add_action, "Alt+A")
        self.add_penalty.setText(self.tr("Add penalty"))
        set_tip(self.add_penalty, "Alt+P")
        self.save.setText(self.tr("Save"))
        self.back.setText(self.tr("Back (Esc)"))
        self._say()

    def _say(self) -> None:
        after = self.after
        if self.form is not None:
            titles = {
                Act.ACTION: self.tr("New action"),
                Act.END: self.tr("End of an action"),
                Act.CHANGE: self.tr("Another owner or day"),
                Act.PENALTY: self.tr("New penalty"),
                Act.WITHDRAW: self.tr("Withdraw a penalty"),
            }
            self.title.setText(titles[self.form.wanted.act])
        may = after is not None and after.refusal is None
        may_punish = after is not None and after.penalty_refusal is None
        self.add_action.setVisible(may)
        self.add_penalty.setVisible(may_punish)
        why = after.refusal or after.penalty_refusal if after is not None else None
        self.why.setText(said(why) if why is not None else "")
        self.why.setVisible(why is not None)

    def _list_page(self) -> QWidget:
        page = QWidget()
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addWidget(self.add_action)
        keys.addWidget(self.add_penalty)
        keys.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.lines, 1)
        column.addWidget(self.why)
        column.addLayout(keys)
        return page

    def _form_page(self) -> QWidget:
        page = QWidget()
        self._place = QVBoxLayout()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(KeyHint("Ctrl+Enter"))
        foot.addWidget(self.save)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._place, 1)
        column.addLayout(foot)
        return page
