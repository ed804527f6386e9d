"""Works an open visit: its next step, changes, hand-over, and the printed sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from frontdesk.errors import UserError
from frontdesk.models.enums import VisitStatus
from frontdesk.services.intake.views import HandOverStart, VisitSheet
from frontdesk.services.printed import PrintedForm
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.intake.visit_view import BEFORE_AGREEMENT, Mode, VisitView
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.tokens import Tone


class InHouse(QObject):
    """``shown`` carries the visit now shown, ``intake_asked`` the car whose intake goes on."""

    shown = Signal(str)
    intake_asked = Signal(str)

    def __init__(self, page: Page, view: VisitView, acts: Acts) -> None:
        super().__init__(page)
        self._page, self._view, self._acts = page, view, acts
        self._intake = page.context.services.intake
        self._wanted = ""
        self._drafts = {
            mode: FormDrafts(page, form, name)
            for mode, form, name in (
                (Mode.HAND_OVER, view.hand_over, "hand_over"),
                (Mode.CHANGE, view.change, "visit_change"),
                (Mode.DECLINE, view.decline, "visit_decline"),
            )
        }
        view.form_left.connect(self._leave_forms)
        view.next_asked.connect(self._next)
        view.save_asked.connect(self._save)
        view.change_asked.connect(self._change)
        view.decline_asked.connect(self._not_done)
        view.rework_asked.connect(self._rework)
        view.print_asked.connect(self.print_sheet)
        acts.busy_changed.connect(view.set_busy)
        acts.lost_to.connect(self.open)

    @property
    def drafts(self) -> tuple[FormDrafts, ...]:
        """What is kept of the visit's forms."""
        return tuple(self._drafts.values())

    def open(self, visit_id: str, notice: str = "", *, and_print: bool = False) -> None:
        """Show a visit; say ``notice`` about it (``{number}`` is filled in)."""
        self._wanted = visit_id

        def show(sheet: VisitSheet) -> None:
            if sheet.id != self._wanted:
                return
            self._view.show_sheet(sheet)
            self.shown.emit(sheet.id)
            if notice:
                self._page.notice(Tone.OK, notice.format(number=sheet.number))
            if and_print:
                self.print_sheet()

        self._page.run(lambda: self._intake.open(visit_id), show)

    def look_again(self) -> None:
        """The visit may have changed: show it anew unless a form is open in it."""
        shown = self._view.sheet
        if shown is None:
            return

        def show(sheet: VisitSheet) -> None:
            now = self._view.sheet
            same = now is not None and now.id == sheet.id
            if same and self._view.mode is Mode.FACTS and sheet != now:
                self._view.show_sheet(sheet)

        self._page.run(lambda: self._intake.open(shown.id), show)

    def leave(self) -> None:
        """Another car comes: an answer still on its way is not shown."""
        self._wanted = ""
        self._leave_forms()

    def print_sheet(self) -> None:
        """The intake sheet of the visit that is shown."""
        sheet = self._view.sheet
        if sheet is None:
            return
        language, number = self._page.context.language, sheet.number

        def show(form: PrintedForm) -> None:
            title = self.tr("Intake sheet {number}").format(number=number)
            show_pdf(self._page, title, form.pdf, form.file_name)

        self._page.run(lambda: self._intake.print_sheet(sheet.id, language), show, kind="write")

    # steps --------------------------------------------------------------------------------

    def _next(self) -> None:
        sheet = self._view.sheet
        if sheet is None:
            return
        if sheet.status in BEFORE_AGREEMENT:
            self.intake_asked.emit(sheet.head.vehicle_id)
        elif sheet.status is VisitStatus.READY:
            self._page.run(lambda: self._intake.prepare_hand_over(sheet.id), self._hand_over)
        elif sheet.status is VisitStatus.IN_WORKSHOP:
            self._step(self._intake.ready, self.tr("{number} is ready."))
        else:
            self._step(self._intake.start_work, self.tr("{number} is in the workshop."))

    def _not_done(self) -> None:
        sheet = self._view.sheet
        if sheet is not None and VisitStatus.NO_SHOW in sheet.next_steps:
            self._step(self._intake.no_show, self.tr("{number} is noted as a no-show."))
        elif sheet is not None:
            with self._drafts[Mode.DECLINE].begin(sheet.id, sheet.version):
                self._view.show_decline()

    def _rework(self) -> None:
        self._step(self._intake.start_work, self.tr("{number} is in the workshop again."))

    def _step(self, act: Callable[[str, int], None], notice: str) -> None:
        sheet = self._view.sheet
        if sheet is not None:
            self._acts.do(
                lambda: act(sheet.id, sheet.version),
                lambda _: self.open(sheet.id, notice),
                visit_id=sheet.id,
            )

    def _hand_over(self, start: HandOverStart) -> None:
        with self._drafts[Mode.HAND_OVER].begin(start.sheet.id, start.sheet.version):
            self._view.show_hand_over(start)

    def _change(self) -> None:
        sheet = self._view.sheet
        if sheet is not None:
            with self._drafts[Mode.CHANGE].begin(sheet.id, sheet.version):
                self._view.show_change()

    def _leave_forms(self) -> None:
        for drafts in self._drafts.values():
            drafts.leave()

    # forms --------------------------------------------------------------------------------

    def _save(self) -> None:
        sheet, form = self._view.sheet, self._view.form()
        if sheet is None or form is None:
            return
        try:
            act, notice = self._given(sheet)
        except UserError as error:
            form.show_errors(error)
            return
        self._drafts[self._view.mode].saving()
        self._acts.do(act, lambda _: self._kept(sheet.id, form, notice), form, visit_id=sheet.id)

    def _kept(self, visit_id: str, form: FormPanel, notice: str) -> None:
        form.mark_saved()
        self.open(visit_id, notice)

    def _given(self, sheet: VisitSheet) -> tuple[Callable[[], None], str]:
        view, intake = self._view, self._intake
        if view.mode is Mode.HAND_OVER:
            charged = view.hand_over.given()
            said = self.tr("{number} is handed over.")
            return lambda: intake.hand_over(sheet.id, sheet.version, charged), said
        if view.mode is Mode.CHANGE:
            changed = view.change.given()
            said = self.tr("The change of {number} is recorded.")
            return lambda: intake.change(sheet.id, sheet.version, changed), said
        reason = str(view.decline.values()["reason"] or "")
        said = self.tr("{number} is noted as left without the work.")
        return lambda: intake.decline(sheet.id, sheet.version, reason), said
