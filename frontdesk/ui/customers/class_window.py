"""Why a customer is in a class; a manager sets another one with a reason, or marks a leader."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.models.enums import ValueClass
from frontdesk.services.classes.dto import Changed, ClassOf
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.small_window import SmallWindow
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.fields import CheckField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain
from frontdesk.ui.kit.page import UiContext

_WIDTH = 620
_RULES = "rules"
_SHOWN = 6


class ClassWindow(SmallWindow):
    """Keys 1–5 choose, Ctrl+Enter keeps, Esc leaves all as it is."""

    kept = Signal()

    def __init__(self, parent: QWidget, context: UiContext, standing: ClassOf) -> None:
        super().__init__(parent, context, FormPanel(), _WIDTH)
        self._standing = standing
        self._may = context.services.desk.may(Permission.CLASSIFY_CUSTOMERS)
        self.reasons = plain(wrap=True)
        self.badges = muted(wrap=True)
        self.history = muted(wrap=True)
        self.value_class = self.form.add(ChoiceField("value_class"), 0)
        self.reason = self.form.add(TextField("reason", max_length=200), 1)
        self.leader = self.form.add(CheckField("leader"), 2)
        self.lay_out(self.reasons, self.badges, self.form, self.history)
        self.form.setVisible(self._may)
        self.do.setVisible(self._may)
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
        super().retranslate()
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
        self.do.setText(self.tr("Keep  Ctrl+Enter"))

    def act(self) -> None:
        """Keep the class and what was said of it."""
        if not self._may:
            return
        standing, classes = self._standing, self.context.services.classes
        chosen = str(self.value_class.value() or _RULES)
        value_class = None if chosen == _RULES else ValueClass(chosen)
        reason, leader = self.reason.typed(), bool(self.leader.value())
        same = value_class is standing.own and (value_class is None or reason == standing.own_why)

        def keep() -> None:
            if not same:
                classes.set_class(standing.customer_id, value_class, reason, standing.own)
            if leader is not standing.opinion_leader:
                classes.mark_leader(standing.customer_id, leader)

        self.write(keep, self.kept.emit)

    # inside -----------------------------------------------------------------------------

    def _told(self, change: Changed) -> str:
        before = words.word(change.before) if change.before else "–"
        after = words.word(change.after) if change.after else "–"
        who = change.by or self.tr("by the rules")
        return f"{words.day(change.on)}  {before} → {after}  {who}"
