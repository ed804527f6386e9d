"""Customers: finds a file in the list, shows it, saves what is typed into it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from frontdesk.services.customers.dto import (
    CustomerFile,
    CustomerFilter,
    CustomerPage,
    NewFile,
)
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.classing import Classing
from frontdesk.ui.customers.customer_form import CustomerForm
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.keeping import Keeping
from frontdesk.ui.customers.list_pane import ListPane
from frontdesk.ui.customers.looks import Looks
from frontdesk.ui.customers.merge_window import Merging
from frontdesk.ui.customers.owners import Owners
from frontdesk.ui.customers.parts import PARTS
from frontdesk.ui.customers.past_loader import PastLoader
from frontdesk.ui.customers.same import SameFiles
from frontdesk.ui.customers.saver import Saver
from frontdesk.ui.customers.suggesting import Suggesting
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Place, Subject, UiContext
from frontdesk.ui.kit.panels import EmptyState
from frontdesk.ui.kit.parts import PartsPage
from frontdesk.ui.kit.tokens import Tone

_TOUCHING = frozenset({Change.CUSTOMERS, Change.VISITS, Change.CALLBACKS, Change.COMPLAINTS})


class CustomersPage(PartsPage):
    """Ctrl+N new file, F2 edit, Ctrl+Enter save, F6 intake, F7 complaint, F8 number, F9 note."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, PARTS)
        may = context.services.desk.may
        self._may_edit = may(Permission.EDIT_CUSTOMERS)
        self._may_import = may(Permission.IMPORT_DELIVERIES)
        self._service = context.services.customers
        self._wanted_id = ""
        self.list = ListPane(context.state, may_edit=self._may_edit, may_import=self._may_import)
        self.pane = FilePane(may_edit=self._may_edit)
        self.nothing = EmptyState("identification-card")
        self.right = QStackedWidget()
        for widget in (self.nothing, self.pane):
            self.right.addWidget(widget)
        self.keeping = Keeping(self, self.pane)
        self.keeping.watch()
        self.saver = Saver(self, self.pane, self.keeping)
        self.same = SameFiles(self, self.pane)
        self.looks = Looks(self, self.pane)
        self.classing = Classing(self, self.pane)
        self.owners = Owners(self, self.pane)
        self.merging = Merging(self, self.pane)
        self.past = PastLoader(self, self.pane.past, lambda: self._wanted_id)
        self.suggesting = Suggesting(self, self.pane)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.right)
        split.setSizes([300, 1018])
        split.setStretchFactor(1, 1)
        split.setHandleWidth(12)
        self.files = split
        self.stack.addWidget(split)
        self._wire()
        self.pane.head.complaint.setEnabled(may(Permission.REGISTER_COMPLAINT))
        self.pane.head.intake.setEnabled(may(Permission.DO_INTAKE))
        self.pane.past.form.setVisible(self._may_edit)
        self.retranslate()

    # what a tab answers -------------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        """The list, and the file unless something is typed into it."""
        super().refresh(changes)
        if changes and changes.isdisjoint(_TOUCHING):
            return
        self._load_list()
        self.list.segment.read(self.context)
        file = self.pane.file
        if file is not None and self.right.currentWidget() is self.pane:
            if self.pane.is_dirty():
                self.past.load()
            else:
                self._load(file.id, self.pane.car_id())

    def open_place(self, place: Place) -> None:
        """``open`` (payload: id of the car to show), ``new`` (payload: plate or VIN typed)."""
        if self.open_part(place):
            return
        if place.action == "new":
            self.new_file(place.payload if isinstance(place.payload, str) else "")
        elif place.record_id:
            car = place.payload if isinstance(place.payload, str) else None
            self.show_customer(place.record_id, car, focus=True)

    def has_unsaved(self) -> bool:
        return (self._is_open() and self.pane.is_dirty()) or super().has_unsaved()

    def park(self) -> None:
        self.keeping.flush()
        super().park()

    def focus_first(self) -> None:
        if self.focus_part():
            return
        head = self.pane.head
        shown = self._is_open() and self.pane.file is not None
        places: list[QWidget] = [head.intake, head.complaint] if shown else []
        target = next((each for each in places if each.isEnabled()), self.list.table)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[tuple[str, str]]:
        trail = [("Shift+F8", self.tr("Who saw and changed this file"))]
        return [
            ("Ctrl+N", self.tr("New customer file")),
            ("F2", self.tr("Edit the file")),
            ("Shift+F2", self.tr("Why this value class")),
            ("Ctrl+Enter", self.tr("Save")),
            ("Ctrl+PgUp, Ctrl+PgDn", self.tr("Turn to the cars")),
            ("F6", self.tr("Start intake")),
            ("F7", self.tr("Register a complaint")),
            ("F8", self.tr("Show the full ID number")),
            *(trail if self.looks.may_trail else ()),
            ("F9", self.tr("Write a note")),
            ("Ctrl+E", self.tr("All fields of a car")),
            ("Ctrl+H", self.tr("The car changed hands")),
            *self.merging.keys(),
            ("Ctrl+T", self.tr("Choose what of the past is shown")),
            ("Ctrl+F", self.tr("Filter the list")),
            ("Ctrl+I", self.tr("Import a delivery sheet")),
            *self.part_of_keys(),
        ]

    def main_view(self) -> QWidget:
        return self.files

    def retranslate(self) -> None:
        self.nothing.say(
            self.tr("Choose a file at the left, or find one with Ctrl+K."),
            self.tr("New customer file  Ctrl+N") if self._may_edit else "",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The forms answer Ctrl+Enter themselves; this is for the tabs and buttons around them.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.saver.save()
            return
        super().keyPressEvent(event)

    # opening ------------------------------------------------------------------------------

    def show_customer(
        self, customer_id: str, car_id: str | None = None, *, focus: bool = False
    ) -> None:
        """Open a file; what was typed into the one before is kept as a draft."""
        self.show_main()
        self.keeping.flush()
        self.list.hold()
        self._load(customer_id, car_id, focus=focus, anew=True)

    def new_file(self, typed: str = "") -> None:
        """Begin a file that is not kept yet."""
        if not self._may_edit:
            return
        self.show_main()
        self.keeping.flush()
        self._wanted_id = ""
        self.saver.begin()
        self._clear_notices()
        self.pane.show_new()
        if typed:
            self.pane.new_car.begin(typed)
        self.right.setCurrentWidget(self.pane)
        self.list.point_at("")
        self.pane.customer.focus_first()
        self.keeping.offer()

    def _load(
        self,
        customer_id: str,
        car_id: str | None,
        *,
        focus: bool = False,
        anew: bool = False,
        keep_typed: bool = False,
    ) -> None:
        self._wanted_id = customer_id

        def show(file: CustomerFile) -> None:
            typed = self.pane.is_dirty() and not anew
            if self._wanted_id != file.id or (typed and not keep_typed):
                return
            if anew:
                self.keeping.flush()
                self._clear_notices()
                self.pane.past.form.set_values({})
            self.saver.begin()
            self.pane.show_file(file, car_id, keep_typed=keep_typed)
            self.keeping.watch()
            self.suggesting.look()
            self.right.setCurrentWidget(self.pane)
            if not self.list.point_at(file.id) and self.list.wanted() == CustomerFilter():
                self._load_list()
            if focus:
                self.focus_first()
            if anew:
                self.keeping.offer()
                self.keeping.offer_note()

        self.run(lambda: self._service.open(customer_id), show)
        self.past.load()

    def _load_list(self) -> None:
        wanted, (sort, down) = self.list.wanted(), self.list.order()
        shown = self._wanted_id if wanted == CustomerFilter() else ""

        def show(page: CustomerPage) -> None:
            if wanted == self.list.wanted():
                self.list.show_page(page, self._wanted_id)

        self.run(lambda: self._service.list(wanted, sort, descending=down, including=shown), show)

    # what the file asks -------------------------------------------------------------------

    def start_intake(self) -> None:
        """Begin a visit of the car shown."""
        self._go_new("intake", self.pane.head.intake)

    def register_complaint(self) -> None:
        """Begin a complaint of this customer."""
        self._go_new("complaints", self.pane.head.complaint)

    def add_note(self, words: str) -> None:
        """Write a note into the file."""
        file = self.pane.file
        if file is None:
            return
        note, form = self.pane.past.note, self.pane.past.form
        note_id = NewFile().customer_id
        self.keeping.saving(form)

        def done(_: str) -> None:
            # Before the line is emptied, which would count as typed since and be kept as a draft.
            self.keeping.saved(form)
            if note.typed().strip() == words:
                form.set_values({})
            self.past.load()

        def failed(error: Exception) -> None:
            self.keeping.go_on(form)
            errors.present(form, error)

        self.run(
            lambda: self._service.add_note(file.id, words, note_id), done, failed, kind="write"
        )
        note.setFocus()

    def import_sheet(self) -> None:
        """Import a delivery sheet."""
        if not self._may_import:
            return
        from frontdesk.ui.importing.dialog import open_import

        open_import(self, self.context)

    def _go_new(self, tab: str, asked: QWidget) -> None:
        file, car = self.pane.file, self.pane.car()
        if file is not None and asked.isEnabled():
            subject = Subject(file.id, car.id if car is not None else None)
            self.context.navigate(Place(tab, None, "new", subject))

    # inside -------------------------------------------------------------------------------

    def _saved(self, customer_id: str, car_id: str, focus: bool) -> None:
        self._clear_notices()
        self.notice(Tone.OK, self.tr("Saved."))
        self._load(customer_id, car_id or None, focus=focus, keep_typed=True)

    def _given_up(self) -> None:
        """What was typed is not wanted: what is kept is shown again, or nothing."""
        self._clear_notices()
        file = self.pane.file
        if file is not None:
            self.pane.show_file(file, self.pane.car_id())
            return
        self.right.setCurrentWidget(self.nothing)
        self.list.table.setFocus()

    def _taken_over(self, customer_id: str, vehicle_id: str) -> None:
        self.pane.new_car.begin()
        self.keeping.saved(self.pane.new_car)
        text = self.tr("The car is this customer's from today.")
        self.offer_undo(text, partial(self.owners.take_back, vehicle_id))
        self._load(customer_id, vehicle_id, focus=True)

    def _is_open(self) -> bool:
        return self.right.currentWidget() is self.pane

    def _clear_notices(self) -> None:
        self.saver.conflicts.clear()
        for banner in ("draft", "error"):
            self.banners.remove(banner)
        self.same.clear()

    def _turn(self, step: int) -> None:
        tabs = self.pane.tabs
        if self._is_open() and tabs.count():
            tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())
            self.pane.form().focus_first()

    def _edit(self) -> None:
        if self._is_open():
            self.pane.form().focus_first()

    def _note(self) -> None:
        if self._is_open() and self.pane.file is not None and self._may_edit:
            self.pane.past.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unfold(self) -> None:
        form = self.pane.form()
        if self._is_open() and isinstance(form, VehicleForm):
            form.turn_fold()

    def _choose_past(self) -> None:
        if self._is_open() and self.pane.file is not None:
            self.pane.past.which.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _filter(self) -> None:
        self.list.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.text.selectAll()

    def _wire(self) -> None:
        self.list.wanted_changed.connect(self._load_list)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(lambda id_: self.show_customer(id_, focus=True))
        self.list.new_asked.connect(self.new_file)
        self.list.import_asked.connect(self.import_sheet)
        self.nothing.acted.connect(self.new_file)
        self.pane.save_asked.connect(self.saver.save)
        self.pane.discard_asked.connect(self.saver.discard)
        self.saver.saved.connect(self._saved)
        self.saver.given_up.connect(self._given_up)
        self.same.opened.connect(lambda id_, car: self.show_customer(id_, car or None, focus=True))
        self.same.taken_over.connect(self._taken_over)
        self.pane.tab_shown.connect(self._tab_shown)
        self.pane.head.intake_asked.connect(self.start_intake)
        self.pane.head.complaint_asked.connect(self.register_complaint)
        self.pane.past.opened.connect(self.looks.open_entry)
        self.pane.past.note_asked.connect(self.add_note)
        self.pane.form_made.connect(self._watch_form)
        for form in (self.pane.customer, self.pane.new_car):
            self._watch_form(form)
        self.bind_keys(
            (
                ("Ctrl+N", self.new_file),
                ("F2", self._edit),
                ("Shift+F2", self.classing.ask),
                ("F6", self.start_intake),
                ("F7", self.register_complaint),
                ("F8", self.looks.reveal),
                ("Shift+F8", self.looks.trail),
                ("F9", self._note),
                ("Ctrl+E", self._unfold),
                ("Ctrl+T", self._choose_past),
                ("Ctrl+H", self.owners.ask),
                ("Ctrl+M", self.merging.ask),
                ("Ctrl+D", self.merging.cars.ask),
                ("Ctrl+F", self._filter),
                ("Ctrl+I", self.import_sheet),
                ("Ctrl+PgUp", partial(self._turn, -1)),
                ("Ctrl+PgDown", partial(self._turn, 1)),
            )
        )

    def _watch_form(self, form: CustomerForm | VehicleForm) -> None:
        form.left.connect(partial(self.same.left, form))

    def _chosen(self, customer_id: str) -> None:
        if customer_id != self._wanted_id:
            self.show_customer(customer_id)

    def _tab_shown(self) -> None:
        if self._is_open() and not self.pane.form().has_changes():
            self.banners.remove("draft")
            self.keeping.offer()
