"""Right of a call: what to do and what not to do at this step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from frontdesk.language import Language
from frontdesk.services.scripts import Step
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import plain, show_picture
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GRID

_MOST = 4
_SIGN = QSize(16, 16)


class CuesPanel(Translated, Card):
    """Short conduct cues of the trade."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines: list[tuple[QLabel, QLabel]] = []
        for _ in range(2 * _MOST):
            row = QHBoxLayout()
            row.setSpacing(GRID * 2)
            sign, text = plain(), plain(wrap=True)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            row.addWidget(text, 1)
            sign.hide()
            text.hide()
            self.body.addLayout(row)
            self._lines.append((sign, text))
        self.body.setSpacing(GRID)
        self.retranslate()

    def show_step(self, step: Step | None, speak: Language) -> None:
        """Show the cues of ``step``."""
        cues = [] if step is None else [(True, cue.in_(speak)) for cue in step.cues.do[:_MOST]]
        if step is not None:
            cues += [(False, cue.in_(speak)) for cue in step.cues.dont[:_MOST]]
        for at, (sign, text) in enumerate(self._lines):
            shown = at < len(cues)
            sign.setVisible(shown)
            text.setVisible(shown)
            if shown:
                do, words = cues[at]
                name, colour = ("check-circle", "ok") if do else ("x-circle", "over")
                picture = icon(name, colour).pixmap(_SIGN, self.devicePixelRatioF())
                show_picture(sign, picture)
                sign.setAccessibleName(self.tr("Do") if do else self.tr("Don't"))
                text.setText(words)
        self.setVisible(bool(cues))

    def retranslate(self) -> None:
        self.set_title(self.tr("Do and don't"))
