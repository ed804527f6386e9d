"""What each column of the sheet holds: as recognised, for the person to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.models.enums import SheetColumn
from frontdesk.services.exchange.results import ColumnPreview, Origin
from frontdesk.ui.kit.drop_down import DropDown
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.labels import plain, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip, scrolled
from frontdesk.ui.kit.tokens import GAP, GRID, Tone
from frontdesk.ui.kit.words import word

_TITLE_WIDTH = 140
_CHOICE_WIDTH = 164


class MappingPanel(Translated, Card):
    """One line per column: its heading, some of its cells, what it is taken for, why."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._columns: Sequence[ColumnPreview] = ()
        self._choices: dict[int, _Choice] = {}
        self._chips: dict[int, StatusChip] = {}
        self._ground = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, GAP, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._grid)
        outer.addStretch()
        self._hint = small(wrap=True)
        self.add(self._hint)
        self.body.addWidget(scrolled(self._ground), 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Columns"))
        self._hint.setText(
            self.tr(
                "Correct what was not recognised; it is remembered for the next sheet like this."
            )
        )
        for choice in self._choices.values():
            choice.retranslate()
        for column in self._columns:
            self._show_origin(column)

    def mapping(self) -> Mapping[int, SheetColumn]:
        """What each column is taken for; one that nobody knows is left out of it."""
        return {
            at: choice.value for at, choice in self._choices.items() if choice.value is not None
        }

    def show_columns(self, columns: Sequence[ColumnPreview]) -> None:
        """Show the columns of a preview; the same sheet keeps its lines and the focus."""
        if [(c.position, c.title) for c in columns] != [
            (c.position, c.title) for c in self._columns
        ]:
            self._build(columns)
        self._columns = columns
        for column in columns:
            self._choices[column.position].show_value(column.column)
            self._show_origin(column)

    def choice(self, position: int) -> QComboBox:
        """The choice for the column at ``position`` (from 0)."""
        return self._choices[position]

    def focus_first_open(self) -> None:
        """Go to the first column that is not recognised, else to the first."""
        waiting = [c.position for c in self._columns if c.column is None]
        if self._choices:
            self._choices[waiting[0] if waiting else min(self._choices)].setFocus()

    def _build(self, columns: Sequence[ColumnPreview]) -> None:
        empty_layout(self._grid)
        self._choices.clear()
        self._chips.clear()
        for line, column in enumerate(columns):
            choice = _Choice()
            choice.currentIndexChanged.connect(self.changed)
            choice.setAccessibleName(self._named(column))
            chip = StatusChip()
            self._choices[column.position] = choice
            self._chips[column.position] = chip
            self._grid.addWidget(_heading(self._named(column), column.samples), line, 0)
            self._grid.addWidget(choice, line, 1)
            self._grid.addWidget(chip, line, 2, Qt.AlignmentFlag.AlignVCenter)

    def _named(self, column: ColumnPreview) -> str:
        return column.title or self.tr("Column {letter}").format(letter=_letter(column.position))

    def _show_origin(self, column: ColumnPreview) -> None:
        chip = self._chips.get(column.position)
        if chip is None:
            return
        tone, text = {
            Origin.NONE: (Tone.WARN, self.tr("not recognised")),
            Origin.HEADING: (Tone.OK, self.tr("by heading")),
            Origin.CONTENT: (Tone.INFO, self.tr("by content")),
            Origin.REMEMBERED: (Tone.OK, self.tr("remembered")),
            Origin.CHOSEN: (Tone.OK, self.tr("chosen")),
        }[column.origin]
        chip.show_status(tone, text)


class _Choice(DropDown):
    """What a column can be."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_CHOICE_WIDTH)
        self.setMaxVisibleItems(len(SheetColumn) + 1)
        self.addItem("—", None)
        for column in SheetColumn:
            self.addItem(word(column), column)

    @property
    def value(self) -> SheetColumn | None:
        chosen = self.currentData()
        return None if chosen is None else SheetColumn(chosen)

    def show_value(self, column: SheetColumn | None) -> None:
        self.blockSignals(True)
        self.setCurrentIndex(0 if column is None else self.findData(column))
        self.blockSignals(False)

    def retranslate(self) -> None:
        for at in range(1, self.count()):
            self.setItemText(at, word(SheetColumn(self.itemData(at))))


def _heading(title: str, samples: Sequence[str]) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    shown = " · ".join(samples)
    for label, text in ((plain(), title), (small(), shown)):
        _elide(label, text)
        column.addWidget(label)
    set_tip(ground, f"{title}\n{shown}" if shown else title)
    return ground


def _elide(label: QLabel, text: str) -> None:
    label.setFixedWidth(_TITLE_WIDTH)
    room = _TITLE_WIDTH - 2
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))


def _letter(position: int) -> str:
    """The column's letter as spreadsheets show it: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
