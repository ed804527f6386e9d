"""Half-typed forms: kept while typing, given back to their owner only, gone with the real save."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from frontdesk.models.journal import Draft
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.services.draft_turns import Whose, turns_of
from frontdesk.services.keeping_time import outlived
from frontdesk.services.last_change import LastChange, last_change
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.unfinished import Unfinished, unfinished


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What a person had typed when the form was last kept.

    ``before`` is what stood in the same fields when they began; ``changed`` who has saved the
    record since, if anybody has.
    """

    form: str
    subject_id: str
    base_version: int | None
    values: Mapping[str, Any]
    saved_at: datetime
    before: Mapping[str, str] = field(default_factory=dict)
    changed: LastChange | None = None


_CLOCKS_DIFFER = timedelta(days=1)

# Built once: it is part of every save of every form.
_DROP = delete(Draft).where(
    Draft.owner_id == bindparam("owner"),
    Draft.form == bindparam("name"),
    Draft.subject_id == bindparam("subject"),
)


class DraftService:
    """Drafts of the signed-in person; nobody sees another's."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def turn(self, form: str, subject_id: str) -> int:
        """The turn a form begins with; ended by its save. From memory: it never waits."""
        return turns_of(self.desk.store).now(_whose(self.desk, form, subject_id))

    @requires(Permission.SIGNED_IN)
    def keep(
        self,
        form: str,
        subject_id: str,
        values: Mapping[str, Any],
        base_version: int | None = None,
        *,
        before: Mapping[str, str] | None = None,
        turn: int | None = None,
    ) -> bool:
        """Keep what is typed into ``form`` about ``subject_id`` ('' for a new record).

        Returns whether it was kept: not when the form's ``turn`` has ended, for then it was saved
        or given up after this was typed.
        """
        # Escaped, so that half a character pasted from elsewhere is kept as it is.
        payload = json.dumps({"typed": dict(values), "before": dict(before or {})})
        kept = {"base_version": base_version, "payload": payload, "saved_at": self.desk.now}
        where = _is(self.desk, form, subject_id)
        with self.desk.store.writing() as session:
            # The first statement takes the store's turn to write; only then the form's is sure.
            known = session.scalar(select(Draft.id).where(*where))
            now = turns_of(self.desk.store).now(_whose(self.desk, form, subject_id))
            if turn is not None and turn != now:
                return False
            if known is not None:
                session.execute(update(Draft).where(Draft.id == known).values(**kept))
            else:
                owner = self.desk.actor.id
                session.add(Draft(owner_id=owner, form=form, subject_id=subject_id, **kept))
        return True

    @requires(Permission.SIGNED_IN)
    def offered(self, form: str, subject_id: str = "") -> KeptDraft | None:
        """The draft of this form, or ``None``; those past the keeping time are swept."""
        with self.desk.read() as session:
            row = session.scalars(
                select(Draft).where(*_is(self.desk, form, subject_id))
            ).one_or_none()
            if row is None or row.id in outlived(session, self.desk, self.desk.actor.id):
                return None
            kept = _kept(row)
            return replace(kept, changed=last_change(session, form, subject_id, row.saved_at))

    @requires(Permission.SIGNED_IN)
    def last_change(self, form: str, subject_id: str) -> LastChange | None:
        """Who saved the record behind ``form`` last, and when."""
        with self.desk.read() as session:
            return last_change(session, form, subject_id)

    @requires(Permission.SIGNED_IN)
    def all(self) -> tuple[KeptDraft, ...]:
        """Every draft of the signed-in person, newest first."""
        with self.desk.read() as session:
            rows = session.scalars(
                select(Draft)
                .where(Draft.owner_id == self.desk.actor.id)
                .order_by(Draft.saved_at.desc())
            )
            return tuple(_kept(row) for row in rows)

    @requires(Permission.SIGNED_IN)
    def unfinished(self) -> tuple[Unfinished, ...]:
        """What the signed-in person has begun and not saved, newest first, by its name."""
        with self.desk.read() as session:
            return unfinished(session, self.desk)

    @requires(Permission.SIGNED_IN)
    def discard(self, form: str, subject_id: str = "") -> None:
        """Throw the draft away because its owner said so."""
        with self.desk.store.writing() as session:
            session.execute(delete(Draft).where(*_is(self.desk, form, subject_id)))
            turns_of(self.desk.store).end(_whose(self.desk, form, subject_id))

    @requires(Permission.SIGNED_IN)
    def sweep(self) -> None:
        """Drop drafts of anyone that are past the keeping time (Rules.draft_keep_days)."""
        with self.desk.write() as work:
            sweep_drafts(work)


def sweep_drafts(work: UnitOfWork) -> None:
    """Drop what is past the keeping time; part of every sign-in.

    What was kept while the clock stood ahead begins its time anew, or it would stay for years.
    """
    past = outlived(work.session, work.desk)
    if past:
        work.session.execute(delete(Draft).where(Draft.id.in_(past)))
    ahead = Draft.saved_at > work.now + _CLOCKS_DIFFER
    work.session.execute(update(Draft).where(ahead).values(saved_at=work.now))


def drop_draft(work: UnitOfWork, form: str, subject_id: str = "") -> None:
    """Delete the actor's draft inside the transaction of the real save, and end its turn."""
    which = {"owner": work.desk.actor.id, "name": form, "subject": subject_id}
    work.session.connection().execute(_DROP, which)
    turns_of(work.desk.store).end(_whose(work.desk, form, subject_id))


def _whose(desk: Desk, form: str, subject_id: str) -> Whose:
    return desk.actor.id, form, subject_id


def _is(desk: Desk, form: str, subject_id: str) -> tuple[Any, ...]:
    return (
        Draft.owner_id == desk.actor.id,
        Draft.form == form,
        Draft.subject_id == subject_id,
    )


def _kept(row: Draft) -> KeptDraft:
    payload = json.loads(row.payload)
    # Drafts of the first versions hold the texts alone.
    both = isinstance(payload.get("typed"), dict)
    return KeptDraft(
        form=row.form,
        subject_id=row.subject_id,
        base_version=row.base_version,
        values=payload["typed"] if both else payload,
        saved_at=row.saved_at,
        before=payload["before"] if both else {},
    )
