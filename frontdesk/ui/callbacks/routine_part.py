"""Routine sheets of delivered cars: every stage at a glance, what was missed, who signed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox

from frontdesk.errors import UserError
from frontdesk.models.values import plate as plates
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.routine.dto import RoutineCar, RoutineFilter
from frontdesk.services.routine.service import CHECK_FORM, SIGN_FORM
from frontdesk.texts.routine import stage_name
from frontdesk.ui.callbacks.routine_card import MARKS, RoutineCard
from frontdesk.ui.callbacks.routine_note import RoutineNote
from frontdesk.ui.kit import errors, language, words
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import Tone


class RoutineSection(Section):
    """The cars at the left, the chosen one's sheet at the right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._came_for = ""
        self.routine = context.services.routine
        self.table: RecordTable[RoutineCar] = RecordTable(
            "callbacks/routine", self._columns(), lambda row: row.id, state=context.state
        )
        self.whose, self.consultant = NarrowingBox(), QComboBox()
        self.whose.stand_beside(self.table)
        self.missing, self.unsigned = QCheckBox(), QCheckBox()
        for tool in (self.consultant, self.missing, self.unsigned):
            self.table.add_tool(tool)
        self.card = RoutineCard()
        self.sign = RoutineNote(
            lambda: self.tr("Sales manager's signature"),
            lambda: self.tr("Remarks"),
            lambda: self.tr("Sign"),
        )
        self.check = RoutineNote(
            lambda: self.tr("Check by customer service"),
            lambda: self.tr("What the check has shown"),
            lambda: self.tr("Checked"),
        )
        self.add_beside(self.table, self.card, self.sign, self.check)
        self._keepers_of = {
            SIGN_FORM: self.keep_drafts(self.sign.form, SIGN_FORM, self._subject),
            CHECK_FORM: self.keep_drafts(self.check.form, CHECK_FORM, self._subject),
        }
        self._people: dict[str, str] = {}
        self.whose.narrowed.connect(self._load)
        self.consultant.currentIndexChanged.connect(lambda _: self._load())
        self.missing.toggled.connect(lambda _: self._load())
        self.unsigned.toggled.connect(lambda _: self._load())
        self.table.selected.connect(lambda _: self._show(self.table.current()))
        self.table.activated.connect(lambda _: self._enter())
        self.card.print_asked.connect(self.print_sheet)
        self.card.customer_asked.connect(self._open_customer)
        self.card.call_asked.connect(
            lambda key: context.navigate(Place("callbacks", key, "open", "routine"))
        )
        self.sign.asked.connect(partial(self._put_name, SIGN_FORM))
        self.check.asked.connect(partial(self._put_name, CHECK_FORM))
        bind_key(self, "Ctrl+P", self.print_sheet)
        self.retranslate()
        self._show(None)

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self.whose.read(self.context)
            self._load()

    def open_on(self, payload: object) -> None:
        """``payload``: a vehicle's id."""
        if isinstance(payload, str) and not self.table.select(payload):
            self._came_for = payload

    def has_unsaved(self) -> bool:
        return self.sign.form.has_changes() or self.check.form.has_changes()

    def focus_first(self) -> None:
        self.table.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.missing.setText(self.tr("Missed ones"))
        self.unsigned.setText(self.tr("To sign"))
        self.consultant.setAccessibleName(self.tr("Sales consultant"))
        self._offer_people()
        self._say_empty()
        self._show(self.card.car)

    def print_sheet(self) -> None:
        """Print the chosen car's sheet."""
        car, speak = self.card.car, self.context.language
        if car is not None:
            self.run(
                lambda: self.routine.print_sheet(car.id, speak), self._show_paper, kind="write"
            )

    # showing ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[RoutineCar], ...]:
        return (
            Column(
                "state",
                lambda: self.tr("Sheet"),
                lambda row: (row.signed is not None, -row.missed),
                chip=self._chip,
                width=104,
            ),
            Column(
                "delivered", lambda: self.tr("Delivered"), lambda row: row.delivered_on, width=112
            ),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.customer_name, width=92
            ),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: row.plate,
                display=lambda row: plates.display(row.plate) if row.plate else row.vin[-6:],
                width=112,
            ),
            Column(
                "stages",
                lambda: self.tr("Calls"),
                lambda row: row.missed,
                display=lambda row: " ".join(MARKS[stage.state] for stage in row.stages),
                tip=_stages_said,
                right=False,
                stretch=True,
            ),
            Column(
                "consultant", lambda: self.tr("Consultant"), lambda row: row.consultant, width=96
            ),
        )

    def _chip(self, car: RoutineCar) -> Chip:
        if car.signed is not None:
            return Chip(Tone.OK, self.tr("Signed"))
        if car.missed:
            return Chip(Tone.ERROR, self.tr("%n missed", "", car.missed))
        if car.whole:
            return Chip(Tone.WARN, self.tr("To sign"))
        return Chip(Tone.INFO, self.tr("Running"), "clock")

    def _say_empty(self) -> None:
        if not self.whose.explains(self.table):
            detail = self.tr("Each car sold and delivered here gets its routine calls and a sheet.")
            self.table.set_empty("car", self.tr("No delivered car."), detail=detail)

    def _load(self) -> None:
        self._say_empty()
        wanted = RoutineFilter(
            consultant_id=self.consultant.currentData() or None,
            missing=self.missing.isChecked(),
            unsigned=self.unsigned.isChecked(),
            narrowing=self.whose.wanted(),
        )
        self.run(lambda: self.routine.cars(wanted), self._listed)

    def _listed(self, rows: tuple[RoutineCar, ...]) -> None:
        known = {row.consultant_id: row.consultant for row in rows if row.consultant_id}
        if known.items() - self._people.items():
            self._people |= known
            self._offer_people()
        with QSignalBlocker(self.table):
            self.table.set_rows(rows)
            # A list that has the keyboard has a line with the cursor, which is not chosen yet.
            chosen = self.table.selected_ids() or not rows
            came_for, self._came_for = self._came_for, ""
            there = self.table.select(came_for) or chosen
            if not there and not self.table.select(self.table.current_id()):
                self.table.select_first()
        self._show(self.table.current())

    def _offer_people(self) -> None:
        chosen = self.consultant.currentData()
        with QSignalBlocker(self.consultant):
            self.consultant.clear()
            self.consultant.addItem(self.tr("All consultants"), "")
            for id_, name in sorted(self._people.items(), key=lambda person: person[1]):
                self.consultant.addItem(name, id_)
            self.consultant.setCurrentIndex(max(0, self.consultant.findData(chosen)))

    def _show(self, car: RoutineCar | None) -> None:
        other = (car and car.id) != (self.card.car and self.card.car.id)
        if other:
            self.park()
        self.card.show_car(car)
        may = self.context.services.desk.may
        self.sign.setVisible(
            car is not None and car.signed is None and may(Permission.SIGN_ROUTINE)
        )
        self.check.setVisible(
            car is not None and car.checked is None and may(Permission.SPOT_CHECK_CALLS)
        )
        if car is not None:
            why = "" if car.whole else self.tr("To be signed once all calls have ended.")
            self.sign.allow(car.whole, why)
        if not other:
            return
        for note, name in ((self.sign, SIGN_FORM), (self.check, CHECK_FORM)):
            note.form.clear_errors()
            with self._keepers_of[name].filling():
                note.form.set_values({})
            if car is not None:
                self._keepers_of[name].restore()

    def _subject(self) -> str:
        return self.card.car.id if self.card.car is not None else ""

    # acts -------------------------------------------------------------------------------

    def _enter(self) -> None:
        """From the list to what is to be written, if anything is."""
        for note in (self.sign, self.check):
            if note.isVisible() and note.form.isVisible():
                note.form.focus_first()
                return

    def _put_name(self, form: str) -> None:
        car = self.card.car
        note = self.sign if form == SIGN_FORM else self.check
        if car is None or not note.act.isEnabled():
            return
        keeper, text = self._keepers_of[form], note.text()
        act = self.routine.sign if form == SIGN_FORM else self.routine.check
        keeper.saving()
        note.act.setEnabled(False)

        def done(_: None) -> None:
            note.act.setEnabled(True)
            keeper.saved()
            note.form.set_values({})
            told = self.tr("{name}'s sheet is signed.")
            if form == CHECK_FORM:
                told = self.tr("The check of {name}'s sheet is kept.")
            self.notice(Tone.OK, told.format(name=car.customer_name))
            self._load()
            self.table.setFocus()

        def failed(error: Exception) -> None:
            note.act.setEnabled(True)
            keeper.go_on()
            if isinstance(error, UserError) and note.form.has(error.field or ""):
                self.refuse(error, note.form)
            else:
                errors.present(self, error)
                self._load()

        self.run(lambda: act(car.id, car.version, text), done, failed, kind="write")

    def _show_paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("New-car routine sheet"), form.pdf, form.file_name)

    def _open_customer(self) -> None:
        if self.card.car is not None:
            self.context.navigate(Place("customers", self.card.car.customer_id, "open"))


def _stages_said(car: RoutineCar) -> str:
    speak = language.current()
    return "; ".join(
        f"{stage_name(stage.key).in_(speak)} {words.word(stage.state)}" for stage in car.stages
    )
