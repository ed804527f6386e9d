"""Rows kept in order beside a record go behind those of the one it is merged into."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session


def put_behind(
    session: Session, kind: Any, of: str, same: tuple[str, ...], stays_id: str, goes_id: str
) -> None:
    """Give rows of ``kind`` to the record that stays; one it has already comes along once.

    ``of`` is the column that names the record, ``same`` those by which two rows are one.
    """
    owner = getattr(kind, of)
    rows = session.scalars(
        select(kind).where(owner.in_((stays_id, goes_id))).order_by(kind.position)
    ).all()
    own = [row for row in rows if getattr(row, of) == stays_id]
    known = {tuple(getattr(row, name) for name in same) for row in own}
    place = max((row.position for row in own), default=-1) + 1
    for row in rows:
        if getattr(row, of) == stays_id:
            continue
        if tuple(getattr(row, name) for name in same) in known:
            session.execute(delete(kind).where(kind.id == row.id))
        else:
            session.execute(
                update(kind).where(kind.id == row.id).values({of: stays_id, "position": place})
            )
            place += 1
