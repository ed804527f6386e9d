"""Who prepared a report and who approved it: the foot of what is kept as a record."""

from __future__ import annotations

from datetime import datetime

from frontdesk.language import Language
from frontdesk.reports.cells import Field, Stack
from frontdesk.reports.flow import Row
from frontdesk.reports.formats import moment
from frontdesk.reports.statistics_labels import APPROVED, AS_APPROVED, PREPARED

Signed = tuple[str, datetime | None]
"""A name and the moment it was put there."""


def names_of(prepared: Signed, approved: Signed, language: Language) -> Row:
    """Who prepared it and who approved it, with the moment where it is known."""
    return Row(
        [
            Stack([Field(label.in_(language), name), *([Field("", moment(at))] if at else [])])
            for label, (name, at) in ((PREPARED, prepared), (APPROVED, approved))
        ]
    )


def stands_approved(by: str, at: datetime | None, language: Language) -> list[str]:
    """That it stands as approved, once it is."""
    return [] if at is None else [AS_APPROVED.in_(language).format(at=moment(at), by=by)]
