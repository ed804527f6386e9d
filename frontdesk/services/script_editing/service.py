"""The scripts of the dealership: seen, published, taken up again, carried as files (§4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.callback import ScriptVersion
from frontdesk.models.enums import CallbackKind, IncomingKind
from frontdesk.models.journal import AuditEntry, Draft
from frontdesk.models.staff import StaffMember
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.desk import Change, Desk, load_json
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.script_editing import reading
from frontdesk.services.script_editing.checking import faults_of
from frontdesk.services.script_editing.dto import OpenScript, Published, ScriptFile, ScriptLine
from frontdesk.services.scripts import Script, script_key, shipped_script

SCRIPT_FORM = "script"
"""Name of the draft; its subject is the script's key."""
KINDS: tuple[script_shelf.Kind, ...] = (*CallbackKind, *IncomingKind)
_BY_KEY = {script_key(kind): kind for kind in KINDS}


class ScriptService:
    """A call keeps the version it was begun with; what is published here holds for the next."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.MANAGE_SCRIPTS)
    def list(self) -> tuple[ScriptLine, ...]:
        """The script in force for each kind of call."""
        with self.desk.read() as session:
            begun = dict(
                session.execute(
                    select(Draft.subject_id, Draft.saved_at).where(
                        Draft.owner_id == self.desk.actor.id, Draft.form == SCRIPT_FORM
                    )
                ).all()
            )
            since = dict(
                session.execute(
                    select(ScriptVersion.key, func.max(ScriptVersion.published_at)).group_by(
                        ScriptVersion.key
                    )
                ).all()
            )
            return tuple(
                ScriptLine(script_shelf.newest(session, kind), since.get(key), begun.get(key))
                for key, kind in _BY_KEY.items()
            )

    @requires(Permission.MANAGE_SCRIPTS)
    def open(self, key: str) -> OpenScript:
        """One script with all its versions.

        Raises:
            NotFound: there are no calls of that kind.
        """
        kind = _kind(key)
        with self.desk.read() as session:
            return OpenScript(
                script_shelf.newest(session, kind),
                shipped_script(kind),
                _history(session, key),
                load_categories(session),
            )

    @requires(Permission.MANAGE_SCRIPTS)
    @confirmed(Act.PUBLISH_SCRIPT)
    def publish(self, body: str, seen: int) -> int:
        """Let calls begun from now on be made along ``body`` (JSON); its version.

        ``seen`` is the version in force that it was written from.

        Raises:
            UserError: it is no script, has a fault (the first is told), or says nothing new.
            Conflict: another version was published meanwhile.
        """
        script = reading.parse(body)
        kind = script.kind
        with self.desk.write() as work:
            now = script_shelf.newest(work.session, kind)
            if now.version != seen:
                raise Conflict("record.changed_meanwhile")
            faults = faults_of(script, load_categories(work.session))
            if faults:
                raise faults[0].as_error()
            if script_shelf.same_words(script, now):
                raise UserError("scripts.unchanged")
            own = not script_shelf.same_words(script, shipped_script(kind))
            new = script.model_copy(update={"version": now.version + 1, "own": own})
            script_shelf.keep(work, now)
            script_shelf.add(work, new)
            work.audit("script.publish", "script", new.key, before=now.version, after=new.version)
            drop_draft(work, SCRIPT_FORM, new.key)
            work.changed(Change.SETTINGS, Change.CALLBACKS)
            return new.version

    @requires(Permission.MANAGE_SCRIPTS)
    def export(self, key: str, version: int) -> ScriptFile:
        """A version as a file that ``read_file`` takes, here or at another dealership.

        Raises:
            NotFound: there is no such version.
        """
        kind = _kind(key)
        with self.desk.write() as work:
            script = script_shelf.newest(work.session, kind)
            if script.version != version:
                row = work.session.get(ScriptVersion, (key, version))
                if row is None:
                    raise NotFound("scripts.gone")
                script = script_shelf.read(row.body)
            work.audit("script.export", "script", key, number=version)
        content = script.model_dump_json(exclude_defaults=True, indent=2)
        return ScriptFile(content.encode(), f"{key}-v{version}.json")

    @requires(Permission.MANAGE_SCRIPTS)
    def read_file(self, path: Path) -> Script:
        """The script of a file, to be looked at, mended and published; nothing is kept yet.

        Raises:
            UserError: it is too large, cannot be read, or is damaged at the place named.
        """
        return reading.read_file(path)


def _kind(key: str) -> script_shelf.Kind:
    kind = _BY_KEY.get(key)
    if kind is None:
        raise NotFound("scripts.gone")
    return kind


def _history(session: Session, key: str) -> tuple[Published, ...]:
    rows: Iterable[ScriptVersion] = session.scalars(
        select(ScriptVersion).where(ScriptVersion.key == key).order_by(ScriptVersion.version.desc())
    )
    told = session.execute(
        select(AuditEntry.detail, StaffMember.name)
        .join(StaffMember, StaffMember.id == AuditEntry.staff_id)
        .where(
            AuditEntry.action == "script.publish",
            AuditEntry.subject == "script",
            AuditEntry.subject_id == key,
        )
    ).all()
    by = {load_json(row.detail)["after"]: row.name for row in told}
    return tuple(
        Published(script_shelf.read(row.body), row.published_at, by.get(row.version, ""))
        for row in rows
    )
