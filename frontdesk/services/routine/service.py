"""New-car routine sheets (例行回访表) as the sales manager and customer service use them."""

from __future__ import annotations

from sqlalchemy import select, update

from frontdesk.errors import Conflict, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import RoutineSheet
from frontdesk.models.customer import Customer
from frontdesk.models.values import plate as plates
from frontdesk.models.values import text as texts
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.confirmed import Act
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm
from frontdesk.services.routine import reading
from frontdesk.services.routine.dto import RoutineCar, RoutineFilter

SIGN_FORM, CHECK_FORM = "routine.sign", "routine.check"
"""Names of the drafts of what is written with a signature and with a check."""


class RoutineService:
    """The sheet of a car is made of its calls; it is kept once it is signed, checked or printed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CALLS)
    def cars(self, wanted: RoutineFilter = RoutineFilter()) -> tuple[RoutineCar, ...]:  # noqa: B008
        """The delivered cars with their stages, the newest delivery first."""
        with self.desk.read() as session:
            return reading.cars(self.desk, session, wanted)

    @requires(Permission.VIEW_CALLS)
    def open(self, vehicle_id: str) -> RoutineCar:
        """One car with its stages.

        Raises:
            NotFound: no such car was delivered by this house.
        """
        with self.desk.read() as session:
            return _found(reading.car(self.desk, session, vehicle_id))

    @requires(Permission.SIGN_ROUTINE)
    @confirmed(Act.SIGN_ROUTINE)
    def sign(self, vehicle_id: str, version: int, note: str = "") -> None:
        """Sign the sheet of a car with name and moment; it is signed once.

        Raises:
            UserError: calls are still to come, or it is signed already.
            PermissionDenied: it is the sheet of a car this person sold.
            Conflict: someone else has dealt with the sheet since ``version``.
        """
        with self.desk.write() as work:
            car = _found(reading.car(self.desk, work.session, vehicle_id))
            if car.signed is not None:
                raise UserError("routine.signed", name=car.signed.by)
            if car.consultant_id == self.desk.actor.id:
                raise PermissionDenied("routine.own_sheet")
            if not car.whole:
                raise UserError("routine.not_whole")
            sheet = _sheet(work, car, version)
            sheet.signed_at, sheet.signed_by = work.now, self.desk.actor.id
            sheet.signed_note = texts.note(note, "note") or None
            drop_draft(work, SIGN_FORM, vehicle_id)
            work.audit(
                "routine.sign", "vehicle", vehicle_id, missed=car.missed, text=sheet.signed_note
            )
            work.changed(Change.CALLBACKS)

    @requires(Permission.SPOT_CHECK_CALLS)
    def check(self, vehicle_id: str, version: int, note: str) -> None:
        """Say what customer service found when it checked the sheet; once.

        Raises:
            UserError: nothing was written beside ``note``, or it is checked already.
            Conflict: someone else has dealt with the sheet since ``version``.
        """
        with self.desk.write() as work:
            car = _found(reading.car(self.desk, work.session, vehicle_id))
            if car.checked is not None:
                raise UserError("routine.checked", name=car.checked.by)
            words = texts.note(note, "note")
            if not words:
                raise UserError("routine.note_missing", field="note")
            sheet = _sheet(work, car, version)
            sheet.checked_at, sheet.checked_by = work.now, self.desk.actor.id
            sheet.check_note = words
            drop_draft(work, CHECK_FORM, vehicle_id)
            work.audit("routine.check", "vehicle", vehicle_id, text=words)
            work.changed(Change.CALLBACKS)

    @requires(Permission.VIEW_CALLS)
    def print_sheet(self, vehicle_id: str, language: Language) -> PrintedForm:
        """The sheet of a car (新车例行回访表) as its next copy; every copy is counted."""
        from frontdesk.reports import routine_sheet
        from frontdesk.services.routine.paper import sheet_input

        with self.desk.write() as work:
            car = _found(reading.car(self.desk, work.session, vehicle_id))
            sheet = _sheet(work, car, car.version)
            work.session.flush()
            copy = sheet.prints + 1
            # Not through the mapped object: a print is no edit, it must stand in nobody's way.
            work.session.execute(
                update(RoutineSheet)
                .where(RoutineSheet.id == sheet.id)
                .values(prints=copy)
                .execution_options(synchronize_session=False)
            )
            work.changed(Change.CALLBACKS)
            work.audit("routine.print", "vehicle", vehicle_id, copy=copy, language=language.value)
            paper = sheet_input(self.desk, car, language, copy)
        name = car.plate or car.vin or car.customer_number
        return PrintedForm(
            routine_sheet.render(paper, language), f"routine-sheet-{plates.compact(name)}.pdf"
        )

    @requires(Permission.VIEW_CALLS)
    def find(self, typed: str) -> str:
        """The car meant by a plate, a VIN, the number of a customer or of a call; its id.

        Raises:
            NotFound: no delivered car has it.
        """
        wanted = plates.compact(texts.line(typed, "number"))
        code = texts.line(typed, "number").upper()
        with self.desk.read() as session:
            query = (
                select(Vehicle.id)
                .outerjoin(
                    Callback, (Callback.vehicle_id == Vehicle.id) & (Callback.number == code)
                )
                .join(Customer, Customer.id == Vehicle.customer_id)
                .where(
                    Vehicle.delivered_on.is_not(None),
                    Vehicle.sold_here.is_(True),
                    (Vehicle.plate == wanted)
                    | (Vehicle.vin == wanted)
                    | (Customer.number == code)
                    | Callback.id.is_not(None),
                )
                .order_by(Vehicle.delivered_on.desc())
                .limit(1)
            )
            found = session.scalar(query)
        if found is None:
            raise NotFound("routine.not_found")
        return found


def _found(car: RoutineCar | None) -> RoutineCar:
    if car is None:
        raise NotFound("routine.not_found")
    return car


def _sheet(work: UnitOfWork, car: RoutineCar, version: int) -> RoutineSheet:
    """The kept sheet, made now if the car has none yet."""
    if car.version != version:
        raise Conflict("record.changed_meanwhile")
    sheet = work.session.scalars(
        select(RoutineSheet).where(
            RoutineSheet.vehicle_id == car.id, RoutineSheet.customer_id == car.customer_id
        )
    ).one_or_none()
    if sheet is None:
        sheet = RoutineSheet(
            vehicle_id=car.id,
            customer_id=car.customer_id,
            delivered_on=car.delivered_on,
            prints=0,
        )
        work.session.add(sheet)
    return sheet
