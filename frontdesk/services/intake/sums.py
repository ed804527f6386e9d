"""What work comes to, for whoever shows it before it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from frontdesk.models.enums import Payer
from frontdesk.models.visit_rules import Priced, by_payer, labour_of, line_total, list_price
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.intake.views import ItemLine


def line_sum(item: WorkItem) -> Decimal:
    """What one item comes to in yuan, less its discount; declined work comes to nothing."""
    return line_total(item)


def list_sum(item: WorkItem) -> Decimal:
    """Labour and parts of one item in yuan, before the discount."""
    return list_price(item)


def labour_sum(hours: Decimal, rate: Decimal) -> Decimal:
    """Hours at a rate in yuan an hour."""
    return labour_of(hours, rate)


def charged(item: ItemLine) -> Decimal:
    """What was charged for one item; before the hand-over, what is agreed."""
    return item.total if item.actual_amount is None else item.actual_amount


def charged_by(items: Iterable[ItemLine]) -> dict[Payer, Decimal]:
    """Who is charged how much, in the order of ``Payer``; who is charged nothing left out."""
    sums = dict.fromkeys(Payer, Decimal("0.00"))
    for item in items:
        if not item.declined_why:
            sums[item.payer] += charged(item)
    return {payer: sum_ for payer, sum_ in sums.items() if sum_}


def payers(items: Iterable[Priced]) -> dict[Payer, Decimal]:
    """Who pays how much; those who pay nothing are left out."""
    return by_payer(items)
