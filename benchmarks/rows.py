"""One line of the speed table, and how it is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TypeVar

T = TypeVar("T")
_CLOCKS: dict[bool, Callable[[], float]] = {False: perf_counter, True: process_time}
_clock: Callable[[], float] = perf_counter


def count_processor(wanted: bool) -> None:
    """Whether times are the processor's, which other work on the machine lengthens less."""
    global _clock  # noqa: PLW0603 - one run, one clock
    _clock = _CLOCKS[wanted]


@dataclass(frozen=True, slots=True)
class Row:
    """What one act takes, in milliseconds, beside the bare engine or library doing the same.

    ``ratio`` is the p50 of the act over ``limit_p50_ms``; both are ``None`` without a counterpart.
    Rows whose name ends in ``(MB)`` count memory in the same columns.
    """

    name: str
    p50_ms: float
    p95_ms: float
    limit_p50_ms: float | None = None
    ratio: float | None = None


def row(name: str, ours: Iterable[float], limit: Iterable[float] | None = None) -> Row:
    """The row of measured times (ms)."""
    times = sorted(ours)
    p50 = median(times)
    p95 = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else p50
    if limit is None:
        return Row(name, round(p50, 3), round(p95, 3))
    bare = median(limit)
    return Row(name, round(p50, 3), round(p95, 3), round(bare, 3), round(p50 / bare, 2))


def timed(act: Callable[[], object]) -> float:
    """How long ``act`` takes, in milliseconds."""
    begin = _clock()
    act()
    return (_clock() - begin) * 1000


def each_timed(given: Iterable[T], act: Callable[[T], object]) -> list[float]:
    """The time of ``act`` for each thing given."""
    return [timed(lambda each=each: act(each)) for each in given]  # type: ignore[misc]


def side_by_side(
    given: Iterable[T], ours: Callable[[T], object], bare: Callable[[T], object]
) -> tuple[list[float], list[float]]:
    """Times of both for each thing given, taken in turn so that the machine's moods hit both."""
    pairs = [
        (timed(lambda each=each: ours(each)), timed(lambda each=each: bare(each)))  # type: ignore[misc]
        for each in given
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]
