"""What matters now about the car at the desk: urgent first, the merely useful in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.services.intake.views import Notice, Weight
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.icons import tone_icon
from frontdesk.ui.kit.labels import button, plain, set_tip, show_picture
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, GRID, Tone

_TONES = {Weight.URGENT: Tone.ERROR, Weight.CARE: Tone.WARN, Weight.KNOW: Tone.INFO}


class NoticesPanel(Translated, QWidget):
    """One tinted line for each weight; ``complaint_asked`` and ``visit_asked`` carry ids."""

    complaint_asked = Signal(str)
    visit_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._notices: tuple[Notice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these; nothing at all takes no room."""
        self._notices = tuple(notices)
        self._build()

    def texts(self) -> tuple[str, ...]:
        """The sentences shown, the most urgent first."""
        return tuple(said(notice.said) for notice in self._notices)

    def retranslate(self) -> None:
        self._build()

    def _build(self) -> None:
        empty_layout(self._column)
        for weight in Weight:
            group = [notice for notice in self._notices if notice.weight is weight]
            if group:
                self._column.addWidget(self._line(weight, group))
        self.setVisible(bool(self._notices))

    def _line(self, weight: Weight, group: Sequence[Notice]) -> QFrame:
        tone = _TONES[weight]
        frame = QFrame()
        frame.setProperty("look", "banner")
        frame.setProperty("tone", tone.value)
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(GAP)
        sign = plain()
        show_picture(sign, tone_icon(tone).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        text = "   ·   ".join(said(notice.said) for notice in group)
        label = plain(text, wrap=True)
        row.addWidget(label, 1)
        frame.setAccessibleName(text)
        for notice in group:
            if notice.complaint_id or (notice.visit_id and weight is Weight.URGENT):
                opener = self._opener(notice, tip=said(notice.said))
                row.addWidget(opener, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _opener(self, notice: Notice, tip: str) -> QWidget:
        text = self.tr("Open the complaint") if notice.complaint_id else self.tr("Open the visit")
        opener = button(text, look="flat")
        opener.setFixedHeight(26)
        set_tip(opener, tip)
        if notice.complaint_id:
            opener.clicked.connect(lambda: self.complaint_asked.emit(notice.complaint_id))
        else:
            opener.clicked.connect(lambda: self.visit_asked.emit(notice.visit_id))
        return opener
