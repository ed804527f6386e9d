"""Why a customer is in a class; a manager sets another one with a reason, or marks a leader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import ValueClass
from frontdesk.services.classes.dto import Changed, ClassOf
from frontdesk.services.permissions import Permission
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.fields import CheckField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM

_WIDTH = 620
_RULES = "rules"
_SHOWN = 6


class ClassWindow(Translated, QDialog):
    """Keys 1–5 choose, Ctrl+Enter keeps, Esc leaves all as it is."""

    kept = Signal()

    def __init__(self, parent: QWidget, context: UiContext, standing: ClassOf) -> None:
        super().__init__(parent)
        self._context, self._standing = context, standing
        self._may = context.services.desk.may(Permission.CLASSIFY_CUSTOMERS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.reasons = plain(wrap=True)
        self.badges = muted(wrap=True)
        self.history = muted(wrap=True)
        self.form = FormPanel()
        self.value_class = self.form.add(ChoiceField("value_class"), 0)
        self.reason = self.form.add(TextField("reason", max_length=200), 1)
        self.leader = self.form.add(CheckField("leader"), 2)
        self.keep = button(look="primary")
        self.leave = button()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        for widget in (self.reasons, self.badges, self.form, self.history):
            column.addWidget(widget)
        column.addLayout(row)
        self.form.setVisible(self._may)
        self.keep.setVisible(self._may)
        self.form.last_entered.connect(self._act)
        self.form.save_requested.connect(self._act)
        self.keep.clicked.connect(self._act)
        self.leave.clicked.connect(self.reject)
        self.retranslate()
        own = standing.own
        self.form.set_values(
            {
                "value_class": own.value if own is not None else _RULES,
                "reason": standing.own_why,
                "leader": standing.opinion_leader,
            }
        )
        (self.value_class if self._may else self.leave).setFocus()

    def retranslate(self) -> None:
        standing = self._standing
        self.setWindowTitle(self.tr("Value class"))
        named = words.word(standing.value_class) if standing.value_class else "–"
        why = "\n".join(f"· {said(each)}" for each in standing.reasons)
        self.reasons.setText(f"{named}\n{why}")
        held = ", ".join(words.word(badge) for badge in standing.badges)
        self.badges.setText(self.tr("Valued for: {badges}").format(badges=held) if held else "")
        self.badges.setVisible(bool(held))
        shown = standing.changes[:_SHOWN]
        self.history.setText("\n".join(self._told(each) for each in shown))
        self.history.setVisible(bool(shown))
        kept = self.value_class.value()
        computed = words.word(standing.computed) if standing.computed else "–"
        by_rules = self.tr("By the rules: {value_class}").format(value_class=computed)
        self.value_class.set_options(
            [(_RULES, by_rules), *((each.value, words.word(each)) for each in ValueClass)]
        )
        self.value_class.set_value(kept)
        self.value_class.set_label(self.tr("Class"))
        self.reason.set_label(self.tr("Why"))
        self.leader.set_label(self.tr("Opinion leader, by position or business"))
        self.keep.setText(self.tr("Keep  Ctrl+Enter"))
        self.leave.setText(self.tr("Leave as it is  Esc"))

    # inside -----------------------------------------------------------------------------

    def _told(self, change: Changed) -> str:
        before = words.word(change.before) if change.before else "–"
        after = words.word(change.after) if change.after else "–"
        who = change.by or self.tr("by the rules")
        return f"{words.day(change.on)}  {before} → {after}  {who}"

    def _act(self) -> None:
        if not self._may:
            return
        standing, classes = self._standing, self._context.services.classes
        chosen = str(self.value_class.value() or _RULES)
        value_class = None if chosen == _RULES else ValueClass(chosen)
        reason, leader = self.reason.typed(), bool(self.leader.value())
        same = value_class is standing.own and (value_class is None or reason == standing.own_why)

        def keep() -> None:
            if not same:
                classes.set_class(standing.customer_id, value_class, reason, standing.own)
            if leader is not standing.opinion_leader:
                classes.mark_leader(standing.customer_id, leader)

        self._context.tasks.run(
            keep, lambda _: self._done(), self._failed, kind="write", owner=self
        )

    def _done(self) -> None:
        self.kept.emit()
        self.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.field is not None and self.form.has(error.field):
            self.form.show_errors(error)
        else:
            errors.present(self, error)
