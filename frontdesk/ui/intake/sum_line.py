"""What work comes to in one line, and whose it is to pay."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import Payer
from frontdesk.ui.kit import words


def estimate_line(total: Decimal | None, payers: Mapping[Payer, Decimal]) -> str:
    """``Estimate ¥1,000.00 · Customer ¥500.00 · Warranty ¥500.00``."""
    text = QCoreApplication.translate("SumLine", "Estimate {total}").format(
        total=words.money(total)
    )
    return "  ·  ".join((text, *shares(payers)))


def shares(payers: Mapping[Payer, Decimal]) -> list[str]:
    """Who pays how much; nothing where the customer pays all of it."""
    if not payers.keys() - {Payer.CUSTOMER}:
        return []
    return [f"{words.word(payer)} {words.money(sum_)}" for payer, sum_ in payers.items()]
