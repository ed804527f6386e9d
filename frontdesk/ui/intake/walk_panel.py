"""The walk around the car, large: outline, kind and size of a mark, lamps, photos."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.models.enums import DamageKind, DamageSize
from frontdesk.services.intake.walk import WalkAround
from frontdesk.ui.intake.footer import KeyedButton
from frontdesk.ui.intake.lamps_row import LampsRow
from frontdesk.ui.intake.outline_view import OutlineView
from frontdesk.ui.intake.photos_panel import PhotosPanel
from frontdesk.ui.intake.walk_field import WalkField
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.labels import muted, plain, sized, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import scrolled
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS

_SIDE_WIDTH = 340
_NOTE = 200


class WalkPanel(Translated, QWidget):
    """Works on a ``WalkField``; ``left_asked`` when the person goes back to the form."""

    left_asked = Signal()

    def __init__(self, field: WalkField) -> None:
        super().__init__()
        self.field = field
        self.outline = OutlineView()
        self.kind = ChoiceField("kind", DamageKind, per_row=3)
        self.size_ = ChoiceField("size", DamageSize)
        self.note = TextField("note", max_length=_NOTE)
        self.lamps = LampsRow()
        self.photos = PhotosPanel()
        self.title = sized(plain(), SECTION_POINTS, bold=True)
        self.at = small(wrap=True)
        self.hint, self.lamps_title = small(wrap=True), muted()
        self.take = KeyedButton("F4")
        self.back = KeyedButton("F2")
        self._filling = False
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Show what the field holds."""
        self._show()
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Walk-around"))
        self.kind.set_label(self.tr("Damage"))
        self.size_.set_label(self.tr("Size"))
        self.note.set_label(self.tr("Note"))
        self.lamps_title.setText(self.tr("Warning lamps that are lit"))
        self.hint.setText(
            self.tr(
                "Arrows: move · 1–6: mark · + −: size · Ctrl+arrows: shift the mark · "
                "N: next mark · Del: remove · Ctrl+V: paste a photo"
            )
        )
        self.take.set_text(self.tr("Still there as last time"))
        self.back.set_text(self.tr("Back to the intake"))
        self._show()

    # inside -------------------------------------------------------------------------------

    def _show(self) -> None:
        walk, last = self.field.walk, self.field.last
        self._filling = True
        self.outline.show_marks(walk.marks, last.marks)
        self.lamps.show_lit(walk.lamps)
        self._show_mark()
        self.take.setVisible(bool(self.outline.compared.gone))
        told = self.field.summary().partition("\n")[0]
        when = self.tr("last walk {day}").format(day=words.day(last.on))
        self.at.setText(f"{told} ({when})" if last.on is not None else told)
        self._filling = False

    def _show_mark(self) -> None:
        mark = self.outline.current()
        filling, self._filling = self._filling, True
        self.kind.set_value(self.outline.kind if mark is None else mark.kind)
        self.size_.set_value(self.outline.size_ if mark is None else mark.size)
        if mark is None or self.note.typed() != mark.note:
            self.note.set_value("" if mark is None else mark.note)
        self.note.set_read_only(mark is None)
        self.photos.choose("" if mark is None else mark.photo_id)
        self._filling = filling

    def _marked(self) -> None:
        self.field.put(WalkAround(self.outline.marks, self.lamps.lit()))
        self._show()

    def _edited(self) -> None:
        """Kind, size or note was given in the panel: for the mark at hand, or the next one."""
        if self._filling:
            return
        kind, size = self.kind.value(), self.size_.value()
        if not isinstance(kind, DamageKind) or not isinstance(size, DamageSize):
            return
        self.outline.kind, self.outline.size_ = kind, size
        mark = self.outline.current()
        if mark is not None:
            self.outline.change(replace(mark, kind=kind, size=size, note=self.note.typed().strip()))

    def _photographed(self, photo_id: str) -> None:
        """A photo came: it is one of the mark the person is at."""
        mark = self.outline.current()
        if mark is not None:
            self.outline.change(replace(mark, photo_id=photo_id))

    def _unphotographed(self, photo_id: str) -> None:
        """A photo is withdrawn: no mark shows it any more."""
        marks = tuple(
            replace(mark, photo_id="") if mark.photo_id == photo_id else mark
            for mark in self.field.walk.marks
        )
        self.field.put(WalkAround(marks, self.lamps.lit()))
        self._show()

    def _build(self) -> None:
        ground = QWidget()
        side = scrolled(ground)
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for field in (self.kind, self.size_, self.note):
            field.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            field.label.setMinimumHeight(0)
            column.addWidget(field.label)
            column.addWidget(field)
        column.addWidget(self.lamps_title)
        column.addWidget(self.lamps)
        column.addWidget(self.photos, 1)
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(ROOM)
        head.addWidget(self.title)
        self.at.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.at, 1)
        head.addWidget(self.take)
        head.addWidget(self.back)
        middle.addLayout(head)
        middle.addWidget(self.outline, 1)
        middle.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        row.addLayout(middle, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        self.outline.marks_changed.connect(self._marked)
        self.outline.chosen.connect(lambda _: self._show_mark())
        self.lamps.changed.connect(self._marked)
        for field in (self.kind, self.size_, self.note):
            field.changed.connect(self._edited)
            field.entered.connect(self.outline.setFocus)
        self.photos.added.connect(self._photographed)
        self.photos.withdrawn.connect(self._unphotographed)
        self.take.clicked.connect(self.outline.take_over)
        self.back.clicked.connect(self.left_asked)
        for keys, act in (("F4", self.outline.take_over), ("Ctrl+V", self.photos.paste_asked)):
            shortcut = QShortcut(QKeySequence(keys), self.outline)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
