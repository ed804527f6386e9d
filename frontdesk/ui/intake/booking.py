"""Works the appointment form of the car at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import UserError
from frontdesk.services.appointments.dto import Advisor, FreeSlot
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.intake.views import IntakeStart
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.booking_form import BookingForm
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page


class Booking(QObject):
    """``booked`` carries the visit made."""

    booked = Signal(str)

    def __init__(self, page: Page, form: BookingForm, acts: Acts) -> None:
        super().__init__(page)
        self._page, self._form, self._acts = page, form, acts
        self._intake = page.context.services.intake
        self._given: BookingInput | None = None
        self._vehicle_id = ""
        self.drafts = FormDrafts(page, form, "booking", whole=True)
        form.save_requested.connect(self.save)
        form.changed.connect(self._changed)
        form.left.connect(self._remark)

    def begin(self, start: IntakeStart, words: str, slot: FreeSlot | None = None) -> None:
        """Ask when this car will come, or fill in the ``slot`` that was chosen on the board."""
        self._vehicle_id = start.head.vehicle_id
        self._changed()
        services = self._page.context.services
        me = Advisor(services.desk.actor.id, services.desk.actor.name)
        with self.drafts.begin(self._vehicle_id):
            self._form.begin(words, me, slot)
        # Who else there is may come while the first field is typed.
        self._page.run(services.appointments.advisors, self._form.offer)
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

        typed = self._form.booked_for.typed()

        def show(remark: UserError | None) -> None:
            if self._form.booked_for.typed() == typed:
                self._form.booked_for.set_warning("" if remark is None else errors.said(remark))

        service = self._page.context.services.appointments
        self._page.run(lambda: service.remark(at, minutes), show)

    def _changed(self) -> None:
        self._given = None
