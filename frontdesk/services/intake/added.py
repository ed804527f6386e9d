"""What the customer said after the words were locked (domain §3, point 3): never rewritten."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from frontdesk.errors import UserError
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.models.visit import Visit, VisitWords
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.intake.views import AddedWords


def add(work: UnitOfWork, visit: Visit, words: str) -> None:
    """Write ``words`` beside those that were read back.

    Raises:
        UserError: nothing was said, or the words are not locked yet.
    """
    said = text.note(words, "words")
    if not said:
        raise UserError("intake.added_missing", field="words")
    if visit.words_locked_at is None:
        raise UserError("intake.words_open", field="words")
    work.session.add(VisitWords(visit_id=visit.id, at=work.now, by=work.desk.actor.id, words=said))
    # A row of its own: the visit's version must move with it.
    flag_modified(visit, "number")
    work.audit("visit.add_words", "visit", visit.id, number=visit.number, words=said)
    work.changed(Change.VISITS)


def words_of(session: Session, visit_id: str) -> tuple[AddedWords, ...]:
    """What was added to the words of a visit, in order."""
    rows = session.execute(
        select(VisitWords.at, StaffMember.name, VisitWords.words)
        .join(StaffMember, StaffMember.id == VisitWords.by)
        .where(VisitWords.visit_id == visit_id)
        .order_by(VisitWords.at, VisitWords.id)
    )
    return tuple(AddedWords(at, name, words) for at, name, words in rows)
