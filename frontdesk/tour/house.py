"""The sample dealership of the tour and the people who take turns at its window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtWidgets import QApplication
from sqlalchemy import ColumnElement, select

from frontdesk.app import Program
from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.all import Customer, CustomerPhone, Vehicle, Visit
from frontdesk.models.enums import CustomerKind, VisitStatus
from frontdesk.sample.dealership import build_sample
from frontdesk.sample.staff import PASSWORD
from frontdesk.store.files import DataFolder
from frontdesk.tour.driver import Act, Driver
from frontdesk.ui.kit.page import Page

if TYPE_CHECKING:
    from frontdesk.services.registry import Services
    from frontdesk.services.search.results import Hit
    from frontdesk.ui.shell.desk_view import DeskView

CUSTOMERS = 160
OPENING = datetime(2026, 11, 19, 10, 40, tzinfo=timezone(timedelta(hours=8)))
"""A Thursday morning in the hours for calls: every tour shows the same day."""
IN_HOUSE_OR_BOOKED = (
    VisitStatus.BOOKED,
    VisitStatus.ARRIVED,
    VisitStatus.ESTIMATED,
    VisitStatus.AGREED,
    VisitStatus.IN_WORKSHOP,
    VisitStatus.READY,
)
_P = TypeVar("_P", bound=Page)


@dataclass(frozen=True, slots=True)
class KnownCar:
    """The car the tour's day is about."""

    vehicle_id: str
    plate: str
    customer_id: str
    customer_number: str
    customer: str
    phone: str

    @property
    def initials(self) -> str:
        """The first letters of the name's syllables, as a person types them."""
        from pypinyin import Style, lazy_pinyin

        return "".join(lazy_pinyin(self.customer, style=Style.FIRST_LETTER))


class House:
    """One window over a fresh sample dealership, with a clock the tour moves."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        out: Path,
        language: Language,
        acts: list[Act],
        customers: int = CUSTOMERS,
    ) -> None:
        self.clock = FixedClock(OPENING, OPENING.tzinfo)
        self.language = language
        self.car: KnownCar | None = None
        self.visit_id = ""
        self.complaint_id = ""
        self.folder = DataFolder(folder)
        build_sample(self.folder, self.clock, customers).desk.store.close()
        self.program = Program(app, folder, language, clock=self.clock)
        self.program.start()
        self.hand = Driver(out, self.program.tasks, acts)
        self.program.window.raise_up()
        self.hand.until(QApplication.activeWindow, "the window in front")

    def close(self) -> None:
        """Close the window and give the folder back."""
        self.hand.end()
        self.program.close()

    @property
    def desk(self) -> DeskView:
        """The desk of whoever is signed in."""
        desk = self.program.window.desk
        if desk is None:
            raise LookupError("nobody is signed in")
        return desk

    @property
    def services(self) -> Services:
        """What the signed-in person may ask, to see that an act really happened."""
        return self.desk.services

    def at(self, hour: int, minute: int) -> datetime:
        """The moment of the day at the desk."""
        wall = self.clock.now().astimezone(OPENING.tzinfo)
        return wall.replace(hour=hour, minute=minute)

    def today(self) -> date:
        """The day at the desk."""
        return self.clock.now().astimezone(OPENING.tzinfo).date()

    def sign_in(self, login: str) -> None:
        """Change person by keys: Ctrl+Shift+L, name, password, Enter."""
        window = self.program.window
        if window.desk is not None:
            self.hand.press("ctrl+shift+l")
        self.hand.until(window.sign_in.isVisible, "the sign-in page")
        window.sign_in.login.setFocus()
        self.hand.press("ctrl+a")
        self.hand.spell(login)
        self.hand.press("enter")
        self.hand.spell(PASSWORD)
        self.hand.press("enter")
        self.hand.until(lambda: window.desk is not None, f"the desk of {login}")
        self.hand.who = login
        self.hand.settle()

    def found(self) -> tuple[Hit, ...]:
        """What the search box shows."""
        return self.desk.search.popup.list.hits() if self.desk.search.popup.isVisible() else ()

    def known_car(self) -> KnownCar:
        """A private customer's car that was here some months ago and is not here now."""
        today = self.today()
        since, until = today - timedelta(days=170), today - timedelta(days=100)
        return self.cars_at_home(1, Vehicle.last_visit_on.between(since, until))[0]

    def cars_at_home(self, most: int, *only: ColumnElement[bool]) -> list[KnownCar]:
        """Private customers' cars that were here before and are not now, longest ago first."""
        here = select(Visit.vehicle_id).where(Visit.status.in_(IN_HOUSE_OR_BOOKED))
        found = (
            select(
                Vehicle.id,
                Vehicle.plate,
                Customer.id,
                Customer.number,
                Customer.name,
                CustomerPhone.number,
            )
            .join(Customer, Customer.id == Vehicle.customer_id)
            .join(CustomerPhone, CustomerPhone.customer_id == Customer.id)
            .where(
                Customer.kind == CustomerKind.PERSON,
                Customer.do_not_call.is_(False),
                CustomerPhone.position == 0,
                Vehicle.plate.is_not(None),
                Vehicle.last_visit_on.is_not(None),
                Vehicle.id.not_in(here),
                *only,
            )
            .order_by(Vehicle.last_visit_on, Vehicle.id)
            .limit(most)
        )
        with self.services.desk.read() as session:
            return [
                KnownCar(vehicle, plate or "", customer, number, name, phone)
                for vehicle, plate, customer, number, name, phone in session.execute(found)
            ]

    def page(self, kind: type[_P]) -> _P:
        """The page in front, which must be of ``kind``."""
        current = self.hand.until(
            lambda: (
                self.desk.stack.currentWidget()
                if isinstance(self.desk.stack.currentWidget(), kind)
                else None
            ),
            kind.__name__,
        )
        return cast(_P, current)
