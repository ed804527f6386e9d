"""A tab with several parts: the main one it opens with, and others that are built when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.services.desk import Change
from frontdesk.ui.kit import lazily
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.part_bar import PartBar, TabPart
from frontdesk.ui.kit.section import Section

_PART = "part."
"""Begins the act of a place that brings a part to the front."""


class PartsPage(Page):
    """The first of ``parts`` is the tab itself; the others are ``Section``s.

    Put the widgets of the main part into ``stack`` and name the one to show in ``main_view``. Keys
    bound by ``bind_keys`` are the main part's: they rest while another part is shown.
    """

    def __init__(
        self, context: UiContext, parts: Sequence[TabPart], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._main = parts[0].key
        self._parts: dict[str, TabPart] = {
            part.key: part for part in parts if context.services.desk.may(part.needs)
        }
        self._sections: dict[str, Section] = {}
        self._main_keys: list[QShortcut] = []
        self.stack = QStackedWidget()
        self.bar = PartBar(tuple(self._parts.values()))
        self.bar.chosen.connect(self.show_part)
        self.bar.show_chosen(self._main)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.stack, 1)
        if self.bar.has_choice():
            super().bind_keys(
                (
                    ("Alt+Right", partial(self.bar.step, 1)),
                    ("Alt+Left", partial(self.bar.step, -1)),
                )
            )
        self.stack.currentChanged.connect(self._rest_keys)

    # to be said by the tab --------------------------------------------------------------

    def main_view(self) -> QWidget:
        """The widget of the main part to be shown now."""
        raise NotImplementedError

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        for section in self._sections.values():
            section.refresh(changes)

    def has_unsaved(self) -> bool:
        return any(section.has_unsaved() for section in self._sections.values())

    def park(self) -> None:
        for section in self._sections.values():
            section.park()

    def open_part(self, place: Place) -> bool:
        """Bring the part that ``place`` names to the front, ``payload`` for it; whether it did."""
        key = (place.action or "").removeprefix(_PART)
        if key == place.action or key not in self._parts:
            return False
        self.show_part(key)
        if place.payload is not None and key in self._sections:
            self._sections[key].open_on(place.payload)
        return True

    def focus_part(self) -> bool:
        """Let the part in front take the focus; whether it is another than the main one."""
        shown = self.stack.currentWidget()
        if isinstance(shown, Section):
            shown.focus_first()
            return True
        return False

    def bind_keys(self, acts: Iterable[tuple[str, Callable[[], Any]]]) -> list[QShortcut]:
        bound = super().bind_keys(acts)
        self._main_keys += bound
        return bound

    # parts ------------------------------------------------------------------------------

    def part_keys(self) -> tuple[str, ...]:
        """The keys of this person's parts, in order."""
        return tuple(self._parts)

    def section(self, key: str) -> Section:
        """A part beside the main one; built now if it was never shown."""
        if key not in self._sections:
            part = self._parts[key]
            section: Section = lazily.build(part.factory, self.context, part.title)
            self._sections[key] = section
            self.stack.addWidget(section)
            section.refresh(frozenset())
        return self._sections[key]

    def show_part(self, key: str) -> None:
        """Bring a part to the front; what the main one shows waits behind it."""
        if key == self._main:
            self.show_main()
        else:
            self.bar.show_chosen(key)
            self.stack.setCurrentWidget(self.section(key))
        self.focus_first()

    def show_main(self) -> None:
        """Bring the main part to the front, as it was left."""
        self.bar.show_chosen(self._main)
        self.stack.setCurrentWidget(self.main_view())

    def part_of_keys(self) -> list[tuple[str, str]]:
        """What the overview of keys says of the bar."""
        if not self.bar.has_choice():
            return []
        return [("Alt+←  Alt+→", self.tr("Previous or next part of the tab"))]

    def _rest_keys(self) -> None:
        in_front = not isinstance(self.stack.currentWidget(), Section)
        for shortcut in self._main_keys:
            shortcut.setEnabled(in_front)
