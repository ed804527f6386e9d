"""The audit trail: who did what, who saw which number, and whether any of it was touched."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from frontdesk.clock import local
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.language import Language
from frontdesk.models.journal import AuditEntry
from frontdesk.models.values import text
from frontdesk.services.audit import finding, naming, removed
from frontdesk.services.audit.dto import (
    Entry,
    ExportedSheet,
    Person,
    TrailPage,
    TrailState,
    Verified,
    Wanted,
)
from frontdesk.services.audit.kinds import kind_of
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, copies
from frontdesk.store import check, seals
from frontdesk.store.store import fault_of

MOST_EXPORTED = 100_000
_SUBJECT = "trail"
_VERIFY = "audit.verify"
Progress = Callable[[int, int], None]


class AuditService:
    """For the general manager and the CS manager. Whoever looks is noted as well."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._looked: Wanted | None = None

    @requires(Permission.VIEW_AUDIT)
    def page(self, wanted: Wanted, before: int | None = None) -> TrailPage:
        """One page of ``wanted``, newest first; each new question is noted in the trail itself.

        Raises:
            UserError: ``audit.period_reversed``.
        """
        wanted = _tidied(wanted)
        span = self._span(wanted)
        if before is None and wanted != self._looked:
            with self.desk.write() as work:
                work.audit("audit.view", _SUBJECT, "", wanted=_told(wanted))
            self._looked = wanted
        with self.desk.read() as session:
            found = finding.find(session, wanted, span, before)
            entries = self._entries(session, found)
            back = None
            if found.looked_to is not None:
                back = session.scalar(
                    select(AuditEntry.at)
                    .where(AuditEntry.sequence >= found.looked_to)
                    .order_by(AuditEntry.sequence)
                    .limit(1)
                )
        return TrailPage(entries, found.before, back)

    @requires(Permission.VIEW_AUDIT)
    def people(self) -> tuple[Person, ...]:
        """Everyone who has or had an account, by name."""
        with self.desk.read() as session:
            return tuple(Person(*each) for each in naming.people(session).items())

    @requires(Permission.VIEW_AUDIT)
    def state(self) -> TrailState:
        """The chain's head, and what the last check of it found."""
        with self.desk.read() as session:
            head = seals.newest(session.connection())
            last = session.execute(
                select(AuditEntry.at, AuditEntry.detail)
                .where(AuditEntry.action == _VERIFY)
                .order_by(AuditEntry.sequence.desc())
                .limit(1)
            ).one_or_none()
        faults = 0 if last is None else int(json.loads(last.detail).get("faults", 0))
        return TrailState(
            entries=0 if head is None else head.sequence,
            seal="" if head is None else head.seal,
            verified_at=None if last is None else last.at,
            faults=faults,
        )

    @requires(Permission.VIEW_AUDIT)
    def verify(
        self, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Verified:
        """Prove every entry; takes ten seconds or so for each million. What came of it is noted.

        Raises:
            UserError: ``audit.cancelled``.
            EnvironmentFault: the store cannot be read.
        """
        read = 0

        def told(done: int, total: int) -> None:
            nonlocal read
            read = done
            if cancelled is not None and cancelled():
                raise UserError("audit.cancelled")
            if progress is not None:
                progress(done, total)

        store = self.desk.store
        try:
            faults = check.trail(store.folder, store.key, told)
        except dbapi2.Error as error:
            raise fault_of(error) or EnvironmentFault("store.damaged") from error
        entries = self.state().entries
        with self.desk.write() as work:
            work.audit(_VERIFY, _SUBJECT, "", count=entries, faults=len(faults))
        return Verified(self.desk.now, entries, tuple(faults))

    @requires(Permission.VIEW_AUDIT)
    @confirmed(Act.EXPORT)
    def export(self, wanted: Wanted, language: Language) -> ExportedSheet:
        """All of ``wanted`` as an ``.xlsx`` in which nothing is a formula; noted with its count.

        Raises:
            UserError: ``audit.too_many``, ``audit.period_reversed``.
        """
        from frontdesk.services.audit.sheet import sheet_of

        wanted = _tidied(wanted)
        span = self._span(wanted)
        with self.desk.read() as session:
            entries = tuple(self._all(session, wanted, span))
        content = sheet_of(entries, language, lambda at: local(at, self.desk.clock))
        with self.desk.write() as work:
            work.audit("audit.export", _SUBJECT, "", wanted=_told(wanted), count=len(entries))
        stamp = f"{local(self.desk.now, self.desk.clock):%Y%m%d-%H%M}"
        return ExportedSheet(content, f"audit-{stamp}.xlsx", len(entries))

    @requires(Permission.VIEW_AUDIT)
    def print_day(self, day: date, language: Language) -> PrintedForm:
        """The daily sheet (日结单) of one day, with the chain's head to sign; copies count."""
        from frontdesk.reports import daily_sheet
        from frontdesk.services.audit import paper

        wanted = Wanted(first=day, last=day)
        with self.desk.write() as work:
            session = work.session
            key = day.isoformat()
            copy = 1 + copies(session, "audit.print", _SUBJECT, key)
            head = seals.newest(session.connection())
            entries = tuple(self._all(session, wanted, self._span(wanted)))
            work.audit("audit.print", _SUBJECT, key, copy=copy)
        sheet = paper.sheet_of(self.desk, day, entries, head, copy, language)
        return PrintedForm(daily_sheet.render(sheet, language), f"daily-{day}.pdf")

    # inside -----------------------------------------------------------------------------

    def _span(self, wanted: Wanted) -> tuple[datetime | None, datetime | None]:
        """The moments the days begin and end at the desk."""
        if wanted.first and wanted.last and wanted.last < wanted.first:
            raise UserError("audit.period_reversed", field="last")
        zone = local(self.desk.now, self.desk.clock).tzinfo

        def begin(day: date) -> datetime:
            return datetime.combine(day, time(0), self.desk.clock.zone() or zone)

        last = wanted.last
        end = None
        if last is not None and last < date.max:
            end = begin(last + timedelta(days=1))
        return (None if wanted.first is None else begin(wanted.first)), end

    def _entries(self, session: Session, found: finding.Found) -> tuple[Entry, ...]:
        def at_desk(moment: datetime) -> datetime:
            return local(moment, self.desk.clock)

        people = naming.people(session)
        subjects = [(row.subject, row.subject_id) for row in found.rows]
        named = naming.names_of(session, subjects)
        hidden = removed.hidden(session, found.rows)
        return tuple(
            Entry(
                sequence=row.sequence,
                at=row.at,
                person=people.get(row.staff_id, row.staff_id or ""),
                action=row.action,
                kind=kind_of(row.action),
                subject=row.subject,
                subject_id=row.subject_id,
                about=named(row.subject, row.subject_id),
                detail=() if row.sequence in hidden else naming.lines_of(row.detail, at_desk),
            )
            for row in found.rows
        )

    def _all(
        self, session: Session, wanted: Wanted, span: tuple[datetime | None, datetime | None]
    ) -> Iterator[Entry]:
        before, count = None, 0
        while True:
            found = finding.find(session, wanted, span, before, limit=2_000)
            count += len(found.rows)
            if count > MOST_EXPORTED:
                raise UserError("audit.too_many", most=f"{MOST_EXPORTED:,}")
            yield from self._entries(session, found)
            before = found.before
            if before is None:
                return


def _tidied(wanted: Wanted) -> Wanted:
    """A question that can be kept: what no record can hold is not sought, nor more than a line."""

    def cut(typed: str) -> str:
        return text.storable(typed[: text.LINE_LIMIT])

    return replace(
        wanted,
        subject=cut(wanted.subject),
        subject_id=cut(wanted.subject_id),
        text=cut(wanted.text),
    )


def _told(wanted: Wanted) -> dict[str, object]:
    """A question as it is kept: only what it asks for."""
    usual = Wanted()
    return {
        name: getattr(wanted, name)
        for name in Wanted.__slots__
        if getattr(wanted, name) != getattr(usual, name)
    }
