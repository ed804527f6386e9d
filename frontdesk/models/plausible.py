"""How much time has gone by as far as a clock that people can set is to be believed.

What is thrown away after a while must not be thrown away because somebody set the PC ten years
ahead. The desk's own acts tell: between two of them lie nights, holidays, a closed month, but not
years. A longer gap is taken for a clock that was set, and counts as nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise


def time_passed(
    since: datetime, now: datetime, acts: Iterable[datetime], longest_gap: timedelta
) -> timedelta:
    """The time from ``since`` to ``now`` without gaps over ``longest_gap``; never negative.

    ``acts`` are moments at which the program was used, in any order; those outside are left out.
    """
    if now <= since:
        return timedelta()
    moments = [since, *sorted(each for each in acts if since < each < now), now]
    gaps = (later - earlier for earlier, later in pairwise(moments))
    return sum((gap for gap in gaps if gap <= longest_gap), timedelta())
