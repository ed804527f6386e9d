"""Visits from booking to hand-over (接待登记, domain §3), for the signed-in person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select, update

from frontdesk.errors import NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.enums import DefectArea
from frontdesk.models.maintenance import Reading
from frontdesk.models.repeat_repair import Repair, proposed
from frontdesk.models.visit import Visit
from frontdesk.models.visit_rules import mileage_warning
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.intake import (
    added,
    board,
    changes,
    fixed,
    leaving,
    paper,
    phrases,
    progress,
    reception,
    record,
    sheet_photos,
    slips,
    start,
)
from frontdesk.services.intake.inputs import (
    BookingInput,
    ChangeInput,
    HandOverInput,
    IntakeInput,
    WorkItem,
)
from frontdesk.services.intake.views import (
    CarChoice,
    EarlierRepair,
    HandOverStart,
    IntakeStart,
    VisitFilter,
    VisitRow,
    VisitSheet,
)
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm


class IntakeService:
    """Every write is one transaction with its audit entry; ``version`` is what the person saw.

    Writes raise ``UserError``/``InputErrors`` for what must be mended, ``Conflict`` when someone
    else was quicker, ``NotFound`` when the visit is gone.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # looking -----------------------------------------------------------------------------

    @requires(Permission.DO_INTAKE)
    def prepare(self, vehicle_id: str) -> IntakeStart:
        """What the intake of a known car begins with: whose it is, guesses, what matters now."""
        with self.desk.read() as session:
            return start.start_of(self.desk, session, vehicle_id)

    @requires(Permission.DO_INTAKE)
    def remark_mileage(self, begun: IntakeStart, km: int) -> UserError | None:
        """What looks wrong about a mileage, to be said beside it; never a reason to refuse."""
        last = None
        if begun.last_mileage_km is not None and begun.last_mileage_on is not None:
            last = Reading(begun.last_mileage_on, begun.last_mileage_km)
        return mileage_warning(km, last, self.desk.today, self.desk.rules)

    @requires(Permission.DO_INTAKE)
    def propose_repeat(
        self, begun: IntakeStart, defect: DefectArea | None, km: int | None
    ) -> EarlierRepair | None:
        """The repair that a fault of this kind today would be the repeat of (返修)."""
        known = {each.visit_id: each for each in begun.repairs}
        repairs = [Repair(each.visit_id, each.on, each.km, each.defect) for each in begun.repairs]
        found = proposed(repairs, defect, self.desk.today, km, self.desk.rules)
        return None if found is None else known[found.visit_id]

    @requires(Permission.DO_INTAKE)
    def cars(self, customer_id: str) -> tuple[CarChoice, ...]:
        """The customer's cars, the one seen last first."""
        with self.desk.read() as session:
            return record.cars_of(session, customer_id)

    @requires(Permission.VIEW_VISITS)
    def open(self, visit_id: str) -> VisitSheet:
        """One visit in full."""
        with self.desk.read() as session:
            visit = record.to_change(session, visit_id, None)
            return record.sheet_of(self.desk, session, visit)

    @requires(Permission.VIEW_VISITS)
    def board(self) -> tuple[VisitRow, ...]:
        """Today: cars in the house by promise (late ones first), appointments, those gone."""
        with self.desk.read() as session:
            return board.board(self.desk, session)

    @requires(Permission.VIEW_VISITS)
    def list(self, wanted: VisitFilter) -> tuple[VisitRow, ...]:
        """Visits that meet ``wanted``, newest first."""
        with self.desk.read() as session:
            return board.visits(self.desk, session, wanted)

    @requires(Permission.VIEW_STATISTICS)
    def first_time_fix(self, first: date, last: date) -> fixed.FixFigures:
        """一次修复率 of the repairs handed over from ``first`` to ``last``, with its n."""
        with self.desk.read() as session:
            return fixed.figures(session, first, last)

    @requires(Permission.VIEW_VISITS)
    def find_number(self, number: str) -> str:
        """The id of the visit ``V-2026-000123``.

        Raises:
            NotFound: ``visit.not_found``.
        """
        with self.desk.read() as session:
            wanted = number.strip().upper()
            found = session.scalar(select(Visit.id).where(Visit.number == wanted))
        if found is None:
            raise NotFound("visit.not_found")
        return found

    # at the desk -------------------------------------------------------------------------

    @requires(Permission.DO_INTAKE)
    def register(self, given: IntakeInput) -> str:
        """Arrival, words, items, promise and agreement in one save; returns the visit's id.

        The same input told twice (a retry after an uncertain commit) makes one visit.
        """
        with self.desk.write() as work:
            return reception.save(work, given)

    @requires(Permission.DO_INTAKE)
    def book(self, given: BookingInput) -> str:
        """An appointment; returns the visit's id."""
        with self.desk.write() as work:
            return reception.book(work, given)

    @requires(Permission.DO_INTAKE)
    def save_estimate(
        self,
        visit_id: str,
        version: int,
        items: tuple[WorkItem, ...],
        promised_at: datetime | None = None,
    ) -> None:
        """Items, sum and promise of a visit the customer has not agreed to yet."""
        with self._change(visit_id, version) as (work, visit):
            reception.estimate(work, visit, items, promised_at)

    @requires(Permission.DO_INTAKE)
    def agree(self, visit_id: str, version: int, *, read_back: bool) -> None:
        """The customer agrees to items, sum and time; needs them, and the words read back."""
        with self._change(visit_id, version) as (work, visit):
            reception.agree(work, visit, read_back=read_back)

    @requires(Permission.DO_INTAKE)
    def begin_visit(self, vehicle_id: str, visit_id: str, opened_at: datetime) -> int:
        """The car has arrived and is looked at, photos before words; the visit's version.

        What is typed meanwhile stays a draft. Told twice it is one visit.
        """
        with self.desk.write() as work:
            return reception.begin(work, vehicle_id, visit_id, opened_at)

    @requires(Permission.DO_INTAKE)
    def add_words(self, visit_id: str, version: int, words: str) -> None:
        """What the customer said after the words were read back: beside them, never in them."""
        with self._change(visit_id, version) as (work, visit):
            added.add(work, visit, words)
            drop_draft(work, "visit_words", visit_id)

    @requires(Permission.DO_INTAKE)
    def phrases(self, field: str, typed: str = "") -> tuple[str, ...]:
        """Words used before in ``field`` that hold what is typed, the most used first."""
        with self.desk.read() as session:
            return phrases.offered(session, field, typed)

    @requires(Permission.DO_INTAKE)
    def forget_phrase(self, field: str, phrase: str) -> None:
        """Never offer this one again, to anybody."""
        with self.desk.write() as work:
            phrases.hide(work, field, phrase)

    # in the workshop ---------------------------------------------------------------------

    @requires(Permission.DO_INTAKE)
    def start_work(self, visit_id: str, version: int) -> None:
        """Agreed → in workshop; also ready → in workshop when the final check found something."""
        with self._change(visit_id, version) as (work, visit):
            progress.start_work(work, visit)

    @requires(Permission.DO_INTAKE)
    def ready(self, visit_id: str, version: int) -> None:
        """In workshop → ready."""
        with self._change(visit_id, version) as (work, visit):
            progress.ready(work, visit)

    @requires(Permission.DO_INTAKE)
    def change(self, visit_id: str, version: int, given: ChangeInput) -> None:
        """A change of items, price or time after the agreement, with who asked the customer."""
        with self._change(visit_id, version) as (work, visit):
            changes.change(work, visit, given)
            drop_draft(work, "visit_change", visit_id)

    @requires(Permission.DO_INTAKE)
    def decline(self, visit_id: str, version: int, reason: str) -> None:
        """报单未修: the customer leaves without the work."""
        with self._change(visit_id, version) as (work, visit):
            progress.decline(work, visit, reason)
            drop_draft(work, "visit_decline", visit_id)

    @requires(Permission.DO_INTAKE)
    def no_show(self, visit_id: str, version: int) -> int:
        """失约: the appointment passed and nobody came. The version it has now."""
        with self._change(visit_id, version) as (work, visit):
            progress.no_show(work, visit)
            work.session.flush()
            return visit.version

    # hand-over ---------------------------------------------------------------------------

    @requires(Permission.DO_INTAKE)
    def prepare_hand_over(self, visit_id: str) -> HandOverStart:
        """What the hand-over form begins with: agreed amounts, usual payment, forecast."""
        with self.desk.read() as session:
            visit = record.to_change(session, visit_id, None)
            return leaving.start_of(self.desk, session, visit)

    @requires(Permission.DO_INTAKE)
    def hand_over(self, visit_id: str, version: int, given: HandOverInput) -> None:
        """Ready → handed over; the after-service call falls due in the same transaction."""
        with self._change(visit_id, version) as (work, visit):
            leaving.hand_over(work, visit, given)
            drop_draft(work, "hand_over", visit_id)

    # paper -------------------------------------------------------------------------------

    @requires(Permission.VIEW_VISITS)
    def print_sheet(
        self, visit_id: str, language: Language, *, photos: bool | None = None
    ) -> PrintedForm:
        """The intake sheet as PDF; the copy is counted and noted in the audit trail.

        ``photos``: whether those of the walk-around follow this time; ``None``: as it is set.
        """
        with self.desk.write() as work:
            visit = record.to_change(work.session, visit_id, None)
            copy = visit.prints + 1
            sheet = paper.sheet_input(self.desk, work.session, visit, language, copy)
            seen = sheet_photos.of_visit(self.desk, work.session, visit_id, wanted=photos)
            sheet = replace(
                sheet,
                photos=seen.lines,
                photos_left_out=seen.left_out,
                photos_unseen=seen.unseen,
            )
            number = visit.number
            # Not through the record: a print must not make an open form's save a conflict.
            work.session.execute(
                update(Visit)
                .where(Visit.id == visit_id)
                .values(prints=Visit.prints + 1)
                .execution_options(synchronize_session=False)
            )
            printed = {"photos": len(seen.lines)} if seen.lines else {}
            work.audit("visit.print", "visit", visit_id, number=number, copy=copy, **printed)
            from frontdesk.reports import intake_sheet

            pdf = intake_sheet.render(sheet, language)
        return PrintedForm(pdf, f"intake-{number}.pdf")

    @requires(Permission.VIEW_VISITS)
    def print_change(self, visit_id: str, change_id: str, language: Language) -> PrintedForm:
        """The slip of one change record as PDF; the copy is counted and noted."""
        with self.desk.write() as work:
            visit = record.to_change(work.session, visit_id, None)
            change = slips.change_of(work.session, visit, change_id)
            slip = slips.change_slip(self.desk, work.session, visit, change, language)
            number, copy = visit.number, slip.printed.copy
            change.prints = copy
            work.audit("visit.print_change", "visit", visit_id, number=number, copy=copy)
            from frontdesk.reports import change_slip

            pdf = change_slip.render(slip, language)
        return PrintedForm(pdf, f"change-{number}.pdf")

    @requires(Permission.VIEW_VISITS)
    def print_hand_over(self, visit_id: str, language: Language) -> PrintedForm:
        """The settlement as PDF, from the moment the work is done; counted and noted."""
        with self.desk.write() as work:
            visit = record.to_change(work.session, visit_id, None)
            sheet = slips.settlement(self.desk, work.session, visit)
            number, copy = visit.number, sheet.printed.copy
            # As print_sheet: a print must not make an open form's save a conflict.
            work.session.execute(
                update(Visit)
                .where(Visit.id == visit_id)
                .values(hand_over_prints=copy)
                .execution_options(synchronize_session=False)
            )
            work.audit("visit.print_hand_over", "visit", visit_id, number=number, copy=copy)
            from frontdesk.reports import hand_over_sheet

            pdf = hand_over_sheet.render(sheet, language)
        return PrintedForm(pdf, f"hand-over-{number}.pdf")

    @requires(Permission.VIEW_VISITS)
    def print_intake(
        self, number: str, language: Language, *, photos: bool | None = None
    ) -> PrintedForm:
        """The intake sheet of the visit with this number, as :meth:`print_sheet`."""
        return self.print_sheet(self.find_number(number), language, photos=photos)

    @contextmanager
    def _change(self, visit_id: str, version: int) -> Iterator[tuple[UnitOfWork, Visit]]:
        with self.desk.write() as work:
            yield work, record.to_change(work.session, visit_id, version)
