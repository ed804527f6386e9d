"""The overview of keys (F1): those of every screen, then those of the tab that is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit.labels import button, plain
from frontdesk.ui.kit.panels import KeyHint, SectionTitle
from frontdesk.ui.kit.tokens import GAP, ROOM

KeyTexts = list[tuple[str, str]]


def everywhere() -> KeyTexts:
    """Keys that work in every tab, with what they do."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Keys", text)

    return [
        ("Ctrl+K  F3", tr("Search from anywhere")),
        ("Ctrl+1 … 7", tr("Go to a tab")),
        ("Enter", tr("Next field; in a list: open")),
        ("Ctrl+Enter", tr("Save; in the search: new intake")),
        ("Alt+Enter", tr("In the search: new complaint")),
        ("Ctrl+Shift+N", tr("A call comes in: who is it?")),
        ("1 … 6", tr("Choose in a row of choices")),
        ("Shift+Enter", tr("New line in a text of several lines")),
        ("F4", tr("Calendar of a date field")),
        ("Ctrl+F", tr("Filter the list")),
        ("Ctrl+C", tr("Copy the chosen lines")),
        ("Ctrl+Z", tr("Undo, within ten seconds")),
        ("Esc", tr("Close, back")),
        ("F5", tr("Load anew")),
        ("F10", tr("Account, language, appearance")),
        ("Ctrl+Shift+L", tr("Change person")),
        ("Ctrl+Shift+Q", tr("Sign out")),
    ]


class KeysWindow(QDialog):
    """Two columns of keys; Esc closes."""

    def __init__(self, parent: QWidget, tab: str, own: KeyTexts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, ROOM)
        column.setSpacing(ROOM)
        parts = QHBoxLayout()
        parts.setSpacing(40)
        parts.addLayout(_part(self.tr("Everywhere"), everywhere()))
        if own:
            parts.addLayout(_part(tab, own))
        column.addLayout(parts)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _part(title: str, keys: KeyTexts) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    column.addWidget(SectionTitle(title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(6)
    for row, (key, text) in enumerate(keys):
        grid.addWidget(KeyHint(key), row, 0)
        grid.addWidget(plain(text), row, 1)
    column.addLayout(grid)
    column.addStretch()
    return column
