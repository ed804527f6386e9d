"""Under which names a period's improvement measures are kept, typed and half-typed."""

from __future__ import annotations

from datetime import date

from frontdesk.models.enums import Department

MEASURES_FORM = "statistics.measures"


def measures_subject(first: date, last: date) -> str:
    """The period the measures belong to."""
    return f"{first}:{last}"


def measures_key(first: date, last: date, scope: Department | None) -> str:
    """Under which setting a period's measures are kept."""
    return f"complaint_measures:{first}:{last}:{scope.value if scope else ''}"
