"""One piece of work on the order of a visit."""

from __future__ import annotations

from decimal import Decimal

from frontdesk.models.all import VisitItem
from frontdesk.models.enums import Payer, WorkKind
from frontdesk.sample.rows import Rows

Job = tuple[str, str | None, WorkKind, int, int]
"""What, part, kind, labour and price in yuan."""


def write_item(
    rows: Rows,
    visit_id: str,
    position: int,
    job: Job,
    *,
    item_id: str,
    actual: Decimal | None,
    payer: Payer = Payer.CUSTOMER,
    declined_why: str | None = None,
) -> None:
    """``job`` as the item at ``position``; ``actual``: what was charged, ``declined_why``: left."""
    what, part, kind, labour, price = job
    rows.add(
        VisitItem,
        id=item_id,
        visit_id=visit_id,
        position=position,
        kind=kind,
        description=what,
        labour=Decimal(labour),
        part=part,
        quantity=Decimal(1),
        unit_price=Decimal(price),
        actual_amount=actual,
        payer=payer,
        declined_why=declined_why,
    )
