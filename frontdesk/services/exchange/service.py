"""Import of the sales department's delivery sheets and other systems' exports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.journal import ImportBatch
from frontdesk.models.values import text
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.deriving.run import forget_derived
from frontdesk.services.change_sets.recording import recording
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.services.exchange import cells, days, undoing
from frontdesk.services.exchange.choosing import Choice, choose, problems, remember
from frontdesk.services.exchange.delivery import SheetContent
from frontdesk.services.exchange.files import read_sheets
from frontdesk.services.exchange.known import open_book
from frontdesk.services.exchange.rejected import rejected_sheet, write_beside
from frontdesk.services.exchange.results import (
    ColumnPreview,
    FoundSheet,
    Imported,
    ImportPreview,
    ImportResult,
    Origin,
    PreviewRow,
    SheetMapping,
    SheetPreview,
    ToldDay,
)
from frontdesk.services.exchange.rows import read_rows
from frontdesk.services.exchange.sheet import is_blank
from frontdesk.services.exchange.storing import store_book
from frontdesk.services.permissions import Permission, requires

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_SHOWN_ROWS = 200
_LONGEST_NAME = 255
_SAMPLES = 3
_SAMPLE_LENGTH = 40
#: Where rejected sheets go when the folder of the original cannot be written to.
_REJECTED_FOLDER = "rejected"


class _Stopped(Exception):
    """The person cancelled; rolls the transaction back."""


class ExchangeService:
    """Delivery sheets in. ``preview`` stores nothing; ``run`` stores all good rows or none."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.IMPORT_DELIVERIES)
    def preview(
        self, path: Path, mapping: SheetMapping | None = None, *, recognise: bool = False
    ) -> ImportPreview:
        """What importing the file at ``path`` would do, with ``mapping`` or as guessed.

        With ``recognise`` only the sheet is taken from ``mapping``, its columns are recognised.

        Raises:
            UserError: ``file.*``, when the file cannot be read.
        """
        sheets = read_sheets(path)
        with self.desk.read() as session:
            choice = choose(session, sheets, mapping, recognise=recognise)
            content = read_rows(choice.sheet, choice.heading, choice.columns)
            faults = tuple(_problems(choice, content))
            book = open_book(session, content.good, self.desk.today)
            created = [book.take(row) for row in content.good]
        shown = zip(content.good[:_SHOWN_ROWS], created, strict=False)
        return ImportPreview(
            path=path,
            sheets=tuple(
                SheetPreview(s.name, len(s.rows), s.visible, choice.headings[s.name].score > 0)
                for s in sheets
            ),
            mapping=choice.mapping,
            heading_row=choice.heading.last,
            columns=tuple(_columns(choice)),
            problems=faults,
            rows=tuple(PreviewRow(row, is_new) for row, is_new in shown),
            faults=content.faults,
            skipped=content.skipped,
            notices=content.notices,
            created=sum(created),
            updated=len(created) - sum(created),
        )

    @requires(Permission.IMPORT_DELIVERIES)
    def run(
        self,
        path: Path,
        mapping: SheetMapping | None = None,
        progress: Progress = lambda _done, _total: None,
        cancelled: Cancelled = lambda: False,
        language: Language = Language.ZH_CN,
    ) -> ImportResult:
        """Store all good rows of the file in one transaction; rows at fault come out as a sheet.

        Args:
            path: the file; read again, so that what counts is what lies there now.
            mapping: as confirmed by the person (and then remembered), or ``None`` for the guess.
            progress: told ``(done, total)`` in rows, from the calling thread.
            cancelled: asked between steps; once true, nothing is stored.
            language: of the reasons in the rejected sheet.

        Raises:
            UserError: ``file.*`` or ``sheet.*``; nothing was stored.
        """
        sheets = read_sheets(path)
        with self.desk.read() as session:
            choice = choose(session, sheets, mapping)
        content = read_rows(choice.sheet, choice.heading, choice.columns)
        faults = _problems(choice, content)
        if faults:
            raise faults[0] if len(faults) == 1 else InputErrors(faults)
        total = len(content.good) + len(content.faults)

        def step(share: float) -> None:
            if cancelled():
                raise _Stopped
            progress(min(int(total * share), total - 1), total)

        try:
            result = self._store(path, choice, content, step, language, mapping is not None)
        except _Stopped:
            return ImportResult(0, 0, 0, 0, None, None, cancelled=True)
        progress(total, total)
        return result

    def _store(
        self,
        path: Path,
        choice: Choice,
        content: SheetContent,
        step: Callable[[float], None],
        language: Language,
        confirmed: bool,
    ) -> ImportResult:
        rejected = _rejected_bytes(choice, content, language)
        written: Path | None = None
        step(0.0)
        try:
            with self.desk.write() as work:
                created, batch_id = self._keep(work, path, content, step)
                if confirmed:
                    remember(work.session, choice, work.now)
                step(1.0)
                if rejected is not None:
                    folder = self.desk.store.folder.root / _REJECTED_FOLDER
                    written = write_beside(path, rejected, language, folder)
        except BaseException:
            # Whatever ended it, nothing was stored: a sheet of rejected rows would mislead.
            if written is not None:
                written.unlink(missing_ok=True)
            raise
        good, bad = len(content.good), len(content.faults)
        return ImportResult(good + bad, created, good - created, bad, written, batch_id)

    def _keep(
        self, work: UnitOfWork, path: Path, content: SheetContent, step: Callable[[float], None]
    ) -> tuple[int, str]:
        book = open_book(work.session, content.good, work.today)
        created = sum(book.take(row) for row in content.good)
        counts = {
            "read": len(content.good) + len(content.faults),
            "created": created,
            "updated": len(content.good) - created,
            "rejected": len(content.faults),
        }
        # A file's name may hold bytes that are no text.
        name = text.excerpt(path.name, _LONGEST_NAME)
        batch = ImportBatch(
            id=new_id(), file_name=name, at=work.now, by=self.desk.actor.id, **counts
        )
        change_set = undoing.begin(work, batch.id, name, counts)
        with recording(work.session) as recorded:
            work.session.add(batch)
            work.session.flush()
            store_book(work, book, batch.id, lambda share: step(0.1 + 0.8 * share))
            days.note_sheet(work, batch.id, content.good)
        undoing.keep(change_set, recorded)
        forget_derived(work)
        work.audit("deliveries.import", "import_batch", batch.id, file=name, **counts)
        return created, batch.id

    @requires(Permission.IMPORT_DELIVERIES)
    def imports(self, limit: int = 100) -> tuple[Imported, ...]:
        """Sheets that were imported, the newest first, those undone too."""
        with self.desk.read() as session:
            return undoing.imports(self.desk, session, limit)

    @requires(Permission.IMPORT_DELIVERIES)
    def undo(self, batch_id: str) -> None:
        """Take a whole import back, if nothing was built on it; told twice, it is done once.

        Raises:
            NotFound: there is no such import.
            UserError: ``exchange.undo_late``; ``change_set.*`` says what stands in the way.
        """
        with self.desk.write() as work:
            undoing.undo_import(work, batch_id)

    # days ---------------------------------------------------------------------------------

    @requires(Permission.IMPORT_DELIVERIES)
    def days(self, count: int = 31) -> tuple[ToldDay, ...]:
        """What was told of the last days, today first."""
        with self.desk.read() as session:
            return days.days(self.desk, session, count)

    @requires(Permission.IMPORT_DELIVERIES)
    def missing_days(self) -> tuple[ToldDay, ...]:
        """Working days without a sheet and without 'no delivery', today's among them."""
        with self.desk.read() as session:
            return days.missing(self.desk, session)

    @requires(Permission.IMPORT_DELIVERIES)
    def say_none(self, day: date) -> None:
        """No car was delivered on ``day``.

        Raises:
            UserError: ``deliveries.future``, ``deliveries.has_sheet``.
        """
        with self.desk.write() as work:
            days.say_none(work, day)

    @requires(Permission.IMPORT_DELIVERIES)
    def take_back_none(self, day: date) -> None:
        """'No delivery' was said of ``day`` by mistake."""
        with self.desk.write() as work:
            days.take_back_none(work, day)

    @requires(Permission.IMPORT_DELIVERIES)
    def folder(self) -> str:
        """The folder in which new sheets are looked for; '' for none."""
        with self.desk.read() as session:
            return days.folder(session)

    @requires(Permission.IMPORT_DELIVERIES)
    def choose_folder(self, folder: str) -> None:
        """Look for new sheets in ``folder``, or with '' nowhere.

        Raises:
            UserError: ``deliveries.no_folder``.
        """
        with self.desk.write() as work:
            days.choose_folder(work, folder)

    @requires(Permission.IMPORT_DELIVERIES)
    def waiting_sheets(self) -> tuple[FoundSheet, ...]:
        """Sheets that lie in the folder and were not imported; none is imported by itself.

        Raises:
            EnvironmentFault: ``deliveries.folder_gone``.
        """
        with self.desk.read() as session:
            return days.waiting_sheets(session)


def _problems(choice: Choice, content: SheetContent) -> list[UserError]:
    found = problems(choice.columns)
    if found and not choice.heading.last:
        found.insert(0, UserError("sheet.no_heading", field="columns"))
    if not found and not content.good and not content.faults:
        found.append(UserError("sheet.no_rows", field="path"))
    return found


def _rejected_bytes(choice: Choice, content: SheetContent, language: Language) -> bytes | None:
    if not content.faults:
        return None
    return rejected_sheet(
        content.faults,
        choice.heading,
        choice.columns,
        language,
        epoch_1904=choice.sheet.epoch_1904,
    )


def _columns(choice: Choice) -> list[ColumnPreview]:
    below = choice.sheet.rows[choice.heading.last : choice.heading.last + 60]
    found = []
    for position, title in enumerate(choice.heading.titles):
        filled = (row[position] for row in below if position < len(row))
        samples = [
            " ".join(cells.as_text(value).split())[:_SAMPLE_LENGTH]
            for value in filled
            if not is_blank(value)
        ][:_SAMPLES]
        if not title and not samples:
            continue
        origin = choice.origins.get(position, Origin.NONE)
        column = choice.columns.get(position)
        found.append(ColumnPreview(position, title, tuple(samples), column, origin))
    return found
