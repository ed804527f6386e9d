"""The trade's conduct at a complaint in one line: what to do, what not."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.complaints import step_words
from frontdesk.ui.complaints.facts_line import ElidedLabel
from frontdesk.ui.kit.labels import set_tip, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.sign import Sign
from frontdesk.ui.kit.tokens import GRID, ROOM, SMALL_POINTS

_SIGN = 14


class CuesLine(Translated, QWidget):
    """Stands beneath every form at which a customer may be listening."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._texts: list[ElidedLabel] = []
        for do, _ in step_words.cues():
            name, colour = ("check-circle", "ok") if do else ("x-circle", "over")
            text = ElidedLabel()
            sized(text, SMALL_POINTS)
            row.addWidget(Sign(name, colour, _SIGN))
            row.addWidget(text)
            row.addSpacing(ROOM - GRID)
            self._texts.append(text)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        for label, (do, text) in zip(self._texts, step_words.cues(), strict=True):
            label.setText(text)
            said = self.tr("Do: {cue}") if do else self.tr("Don't: {cue}")
            label.setAccessibleName(said.format(cue=text))
            set_tip(label, text)
