"""The photos of a visit in small pictures: dropped, pasted, or fetched from the camera's folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.services.evidence.dto import Evidence
from frontdesk.ui.intake.photo_why import PhotoWhy
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, GRID

_PICTURE = QSize(88, 60)
_CELL = QSize(100, 70)


class PhotosPanel(Translated, QWidget):
    """``opened`` carries a photo's id; ``added`` the id of the one that came last.

    ``changed`` when there are others than before, or none.

    Del asks why the chosen photo is withdrawn; ``withdrawn`` once it is.
    """

    changed = Signal()
    add_asked = Signal()
    paste_asked = Signal()
    camera_asked = Signal()
    opened = Signal(str)
    added = Signal(str)
    withdraw_asked = Signal(str, str)
    withdrawn = Signal(str)

    def __init__(self, *, may_add: bool = True) -> None:
        super().__init__()
        self._may_add = may_add
        self.shown: tuple[Evidence, ...] = ()
        self.title = muted()
        self.files = _Photos()
        self.files.setIconSize(_PICTURE)
        self.files.setGridSize(_CELL)
        self.files.setMinimumHeight(_CELL.height() + GRID)
        self.files.itemActivated.connect(lambda item: self.opened.emit(self._id(item)))
        self.files.paste_asked.connect(self.paste_asked)
        self.files.remove_asked.connect(self.ask_why)
        self.files.currentRowChanged.connect(lambda _: self.put_away(focus=False))
        self.asking = PhotoWhy()
        self.asking.answered.connect(self._withdraw)
        self.asking.left.connect(self.put_away)
        self.empty = small(wrap=True)
        self.add, self.camera = button(), button()
        self.add.setIcon(icon("paperclip"))
        self.camera.setIcon(icon("image"))
        self.add.clicked.connect(self.add_asked)
        self.camera.clicked.connect(self.camera_asked)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.add)
        row.addWidget(self.camera)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.files, 1)
        column.addWidget(self.empty)
        column.addWidget(self.asking)
        column.addLayout(row)
        self.retranslate()

    def show_photos(self, photos: Sequence[Evidence]) -> None:
        """Show the photos that count; one that is withdrawn is not shown."""
        self.shown = tuple(each for each in photos if each.withdrawn is None)
        self.files.clear()
        for each in self.shown:
            self.files.addItem(_item(each))
        self.retranslate()
        self.changed.emit()

    def current(self) -> Evidence | None:
        """The photo the cursor is on."""
        row = self.files.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def ask_why(self) -> None:
        """Ask for the reason before the photo is withdrawn, where it may be."""
        chosen = self.current()
        if chosen is not None and chosen.may_withdraw:
            self.asking.ask()

    def put_away(self, *, focus: bool = True) -> None:
        """The reason is given, or the photo stays after all."""
        if self.asking.isVisibleTo(self):
            self.asking.hide()
            if focus:
                self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, photo_id: str) -> None:
        """Take the photo away that is withdrawn."""
        self.put_away()
        self.show_photos([each for each in self.shown if each.id != photo_id])
        self.withdrawn.emit(photo_id)

    def choose(self, photo_id: str) -> None:
        """Go to the photo of the mark at hand."""
        ids = [each.id for each in self.shown]
        self.files.setCurrentRow(ids.index(photo_id) if photo_id in ids else -1)

    def retranslate(self) -> None:
        count = len(self.shown)
        self.title.setText(
            self.tr("Photos ({count})").format(count=count) if count else self.tr("Photos")
        )
        self.empty.setText(
            self.tr("Drop photos anywhere here, paste one (Ctrl+V), or fetch them from the camera.")
        )
        self.empty.setVisible(not count and self._may_add)
        for made in (self.add, self.camera):
            made.setVisible(self._may_add)
        if not self._may_add:
            self.setVisible(bool(count))
        self.files.setVisible(bool(count))
        self.files.setAccessibleName(self.tr("Photos"))
        self.files.setAccessibleDescription(self.tr("Enter opens a photo, Del withdraws it."))
        self.add.setText(self.tr("Add files …"))
        set_tip(self.add, "Ctrl+O")
        self.camera.setText(self.tr("From the camera"))
        set_tip(self.camera, "Ctrl+Shift+O")

    def _withdraw(self, why: str) -> None:
        chosen = self.current()
        if chosen is not None:
            self.withdraw_asked.emit(chosen.id, why)

    def _id(self, item: QListWidgetItem) -> str:
        return self.shown[self.files.row(item)].id


class _Photos(QListWidget):
    """Small pictures in rows; the arrows go through them."""

    paste_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)


def _item(each: Evidence) -> QListWidgetItem:
    picture = icon("image", "muted")
    if each.thumbnail is not None:
        drawn = QPixmap()
        if drawn.loadFromData(each.thumbnail):
            picture = QIcon(drawn)
    item = QListWidgetItem(picture, "")
    tip = f"{each.name}\n{each.added_by} · {words.near(each.added_at)}"
    set_tip(item, tip)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, each.name)
    return item
