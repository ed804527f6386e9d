"""Ready phrases that learn from use (常用语): what was written in a field before is offered again.

Only fields of the trade are learned from: neither the customer's own words nor who drives, for they
tell of persons.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import case, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from frontdesk.models.price_list import Phrase
from frontdesk.models.values import text
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import UnitOfWork
from frontdesk.services.intake.inputs import IntakeInput

FIELDS = (
    "damage",
    "belongings",
    "why",
    "when_happens",
    "where_happens",
    "what_happens",
    "how_shown",
    "reading",
)
"""Fields with phrases, named as those of the form."""

LONGEST = 40
"""What is longer was said once and will not be said again."""
MOST = 8

# Built once, and run past the session: it is part of every intake.
_ADD = insert(Phrase)
_LEARN = _ADD.on_conflict_do_update(
    index_elements=["field", "text"],
    set_={"uses": Phrase.uses + 1, "last_used_on": _ADD.excluded.last_used_on},
)


def learn(work: UnitOfWork, given: IntakeInput) -> None:
    """Count what was written in the fields with phrases; a part of the visit's own save."""
    rows = [
        {"id": new_id(), "field": name, "text": said, "uses": 1, "last_used_on": work.today}
        for name, said in _said(given)
    ]
    if not rows:
        return
    work.session.connection().execute(_LEARN, rows)


def offered(session: Session, field: str, typed: str) -> tuple[str, ...]:
    """Phrases of ``field`` that hold what is typed; those that begin with it first."""
    if field not in FIELDS:
        return ()
    said = text.line(typed, field)
    begins = Phrase.text.startswith(said, autoescape=True)
    rows = session.scalars(
        select(Phrase.text)
        .where(
            Phrase.field == field,
            Phrase.hidden.is_(False),
            func.instr(func.lower(Phrase.text), said.lower()) > 0 if said else Phrase.uses > 0,
            Phrase.text != said,
        )
        .order_by(
            case((begins, 0), else_=1),
            Phrase.uses.desc(),
            Phrase.last_used_on.desc(),
            Phrase.text,
        )
        .limit(MOST)
    )
    return tuple(rows)


def hide(work: UnitOfWork, field: str, phrase: str) -> None:
    """Offer ``phrase`` no more."""
    hidden = work.session.connection().execute(
        update(Phrase)
        .where(Phrase.field == field, Phrase.text == phrase, Phrase.hidden.is_(False))
        .values(hidden=True)
    )
    if hidden.rowcount:
        work.audit("phrase.hide", "phrase", field, phrase=phrase)


def _said(given: IntakeInput) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        for part in (given.arrival, given.told, given):
            said = getattr(part, name, "")
            if isinstance(said, str) and said and len(said) <= LONGEST and "\n" not in said:
                yield name, said
                break
