"""Lists of visits for the signed-in person: looked at, printed, carried out as a workbook."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, copies
from frontdesk.services.segments import narrowing
from frontdesk.services.statistics.periods import checked_period
from frontdesk.services.visit_lists import listing, paper
from frontdesk.services.visit_lists.dto import (
    OF_THE_FIGURE,
    ExportedVisits,
    VisitList,
    VisitListPage,
)

MOST_PRINTED = 2_000


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
                wanted.days,
                sort=wanted.sort.value,
                count=found.total,
                **_whose(work.session, wanted),
            )
            whose = narrowing.told(work.session, wanted.narrowing, language)
        at = local(self.desk.now, self.desk.clock).replace(tzinfo=None)
        content = workbook_of(
            found.rows, wanted, whose, self.desk.profile.name, self.desk.actor.name, at, language
        )
        return ExportedVisits(content, _file_name(wanted, "xlsx"), found.total)

    @requires(Permission.EXPORT_CUSTOMERS)
    def print_list(self, wanted: VisitList, language: Language) -> PrintedForm:
        """All of them on paper; copies are counted and noted.

        Raises:
            UserError: there are more than ``MOST_PRINTED``.
        """
        from frontdesk.reports import visit_list

        self._check(wanted)
        with self.desk.write() as work:
            found = listing.page(self.desk, work.session, replace(wanted, limit=MOST_PRINTED))
            if found.total > MOST_PRINTED:
                raise UserError("visits.too_many", most=f"{MOST_PRINTED:,}")
            sort = wanted.sort.value
            copy = 1 + copies(work.session, "visits.print", "visits", wanted.days, sort=sort)
            sheet = paper.sheet_of(self.desk, work.session, wanted, found.rows, language, copy)
            work.audit(
                "visits.print",
                "visits",
                wanted.days,
                sort=sort,
                count=found.total,
                copy=copy,
                **_whose(work.session, wanted),
            )
        return PrintedForm(visit_list.render(sheet, language), _file_name(wanted, "pdf"))

    def _check(self, wanted: VisitList) -> None:
        checked_period(wanted.first, wanted.last, self.desk.clock)
        if wanted.sort in OF_THE_FIGURE:
            self.desk.check(Permission.VIEW_STATISTICS)


def _whose(session: Session, wanted: VisitList) -> dict[str, dict[str, str]]:
    """Of whom the list told, as the trail keeps it; nothing where it was of everybody."""
    kept = narrowing.kept_as(session, wanted.narrowing)
    return {"wanted": kept} if kept else {}


def _file_name(wanted: VisitList, ending: str) -> str:
    return f"visits-{wanted.sort.value}-{wanted.first}-{wanted.last}.{ending}"
