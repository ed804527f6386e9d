"""The registration beside an incoming call: it fills itself from the answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.services.complaints.incoming_heard import Heard
from frontdesk.ui.complaints.incoming_run import run_of
from frontdesk.ui.complaints.register_form import Beginning, Places, RegisterForm
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.fields import MultilineField, TextField

_NARROW: Places = {
    "vehicle": (0,),
    "visit": (0, 1),
    "complainant": (0, 2),
    "words": (1, 0, 2, 2),
    "complainant_phone": (1, 2),
    "about": (2, 2),
    "remedy": (3, 0, 2, 1),
    "why": (3, 2),
    "when_happens": (4,),
    "where_happens": (4, 1),
    "who_drives": (4, 2),
    "what_happens": (5,),
    "how_shown": (5, 1),
    "how_much": (5, 2),
    "channel": (6, 0, 3),
    "category": (7, 0, 3),
    "level": (8, 0, 3),
    "safety": (9, 0, 3),
    "call": (10,),
}


_YES, _NO = "true", "false"
"""As a box that is ticked or not keeps itself."""


class IncomingForm(RegisterForm):
    """What was changed by hand stays; what is said after that is added to it.

    ``call_restored`` carries a draft's call and all that was typed with it: the customer has to be
    read before the fields can be filled.
    """

    call_restored = Signal(str, dict)

    def __init__(self) -> None:
        self._filled: dict[str, str] = {}
        super().__init__(_NARROW, compact=True)
        self.call = self.add(_Kept("call"), *_NARROW["call"])
        # It is a telephone call; the choice would take the room of a line.
        self.show_field("channel", False)
        self.show_field("call", False)

    def begin(self, begun: Beginning) -> None:
        super().begin(begun)
        # Whoever calls is seen in the head: the remark would take the room of a line.
        self.complainant.set_guess(begun.start.customer, "")
        self._filled.clear()

    def show_heard(self, heard: Heard) -> None:
        """Carry over what was answered so far."""
        said = {"words": heard.words, "remedy": heard.remedy} | {
            name: heard.facts.get(name, "") for name in _NARROW if name in heard.facts
        }
        for name in {*said, *self._filled} & set(_NARROW):
            field = self.field(name)
            if isinstance(field, TextField | MultilineField):
                self._carry(field, said.get(name, ""))
        self._carry_category(heard.category)
        self._carry_choice(self.level, heard.level.value if heard.level else "")
        self._carry_choice(self.safety, _YES if heard.safety else "")

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """A draft that is taken up begins with its call; the desk fills the rest after it."""
        kept = typed.get("call", "")
        if kept and kept != self.call.typed():
            self.call_restored.emit(kept, dict(typed))
        else:
            super().set_typed(typed)

    def restore(self, typed: dict[str, str], heard: Heard) -> None:
        """Show a draft whose customer is known by now; ``heard`` is what it was filled from."""
        super().set_typed(typed)
        self._filled = {"words": heard.words, "remedy": heard.remedy, **heard.facts}
        self._filled |= {"category": heard.category}
        self._filled |= {"level": heard.level.value} if heard.level else {}

    # inside -----------------------------------------------------------------------------

    def _carry(self, field: TextField | MultilineField, new: str) -> None:
        last, typed = self._filled.get(field.name, ""), field.typed()
        if new == last:
            return
        self._filled[field.name] = new
        if typed in (last, ""):
            field.set_typed(new)
        elif new.startswith(last):
            between = "\n" if isinstance(field, MultilineField) else " "
            field.set_typed(typed.rstrip() + between + new[len(last) :].strip())

    def _carry_choice(self, field: Field, new: str) -> None:
        last = self._filled.get(field.name, "")
        if new and new != last and field.typed() in (last, "", _NO):
            field.set_typed(new)
            self._filled[field.name] = new

    def _carry_category(self, new: str) -> None:
        """A leaf is chosen, a group opened; what was chosen by hand stays."""
        last, typed = self._filled.get("category", ""), self.category.typed()
        if new and new != last and typed in (last, ""):
            self.category.propose(new)
            self._filled["category"] = new


class _Kept(Field):
    """The call itself, kept with what is typed; nothing to see."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._held = ""
        self._use(QWidget())

    def value(self) -> object:
        return self._held or None

    def set_value(self, value: object) -> None:
        self.set_typed("" if value is None else str(value))

    def typed(self) -> str:
        return self._held

    def set_typed(self, typed: str) -> None:
        if typed != self._held:
            self._held = typed
            self._was_changed()

    def spoken(self, typed: str) -> str:
        """How far the call had come."""
        if not typed:
            return ""
        run = run_of(typed)
        return run.asked.title.zh if run.asked is not None else ""
