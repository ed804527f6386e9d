"""Duplicates: pairs of files that may be one person's, compared, merged, and parted again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Change
from frontdesk.services.merging.dto import Likeness, Merged, MergePreview, Pair
from frontdesk.ui.customers import merging_words
from frontdesk.ui.customers.merging_panel import MergingPanel
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone
from frontdesk.ui.kit.turning_tabs import TurningTabs
from frontdesk.ui.kit.undo import show_undo

_SURE = frozenset({Likeness.IDENTITY, Likeness.PHONE_AND_NAME})
_LEFT, _RIGHT = 5, 7


class DuplicatesSection(Section):
    """Likely pairs and merges made at the left; the two files field by field at the right.

    Somebody may come with two files in mind: the ids of both (``open_on``).
    """

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.merging
        self._busy = False
        self._asked: tuple[str, str] | None = None
        self.pairs: RecordTable[Pair] = RecordTable(
            "customers/duplicates", self._pair_columns(), lambda row: row.key, state=context.state
        )
        self.made: RecordTable[Merged] = RecordTable(
            "customers/merges", self._made_columns(), lambda row: row.id, state=context.state
        )
        self.part = button()
        self.made.add_tool(self.part)
        self.tabs = TurningTabs(self, (self.pairs, self.pairs.view), (self.made, self.made.view))
        self.panel = MergingPanel(context)
        self.body.addWidget(self._beside(), 1)
        self._connect()
        self.panel.show_preview(None)
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.CUSTOMERS in changes:
            self._load()

    def open_on(self, payload: object) -> None:
        """Compare these two files, whether they look alike or not."""
        if isinstance(payload, tuple) and len(payload) == 2:
            self.compare(str(payload[0]), str(payload[1]))

    def focus_first(self) -> None:
        self.tabs.focus_shown()

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.name(self.tr("Likely"), self.tr("Merged"))
        self.part.setText(self.tr("Undo the merge (Del)"))
        self.pairs.set_empty(
            "users-three",
            self.tr("No two files look like one person's."),
            detail=self.tr("Files with the same number, ID number, car or address appear here."),
        )
        self.made.set_empty("users-three", self.tr("Nothing has been merged yet."))

    # acts ---------------------------------------------------------------------------------

    def compare(self, stays_id: str, goes_id: str) -> None:
        """Show two files side by side."""
        self._asked = (stays_id, goes_id)

        def failed(error: Exception) -> None:
            self.panel.show_preview(None)
            errors.present(self, error)

        self.run(lambda: self._service.preview(stays_id, goes_id), self._compared, failed)

    def swap(self) -> None:
        """The other file stays."""
        if self._asked is not None:
            self.compare(self._asked[1], self._asked[0])

    def merge(self) -> None:
        """Merge the two as chosen; the undo is offered at once and stays under 'Merged'."""
        preview = self.panel.preview
        if preview is None or self._busy:
            return
        self._busy = True
        wanted, id_ = self.panel.wanted(), new_id()

        def done(merge_id: str) -> None:
            self._busy = False
            said = self.tr("{gone} is now part of {number} {name}.").format(
                gone=preview.goes.number, number=preview.stays.number, name=preview.stays.name
            )
            show_undo(self, self.banners, said, lambda: self.undo(merge_id))
            self._leave()
            self._load()

        def failed(error: Exception) -> None:
            self._busy = False
            errors.present(self, error)
            self.compare(wanted.stays_id, wanted.goes_id)

        self.run(lambda: self._service.merge(wanted, id_), done, failed, kind="write")

    def undo(self, merge_id: str) -> None:
        """Part two files again."""

        def done(_: None) -> None:
            self.notice(Tone.OK, self.tr("Both are as they were."))
            self._load()

        self.run(lambda: self._service.undo(merge_id), done, kind="write")

    def undo_chosen(self) -> None:
        """Part the files of the merge the cursor is on."""
        row = self.made.current()
        if row is not None and row.can_undo:
            self.undo(row.id)

    def set_apart(self) -> None:
        """These are two people: offered no more."""
        preview = self.panel.preview
        pair = self.pairs.current()
        if preview is not None:
            ids = (preview.stays.id, preview.goes.id)
        elif pair is not None:
            ids = (pair.first_id, pair.second_id)
        else:
            return

        def done(_: None) -> None:
            self.notice(Tone.OK, self.tr("Kept apart: they are offered no more."))
            self._leave()
            self._load()

        self.run(lambda: self._service.not_the_same(*ids), done, kind="write")

    # inside -------------------------------------------------------------------------------

    def _beside(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        row.addWidget(self.tabs, _LEFT)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self.panel)
        row.addWidget(right, _RIGHT)
        return ground

    def _connect(self) -> None:
        self.pairs.selected.connect(lambda _: self._compare_chosen())
        self.pairs.activated.connect(lambda _: self.panel.table.view.setFocus())
        self.made.activated.connect(self._open)
        self.part.clicked.connect(self.undo_chosen)
        self.panel.merge_asked.connect(self.merge)
        self.panel.apart_asked.connect(self.set_apart)
        self.panel.swap_asked.connect(self.swap)
        self.panel.left.connect(self.focus_first)
        acts: tuple[tuple[str, Callable[[], None], QWidget], ...] = (
            ("Del", self.undo_chosen, self.made),
            ("Del", self.set_apart, self.pairs),
            ("Ctrl+Return", self.merge, self.pairs),
            ("Ctrl+Enter", self.merge, self.pairs),
        )
        for keys, act, where in acts:
            bind_key(where, keys, act)

    def _load(self) -> None:
        self.run(self._service.likely, self._show_pairs)
        self.run(self._service.made, self.made.set_rows)

    def _show_pairs(self, rows: tuple[Pair, ...]) -> None:
        self.pairs.set_rows(rows)
        if self.panel.preview is None and self._asked is None:
            self.pairs.select_first()
            self._compare_chosen()

    def _compare_chosen(self) -> None:
        pair = self.pairs.current()
        if pair is not None and self._asked not in (
            (pair.first_id, pair.second_id),
            (pair.second_id, pair.first_id),
        ):
            self.compare(pair.first_id, pair.second_id)

    def _compared(self, preview: MergePreview) -> None:
        if self._asked == (preview.stays.id, preview.goes.id):
            self.panel.show_preview(preview)

    def _leave(self) -> None:
        self._asked = None
        self.panel.show_preview(None)
        self.focus_first()

    def _open(self, merge_id: str) -> None:
        row = next((each for each in self.made.rows() if each.id == merge_id), None)
        if row is not None:
            self.context.navigate(Place("customers", row.customer_id, "open"))

    def _pair_columns(self) -> tuple[Column[Pair], ...]:
        return (
            Column("by", lambda: self.tr("Why"), _by, chip=_chip, width=184, right=False),
            Column(
                "first",
                lambda: self.tr("File"),
                lambda row: f"{row.first_name}  {row.first_number}",
                stretch=True,
            ),
            Column(
                "second",
                lambda: self.tr("Looks like"),
                lambda row: f"{row.second_name}  {row.second_number}",
                stretch=True,
            ),
            Column(
                "value", lambda: self.tr("Shared"), lambda row: row.value, width=140, hidden=True
            ),
        )

    def _made_columns(self) -> tuple[Column[Merged], ...]:
        return (
            Column("at", lambda: self.tr("Merged"), lambda row: row.at, width=128),
            Column("gone", lambda: self.tr("File"), self._gone, width=128),
            Column(
                "into",
                lambda: self.tr("Into"),
                lambda row: f"{row.name}  {row.number}",
                stretch=True,
            ),
            Column("by", lambda: self.tr("By"), lambda row: row.by, width=72),
            Column("state", lambda: self.tr("State"), _undone, chip=self._made_chip, width=92),
        )

    def _gone(self, row: Merged) -> str:
        return self.tr("Car {car}").format(car=row.gone_number) if row.of_cars else row.gone_number

    def _made_chip(self, row: Merged) -> Chip:
        if row.undone_at is not None:
            return Chip(Tone.NEUTRAL, self.tr("Undone"))
        if row.can_undo:
            return Chip(Tone.OK, self.tr("Merged"))
        return Chip(Tone.NEUTRAL, self.tr("For good"))


def _by(row: Pair) -> int:
    return list(Likeness).index(row.by[0])


def _chip(row: Pair) -> Chip:
    by = row.by[0]
    tone = Tone.ERROR if by in _SURE else Tone.WARN if by is not Likeness.PHONE else Tone.NEUTRAL
    return Chip(tone, merging_words.likeness(by), "users-three")


def _undone(row: Merged) -> bool:
    return row.undone_at is not None
