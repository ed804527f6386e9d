"""Whose records a list shows: of a class, a badge, or a segment kept by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal

from frontdesk.models.enums import Badge, ValueClass
from frontdesk.services.permissions import Permission
from frontdesk.services.segments.dto import KeptSegment
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing
from frontdesk.ui.kit import words
from frontdesk.ui.kit.drop_down import DropDown
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.table import RecordTable

Title = Callable[[], str]
_CLASSES = tuple(Narrowing(value_class=each) for each in ValueClass)
_BADGES = tuple(Narrowing(badge=each) for each in Badge)
WIDTH = 150
"""In a row of tools; the longest names of segments are told by the list that opens."""


class NarrowingBox(Translated, DropDown):
    """``narrowed`` asks for other rows. Before classes, badges and segments stand ``own`` choices.

    ``own``: what the list offers besides, each with its words; the first shows everything.
    """

    narrowed = Signal()

    def __init__(self, own: Sequence[tuple[object, Title]] = ()) -> None:
        super().__init__()
        self._own = tuple(own) or ((None, lambda: self.tr("All customers")),)
        self._segments: tuple[KeptSegment, ...] = ()
        self._fill(0)
        self.retranslate()
        self.currentIndexChanged.connect(lambda _: self.narrowed.emit())

    def own(self) -> object:
        """The list's own choice; its first one while the customers are narrowed."""
        at = self.currentIndex()
        return self._own[at if 0 <= at < len(self._own) else 0][0]

    def wanted(self) -> Narrowing:
        """Whose records are asked for."""
        # By place: Qt gives the members of a closed list back as mere text.
        at = self.currentIndex() - len(self._own)
        choices = self._choices()
        return choices[at] if 0 <= at < len(choices) else EVERYBODY

    def stand_beside(self, table: RecordTable[Any]) -> None:
        """Stand among the tools of ``table``; where it has left none, everybody is a key away."""
        self.setMaximumWidth(WIDTH)
        table.add_tool(self)
        table.empty.acted.connect(lambda: self._show_everybody(table))

    def explains(self, table: RecordTable[Any]) -> bool:
        """Whether ``table`` is narrowed; if it is empty, it says so itself."""
        narrowed = self.wanted() != EVERYBODY
        if narrowed:
            table.set_empty(
                "funnel", self.tr("Nothing here of these customers."), self.tr("Show everybody's")
            )
        return narrowed

    def read(self, context: UiContext) -> None:
        """Look which segments are kept by now."""
        services = context.services
        if services.desk.may(Permission.VIEW_CUSTOMERS):
            context.tasks.run(services.segments.kept, self.offer, owner=self)

    def offer(self, segments: Sequence[KeptSegment]) -> None:
        """Offer these segments; one that was chosen and has ended shows everything again."""
        if tuple(segments) == self._segments:
            return
        before, own = self.wanted(), self.currentIndex()
        self._segments = tuple(segments)
        choices = self._choices()
        at = own if before == EVERYBODY else -1
        if before in choices:
            at = len(self._own) + choices.index(before)
        with QSignalBlocker(self):
            self._fill(max(at, 0))
            self.retranslate()
        if at < 0:
            self.narrowed.emit()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        for at, (_, title) in enumerate(self._own):
            self.setItemText(at, title())
        for at, each in enumerate(self._choices(), start=len(self._own)):
            self.setItemText(at, self._said(each))
        name = self.tr("Whose: by class, badge or segment")
        self.setAccessibleName(name)
        set_tip(self, name)

    def _show_everybody(self, table: RecordTable[Any]) -> None:
        self.setCurrentIndex(0)
        table.setFocus()

    def _choices(self) -> tuple[Narrowing, ...]:
        return (*_CLASSES, *_BADGES, *(Narrowing(segment=each.id) for each in self._segments))

    def _fill(self, at: int) -> None:
        self.clear()
        for _ in self._own:
            self.addItem("")
        for each in self._choices():
            self.addItem("", each.segment or None)
        self.setCurrentIndex(at)

    def _said(self, wanted: Narrowing) -> str:
        if wanted.value_class is not None:
            return words.word(wanted.value_class)
        if wanted.badge is not None:
            return words.word(wanted.badge)
        return next(each.name for each in self._segments if each.id == wanted.segment)
