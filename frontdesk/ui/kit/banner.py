"""A notice across the top of a page: what it is about, in a word, an icon and a colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from frontdesk.ui.kit.icons import icon, tone_icon
from frontdesk.ui.kit.labels import button, plain, set_tip, show_picture
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, Tone


class Banner(Translated, QFrame):
    """One notice, with at most three actions; it can be put away."""

    acted = Signal()
    acted_second = Signal()
    acted_third = Signal()
    closed = Signal()

    def __init__(
        self,
        tone: Tone,
        text: str,
        action: str = "",
        second: str = "",
        third: str = "",
        *,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(GAP)
        sign = plain()
        show_picture(sign, tone_icon(tone).pixmap(QSize(20, 20), self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.label = plain(text, wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.label, 1)
        self.action = button(action)
        self.action.clicked.connect(self.acted)
        row.addWidget(self.action)
        # Only now that they have a parent: before, each would flash up as a window of its own.
        self.action.setVisible(bool(action))
        self.second = button(second, look="flat")
        self.second.clicked.connect(self.acted_second)
        row.addWidget(self.second)
        self.second.setVisible(bool(second))
        self.third = button(third, look="flat")
        self.third.clicked.connect(self.acted_third)
        row.addWidget(self.third)
        self.third.setVisible(bool(third))
        self._close = QToolButton()
        self._close.setIcon(icon("x", "muted"))
        self._close.clicked.connect(self.put_away)
        row.addWidget(self._close)
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self.retranslate()

    @property
    def text(self) -> str:
        """What the banner says."""
        return self.label.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def put_away(self) -> None:
        """Close the banner."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        set_tip(self._close, self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))


class BannerArea(QWidget):
    """The place of a page's banners; takes no room while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(GAP)
        self._by_key: dict[str, Banner] = {}
        self.hide()

    def show_banner(  # noqa: PLR0913 - all but two are by keyword and have a default
        self,
        tone: Tone,
        text: str,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        *,
        second: str = "",
        on_second: Callable[[], None] | None = None,
        third: str = "",
        on_third: Callable[[], None] | None = None,
        key: str = "",
        closable: bool = True,
        for_ms: int = 0,
    ) -> Banner:
        """Show a banner; one with the same ``key`` replaces the earlier; ``for_ms`` > 0 ends it.

        An action puts the banner away before it runs.
        """
        key = key or f"{tone}:{text}"
        self.remove(key)
        banner = Banner(tone, text, action, second, third, closable=closable)
        self._by_key[key] = banner
        self._stack.addWidget(banner)
        acts = ((banner.acted, on_action), (banner.acted_second, on_second))
        for signal, act in (*acts, (banner.acted_third, on_third)):
            signal.connect(lambda act=act: self._act(key, banner, act))
        banner.closed.connect(lambda: self.remove(key, banner))
        if for_ms:
            timer = QTimer(banner)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.remove(key, banner))
            timer.start(for_ms)
        self.show()
        return banner

    def remove(self, key: str, only: Banner | None = None) -> None:
        """Take the banner of ``key`` away (only if it still is ``only``)."""
        banner = self._by_key.get(key)
        if banner is None or (only is not None and banner is not only):
            return
        del self._by_key[key]
        self._stack.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._by_key))

    def clear(self) -> None:
        """Take all away."""
        for key in list(self._by_key):
            self.remove(key)

    def shown(self) -> tuple[Banner, ...]:
        """The banners there are, oldest first."""
        return tuple(self._by_key.values())

    def _act(self, key: str, banner: Banner, act: Callable[[], None] | None) -> None:
        self.remove(key, banner)
        if act is not None:
            act()
