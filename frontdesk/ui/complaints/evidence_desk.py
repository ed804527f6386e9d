"""Decides what happens with the evidence of the ticket shown: adds, opens, exports, withdraws."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from frontdesk.models.enums import AttachmentKind
from frontdesk.services.evidence.dto import Evidence, Offered, Outcome, View
from frontdesk.services.evidence.exporting import file_name
from frontdesk.services.evidence.kinds import Shape
from frontdesk.services.permissions import Permission
from frontdesk.ui.complaints.sheet_window import look_for_sheet, pasted_name
from frontdesk.ui.complaints.ticket_view import TicketView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drop_area import DropArea, Given, given_by
from frontdesk.ui.kit.files_told import lines_of
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.picture_view import PictureWindow
from frontdesk.ui.kit.progress import Progress, run_with_progress
from frontdesk.ui.kit.tokens import Tone

_SUBJECT = "complaint"
_FOLDER = "evidence/folder"
# A bar is shown from this many bytes on; less is done before it could be read.
_LARGE = 4_000_000


class EvidenceDesk(QObject):
    """Works on the evidence page of a ticket's view; ``page`` runs and tells."""

    def __init__(self, page: Page, view: TicketView) -> None:
        super().__init__(page)
        self._page, self._view, self.panel = page, view, view.evidence
        self._service = page.context.services.evidence
        self._may_add = page.context.services.desk.may(Permission.REGISTER_COMPLAINT)
        self._ticket_id = ""
        self.window: PictureWindow | None = None
        self.panel.add_asked.connect(self.choose)
        self.panel.paste_asked.connect(self.paste)
        self.panel.opened.connect(self.open)
        self.panel.export_asked.connect(self.export)
        self.panel.mark_asked.connect(self.mark)
        self.panel.withdraw_asked.connect(self.withdraw)
        if self._may_add:
            self._area = DropArea(view)
            self._area.dropped.connect(self._dropped)
            view.installEventFilter(self)

    def bring(self, ticket_id: str) -> None:
        """Show the evidence of this ticket."""
        if ticket_id != self._ticket_id:
            self.panel.show_evidence((), may_add=self._may_add)
        self._ticket_id = ticket_id
        self._page.run(lambda: self._service.list(_SUBJECT, ticket_id), self._show)

    def show(self) -> None:
        """Bring the page of evidence to the front."""
        self._view.pages.show_page(self.panel)
        self.panel.files.setFocus()

    def choose(self) -> None:
        """Let the person choose files, beginning where the last ones lay."""
        state = self._page.context.state
        chosen, _ = QFileDialog.getOpenFileNames(
            self._view, self.tr("Add evidence"), state.get(_FOLDER), self._filter()
        )
        if chosen:
            paths = [Path(each) for each in chosen]
            state.put(_FOLDER, str(paths[0].parent))
            self.add([Given(path.name, path) for path in paths])

    def paste(self) -> None:
        """Add what lies on the clipboard: files, or a screenshot."""
        given = given_by(QGuiApplication.clipboard().mimeData(), pasted_name())
        if given:
            self.add(given)
        else:
            self._page.notice(Tone.INFO, self.tr("There is no picture or file on the clipboard."))

    def add(self, given: Sequence[Given]) -> None:
        """Keep files with the ticket; one that is a printed form of ours is asked about first."""
        if not self._ticket_id or not self._may_add:
            return
        self.show()
        if len(given) == 1:
            context = self._page.context
            look_for_sheet(context, self._page, given[0], lambda: self._keep(given))
        else:
            self._keep(given)

    def open(self, key: str) -> None:
        """Show a picture or page large; what can only be heard is exported."""
        each = self._find(key)
        if each is None:
            return
        if each.type.shape not in {Shape.PICTURE, Shape.PAGES}:
            self.export(key)
            return

        def done(view: View) -> None:
            if self.window is None:
                window = PictureWindow(self._page, each.name)
                window.page_asked.connect(lambda page: self._view_page(key, page))
                window.save_asked.connect(lambda: self.export(key))
                window.destroyed.connect(self._closed)
                self.window = window
                window.open()
            self.window.show_page(view.picture, view.page, view.pages)

        self._page.run(lambda: self._service.view(key), done, kind="files")

    def export(self, key: str) -> None:
        """Ask where to, then write the file out: with the password, and noted."""
        each = self._find(key)
        if each is None:
            return
        proposed = Path.home() / file_name(each.name, each.type.suffix)
        chosen, _ = QFileDialog.getSaveFileName(
            self.window or self._view, self.tr("Export evidence"), str(proposed)
        )
        if chosen:
            self.export_to(key, Path(chosen))

    def export_to(self, key: str, target: Path) -> None:
        """Write the file to ``target``."""

        def done(_: None) -> None:
            said = self.tr("Exported as {file}.").format(file=target.name)
            self._page.notice(Tone.OK, said)

        self._page.run(lambda: self._service.export(key, target), done, kind="files")

    def mark(self, key: str) -> None:
        """Take the file for the signed sheet."""
        self._page.run(
            lambda: self._service.mark(key, AttachmentKind.SIGNED_SHEET),
            lambda _: self.bring(self._ticket_id),
            kind="write",
        )

    def withdraw(self, key: str, why: str) -> None:
        """Take the file out of the ticket, with the reason."""

        def done(_: None) -> None:
            self.panel.put_away()
            self.bring(self._ticket_id)

        def failed(error: Exception) -> None:
            errors.present(self.panel.form, error)

        self._page.run(lambda: self._service.withdraw(key, why), done, failed, kind="write")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What no field wanted: a screenshot pasted while the ticket is looked at.
        pressed = event if isinstance(event, QKeyEvent) else None
        if (
            pressed is not None
            and pressed.type() is QEvent.Type.KeyPress
            and pressed.matches(QKeySequence.StandardKey.Paste)
        ):
            self.paste()
            return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def _dropped(self, given: object) -> None:
        if isinstance(given, tuple):
            self.add(given)

    @Slot()
    def _closed(self) -> None:
        self.window = None

    def _view_page(self, key: str, page: int) -> None:
        def done(view: View) -> None:
            if self.window is not None:
                self.window.show_page(view.picture, view.page, view.pages)

        self._page.run(lambda: self._service.view(key, page), done, kind="files")

    def _keep(self, given: Sequence[Given]) -> None:
        ticket_id, service = self._ticket_id, self._service

        def keep(progress: Progress | None, cancelled: object) -> tuple[Outcome, ...]:
            files = [Offered(each.name, each.content()) for each in given]
            stop = cancelled if callable(cancelled) else None
            return service.add_many(_SUBJECT, ticket_id, files, progress, stop)

        def done(outcomes: tuple[Outcome, ...]) -> None:
            self._tell(outcomes, len(given))
            self.bring(self._ticket_id)

        if sum(_size(each) for each in given) < _LARGE:
            self._page.run(lambda: keep(None, None), done, kind="files")
        else:
            title = self.tr("Adding evidence")
            run_with_progress(self._page.context.tasks, self._page, keep, title, done, kind="files")

    def _tell(self, outcomes: tuple[Outcome, ...], given: int) -> None:
        """Each refusal beside its file's name; what was cancelled is said too."""
        refused = [each for each in outcomes if each.refusal is not None]
        lines = lines_of(outcomes)
        if len(outcomes) < given:
            left = given - len(outcomes)
            lines.append(self.tr("Stopped; %n file(s) were not added.", "", left))
        kept = len(outcomes) - len(refused)
        if lines:
            self._page.notice(Tone.WARN, "\n".join(lines), for_ms=0)
        elif kept:
            self._page.notice(Tone.OK, self.tr("%n file(s) added.", "", kept))

    def _show(self, evidence: tuple[Evidence, ...]) -> None:
        self.panel.show_evidence(evidence, may_add=self._may_add)
        self._view.pages.retranslate()

    def _find(self, key: str) -> Evidence | None:
        return next((each for each in self.panel.shown if each.id == key), None)

    def _filter(self) -> str:
        patterns = "*.jpg *.jpeg *.png *.webp *.heic *.pdf *.mp3 *.m4a *.wav *.amr *.ogg"
        kinds = self.tr("Pictures, PDF, recordings ({patterns})").format(patterns=patterns)
        return f"{kinds};;{self.tr('All files ({patterns})').format(patterns='*')}"


def _size(given: Given) -> int:
    if not isinstance(given.source, Path):
        return int(given.source.sizeInBytes()) // 8
    try:
        return given.source.stat().st_size
    except (OSError, ValueError):
        return 0
