"""Checks of one line of the price list; every fault is told beside its own field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from frontdesk.models.values import text
from frontdesk.services.intake.checks import MOST_HOURS, MOST_PIECES, Checking, is_count, is_money
from frontdesk.services.prices.dto import PriceInput

CODE_LIMIT = 40


def line(given: PriceInput) -> PriceInput:
    """``given`` as it is stored.

    Raises:
        UserError: one fault. InputErrors: several.
    """
    checking = Checking()
    code = text.code(given.code)
    checking.need(code, "prices.code_missing", "code")
    checking.need(len(code) <= CODE_LIMIT, "prices.code_long", "code", most=CODE_LIMIT)
    name = checking.of(text.line, given.name, "name") or ""
    checking.need(name or len(given.name) > text.LINE_LIMIT, "prices.name_missing", "name")
    part = checking.of(text.line, given.part, "part") or ""
    number = checking.of(text.line, given.part_number, "part_number") or ""
    model = checking.of(text.line, given.car_model, "car_model") or ""
    hours = is_count(given.labour_hours, MOST_HOURS)
    checking.need(hours, "prices.hours", "labour_hours")
    rate = given.labour_rate
    checking.need(rate is None or is_money(rate), "prices.money", "labour_rate")
    checking.need(is_money(given.unit_price), "prices.money", "unit_price")
    checking.need(is_count(given.quantity, MOST_PIECES), "prices.quantity", "quantity")
    nameless = given.unit_price.is_finite() and given.unit_price > 0 and not given.part.strip()
    checking.need(not nameless, "prices.part_missing", "part")
    checking.done()
    return replace(
        given,
        code=code,
        name=name,
        part=part,
        part_number=number,
        car_model=model,
        # A figure without a part would be a part nobody named.
        quantity=given.quantity if part else Decimal(1),
    )
