"""Where the customer signs with a pen on a tablet, or with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIZE = QSize(640, 240)
_WIDTH = 3.0
_PAPER, _INK, _LINE = Qt.GlobalColor.white, Qt.GlobalColor.black, Qt.GlobalColor.lightGray


class SignaturePad(QWidget):
    """Paper is white and ink black whatever the theme: the picture goes on the sheet."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[QPainterPath] = []
        self._drawing = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return _SIZE

    def is_empty(self) -> bool:
        """Whether nothing is drawn: a dot is no signature."""
        return not any(path.elementCount() > 1 for path in self._strokes)

    def clear(self) -> None:
        """Begin anew."""
        self._strokes.clear()
        self._told()

    def png(self) -> bytes:
        """What was drawn, as a picture."""
        image = QImage(_SIZE, QImage.Format.Format_RGB32)
        image.fill(_PAPER)
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    # drawing ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drawing = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: as the mouse, at the precision of the tablet."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove if self._drawing:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._drawing = False
            case _:
                pass
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(QPen(_LINE, 1.0))
        low = self.height() * 0.78
        painter.drawLine(QPointF(24, low), QPointF(self.width() - 24, low))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = (Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(_INK, _WIDTH, Qt.PenStyle.SolidLine, *round_))
        for path in self._strokes:
            painter.drawPath(path)

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append(QPainterPath(at))
        self._told()

    def _go_on(self, at: QPointF) -> None:
        if self._drawing and self._strokes:
            self._strokes[-1].lineTo(at)
            self._told()

    def _told(self) -> None:
        self.update()
        self.changed.emit()
