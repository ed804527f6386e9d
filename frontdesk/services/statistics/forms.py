"""Under which name half-typed improvement measures are kept."""

from __future__ import annotations

from datetime import date

MEASURES_FORM = "statistics.measures"


def measures_subject(first: date, last: date) -> str:
    """The period the measures belong to."""
    return f"{first}:{last}"
