"""Value classes, badges and the lost for the signed-in person."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.models.enums import ValueClass
from frontdesk.services.classes import by_hand, churn, measures, night, reading
from frontdesk.services.classes.dto import ClassFigures, ClassOf, Measures
from frontdesk.services.classes.night import Classed
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires

_MONTHS = 12


class ClassService:
    """Classes follow from what the store holds; a manager may say otherwise, with a reason."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CUSTOMERS)
    def of(self, customer_id: str) -> ClassOf:
        """How one customer stands, with reasons and history."""
        with self.desk.read() as session:
            return reading.class_of(self.desk, session, customer_id)

    @requires(Permission.VIEW_CUSTOMERS)
    def returned_today(self) -> tuple[tuple[str, str, str, str], ...]:
        """Lost customers who came back today: id, file number, name and plates."""
        with self.desk.read() as session:
            return reading.returned_on(session, self.desk.today)

    @requires(Permission.SIGNED_IN)
    def night(
        self,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Classed | None:
        """Go over the customers unless it was done today; for the worker of long work.

        ``None`` when there was nothing to do, or it was stopped.
        """
        with self.desk.read() as session:
            if night.is_done(session, self.desk.today):
                return None
        return night.go_over(self.desk, progress, stopped)

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def over_all(
        self,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Classed | None:
        """Go over everybody now."""
        return night.go_over(self.desk, progress, stopped, whole=True)

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def set_class(
        self,
        customer_id: str,
        value_class: ValueClass | None,
        reason: str,
        seen: ValueClass | None = None,
    ) -> None:
        """Put a customer into a class with a reason; ``None`` lets the rules decide again.

        ``seen``: the class set by hand that was shown. Raises ``Conflict`` where another one stands
        now, ``UserError`` where the reason is missing.
        """
        with self.desk.write() as work:
            by_hand.set_class(work, customer_id, value_class, reason, seen)

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def mark_leader(self, customer_id: str, leader: bool) -> None:
        """Mark an opinion leader, or take the mark away."""
        with self.desk.write() as work:
            by_hand.mark_leader(work, customer_id, leader)

    @requires(Permission.VIEW_CUSTOMERS)
    def figures(self) -> ClassFigures:
        """Customers by class and badge, and who was lost in each of the last 12 months."""
        with self.desk.read() as session:
            return churn.figures(session, self.desk, _MONTHS)

    @requires(Permission.VIEW_CUSTOMERS)
    def measures(self) -> Measures:
        """What is done for each class."""
        with self.desk.read() as session:
            return measures.load(session)

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def keep_measures(self, given: Measures, seen: Measures | None = None) -> Measures:
        """Change what is done for each class; as ``measures.keep``."""
        with self.desk.write() as work:
            kept = measures.keep(work, given, seen)
            drop_draft(work, measures.FORM)
            return kept
