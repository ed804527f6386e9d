"""Which backups are kept as they grow old: hourly, then daily, weekly, monthly.

Of each hour, day, week and month within its span the last backup is kept. All spans are counted
from now, so that what a month will one day be remembered by is kept from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from frontdesk.models.plausible import time_passed

_DAY = timedelta(days=1)
_LONGEST_GAP = 60 * _DAY
_MONTH_DAYS = 31  # the longest; a backup too many does no harm


@dataclass(frozen=True, slots=True)
class Spans:
    """How far back one backup of each hour, day, week and month is kept."""

    hours: int = 24
    days: int = 14
    weeks: int = 8
    months: int = 12


def superfluous(
    times: Iterable[datetime],
    now: datetime,
    spans: Spans,
    zone: tzinfo | None = None,
    longest_gap: timedelta = _LONGEST_GAP,
) -> set[datetime]:
    """Those of ``times`` (aware) whose backups may go.

    Never the newest, and none made after ``now``: the clock was wrong then, or is so now. A gap of
    more than ``longest_gap`` between two backups is taken for a clock that was set ahead, and does
    not make the earlier ones older.

    Args:
        times: when the backups were made.
        now: the present moment.
        spans: the figures in force.
        zone: whose hours, days, weeks and months count; ``None`` is the PC's.
        longest_gap: the longest time without a backup that is believed.
    """
    every = sorted(set(times), reverse=True)
    past = [at for at in every if at <= now]
    kept = {at for at in every if at > now} | set(past[:1])
    rules: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (timedelta(hours=spans.hours), lambda at: (at.date(), at.hour, at.utcoffset())),
        (spans.days * _DAY, lambda at: at.date()),
        (spans.weeks * 7 * _DAY, lambda at: at.isocalendar()[:2]),
        (spans.months * _MONTH_DAYS * _DAY, lambda at: (at.year, at.month)),
    )
    for span, period in rules:
        seen: set[object] = set()
        for at in past:
            if time_passed(at, now, past, longest_gap) > span:
                break
            of = period(at.astimezone(zone))
            if of not in seen:
                seen.add(of)
                kept.add(at)
    return set(every) - kept
