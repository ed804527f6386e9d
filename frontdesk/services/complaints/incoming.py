"""Calls that come in: who calls, what is asked; a ticket, or a note in the file (§4.2, §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.customer import Customer, CustomerNote
from frontdesk.models.enums import CustomerKind, CustomerSource, Gender, IncomingKind
from frontdesk.models.values import names, phone
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.callbacks.wording import salutation
from frontdesk.services.complaints import beginning, registration
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.dto import CategoryTree, RegisterComplaint, Start
from frontdesk.services.complaints.forms import INCOMING_FORM, REGISTER_FORM
from frontdesk.services.complaints.incoming_heard import Ending, ending, note_of, sheets
from frontdesk.services.customers import saving
from frontdesk.services.customers.checks import phone_field
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.scripts import Progress, Script, Value, script_key

CALLER_NAME, CALLER_PHONE = "caller_name", "caller_phone"
"""The inputs that make a small file of a caller nobody here knows."""
_INPUTS = {"name": CALLER_NAME, phone_field(0): CALLER_PHONE}


@dataclass(frozen=True, slots=True)
class NewCaller:
    """Somebody who has no file yet: it is made in the transaction that keeps the call."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class IncomingCall:
    """How a call went: which script in which version (0: the one in force), and the answers."""

    kind: IncomingKind
    progress: Progress
    version: int = 0


@dataclass(frozen=True, slots=True)
class IncomingStart:
    """What a call begins with; ``values`` fill the sentences of ``scripts`` in each language."""

    start: Start
    tree: CategoryTree
    values: Mapping[Language, Mapping[str, Value]]
    scripts: Mapping[IncomingKind, Script]


class IncomingService:
    """Whoever may register a complaint may take a call, and open the caller's small file by it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.REGISTER_COMPLAINT)
    def scripts(self) -> Mapping[IncomingKind, Script]:
        """The script in force for each kind of call."""
        with self.desk.read() as session:
            return _in_force(session)

    @requires(Permission.REGISTER_COMPLAINT)
    def begin(self, customer_id: str) -> IncomingStart:
        """The call of a customer who has a file.

        Raises:
            NotFound: there is no such file.
        """
        with self.desk.read() as session:
            start = beginning.begin(self.desk, session, customer_id)
            row = session.execute(
                select(Customer.gender, Customer.kind).where(Customer.id == customer_id)
            ).one()
            return IncomingStart(
                start,
                load_categories(session),
                self._values(start.customer, row.gender, row.kind),
                _in_force(session),
            )

    @requires(Permission.REGISTER_COMPLAINT)
    def begin_new(self, caller: NewCaller, customer_id: str) -> IncomingStart:
        """The call of somebody without a file; ``customer_id`` is the one it will have.

        Raises:
            UserError: name or telephone could not stand in a file.
        """
        name = names.parse(caller.name, CALLER_NAME)
        if caller.phone.strip():
            phone.normalise(caller.phone, CALLER_PHONE)
        with self.desk.read() as session:
            start = Start(
                customer_id=customer_id,
                customer_number="",
                customer=name,
                phone=caller.phone.strip(),
                cars=(),
                visits=(),
                colleagues=beginning.colleagues(session),
                open_tickets=(),
            )
            values = self._values(name, Gender.UNKNOWN, CustomerKind.PERSON)
            return IncomingStart(start, load_categories(session), values, _in_force(session))

    @requires(Permission.REGISTER_COMPLAINT)
    def register(
        self, given: RegisterComplaint, call: IncomingCall | None, caller: NewCaller | None = None
    ) -> str:
        """Register the complaint of a call, with the file of a new ``caller``; the ticket's id.

        Raises:
            InputErrors: what has to be mended, each beside its field.
        """
        with self.desk.write() as work:
            self._open_file(work, given.customer_id, caller)
            complaint_id = registration.register(work, given)
            if call is not None:
                work.audit(
                    "incoming.register",
                    "complaint",
                    complaint_id,
                    kind=call.kind,
                    script=_version(_kept(work, call)),
                )
            drop_draft(work, INCOMING_FORM, given.customer_id)
            drop_draft(work, REGISTER_FORM, given.customer_id)
            return complaint_id

    @requires(Permission.REGISTER_COMPLAINT)
    def keep_note(
        self,
        customer_id: str,
        call: IncomingCall,
        language: Language,
        caller: NewCaller | None = None,
        note_id: str | None = None,
    ) -> None:
        """Keep the call as a dated, signed note in the file: the caller is content with that.

        ``note_id`` is made by the caller, so that a note told twice is kept once.

        Raises:
            UserError: ``incoming.not_content``: the script has not led there.
            InputErrors: name or telephone of a new caller.
        """
        with self.desk.write() as work:
            script = _kept(work, call)
            if ending(script, call.progress) is not Ending.NOTE:
                raise UserError("incoming.not_content")
            made = note_id or new_id()
            if work.session.get(CustomerNote, made) is None:
                self._open_file(work, customer_id, caller)
                written = note_of(call.kind, script, call.progress, language)
                for at, sheet in enumerate(sheets(written)):
                    saving.add_note(work, customer_id, sheet, made if at == 0 else new_id())
                work.audit(
                    "incoming.note",
                    "customer",
                    customer_id,
                    kind=call.kind,
                    script=_version(script),
                )
            drop_draft(work, INCOMING_FORM, customer_id)

    def _open_file(self, work: UnitOfWork, customer_id: str, caller: NewCaller | None) -> None:
        """A prospect's file of name and telephone, its faults beside the inputs of the call."""
        if caller is None:
            return
        phones = (PhoneInput(caller.phone),) if caller.phone.strip() else ()
        given = CustomerInput(caller.name, phones, source=CustomerSource.PHONE)
        try:
            saving.create(work, given, customer_id)
        except UserError as fault:
            faults = fault.errors if isinstance(fault, InputErrors) else (fault,)
            raise InputErrors(
                [UserError(f.code, _INPUTS.get(f.field or "", f.field), **f.params) for f in faults]
            ) from fault

    def _values(
        self, name: str, gender: Gender, kind: CustomerKind
    ) -> Mapping[Language, Mapping[str, Value]]:
        profile = self.desk.profile
        return {
            language: {
                "salutation": salutation(name, gender, kind, language),
                "customer_name": name or None,
                "dealership": profile.name,
                "caller": self.desk.actor.name,
                "service_phone": profile.service_phone or None,
                "booking_phone": profile.booking_phone or None,
                "rescue_phone": profile.rescue_phone or None,
            }
            for language in Language
        }


def _in_force(session: Session) -> Mapping[IncomingKind, Script]:
    return {kind: script_shelf.newest(session, kind) for kind in IncomingKind}


def _kept(work: UnitOfWork, call: IncomingCall) -> Script:
    """The script the call was led along; that version is kept from now on."""
    key = script_key(call.kind)
    script = script_shelf.kept(work.session, key, call.version, call.kind)
    script_shelf.keep(work, script)
    return script


def _version(script: Script) -> str:
    return f"{script.key}@{script.version}"
