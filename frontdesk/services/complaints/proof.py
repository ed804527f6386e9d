"""The proof pack of one complaint: everything there is about it, in one file (domain §8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy.orm import Session

from frontdesk import __version__
from frontdesk.clock import local
from frontdesk.errors import PermissionDenied
from frontdesk.language import Language
from frontdesk.models.attachment import Attachment
from frontdesk.models.categories import CategoryTree
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.values import identity, phone
from frontdesk.reports.inputs import ComplaintForm, Printed
from frontdesk.reports.inputs.proof import Exhibit, ProofSheet, Said
from frontdesk.services.audit import naming
from frontdesk.services.complaints import proof_pack, tickets
from frontdesk.services.complaints.beside import read_beside
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.dto import Ticket
from frontdesk.services.complaints.paper import form_of
from frontdesk.services.complaints.plain_words import lines_of, taken_by
from frontdesk.services.complaints.proof_calls import call_of, callbacks_of
from frontdesk.services.complaints.proof_log import as_json, in_words, sealed_entries
from frontdesk.services.complaints.proof_pack import PackWriter, ProofFault, ProofFound
from frontdesk.services.desk import Desk
from frontdesk.services.evidence.kinds import TYPES
from frontdesk.services.evidence.reading import evidence_of, pieces
from frontdesk.services.evidence.signed import COMPLAINT
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import letterhead
from frontdesk.services.whole_file import synced, whole_file
from frontdesk.store import seals
from frontdesk.store.head import Head
from frontdesk.texts import term
from frontdesk.texts.proof import ABOUT, README

FORM, SHEETS, READ_ME = "complaint-form.pdf", "proof.pdf", "README.txt"


@dataclass(frozen=True, slots=True)
class ProofMade:
    """A pack that was written: where, of how many parts, and the SHA-256 of its manifest."""

    path: Path
    number: str
    parts: int
    sha256: str


class ProofService:
    """For the CS manager and the general manager, who may read the audit trail."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_AUDIT)
    @confirmed(Act.EXPORT)
    def make(
        self, which: str, target: Path, language: Language, *, in_full: bool = False
    ) -> ProofMade:
        """Write the pack of a ticket (id or number) to ``target``; what stood there is replaced.

        ``in_full`` shows telephone and ID number unmasked, which is noted like any look at them.

        Raises:
            NotFound: there is no such ticket.
            PermissionDenied: ``in_full``, and the person may not see them.
            UserError: ``proof.not_written``: the place refuses it; what was there stays.
        """
        if in_full and not {Permission.SEE_PHONES, Permission.REVEAL_IDENTITY} <= (
            self.desk.permissions
        ):
            raise PermissionDenied("permission.denied", act=Permission.REVEAL_IDENTITY)
        with whole_file(target, "proof.not_written") as file:
            made, customer_id = self._write(which, file, target, language, in_full=in_full)
            synced(file)  # nothing is noted that could not be written
            self._note(which, made, customer_id, in_full=in_full)
        return made

    @requires(Permission.VIEW_AUDIT)
    def compare(self, path: Path) -> ProofFound:
        """Verify a pack, and its change log against the trail in the store.

        Raises:
            UserError: it cannot be read.
        """
        found = proof_pack.verify(path)
        if found.faults:
            return found
        log = proof_pack.read_log(path)
        subjects: dict[str, list[str]] = {}
        for each in log["entries"]:
            subjects.setdefault(str(each.get("subject")), []).append(str(each.get("subject_id")))
        with self.desk.read() as session:
            kept = {one.sequence: one for one in sealed_entries(session, subjects)}
            strange = [
                str(each.get("sequence"))
                for each in log["entries"]
                if (one := kept.get(each.get("sequence"))) is None
                or any(each.get(name) != getattr(one, name) for name in one.__slots__)
            ]
        faults = tuple(ProofFault("proof.not_in_trail", sequence) for sequence in strange)
        return replace(found, faults=faults)

    # inside -----------------------------------------------------------------------------

    def _write(
        self, which: str, file: IO[bytes], target: Path, language: Language, *, in_full: bool
    ) -> tuple[ProofMade, str]:
        from frontdesk.reports import complaint_form, proof_sheet

        with self.desk.read() as session:
            found = tickets.find(session, which)
            gathered = _Gathering(self.desk, session, found, language, in_full=in_full)
            ticket = gathered.ticket
            writer = PackWriter(file, gathered.wall(self.desk.now) or self.desk.now)
            writer.add(READ_ME, [README.encode()], "about")
            form = gathered.form()
            writer.add(FORM, [complaint_form.render(form, language)], "form")
            exhibits = gathered.exhibits(writer)
            log = gathered.log
            writer.add(proof_pack.LOG, [as_json(log, gathered.names, gathered.head)], "change_log")
            sheet = gathered.sheet(exhibits)
            writer.add(SHEETS, [proof_sheet.render(sheet, language)], "sheets")
            head = gathered.head
            digest = writer.close(
                {
                    "number": ticket.number,
                    "made_at": self.desk.now.isoformat(),
                    "made_by": self.desk.actor.name,
                    "dealership": self.desk.profile.name,
                    "program": f"frontdesk {__version__}",
                    "language": language.value,
                    "numbers": "in full" if in_full else "masked",
                    "head": None
                    if head is None
                    else {"sequence": head.sequence, "seal": head.seal},
                }
            )
        made = ProofMade(target, ticket.number, len(writer.parts), digest)
        return made, ticket.customer_id

    def _note(self, which: str, made: ProofMade, customer_id: str, *, in_full: bool) -> None:
        with self.desk.write() as work:
            ticket = tickets.find(work.session, which)
            if in_full:
                work.audit("customer.reveal_phones", "customer", customer_id)
                work.audit("customer.reveal_identity", "customer", customer_id, number=made.number)
            work.audit(
                "complaint.proof",
                COMPLAINT,
                ticket.id,
                number=made.number,
                count=made.parts,
                sha256=made.sha256,
            )


class _Gathering:
    """Everything of one ticket, read in one moment of the store."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        found: Complaint,
        language: Language,
        *,
        in_full: bool,
    ) -> None:
        self._desk, self._session, self._language = desk, session, language
        self._in_full = in_full
        self.names = naming.people(session)
        self.tree: CategoryTree = load_categories(session)
        self.customer = session.get_one(Customer, found.customer_id)
        self.ticket = self._shown(tickets.open_ticket(desk, session, found), found)
        self._calls = callbacks_of(session, found.id, found.callback_id)
        ids = {COMPLAINT: [found.id], "callback": [call.id for call in self._calls]}
        self.log = sealed_entries(session, ids)
        self.head: Head | None = seals.newest(session.connection())

    def form(self) -> ComplaintForm:
        """The form as it stands; no copy of paper, hence not counted."""
        clock = self._desk.clock
        beside = read_beside(self._session, self.ticket.id, lambda at: local(at, clock).date())
        return form_of(self._desk, self.ticket, beside, self.tree, self._language, 0)

    def exhibits(self, writer: PackWriter) -> tuple[Exhibit, ...]:
        """Add every file of the evidence under a safe name; withdrawn ones are only named."""
        found = evidence_of(self._session, self._desk.actor, COMPLAINT, self.ticket.id)
        shown: list[Exhibit] = []
        for place, each in enumerate(found, 1):
            path, note = "", each.note
            if each.withdrawn is None:
                kept = self._session.get_one(Attachment, each.id)
                suffix = TYPES[each.media_type].suffix
                path = f"attachments/{place:02}-{each.kind.value}{suffix}"
                writer.add(path, pieces(self._session, kept), each.kind.value, each.name)
            else:
                gone = each.withdrawn
                note = f"{self.wall(gone.at):%Y-%m-%d %H:%M} {gone.by}: {gone.why}"
            shown.append(
                Exhibit(
                    name=each.name,
                    kind=term(each.kind, self._language),
                    size=each.size,
                    sha256=each.sha256.hex(),
                    at=self.wall(each.added_at),
                    by=each.added_by,
                    path=path,
                    note=note,
                )
            )
        return tuple(shown)

    def sheet(self, exhibits: tuple[Exhibit, ...]) -> ProofSheet:
        """What the readable part shows."""
        desk, language = self._desk, self._language
        return ProofSheet(
            dealership=letterhead(desk.profile),
            printed=Printed(0, desk.actor.name, self.wall(desk.now)),
            number=self.ticket.number,
            about=self._about(),
            entries=tuple(
                Said(
                    entry.position,
                    term(entry.step, language),
                    entry.round,
                    self.wall(entry.at),
                    taken_by(entry, language),
                    lines_of(entry, language, self.tree, desk),
                )
                for entry in self.ticket.entries
            ),
            calls=tuple(
                call_of(self._session, call, self.names, language, self.wall)
                for call in self._calls
            ),
            exhibits=exhibits,
            log=tuple(
                in_words(entry, self.names, language, lambda at: local(at, desk.clock))
                for entry in self.log
            ),
            head_sequence=self.head.sequence if self.head else 0,
            head_seal=self.head.seal if self.head else "",
        )

    def wall(self, moment: datetime | None) -> datetime | None:
        """A moment by the desk's clock."""
        return None if moment is None else local(moment, self._desk.clock)

    def _about(self) -> tuple[tuple[str, str], ...]:
        number = self.customer.identity_number or ""
        shown = number if self._in_full else identity.masked(number) if number else ""
        ticket = self.ticket
        values = (
            ticket.number,
            f"{ticket.customer} {ticket.customer_number}",
            ticket.complainant,
            ticket.phone,
            shown,
            " / ".join(part for part in (ticket.plate, ticket.model) if part),
            self.tree.path(ticket.category, self._language),
        )
        lines = zip(ABOUT, values, strict=True)
        return tuple((name.in_(self._language), value) for name, value in lines if value)

    def _shown(self, ticket: Ticket, found: Complaint) -> Ticket:
        number = found.complainant_phone or next(
            (each.number for each in self.customer.phones if not each.wrong), ""
        )
        if not number:
            return ticket
        return replace(ticket, phone=(phone.display if self._in_full else phone.masked)(number))
