"""What is written with a signature or a check, and the button that puts the name to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card

Say = Callable[[], str]


class RoutineNote(Translated, Card):
    """A card with one field; Ctrl+Enter in it asks as the button does. ``why`` not, if at all."""

    asked = Signal()

    def __init__(self, title: Say, label: Say, act: Say) -> None:
        super().__init__()
        self._say = (title, label, act)
        self.form = FormPanel()
        self.note = self.form.add(MultilineField("note", lines=2), 0)
        self.note.label.hide()
        self.act = button()
        self.why = muted(wrap=True)
        self.add(self.form)
        self.add(self.why)
        self.add_action(self.act)
        self.act.clicked.connect(self.asked)
        self.form.save_requested.connect(self.asked)
        self.retranslate()

    def allow(self, allowed: bool, why: str = "") -> None:
        """Whether it can be done now, else why not."""
        self.act.setEnabled(allowed)
        self.form.setVisible(allowed)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def text(self) -> str:
        """What is written."""
        return str(self.note.value() or "")

    def retranslate(self) -> None:
        title, label, act = self._say
        self.set_title(title())
        self.note.set_label(label())
        self.note.set_placeholder(label())
        self.act.setText(act())
