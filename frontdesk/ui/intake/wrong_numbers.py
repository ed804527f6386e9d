"""Numbers found wrong in a call: the right ones are asked for while the customer is here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.services.intake.views import PhoneLine
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, GRID, Tone

_FIELD = 260


class WrongNumbers(Translated, QWidget):
    """One line for each; ``corrected`` carries the number's id and what was typed."""

    corrected = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.lines: dict[str, WrongNumber] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.hide()

    def show_phones(self, phones: Sequence[PhoneLine], *, may_correct: bool) -> None:
        """Show those that are wrong; nothing at all takes no room."""
        wrong = {line.id: line for line in phones if line.wrong and may_correct}
        for gone in self.lines.keys() - wrong.keys():
            widget = self.lines.pop(gone)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for key, line in wrong.items():
            if key not in self.lines:
                self.lines[key] = WrongNumber(line.number)
                self.lines[key].corrected.connect(
                    lambda typed, key=key: self.corrected.emit(key, typed)
                )
                self._column.addWidget(self.lines[key])
        self.setVisible(bool(self.lines))

    def refuse(self, phone_id: str, error: UserError) -> None:
        """Say beside the field why it cannot be so."""
        line = self.lines.get(phone_id)
        if line is not None:
            line.number.set_error(errors.said(error))
            line.number.setFocus()

    def retranslate(self) -> None:
        """The lines say it themselves."""


class WrongNumber(Translated, QFrame):
    """A wrong number with the field for the right one; Enter corrects it."""

    corrected = Signal(str)

    def __init__(self, wrong: str) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", Tone.WARN.value)
        self._wrong = wrong
        self.label = plain()
        self.form = FormPanel()
        self.number = self.form.add(TextField("phone", max_length=60), 0)
        self.number.label.hide()
        self.number.setFixedWidth(_FIELD)
        self.form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.act = button()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        row.addWidget(self.form)
        row.addWidget(self.act)
        row.addStretch()
        self.act.clicked.connect(self._correct)
        self.form.last_entered.connect(self._correct)
        self.form.save_requested.connect(self._correct)
        self.retranslate()

    def retranslate(self) -> None:
        self.label.setText(self.tr("Wrong number {number}").format(number=self._wrong))
        self.number.set_label(self.tr("The right number"))
        self.number.set_placeholder(self.tr("Ask the customer for the right number"))
        self.act.setText(self.tr("Correct"))

    def _correct(self) -> None:
        self.corrected.emit(self.number.typed())
