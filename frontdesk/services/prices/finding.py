"""Finds lines of the price list by code, name, pinyin, initials or part number."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from frontdesk.models.price_list import PriceItem
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit_rules import list_price
from frontdesk.services.prices.dto import PriceFilter, PriceInput, PriceLine, PricePage
from frontdesk.services.search.fold import fold
from frontdesk.services.search.pinyin import plain_reading

_BETWEEN = "|"
_MOST_WORDS = 6
_RANKED = 400
"""So many hits are put in order; who has more types on."""


def found_by(given: PriceInput) -> str:
    """What a search looks through: each name folded, read in full and by its initials."""
    parts = [fold(given.code), fold(given.part_number)]
    for name in (given.name, given.part):
        reading = plain_reading(name)
        parts += [fold(name), fold("".join(reading)), fold("".join(s[:1] for s in reading))]
    return _BETWEEN + _BETWEEN.join(dict.fromkeys(part for part in parts if part)) + _BETWEEN


def offered(
    session: Session, typed: str, vehicle_id: str, rules: Rules, limit: int
) -> tuple[PriceLine, ...]:
    """What fits the words typed for this car, the likeliest first; nothing typed, nothing told."""
    words = words_of(typed)
    if not words:
        return ()
    query = select(PriceItem).where(PriceItem.active.is_(True), *_fits(words)).limit(_RANKED)
    car = _car(session, vehicle_id)
    lines = (item for item in session.scalars(query) if _is_for(item.car_model, car))
    ranked = sorted(lines, key=lambda item: (_rank(item, words[0]), item.name, item.code))
    return tuple(shown(item, rules) for item in ranked[:limit])


def page(session: Session, wanted: PriceFilter, rules: Rules, limit: int) -> PricePage:
    """The list by code."""
    where: list[ColumnElement[bool]] = [*_fits(words_of(wanted.words))]
    if not wanted.retired:
        where.append(PriceItem.active.is_(True))
    if wanted.kind is not None:
        where.append(PriceItem.kind == wanted.kind)
    total = session.scalar(select(func.count()).select_from(PriceItem).where(*where)) or 0
    items = session.scalars(
        select(PriceItem).where(*where).order_by(PriceItem.code).limit(limit)
    ).all()
    return PricePage(tuple(shown(item, rules) for item in items), total)


def words_of(typed: str) -> tuple[str, ...]:
    """What was typed, in words as they are looked for."""
    return tuple(word for part in typed[:200].split() if (word := fold(part)))[:_MOST_WORDS]


def shown(item: PriceItem, rules: Rules) -> PriceLine:
    """A kept line as it is shown."""
    given = as_input(item)
    rate = Decimal(rules.labour_rate_yuan) if item.labour_rate is None else item.labour_rate
    line = PriceLine(item.id, item.version, given, rate, Decimal(0))
    work = line.as_work()
    return PriceLine(item.id, item.version, given, rate, list_price(work))


def as_input(item: PriceItem) -> PriceInput:
    """A kept line as it was handed in."""
    return PriceInput(
        code=item.code,
        kind=item.kind,
        name=item.name,
        labour_hours=item.labour_hours,
        labour_rate=item.labour_rate,
        part_number=item.part_number or "",
        part=item.part or "",
        quantity=item.quantity,
        unit_price=item.unit_price,
        car_model=item.car_model or "",
        active=item.active,
    )


def _fits(words: Iterable[str]) -> list[ColumnElement[bool]]:
    """Every word stands somewhere in the line."""
    return [func.instr(PriceItem.found_by, word) > 0 for word in words]


def _car(session: Session, vehicle_id: str) -> str:
    row = session.execute(
        select(Vehicle.brand, Vehicle.model, Vehicle.trim).where(Vehicle.id == vehicle_id)
    ).one_or_none()
    return "" if row is None else fold("".join(part for part in row if part))


def _is_for(model: str | None, car: str) -> bool:
    return not model or not car or fold(model) in car


def _rank(item: PriceItem, word: str) -> int:
    """A code typed whole or begun, a name or its initials begun, then anything else."""
    if fold(item.code) == word:
        return 0
    if item.found_by.startswith(_BETWEEN + word):
        return 1
    return 2 if _BETWEEN + word in item.found_by else 3
