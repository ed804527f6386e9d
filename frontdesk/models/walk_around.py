"""What a walk around the car shows against the one before (domain §3, point 2). Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from frontdesk.models.enums import CarSide, DamageKind, DamageSize

NEAR = 80
"""Marks of the same damage lie within so many thousandths of each other, each way."""

_SIZES = tuple(DamageSize)


class Marked(Protocol):
    """A damage on the outline, in thousandths of its view."""

    @property
    def side(self) -> CarSide: ...
    @property
    def x(self) -> int: ...
    @property
    def y(self) -> int: ...
    @property
    def kind(self) -> DamageKind: ...
    @property
    def size(self) -> DamageSize: ...


class Since(StrEnum):
    """How a mark stands against those of last time."""

    NEW = "new"
    KNOWN = "known"
    WORSE = "worse"
    """There last time, smaller."""


@dataclass(frozen=True, slots=True)
class Compared:
    """``now[i]`` tells of the i-th mark; ``gone`` are places in the marks of last time."""

    now: tuple[Since, ...]
    gone: tuple[int, ...]


def compare(now: Sequence[Marked], before: Sequence[Marked]) -> Compared:
    """Pair the marks of both walks: same view, same kind, near each other; the nearest first."""
    pairs = sorted(
        (
            (one.x - other.x) ** 2 + (one.y - other.y) ** 2,
            here,
            there,
        )
        for here, one in enumerate(now)
        for there, other in enumerate(before)
        if _same(one, other)
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in pairs:
        if here not in found and there not in taken:
            found[here] = there
            taken.add(there)
    return Compared(
        now=tuple(
            _since(mark, before[found[place]]) if place in found else Since.NEW
            for place, mark in enumerate(now)
        ),
        gone=tuple(place for place in range(len(before)) if place not in taken),
    )


def _same(one: Marked, other: Marked) -> bool:
    return (
        one.side is other.side
        and one.kind is other.kind
        and abs(one.x - other.x) <= NEAR
        and abs(one.y - other.y) <= NEAR
    )


def _since(now: Marked, before: Marked) -> Since:
    grown = _SIZES.index(now.size) > _SIZES.index(before.size)
    return Since.WORSE if grown else Since.KNOWN
