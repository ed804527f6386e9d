"""Each working day the sales department's sheet comes, or 'no delivery today' is said (domain §2).

A sheet stands for the days on which its cars were delivered. Days are asked for from the first one
that was ever told; a house that has not begun is not reproached.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.change_set import ChangeSet, DeliveryDay
from frontdesk.models.enums import ChangeSetKind, DeliveryState
from frontdesk.models.journal import ImportBatch
from frontdesk.models.staff import StaffMember
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks.calendar import working_days
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.exchange.delivery import DeliveryRow
from frontdesk.services.exchange.results import FoundSheet, ToldDay
from frontdesk.services.settings import load_setting, store_setting

_LOOKED_BACK = 14
"""A day missing for longer is not asked for any more."""
_FOLDER_KEY = "deliveries.folder"
_SHEETS = frozenset({".xlsx", ".xlsm", ".csv"})
_MOST_FOUND = 20


def note_sheet(work: UnitOfWork, batch_id: str, rows: Iterable[DeliveryRow]) -> None:
    """The sheet stands for the days of its deliveries, none of them before it was asked for."""
    oldest = work.today - timedelta(days=2 * _LOOKED_BACK)
    days = {row.delivered_on for row in rows if row.delivered_on is not None}
    for day in sorted(day for day in days if oldest <= day <= work.today):
        told = work.session.get(DeliveryDay, day)
        if told is None:
            work.session.add(DeliveryDay(day=day, batch_id=batch_id))
        elif told.batch_id is None:
            told.batch_id = batch_id
            told.none_said_at = told.none_said_by = None


def say_none(work: UnitOfWork, day: date) -> None:
    """No car was delivered on ``day``.

    Raises:
        UserError: ``deliveries.future``, ``deliveries.has_sheet``.
    """
    if day > work.today:
        raise UserError("deliveries.future", field="day")
    told = work.session.get(DeliveryDay, day)
    if told is not None and told.batch_id is not None:
        raise UserError("deliveries.has_sheet", field="day")
    if told is None:
        by = work.desk.actor.id
        work.session.add(DeliveryDay(day=day, none_said_at=work.now, none_said_by=by))
        work.audit("deliveries.none", "delivery_day", day.isoformat())
    work.changed(Change.CUSTOMERS)


def take_back_none(work: UnitOfWork, day: date) -> None:
    """'No delivery' was said of ``day`` by mistake."""
    told = work.session.get(DeliveryDay, day)
    if told is not None and told.batch_id is None:
        work.session.delete(told)
        work.audit("deliveries.none_withdrawn", "delivery_day", day.isoformat())
    work.changed(Change.CUSTOMERS)


def days(desk: Desk, session: Session, count: int) -> tuple[ToldDay, ...]:
    """The last ``count`` days, today first."""
    today = desk.today
    first = today - timedelta(days=count - 1)
    told = {
        row.DeliveryDay.day: row
        for row in session.execute(
            select(DeliveryDay, ImportBatch, StaffMember.name)
            .join(ImportBatch, ImportBatch.id == DeliveryDay.batch_id, isouter=True)
            .join(
                StaffMember,
                StaffMember.id == func.coalesce(DeliveryDay.none_said_by, ImportBatch.by),
                isouter=True,
            )
            .where(DeliveryDay.day >= first)
        )
    }
    delivered = session.execute(
        select(Vehicle.delivered_on, func.count())
        .where(Vehicle.delivered_on >= first)
        .group_by(Vehicle.delivered_on)
    )
    cars = {row[0]: row[1] for row in delivered}
    begun = _begun(desk, session)
    calendar = working_days(desk)
    found = []
    for back in range(count):
        day = today - timedelta(days=back)
        row = told.get(day)
        if row is None:
            asked = begun is not None and begun <= day and calendar.works_on(day)
            state = DeliveryState.MISSING if day < today else DeliveryState.OPEN
            found.append(ToldDay(day, state if asked else DeliveryState.REST, cars.get(day, 0)))
            continue
        delivery, batch = row.DeliveryDay, row.ImportBatch
        found.append(
            ToldDay(
                day,
                DeliveryState.NONE if batch is None else DeliveryState.SHEET,
                cars.get(day, 0),
                batch.file_name if batch is not None else "",
                row.name or "",
                batch.at if batch is not None else delivery.none_said_at,
            )
        )
    return tuple(found)


def missing(desk: Desk, session: Session) -> tuple[ToldDay, ...]:
    """Working days of which nothing was told, today among them, the newest first."""
    asked = (DeliveryState.MISSING, DeliveryState.OPEN)
    return tuple(day for day in days(desk, session, _LOOKED_BACK + 1) if day.state in asked)


def _begun(desk: Desk, session: Session) -> date | None:
    """The day from which days are asked for: the first one told, or of the first import."""
    first_told = session.scalar(select(func.min(DeliveryDay.day)))
    first_sheet = session.scalar(select(func.min(ImportBatch.at)))
    known = [] if first_told is None else [first_told]
    if first_sheet is not None:
        known.append(local(first_sheet, desk.clock).date())
    return min(known, default=None)


# a folder that is watched ---------------------------------------------------------------------


def folder(session: Session) -> str:
    """The watched folder; '' for none."""
    return load_setting(session, _FOLDER_KEY, str, "")


def choose_folder(work: UnitOfWork, path: str) -> None:
    """Watch ``path``, or with '' no folder at all.

    Raises:
        UserError: ``deliveries.no_folder``.
    """
    tidy = path.strip()
    try:
        found = not tidy or Path(tidy).is_dir()
    except (OSError, ValueError):
        found = False
    if not found:
        raise UserError("deliveries.no_folder", field="folder")
    before = folder(work.session)
    if tidy != before:
        store_setting(work.session, _FOLDER_KEY, tidy)
        work.audit("setting.change", "setting", _FOLDER_KEY, before=before, after=tidy)
        work.changed(Change.SETTINGS)


def waiting_sheets(session: Session) -> tuple[FoundSheet, ...]:
    """Sheets in the watched folder that were not imported since they were last written.

    Raises:
        EnvironmentFault: ``deliveries.folder_gone``.
    """
    path = folder(session)
    if not path:
        return ()
    try:
        files = [each for each in Path(path).iterdir() if _is_sheet(each)]
        found = [
            FoundSheet(each, datetime.fromtimestamp(each.stat().st_mtime, UTC)) for each in files
        ]
    except OSError as error:
        raise EnvironmentFault("deliveries.folder_gone", path=path) from error
    rows = session.execute(
        select(func.json_extract(ChangeSet.told, "$.file"), ChangeSet.at)
        .where(ChangeSet.kind == ChangeSetKind.IMPORT)
        .order_by(ChangeSet.at)
    )
    known: dict[str, datetime] = {row[0]: row[1] for row in rows}
    new = [
        sheet
        for sheet in found
        if sheet.path.name not in known or known[sheet.path.name] < sheet.changed_at
    ]
    return tuple(sorted(new, key=lambda sheet: sheet.changed_at, reverse=True)[:_MOST_FOUND])


def _is_sheet(path: Path) -> bool:
    # Excel keeps '~$name' beside a sheet that is open.
    return (
        path.suffix.lower() in _SHEETS and not path.name.startswith(("~$", ".")) and path.is_file()
    )
