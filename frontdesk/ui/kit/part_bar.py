"""The row of words above a tab: one for each of its parts, chosen by mouse or Alt+arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated


@dataclass(frozen=True, slots=True)
class TabPart:
    """One part of a tab; ``key`` names it in a ``Place``'s action, as ``part.KEY``.

    ``factory`` is ``module:Class`` of a ``Section``, imported when the part is first shown. The
    main part has none: it is the tab itself.
    """

    key: str
    title: Callable[[], str]
    icon: str
    factory: str
    needs: Permission


class PartBar(Translated, QWidget):
    """``chosen`` carries the key of a part. With one part only there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parts: Sequence[TabPart]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in self._parts:
            each = button(look="part")
            each.setIcon(icon(part.icon, "muted"))
            each.setCheckable(True)
            # Keys go to the part, whose shortcuts they are; Alt and the arrows choose another.
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.clicked.connect(lambda _, key=part.key: self.chosen.emit(key))
            self._group.addButton(each)
            self.buttons[part.key] = each
            row.addWidget(each)
        row.addStretch(1)
        if not self.has_choice():
            self.hide()
        self.retranslate()

    def has_choice(self) -> bool:
        """Whether there is more than one part."""
        return len(self._parts) > 1

    def show_chosen(self, key: str) -> None:
        """Mark the part that is shown."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def step(self, by: int) -> None:
        """The next part, or with ``-1`` the one before; no further than the last."""
        keys = [part.key for part in self._parts]
        at = next((n for n, key in enumerate(keys) if self.buttons[key].isChecked()), 0)
        to = min(max(at + by, 0), len(keys) - 1)
        if to != at:
            self.chosen.emit(keys[to])

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        for part in self._parts:
            self.buttons[part.key].setText(part.title())
