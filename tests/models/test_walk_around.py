"""Marks of two walks around the car, paired by hand; and by whatever comes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.enums import CarSide, DamageKind, DamageSize
from frontdesk.models.walk_around import Since, compare

S, K, Z = CarSide, DamageKind, DamageSize


@dataclass(frozen=True)
class Mark:
    side: CarSide = S.LEFT
    x: int = 500
    y: int = 500
    kind: DamageKind = K.SCRATCH
    size: DamageSize = Z.MEDIUM


CASES = [
    ("nothing at all", [], [], [], []),
    ("first visit", [Mark()], [], [Since.NEW], []),
    ("mended since", [], [Mark()], [], [0]),
    ("the same place", [Mark()], [Mark()], [Since.KNOWN], []),
    ("a little beside", [Mark(x=580, y=420)], [Mark()], [Since.KNOWN], []),
    ("too far off", [Mark(x=581)], [Mark()], [Since.NEW], [0]),
    ("another view", [Mark(side=S.RIGHT)], [Mark()], [Since.NEW], [0]),
    ("another kind", [Mark(kind=K.DENT)], [Mark()], [Since.NEW], [0]),
    ("grown", [Mark(size=Z.LARGE)], [Mark(size=Z.SMALL)], [Since.WORSE], []),
    ("seen smaller now", [Mark(size=Z.SMALL)], [Mark(size=Z.LARGE)], [Since.KNOWN], []),
    (
        "two close to one: the nearer is the known one",
        [Mark(x=560), Mark(x=510)],
        [Mark()],
        [Since.NEW, Since.KNOWN],
        [],
    ),
    (
        "each has its own",
        [Mark(x=100), Mark(x=900)],
        [Mark(x=905), Mark(x=105)],
        [Since.KNOWN, Since.KNOWN],
        [],
    ),
]


@pytest.mark.parametrize(("name", "now", "before", "since", "gone"), CASES)
def test_marks_are_told_apart(
    name: str, now: list[Mark], before: list[Mark], since: list[Since], gone: list[int]
) -> None:
    told = compare(now, before)
    assert (list(told.now), list(told.gone)) == (since, gone), name


MARKS = st.lists(
    st.builds(
        Mark,
        side=st.sampled_from(S),
        x=st.integers(0, 1000),
        y=st.integers(0, 1000),
        kind=st.sampled_from(K),
        size=st.sampled_from(Z),
    ),
    max_size=8,
)


@given(MARKS, MARKS)
def test_no_mark_is_lost_or_counted_twice(now: list[Mark], before: list[Mark]) -> None:
    told = compare(now, before)
    known = sum(each is not Since.NEW for each in told.now)
    assert len(told.now) == len(now)
    assert known + len(told.gone) == len(before)


@given(MARKS)
def test_the_same_walk_twice_finds_nothing_new(marks: list[Mark]) -> None:
    told = compare(marks, marks)
    assert set(told.now) <= {Since.KNOWN}
    assert told.gone == ()
