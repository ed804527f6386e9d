"""What narrows the queue: a search, the kind, the hour of the day, whose calls and which."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from frontdesk.models.enums import CallbackKind
from frontdesk.models.rules import CallHours
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.segments.narrowing_dto import EVERYBODY
from frontdesk.ui.kit import words
from frontdesk.ui.kit.drop_down import DropDown
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.narrowing import WIDTH, NarrowingBox

_PAUSE_MS = 150
_SEARCH_WIDTH = 220


class QueueTools(Translated, QWidget):
    """``changed`` asks for other rows. The controls stand in the table's row of tools."""

    changed = Signal()

    def __init__(self, hours: tuple[CallHours, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # only what it holds is shown, in the table's row
        self._hours = hours
        self.text = QLineEdit(self)
        self.text.setMaxLength(100)
        self.text.setMinimumWidth(_SEARCH_WIDTH)
        self.text.setClearButtonEnabled(True)
        self.text.addAction(
            QAction(icon("funnel", "muted"), "", self.text),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self.kind, self.hour = DropDown(self), DropDown(self)
        self.whose = NarrowingBox()
        self.whose.setMaximumWidth(WIDTH)
        self.whose.narrowed.connect(self.changed)
        self.everyone, self.overdue, self.waiting = (QCheckBox(self) for _ in range(3))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        for box in (self.kind, self.hour):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        for switch in (self.everyone, self.overdue, self.waiting):
            switch.toggled.connect(lambda _: self.changed.emit())
        self.retranslate()

    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the row."""
        switches = (self.everyone, self.overdue, self.waiting)
        return (self.text, self.kind, self.hour, self.whose, *switches)

    def ask(self) -> None:
        """Go to the search."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def narrowed(self) -> bool:
        """Whether something hides calls that would be shown otherwise."""
        wanted = self.wanted()
        whose = wanted.narrowing != EVERYBODY
        return bool(wanted.search or wanted.kinds or wanted.hours or wanted.overdue or whose)

    def wanted(self) -> QueueFilter:
        """What the controls ask for."""
        kind = self.kind.currentData()
        return QueueFilter(
            mine=not self.everyone.isChecked(),
            kinds=frozenset({CallbackKind(kind)}) if kind else frozenset(),
            waiting=self.waiting.isChecked(),
            overdue=self.overdue.isChecked(),
            hours=self.hour.currentData(),
            search=self.text.text().strip(),
            narrowing=self.whose.wanted(),
        )

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.text.setPlaceholderText(self.tr("Name, plate, phone or number (Ctrl+F)"))
        self.text.setAccessibleName(self.tr("Search the queue"))
        self.everyone.setText(self.tr("Everyone's"))
        self.overdue.setText(self.tr("Overdue only"))
        self.waiting.setText(self.tr("Also later ones"))
        kinds = [(self.tr("All kinds"), None)]
        self._offer(self.kind, [*kinds, *((words.word(kind), kind) for kind in CallbackKind)])
        self.kind.setAccessibleName(self.tr("Kind of call"))
        spans = [(f"{span.start:%H:%M}–{span.end:%H:%M}", span) for span in self._hours]
        self._offer(self.hour, [(self.tr("Any hour"), None), *spans])
        self.hour.setAccessibleName(self.tr("Hour at which the customer answers"))

    def _offer(self, box: QComboBox, items: list[tuple[str, object]]) -> None:
        chosen = max(box.currentIndex(), 0)
        blocked = box.blockSignals(True)
        box.clear()
        for text, value in items:
            box.addItem(text, value)
        box.setCurrentIndex(chosen)
        box.blockSignals(blocked)
