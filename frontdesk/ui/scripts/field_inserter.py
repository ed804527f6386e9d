"""Puts a field such as ``{salutation}`` into a sentence, where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QWidget

from frontdesk.texts.script_words import FIELD_NAMES
from frontdesk.ui.kit import language
from frontdesk.ui.kit.labels import caption
from frontdesk.ui.kit.shortcuts import bind_key


class FieldInserter(QObject):
    """Ctrl+I within ``form``, or ``button``, offers the fields ``names`` by what they are called.

    It goes to the one of ``boxes`` the cursor was in last.
    """

    def __init__(
        self,
        form: QWidget,
        button: QPushButton,
        boxes: Sequence[QPlainTextEdit],
        names: Sequence[str],
    ) -> None:
        super().__init__(form)
        self._form, self._boxes, self._names = form, tuple(boxes), tuple(names)
        self._at = self._boxes[0]
        button.clicked.connect(self.offer)
        for box in self._boxes:
            box.installEventFilter(self)
        bind_key(form, "Ctrl+I", self.offer)

    @property
    def index(self) -> int:
        """Which of the boxes the cursor was in last."""
        return self._boxes.index(self._at)

    def offer(self) -> None:
        """Show the fields beside the cursor."""
        menu = QMenu(self._form)
        speak = language.current()
        for name in self._names:
            act = menu.addAction(caption(f"{FIELD_NAMES[name].in_(speak)}  {{{name}}}"))
            act.setData(name)
        menu.triggered.connect(lambda act: self.insert(str(act.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._at.mapToGlobal(QPoint(8, self._at.cursorRect().bottom() + 4)))

    def insert(self, name: str) -> None:
        """Put ``{name}`` into the sentence where the cursor is."""
        self._at.insertPlainText(f"{{{name}}}")
        self._at.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self._boxes:
            self._at = self._boxes[self._boxes.index(watched)]
        return super().eventFilter(watched, event)
