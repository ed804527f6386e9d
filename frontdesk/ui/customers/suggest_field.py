"""A line that offers, while typing, what may be meant; anything else may be typed as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from frontdesk.ui.kit.fields import TextField


class SuggestField(TextField):
    """``asked`` carries what was typed; whoever listens answers by ``offer``.

    It is asked while typing, by the key Down, and again for what was chosen.
    """

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, max_length: int = 200) -> None:
        super().__init__(name, parent, max_length=max_length)
        self._offers = QStringListModel(self)
        self._completer = completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._ask)
        completer.activated.connect(self.asked)

    def offer(self, typed: str, texts: Sequence[str]) -> None:
        """Show ``texts`` beneath the line, if it still holds what they were looked up for."""
        if self.line.text() != typed or not self.line.hasFocus():
            return
        self._offers.setStringList(list(texts))
        if texts and list(texts) != [typed]:
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def offers(self) -> list[str]:
        """What is offered."""
        return self._offers.stringList()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() is QEvent.Type.KeyPress:
            self.asked.emit(self.line.text())
            return True
        return super().eventFilter(watched, event)

    def _ask(self, typed: str) -> None:
        self._offers.setStringList([])
        if typed.strip():
            self.asked.emit(typed)
