"""The whole script as one field of a form, so that a draft keeps it like anything typed."""

from __future__ import annotations

from pydantic import ValidationError
from PySide6.QtCore import Signal

from frontdesk.services.scripts import Script
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.form import FormPanel


class ScriptField(Field):
    """Never shown; ``restored`` when a draft was put back."""

    restored = Signal()

    def __init__(self) -> None:
        super().__init__("script")
        self._script: Script | None = None
        self._typed = ""

    @property
    def script(self) -> Script | None:
        """The script as it stands."""
        return self._script

    def value(self) -> object:
        return self._script

    def set_value(self, value: object) -> None:
        self._script = value if isinstance(value, Script) else None
        self._typed = as_text(self._script) if self._script is not None else ""
        self._was_changed()

    def typed(self) -> str:
        return self._typed

    def set_typed(self, typed: str) -> None:
        try:
            script = Script.model_validate_json(typed)
        except ValidationError:
            return  # a draft of another version of the program: what is there stays
        self.set_value(script)
        self.restored.emit()

    def spoken(self, typed: str) -> str:
        """The sentences one under the other, to be compared."""
        try:
            script = Script.model_validate_json(typed)
        except ValidationError:
            return typed
        return "\n".join(f"{step.title.zh}：{step.text.zh}" for step in script.steps)


class Document(FormPanel):
    """The form that holds the one field."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = self.add(ScriptField(), 0)
        self.show_field("script", False)
        self.hide()


def as_text(script: Script) -> str:
    """``script`` as it is kept and published."""
    return script.model_dump_json(exclude_defaults=True)
