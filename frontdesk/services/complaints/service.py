"""The complaint desk: register, take steps, look, list, print (domain §5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintState, ComplaintStep
from frontdesk.services.complaints import beginning, listing, registration, steps, tickets
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.dto import (
    CategoryTree,
    ComplaintFilter,
    Earlier,
    RegisterComplaint,
    Start,
    Ticket,
    TicketRow,
)
from frontdesk.services.complaints.forms import REGISTER_FORM, step_form_key
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm

_STEP_PERMISSIONS = (
    Permission.REGISTER_COMPLAINT,
    Permission.JUDGE_COMPLAINT,
    Permission.WRITE_OPINION,
    Permission.APPROVE_COMPLAINT,
    Permission.DISPATCH_COMPLAINT,
    Permission.HANDLE_COMPLAINT,
    Permission.FOLLOW_UP_COMPLAINT,
    Permission.SIGN_OFF_COMPLAINT,
    Permission.FILE_COMPLAINT,
)
_EVERYTHING = ComplaintFilter()


class ComplaintService:
    """Tickets of the signed-in person's dealership, as far as their roles go."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.REGISTER_COMPLAINT)
    def begin(self, customer_id: str) -> Start:
        """What is known of the customer before the complaint is written down."""
        with self.desk.read() as session:
            return beginning.begin(self.desk, session, customer_id)

    @requires(Permission.REGISTER_COMPLAINT)
    def earlier(self, customer_id: str, vehicle_id: str | None, category: str) -> Earlier:
        """What a complaint of this customer, or of this car and category, would repeat."""
        days = self.desk.rules.repeat_complaint_days
        since = self.desk.now - timedelta(days=days)
        with self.desk.read() as session:
            rows = session.execute(
                registration.repeats(customer_id, vehicle_id, category, since)
            ).all()
            return Earlier(days, tuple((row.id, row.number) for row in rows))

    @requires(Permission.REGISTER_COMPLAINT)
    def register(self, given: RegisterComplaint) -> str:
        """Register a complaint; the id of its ticket.

        Raises:
            InputErrors: what has to be mended, each beside its field.
        """
        with self.desk.write() as work:
            complaint_id = registration.register(work, given)
            drop_draft(work, REGISTER_FORM, given.customer_id)
            return complaint_id

    @requires(*_STEP_PERMISSIONS)
    def take(
        self,
        complaint_id: str,
        step: ComplaintStep,
        said: Mapping[str, object],
        version: int | None = None,
    ) -> ComplaintState:
        """Take one step of the loop; the state the ticket then waits in.

        ``version`` is the ticket's as it was opened; acknowledging and adding words need none.

        Raises:
            PermissionDenied, UserError: not this person's step, or not now; the sentence says why.
            InputErrors: what has to be mended, each beside its field.
            Conflict: someone else took a step in between.
            ConfirmationNeeded: an approval or a signature, and the password was not typed lately.
        """
        with self.desk.write() as work:
            state = steps.take(work, complaint_id, step, said, version)
            drop_draft(work, step_form_key(step), complaint_id)
            return state

    @requires(*_STEP_PERMISSIONS)
    def acknowledge(self, complaint_id: str, said: Mapping[str, object]) -> ComplaintState:
        """Note when and how the customer was told that it is being handled (step 1a)."""
        return self.take(complaint_id, ComplaintStep.ACKNOWLEDGED, said)

    @requires(Permission.REGISTER_COMPLAINT)
    def add_words(self, complaint_id: str, words: str) -> ComplaintState:
        """Add a remark or a correction; nothing said before is changed."""
        return self.take(complaint_id, ComplaintStep.ADDED, {"words": words})

    @requires(Permission.VIEW_COMPLAINTS)
    def open(self, which: str) -> Ticket:
        """The ticket with this id or number.

        Raises:
            NotFound: there is none.
        """
        with self.desk.read() as session:
            return tickets.open_ticket(self.desk, session, tickets.find(session, which))

    @requires(Permission.VIEW_COMPLAINTS)
    def list(self, wanted: ComplaintFilter = _EVERYTHING) -> tuple[TicketRow, ...]:
        """Tickets, overdue first, then by the clock that ends next, then filed ones."""
        with self.desk.read() as session:
            return listing.list_tickets(self.desk, session, wanted)

    @requires(Permission.VIEW_COMPLAINTS)
    def waiting(self) -> tuple[TicketRow, ...]:
        """What waits for the signed-in person; overdue ones also for every manager."""
        return self.list(ComplaintFilter(mine=True))

    @requires(Permission.VIEW_COMPLAINTS)
    def numbers(self) -> tuple[str, ...]:
        """The numbers of all tickets, oldest first."""
        with self.desk.read() as session:
            return listing.numbers(session)

    @requires(Permission.SIGNED_IN)
    def categories(self) -> CategoryTree:
        """The category tree in force."""
        with self.desk.read() as session:
            return load_categories(session)

    @requires(Permission.VIEW_COMPLAINTS)
    def print_form(self, which: str, language: Language) -> PrintedForm:
        """The complaint registration form of a ticket (id or number); every copy is counted.

        Raises:
            NotFound: there is no such ticket.
        """
        from frontdesk.services.complaints import paper

        return paper.print_form(self.desk, which, language)
