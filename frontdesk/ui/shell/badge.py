"""The number of overdue complaints on their tab: seen from everywhere, read by screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tasks import Tasks

_EVERY_MS = 60_000
_HEIGHT = 20
_MOST = 99
_AFTER = 10
"""Room after the number, so that it stands by its own title and not by the next tab."""


class OverdueBadge(Translated, QWidget):
    """A red pill at the right of one tab's title; out of sight while the number is 0."""

    def __init__(self, bar: QTabBar, number: int, title: Callable[[], str], tasks: Tasks) -> None:
        super().__init__(bar)
        self._bar, self._number, self._title, self._tasks = bar, number, title, tasks
        self._count: Callable[[], int] | None = None
        self.overdue = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        bar.setTabButton(number, QTabBar.ButtonPosition.RightSide, self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()

    def count_by(self, count: Callable[[], int]) -> None:
        """Ask ``count`` on the worker, now, each minute and whenever ``look`` is called."""
        self._count = count
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Find out anew; the window does not wait for it."""
        if self._count is not None:
            self._tasks.run(self._count, self.show_number, owner=self)

    def show_number(self, overdue: int) -> None:
        """Show so many."""
        if overdue != self.overdue:
            self.overdue = overdue
            self._fit()

    def text(self) -> str:
        """The number as shown."""
        return f"{_MOST}+" if self.overdue > _MOST else str(self.overdue)

    def retranslate(self) -> None:
        said = self.tr("%n complaint(s) overdue", "", self.overdue) if self.overdue else ""
        self.setAccessibleName(said)
        set_tip(self, said)
        named = self._title()
        self._bar.setAccessibleTabName(
            self._number,
            self.tr("{tab}, {overdue}").format(tab=named, overdue=said) if said else named,
        )

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 12
        return QSize(max(_HEIGHT, wide) + _AFTER, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.over))
        pill = QRectF(self.rect()).adjusted(0, 0, -_AFTER, 0)
        painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(QColor(colours.card))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _fit(self) -> None:
        """Take the room the number needs in its tab; none while there is none."""
        shown = self.overdue > 0
        size = self.sizeHint() if shown else QSize(0, 0)
        self.setFixedSize(size)
        self.setVisible(shown)
        # The bar measures its tabs anew only when a button is set.
        self._bar.setTabButton(self._number, QTabBar.ButtonPosition.RightSide, None)
        self._bar.setTabButton(self._number, QTabBar.ButtonPosition.RightSide, self)
        self.setVisible(shown)
        self.retranslate()
        self.update()
