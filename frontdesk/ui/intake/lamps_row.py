"""Which warning lamps are lit: boxes to tick, by mouse or Tab and Space."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from frontdesk.models.enums import WarningLamp
from frontdesk.ui.kit import words
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, GRID

_COLUMNS = 3


class LampsRow(Translated, QWidget):
    """``changed`` when the person ticks one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GRID)
        self.boxes: dict[WarningLamp, QCheckBox] = {}
        for place, lamp in enumerate(WarningLamp):
            box = QCheckBox()
            box.clicked.connect(self.changed)
            grid.addWidget(box, *divmod(place, _COLUMNS))
            self.boxes[lamp] = box
        self.retranslate()

    def lit(self) -> tuple[WarningLamp, ...]:
        """The lamps that are ticked."""
        return tuple(lamp for lamp, box in self.boxes.items() if box.isChecked())

    def show_lit(self, lamps: tuple[WarningLamp, ...]) -> None:
        """Tick these."""
        for lamp, box in self.boxes.items():
            box.setChecked(lamp in lamps)

    def retranslate(self) -> None:
        for lamp, box in self.boxes.items():
            box.setText(words.word(lamp))
