"""Any list of a customer's records narrowed by class, badge or a kept segment: said once here."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, false, select
from sqlalchemy.orm import Session

from frontdesk.models.customer import Customer
from frontdesk.services.desk import Desk
from frontdesk.services.segments import keeping, matching
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.narrowing_dto import Narrowing


def conditions(desk: Desk, session: Session, wanted: Narrowing) -> list[ColumnElement[bool]]:
    """What a customer fulfils, for statements that read customers; none for everybody."""
    found: list[ColumnElement[bool]] = []
    if wanted.value_class is not None or wanted.badge is not None:
        asked = Criteria(
            classes=(wanted.value_class,) if wanted.value_class else (),
            badges=(wanted.badge,) if wanted.badge else (),
        )
        found += matching.fitting(asked, desk.today, desk.rules)
    if wanted.segment:
        kept = keeping.find(session, wanted.segment)
        found += matching.fitting(kept, desk.today, desk.rules) if kept else [false()]
    return found


def customers(desk: Desk, session: Session, wanted: Narrowing) -> Select[str] | None:
    """The ids of those customers, for lists of what hangs on them; ``None`` for everybody.

    It stands alone: whatever statement it is put into, its customers and cars are its own.
    """
    asked = conditions(desk, session, wanted)
    return select(Customer.id).where(*asked).correlate(None) if asked else None
