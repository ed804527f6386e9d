"""What a segment asks for, as it is kept; every fault beside its own field."""

from __future__ import annotations

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.values import text
from frontdesk.services.segments.inputs import PART, TEXTS, Criteria

LONGEST_NAME = 60
MOST_DAYS = 3_650
_DAYS = ("maintenance_due", "insurance_due", "inspection_due")


def checked(wanted: Criteria, name: str | None = None) -> tuple[Criteria, str]:
    """``wanted`` tidied, and the name where one is given.

    Raises:
        UserError: one fault. InputErrors: several.
    """
    faults: list[UserError] = []
    tidy: dict[str, str] = {}
    for field in TEXTS:
        try:
            tidy[field] = text.line(getattr(wanted, field), field, limit=PART)
        except UserError as fault:
            faults.append(fault)
    called = ""
    if name is not None:
        try:
            called = text.line(name, "name", limit=LONGEST_NAME)
            if not called:
                raise UserError("segment.name_missing", field="name")
        except UserError as fault:
            faults.append(fault)
    first, last = wanted.visited_from, wanted.visited_until
    if first is not None and last is not None and last < first:
        faults.append(UserError("segment.days_reversed", field="visited_until"))
    for field in _DAYS:
        days = getattr(wanted, field)
        if days is not None and not 0 <= days <= MOST_DAYS:
            faults.append(UserError("segment.days_range", field=field, most=MOST_DAYS))
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    return wanted.model_copy(update=tidy), called
