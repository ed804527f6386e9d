"""Counting complaints: one walk over the period in the store, all tables from it here."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from math import fsum
from operator import add
from statistics import median
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import ComplaintChannel, Department
from frontdesk.services.statistics.dto import By, Cell, Line, Measure
from frontdesk.services.statistics.periods import Period
from frontdesk.store.functions import gathered_column, seconds_between

_CLOSED = Complaint.signed_off_at.is_not(None)
_IN_TIME = Complaint.signed_off_at <= Complaint.due_at
# The limit a ticket was given is what is left of its deadline without the pauses that moved it.
# Moments are told apart by the millisecond, hence less than one of them is none.
_WITH_PAUSES = (
    seconds_between(Complaint.due_at, Complaint.signed_off_at) + Complaint.paused_seconds < 0.001
)
_CONDITIONS: dict[Measure, ColumnElement[bool]] = {
    Measure.VALID: Complaint.valid.is_(True),
    Measure.CLOSED: _CLOSED,
    Measure.IN_TIME: _IN_TIME,
    # Most have never been paused: for them there is nothing to reckon.
    Measure.IN_TIME_GROSS: and_(_IN_TIME, or_(Complaint.paused_seconds == 0, _WITH_PAUSES)),
    Measure.ASKED: Complaint.satisfied_after.is_not(None),
    Measure.SATISFIED: Complaint.satisfied_after.is_(True),
    Measure.SCORED: Complaint.handling_score.is_not(None),
    Measure.REPEATED: Complaint.repeats_id.is_not(None),
    Measure.COST: Complaint.cost_fen > 0,
}
# What is counted of a ticket, as the bits of one number.
_COUNTED = (
    Measure.VALID,
    Measure.CLOSED,
    Measure.IN_TIME,
    Measure.IN_TIME_GROSS,
    Measure.ASKED,
    Measure.SATISFIED,
    Measure.REPEATED,
)
_SCORE = len(_COUNTED)
_PARTS = ("count", *(measure.value for measure in _COUNTED), "scored", "points", "cost_fen")
_WIDTH = 56
_PART = (1 << _WIDTH) - 1
_Key = TypeVar("_Key", str, str | None)


class Tickets(NamedTuple):
    """What is counted of the complaints of a period, column by column.

    ``sums`` holds all that adds up of a ticket in one number (``_packed``). ``gross`` and ``net``
    are the seconds to the sign-off with the pauses and without them, the quickest first, and
    ``by_gross`` and ``by_net`` the places of those tickets: sorted once, every line's median is
    only looked up.
    """

    category: Sequence[str] = ()
    department: Sequence[str | None] = ()
    channel: Sequence[str] = ()
    person: Sequence[str | None] = ()
    month: Sequence[str] = ()
    sums: Sequence[int] = ()
    gross: Sequence[float] = ()
    by_gross: Sequence[int] = ()
    net: Sequence[float] = ()
    by_net: Sequence[int] = ()


@dataclass(slots=True)
class Sums:
    """What is known of the tickets of one line. Hours are kept in seconds."""

    packed: int = 0
    gross: list[float] = field(default_factory=list)
    net: list[float] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many tickets."""
        return self.part("count")

    def part(self, name: str) -> int:
        """One of the sums, by its name in ``_PARTS``."""
        return self.packed >> _WIDTH * _PARTS.index(name) & _PART

    def take(self, other: Sums) -> None:
        """Add the tickets of ``other``."""
        self.packed += other.packed
        self.gross += other.gross
        self.net += other.net

    def line(self, key: str, total: int, before: int = 0) -> Line:
        """The line of ``key``: shares of ``total``, after ``before`` in the order of the table."""
        number, scored = self.number, self.part("scored")
        counts = {measure.value: self.part(measure.value) for measure in _COUNTED}
        return Line(
            key=key,
            count=number,
            share=number / total if total else None,
            cumulative_share=(before + number) / total if total else None,
            mean_hours=_mean_hours(self.net),
            median_hours=_median_hours(self.net),
            mean_gross_hours=_mean_hours(self.gross),
            median_gross_hours=_median_hours(self.gross),
            scored=scored,
            score=self.part("points") / scored if scored else None,
            cost=Decimal(self.part("cost_fen")) / 100,
            **counts,
        )


def tickets(session: Session, days: Period, scope: Department | None) -> Tickets:
    """The complaints registered in ``days``.

    Each column of a month is fetched as one text: a fifth of the time of row by row.
    """
    counted = reduce(
        add,
        (case((_CONDITIONS[m], 1 << at), else_=0) for at, m in enumerate(_COUNTED)),
        func.coalesce(Complaint.handling_score, 0) * (1 << _SCORE),
    )
    columns = (
        Complaint.category,
        Complaint.department,
        Complaint.channel,
        Complaint.responsible,
        counted,
        Complaint.cost_fen,
        seconds_between(Complaint.registered_at, Complaint.signed_off_at),
        Complaint.paused_seconds,
    )
    found = (
        select(*(gathered_column(each) for each in columns))
        .where(Complaint.registered_at >= bindparam("begin"))
        .where(Complaint.registered_at < bindparam("end"), *_of_department(scope))
    )
    gathered: list[list[Any]] = [[] for _ in columns]
    months: list[str] = []
    for name, begin, end in days.spans():
        row = session.execute(found, {"begin": begin, "end": end}).one()
        for column, text in zip(gathered, row, strict=True):
            column.extend(json.loads(text))
        months += [name] * (len(gathered[0]) - len(months))
    category, department, channel, person, counted_, cost, gross, paused = gathered
    closed = [at for at, seconds in enumerate(gross) if seconds is not None]
    net = {at: max(0.0, gross[at] - paused[at]) for at in closed}
    by_gross = sorted(closed, key=gross.__getitem__)
    by_net = sorted(closed, key=net.__getitem__)
    return Tickets(
        category,
        department,
        channel,
        person,
        months,
        _packed(counted_, cost),
        [gross[at] for at in by_gross],
        by_gross,
        [net[at] for at in by_net],
        by_net,
    )


def tallied(keys: Sequence[str | None], some: Tickets) -> dict[str, Sums]:
    """The sums of ``some`` tickets by ``keys``, the key of each; ``None`` counts as ''."""
    packed: defaultdict[str | None, int] = defaultdict(int)
    for key, sums in zip(keys, some.sums, strict=True):
        packed[key] += sums
    gross = _grouped(keys, some.by_gross, some.gross)
    net = _grouped(keys, some.by_net, some.net)
    return merged(
        {key: Sums(sums, gross[key], net[key]) for key, sums in packed.items()},
        lambda key: key or "",
    )


def _grouped(
    keys: Sequence[str | None], places: Sequence[int], values: Sequence[float]
) -> defaultdict[str | None, list[float]]:
    found: defaultdict[str | None, list[float]] = defaultdict(list)
    for key, value in zip(map(keys.__getitem__, places), values, strict=True):
        found[key].append(value)
    return found


def _packed(counted: Sequence[int], cost_fen: Sequence[int]) -> list[int]:
    """All that adds up of each ticket side by side in one number, so that one sum adds it all.

    Each part has ``_WIDTH`` bits, which hold thirty years of a large house to spare.
    """
    bits_of = {each: _spread(each) for each in set(counted)}
    cost = _WIDTH * _PARTS.index("cost_fen")
    return [bits_of[each] + (fen << cost) for each, fen in zip(counted, cost_fen, strict=True)]


def _spread(counted: int) -> int:
    score = counted >> _SCORE
    parts = {"count": 1, "scored": int(score > 0), "points": score}
    parts |= {measure.value: counted >> at & 1 for at, measure in enumerate(_COUNTED)}
    return sum(number << _WIDTH * _PARTS.index(name) for name, number in parts.items())


def merged(found: Mapping[_Key, Sums], key_of: Callable[[_Key], str]) -> dict[str, Sums]:
    """The sums added up by what ``key_of`` makes of their keys."""
    together: defaultdict[str, Sums] = defaultdict(Sums)
    for key, sums in found.items():
        together[key_of(key)].take(sums)
    return dict(together)


def ranked(found: dict[str, Sums], order: Sequence[str] = ()) -> tuple[Line, ...]:
    """Lines most frequent first (ties in the ``order`` given), with cumulative shares."""
    total = sum(each.number for each in found.values())
    place = {key: at for at, key in enumerate(order)}
    # Whoever is not named comes after the names.
    keys = sorted(
        found, key=lambda key: (-found[key].number, place.get(key, len(place)), not key, key)
    )
    lines, before = [], 0
    for key in keys:
        lines.append(found[key].line(key, total, before))
        before += found[key].number
    return tuple(lines)


def listed(found: dict[str, Sums], order: Iterable[str], total: int) -> tuple[Line, ...]:
    """Lines in the ``order`` given, those of which something was counted."""
    return tuple(found[key].line(key, total) for key in order if key in found)


def behind(session: Session, days: Period, scope: Department | None, cell: Cell) -> tuple[str, ...]:
    """Ids of the complaints a figure counts, newest first."""
    conditions = [
        Complaint.registered_at >= days.start,
        Complaint.registered_at < days.end,
        *_of_department(scope),
        *_of_line(cell, days),
    ]
    if cell.measure is not Measure.COUNT:
        conditions.append(_CONDITIONS[cell.measure])
    return tuple(
        session.scalars(
            select(Complaint.id).where(*conditions).order_by(Complaint.registered_at.desc())
        )
    )


def _mean_hours(seconds: Sequence[float]) -> float | None:
    return fsum(seconds) / len(seconds) / 3600 if seconds else None


def _median_hours(seconds: Sequence[float]) -> float | None:
    # Sorted already, or in a few runs that are merged quickly.
    return median(seconds) / 3600 if seconds else None


def _of_department(scope: Department | None) -> list[ColumnElement[bool]]:
    return [] if scope is None else [Complaint.department == scope]


def _of_line(cell: Cell, days: Period) -> list[ColumnElement[bool]]:
    of_key: dict[By, Callable[[str], list[ColumnElement[bool]]]] = {
        By.TOTAL: lambda _: [],
        By.CATEGORY: _of_category,
        By.LEAF: lambda key: [Complaint.category == key],
        By.DEPARTMENT: lambda key: [Complaint.department == (Department(key) if key else None)],
        By.PERSON: _of_person,
        By.CHANNEL: lambda key: [Complaint.channel == ComplaintChannel(key)],
        By.MONTH: lambda key: _of_month(key, days),
    }
    return of_key[cell.by](cell.key)


def _of_category(key: str) -> list[ColumnElement[bool]]:
    own = Complaint.category == key
    return [own | Complaint.category.startswith(f"{key}.", autoescape=True)]


def _of_person(key: str) -> list[ColumnElement[bool]]:
    if key:
        return [Complaint.responsible == key]
    return [or_(Complaint.responsible.is_(None), Complaint.responsible == "")]


def _of_month(key: str, days: Period) -> list[ColumnElement[bool]]:
    begin, end = next((begin, end) for name, begin, end in days.spans() if name == key)
    return [Complaint.registered_at >= begin, Complaint.registered_at < end]
