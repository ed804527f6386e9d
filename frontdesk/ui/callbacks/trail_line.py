"""The branch a call has taken, on one line; what does not fit is left out at the beginning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.labels import set_tip

_BETWEEN = "  ›  "
_HEIGHT = 22


class TrailLine(QWidget):
    """Steps passed with their answers; the whole of it stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setPointSizeF(tokens.SMALL_POINTS)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""

    @property
    def text(self) -> str:
        """All steps passed."""
        return self._text

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show ``steps``; takes no room while there are none."""
        self._text = _BETWEEN.join(" ".join(step.split()) for step in steps)
        self.setVisible(bool(steps))
        self.setAccessibleName(self._text)
        set_tip(self, self._text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, max(_HEIGHT, self.fontMetrics().height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens.current().muted))
        shown = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideLeft, self.width()
        )
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(self.rect()), side, shown)
        painter.end()
