"""Pages that note what the shell asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit

from frontdesk.ui.kit.page import Page, Place, UiContext

if TYPE_CHECKING:
    from frontdesk.services.desk import Change


class NotingPage(Page):
    """One line to type in; every call is noted."""

    made: ClassVar[list[NotingPage]] = []

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.refreshed: list[frozenset[Change]] = []
        self.places: list[Place] = []
        self.parked = 0
        NotingPage.made.append(self)

    def refresh(self, changes: frozenset[Change]) -> None:
        self.refreshed.append(changes)

    def open_place(self, place: Place) -> None:
        self.places.append(place)

    def has_unsaved(self) -> bool:
        return bool(self.line.text())

    def park(self) -> None:
        self.parked += 1

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+D", "Note <b>this</b>")]

    def focus_first(self) -> None:
        self.line.setFocus()
