"""Keeps photos with the visit at the desk: the car counts as arrived with the first of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from frontdesk.services.evidence.dto import Evidence, Offered, Outcome
from frontdesk.ui.intake.photo_why import PhotoWithdrawing
from frontdesk.ui.intake.photo_window import PhotoWindow
from frontdesk.ui.intake.walk_panel import WalkPanel
from frontdesk.ui.kit.drop_area import DropArea, Given, given_by
from frontdesk.ui.kit.files_told import lines_of
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.progress import run_with_progress
from frontdesk.ui.kit.tokens import Tone

SUBJECT = "visit"
_FOLDER, _CAMERA = "intake/photos", "intake/camera"
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp"})
_BEFORE = timedelta(minutes=15)
"""A photo taken so long before the intake was begun is still one of this car."""
_THERE_ALREADY = "evidence.there_already"

Ensured = Callable[[str], None]


class PhotosDesk(QObject):
    """``ensure`` makes sure there is a visit to keep photos with, then calls back with its id."""

    def __init__(self, page: Page, panel: WalkPanel, ensure: Callable[[Ensured], None]) -> None:
        super().__init__(page)
        self._page, self._panel, self._ensure = page, panel, ensure
        self._service = page.context.services.evidence
        self._visit_id = ""
        self._since = datetime.min.replace(tzinfo=UTC)
        self.windows = PhotoWindow(page)
        PhotoWithdrawing(page, panel.photos)
        photos = panel.photos
        photos.add_asked.connect(self.choose)
        photos.paste_asked.connect(self.paste)
        photos.camera_asked.connect(self.fetch)
        photos.opened.connect(self.open)
        area = DropArea(panel)
        area.dropped.connect(self._dropped)
        for keys, act in (("Ctrl+O", self.choose), ("Ctrl+Shift+O", self.fetch)):
            shortcut = QShortcut(QKeySequence(keys), panel)
            shortcut.activated.connect(act)

    def begin(self, visit_id: str, since: datetime) -> None:
        """The photos of this visit; '' where there is none yet. ``since``: begun at the desk."""
        self._visit_id, self._since = visit_id, since
        self._panel.photos.show_photos(())
        if visit_id:
            self._bring()

    def choose(self) -> None:
        """Let the person choose files."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._panel,
            self.tr("Add photos"),
            self._page.context.state.get(_FOLDER),
            self.tr("Pictures ({patterns})").format(
                patterns=" ".join(f"*{each}" for each in sorted(_ENDINGS))
            ),
        )
        if chosen:
            paths = [Path(each) for each in chosen]
            self._page.context.state.put(_FOLDER, str(paths[0].parent))
            self.add([Given(path.name, path) for path in paths])

    def paste(self) -> None:
        """Add what lies on the clipboard."""
        name = f"photo-{self._page.context.clock.now():%H%M%S}.png"
        given = given_by(QGuiApplication.clipboard().mimeData(), name)
        if given:
            self.add(given)
        else:
            self._page.notice(Tone.INFO, self.tr("There is no picture or file on the clipboard."))

    def fetch(self) -> None:
        """Add what the camera has put into its folder since this car is at the desk."""
        folder = self._page.context.state.get(_CAMERA)
        if not folder or not Path(folder).is_dir():
            folder = QFileDialog.getExistingDirectory(
                self._panel, self.tr("Folder of the camera"), str(Path.home())
            )
            if not folder:
                return
            self._page.context.state.put(_CAMERA, folder)
        since = self._since - _BEFORE
        self._page.run(lambda: fresh_pictures(Path(folder), since), self._fetched, kind="files")

    def add(self, given: Sequence[Given]) -> None:
        """Keep these with the visit."""

        def keep(visit_id: str) -> None:
            self._visit_id = visit_id
            service = self._service

            def work(progress: object, cancelled: object) -> tuple[Outcome, ...]:
                files = [Offered(each.name, each.content()) for each in given]
                return service.add_many(
                    SUBJECT,
                    visit_id,
                    files,
                    progress if callable(progress) else None,
                    cancelled if callable(cancelled) else None,
                )

            if len(given) == 1:
                self._page.run(lambda: work(None, None), self._added, kind="files")
            else:
                tasks, title = self._page.context.tasks, self.tr("Adding photos")
                run_with_progress(tasks, self._page, work, title, self._added, kind="files")

        self._ensure(keep)

    def open(self, photo_id: str) -> None:
        """Show a photo large."""
        each = next(each for each in self._panel.photos.shown if each.id == photo_id)

        self.windows.open(photo_id, each.name)

    def _fetched(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.add([Given(path.name, path) for path in paths])
        else:
            self._page.notice(
                Tone.INFO, self.tr("The camera's folder has no picture of this car yet.")
            )

    def _added(self, outcomes: tuple[Outcome, ...]) -> None:
        lines = lines_of(outcomes, silent={_THERE_ALREADY})
        if lines:
            self._page.notice(Tone.WARN, "\n".join(lines), for_ms=0)
        came = next((each.id for each in reversed(outcomes) if each.id), None)
        self._bring(came or "")

    def _bring(self, came: str = "") -> None:
        visit_id = self._visit_id

        def show(photos: tuple[Evidence, ...]) -> None:
            if visit_id == self._visit_id:
                self._panel.photos.show_photos(photos)
                if came:
                    self._panel.photos.added.emit(came)

        self._page.run(lambda: self._service.list(SUBJECT, visit_id), show)

    @Slot(object)
    def _dropped(self, given: object) -> None:
        if isinstance(given, tuple):
            self.add(given)


def fresh_pictures(folder: Path, since: datetime) -> tuple[Path, ...]:
    """Pictures in ``folder`` that came after ``since``, the oldest first."""
    found: list[tuple[float, Path]] = []
    for path in folder.iterdir():
        if path.suffix.lower() in _ENDINGS and path.is_file():
            at = path.stat().st_mtime
            if at >= since.timestamp():
                found.append((at, path))
    return tuple(path for _, path in sorted(found))
