"""What a work item comes to, for whoever shows it before it is saved."""

from __future__ import annotations

from decimal import Decimal

from frontdesk.models.visit_rules import line_total
from frontdesk.services.intake.inputs import WorkItem


def line_sum(item: WorkItem) -> Decimal:
    """Labour and parts of one item in yuan, to the fen."""
    return line_total(item)
