"""Which version of a script a call is run with; every version used is kept in the store."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.callback import ScriptVersion
from frontdesk.models.enums import CallbackKind
from frontdesk.services.desk import UnitOfWork
from frontdesk.services.scripts import Script, shipped_script

_read = lru_cache(maxsize=32)(Script.model_validate_json)


def newest(session: Session, kind: CallbackKind) -> Script:
    """The newest script for calls of ``kind``: published, or shipped with the program."""
    body = session.scalar(
        select(ScriptVersion.body)
        .where(ScriptVersion.key == kind.value)
        .order_by(ScriptVersion.version.desc())
        .limit(1)
    )
    shipped = shipped_script(kind)
    if body is None:
        return shipped
    published = _read(body)
    return published if published.version >= shipped.version else shipped


def kept(session: Session, key: str, version: int, kind: CallbackKind) -> Script:
    """The version a call was begun with; the newest where that one was never used."""
    row = session.get(ScriptVersion, (key, version))
    return newest(session, kind) if row is None else _read(row.body)


def keep(work: UnitOfWork, script: Script) -> None:
    """Keep ``script`` in the store as it is used now, if this version is not kept yet."""
    if work.session.get(ScriptVersion, (script.key, script.version)) is not None:
        return
    work.session.add(
        ScriptVersion(
            key=script.key,
            version=script.version,
            kind=script.kind,
            body=script.model_dump_json(exclude_defaults=True),
            published_at=work.now,
        )
    )
    work.audit("script.keep", "script", f"{script.key}@{script.version}")
