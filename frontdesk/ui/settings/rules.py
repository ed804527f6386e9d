"""The figures of the trade, one section for each group."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.models.rules import Rules
from frontdesk.services.desk import Change
from frontdesk.services.rule_figures import values_of
from frontdesk.services.rule_table import Group, names_of
from frontdesk.services.settings import RULES_FORM
from frontdesk.ui.kit.drafts import About
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, scrolled
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.settings.figures import Beside, Restorer, figure_field

_WIDTH = 1120


class RulesSection(Section):
    """One group of figures; what another group holds is never touched."""

    def __init__(self, context: UiContext, title: Title, group: Group) -> None:
        super().__init__(context, title)
        self._names = names_of(group)
        self.form = FormPanel()
        self._beside: dict[str, Restorer] = {}
        self._lay_out()
        card = Card()
        card.add(self.form)
        card.setMaximumWidth(_WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addWidget(card)
        column.addStretch()
        self.save = button(look="primary")
        self._keys = muted()
        self.body.addWidget(scrolled(ground), 1)
        self.body.addLayout(acts_row(self.save, self._keys))
        self._draft = f"{RULES_FORM}.{group}"
        self._shown = context.services.desk.rules
        self._keeper = self.keep_drafts(self.form, self._draft)
        self.form.save_requested.connect(self._save)
        self.form.last_entered.connect(self.save.setFocus)
        self.save.clicked.connect(self._save)
        bind_key(self.form, "Ctrl+D", self._put_back)
        self.retranslate()
        self._show(context.services.desk.rules)
        self._keeper.offer()

    def refresh(self, changes: frozenset[Change]) -> None:
        if Change.SETTINGS in changes and not self.form.has_changes():
            self._show(self.context.services.desk.rules)

    def beside(self, name: str) -> Restorer:
        """What brings the default of the figure ``name`` back."""
        return self._beside[name]

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.form.focus_first()
        # Also where the stack has given it the focus already: typing replaces the figure.
        first = self.form.fields()[0].editor()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def retranslate(self) -> None:
        super().retranslate()
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self._keys.setText(self.tr("Ctrl+D restores the default of the figure you are in."))

    def _lay_out(self) -> None:
        """One figure beneath the other, what it does beside it."""
        for row, name in enumerate(self._names):
            beside = Beside(self.form.add(figure_field(name), row))
            self._beside[name] = beside
            self.form.add_widget(beside, row, 1)

    def _show(self, rules: Rules) -> None:
        self._shown = rules
        values = values_of(rules)
        self.form.set_values({name: values[name] for name in self._names})
        for beside in self._beside.values():
            beside.look()

    def _put_back(self) -> None:
        for name, beside in self._beside.items():
            if self.form.field(name).editor().hasFocus():
                beside.put_back()

    def _save(self) -> None:
        if not self.save.isEnabled() or self.conflicts.stands_in_the_way():
            return
        self.form.clear_errors()
        try:
            values = self.form.values()
        except UserError as error:
            self.form.show_errors(error)
            return
        self._keeper.saving()
        self.save.setEnabled(False)
        seen = values_of(self._shown)
        self.run(
            lambda: self.context.services.settings.change_rules(values, seen),
            self._saved,
            self._refused,
            kind="write",
        )

    def _saved(self, rules: Rules) -> None:
        self.save.setEnabled(True)
        self.conflicts.clear()
        self._keeper.saved()
        typed = self.form.changes()
        self._show(rules)
        self.form.set_typed(typed)
        self.notice(Tone.OK, self.tr("Saved. The new figures hold from now on."))

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._keeper.go_on()
        if isinstance(error, Conflict):
            self.run(self.context.services.settings.kept_rules, self._show_both)
        else:
            self.refuse(error, self.form)

    def _show_both(self, theirs: Rules) -> None:
        mine, before = self.form.changes(), self.form.baseline()
        with self._keeper.filling():
            self._show(theirs)
        self.form.set_typed(mine)
        self.conflicts.show(self.form, About(self._draft), mine, before, self._save)
