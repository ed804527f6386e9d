"""What every input of a form has in common: label, hint, error beside it, signals."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.ui.kit.labels import plain, repolish, set_tone, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT, Tone

_BY_THE_WAY = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class Field(Translated, QWidget):
    """A named input. ``label`` is placed beside it by the form; error and hint stand beneath.

    ``changed`` is emitted when the person (or ``set_value``) changes the content, ``left`` when
    the focus goes to another control, ``entered`` when Enter was pressed.
    """

    changed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(name)
        self.label = plain()
        self.label.setMinimumHeight(CONTROL_HEIGHT)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._text = ""
        self._required = False
        self._guess = ""
        self._hint_text = ""
        self._warning = ""
        self._hint = small(wrap=True)
        self._hint.hide()
        self._error = small(wrap=True)
        self._error.setProperty("look", "error")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._editor: QWidget = self

    # what each kind of field gives -------------------------------------------------------

    def value(self) -> object:
        """The typed value; empty is ``None``. Raises ``UserError`` when it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show ``value``; ``None`` empties."""
        raise NotImplementedError

    def typed(self) -> str:
        """What was typed, readable or not: what a draft keeps."""
        raise NotImplementedError

    def set_typed(self, typed: str) -> None:
        """Show again what ``typed`` gave."""
        raise NotImplementedError

    def spoken(self, typed: str) -> str:
        """``typed`` as a person reads it: a word instead of a key, lines instead of a list."""
        return typed

    def set_read_only(self, read_only: bool) -> None:
        """Show, but do not let change."""
        self._editor.setEnabled(not read_only)

    # label, hint, error --------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the field is called."""
        return self._text

    def set_label(self, text: str) -> None:
        """The label beside the field; also what a screen reader says."""
        self._text = text
        self.label.setText(f"{text} *" if self._required and text else text)
        self._say()

    def set_required(self, required: bool) -> None:
        """Mark the field; whether it may be empty is decided by the service."""
        self._required = required
        self.set_label(self._text)

    def set_hint(self, text: str) -> None:
        """A quiet line beneath the field."""
        self._hint_text = text
        self._show_hint()

    def set_warning(self, text: str) -> None:
        """Remark on what was typed, in place of the hint, until it is changed; never blocks."""
        self._warning = text
        self._show_hint()

    def warning(self) -> str:
        """The remark shown, or ''."""
        return self._warning

    def set_guess(self, value: object, why: str) -> None:
        """Fill in what the program knows, marked as its own guess until the person changes it."""
        self.set_value(value)
        self._guess = why
        self._show_hint()

    def set_error(self, text: str | None) -> None:
        """Show or take away the sentence beneath the field."""
        self._error.setText(text or "")
        self._error.setVisible(bool(text))
        self._show_hint()
        self._editor.setProperty("fault", "true" if text else "false")
        repolish(self._editor)
        self._say()

    def error(self) -> str:
        """The sentence shown, or ''."""
        return self._error.text()

    def hint(self) -> str:
        """The hint shown, or ''."""
        return self._hint.text()

    # shared machinery --------------------------------------------------------------------

    def check(self) -> object:
        """The value; an unreadable one shows its sentence and raises."""
        try:
            return self.value()
        except UserError as error:
            from frontdesk.ui.kit.errors import said

            self.set_error(said(error))
            raise

    def editor(self) -> QWidget:
        """The widget that takes the keys."""
        return self._editor

    def _use(self, editor: QWidget, *, stretch: int = 0) -> None:
        """Called once by each kind of field with the widget that takes the keys."""
        self._editor = editor
        self._column.addWidget(editor, stretch)
        self._column.addWidget(self._error)
        self._column.addWidget(self._hint)
        self.setFocusProxy(editor)
        self.label.setBuddy(editor)
        editor.installEventFilter(self)

    def _was_changed(self) -> None:
        if self._guess or self._warning:
            self._guess = self._warning = ""
            self._show_hint()
        if self._error.text():
            self.set_error(None)
        self.changed.emit()

    def _show_hint(self) -> None:
        text = self._warning or self._guess or self._hint_text
        set_tone(self._hint, Tone.WARN if self._warning else Tone.NEUTRAL)
        self._hint.setText(text)
        self._hint.setVisible(bool(text) and not self._error.text())

    def _say(self) -> None:
        self._editor.setAccessibleName(self._text)
        said = (self._required and self.tr("required"), self._error.text(), self._hint_text)
        self._editor.setAccessibleDescription(" ".join(part for part in said if part))

    def retranslate(self) -> None:
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.FocusOut:
                if isinstance(event, QFocusEvent) and event.reason() not in _BY_THE_WAY:
                    self._leave()
                    self.left.emit()
            case QEvent.Type.KeyPress:
                if isinstance(event, QKeyEvent) and self._is_enter(event):
                    self.entered.emit()
                    return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        """Tidy what was typed; by default nothing."""

    def _is_enter(self, event: QKeyEvent) -> bool:
        return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
