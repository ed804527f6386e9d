"""Writes the price list: one line by hand, or many from a sheet, with what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.price_list import PriceItem
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.prices import checks, finding
from frontdesk.services.prices.dto import PriceInput, PriceOutcome


def save(work: UnitOfWork, given: PriceInput, item_id: str, version: int | None) -> str:
    """Keep one line; ``version`` is ``None`` for a new one, and told twice it is made once."""
    clean = checks.line(given)
    kept = work.session.get(PriceItem, item_id)
    if version is None and kept is not None:
        return item_id
    if version is not None and kept is None:
        raise NotFound("prices.not_found")
    same = work.session.scalar(
        select(PriceItem.id).where(PriceItem.code == clean.code, PriceItem.id != item_id)
    )
    if same is not None:
        raise UserError("prices.code_taken", field="code", item=clean.code)
    if kept is None:
        work.session.add(PriceItem(id=item_id, imported_at=work.now, **_columns(clean)))
        work.audit("price.add", "price", item_id, after=_told(clean))
    elif kept.version != version:
        raise Conflict("record.changed_meanwhile")
    else:
        _change(work, kept, clean)
    work.changed(Change.PRICES)
    return item_id


def take(work: UnitOfWork, lines: Sequence[PriceInput], *, complete: bool) -> PriceOutcome:
    """Keep every line of a sheet by its code; ``complete`` retires what it does not name."""
    known = {item.code: item for item in work.session.scalars(select(PriceItem))}
    added = changed = 0
    for line in lines:
        kept = known.pop(line.code, None)
        if kept is None:
            work.session.add(PriceItem(imported_at=work.now, **_columns(line)))
            added += 1
        elif finding.as_input(kept) != line:
            _write(kept, line)
            kept.imported_at = work.now
            changed += 1
    gone = [item for item in known.values() if item.active] if complete else []
    for item in gone:
        item.active = False
    if added or changed or gone:
        work.audit(
            "price.import",
            "price",
            "",
            added=added,
            changed=changed,
            retired=len(gone),
        )
        work.changed(Change.PRICES)
    return PriceOutcome(added, changed, len(gone))


def _change(work: UnitOfWork, kept: PriceItem, clean: PriceInput) -> None:
    before, after = _told(finding.as_input(kept)), _told(clean)
    if before == after:
        return
    _write(kept, clean)
    differ = [name for name in after if before[name] != after[name]]
    work.audit(
        "price.change",
        "price",
        kept.id,
        code=kept.code,
        before={name: before[name] for name in differ},
        after={name: after[name] for name in differ},
    )


def _write(kept: PriceItem, clean: PriceInput) -> None:
    for name, value in _columns(clean).items():
        setattr(kept, name, value)


def _columns(clean: PriceInput) -> dict[str, Any]:
    values = {name: getattr(clean, name) for name in clean.__dataclass_fields__}
    values |= {name: values[name] or None for name in ("part_number", "part", "car_model")}
    return values | {"found_by": finding.found_by(clean)}


def _told(clean: PriceInput) -> dict[str, object]:
    return {name: getattr(clean, name) for name in clean.__dataclass_fields__}
