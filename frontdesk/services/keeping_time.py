"""Which drafts are past their time (Rules.draft_keep_days), whatever the PC's clock says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.journal import AuditEntry, Draft
from frontdesk.models.plausible import time_passed
from frontdesk.services.desk import Desk

_SIGN_IN = "account.sign_in"
"""What tells that somebody used the program; with the idle lock it comes many times a day."""


def outlived(session: Session, desk: Desk, owner_id: str | None = None) -> Sequence[str]:
    """Ids of the drafts kept long enough, of one person or of all.

    A draft is only past its time when the days in which the program was used say so too: on a
    clock set years ahead it is as young as it was.
    """
    now, longest = desk.now, timedelta(days=desk.rules.implausible_gap_days)
    keep = timedelta(days=desk.rules.draft_keep_days)
    aged = select(Draft.id, Draft.saved_at).where(Draft.saved_at < now - keep)
    if owner_id is not None:
        aged = aged.where(Draft.owner_id == owner_id)
    rows = session.execute(aged).all()
    if not rows:
        return ()
    first = min(row.saved_at for row in rows)
    acts = session.scalars(
        select(AuditEntry.at).where(
            AuditEntry.action == _SIGN_IN, AuditEntry.at > first, AuditEntry.at < now
        )
    ).all()
    return [row.id for row in rows if time_passed(row.saved_at, now, acts, longest) > keep]
