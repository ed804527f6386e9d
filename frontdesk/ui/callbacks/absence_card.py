"""Days off: those still to come, and a form for new ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.services.callbacks.sharing_dto import EVERYONE, AbsenceInput, SharingLook
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.fields import DateField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, GRID


class AbsenceCard(Translated, Card):
    """``withdrawn`` carries an ``AbsenceSpan``."""

    save_asked = Signal()
    withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._look: SharingLook | None = None
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GRID)
        self.form = FormPanel()
        self.who = self.form.add(ChoiceField("staff_id", (), as_list=True), 0)
        self.first = self.form.add(DateField("first"), 1)
        self.last = self.form.add(DateField("last"), 2)
        self.why = self.form.add(TextField("why"), 3)
        self.save = button()
        self.save.clicked.connect(self.save_asked)
        self.form.save_requested.connect(self.save_asked)
        self.add(self._list)
        self.add(self.form)
        self.add_action(self.save)
        self.retranslate()

    def given(self) -> AbsenceInput:
        """What is typed. Raises ``UserError`` beside the field at fault."""
        who, first, last = self.who.value(), self.first.value(), self.last.value()
        if not who:
            raise UserError("sharing.who_missing", "staff_id")
        if first is None:
            raise UserError("sharing.first_missing", "first")
        return AbsenceInput(str(who), first, last or first, str(self.why.value() or ""))

    def clear(self) -> None:
        """An empty form for the next one."""
        self.form.set_values({})

    def focus_first(self) -> None:
        """Go to where typing begins."""
        self.who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_look(self, look: SharingLook) -> None:
        """Show the days off that have not passed, and whose can be noted."""
        self._look = look
        blocked = self.who.blockSignals(True)
        self.who.set_options([(s.id, s.name) for s in look.shares if s.id != EVERYONE and s.roles])
        self.who.blockSignals(blocked)
        self._show_lines(look)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Days off"))
        self.who.set_label(self.tr("Who"))
        self.first.set_label(self.tr("From"))
        self.last.set_label(self.tr("Until"))
        self.why.set_label(self.tr("Why"))
        for field in (self.who, self.first):
            field.set_required(True)
        self.save.setText(self.tr("Note days off (Ctrl+Enter)"))
        if self._look is not None:
            self._show_lines(self._look)

    def _show_lines(self, look: SharingLook) -> None:
        empty_layout(self._lines)
        if not look.absences:
            self._lines.addWidget(small(self.tr("Nobody is away. Who is, is given no calls.")))
        for span in look.absences:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            row.addWidget(plain(span.name))
            days = f"{words.day(span.first)} – {words.day(span.last)}"
            row.addWidget(muted(" · ".join(part for part in (days, span.why) if part)))
            row.addStretch()
            back = button(self.tr("Withdraw"), look="flat")
            back.setAccessibleName(
                self.tr("Withdraw the days off of {name}").format(name=span.name)
            )
            back.clicked.connect(lambda _=False, which=span: self.withdrawn.emit(which))
            row.addWidget(back)
            self._lines.addWidget(line)
