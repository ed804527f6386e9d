"""Deliveries: each day's sheet or 'no delivery', imports that can be undone, a watched folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from frontdesk.models.enums import DeliveryState
from frontdesk.services.desk import Change
from frontdesk.services.exchange.results import FoundSheet, Imported, ToldDay
from frontdesk.ui.importing.dialog import open_import
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import KeyHint
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.kit.turning_tabs import TurningTabs

_LOOK_MS = 60_000
_TONES = {
    DeliveryState.SHEET: Tone.OK,
    DeliveryState.NONE: Tone.OK,
    DeliveryState.OPEN: Tone.INFO,
    DeliveryState.MISSING: Tone.ERROR,
    DeliveryState.REST: Tone.NEUTRAL,
}
_SHEET_KEY = "sheet"


class DeliveriesSection(Section):
    """N says that no car was delivered on the chosen day, Ins imports, Del undoes an import.

    New sheets in the watched folder are offered, never imported by themselves.
    """

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.exchange
        self._offered: Path | None = None
        self.days: RecordTable[ToldDay] = RecordTable(
            "customers/deliveries",
            self._day_columns(),
            lambda row: row.day.isoformat(),
            state=context.state,
        )
        self.imports: RecordTable[Imported] = RecordTable(
            "customers/imports",
            self._import_columns(),
            lambda row: row.batch_id,
            state=context.state,
        )
        self.none, self.load = button(), button(look="primary")
        self.undo = button()
        self.choose, self.stop = button(look="flat"), button(look="flat")
        self._folder = muted(wrap=True)
        for tool in (KeyHint("N"), self.none, KeyHint("Ins"), self.load):
            self.days.add_tool(tool)
        self.imports.add_tool(self.undo)
        self.tabs = TurningTabs(
            self, (self.days, self.days.view), (self.imports, self.imports.view)
        )
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(self._foot())
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_into_folder)
        self._look.start()
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CUSTOMERS, Change.SETTINGS}:
            self._load()

    def focus_first(self) -> None:
        self.tabs.focus_shown()

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.name(self.tr("Days"), self.tr("Imports"))
        self.none.setText(self.tr("No delivery that day"))
        self.load.setText(self.tr("Import a sheet"))
        self.undo.setText(self.tr("Undo the import (Del)"))
        self.choose.setText(self.tr("Choose a folder …"))
        self.stop.setText(self.tr("Watch no folder"))
        self.imports.set_empty("truck", self.tr("No delivery sheet has been imported yet."))
        self._show_folder(self._folder.property("path") or "")

    # acts ---------------------------------------------------------------------------------

    def say_none(self) -> None:
        """No car was delivered on the chosen day; said by mistake, it is taken back so."""
        row = self.days.current()
        if row is None or row.state is DeliveryState.SHEET:
            return
        day = row.day
        if row.state is DeliveryState.NONE:
            self._write(lambda: self._service.take_back_none(day), self.tr("Taken back."))
            return
        said = self.tr("{day}: no delivery.").format(day=words.day(day))
        self._write(lambda: self._service.say_none(day), said)

    def import_next(self) -> None:
        """Open the import window; a sheet that waits in the folder is chosen already."""
        open_import(self, self.context, self._offered)

    def undo_chosen(self) -> None:
        """Take the chosen import back after a question: all its rows go together."""
        row = self.imports.current()
        if row is None or not row.can_undo:
            return
        question = self.tr("Undo the import of “{file}”? {created} new and {updated} changed cars.")
        self.banners.show_banner(
            Tone.WARN,
            question.format(file=row.file_name, created=row.created, updated=row.updated),
            self.tr("Undo the import"),
            lambda: self._undo(row),
            key="undo-import",
        )

    def choose_folder(self) -> None:
        """Ask for the folder in which the sales department leaves its sheets."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder of delivery sheets"))
        if path:
            self.watch(path)

    def watch(self, path: str) -> None:
        """Look for new sheets in ``path``; '' looks nowhere."""
        self._write(lambda: self._service.choose_folder(path), "")

    # inside -------------------------------------------------------------------------------

    def _undo(self, row: Imported) -> None:
        done = self.tr("The import of “{file}” is undone.").format(file=row.file_name)
        self._write(lambda: self._service.undo(row.batch_id), done)

    def _write(self, act: Callable[[], None], said: str) -> None:
        def done(_: None) -> None:
            if said:
                self.notice(Tone.OK, said)
            self._load()

        self.run(act, done, kind="write")

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._folder, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.choose)
        return foot

    def _connect(self) -> None:
        self.none.clicked.connect(self.say_none)
        self.load.clicked.connect(self.import_next)
        self.undo.clicked.connect(self.undo_chosen)
        self.choose.clicked.connect(self.choose_folder)
        self.stop.clicked.connect(lambda: self.watch(""))
        self.days.selected.connect(lambda _: self._enable())
        self.imports.selected.connect(lambda _: self._enable())
        self.days.activated.connect(lambda _: self.say_none())
        acts: tuple[tuple[str, Callable[[], None], QWidget], ...] = (
            ("N", self.say_none, self.days.view),
            ("Ins", self.import_next, self),
            ("Del", self.undo_chosen, self.imports.view),
        )
        for keys, act, where in acts:
            bind_key(where, keys, act)

    def _load(self) -> None:
        self.run(self._service.days, self._show_days)
        self.run(self._service.imports, self._show_imports)
        self.run(self._service.folder, self._show_folder)
        self._look_into_folder()

    def _look_into_folder(self) -> None:
        # A folder that went (a stick unplugged) is said beside it, not in the middle of work.
        self.run(self._service.waiting_sheets, self._offer, lambda _: self._show_gone())

    def _offer(self, found: tuple[FoundSheet, ...]) -> None:
        newest = found[0].path if found else None
        if newest == self._offered and newest is not None:
            return
        self._offered = newest
        if newest is None:
            self.banners.remove(_SHEET_KEY)
            return
        said = self.tr("“{file}” lies in the folder and is not imported yet.")
        self.banners.show_banner(
            Tone.INFO,
            said.format(file=newest.name),
            self.tr("Import it"),
            self.import_next,
            key=_SHEET_KEY,
        )

    def _show_gone(self) -> None:
        path = self._folder.property("path") or ""
        self._folder.setText(self.tr("Folder not found: {path}").format(path=path))

    def _show_days(self, rows: tuple[ToldDay, ...]) -> None:
        self.days.set_rows(rows)
        if rows and not self.days.current_id():
            self.days.select(_first_asked(rows).isoformat())
        self._enable()

    def _show_imports(self, rows: tuple[Imported, ...]) -> None:
        self.imports.set_rows(rows)
        if rows and not self.imports.current_id():
            self.imports.select_first()
        self._enable()

    def _show_folder(self, path: str) -> None:
        self._folder.setProperty("path", path)
        self._folder.setText(
            self.tr("New sheets are looked for in {path}").format(path=path)
            if path
            else self.tr("No folder is watched for new sheets.")
        )
        self.stop.setVisible(bool(path))

    def _enable(self) -> None:
        day, batch = self.days.current(), self.imports.current()
        self.none.setEnabled(day is not None and day.state is not DeliveryState.SHEET)
        told = day is not None and day.state is DeliveryState.NONE
        self.none.setText(self.tr("Take back") if told else self.tr("No delivery that day"))
        self.undo.setEnabled(batch is not None and batch.can_undo)

    def _day_columns(self) -> tuple[Column[ToldDay], ...]:
        return (
            Column("day", lambda: self.tr("Day"), lambda row: row.day, width=128),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: row.state,
                chip=lambda row: Chip(_TONES[row.state], words.word(row.state)),
                width=172,
            ),
            Column("cars", lambda: self.tr("Cars delivered"), lambda row: row.cars, width=136),
            Column("file", lambda: self.tr("Sheet"), lambda row: row.file_name, stretch=True),
            Column("by", lambda: self.tr("By"), lambda row: row.by, width=96),
            Column("at", lambda: self.tr("Told"), lambda row: row.at, width=150),
        )

    def _import_columns(self) -> tuple[Column[Imported], ...]:
        return (
            Column("at", lambda: self.tr("Imported"), lambda row: row.at, width=150),
            Column("file", lambda: self.tr("Sheet"), lambda row: row.file_name, stretch=True),
            Column("created", lambda: self.tr("New"), lambda row: row.created, width=80),
            Column("updated", lambda: self.tr("Changed"), lambda row: row.updated, width=88),
            Column("rejected", lambda: self.tr("Rejected"), lambda row: row.rejected, width=88),
            Column("by", lambda: self.tr("By"), lambda row: row.by, width=96),
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: row.undone_at is not None,
                chip=self._chip,
                width=128,
                right=False,
            ),
        )

    def _chip(self, row: Imported) -> Chip:
        if row.undone_at is not None:
            return Chip(Tone.NEUTRAL, self.tr("Undone"))
        if row.can_undo:
            return Chip(Tone.OK, self.tr("In force"))
        return Chip(Tone.NEUTRAL, self.tr("For good"))


def _first_asked(rows: tuple[ToldDay, ...]) -> date:
    """The oldest day of which nothing was told, else the newest."""
    asked = [row.day for row in rows if row.state in (DeliveryState.MISSING, DeliveryState.OPEN)]
    return min(asked, default=rows[0].day)
