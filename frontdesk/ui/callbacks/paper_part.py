"""Calls on paper: the sheet for a power cut, blank and filled records, and entering afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal, SignalInstance

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind
from frontdesk.services.call_figures.dto import CallerName, PaperCall
from frontdesk.services.call_figures.forms import PAPER_FORM
from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.desk import Change
from frontdesk.services.printed import PrintedForm
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField, DateTimeField, NumberField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable

_USUAL_MINUTES = 3


class EntryForm(Translated, FormPanel):
    """Who made the call, when, and how long it took."""

    def __init__(self) -> None:
        super().__init__()
        self.by = self.add(ChoiceField("by", [], as_list=True), 0)
        self.at = self.add(DateTimeField("started_at"), 1)
        self.minutes = self.add(NumberField("minutes"), 2)
        for field in (self.by, self.at, self.minutes):
            field.set_required(True)
        self.last_entered.connect(self.save_requested)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.by.set_label(self.tr("Who called"))
        self.at.set_label(self.tr("When"))
        self.minutes.set_label(self.tr("How long"))
        self.minutes.set_unit(self.tr("min"))


class PrintCard(Translated, Card):
    """What is printed: a day's calls to make, a day's record, a blank record."""

    sheet_asked = Signal(object)
    day_asked = Signal(object)
    blank_asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.form = FormPanel()
        self.day = self.form.add(DateField("day"), 0)
        self.made_on = self.form.add(DateField("made_on"), 1)
        self.kind = self.form.add(ChoiceField("kind", CallbackKind, as_list=True), 2)
        self.day.set_value(today + timedelta(days=1))
        self.made_on.set_value(today)
        self.kind.set_value(CallbackKind.AFTER_SERVICE)
        self.sheet, self.record, self.blank = button(look="primary"), button(), button()
        self.sheet.clicked.connect(lambda: self._ask(self.day, self.sheet_asked))
        self.record.clicked.connect(lambda: self._ask(self.made_on, self.day_asked))
        self.blank.clicked.connect(lambda: self.blank_asked.emit(self.kind.value()))
        self.add(self.form)
        for each in (self.sheet, self.record, self.blank):
            self.add(each)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Print"))
        self.day.set_label(self.tr("To call on"))
        self.made_on.set_label(self.tr("Called on"))
        self.kind.set_label(self.tr("Kind of call"))
        self.sheet.setText(self.tr("Call sheet"))
        set_tip(self.sheet, self.tr("The day's calls with their telephones; noted (Ctrl+P)"))
        self.record.setText(self.tr("Record of the day"))
        self.blank.setText(self.tr("Blank record"))

    def _ask(self, field: DateField, asked: SignalInstance) -> None:
        try:
            day = field.value()
        except UserError as error:
            self.form.show_errors(error)
            return
        if isinstance(day, date):
            asked.emit(day)


class PaperSection(Section):
    """The open calls by number at the left; entering the chosen one and printing at the right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._callers: tuple[CallerName, ...] = ()
        self._entering = False
        self._last: str | None = None
        self.table: RecordTable[PaperCall] = RecordTable(
            "callbacks.paper", self._columns(), lambda call: call.id, state=context.state
        )
        self.form = EntryForm()
        self.enter = button(look="primary")
        self.hint = muted()
        self.hint.setWordWrap(True)
        self.card = Card()
        self.card.add(self.hint)
        self.card.add(self.form)
        self.card.add(self.enter)
        self.printing = PrintCard(today(context.clock))
        self.add_beside(self.table, self.card, self.printing)
        self._keeper = self.keep_drafts(self.form, PAPER_FORM)
        self.table.selected.connect(lambda _: self._offer())
        self.table.activated.connect(lambda _: self.form.focus_first())
        self.form.save_requested.connect(self.enter_call)
        self.enter.clicked.connect(self.enter_call)
        self.printing.sheet_asked.connect(self.print_sheet)
        self.printing.day_asked.connect(self.print_day)
        self.printing.blank_asked.connect(self.print_blank)
        bind_key(self, "Ctrl+P", self.printing.sheet.click)
        self.retranslate()
        self.form.set_values({"minutes": _USUAL_MINUTES})
        self._keeper.offer()

    # what a part answers ----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS, Change.STAFF}:
            figures = self.context.services.call_figures
            self.run(lambda: (figures.paper_calls(), figures.paper_callers()), self._show)

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.card.set_title(self.tr("Enter from paper"))
        self.hint.setText(
            self.tr(
                "Choose the call by its number (Ctrl+F), say who made it and when; the script then "
                "asks for the answers that stand on the sheet."
            )
        )
        self.enter.setText(self.tr("Go on to the answers"))
        self.table.set_empty("check", self.tr("No call waits."))

    # acts -------------------------------------------------------------------------------

    def enter_call(self) -> None:
        """Begin the chosen call as it stands on paper; the call view takes its answers."""
        call = self.table.current()
        if call is None or self._entering:
            return
        try:
            values = self.form.values()
        except UserError as error:
            self.form.show_errors(error)
            return
        by, at, minutes = values["by"], values["started_at"], values["minutes"]
        if not (isinstance(by, str) and isinstance(at, datetime) and isinstance(minutes, int)):
            return
        callbacks = self.context.services.callbacks
        self._entering = True
        self._keeper.saving()

        def done(sheet: CallSheet) -> None:
            self._entering = False
            self._keeper.saved()
            self._last = by
            self.form.set_values({"by": by, "minutes": _USUAL_MINUTES})
            self.context.navigate(Place("callbacks", sheet.id, "open", "paper"))

        def failed(error: Exception) -> None:
            self._entering = False
            self._keeper.go_on()
            self.refuse(error, self.form)

        self.run(
            lambda: callbacks.enter_from_paper(call.id, call.version, by, at, minutes),
            done,
            failed,
            kind="write",
        )

    def print_sheet(self, day: date) -> None:
        """The calls of a day to be made without the program."""
        figures, speak = self.context.services.call_figures, self.context.language
        self.run(
            lambda: figures.print_call_sheet(day, speak),
            self._show_paper,
            lambda error: self.refuse(error, self.printing.form),
            kind="write",
        )

    def print_day(self, day: date) -> None:
        """The callback record form of a day."""
        figures, speak = self.context.services.call_figures, self.context.language
        self.run(lambda: figures.print_day(day, speak), self._show_paper, kind="write")

    def print_blank(self, kind: CallbackKind) -> None:
        """A blank record of one kind of call."""
        figures, speak = self.context.services.call_figures, self.context.language
        self.run(lambda: figures.print_blank(kind, speak), self._show_paper, kind="write")

    # inside -----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[PaperCall], ...]:
        return (
            Column("number", lambda: self.tr("Number"), lambda c: c.number, width=130),
            Column(
                "kind",
                lambda: self.tr("Kind"),
                lambda c: c.kind.value,
                display=lambda c: words.word(c.kind),
                width=148,
            ),
            Column("customer", lambda: self.tr("Customer"), lambda c: c.customer, stretch=True),
            Column("plate", lambda: self.tr("Plate"), lambda c: c.plate, width=110),
            Column("due", lambda: self.tr("Due until"), lambda c: c.due_until, width=110),
        )

    def _show(self, answer: tuple[Sequence[PaperCall], Sequence[CallerName]]) -> None:
        calls, self._callers = answer[0], tuple(answer[1])
        self.table.set_rows(calls)
        if calls and not self.table.current_id():
            self.table.select_first()
        self._offer()

    def _offer(self) -> None:
        """Who may have made the chosen call: who made the last one, else whose it is."""
        call = self.table.current()
        self.enter.setEnabled(call is not None)
        if call is None:
            return
        fit = [one for one in self._callers if call.kind in one.kinds and one.id != call.served_by]
        ids = [one.id for one in fit]
        with self._keeper.filling():
            chosen, typed = self.form.by.value(), self.form.changes()
            usual = next((who for who in (self._last, call.assigned_to) if who in ids), None)
            self.form.by.set_options([(one.id, one.name) for one in fit])
            self.form.set_values({"by": usual, "minutes": _USUAL_MINUTES})
            if chosen not in ids:
                typed.pop("by", None)
            self.form.set_typed(typed)

    def _show_paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("Callbacks on paper"), form.pdf, form.file_name)
