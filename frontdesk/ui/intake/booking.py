"""Works the appointment form of the car at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import UserError
from frontdesk.services.appointments.dto import Advisor, Appointment, FreeSlot
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.intake.views import IntakeStart
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.booking_form import BookingForm
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.page import Page


class Booking(QObject):
    """``booked`` carries the visit made; ``opened`` one there is already, ``moved`` to a new time.

    ``moved`` carries the appointment as it was, its version now, and the sentence.
    """

    booked = Signal(str)
    opened = Signal(str)
    moved = Signal(object, int, str)

    def __init__(self, page: Page, form: BookingForm, acts: Acts) -> None:
        super().__init__(page)
        self._page, self._form, self._acts = page, form, acts
        self._intake = page.context.services.intake
        self._service = page.context.services.appointments
        self._given: BookingInput | None = None
        self._vehicle_id = ""
        self.drafts = FormDrafts(page, form, "booking", whole=True)
        form.save_requested.connect(self.save)
        form.changed.connect(self._changed)
        form.left.connect(self._remark)
        form.already.open_asked.connect(self._open_first)
        form.already.move_asked.connect(self._move_first)

    def begin(self, start: IntakeStart, words: str, slot: FreeSlot | None = None) -> None:
        """Ask when this car will come, or fill in the ``slot`` that was chosen on the board."""
        self._vehicle_id = start.head.vehicle_id
        self._changed()
        services = self._page.context.services
        me = Advisor(services.desk.actor.id, services.desk.actor.name)
        with self.drafts.begin(self._vehicle_id):
            self._form.begin(words, me, slot)
        # Who else there is may come while the first field is typed.
        self._page.run(self._service.advisors, self._form.offer)
        self._look()
        if slot is not None:
            self._remark("booked_for")

    def leave(self) -> None:
        """What is typed stays kept."""
        self._vehicle_id = ""
        self.drafts.leave()

    def save(self) -> None:
        """Write the appointment; the same one tried again is not made twice."""
        if not self._vehicle_id:
            return
        try:
            given = self._given or self._form.given(self._vehicle_id)
        except UserError as error:
            self._form.show_errors(error)
            return
        self._given = given
        self._acts.do(
            lambda: self._intake.book(given), self._booked, self._form, drafts=self.drafts
        )

    def _booked(self, visit_id: str) -> None:
        self.leave()
        self.booked.emit(visit_id)

    def _remark(self, field: str) -> None:
        """Say where the slot is full or the desk closed, as soon as the time is typed."""
        if field not in {"booked_for", "minutes"}:
            return
        try:
            at, minutes = self._form.booked_for.value(), self._form.minutes.value()
        except UserError:
            return
        if at is None:
            return

        typed, car = self._form.booked_for.typed(), self._vehicle_id

        def show(remarks: tuple[UserError, ...]) -> None:
            if self._form.booked_for.typed() == typed and self._vehicle_id == car:
                self._form.booked_for.set_warning("\n".join(map(errors.said, remarks)))

        self._page.run(lambda: self._service.remarks(car, at, minutes), show)

    # what there is already ----------------------------------------------------------------

    def _look(self) -> None:
        """A second appointment of the same car is not given without a word."""
        car = self._vehicle_id

        def show(found: tuple[Appointment, ...]) -> None:
            if self._vehicle_id == car:
                self._form.already.show_booked(found, car)

        self._page.run(lambda: self._service.already(car), show)

    def _open_first(self) -> None:
        one = self._form.already.first()
        if one is not None:
            self.opened.emit(one.visit_id)

    def _move_first(self) -> None:
        """In place of a second one, the time typed is given to the one there is."""
        one = self._form.already.first()
        if one is None or not self._vehicle_id:
            return
        try:
            at, minutes, advisor_id = self._form.new_time()
        except UserError as error:
            self._form.show_errors(error)
            return
        said = self.tr("{number} is moved to {when}.")
        said = said.format(number=one.number, when=words.near(at))

        def done(version: int) -> None:
            if not self._form.words.typed():
                self.drafts.keeper.drop()  # the time was all there was, and it is used
            self.leave()
            self.moved.emit(one, version, said)

        self._acts.do(
            lambda: self._service.move(one.visit_id, one.version, at, advisor_id, minutes),
            done,
            self._form,
        )

    def _changed(self) -> None:
        self._given = None
