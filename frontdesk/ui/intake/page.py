"""The intake tab decides: which car, which visit, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.services.appointments.dto import Appointment, FreeSlot
from frontdesk.services.desk import Change
from frontdesk.services.intake.views import CarChoice, VisitFilter
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.search.results import Hit, HitKind
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.at_desk import AtDesk
from frontdesk.ui.intake.booking import Booking
from frontdesk.ui.intake.in_house import InHouse
from frontdesk.ui.intake.new_car import NewCar
from frontdesk.ui.intake.parts import PARTS
from frontdesk.ui.intake.price_lookup import PriceLookup
from frontdesk.ui.intake.repeat_watch import RepeatWatch
from frontdesk.ui.intake.taking_back import TakingBack
from frontdesk.ui.intake.view import IntakeView
from frontdesk.ui.intake.visit_view import Mode
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Place, Subject, UiContext
from frontdesk.ui.kit.parts import PartsPage
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.soon import soon
from frontdesk.ui.kit.tokens import Tone

_CARES = frozenset({Change.VISITS, Change.CUSTOMERS})


class IntakePage(PartsPage):
    """From the car outside to the keys given back."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, PARTS)
        self._intake = context.services.intake
        self._may_act = context.services.desk.may(Permission.DO_INTAKE)
        self.view = IntakeView(context)
        self.stack.addWidget(self.view)
        self._book_next = False
        self._slot: FreeSlot | None = None
        self._undo = TakingBack(self, self._look)
        acts = Acts(self)
        self.at_desk = AtDesk(self, self.view.desk, acts)
        self.in_house = InHouse(self, self.view.visit, acts)
        self.new_car = NewCar(self, self.view.new_car, acts)
        self.booking = Booking(self, self.view.booking, acts)
        self._look_up_prices()
        RepeatWatch(self, self.view.desk)
        self._connect()

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read the board anew, and the visit that is shown unless a form is open in it."""
        super().refresh(changes)
        if changes and changes.isdisjoint(_CARES):
            return
        self._look()
        if self.view.shows(self.view.visit):
            self.in_house.look_again()

    def open_place(self, place: Place) -> None:
        """``open`` a visit, or ``new`` for the car or customer of a ``Subject``."""
        if self.open_part(place):
            return
        self.show_main()
        subject = place.payload
        self._slot = None
        if place.action == "book" and isinstance(subject, FreeSlot) and self._may_act:
            self.begin_booking(subject)
        elif place.record_id:
            self.open_visit(place.record_id, form=place.action or "")
        elif place.action == "new_car" and self._may_act:
            self.begin_new()
        elif place.action == "book" and isinstance(subject, Subject) and subject.vehicle_id:
            self.begin(subject.vehicle_id, book=True)
        elif isinstance(subject, Subject) and self._may_act:
            if subject.visit_id:
                self.open_visit(subject.visit_id)
            elif subject.vehicle_id:
                self.begin(subject.vehicle_id)
            else:
                self.offer_cars(subject.customer_id)

    def has_unsaved(self) -> bool:
        """Something typed at the desk, or into one of a visit's forms."""
        form = self._form()
        return (form is not None and form.has_changes()) or super().has_unsaved()

    def park(self) -> None:
        """Write what is typed now."""
        at_desk = (self.at_desk.drafts, self.new_car.drafts, self.booking.drafts)
        for drafts in (*at_desk, *self.in_house.drafts):
            drafts.keeper.flush()
        super().park()

    def focus_first(self) -> None:
        """Where the next car begins, or the form that is open."""
        if self.focus_part():
            return
        form = self._form()
        if form is not None:
            form.focus_first()
        elif self.view.shows(self.view.start):
            self.view.start.search.setFocus()
        elif self.view.shows(self.view.visit):
            self.view.visit.set_mode(Mode.FACTS)
        else:
            self.view.board.view.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this tab."""
        return [
            ("F2", self.tr("Walk-around: marks on the outline, lamps, photos")),
            ("F6", self.tr("Next part of the intake")),
            ("↓", self.tr("In a field of the intake: phrases used before; Del forgets one")),
            ("Ctrl+Enter", self.tr("Customer agrees: save; in a visit: its next step")),
            ("Ctrl+S", self.tr("Save without agreement")),
            ("Ctrl+P", self.tr("Intake sheet")),
            ("Ctrl+Alt+P", self.tr("Intake sheet with its photos, or without: not as it is set")),
            ("Ctrl+Shift+P", self.tr("In a visit: settlement, or the last change's slip")),
            ("Ctrl+N", self.tr("New customer and car")),
            ("F9", self.tr("Appointment; in a visit: back to the workshop")),
            ("F12", self.tr("In a visit: the customer signs on the screen")),
            ("F7", self.tr("Record a change")),
            ("F6", self.tr("In a visit: add to the customer's words")),
            ("F8", self.tr("Leaves without the work; did not come")),
            ("Alt+Enter", self.tr("In a visit: register a complaint about it")),
            ("Esc", self.tr("Another car")),
            *self.part_of_keys(),
        ]

    def main_view(self) -> QWidget:
        return self.view

    # ways in ------------------------------------------------------------------------------

    def begin(self, vehicle_id: str, *, book: bool = False) -> None:
        """The intake of a known car, or ``book`` an appointment for it."""
        self._leave()
        self._book_next = book or self._slot is not None
        self.at_desk.begin(vehicle_id)

    def begin_booking(self, slot: FreeSlot) -> None:
        """An appointment in a slot chosen on the board: first of all, for which car."""
        self._leave()
        self._slot = slot
        self.view.start.reset()
        self.view.start.ask_for(slot.at)
        self.view.show_page(self.view.start)
        self.view.start.search.setFocus()

    def open_visit(
        self, visit_id: str, notice: str = "", *, and_print: bool = False, form: str = ""
    ) -> None:
        """An open or past visit; ``form`` is the draft's name of the form to go on with."""
        self._leave()
        self._slot = None
        self.in_house.open(visit_id, notice, and_print=and_print, form=form)

    def offer_cars(self, customer_id: str) -> None:
        """A customer is known: ask which of the cars it is, unless there is one only."""
        self.run(lambda: self._intake.cars(customer_id), self._show_cars)

    def begin_new(self, typed: str = "") -> None:
        """A car and customer nobody here knows."""
        self._leave()
        self.view.show_page(self.view.new_page)
        self.new_car.begin(typed)

    # inside -------------------------------------------------------------------------------

    def _make_room(self) -> None:
        """The intake needs the height of a low screen, and has its own way back."""
        at_desk = self.stack.currentWidget() is self.view and self.view.shows(self.view.desk)
        self.bar.setVisible(self.bar.has_choice() and not at_desk)

    def _connect(self) -> None:
        view = self.view
        self.stack.currentChanged.connect(self._make_room)
        view.stack.currentChanged.connect(self._make_room)
        view.board.activated.connect(self.open_visit)
        view.scope.changed.connect(self._look)
        view.look_asked.connect(self._look)
        view.back_asked.connect(self._back)
        view.new_asked.connect(self.begin_new)
        view.start.search.opened.connect(self._take)
        view.start.search.intake_asked.connect(self._take)
        view.start.car_chosen.connect(self.begin)
        view.start.new_asked.connect(self.begin_new)
        view.start.blank_asked.connect(self._print_blank)
        view.desk.booking_asked.connect(self._book)
        view.book_save.clicked.connect(self.booking.save)
        self.booking.booked.connect(self._booked)
        self.booking.opened.connect(self.open_visit)
        self.booking.moved.connect(self._moved)
        view.new_save.clicked.connect(self.new_car.save)
        for head in (view.desk.head, view.visit.head):
            head.file_asked.connect(self._open_file)
        view.visit.complaint_asked.connect(self._complain)
        view.desk.notices.complaint_asked.connect(self._open_complaint)
        view.desk.notices.visit_asked.connect(self.open_visit)
        self.at_desk.begun.connect(self._begun)
        self.at_desk.saved.connect(self._saved)
        self.at_desk.lost_to.connect(self.open_visit)
        self.in_house.shown.connect(self._visit_shown)
        self.in_house.intake_asked.connect(self.begin)
        self.new_car.car_known.connect(self.begin)
        self.new_car.customer_known.connect(self.offer_cars)

    def _look_up_prices(self) -> None:
        """The price list answers in the two places where work is written down."""
        desk, visit = self.view.desk, self.view.visit
        PriceLookup(self, desk.form.items, lambda: desk.start.head.vehicle_id if desk.start else "")
        PriceLookup(
            self, visit.change.items, lambda: visit.sheet.head.vehicle_id if visit.sheet else ""
        )

    def _look(self) -> None:
        everything = self.view.scope.value() == "all"
        read = (lambda: self._intake.list(VisitFilter())) if everything else self._intake.board
        self.run(read, self.view.board.set_rows)

    def _take(self, hit: Hit) -> None:
        if hit.kind is HitKind.ORDER:
            self.open_visit(hit.id)
        elif hit.vehicle_id:
            self.begin(hit.vehicle_id)
        else:
            self.offer_cars(hit.customer_id)

    def _show_cars(self, cars: tuple[CarChoice, ...]) -> None:
        if len(cars) == 1:
            self.begin(cars[0].vehicle_id)
            return
        self._leave()
        self.view.start.reset()
        self.view.start.ask_for(self._slot.at if self._slot is not None else None)
        self.view.show_page(self.view.start)
        if cars:
            self.view.start.offer_cars(cars)
        else:
            self.notice(Tone.INFO, self.tr("This customer has no car yet; add it to the file."))

    def _saved(self, visit_id: str, and_print: bool) -> None:
        self.open_visit(visit_id, self.tr("Saved as {number}."), and_print=and_print)

    def _begun(self) -> None:
        self.view.show_page(self.view.desk)
        if self._book_next:
            # Once the form of the car is filled, which goes on after this.
            soon(self, "_book")
        self._book_next = False

    @Slot()
    def _book(self) -> None:
        """The car does not come today: ask when."""
        start, slot = self.view.desk.start, self._slot
        if start is None:
            return
        if not self.view.desk.book.isVisible():
            self._slot = None
            said = self.tr("This car is here or has an appointment already: {number}.")
            number = start.booking.number if start.booking is not None else ""
            self.notice(Tone.WARN, said.format(number=number))
            return
        words = self.view.desk.form.words.typed()
        self._leave()
        self.view.book_head.show_head(start.head)
        self.view.show_page(self.view.book_page)
        self.booking.begin(start, words, slot)

    def _booked(self, visit_id: str) -> None:
        slot, self._slot = self._slot, None
        if slot is None:
            self.open_visit(visit_id, self.tr("Saved as {number}."))
            return
        # Back to the board the slot was chosen on: the next call may be about the next one.
        self._back()
        self.open_place(Place("intake", None, "part.appointments", slot.at))

    def _moved(self, one: Appointment, version: int, said: str) -> None:
        """The one there was has got the time: shown as a new one would be."""
        slot = self._slot
        if slot is None:
            self.open_visit(one.visit_id)
        else:
            self._back()
            self.open_place(Place("intake", None, "part.appointments", slot.at))
        self._undo.moved(one, version, said)

    def _print_blank(self) -> None:
        if not self._may_act:
            return
        terms, speech = self.context.services.terms, self.context.language

        def show(form: PrintedForm) -> None:
            show_pdf(self, self.tr("Blank sheet"), form.pdf, form.file_name)

        self.run(lambda: terms.print_blank(speech), show, kind="write")

    def _visit_shown(self, visit_id: str) -> None:
        self.view.show_page(self.view.visit)
        self.view.visit.set_mode(self.view.visit.mode)
        self.view.board.select(visit_id)

    def _open_file(self, customer_id: str, vehicle_id: str) -> None:
        self.context.navigate(Place("customers", customer_id, "open", vehicle_id))

    def _open_complaint(self, complaint_id: str) -> None:
        self.context.navigate(Place("complaints", complaint_id, "open"))

    def _complain(self) -> None:
        """The customer complains of the visit shown: customer, car and visit go along."""
        sheet = self.view.visit.sheet
        if sheet is not None:
            subject = Subject(sheet.head.customer_id, sheet.head.vehicle_id, sheet.id)
            self.context.navigate(Place("complaints", None, "new", subject))

    def _back(self) -> None:
        """Out of a form's part to the whole, out of everything else to the next car."""
        if self.view.shows(self.view.desk) and self.view.desk.close_walk():
            return
        visit = self.view.visit
        if self.view.shows(visit) and visit.mode is not Mode.FACTS:
            visit.set_mode(Mode.FACTS)
            return
        self._leave()
        self._slot = None
        self.view.start.reset()
        self.view.show_page(self.view.home)
        self.focus_first()

    def _leave(self) -> None:
        self.at_desk.leave()
        self.in_house.leave()
        self.new_car.leave()
        self.booking.leave()
        for key in ("error", "notice"):
            self.banners.remove(key)

    def _form(self) -> FormPanel | None:
        """The form that is being typed into."""
        if self.view.shows(self.view.desk):
            return self.view.desk.form
        if self.view.shows(self.view.new_page):
            return self.view.new_car
        if self.view.shows(self.view.book_page):
            return self.view.booking
        return self.view.visit.form() if self.view.shows(self.view.visit) else None
