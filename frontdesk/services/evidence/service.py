"""The evidence of a record: add, list, look, export, withdraw; never deleted (domain §5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.attachment import Attachment
from frontdesk.models.enums import AttachmentKind
from frontdesk.models.values.text import note
from frontdesk.services.desk import Desk
from frontdesk.services.evidence import keeping, looking, reading
from frontdesk.services.evidence.dto import (
    Cancelled,
    Evidence,
    Offered,
    Outcome,
    Progress,
    View,
)
from frontdesk.services.evidence.exporting import exported
from frontdesk.services.evidence.kinds import TYPES, Shape
from frontdesk.services.evidence.source import Pieces, measured, opened, typed
from frontdesk.services.permissions import Act, Permission, confirmed, requires

_NUMBER = re.compile(r"C-\d{4}-\d{6,}")


class EvidenceService:
    """Files kept inside the encrypted store; whoever may see the record may see them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.REGISTER_COMPLAINT)
    def add(
        self,
        subject: str,
        subject_id: str,
        name: str,
        source: Path | bytes,
        kind: AttachmentKind | None = None,
        note: str = "",
    ) -> str:
        """Keep one file with a record; its id. The kind is told by the content unless given.

        Raises:
            UserError: why it is not kept: type, size, pixels, no room, there already.
        """
        offered = Offered(name, source, kind, note)
        return keeping.keep(self.desk, subject, subject_id, offered, lambda _: None).id

    @requires(Permission.REGISTER_COMPLAINT)
    def add_many(
        self,
        subject: str,
        subject_id: str,
        files: Sequence[Offered],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> tuple[Outcome, ...]:
        """Keep several files, each whole or not at all; what became of each.

        Once cancelled the file at hand and those after it have no outcome.
        """
        teller = _Teller(files, progress, cancelled)
        outcomes: list[Outcome] = []
        for offered in files:
            teller.name = offered.name
            try:
                kept = keeping.keep(self.desk, subject, subject_id, offered, teller.told)
                remark = UserError("evidence.kept_unseen") if kept.type.unseen else None
                outcomes.append(Outcome(offered.name, kept.id, remark=remark))
            except _Stopped:
                break
            except UserError as refusal:
                outcomes.append(Outcome(offered.name, refusal=refusal))
        return tuple(outcomes)

    @requires(Permission.VIEW_COMPLAINTS)
    def list(self, subject: str, subject_id: str) -> tuple[Evidence, ...]:
        """The files of a record in the order they were added, withdrawn ones last."""
        with self.desk.read() as session:
            keeping.check_record(session, subject, subject_id)
            may_add = self.desk.may(keeping.adder_of(subject))
            return reading.evidence_of(
                session, self.desk.actor, subject, subject_id, may_add=may_add
            )

    @requires(Permission.VIEW_COMPLAINTS)
    def thumbnail(self, attachment_id: str) -> bytes | None:
        """A small JPEG; ``None`` where none could be made."""
        with self.desk.read() as session:
            return reading.find(session, attachment_id).thumbnail

    @requires(Permission.VIEW_COMPLAINTS)
    def view(self, attachment_id: str, page: int = 0) -> View:
        """A picture, or a page of a PDF, large enough to be looked at; noted in the trail.

        Raises:
            NotFound: there is no such file.
            UserError: it cannot be shown; it can be exported.
            EnvironmentFault: the content is not what was added.
        """
        self._note_seen(attachment_id, "evidence.view")
        with self.desk.read() as session:
            kept = reading.find(session, attachment_id)
            look = looking.preview(
                reading.pieces(session, kept),
                TYPES[kept.media_type].shape,
                self.desk.rules.evidence_megapixels,
                page=page,
                side=looking.VIEW_SIDE,
            )
        if look.picture is None:
            unseen = TYPES[kept.media_type].unseen
            raise UserError("evidence.kept_unseen" if unseen else "evidence.no_view")
        return View(look.picture, page, look.pages or 1)

    @requires(Permission.VIEW_COMPLAINTS)
    def content(self, attachment_id: str) -> bytes:
        """The whole file as it was added, proved; noted in the trail.

        Raises:
            NotFound: there is no such file.
            EnvironmentFault: the content is not what was added.
        """
        self._note_seen(attachment_id, "evidence.view")
        with self.desk.read() as session:
            return b"".join(reading.pieces(session, reading.find(session, attachment_id)))

    @requires(Permission.VIEW_COMPLAINTS)
    @confirmed(Act.EXPORT)
    def export(self, attachment_id: str, target: Path) -> None:
        """Write the file to ``target``, out of the program's hands; whole, or not at all.

        Raises:
            UserError: it cannot be written there.
            EnvironmentFault: the content is not what was added.
        """
        self._note_seen(attachment_id, "evidence.export")
        with self.desk.read() as session:
            kept = reading.find(session, attachment_id)
            exported(target, reading.pieces(session, kept))

    @requires(Permission.REGISTER_COMPLAINT)
    def withdraw(self, attachment_id: str, why: str) -> None:
        """Take a file out of the record; it stays, marked with who, when and why.

        Raises:
            UserError: no reason, withdrawn already, or not this person's to withdraw: photos of a
                visit the customer has agreed to are a manager's.
        """
        said = note(why, "why")
        if not said:
            raise UserError("evidence.why_missing", "why")
        with self.desk.write() as work:
            kept = reading.find(work.session, attachment_id)
            self._check_own(work.session, kept)
            kept.withdrawn_at, kept.withdrawn_by = work.now, self.desk.actor.id
            kept.withdrawn_why = said
            work.audit(
                "evidence.withdraw", kept.subject, kept.subject_id, file=kept.name, reason=said
            )
            work.changed(keeping.SUBJECTS[kept.subject][1])

    @requires(Permission.REGISTER_COMPLAINT)
    def mark(self, attachment_id: str, kind: AttachmentKind) -> None:
        """Take a file for something else, such as the signed sheet.

        Raises:
            UserError: withdrawn, or not this person's.
        """
        with self.desk.write() as work:
            kept = reading.find(work.session, attachment_id)
            self._check_own(work.session, kept)
            if kept.kind is not kind:
                keeping.mark(work, kept, kind)

    @requires(Permission.VIEW_COMPLAINTS)
    def find_by_scan(self, source: Path | bytes) -> str | None:
        """The number of the ticket whose barcode is on a scanned sheet; ``None``: none was read.

        Raises:
            UserError: the file cannot be read, is too large, or of a type that is not kept.
        """
        with opened(source) as file:
            size = measured(file, self.desk.rules.evidence_mb)
            shape = typed(file).shape
            if shape not in {Shape.PICTURE, Shape.PAGES}:
                return None
            codes = looking.scan(
                Pieces(file, size, lambda _: None), shape, self.desk.rules.evidence_megapixels
            )
        return next((code for code in codes if _NUMBER.fullmatch(code)), None)

    def _check_own(self, session: Session, kept: Attachment) -> None:
        self.desk.check(keeping.adder_of(kept.subject))
        if kept.withdrawn_at is not None:
            raise UserError("evidence.withdrawn_already")
        bound = reading.is_bound(session, kept.subject, kept.subject_id)
        if not reading.may_withdraw(self.desk.actor, kept, bound):
            raise UserError("evidence.agreed_to" if bound else "evidence.not_yours")

    def _note_seen(self, attachment_id: str, act: str) -> None:
        with self.desk.write() as work:
            kept = reading.find(work.session, attachment_id)
            if act == "evidence.view":
                work.audit("evidence.view", kept.subject, kept.subject_id, file=kept.name)
            else:
                work.audit("evidence.export", kept.subject, kept.subject_id, file=kept.name)


class _Stopped(Exception):
    """The person has thought better of it."""


class _Teller:
    """Counts the bytes of all files, each read twice, and looks whether to stop."""

    def __init__(
        self, files: Sequence[Offered], progress: Progress | None, cancelled: Cancelled | None
    ) -> None:
        self.name = ""
        self._progress, self._cancelled = progress, cancelled
        self._done = 0
        self._total = 2 * sum(_size(each.source) for each in files)

    def told(self, size: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise _Stopped
        self._done = min(self._done + size, self._total)
        if self._progress is not None:
            self._progress(self._done // 1024, self._total // 1024, self.name)


def _size(source: Path | bytes) -> int:
    if isinstance(source, bytes):
        return len(source)
    try:
        return source.stat().st_size
    except (OSError, ValueError):
        return 0
