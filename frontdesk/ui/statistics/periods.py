"""The periods that are asked for by one key."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum


class Span(Enum):
    """Which days are counted."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    FREE = "free"


def days_of(span: Span, today: date) -> tuple[date, date] | None:
    """First and last day of ``span`` as seen from ``today``; ``None`` where they are typed."""
    month = today.replace(day=1)
    match span:
        case Span.THIS_MONTH:
            following = (month + timedelta(days=32)).replace(day=1)
            return month, following - timedelta(days=1)
        case Span.LAST_MONTH:
            last = month - timedelta(days=1)
            return last.replace(day=1), last
        case Span.THIS_YEAR:
            return today.replace(month=1, day=1), today.replace(month=12, day=31)
        case Span.FREE:
            return None
