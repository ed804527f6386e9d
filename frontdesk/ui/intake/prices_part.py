"""The price list: found by code, name or pinyin; kept by hand or brought in from a sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QStackedWidget

from frontdesk.errors import UserError
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.prices.dto import (
    PriceFilter,
    PriceLine,
    PriceOutcome,
    PricePage,
    PricePreview,
)
from frontdesk.services.prices.service import FORM
from frontdesk.ui.intake.prices_form import PriceForm
from frontdesk.ui.intake.prices_preview import PreviewCard
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, KeyHint
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import Tone


class PricesSection(Section):
    """The list; Ins writes a line, Enter changes one, Ctrl+O brings a sheet in, Esc goes back."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._prices = context.services.prices
        self._may = context.services.desk.may(Permission.MANAGE_PRICES)
        self._line: PriceLine | None = None
        self._new_id = ""
        self._busy = False
        self.words = TextField("words", max_length=60)
        self.retired = QCheckBox()
        self.new, self.bring = button(look="primary"), button()
        self.save, self.back = button(look="primary"), button(look="flat")
        self.table: RecordTable[PriceLine] = RecordTable(
            "intake/prices",
            self._columns(),
            lambda line: line.id,
            state=context.state,
            filterable=False,
        )
        self.form, self.card = PriceForm(), Card()
        self.card.add(self.form)
        self.card.body.addLayout(
            acts_row(KeyHint("Ctrl+Enter"), self.save, KeyHint("Esc"), self.back)
        )
        self.preview = PreviewCard()
        self.stack = QStackedWidget()
        for page in (self.table, self.card, self.preview):
            self.stack.addWidget(page)
        self.body.addWidget(self.words)
        self.body.addWidget(self.stack, 1)
        self._keeper = self.keep_drafts(
            self.form,
            FORM,
            lambda: self._line.id if self._line else "",
            lambda: self._line.version if self._line else None,
        )
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.PRICES, Change.SETTINGS}:
            self._load()

    def has_unsaved(self) -> bool:
        return self.editing and self.form.has_changes()

    def focus_first(self) -> None:
        if self.editing:
            self.form.focus_first()
        else:
            self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.words.set_label(self.tr("Find"))
        self.words.set_placeholder(self.tr("Code, name, pinyin or part number"))
        self.retired.setText(self.tr("Also retired ones"))
        self.new.setText(self.tr("New line"))
        self.bring.setText(self.tr("From a sheet (Ctrl+O)"))
        self.save.setText(self.tr("Save"))
        self.back.setText(self.tr("Back"))
        self.table.set_empty(
            "clipboard-text",
            self.tr("No such line in the price list."),
            detail=self.tr("Bring the list in from an Excel sheet, or write a line (Ins)."),
        )
        self.table.retranslate()

    # acts ---------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether a line is being written."""
        return self.stack.currentWidget() is self.card

    def begin(self, line: PriceLine | None = None) -> None:
        """Write a new line, or change one."""
        if not self._may or self.editing:
            return
        self._line, self._new_id = line, new_id()
        with self._keeper.filling():
            self.form.begin(line)
        self.form.clear_errors()
        self.stack.setCurrentWidget(self.card)
        self._keeper.offer()
        self.form.focus_first()

    def leave(self) -> None:
        """Back to the list; what was typed stays a draft."""
        if self.editing:
            self.park()
            self.banners.remove("draft")
        self.stack.setCurrentWidget(self.table)
        self.table.view.setFocus()

    def keep(self) -> None:
        """Save the line that is written."""
        if self._busy or not self.editing:
            return
        self.form.clear_errors()
        try:
            given = self.form.given()
        except UserError as error:
            self.form.show_errors(error)
            return
        line, fresh = self._line, self._new_id
        self._busy = True
        self._keeper.saving()

        def kept(key: str) -> None:
            self._busy = False
            self._keeper.saved()
            self.stack.setCurrentWidget(self.table)
            self.notice(Tone.OK, self.tr("“{name}” is saved.").format(name=given.name))
            self._load(key)
            self.table.view.setFocus()

        def failed(error: Exception) -> None:
            self._busy = False
            self._keeper.go_on()
            self.refuse(error, self.form)

        def work() -> str:
            if line is None:
                return self._prices.save(given, fresh)
            return self._prices.save(given, line.id, line.version)

        self.run(work, kept, failed, kind="write")

    def choose_sheet(self) -> None:
        """Ask for the file and look at what it would change."""
        if not self._may or self.editing:
            return
        kinds = self.tr("Sheets (*.xlsx *.xls *.csv)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Price list"), "", kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Show what the sheet at ``path`` would change; nothing is kept yet."""
        self.run(lambda: self._prices.preview(path), self._previewed)

    def take(self) -> None:
        """Keep what is previewed."""
        preview, complete = self.preview.shown, self.preview.complete.isChecked()
        if preview is None or self._busy:
            return
        self._busy = True

        def done(outcome: PriceOutcome) -> None:
            self._busy = False
            self.leave()
            said = self.tr("{added} added, {changed} changed, {retired} retired.")
            self.notice(
                Tone.OK,
                said.format(added=outcome.added, changed=outcome.changed, retired=outcome.retired),
            )
            self._load()

        def failed(error: Exception) -> None:
            self._busy = False
            self.refuse(error, self.form)

        self.run(lambda: self._prices.take(preview, complete=complete), done, failed, kind="write")

    # inside -------------------------------------------------------------------------------

    def _previewed(self, preview: PricePreview) -> None:
        self.preview.show_preview(preview)
        self.stack.setCurrentWidget(self.preview)
        self.preview.take.setFocus()

    def _find(self, *_: object) -> None:
        self._load()

    def _to_list(self, *_: object) -> None:
        self.table.view.setFocus()

    def _begin_new(self) -> None:
        self.begin()

    def _load(self, select: str = "") -> None:
        wanted = PriceFilter(str(self.words.value() or ""), retired=self.retired.isChecked())

        def show(page: PricePage) -> None:
            self.table.set_rows(page.lines)
            if select:
                self.table.select(select)

        self.run(lambda: self._prices.page(wanted), show)

    def _connect(self) -> None:
        for tool in (self.retired, self.bring, KeyHint("Ins"), self.new):
            self.table.add_tool(tool)
        for act in (self.new, self.bring):
            act.setVisible(self._may)
        self.words.changed.connect(self._find)
        self.words.entered.connect(self._to_list)
        self.retired.toggled.connect(self._find)
        self.new.clicked.connect(self._begin_new)
        self.bring.clicked.connect(self.choose_sheet)
        self.save.clicked.connect(self.keep)
        self.back.clicked.connect(self.leave)
        self.form.save_requested.connect(self.keep)
        self.preview.take.clicked.connect(self.take)
        self.preview.back.clicked.connect(self.leave)
        self.table.activated.connect(lambda _: self.begin(self.table.current()))
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ins", self._begin_new),
            ("Ctrl+O", self.choose_sheet),
            ("Esc", self.leave),
        )
        for keys, done in acts:
            bind_key(self, keys, done)

    def _columns(self) -> tuple[Column[PriceLine], ...]:
        return (
            Column("code", lambda: self.tr("Code"), lambda line: line.given.code, width=110),
            Column("name", lambda: self.tr("Work"), lambda line: line.given.name, stretch=True),
            Column("kind", lambda: self.tr("Kind"), lambda line: line.given.kind, width=120),
            Column(
                "hours",
                lambda: self.tr("Hours"),
                lambda line: line.given.labour_hours,
                display=lambda line: f"{line.given.labour_hours.normalize():f}",
                width=70,
            ),
            Column("rate", lambda: self.tr("Rate"), lambda line: line.rate, width=96),
            Column("part", lambda: self.tr("Part"), lambda line: line.given.part, width=180),
            Column(
                "total",
                lambda: self.tr("Amount"),
                lambda line: line.total,
                display=lambda line: words.money(line.total),
                width=110,
            ),
            Column("model", lambda: self.tr("Only for"), lambda it: it.given.car_model, width=100),
            Column(
                "active",
                lambda: self.tr("Offered"),
                lambda line: line.given.active,
                display=lambda line: self.tr("yes") if line.given.active else self.tr("retired"),
                width=84,
            ),
        )
