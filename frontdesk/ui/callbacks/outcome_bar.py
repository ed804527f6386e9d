"""How an attempt ended that reached nobody: one key each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from frontdesk.models.enums import CallOutcome
from frontdesk.ui.callbacks.answers import AnswerButton
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GRID

OUTCOME_KEYS: dict[str, CallOutcome] = {
    "Q": CallOutcome.NO_ANSWER,
    "W": CallOutcome.BUSY,
    "E": CallOutcome.REJECTED,
    "R": CallOutcome.SWITCHED_OFF,
    "T": CallOutcome.SUSPENDED,
    "A": CallOutcome.NOT_CONVENIENT,
    "S": CallOutcome.WRONG_NUMBER,
    "D": CallOutcome.CAR_SOLD,
    "F": CallOutcome.USED_ELSEWHERE,
    "G": CallOutcome.REFUSES_CALLS,
}
"""Two rows of the keyboard: the customer was not reached; the customer cannot or will not talk."""

_ROW = 5


class OutcomeBar(Translated, QWidget):
    """``chosen`` carries the outcome's value."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._title = small()
        self._grid.addWidget(self._title, 0, 0, 1, _ROW)
        self._buttons: dict[CallOutcome, AnswerButton] = {}
        for at, (key, outcome) in enumerate(OUTCOME_KEYS.items()):
            made = AnswerButton(key, words.word(outcome), low=True)
            made.clicked.connect(lambda _=False, value=outcome.value: self.chosen.emit(value))
            self._buttons[outcome] = made
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(made, 1 + at // _ROW, at % _ROW)
            self._grid.setColumnStretch(at % _ROW, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Not reached, or cannot talk? One key ends the attempt:"))
        for outcome, made in self._buttons.items():
            made.setText(words.word(outcome))
            made.setAccessibleName(words.word(outcome))
            set_tip(made, words.word(outcome))
            made.update()
