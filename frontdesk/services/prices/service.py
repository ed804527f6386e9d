"""The price list for the signed-in person: looked through at the desk, kept by the manager."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from frontdesk.errors import Conflict
from frontdesk.models.price_list import PriceItem
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.prices import finding, saving
from frontdesk.services.prices.dto import (
    PriceFilter,
    PriceInput,
    PriceLine,
    PriceOutcome,
    PricePage,
    PricePreview,
)
from frontdesk.services.prices.sheet import PriceSheet, read

FORM = "price"
"""Name of the draft of one line."""


class PriceService:
    """Lines are known by their code; what is no longer offered is retired, never deleted."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.DO_INTAKE)
    def find(self, typed: str, vehicle_id: str = "", limit: int = 8) -> tuple[PriceLine, ...]:
        """Lines for this car by code, name, pinyin, initials or part number, likeliest first."""
        with self.desk.read() as session:
            return finding.offered(session, typed, vehicle_id, self.desk.rules, limit)

    @requires(Permission.VIEW_VISITS)
    def page(self, wanted: PriceFilter | None = None, limit: int = 500) -> PricePage:
        """The list by code."""
        with self.desk.read() as session:
            return finding.page(session, wanted or PriceFilter(), self.desk.rules, limit)

    @requires(Permission.MANAGE_PRICES)
    def save(
        self, given: PriceInput, item_id: str | None = None, version: int | None = None
    ) -> str:
        """Keep one line; without ``version`` a new one. Returns its id.

        Raises:
            UserError: what must be mended. Conflict: someone else saved it in between.
        """
        with self.desk.write() as work:
            kept = saving.save(work, given, item_id or new_id(), version)
            drop_draft(work, FORM, kept if version is not None else "")
            return kept

    @requires(Permission.MANAGE_PRICES)
    def preview(self, path: Path) -> PricePreview:
        """What importing the sheet at ``path`` would do; nothing is kept.

        Raises:
            UserError: the file cannot be read, or has no price list in it.
        """
        sheet = _sheet(path)
        with self.desk.read() as session:
            kept = {
                item.code: finding.as_input(item) for item in session.scalars(select(PriceItem))
            }
        new = [line.code for line in sheet.lines if line.code not in kept]
        changed = [
            line.code for line in sheet.lines if line.code in kept and kept[line.code] != line
        ]
        named = {line.code for line in sheet.lines}
        return PricePreview(
            path=path,
            token=_token(sheet),
            sheet=sheet.name,
            rows=len(sheet.lines) + len(sheet.faults),
            new=tuple(new),
            changed=tuple(changed),
            same=len(sheet.lines) - len(new) - len(changed),
            missing=tuple(
                code for code, line in sorted(kept.items()) if line.active and code not in named
            ),
            faults=sheet.faults,
        )

    @requires(Permission.MANAGE_PRICES)
    def take(self, preview: PricePreview, *, complete: bool = False) -> PriceOutcome:
        """Keep what was previewed, in one transaction; rows at fault are left out.

        ``complete``: the sheet is the whole list; what it does not name is retired.

        Raises:
            Conflict: the file is not the one that was previewed.
        """
        sheet = _sheet(preview.path)
        if _token(sheet) != preview.token:
            raise Conflict("prices.file_changed")
        with self.desk.write() as work:
            return saving.take(work, sheet.lines, complete=complete)


def _sheet(path: Path) -> PriceSheet:
    from frontdesk.services.exchange.files import read_sheets

    return read(read_sheets(path))


def _token(sheet: PriceSheet) -> str:
    return sha256(repr((sheet.lines, [fault.row for fault in sheet.faults])).encode()).hexdigest()
