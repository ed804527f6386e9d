"""Small standing parts of a screen: card, titles, empty state, status chip, key hint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.icons import TONE_ICONS, paint_icon
from frontdesk.ui.kit.labels import button, muted, plain, sized
from frontdesk.ui.kit.sign import Sign
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS, TITLE_POINTS, Tone

_EMPTY_SIGN = 40

__all__ = ["Card", "EmptyState", "KeyHint", "SectionTitle", "StatusChip", "page_title", "scrolled"]


class Card(QFrame):
    """A quiet box. Put widgets into ``body`` (a vertical layout); actions stand in the head."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(ROOM, 12, ROOM, 12)
        self._all.setSpacing(GAP)
        self._head = QHBoxLayout()
        self._head.setSpacing(GAP)
        self._title = SectionTitle(title)
        self._head.addWidget(self._title, 1)
        self._all.addLayout(self._head)
        self._title.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self._all.addLayout(self.body, 1)

    def set_title(self, text: str) -> None:
        """The card's title; none when empty."""
        self._title.setText(text)
        self._title.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        """A button or chip at the right of the title."""
        self._head.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` beneath what is there."""
        self.body.addWidget(widget, stretch)


class SectionTitle(QLabel):
    """The title of a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        sized(self, SECTION_POINTS, bold=True)


class _WholeWidth(QScrollArea):
    """As wide as what is in it must be, so that nothing of it is cut at the side."""

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Lines that wrap need more height in a narrow window: it scrolls, nothing is squeezed."""
        inside = self.widget()
        if inside is not None and inside.hasHeightForWidth():
            tall = inside.heightForWidth(self.viewport().width())
            if tall != inside.minimumHeight():
                inside.setMinimumHeight(tall)

    def minimumSizeHint(self) -> QSize:
        hint, inside = super().minimumSizeHint(), self.widget()
        if inside is None:
            return hint
        bar = self.verticalScrollBar().sizeHint().width()
        wide = inside.minimumSizeHint().width() + 2 * self.frameWidth() + bar
        return QSize(max(hint.width(), wide), hint.height())


def scrolled(content: QWidget, *, whole_width: bool = False) -> QScrollArea:
    """``content`` in a frameless area that scrolls up and down when the window is low.

    ``whole_width``: the area asks for the width that what is in it must have.
    """
    area = _WholeWidth() if whole_width else QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("look", "ground")
    area.setWidget(content)
    return area


def page_title(text: str = "") -> QLabel:
    """The title of a page."""
    return sized(plain(text), TITLE_POINTS, bold=True)


class EmptyState(QWidget):
    """Says what a list is for and how the first entry comes."""

    acted = Signal()

    def __init__(
        self, icon_name: str = "tray", text: str = "", action: str = "", detail: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        self._sign = Sign(icon_name, size=_EMPTY_SIGN)
        self._text = sized(plain(wrap=True), SECTION_POINTS)
        self._detail = muted(wrap=True)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._text, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.action = button()
        self.action.clicked.connect(self.acted)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.action)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self.say(text, action, detail)

    def say(self, text: str, action: str = "", detail: str = "") -> None:
        """Say something else; ``action`` is the button's text, none when empty."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._sign.show_icon(icon_name)


class StatusChip(QWidget):
    """A status by colour, icon and word."""

    def __init__(self, tone: Tone = Tone.NEUTRAL, text: str = "", icon_name: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone, self._text, self._icon = tone, text, icon_name
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    @property
    def tone(self) -> Tone:
        """The colour shown."""
        return self._tone

    def show_status(self, tone: Tone, text: str, icon_name: str = "") -> None:
        """Show another status."""
        self._tone, self._text, self._icon = tone, text, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 36, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._tone, self._text, self._icon)
        painter.end()


def paint_chip(painter: QPainter, box: QRectF, tone: Tone, text: str, icon_name: str = "") -> None:
    """Draw a status into ``box``: tint, icon, word; the word is elided when there is no room."""
    kit = tokens.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kit.ground(tone)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    sign = QRectF(box.left() + 8, box.center().y() - 7, 14, 14)
    paint_icon(painter, sign, icon_name or TONE_ICONS[tone], kit.tone(tone))
    painter.setPen(QColor(kit.tone(tone)))
    place = box.adjusted(26, 0, -8, 0)
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, int(place.width()) + 1
    )
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class KeyHint(QLabel):
    """A key as it stands on the keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(keys)
        self.setProperty("look", "key")
        sized(self, tokens.SMALL_POINTS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
