"""Lists of visits for the signed-in person: looked at, and carried out as a workbook."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.statistics.periods import checked_period
from frontdesk.services.visit_lists import listing
from frontdesk.services.visit_lists.dto import (
    OF_THE_FIGURE,
    ExportedVisits,
    VisitList,
    VisitListPage,
)


class VisitListService:
    """Raises ``UserError`` for a period that ends before it begins or spans too many years."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_VISITS)
    def list(self, wanted: VisitList) -> VisitListPage:
        """The visits asked for; those behind the first-time-fix figure for who may see figures."""
        self._check(wanted)
        with self.desk.read() as session:
            return listing.page(self.desk, session, wanted)

    @requires(Permission.EXPORT_CUSTOMERS)
    @confirmed(Act.EXPORT)
    def export(self, wanted: VisitList, language: Language) -> ExportedVisits:
        """All of them as an ``.xlsx``: no cell is a formula; noted in the trail."""
        from frontdesk.services.visit_lists.workbook import workbook_of

        self._check(wanted)
        with self.desk.write() as work:
            found = listing.page(self.desk, work.session, replace(wanted, limit=None))
            work.audit(
                "visits.export",
                "visits",
                f"{wanted.first} – {wanted.last}",
                sort=wanted.sort.value,
                count=found.total,
            )
        at = local(self.desk.now, self.desk.clock).replace(tzinfo=None)
        content = workbook_of(
            found.rows, wanted, self.desk.profile.name, self.desk.actor.name, at, language
        )
        name = f"visits-{wanted.sort.value}-{wanted.first}-{wanted.last}.xlsx"
        return ExportedVisits(content, name, found.total)

    def _check(self, wanted: VisitList) -> None:
        checked_period(wanted.first, wanted.last, self.desk.clock)
        if wanted.sort in OF_THE_FIGURE:
            self.desk.check(Permission.VIEW_STATISTICS)
