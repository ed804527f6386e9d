"""The list of scripts, and the versions there are of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.services.script_editing.dto import OpenScript, ScriptLine
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.scripts.keyed_list import KeyedList

_KEY = Qt.ItemDataRole.UserRole
_TITLE, _KIND, _VERSION, _WHOSE = range(4)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHIPPED = "shipped"
"""Stands among the versions for what came with the program."""


class ScriptList(QTreeWidget):
    """One line for each kind of call. ``chosen`` and ``opened`` carry a key."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(4)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (_KIND, _VERSION, _WHOSE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._was_chosen)
        self.itemDoubleClicked.connect(lambda item, _: self.opened.emit(str(item.data(0, _KEY))))

    def current_key(self) -> str:
        """The key of the script the cursor is on, or ''."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item is not None else ""

    def show_scripts(self, rows: list[tuple[str, list[str], bool]], key: str) -> None:
        """Show key, columns and whether a draft waits; the cursor on ``key``."""
        blocked = self.blockSignals(True)
        self.clear()
        current: QTreeWidgetItem | None = None
        for own, texts, begun in rows:
            line = QTreeWidgetItem(texts)
            line.setData(0, _KEY, own)
            line.setSizeHint(0, QSize(0, 30))
            if begun:
                line.setIcon(_TITLE, icon("pencil-simple", "accent"))
            self.addTopLevelItem(line)
            current = line if own == key or current is None else current
        self.blockSignals(blocked)
        if current is not None:
            self.setCurrentItem(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.current_key():
            self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def _was_chosen(self, now: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(0, _KEY)))


class Overview(Translated, QWidget):
    """``take_up_asked`` carries the version chosen, as text, or ``SHIPPED``."""

    take_up_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ScriptLine, ...] = ()
        self._opened: OpenScript | None = None
        self.list = ScriptList()
        self.versions = KeyedList()
        self.about = muted(wrap=True)
        self.edit = button(look="primary")
        self.take_up, self.export, self.bring = button(), button(), button()
        self.card = Card()
        self.card.add(self.about)
        self.card.add(self.versions, 1)
        self.card.add(self.take_up)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for each in (self.edit, self.export, self.bring):
            foot.addWidget(each)
        foot.addStretch()
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        row.addWidget(self.list, 3)
        row.addWidget(self.card, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.edit.clicked.connect(lambda _: self.list.opened.emit(self.list.current_key()))
        self.take_up.clicked.connect(lambda _: self._take_up())
        self.versions.entered_line.connect(self._take_up)
        self.retranslate()

    def show_list(self, lines: tuple[ScriptLine, ...], key: str = "") -> None:
        """Show the scripts in force, the cursor on ``key`` (else where it was)."""
        self._lines = lines
        speak = language.current()
        self.list.setHeaderLabels(
            [self.tr("Script"), self.tr("For"), self.tr("Version"), self.tr("Written by")]
        )
        self.list.show_scripts(
            [
                (
                    line.script.key,
                    [
                        line.script.title.in_(speak),
                        words.word(line.script.kind),
                        str(line.script.version),
                        self.tr("us") if line.script.own else self.tr("the program"),
                    ],
                    line.begun_at is not None,
                )
                for line in lines
            ],
            key or self.list.current_key(),
        )

    def show_versions(self, opened: OpenScript) -> None:
        """Show all versions of the chosen script."""
        self._opened = opened
        now = opened.script
        self.card.set_title(now.title.in_(language.current()))
        line = next((each for each in self._lines if each.script.key == now.key), None)
        said = self.tr("Version {number} is in force. Calls keep the version they began with.")
        self.about.setText(said.format(number=now.version))
        if line is not None and line.begun_at is not None:
            begun = self.tr("You began to change it {when}.").format(when=words.ago(line.begun_at))
            self.about.setText(f"{self.about.text()}\n{begun}")
        rows = []
        for each in opened.history:
            text = self.tr("Version {number} · {when}").format(
                number=each.script.version, when=words.near(each.at)
            )
            who = each.by or self.tr("came with the program")
            rows.append((str(each.script.version), f"{text} · {who}", False))
        rows.append((SHIPPED, self.tr("As it came with the program"), False))
        self.versions.show_lines(rows, rows[0][0])

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Call scripts"))
        self.versions.setAccessibleName(self.tr("Versions"))
        self.edit.setText(self.tr("Edit (Enter)"))
        self.take_up.setText(self.tr("Take this one up again (Enter)"))
        self.export.setText(self.tr("Export as a file (Ctrl+E) …"))
        self.bring.setText(self.tr("Import a file (Ctrl+O) …"))
        if self._lines:
            self.show_list(self._lines)
        if self._opened is not None:
            self.show_versions(self._opened)

    def _take_up(self) -> None:
        if self.versions.current_key():
            self.take_up_asked.emit(self.versions.current_key())
