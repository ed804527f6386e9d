"""What a step says: from the form into the entry's text, and back into values to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from frontdesk.clock import local
from frontdesk.errors import InputErrors, UserError
from frontdesk.models.categories import CategoryTree
from frontdesk.models.complaint_steps import (
    FIELDS,
    LEAST_SCORE,
    MOST_SCORE,
    NO,
    SEPARATOR,
    YES,
    FieldKind,
    StepField,
    asked,
    missing,
)
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel, ComplaintStep, Role
from frontdesk.models.values import text
from frontdesk.services.complaints.dto import Facts, Part
from frontdesk.services.desk import Desk

_CHOSEN = (FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.HANDLER)
_MOST_COST = Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what is given for a field: with the desk, the ticket's beginning, the categories."""

    desk: Desk
    registered_at: datetime
    tree: CategoryTree

    def text(self, field: StepField, value: object) -> str:
        """``value`` as the entry keeps it. Raises ``UserError`` beside the field."""
        if field.kind is FieldKind.MOMENT:
            return self._moment(field, value)
        if field.kind is FieldKind.CATEGORY:
            if not self.tree.has(str(value)):
                raise UserError("complaint.category_unknown", field.name)
            return str(value)
        return _WRITERS[field.kind](field, value)

    def _moment(self, field: StepField, value: object) -> str:
        moment = value if isinstance(value, datetime) else _read_moment(str(value), field)
        if moment.tzinfo is None:
            raise UserError("complaint.not_read", field.name)
        if moment > self.desk.now:
            raise UserError("complaint.in_future", field.name)
        # People say minutes: the minute of the registration itself is not before it.
        if moment < self.registered_at.replace(second=0, microsecond=0):
            began = local(self.registered_at, self.desk.clock)
            raise UserError(
                "complaint.before_registration", field.name, registered=f"{began:%Y-%m-%d %H:%M}"
            )
        return moment.astimezone(UTC).isoformat()


def written(step: ComplaintStep, given: Mapping[str, object], reader: Reader) -> dict[str, str]:
    """What the entry of ``step`` will keep: only what is asked for, tidied, as text.

    Raises:
        InputErrors: what is missing or cannot be read, each beside its field.
    """
    faults: list[UserError] = []
    said: dict[str, str] = {}
    for each in FIELDS[step]:
        value = given.get(each.name)
        if value is None or value == "":
            continue
        try:
            said[each.name] = reader.text(each, value)
        except UserError as fault:
            faults.append(fault)
    wanted = {each.name: each for each in asked(step, said)}
    faulty = {fault.field for fault in faults}
    for name in missing(step, said):
        if name not in faulty:
            chosen = wanted[name].kind in _CHOSEN
            code = "complaint.choice_missing" if chosen else "complaint.field_missing"
            faults.append(UserError(code, name))
    faults = [fault for fault in faults if fault.field in wanted]
    if faults:
        raise InputErrors(faults)
    return {name: value for name, value in said.items() if name in wanted and value}


def parts(
    step: ComplaintStep, said: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Part, ...]:
    """What an entry says, as values in the order of the form; ``names`` of staff by id."""
    fields = _REGISTERED if step is ComplaintStep.REGISTERED else FIELDS[step]
    if "stand_in_for" in said:
        fields = (_STAND_IN, *fields)
    return tuple(
        Part(each.name, each.kind, value_of(each, said[each.name], names))
        for each in fields
        if said.get(each.name)
    )


def value_of(field: StepField, kept: str, names: Mapping[str, str]) -> object:
    """A kept text as the value it stands for; what can no longer be read stays as it is."""
    if field.kind is FieldKind.HANDLER:
        return names.get(kept, kept)
    try:
        if field.kind is FieldKind.CHOICES:
            return tuple(_word(field, one) for one in kept.split(SEPARATOR))
        return _READERS.get(field.kind, _word)(field, kept)
    except (ValueError, InvalidOperation):
        return kept


def _word(field: StepField, kept: str) -> object:
    return kept if field.options is None else field.options(kept)


_READERS: Mapping[FieldKind, Callable[[StepField, str], object]] = {
    FieldKind.YES_NO: lambda _, kept: kept == YES,
    FieldKind.MOMENT: lambda _, kept: datetime.fromisoformat(kept),
    FieldKind.MONEY: lambda _, kept: Decimal(kept),
    FieldKind.SCORE: lambda _, kept: int(kept),
}
_STAND_IN = StepField("stand_in_for", FieldKind.CHOICE, Role)
"""Noted by the program, never typed: in whose place the step was taken."""
_REGISTERED = (
    StepField("channel", FieldKind.CHOICE, ComplaintChannel),
    StepField("level", FieldKind.CHOICE, ComplaintLevel),
    StepField("category", FieldKind.CATEGORY),
    StepField("safety", FieldKind.YES_NO),
    StepField("complainant", FieldKind.LINE),
    StepField("words", FieldKind.NOTE),
    StepField("remedy", FieldKind.NOTE),
    StepField("about", FieldKind.HANDLER),
    *(StepField(name, FieldKind.LINE) for name in Facts.__dataclass_fields__),
)
"""The registration's own fields; the telephone stands masked in the ticket's head."""


def _line(field: StepField, value: object) -> str:
    return text.line(str(value), field.name)


def _note(field: StepField, value: object) -> str:
    return text.note(str(value), field.name)


def _yes_no(field: StepField, value: object) -> str:
    if value in (True, YES):
        return YES
    if value in (False, NO):
        return NO
    raise UserError("complaint.not_read", field.name)


def _read_moment(typed: str, field: StepField) -> datetime:
    try:
        return datetime.fromisoformat(typed)
    except ValueError as error:
        raise UserError("complaint.not_read", field.name) from error


def _money(field: StepField, value: object) -> str:
    try:
        yuan = Decimal(str(value))
    except InvalidOperation as error:
        raise UserError("complaint.not_read", field.name) from error
    if not yuan.is_finite() or not 0 <= yuan < _MOST_COST or yuan != round(yuan, 2):
        raise UserError("complaint.cost_range", field.name)
    return f"{yuan:.2f}"


def _score(field: StepField, value: object) -> str:
    try:
        score = int(str(value))
    except ValueError:
        score = LEAST_SCORE - 1
    if not LEAST_SCORE <= score <= MOST_SCORE:
        raise UserError("complaint.score_range", field.name, least=LEAST_SCORE, most=MOST_SCORE)
    return str(score)


def _choice(field: StepField, value: object) -> str:
    return _member(field, str(value))


def _choices(field: StepField, value: object) -> str:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        chosen: Iterable[object] = value.split(SEPARATOR)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        chosen = value
    else:
        chosen = (value,)
    members = {_member(field, str(one)) for one in chosen}
    return SEPARATOR.join(option for option in field.options or () if option in members)


def _member(field: StepField, value: str) -> str:
    if field.options is None or value not in set(field.options):
        raise UserError("complaint.not_read", field.name)
    return value


_WRITERS: Mapping[FieldKind, Callable[[StepField, object], str]] = {
    FieldKind.LINE: _line,
    FieldKind.NOTE: _note,
    FieldKind.YES_NO: _yes_no,
    FieldKind.MONEY: _money,
    FieldKind.SCORE: _score,
    FieldKind.HANDLER: _line,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
}
