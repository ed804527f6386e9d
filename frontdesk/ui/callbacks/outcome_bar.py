"""How an attempt ended that reached nobody: one key each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
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

_ROWS = (5, 3, 2)
"""How many stand side by side, as on the keyboard where there is room: the key is never cut off."""
_LEAST = 124


class OutcomeBar(Translated, QWidget):
    """``chosen`` carries the outcome's value."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._title = small(wrap=True)
        self._across = 0
        self._buttons: dict[CallOutcome, AnswerButton] = {}
        for key, outcome in OUTCOME_KEYS.items():
            made = AnswerButton(key, words.word(outcome), low=True)
            made.clicked.connect(lambda _=False, value=outcome.value: self.chosen.emit(value))
            self._buttons[outcome] = made
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._put(_ROWS[0])
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = (n for n in _ROWS if n * (_LEAST + GRID) - GRID <= event.size().width())
        self._put(next(fits, _ROWS[-1]))

    def _put(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for each in (self._title, *self._buttons.values()):
            self._grid.removeWidget(each)
        self._grid.addWidget(self._title, 0, 0, 1, across)
        for at, made in enumerate(self._buttons.values()):
            self._grid.addWidget(made, 1 + at // across, at % across)
        for column in range(_ROWS[0]):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Not reached, or cannot talk? One key ends the attempt:"))
        for outcome, made in self._buttons.items():
            made.setText(words.word(outcome))
            made.setAccessibleName(words.word(outcome))
            set_tip(made, words.word(outcome))
            made.update()
