"""A store that was put back is said so in its own trail, when it is next opened."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.models.journal import AuditEntry
from frontdesk.store import seals
from frontdesk.store.head import Head
from frontdesk.store.store import Store


def note_restored(store: Store, now: datetime) -> None:
    """Enter that an older state was put back, once for each set of files that had to give way.

    What had been set aside lies in ``set-aside/<time>/``; anchors made before lead there.
    """
    aside = sorted(path.name for path in store.folder.root.glob("set-aside/*") if path.is_dir())
    if not aside:
        return
    known = select(func.count()).where(
        AuditEntry.action == seals.RESTORED, AuditEntry.subject_id == aside[-1]
    )
    with store.reading() as session:
        if session.scalar(known):
            return
    detail = json.dumps({"aside": aside[-1]})
    note = seals.Note(now, None, seals.RESTORED, "store", aside[-1], detail)

    def enter(session: Session) -> Head | None:
        return seals.append(session.connection(), store.seal_key, [note])

    with store.writing(enter):
        pass
