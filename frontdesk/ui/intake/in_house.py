"""Works an open visit: its next step, changes, hand-over, and the printed sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.errors import Conflict, UserError
from frontdesk.models.enums import VisitStatus
from frontdesk.services.evidence.dto import Evidence
from frontdesk.services.intake.views import HandOverStart, VisitSheet
from frontdesk.services.printed import PrintedForm
from frontdesk.ui.intake.acts import Acts
from frontdesk.ui.intake.form_drafts import FormDrafts
from frontdesk.ui.intake.photo_why import PhotoWithdrawing
from frontdesk.ui.intake.photo_window import PhotoWindow
from frontdesk.ui.intake.photos_desk import SUBJECT
from frontdesk.ui.intake.signature_window import SignatureWindow
from frontdesk.ui.intake.taking_back import TakingBack
from frontdesk.ui.intake.visit_view import BEFORE_AGREEMENT, Mode, VisitView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.compare import lines_of
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.tokens import Tone

_SETTLED = (VisitStatus.READY, VisitStatus.HANDED_OVER)


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
                (Mode.WORDS, view.words, "visit_words"),
            )
        }
        self._undo = TakingBack(page, self.look_again)
        self._conflicts = ConflictHelp(page.context, self, page.banners)
        view.form_left.connect(self._leave_forms)
        view.next_asked.connect(self._next)
        view.save_asked.connect(self._save)
        view.change_asked.connect(self._change)
        view.decline_asked.connect(self._not_done)
        view.words_asked.connect(self._add_words)
        view.rework_asked.connect(self._rework)
        view.print_asked.connect(self.print_sheet)
        view.print_other_asked.connect(lambda: self.print_sheet(otherwise=True))
        view.slip_asked.connect(self.print_slip)
        view.signature_asked.connect(self.sign)
        self.windows = PhotoWindow(page)
        PhotoWithdrawing(page, view.facts.photos)
        view.facts.photos.opened.connect(self._open_photo)
        acts.busy_changed.connect(view.set_busy)

    @property
    def drafts(self) -> tuple[FormDrafts, ...]:
        """What is kept of the visit's forms."""
        return tuple(self._drafts.values())

    def open(
        self, visit_id: str, notice: str = "", *, and_print: bool = False, form: str = ""
    ) -> None:
        """Show a visit; say ``notice`` about it (``{number}`` is filled in).

        ``form`` is the draft's name of the form to open in it, if the visit still allows it.
        """
        self._wanted = visit_id

        def show(sheet: VisitSheet) -> None:
            if sheet.id != self._wanted:
                return
            self._view.show_sheet(sheet)
            self._bring_photos(sheet)
            self.shown.emit(sheet.id)
            if notice:
                self._page.notice(Tone.OK, notice.format(number=sheet.number))
            if and_print:
                self.print_sheet()
            self._open_form(form)

        self._page.run(lambda: self._intake.open(visit_id), show)

    def _bring_photos(self, sheet: VisitSheet) -> None:
        """The photos of the walk around the car; one that is pressed opens large."""
        panel, evidence = self._view.facts.photos, self._page.context.services.evidence
        panel.show_photos(())
        if sheet.arrived_at is None:
            return

        def show(photos: tuple[Evidence, ...]) -> None:
            now = self._view.sheet
            if now is not None and now.id == sheet.id:
                panel.show_photos(photos)

        self._page.run(lambda: evidence.list(SUBJECT, sheet.id), show)

    def _open_form(self, form: str) -> None:
        opens = {
            "visit_change": (Mode.CHANGE, self._change),
            "visit_decline": (Mode.DECLINE, self._not_done),
            "visit_words": (Mode.WORDS, self._add_words),
            "hand_over": (Mode.HAND_OVER, self._next),
        }
        mode, act = opens.get(form, (Mode.FACTS, None))
        if act is not None and self._view.may(mode):
            act()

    def _open_photo(self, photo_id: str) -> None:
        name = next(each.name for each in self._view.facts.photos.shown if each.id == photo_id)
        self.windows.open(photo_id, name)

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

    def print_sheet(self, *, otherwise: bool = False) -> None:
        """The intake sheet of the visit that is shown.

        ``otherwise``: with its photos where the house prints none, without them where it does.
        """
        sheet = self._view.sheet
        if sheet is None:
            return
        photos = not self._page.context.services.desk.rules.photos_on_sheet if otherwise else None
        language, number = self._page.context.language, sheet.number

        def show(form: PrintedForm) -> None:
            title = self.tr("Intake sheet {number}").format(number=number)
            show_pdf(self._page, title, form.pdf, form.file_name)

        self._page.run(
            lambda: self._intake.print_sheet(sheet.id, language, photos=photos), show, kind="write"
        )

    def sign(self) -> None:
        """Let the customer sign on the screen."""
        sheet = self._view.sheet
        if sheet is None:
            return
        said = self.tr("The signature is kept; it stands on the next print.")
        window = SignatureWindow(
            self._page, self._page.context, sheet.id, lambda: self._page.notice(Tone.OK, said)
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def print_slip(self) -> None:
        """The settlement once the work is done, before that the slip of the last change."""
        sheet = self._view.sheet
        if sheet is None:
            return
        language, settled = self._page.context.language, sheet.status in _SETTLED
        if not settled and not sheet.changes:
            return

        def work() -> PrintedForm:
            if settled:
                return self._intake.print_hand_over(sheet.id, language)
            return self._intake.print_change(sheet.id, sheet.changes[-1].id, language)

        def show(form: PrintedForm) -> None:
            title = self.tr("Settlement {number}") if settled else self.tr("Change slip {number}")
            show_pdf(self._page, title.format(number=sheet.number), form.pdf, form.file_name)

        self._page.run(work, show, kind="write")

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
            self._missed(sheet)
        elif sheet is not None:
            with self._drafts[Mode.DECLINE].begin(sheet.id, sheet.version):
                self._view.show_decline()

    def _missed(self, sheet: VisitSheet) -> None:
        """Marked in error, it is taken back at once."""
        said = self.tr("{number} is noted as a no-show.").format(number=sheet.number)

        def done(version: int) -> None:
            self.open(sheet.id)
            self._undo.missed({sheet.id: version}, said)

        self._acts.do(
            lambda: self._intake.no_show(sheet.id, sheet.version),
            done,
            lost=lambda: self._step_lost(sheet.id),
        )

    def _rework(self) -> None:
        self._step(self._intake.start_work, self.tr("{number} is in the workshop again."))

    def _step(self, act: Callable[[str, int], None], notice: str) -> None:
        sheet = self._view.sheet
        if sheet is not None:
            self._acts.do(
                lambda: act(sheet.id, sheet.version),
                lambda _: self.open(sheet.id, notice),
                lost=lambda: self._step_lost(sheet.id),
            )

    def _step_lost(self, visit_id: str) -> None:
        self._page.banners.show_banner(
            Tone.WARN,
            errors.said(Conflict("record.changed_meanwhile")),
            self.tr("Show what is saved"),
            lambda: self.open(visit_id),
            key="error",
        )

    def _hand_over(self, start: HandOverStart) -> None:
        with self._drafts[Mode.HAND_OVER].begin(start.sheet.id, start.sheet.version):
            self._view.show_hand_over(start)

    def _change(self) -> None:
        sheet = self._view.sheet
        if sheet is not None:
            with self._drafts[Mode.CHANGE].begin(sheet.id, sheet.version):
                self._view.show_change()

    def _add_words(self) -> None:
        sheet = self._view.sheet
        if sheet is not None:
            with self._drafts[Mode.WORDS].begin(sheet.id, sheet.version):
                self._view.show_words()

    def _leave_forms(self) -> None:
        self._conflicts.clear()
        for drafts in self._drafts.values():
            drafts.leave()

    # forms --------------------------------------------------------------------------------

    def _save(self) -> None:
        sheet, form = self._view.sheet, self._view.form()
        if sheet is None or form is None or self._conflicts.stands_in_the_way():
            return
        try:
            act, notice = self._given(sheet)
        except UserError as error:
            form.show_errors(error)
            return
        mode = self._view.mode
        self._acts.do(
            act,
            lambda _: self.open(sheet.id, notice),
            form,
            drafts=self._drafts[mode],
            lost=lambda: self._lost(sheet.id, mode, form),
        )

    def _lost(self, visit_id: str, mode: Mode, form: FormPanel) -> None:
        """Someone else saved this visit: theirs comes beneath, what is typed stays on top."""

        def show(read: tuple[VisitSheet, HandOverStart | None]) -> None:
            sheet, start = read
            drafts, view = self._drafts[mode], self._view
            about = drafts.about
            shown = view.sheet is not None and view.sheet.id == visit_id and view.mode is mode
            if about is None or not shown:
                return
            mine, before = form.changes(), form.baseline()
            with drafts.again(sheet.version):
                view.take_sheet(sheet)
                self._fill(mode, sheet, start)
            if view.may(mode):
                form.set_typed(mine)
                self._conflicts.show(form, about, mine, before, self._save)
                return
            lines = lines_of(form, mine, form.typed(), before)
            view.show_sheet(sheet)
            self._conflicts.show_closed(about, lines)

        self._page.run(lambda: self._read_again(visit_id, mode), show)

    def _read_again(self, visit_id: str, mode: Mode) -> tuple[VisitSheet, HandOverStart | None]:
        sheet = self._intake.open(visit_id)
        ready = mode is Mode.HAND_OVER and sheet.status is VisitStatus.READY
        return sheet, self._intake.prepare_hand_over(visit_id) if ready else None

    def _fill(self, mode: Mode, sheet: VisitSheet, start: HandOverStart | None) -> None:
        """The form of ``mode`` as the visit is now; one that is over shows what was kept."""
        view = self._view
        if mode is Mode.CHANGE:
            view.change.begin(sheet)
        elif mode is Mode.DECLINE:
            view.decline.set_values({"reason": sheet.declined_reason})
        elif mode is Mode.WORDS:
            view.words.begin()
        elif start is not None:
            view.hand_over.begin(start)
        else:
            view.hand_over.show_kept(sheet)

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
        if view.mode is Mode.WORDS:
            added = view.words.words.typed()
            said = self.tr("The words are kept beside those of {number}.")
            return lambda: intake.add_words(sheet.id, sheet.version, added), said
        reason = str(view.decline.values()["reason"] or "")
        said = self.tr("{number} is noted as left without the work.")
        return lambda: intake.decline(sheet.id, sheet.version, reason), said
