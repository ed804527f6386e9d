"""Customer files and cars for the signed-in person."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from frontdesk.errors import NotFound
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.values import phone
from frontdesk.models.values.ids import new_id
from frontdesk.services.customers import (
    asked_once,
    checks,
    duplicates,
    file,
    handing_over,
    listing,
    saving,
    timeline,
)
from frontdesk.services.customers.dto import (
    CustomerFile,
    CustomerFilter,
    CustomerPage,
    Duplicate,
    EntryKind,
    NewFile,
    Sort,
    TimelineEntry,
    TimelinePlace,
)
from frontdesk.services.customers.inputs import (
    BackgroundInput,
    CustomerInput,
    Known,
    VehicleInput,
)
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.intake.checks import Checking
from frontdesk.services.permissions import Permission, requires

CUSTOMER_FORM, VEHICLE_FORM, NOTE_FORM = "customer", "vehicle", "customer_note"
BACKGROUND_FORM = "customer.background"
"""Names of the drafts that a save takes away, in its own transaction."""
NEW_CAR_FORM = "intake.new_car"
"""The short form of the reception desk for file and car in one."""


class CustomerService:
    """Every write is one transaction with its audit entry and the search index.

    Writes raise ``UserError``/``InputErrors`` for what must be mended, ``Conflict`` when the record
    is no longer at ``version``, ``NotFound`` when it is gone. New records take an id made by the
    caller, so that a save told twice is done once.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # looking -----------------------------------------------------------------------------

    @requires(Permission.VIEW_CUSTOMERS)
    def list(
        self,
        wanted: CustomerFilter | None = None,
        sort: Sort = Sort.LAST_VISIT,
        *,
        descending: bool = True,
        limit: int = 500,
        including: str = "",
    ) -> CustomerPage:
        """The first ``limit`` files that fit, and how many there are.

        A file open at the moment (``including``) that is not among them stands before them.
        """
        with self.desk.read() as session:
            return listing.page(
                self.desk,
                session,
                wanted or CustomerFilter(),
                sort,
                descending=descending,
                limit=limit,
                including=including,
            )

    @requires(Permission.VIEW_CUSTOMERS)
    def open(self, customer_id: str) -> CustomerFile:
        """One file whole; ID number masked, telephones as the person may see them."""
        with self.desk.read() as session:
            return file.whole(self.desk, session, customer_id)

    @requires(Permission.VIEW_CUSTOMERS)
    def timeline(
        self,
        customer_id: str,
        limit: int = 100,
        after: TimelinePlace | None = None,
        kinds: frozenset[EntryKind] | None = None,
    ) -> tuple[TimelineEntry, ...]:
        """The newest ``limit`` events of the customer that come ``after`` a place, newest first.

        ``kinds`` leaves out the others; ``None`` is all.
        """
        with self.desk.read() as session:
            return timeline.entries(self.desk, session, customer_id, limit, after, kinds)

    @requires(Permission.VIEW_CUSTOMERS)
    def duplicates(self, known: Known, except_customer: str | None = None) -> tuple[Duplicate, ...]:
        """Other files with the same phone, ID number, plate or VIN."""
        with self.desk.read() as session:
            return duplicates.find(session, known, except_customer)

    @requires(Permission.REVEAL_IDENTITY)
    def reveal_identity(self, customer_id: str) -> str:
        """The full ID number or company code ('' without one); the look is noted."""
        with self.desk.write() as work:
            row = work.session.execute(
                select(Customer.number, Customer.identity_number).where(Customer.id == customer_id)
            ).one_or_none()
            if row is None:
                raise NotFound("record.not_found")
            work.audit("customer.reveal_identity", "customer", customer_id, number=row.number)
            return row.identity_number or ""

    @requires(Permission.VIEW_CUSTOMERS)
    def reveal_phones(self, customer_id: str) -> dict[str, str]:
        """The full telephone numbers by their ids, for one whose roles see them masked; noted."""
        with self.desk.write() as work:
            rows = work.session.execute(
                select(CustomerPhone.id, CustomerPhone.number).where(
                    CustomerPhone.customer_id == customer_id
                )
            ).all()
            work.audit("customer.reveal_phones", "customer", customer_id)
            return {id_: phone.display(number) for id_, number in rows}

    # writing -----------------------------------------------------------------------------

    @requires(Permission.EDIT_CUSTOMERS)
    def create(self, given: CustomerInput, customer_id: str | None = None) -> str:
        """A new file; returns its id."""
        with self.desk.write() as work:
            drop_draft(work, CUSTOMER_FORM)
            return saving.create(work, given, customer_id or new_id())

    @requires(Permission.EDIT_CUSTOMERS)
    def update(self, customer_id: str, given: CustomerInput, version: int) -> None:
        """Save an edited file."""
        with self.desk.write() as work:
            saving.change(work, customer_id, given, version)
            drop_draft(work, CUSTOMER_FORM, customer_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def update_background(self, customer_id: str, given: BackgroundInput, version: int) -> None:
        """Save what is asked once: background, family, consent per channel."""
        with self.desk.write() as work:
            asked_once.change(work, customer_id, given, version)
            drop_draft(work, BACKGROUND_FORM, customer_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def correct_phone(self, customer_id: str, phone_id: str, number: str) -> None:
        """Replace a number found wrong; the same one typed again is taken for right after all.

        Raises:
            NotFound: the number is no longer in the file.
            UserError: it cannot be a number, or the file has it already; beside ``phone``.
        """
        with self.desk.write() as work:
            saving.correct_phone(work, customer_id, phone_id, number)

    @requires(Permission.EDIT_CUSTOMERS)
    def quick_create(
        self,
        customer: CustomerInput,
        vehicle: VehicleInput,
        ids: NewFile | None = None,
        *,
        form: str = CUSTOMER_FORM,
    ) -> NewFile:
        """File and car of a first visit in one save; ``form`` is the one they were typed into."""
        made = ids or NewFile()
        checking = Checking()
        checking.of(checks.customer_values, customer, self.desk.today)
        checking.of(checks.vehicle_values, vehicle)
        checking.done()
        with self.desk.write() as work:
            saving.create(work, customer, made.customer_id)
            saving.add_vehicle(work, made.customer_id, vehicle, made.vehicle_id)
            drop_draft(work, form)
            if form == CUSTOMER_FORM:
                drop_draft(work, VEHICLE_FORM, new_vehicle_of(""))
        return made

    @requires(Permission.EDIT_CUSTOMERS)
    def add_vehicle(
        self, customer_id: str, given: VehicleInput, vehicle_id: str | None = None
    ) -> str:
        """A car for this customer; returns its id. A VIN that another car has is refused."""
        with self.desk.write() as work:
            drop_draft(work, VEHICLE_FORM, new_vehicle_of(customer_id))
            return saving.add_vehicle(work, customer_id, given, vehicle_id or new_id())

    @requires(Permission.EDIT_CUSTOMERS)
    def update_vehicle(self, vehicle_id: str, given: VehicleInput, version: int) -> None:
        """Save an edited car. Its former plate still finds it."""
        with self.desk.write() as work:
            saving.change_vehicle(work, vehicle_id, given, version)
            drop_draft(work, VEHICLE_FORM, vehicle_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def take_over(self, vehicle_id: str, customer_id: str, on: date | None = None) -> None:
        """The car is this customer's from ``on`` (today); its history stays with both.

        Raises:
            NotFound: there is no such car or file.
            UserError: ``on`` is in the future, or before the car came to its owner.
        """
        with self.desk.write() as work:
            handing_over.take_over(work, vehicle_id, customer_id, on or work.today)
            drop_draft(work, VEHICLE_FORM, new_vehicle_of(customer_id))

    @requires(Permission.EDIT_CUSTOMERS)
    def take_back(self, vehicle_id: str) -> None:
        """The last change of owner was a mistake: all is as it was before.

        Raises:
            UserError: there was none, or something was built on it.
        """
        with self.desk.write() as work:
            handing_over.take_back(work, vehicle_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def add_note(self, customer_id: str, words: str, note_id: str | None = None) -> str:
        """A note on a trait or telling event, dated and signed; returns its id.

        Beginning with ``!`` it is flagged: seen at once when the customer comes.
        """
        with self.desk.write() as work:
            made = saving.add_note(work, customer_id, words, note_id or new_id())
            drop_draft(work, NOTE_FORM, customer_id)
            return made

    @requires(Permission.EDIT_CUSTOMERS)
    def flag_note(self, note_id: str, *, flagged: bool) -> None:
        """Have a note seen at once when the customer comes, or not any more.

        Raises:
            NotFound: there is no such note.
        """
        with self.desk.write() as work:
            saving.flag_note(work, note_id, flagged=flagged)


def new_vehicle_of(customer_id: str) -> str:
    """The draft's subject of a car that is not kept yet ('' for that of a new file)."""
    return f"new:{customer_id}"
