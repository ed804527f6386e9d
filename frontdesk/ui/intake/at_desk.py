"""Works the intake form: begins it for a car, keeps its draft, saves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import UserError
from frontdesk.services.intake.inputs import IntakeInput
from frontdesk.services.intake.views import IntakeStart, VisitSheet
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.desk_panel import DeskPanel
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.intake.photos_desk import PhotosDesk
from frontdesk.ui.intake.visit_view import BEFORE_AGREEMENT
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.compare import lines_of
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

FORM = "intake"


class AtDesk(QObject):
    """``begun``: the form of a car is shown; ``saved``: the visit's id, and whether to print.

    ``lost_to``: someone else has brought this visit past the form.
    """

    begun = Signal()
    saved = Signal(str, bool)
    lost_to = Signal(str)

    def __init__(self, page: Page, panel: DeskPanel, acts: Acts) -> None:
        super().__init__(page)
        self._page, self._panel, self._acts = page, panel, acts
        self._intake = page.context.services.intake
        self._blank: IntakeInput | None = None
        self._print_next = False
        self._wanted = ""
        self.drafts = FormDrafts(page, panel.form, FORM)
        self._conflicts = ConflictHelp(page.context, self, page.banners)
        self.photos = PhotosDesk(page, panel.walk, self._ensure_visit)
        panel.agreed_asked.connect(lambda: self.save(agreed=True))
        panel.estimate_asked.connect(lambda: self.save(agreed=False))
        panel.print_asked.connect(self._save_and_print)
        panel.form.left.connect(self._remark)
        panel.wrong.corrected.connect(self._correct)
        panel.form.phrases.asked.connect(self._offer_phrases)
        panel.form.phrases.forget_asked.connect(self._forget_phrase)
        acts.busy_changed.connect(panel.set_busy)

    # beginning and leaving ----------------------------------------------------------------

    def begin(self, vehicle_id: str) -> None:
        """Show the form of a car with all that is known of it."""
        self.leave()
        self._wanted = vehicle_id
        self._page.run(lambda: self._read(vehicle_id), self._show)

    def leave(self) -> None:
        """What is typed stays as a draft and is offered when the car is opened again."""
        self.drafts.leave()
        self._conflicts.clear()
        self._blank = None
        self._wanted = ""

    def _read(self, vehicle_id: str) -> tuple[IntakeStart, VisitSheet | None]:
        start = self._intake.prepare(vehicle_id)
        sheet = self._intake.open(start.booking.visit_id) if start.booking else None
        return start, sheet

    def _show(self, read: tuple[IntakeStart, VisitSheet | None]) -> None:
        start, sheet = read
        if start.head.vehicle_id != self._wanted:
            return
        blank = IntakeInput(start.head.vehicle_id, opened_at=self._page.context.clock.now())
        if sheet is not None:
            blank = replace(blank, id=sheet.id, version=sheet.version)
        self._blank = blank
        self.begun.emit()
        with self.drafts.begin(start.head.vehicle_id, blank.version):
            self._panel.begin(start, sheet)
        begun = sheet.opened_at if sheet is not None else blank.opened_at
        self.photos.begin(
            blank.id if sheet is not None else "", begun or self._page.context.clock.now()
        )

    def _ensure_visit(self, then: Callable[[str], None]) -> None:
        """Photos belong to a visit: one that is not kept yet is, as arrived."""
        blank = self._blank
        if blank is None or self._acts.busy:
            return
        begun = blank.opened_at or self._page.context.clock.now()

        def done(version: int) -> None:
            if self._blank is blank:
                self._blank = replace(blank, version=version)
                self.drafts.at_version(version)
                then(blank.id)

        self._acts.do(lambda: self._intake.begin_visit(blank.vehicle_id, blank.id, begun), done)

    # saving -------------------------------------------------------------------------------

    def save(self, *, agreed: bool) -> None:
        """Write what is typed: as an order, or as far as it goes without the agreement."""
        form, blank = self._panel.form, self._blank
        if blank is None or self._acts.busy or self._conflicts.stands_in_the_way():
            return
        try:
            given = form.given(blank, agreed=agreed)
        except UserError as error:
            form.show_errors(error)
            self._print_next = False
            return
        self._acts.do(
            lambda: self._intake.register(given),
            self._saved,
            form,
            drafts=self.drafts,
            lost=lambda: self._lost(blank, agreed=agreed),
        )

    def _save_and_print(self) -> None:
        self._print_next = True
        self.save(agreed=True)

    def _saved(self, visit_id: str) -> None:
        self._blank = None
        self._wanted = ""
        self._conflicts.clear()
        self.drafts.leave()
        printed, self._print_next = self._print_next, False
        self.saved.emit(visit_id, printed)

    def _lost(self, blank: IntakeInput, *, agreed: bool) -> None:
        """Someone else saved this visit: theirs comes beneath, what is typed stays on top."""
        visit_id, car = blank.id, blank.vehicle_id

        def show(read: tuple[IntakeStart, VisitSheet]) -> None:
            start, sheet = read
            about = self.drafts.about
            if self._blank is not blank or about is None:
                return
            form = self._panel.form
            mine, before = form.changes(), form.baseline()
            with self.drafts.again(sheet.version):
                self._panel.begin(start, sheet)
            if sheet.status in BEFORE_AGREEMENT:
                self._blank = replace(blank, version=sheet.version)
                form.set_typed(mine)
                again = partial(self.save, agreed=agreed)
                self._conflicts.show(form, about, mine, before, again)
                return
            lines = lines_of(form, mine, form.typed(), before)
            self.lost_to.emit(visit_id)
            self._conflicts.show_closed(about, lines)

        self._page.run(lambda: (self._intake.prepare(car), self._intake.open(visit_id)), show)

    def _offer_phrases(self, field: str, typed: str) -> None:
        phrases = self._panel.form.phrases
        self._page.run(
            lambda: self._intake.phrases(field, typed),
            lambda found: phrases.offer(field, typed, found),
        )

    def _forget_phrase(self, field: str, phrase: str) -> None:
        self._page.run(
            lambda: self._intake.forget_phrase(field, phrase), lambda _: None, kind="write"
        )

    def _correct(self, phone_id: str, typed: str) -> None:
        """The customer has told the right number: it holds at once."""
        start, customers = self._panel.start, self._page.context.services.customers
        if start is None:
            return
        head = start.head

        def work() -> IntakeStart:
            customers.correct_phone(head.customer_id, phone_id, typed)
            return self._intake.prepare(head.vehicle_id)

        def done(now: IntakeStart) -> None:
            if self._panel.start is start:
                self._panel.show_known(now)
                self._panel.form.focus_first()
            self._page.notice(Tone.OK, self.tr("The number is corrected."))

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._panel.wrong.refuse(phone_id, error)
            else:
                errors.present(self._page, error)

        self._page.run(work, done, failed, kind="write")

    def _remark(self, field: str) -> None:
        """Say what looks odd about the mileage as soon as it is typed."""
        start = self._panel.start
        if field != "mileage_km" or start is None:
            return
        mileage = self._panel.form.mileage
        try:
            km = mileage.value()
        except UserError:
            return
        remark = None if km is None else self._intake.remark_mileage(start, km)
        mileage.set_warning("" if remark is None else errors.said(remark))
