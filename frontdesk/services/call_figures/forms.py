"""Under which names what is typed with a period's calls is kept, whole and half-typed."""

from __future__ import annotations

from datetime import date

CONCLUSIONS_FORM = "callbacks.conclusions"
PAPER_FORM = "callbacks.from_paper"


def conclusions_subject(first: date, last: date) -> str:
    """The period the conclusions belong to."""
    return f"{first}:{last}"


def conclusions_key(first: date, last: date) -> str:
    """Under which setting a period's conclusions are kept."""
    return f"callback_conclusions:{first}:{last}"
