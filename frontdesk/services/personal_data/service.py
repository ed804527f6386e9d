"""Personal data: the copy a person may ask for, deletion, retention, and how many are held."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from frontdesk.clock import local
from frontdesk.errors import NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.change_set import FormerNumber
from frontdesk.models.customer import Customer
from frontdesk.models.values import text
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.personal_data import counting, erasing
from frontdesk.services.personal_data.dto import (
    DataCopy,
    ErasePreview,
    PersonsHeld,
    Retention,
)

_MOST_SHOWN = 500


class PersonalDataService:
    """What leaves or is deleted needs the password again; each act is noted by number only."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.EXPORT_CUSTOMERS, Permission.ERASE_CUSTOMERS)
    def find(self, number: str) -> str:
        """The id of the file with this number, also one it had before it was merged.

        Raises:
            NotFound: ``record.not_found``.
        """
        asked = text.storable(number[: text.LINE_LIMIT]).strip().upper()
        with self.desk.read() as session:
            found = session.scalar(select(Customer.id).where(Customer.number == asked))
            if found is None:
                former = select(FormerNumber.customer_id).where(FormerNumber.number == asked)
                found = session.scalar(former)
        if found is None:
            raise NotFound("record.not_found")
        return found

    @requires(Permission.EXPORT_CUSTOMERS)
    @confirmed(Act.EXPORT)
    def copy(self, customer_id: str, language: Language) -> DataCopy:
        """All data of one person as a ``.zip``: a page to read, JSON, and their files; noted.

        Raises:
            NotFound: there is no such customer. UserError: ``personal.erased``.
        """
        from frontdesk.services.evidence import reading
        from frontdesk.services.personal_data.copying import zipped
        from frontdesk.services.personal_data.gathering import gather

        with self.desk.read() as session:
            gathered = gather(session, customer_id)
            if session.get_one(Customer, customer_id).erased_at is not None:
                raise UserError("personal.erased", number=gathered.number)

            def content(attachment_id: str) -> bytes:
                kept = reading.find(session, attachment_id)
                return b"".join(reading.pieces(session, kept))

            packed = zipped(
                gathered,
                content,
                language,
                lambda at: local(at, self.desk.clock),
                self.desk.profile.name,
            )
        with self.desk.write() as work:
            work.audit(
                "customer.export",
                "customer",
                customer_id,
                number=gathered.number,
                count=gathered.records,
            )
        return DataCopy(packed, f"{gathered.number}.zip", gathered.records)

    @requires(Permission.ERASE_CUSTOMERS)
    def preview(self, customer_id: str) -> ErasePreview:
        """What deleting a person does, and what stands in the way.

        Raises:
            NotFound: there is no such customer. UserError: ``personal.erased``.
        """
        with self.desk.read() as session:
            return erasing.preview(session, customer_id)

    @requires(Permission.ERASE_CUSTOMERS)
    @confirmed(Act.DELETE)
    def erase(self, customer_id: str, version: int) -> None:
        """Remove the person for good; the statistics keep what only counts.

        Raises:
            Conflict: the file was saved since it was seen. UserError: ``personal.*``.
        """
        with self.desk.write() as work:
            erasing.erase(work, customer_id, version)

    @requires(Permission.ERASE_CUSTOMERS)
    @confirmed(Act.DELETE)
    def erase_outlived(self, customer_ids: Sequence[str]) -> int:
        """Remove those of ``customer_ids`` that the rule still offers; returns how many.

        Who has an open visit or complaint is left as they are.
        """
        with self.desk.read() as session:
            offered = {row.id for row in counting.outlived(self.desk, session, 1_000_000).rows}
        erased = 0
        for customer_id in customer_ids:
            if customer_id not in offered:
                continue
            try:
                with self.desk.write() as work:
                    erasing.erase(work, customer_id, None)
            except UserError:
                continue
            erased += 1
        return erased

    @requires(Permission.ERASE_CUSTOMERS)
    def retention(self, limit: int = _MOST_SHOWN) -> Retention:
        """Who is offered for deletion: nothing heard of them for ``Rules.retention_years``."""
        with self.desk.read() as session:
            return counting.outlived(self.desk, session, limit)

    @requires(Permission.ERASE_CUSTOMERS, Permission.EXPORT_CUSTOMERS)
    def held(self) -> PersonsHeld:
        """How many persons the store holds."""
        with self.desk.read() as session:
            return counting.held(self.desk, session)
