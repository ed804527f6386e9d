"""Ready phrases under a field: Down asks for them, Enter takes one, Delete takes it out of use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from frontdesk.ui.kit.fields import TextField

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class PhraseHelp(QObject):
    """``asked`` carries a field's name and what is typed; ``forget_asked`` field and phrase."""

    asked = Signal(str, str)
    forget_asked = Signal(str, str)

    def __init__(self, fields: Sequence[TextField], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = {field.name: field for field in fields}
        self._at = ""
        self._found = QStringListModel(self)
        self.completer = QCompleter(self._found, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated.connect(self._take)
        self.popup = QListView()
        self.completer.setPopup(self.popup)
        self.popup.installEventFilter(self)
        for field in fields:
            field.line.installEventFilter(self)

    def offer(self, name: str, typed: str, phrases: Sequence[str]) -> None:
        """Show phrases for a field, unless the person has gone on meanwhile."""
        field = self._fields[name]
        if not phrases or not field.line.hasFocus() or field.typed() != typed:
            return
        self._at = name
        self._found.setStringList(list(phrases))
        self.completer.setWidget(field.line)
        self.completer.complete()
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.popup:
                return self._in_list(event)
            if event.key() == Qt.Key.Key_Down and event.modifiers() in _PLAIN:
                self._ask(watched)
                return True
        return super().eventFilter(watched, event)

    def _in_list(self, event: QKeyEvent) -> bool:
        row = self.popup.currentIndex().row()
        if event.key() != Qt.Key.Key_Delete or row < 0:
            return False
        phrases = self._found.stringList()
        gone = phrases.pop(row)
        self._found.setStringList(phrases)
        self.forget_asked.emit(self._at, gone)
        if phrases:
            self.popup.setCurrentIndex(self._found.index(min(row, len(phrases) - 1), 0))
        else:
            self.popup.hide()
        return True

    def _ask(self, watched: QObject) -> None:
        for name, field in self._fields.items():
            if field.line is watched and not field.line.isReadOnly():
                self.asked.emit(name, field.typed())

    @Slot(str)
    def _take(self, phrase: str) -> None:
        field = self._fields.get(self._at)
        if field is not None:
            field.line.setText(phrase)
