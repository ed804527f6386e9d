"""Room for a form on a screen that is too small for it: it scrolls, and follows the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from frontdesk.ui.kit.form import FormPanel

_AROUND = 24


class FormScroll(QScrollArea):
    """Takes no more than it is given; with enough room no bar is seen."""

    def __init__(self, form: FormPanel) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        form.setProperty("look", "ground")
        self.setWidget(form)
        self._form = form
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._form.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND)
