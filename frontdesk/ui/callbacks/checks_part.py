"""Spot checks: what was drawn and waits for a verdict, the drawing, and what follows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.models.enums import SpotRule, SpotVerdict
from frontdesk.models.values import plate as plates
from frontdesk.services.desk import Change
from frontdesk.services.printed import PrintedForm
from frontdesk.services.spot_checks.dto import Caller, Check, CheckFilter, DoneCall
from frontdesk.services.spot_checks.service import VERDICT_FORM
from frontdesk.ui.callbacks.checks_card import TONES, CheckCard
from frontdesk.ui.callbacks.checks_draw import DrawOf, DrawPanel
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.month_button import MonthButton
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title, beside
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import Tone


class ChecksSection(Section):
    """The checks with the chosen one beside them, or the panel that draws new ones."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._came_for = ""
        self.checks = context.services.spot_checks
        self.table: RecordTable[Check] = RecordTable(
            "callbacks/checks", self._columns(), lambda row: row.id, state=context.state
        )
        self.whose, self.ended = NarrowingBox(), QCheckBox()
        self.whose.stand_beside(self.table)
        self.new = button(look="primary")
        self.new.setIcon(icon("plus", "on_accent"))
        self.costs = MonthButton(lambda: self.tr("What it costs"))
        for tool in (self.ended, self.costs, self.new):
            self.table.add_tool(tool)
        self.card = CheckCard()
        self.drawing = DrawPanel(context.state, context.services.desk.rules.spot_sample)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._beside())
        self.stack.addWidget(self.drawing)
        self.body.addWidget(self.stack, 1)
        self._keeper = self.keep_drafts(self.card.form, VERDICT_FORM, self._subject)
        self.whose.narrowed.connect(self._load)
        self.ended.toggled.connect(lambda _: self._load())
        self.new.clicked.connect(self.begin_draw)
        self.costs.asked.connect(self.print_costs)
        self.table.selected.connect(lambda _: self._show(self.table.current()))
        self.table.activated.connect(lambda _: self._enter())
        self.card.judged.connect(self.judge)
        self.card.recall_asked.connect(lambda key: self._go(key, "call"))
        self.card.call_asked.connect(lambda key: self._go(key, "open"))
        self.drawing.changed.connect(self._look)
        self.drawing.asked.connect(self.draw)
        self.drawing.left.connect(self.end_draw)
        for keys, act in (("Ctrl+N", self.begin_draw), ("Escape", self.end_draw)):
            bind_key(self, keys, act)
        self.retranslate()
        self._show(None)

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            for box in (self.whose, self.drawing.whose):
                box.read(self.context)
            self._load()

    def open_on(self, payload: object) -> None:
        """``payload``: a spot check's id, or a draw to begin with."""
        if isinstance(payload, DrawOf):
            self.stack.setCurrentWidget(self.drawing)
            self.drawing.begin_with(payload)
            self._look()
        elif isinstance(payload, str) and not self.table.select(payload):
            self._came_for = payload

    def has_unsaved(self) -> bool:
        return self.card.form.has_changes()

    def focus_first(self) -> None:
        if self.stack.currentWidget() is self.drawing:
            self.drawing.form.focus_first()
        else:
            self.table.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.ended.setText(self.tr("Judged ones"))
        self.new.setText(self.tr("Draw calls (Ctrl+N)"))
        self._say_empty()

    # drawing ----------------------------------------------------------------------------

    def begin_draw(self) -> None:
        """Choose what is drawn."""
        if self.stack.currentWidget() is not self.drawing:
            self.stack.setCurrentWidget(self.drawing)
            self.drawing.begin()
            self._look()
        self.drawing.form.focus_first()

    def end_draw(self) -> None:
        """Back to the checks."""
        if self.stack.currentWidget() is self.drawing:
            self.stack.setCurrentIndex(0)
            self.table.setFocus()

    def draw(self) -> None:
        """Draw what is asked for; each call drawn comes into the queue once more."""
        try:
            wanted = self.drawing.wanted()
        except UserError as error:
            self.drawing.form.show_errors(error)
            return
        by_hand = self.drawing.table.selected_ids()
        self.drawing.act.setEnabled(False)

        def work() -> int:
            if wanted.rule is SpotRule.BY_HAND:
                return len(self.checks.draw_by_hand(by_hand))
            return len(self.checks.draw(wanted).ids)

        def done(count: int) -> None:
            self.drawing.act.setEnabled(True)
            self.end_draw()
            text = self.tr("%n call(s) drawn; they wait in the queue to be made again.", "", count)
            self.notice(Tone.OK, text)
            self._load()

        def failed(error: Exception) -> None:
            self.drawing.act.setEnabled(True)
            self.refuse(error, self.drawing.form)

        self.run(work, done, failed, kind="write")

    def _look(self) -> None:
        try:
            wanted = self.drawing.wanted()
        except UserError as error:
            self.drawing.form.show_errors(error)
            return
        checks = self.checks

        def work() -> tuple[tuple[DoneCall, ...], tuple[Caller, ...]]:
            return checks.candidates(wanted), checks.callers(wanted.first, wanted.last)

        def failed(error: Exception) -> None:
            self.refuse(error, self.drawing.form)
            self.drawing.show_calls((), ())

        if wanted.rule is SpotRule.ONE_CALLER and wanted.caller_id is None:
            # Not chosen yet: nothing is wrong until it is drawn.
            self.run(
                lambda: checks.callers(wanted.first, wanted.last),
                lambda callers: self.drawing.show_calls((), callers),
                failed,
            )
            return
        self.run(work, lambda found: self.drawing.show_calls(*found), failed)

    # judging ----------------------------------------------------------------------------

    def judge(self) -> None:
        """Keep the verdict."""
        check, form = self.card.check, self.card.form
        if check is None or not self.card.act.isEnabled():
            return
        form.clear_errors()
        try:
            values = form.values()
        except UserError as error:
            form.show_errors(error)
            return
        verdict = SpotVerdict(str(values["verdict"])) if values["verdict"] else None
        note = str(values["note"] or "")
        self._keeper.saving()
        self.card.act.setEnabled(False)

        def done(_: None) -> None:
            self.card.act.setEnabled(True)
            self._keeper.saved()
            form.set_values({})
            text = self.tr("{number} is judged: {verdict}.")
            said = words.word(verdict) if verdict else ""
            self.notice(Tone.OK, text.format(number=check.call.number, verdict=said))
            self._load()
            self.table.setFocus()

        def failed(error: Exception) -> None:
            self.card.act.setEnabled(True)
            self._keeper.go_on()
            if isinstance(error, Conflict):
                errors.present(self, error)
                self._load()
            else:
                self.refuse(error, form)

        self.run(
            lambda: self.checks.judge(check.id, check.version, verdict, note),
            done,
            failed,
            kind="write",
        )

    # consequences -----------------------------------------------------------------------

    def print_costs(self, month: date) -> None:
        """Print the list of calls of ``month`` that were found not made."""
        speak = self.context.language
        self.run(
            lambda: self.checks.print_consequences(month, speak), self._show_paper, kind="write"
        )

    def _show_paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("Calls not made"), form.pdf, form.file_name)

    # showing ----------------------------------------------------------------------------

    def _beside(self) -> QWidget:
        ground = QWidget()
        ground.setLayout(beside(self.table, self.card))
        return ground

    def _columns(self) -> tuple[Column[Check], ...]:
        return (
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: row.verdict or row.recall_status,
                chip=self._chip,
                width=124,
            ),
            Column("drawn", lambda: self.tr("Drawn"), lambda row: row.drawn_at, width=164),
            Column("rule", lambda: self.tr("Drawn by"), lambda row: row.rule, width=124),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.call.kind, width=120),
            Column("caller", lambda: self.tr("Caller"), lambda row: row.call.caller, width=80),
            Column(
                "customer",
                lambda: self.tr("Customer"),
                lambda row: row.call.customer_name,
                stretch=True,
            ),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: row.call.plate,
                display=lambda row: plates.display(row.call.plate) if row.call.plate else "",
                hidden=True,
                width=100,
            ),
        )

    def _chip(self, check: Check) -> Chip:
        if check.verdict is not None:
            return Chip(TONES[check.verdict], words.word(check.verdict))
        if check.was_called:
            return Chip(Tone.WARN, self.tr("To judge"))
        return Chip(Tone.INFO, self.tr("To call"), "phone")

    def _say_empty(self) -> None:
        if not self.whose.explains(self.table):
            self.table.set_empty(
                "magnifying-glass",
                self.tr("No spot check waits for a verdict."),
                detail=self.tr(
                    "Draw finished calls: at random, all low scores, all of one caller."
                ),
            )

    def _load(self) -> None:
        self._say_empty()
        wanted = CheckFilter(open=not self.ended.isChecked(), narrowing=self.whose.wanted())
        self.run(lambda: self.checks.list(wanted), self._listed)

    def _listed(self, rows: tuple[Check, ...]) -> None:
        with QSignalBlocker(self.table):
            self.table.set_rows(rows)
            # A list that has the keyboard has a line with the cursor, which is not chosen yet.
            chosen = self.table.selected_ids() or not rows
            came_for, self._came_for = self._came_for, ""
            there = self.table.select(came_for) or chosen
            if not there and not self.table.select(self.table.current_id()):
                self.table.select_first()
        self._show(self.table.current())

    def _show(self, check: Check | None) -> None:
        before = self.card.check
        same = before is not None and check is not None and before.id == check.id
        if not same:
            self.park()
        self.card.show_check(check)
        typed = self.card.form.has_changes()
        if same and before and check and (typed or before.was_called == check.was_called):
            return
        self.card.form.clear_errors()
        with self._keeper.filling():
            self.card.propose()
        if check is not None and check.verdict is None:
            self._keeper.restore()

    def _subject(self) -> str:
        return self.card.check.id if self.card.check is not None else ""

    def _enter(self) -> None:
        """From the list to the verdict, or to the call that is to be made first."""
        check = self.card.check
        if check is None or check.verdict is not None:
            return
        if not check.was_called and self.card.recall.isVisible():
            self.card.recall.setFocus()
        else:
            self.card.form.focus_first()

    def _go(self, callback_id: str, action: str) -> None:
        self.context.navigate(Place("callbacks", callback_id, action, "checks"))
