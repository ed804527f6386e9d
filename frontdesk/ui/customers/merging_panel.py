"""Two files side by side, field by field, and which value the merged file gets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.services.merging.dto import FieldChoice, MergeInput, MergePreview, Side
from frontdesk.ui.customers import merging_words
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted, plain, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import BASE_POINTS, GAP, Tone


class MergingPanel(Translated, QWidget):
    """Left takes the value of the file that stays, right the other's, B both; S swaps the files.

    ``merge_asked`` and ``apart_asked`` (two people) are decided by whoever shows the panel.
    """

    merge_asked = Signal()
    apart_asked = Signal()
    swap_asked = Signal()
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._preview: MergePreview | None = None
        self._choices: dict[str, Side] = {}
        self._stays, self._goes = _head(), _head()
        self._follows = muted(wrap=True)
        self.merge = button(look="primary")
        self.apart, self.swap = button(), button(look="flat")
        self.table: RecordTable[FieldChoice] = RecordTable(
            "customers/merging",
            self._columns(),
            lambda row: row.name,
            state=context.state,
            filterable=False,
            footer=False,
        )
        self._build()
        self._bind()
        self.retranslate()

    # what whoever shows it may ask --------------------------------------------------------

    @property
    def preview(self) -> MergePreview | None:
        """The two files shown."""
        return self._preview

    def show_preview(self, preview: MergePreview | None) -> None:
        """Show two files with the usual choices; ``None`` shows nothing."""
        self._preview = preview
        shown = () if preview is None else _worth_showing(preview)
        self._choices = {field.name: field.usual for field in shown if field.differs}
        self._show_fields()
        self.table.select_first()
        for widget in (self.merge, self.apart, self.swap):
            widget.setEnabled(preview is not None)
        self.retranslate()

    def wanted(self) -> MergeInput:
        """The merge as chosen."""
        assert self._preview is not None
        stays, goes = self._preview.stays, self._preview.goes
        return MergeInput(stays.id, stays.version, goes.id, goes.version, dict(self._choices))

    def choose(self, side: Side) -> None:
        """Take a side for the field the cursor is on, and go on to the next."""
        row = self.table.current()
        if row is None or side not in row.sides:
            return
        self._choices[row.name] = side
        self._show_fields()
        names = [each.name for each in self.table.rows()]
        at = names.index(row.name)
        self.table.select(names[min(at + 1, len(names) - 1)])

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.merge.setText(self.tr("Merge (Ctrl+Enter)"))
        self.apart.setText(self.tr("Two people (Del)"))
        self.swap.setText(self.tr("Swap (S)"))
        self.table.set_empty(
            "users-three", self.tr("Choose a pair at the left to compare the two files.")
        )
        preview = self._preview
        for label, head, word in (
            (self._stays, preview and preview.stays, self.tr("Stays: {name}  {number}")),
            (self._goes, preview and preview.goes, self.tr("Goes in: {name}  {number}")),
        ):
            label.setText(word.format(name=head.name, number=head.number) if head else "")
        told = merging_words.following(preview.following) if preview else ""
        self._follows.setText(self.tr("Goes over: {what}").format(what=told) if told else "")

    # inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(GAP)
        heads.addWidget(self._stays, 1)
        heads.addWidget(self._goes, 1)
        heads.addWidget(self.swap)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        acts.addWidget(self._follows, 1)
        acts.addWidget(self.apart)
        acts.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(heads)
        column.addWidget(self.table, 1)
        column.addLayout(acts)

    def _bind(self) -> None:
        self.merge.clicked.connect(self.merge_asked)
        self.apart.clicked.connect(self.apart_asked)
        self.swap.clicked.connect(self.swap_asked)
        self.table.activated.connect(lambda _: self.table.view.setFocus())
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Left", lambda: self.choose(Side.STAYS)),
            ("Right", lambda: self.choose(Side.GOES)),
            ("B", lambda: self.choose(Side.BOTH)),
            ("S", self.swap_asked.emit),
            ("Del", self.apart_asked.emit),
            ("Ctrl+Return", self.merge_asked.emit),
            ("Ctrl+Enter", self.merge_asked.emit),
            ("Esc", self.left.emit),
        )
        for keys, act in acts:
            bind_key(self, keys, act)

    def _show_fields(self) -> None:
        shown = () if self._preview is None else _worth_showing(self._preview)
        self.table.set_rows(shown)

    def _columns(self) -> tuple[Column[FieldChoice], ...]:
        return (
            Column(
                "field",
                lambda: self.tr("Field"),
                lambda row: merging_words.field_title(row.name),
                width=128,
            ),
            Column(
                "stays",
                lambda: self.tr("← Stays"),
                lambda row: words.shown(row.stays),
                icon=lambda row: self._tick(row, Side.STAYS),
                stretch=True,
            ),
            Column(
                "goes",
                lambda: self.tr("→ Goes in"),
                lambda row: words.shown(row.goes),
                icon=lambda row: self._tick(row, Side.GOES),
                stretch=True,
            ),
            Column("taken", lambda: self.tr("Kept"), self._taken, chip=self._chip, width=96),
        )

    def _taken(self, row: FieldChoice) -> str:
        return self._choices.get(row.name, Side.STAYS).value

    def _tick(self, row: FieldChoice, side: Side) -> str:
        if not row.differs:
            return ""
        taken = self._choices.get(row.name) in (side, Side.BOTH)
        return "check-circle" if taken else "circle"

    def _chip(self, row: FieldChoice) -> Chip | None:
        if not row.differs:
            return Chip(Tone.NEUTRAL, self.tr("Same"), "equals")
        return {
            Side.STAYS: Chip(Tone.INFO, self.tr("← left"), "check"),
            Side.GOES: Chip(Tone.WARN, self.tr("right →"), "check"),
            Side.BOTH: Chip(Tone.OK, self.tr("Both (B)"), "check"),
        }[self._choices.get(row.name, row.usual)]


def _worth_showing(preview: MergePreview) -> tuple[FieldChoice, ...]:
    """Fields that differ first, then those both files hold; what neither has is left out."""
    differing = [field for field in preview.fields if field.differs]
    same = [field for field in preview.fields if not field.differs and field.stays]
    return (*differing, *same)


def _head() -> QLabel:
    return sized(plain(wrap=True), BASE_POINTS + 1, bold=True)
