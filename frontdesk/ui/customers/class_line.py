"""How the customer stands, in the head of the file: class, lost, and what they are valued for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.models.enums import ValueClass
from frontdesk.services.classes.dto import ClassOf
from frontdesk.ui.kit import words
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.tokens import GAP, Tone

CLASS_TONES = {
    ValueClass.A: Tone.OK,
    ValueClass.B: Tone.INFO,
    ValueClass.C: Tone.WARN,
    ValueClass.D: Tone.ERROR,
}


class ClassLine(Translated, QWidget):
    """``asked``: show why, and let it be changed."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._standing: ClassOf | None = None
        self.chip = StatusChip()
        self.lost = StatusChip()
        self.valued = StatusChip()
        self.why = button(look="flat")
        self.why.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for widget in (self.chip, self.lost, self.valued, self.why):
            row.addWidget(widget)
        self.why.clicked.connect(self.asked)
        self.retranslate()

    def show_standing(self, standing: ClassOf | None) -> None:
        """Show how a customer stands; nothing of a file that is not kept yet."""
        self._standing = standing
        self._show()

    def retranslate(self) -> None:
        self.why.setText(self.tr("Class  Shift+F2"))
        set_tip(self.why, self.tr("Why this class; set another one"))
        self._show()

    def _show(self) -> None:
        standing = self._standing
        self.why.setVisible(standing is not None)
        value_class = standing.value_class if standing else None
        self.chip.setVisible(value_class is not None)
        self.lost.setVisible(standing is not None and standing.lost_since is not None)
        self.valued.setVisible(standing is not None and bool(standing.badges))
        if standing is None:
            return
        reasons = "\n".join(said(each) for each in standing.reasons)
        if value_class is not None:
            text = words.word(value_class)
            if standing.own is not None:
                text = self.tr("{value_class} (by hand)").format(value_class=text)
            self.chip.show_status(CLASS_TONES[value_class], text)
            set_tip(self.chip, reasons)
        if standing.lost_since is not None:
            since = words.day(standing.lost_since)
            self.lost.show_status(Tone.ERROR, self.tr("Lost since {day}").format(day=since))
        held = [words.word(badge) for badge in standing.badges]
        more = len(held) - 1
        if held:
            first = self.tr("{badge} and %n more", "", more) if more else "{badge}"
            self.valued.show_status(Tone.OK, first.format(badge=held[0]), "star")
            set_tip(self.valued, "\n".join(held))
