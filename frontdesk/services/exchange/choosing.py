"""Which sheet of a file is the delivery sheet, and what its columns hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.models.enums import SheetColumn
from frontdesk.models.journal import ImportMapping
from frontdesk.services.exchange.aliases import JOINED
from frontdesk.services.exchange.headings import Heading, find_heading
from frontdesk.services.exchange.readers import REQUIRED
from frontdesk.services.exchange.results import Origin, SheetMapping
from frontdesk.services.exchange.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet to import, its heading, what each column holds and how that is known."""

    sheet: Sheet
    heading: Heading
    columns: Mapping[int, SheetColumn]
    origins: Mapping[int, Origin]
    headings: Mapping[str, Heading]
    """The heading of every sheet of the file, by name."""

    @property
    def mapping(self) -> SheetMapping:
        return SheetMapping(self.sheet.name, self.columns)


def choose(
    session: Session,
    sheets: Sequence[Sheet],
    mapping: SheetMapping | None,
    *,
    recognise: bool = False,
) -> Choice:
    """The sheet ``mapping`` names, or the one that fits best; its columns likewise.

    Columns come from ``mapping``, else from what was remembered for these headings, else from what
    the headings and cells say. With ``recognise`` ``mapping`` names the sheet only.
    """
    headings = {sheet.name: find_heading(sheet) for sheet in sheets}
    named = [sheet for sheet in sheets if mapping is not None and sheet.name == mapping.sheet]
    sheet = named[0] if named else max(sheets, key=lambda s: _fit(s, headings[s.name]))
    heading = headings[sheet.name]
    if named and mapping is not None and not recognise:
        chosen = {at: column for at, column in mapping.columns.items() if at < sheet.width}
        origins = {
            at: _origin(heading, at) if heading.columns.get(at) is column else Origin.CHOSEN
            for at, column in chosen.items()
        }
        return Choice(sheet, heading, chosen, origins, headings)
    remembered = _remembered(session, heading)
    if remembered is not None:
        origins = {
            at: _origin(heading, at) if heading.columns.get(at) is column else Origin.REMEMBERED
            for at, column in remembered.items()
        }
        return Choice(sheet, heading, remembered, origins, headings)
    origins = {at: _origin(heading, at) for at in heading.columns}
    return Choice(sheet, heading, heading.columns, origins, headings)


def problems(columns: Mapping[int, SheetColumn]) -> list[UserError]:
    """What keeps a sheet with these columns from being imported."""
    counts = Counter(columns.values())
    found = [
        UserError("sheet.column_missing", field="columns", column=column)
        for column in sorted(REQUIRED)
        if not counts[column]
    ]
    if not counts[SheetColumn.VIN] and not counts[SheetColumn.PLATE]:
        found.append(UserError("sheet.car_missing", field="columns"))
    found += [
        UserError("sheet.column_twice", field="columns", column=column)
        for column, often in counts.items()
        if often > 1 and column not in JOINED
    ]
    return found


def remember(session: Session, choice: Choice, at: datetime) -> None:
    """Keep the columns a person has confirmed, for the next sheet with these headings."""
    if not choice.heading.last:
        return
    told = {str(position): column.value for position, column in choice.columns.items()}
    kept = session.get(ImportMapping, choice.heading.fingerprint)
    if kept is None:
        if dict(choice.columns) == dict(choice.heading.columns):
            return
        kept = ImportMapping(fingerprint=choice.heading.fingerprint)
        session.add(kept)
    kept.mapping = json.dumps(told, sort_keys=True)
    kept.saved_at = at


def _fit(sheet: Sheet, heading: Heading) -> tuple[bool, float, int]:
    return (sheet.visible and bool(heading.score), heading.score, len(sheet.rows))


def _origin(heading: Heading, at: int) -> Origin:
    return Origin.CONTENT if at in heading.by_content else Origin.HEADING


def _remembered(session: Session, heading: Heading) -> dict[int, SheetColumn] | None:
    if not heading.last:
        return None
    told = session.scalar(
        select(ImportMapping.mapping).where(ImportMapping.fingerprint == heading.fingerprint)
    )
    if told is None:
        return None
    known = set(SheetColumn)
    return {int(at): SheetColumn(name) for at, name in json.loads(told).items() if name in known}
