"""Whatever the tickets: each figure equals a naive recount, and opens a list of that length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from statistics import mean, median
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import Comparison, ComplaintChannel, Department
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.statistics.dto import By, Cell, ComplaintStatistics, Line, Measure
from tests.factories import Make

FIRST, LAST = date(2026, 10, 20), date(2026, 11, 10)
_START = datetime(2026, 10, 19, 16, tzinfo=UTC)
"""Midnight at the desk."""
_DAYS = (LAST - FIRST).days + 1
_LEAVES = ("repair_quality.not_fixed", "repair_quality.damage", "price.high", "gone.leaf")
_LIMIT = timedelta(hours=24)


@dataclass(frozen=True)
class Given:
    """What is counted of one ticket."""

    at: datetime
    category: str
    department: Department | None
    channel: ComplaintChannel
    responsible: str | None
    valid: bool | None
    hours: float | None
    paused: int
    satisfied: bool | None
    score: int | None
    cost_fen: int

    @property
    def gross(self) -> timedelta | None:
        """From the registration to the sign-off."""
        return None if self.hours is None else timedelta(seconds=round(self.hours * 3600))

    @property
    def net(self) -> timedelta | None:
        """The same without pauses."""
        return None if self.gross is None else self.gross - timedelta(seconds=self.paused)

    def key(self, by: By) -> str:
        """Of which line it is."""
        local = self.at + timedelta(hours=8)
        return {
            By.TOTAL: "",
            By.CATEGORY: self.category.partition(".")[0],
            By.LEAF: self.category,
            By.DEPARTMENT: self.department or "",
            By.PERSON: self.responsible or "",
            By.CHANNEL: self.channel.value,
            By.MONTH: f"{local:%Y-%m}",
        }[by]


@st.composite
def _tickets(draw: st.DrawFn) -> Given:
    paused = draw(st.sampled_from([0, 0, 3600, 30 * 3600]))
    closed = draw(st.booleans())
    # The limit itself, a second over it, and anything else; never less than it was paused.
    hours = draw(st.sampled_from([24.0, 24 + 1 / 3600, 3.0, 7.25, 60.0]))
    asked = closed and draw(st.booleans())
    return Given(
        at=_START + timedelta(seconds=draw(st.integers(0, _DAYS * 86400 - 1))),
        category=draw(st.sampled_from(_LEAVES)),
        department=draw(st.none() | st.sampled_from(Department)),
        channel=draw(st.sampled_from(ComplaintChannel)),
        responsible=draw(st.sampled_from([None, "", "技师甲", "技师乙"])),
        valid=draw(st.none() | st.booleans()),
        hours=hours + (paused / 3600 if draw(st.booleans()) or hours * 3600 < paused else 0)
        if closed
        else None,
        paused=paused,
        satisfied=draw(st.booleans()) if asked else None,
        score=draw(st.none() | st.integers(1, 10)) if asked else None,
        cost_fen=draw(st.sampled_from([0, 0, 1, 12345])),
    )


def _recounted(some: list[Given], key: str, total: int) -> Line:
    closed = [each for each in some if each.gross is not None]
    gross = [each.gross / timedelta(hours=1) for each in closed if each.gross is not None]
    net = [each.net / timedelta(hours=1) for each in closed if each.net is not None]
    scores = [each.score for each in some if each.score is not None]
    return Line(
        key=key,
        count=len(some),
        valid=sum(each.valid is True for each in some),
        share=len(some) / total if total else None,
        closed=len(closed),
        in_time=sum(each.net is not None and each.net <= _LIMIT for each in some),
        in_time_gross=sum(each.gross is not None and each.gross <= _LIMIT for each in some),
        mean_hours=mean(net) if net else None,
        median_hours=median(net) if net else None,
        mean_gross_hours=mean(gross) if gross else None,
        median_gross_hours=median(gross) if gross else None,
        asked=sum(each.satisfied is not None for each in some),
        satisfied=sum(each.satisfied is True for each in some),
        scored=len(scores),
        score=mean(scores) if scores else None,
        cost=Decimal(sum(each.cost_fen for each in some)) / 100,
    )


def _rounded(line: Line) -> Line:
    floats: dict[str, Any] = {
        name: None if (value := getattr(line, name)) is None else round(value, 6)
        for name in Line.__slots__
        if "hours" in name or name in ("share", "score")
    }
    return replace(line, cumulative_share=None, **floats)


@settings(max_examples=25)
@given(st.lists(_tickets(), max_size=14))
def test_every_figure_is_a_naive_recount_and_opens_its_list(
    desk: Desk, services: Services, make: Make, some: list[Given]
) -> None:
    with desk.write() as work:
        # Those of the example before are no longer of the period; nothing is ever deleted.
        work.session.execute(update(Complaint).values(registered_at=_START - timedelta(days=900)))
    customer = make.customer()
    made = {make.complaint(customer, **_fields(each)): each for each in some}

    found = services.statistics.complaints(FIRST, LAST)

    for by in By:
        keys = {each.key(by) for each in some} | ({""} if by is By.TOTAL else set())
        lines = {line.key: line for line in found.lines(by) if line.count or by is By.TOTAL}
        assert set(lines) == keys
        for key, line in lines.items():
            own = [each for each in some if each.key(by) == key]
            assert _rounded(line) == _rounded(_recounted(own, key, len(some)))
            _has_its_lists(services, found, Cell(by, key), line, made)


def _has_its_lists(
    services: Services,
    found: ComplaintStatistics,
    cell: Cell,
    line: Line,
    made: dict[str, Given],
) -> None:
    for measure in set(Measure) - {Measure.COST}:
        ids = services.statistics.list_behind(
            found.first, found.last, replace(cell, measure=measure)
        )
        assert len(ids) == len(set(ids)) == getattr(line, measure.value)
        assert all(made[each].key(cell.by) == cell.key for each in ids)


def _fields(each: Given) -> dict[str, Any]:
    return {
        "registered_at": each.at,
        "due_at": each.at + _LIMIT + timedelta(seconds=each.paused),
        "signed_off_at": None if each.gross is None else each.at + each.gross,
        "paused_seconds": each.paused,
        "category": each.category,
        "department": each.department,
        "channel": each.channel,
        "responsible": each.responsible,
        "valid": each.valid,
        "satisfied_after": each.satisfied,
        "handling_score": each.score,
        "cost_fen": each.cost_fen,
    }


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(
    services: Services, make: Make
) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    for hours in (2, 30, 4, 10):
        make.complaint(registered_at=at, signed_off_at=at + timedelta(hours=hours))
    total = services.statistics.complaints(FIRST, LAST).total
    assert (total.median_hours, total.mean_hours) == (7.0, 11.5)


def test_pauses_are_told_with_and_without(services: Services, make: Make) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    paused: dict[str, Any] = {"paused_seconds": 36000, "due_at": at + timedelta(hours=34)}
    make.complaint(registered_at=at, signed_off_at=at + timedelta(hours=30), **paused)
    make.complaint(registered_at=at, signed_off_at=at + timedelta(hours=24), **paused)
    total = services.statistics.complaints(FIRST, LAST).total
    assert (total.in_time, total.in_time_gross) == (2, 1)
    assert (total.mean_hours, total.mean_gross_hours) == (17.0, 27.0)


def test_each_line_has_the_one_it_is_compared_with(services: Services, make: Make) -> None:
    october, november = date(2026, 10, 5), date(2026, 11, 5)
    for day, category, channel in (
        (october, "price.high", ComplaintChannel.PHONE),
        (october, "price.high", ComplaintChannel.DESK),
        (november, "price.high", ComplaintChannel.PHONE),
        (november, "delivery.papers", ComplaintChannel.PHONE),
    ):
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
        make.complaint(registered_at=at, category=category, channel=channel)
    found = services.statistics.complaints(date(2026, 11, 1), date(2026, 11, 30), Comparison.BEFORE)
    assert found.before is not None
    assert (found.before.first, found.before.last) == (october.replace(day=1), date(2026, 10, 31))

    def pairs(by: By) -> dict[str, tuple[int, int]]:
        lines = ((line, found.earlier(by, line.key)) for line in found.lines(by))
        return {line.key: (line.count, was.count) for line, was in lines if was is not None}

    assert pairs(By.TOTAL) == {"": (2, 2)}
    assert pairs(By.CATEGORY) == {"price": (1, 2), "delivery": (1, 0)}
    assert pairs(By.CHANNEL) == {"phone": (2, 1)}
    assert pairs(By.MONTH) == {"2026-11": (2, 2)}
    free = services.statistics.complaints(november, date(2026, 12, 3), Comparison.BEFORE)
    assert free.earlier(By.MONTH, "2026-11") is None
