"""Which version of a script a call is run with; every version used is kept in the store.

In force is the newest one kept when it was written here. Else it is the one that comes with the
program: under its own number, or under the next free one where the desk has gone further meanwhile
(a shipped one taken up again, for example), so that a number never stands for two texts.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.callback import ScriptVersion
from frontdesk.models.enums import CallbackKind, IncomingKind
from frontdesk.services.desk import UnitOfWork
from frontdesk.services.scripts import Script, script_key, shipped_script

Kind = CallbackKind | IncomingKind

_read = lru_cache(maxsize=64)(Script.model_validate_json)


def newest(session: Session, kind: Kind) -> Script:
    """The script in force for calls of ``kind``."""
    body = session.scalar(
        select(ScriptVersion.body)
        .where(ScriptVersion.key == script_key(kind))
        .order_by(ScriptVersion.version.desc())
        .limit(1)
    )
    shipped = shipped_script(kind)
    if body is None:
        return shipped
    kept = _read(body)
    if kept.own or same_words(kept, shipped):
        return kept
    return numbered(shipped, max(shipped.version, kept.version + 1))


def kept(session: Session, key: str, version: int, kind: Kind) -> Script:
    """The version a call was begun with; the one in force where that one was never used."""
    row = session.get(ScriptVersion, (key, version))
    return newest(session, kind) if row is None else _read(row.body)


def read(body: str) -> Script:
    """A script as it is kept."""
    return _read(body)


def same_words(one: Script, other: Script) -> bool:
    """Whether two versions say and do the same, whatever their numbers and whose they are."""
    alike = {"version": 1, "own": False}
    return one.model_copy(update=alike) == other.model_copy(update=alike)


def numbered(script: Script, version: int) -> Script:
    """``script`` under another number."""
    return script if script.version == version else script.model_copy(update={"version": version})


def keep(work: UnitOfWork, script: Script) -> None:
    """Keep ``script`` in the store as it is used now, if this version is not kept yet."""
    if work.session.get(ScriptVersion, (script.key, script.version)) is not None:
        return
    add(work, script)
    work.audit("script.keep", "script", f"{script.key}@{script.version}")


def add(work: UnitOfWork, script: Script) -> None:
    """Put a new version beside those there are."""
    work.session.add(
        ScriptVersion(
            key=script.key,
            version=script.version,
            kind=script.kind.value,
            body=script.model_dump_json(exclude_defaults=True),
            published_at=work.now,
        )
    )
