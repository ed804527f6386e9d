"""The settings tab: its parts in a list at the left, the chosen one at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from frontdesk.services.desk import Change
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.section import Section
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT, ROOM
from frontdesk.ui.settings.parts import PARTS, Part
from frontdesk.ui.settings.staff import StaffSection

_LIST_WIDTH = 176


class SettingsPage(Page):
    """A part is there for whom it concerns, and built when it is first shown."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._parts: tuple[Part, ...] = tuple(
            part for part in PARTS if context.services.desk.may(*part.needs)
        )
        self._sections: dict[str, Section] = {}
        self.list = _PartList()
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        for part in self._parts:
            self.list.addItem(QListWidgetItem(icon(part.icon, "muted"), part.title()))
        self.list.currentRowChanged.connect(self._show)
        self.list.entered_line.connect(self._enter)
        self.list.setCurrentRow(0)
        self.bind_keys(
            (
                ("Alt+Down", partial(self._step, 1)),
                ("Alt+Up", partial(self._step, -1)),
                ("Esc", self.list.setFocus),
                ("Ctrl+N", self._new_account),
            )
        )
        self.retranslate()

    # what is shown ----------------------------------------------------------------------

    def part_keys(self) -> tuple[str, ...]:
        """The keys of this person's parts, in order."""
        return tuple(part.key for part in self._parts)

    def section(self, key: str) -> Section:
        """A part of the settings; built now if it was never shown."""
        if key not in self._sections:
            part = self._parts[self.part_keys().index(key)]
            section = part.make(self.context, part.title)
            self._sections[key] = section
            self.stack.addWidget(section)
            section.refresh(frozenset())
        return self._sections[key]

    def show_part(self, key: str) -> Section:
        """Bring a part to the front."""
        self.list.setCurrentRow(self.part_keys().index(key))
        return self.section(key)

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        """Hand it on to whoever cares."""
        for section in self._sections.values():
            section.refresh(changes)

    def open_place(self, place: Place) -> None:
        """``action`` is the key of a part; ``payload`` what somebody wants there."""
        if place.action in self.part_keys():
            if place.payload is not None:
                self.section(place.action).open_on(place.payload)
            self._enter_part(place.action)

    def has_unsaved(self) -> bool:
        """Whether any part holds something typed that is not saved."""
        return any(section.has_unsaved() for section in self._sections.values())

    def park(self) -> None:
        """Write what is typed into the drafts now."""
        for section in self._sections.values():
            section.park()

    def focus_first(self) -> None:
        """The list: the arrows choose, Enter goes in."""
        self.list.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the settings."""
        found = [
            ("Alt+↑  Alt+↓", self.tr("Previous or next part of the settings")),
            ("Enter", self.tr("From the list into the part")),
            ("Esc", self.tr("Back to the list")),
            ("F8", self.tr("Check the data (This PC)")),
        ]
        if "backups" in self.part_keys():
            found += [
                ("F6", self.tr("Back up now (Backups)")),
                ("F7", self.tr("Prove the chosen backup (Backups)")),
            ]
        if "staff" in self.part_keys():
            found += [
                ("Ctrl+N", self.tr("New account")),
                ("Ctrl+R", self.tr("Reset the password of an account")),
            ]
        if "categories" in self.part_keys():
            found += [
                ("Ins", self.tr("New category (Complaint categories)")),
                ("Ctrl+↑  Ctrl+↓", self.tr("Move a category")),
                ("Del", self.tr("Retire a category; bring it back")),
            ]
        if "dealership" in self.part_keys():
            found += [
                ("Ctrl+Shift+R", self.tr("New recovery sheet (Dealership)")),
            ]
        if any(key.startswith("rules.") for key in self.part_keys()):
            found.append(("Ctrl+D", self.tr("Default of the figure you are in")))
        return found

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.list.setAccessibleName(self.tr("Parts of the settings"))
        for row, part in enumerate(self._parts):
            item = self.list.item(row)
            if item is not None:
                item.setText(part.title())

    # inside -----------------------------------------------------------------------------

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            self.stack.setCurrentWidget(self.section(self._parts[row].key))

    def _enter(self) -> None:
        current = self.stack.currentWidget()
        if isinstance(current, Section):
            current.focus_first()

    def _enter_part(self, key: str) -> None:
        self.show_part(key).focus_first()

    def _step(self, by: int) -> None:
        inside = self.list.hasFocus()
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, len(self._parts) - 1)))
        if not inside:
            self._enter()

    def _new_account(self) -> None:
        if "staff" in self.part_keys():
            staff = self.show_part("staff")
            if isinstance(staff, StaffSection):
                staff.begin_new()


class _PartList(QListWidget):
    """``entered_line``: Enter or the right arrow goes into the part."""

    entered_line = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_LIST_WIDTH)
        self.setIconSize(QSize(18, 18))
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def addItem(self, item: QListWidgetItem) -> None:  # type: ignore[override]
        item.setSizeHint(QSize(_LIST_WIDTH - 16, CONTROL_HEIGHT + 2))
        super().addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)
