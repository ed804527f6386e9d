"""Any list of a customer's records narrowed by class, badge or a kept segment: said once here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, false, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from frontdesk.language import Language
from frontdesk.models.customer import Customer
from frontdesk.models.segment import Segment
from frontdesk.services.desk import Desk
from frontdesk.services.segments import keeping, matching
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.narrowing_dto import Narrowing
from frontdesk.texts import term
from frontdesk.texts.segments import WORDS


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


def of_theirs(
    desk: Desk, session: Session, wanted: Narrowing, customer_id: InstrumentedAttribute[Any]
) -> list[ColumnElement[bool]]:
    """What a record fulfils that names its customer in ``customer_id``; none for everybody."""
    whose = customers(desk, session, wanted)
    return [] if whose is None else [customer_id.in_(whose)]


def kept_as(session: Session, wanted: Narrowing) -> dict[str, str]:
    """Whose records were asked for, as the trail keeps it: by key, a segment by its name."""
    kept = {"value_class": wanted.value_class or "", "badge": wanted.badge or ""}
    if wanted.segment:
        kept["segment"] = _named(session, wanted) or wanted.segment
    return {key: str(value) for key, value in kept.items() if value}


def told(session: Session, wanted: Narrowing, language: Language) -> str:
    """Whose records are asked for in words, a segment by its name; nothing for everybody."""
    parts = [term(each, language) for each in (wanted.value_class, wanted.badge) if each]
    if wanted.segment:
        parts.append(_named(session, wanted) or WORDS["ended"].in_(language))
    return WORDS["between"].in_(language).join(parts)


def _named(session: Session, wanted: Narrowing) -> str | None:
    return session.scalar(select(Segment.name).where(Segment.id == wanted.segment))
