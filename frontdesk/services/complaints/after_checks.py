"""What is typed about actions and penalties, checked; each fault stands beside its field."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from frontdesk.errors import UserError
from frontdesk.models.values import text
from frontdesk.services.complaints import after_rights as rights
from frontdesk.services.complaints.rights import Standing

_WORDS = 1000
_LONGEST_DAYS = 730
_MOST_YUAN = 1_000_000
_FEN = Decimal("0.01")


def words_of(given: str, name: str, missing: str) -> tuple[str, list[UserError]]:
    """Free text tidied, with what is wrong about it; ``missing`` '' lets it be empty."""
    try:
        words = text.note(given, name, limit=_WORDS)
    except UserError as fault:
        return "", [fault]
    return words, [UserError(missing, name)] if missing and not words else []


def line_of(given: str, name: str, missing: str) -> tuple[str, list[UserError]]:
    """A line tidied, with what is wrong about it."""
    try:
        words = text.line(given, name)
    except UserError as fault:
        return "", [fault]
    return words, [] if words else [UserError(missing, name)]


def owner_faults(owner_id: str | None, standing: Standing) -> list[UserError]:
    """What is wrong about whom an action is given to."""
    if not owner_id:
        return [UserError("after.owner_missing", "owner_id")]
    fit = any(one.id == owner_id and rights.may_own(one) for one in standing.people)
    return [] if fit else [UserError("after.owner_unfit", "owner_id")]


def day_faults(due_on: date | None, today: date) -> list[UserError]:
    """What is wrong about the day an action is due."""
    if due_on is None:
        return [UserError("after.day_missing", "due_on")]
    if due_on < today:
        return [UserError("after.day_past", "due_on")]
    if due_on - today > timedelta(days=_LONGEST_DAYS):
        return [UserError("after.day_far", "due_on", days=_LONGEST_DAYS)]
    return []


def amount_faults(amount: Decimal | None) -> list[UserError]:
    """What is wrong about a penalty's yuan: whole fen, not negative, not past belief."""
    if amount is None:
        return [UserError("after.amount_missing", "amount")]
    in_range = amount.is_finite() and 0 <= amount <= _MOST_YUAN
    if not in_range or amount != amount.quantize(_FEN):
        return [UserError("after.amount_range", "amount", most=f"{_MOST_YUAN:,}")]
    return []


def staff_named(standing: Standing, person: str) -> str | None:
    """The one colleague of that name; ``None`` for a stranger or where two share it."""
    found = [one.id for one in standing.people if one.name == person]
    return found[0] if len(found) == 1 else None


def name_of(standing: Standing, staff_id: str) -> str:
    """A colleague's name."""
    return next((one.name for one in standing.people if one.id == staff_id), "")
