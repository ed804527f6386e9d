"""Says, in words people know, which later changes stand in the way of an undo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.base import Base
from frontdesk.services.change_sets.undoing import Hanging, Obstacle

_MOST = 6
_OF_A_FILE = {
    "call_answer": "callback",
    "call_attempt": "callback",
    "complaint_action": "complaint",
    "complaint_entry": "complaint",
    "complaint_penalty": "complaint",
    "contact_consent": "customer",
    "customer_note": "customer",
    "customer_phone": "customer",
    "family_member": "customer",
    "vehicle_driver": "vehicle",
    "vehicle_ownership": "vehicle",
    "visit_change": "visit",
    "visit_item": "visit",
}
"""Rows beside a record go by the record they belong to."""
_NAMED_BY = {
    "customer": ("name", "number"),
    "vehicle": ("plate", "vin", "model"),
    "visit": ("number",),
    "callback": ("number",),
    "complaint": ("number",),
}
_CHANGED = {
    "customer": "change_set.changed_customer",
    "vehicle": "change_set.changed_vehicle",
    "visit": "change_set.changed_visit",
    "callback": "change_set.changed_callback",
    "complaint": "change_set.changed_complaint",
}
_BUILT_ON = {
    "customer": "change_set.built_on_customer",
    "vehicle": "change_set.built_on_vehicle",
    "visit": "change_set.built_on_visit",
    "callback": "change_set.built_on_callback",
    "complaint": "change_set.built_on_complaint",
}


def in_the_way(connection: Connection, found: Iterable[Obstacle | Hanging]) -> UserError:
    """What is raised: a sentence for each of the first few records, and how many more there are."""
    told = dict.fromkeys(_code_and_name(connection, each) for each in found)
    errors = [UserError(code, name=name) for code, name in list(told)[:_MOST]]
    if len(told) > _MOST:
        errors.append(UserError("change_set.more", count=len(told) - _MOST))
    return errors[0] if len(errors) == 1 else InputErrors(errors)


def _code_and_name(connection: Connection, each: Obstacle | Hanging) -> tuple[str, str]:
    table, id_ = _record(connection, each.table, each.key)
    later = isinstance(each, Hanging)
    if table not in _NAMED_BY:
        return ("change_set.built_on_other" if later else "change_set.changed_other"), ""
    codes = _BUILT_ON if later else _CHANGED
    return codes[table], _name(connection, table, id_)


def _record(connection: Connection, table: str, key: dict[str, Any]) -> tuple[str, Any]:
    """The record a row is or belongs to, with its id."""
    owner = _OF_A_FILE.get(table)
    if owner is None:
        return table, key.get("id")
    column = f"{owner}_id"
    if column in key:
        return owner, key[column]
    row = connection.exec_driver_sql(
        f'SELECT "{column}" FROM "{table}" WHERE id = ?',  # noqa: S608 - own names
        (key["id"],),
    ).fetchone()
    return owner, None if row is None else row[0]


def _name(connection: Connection, table: str, id_: Any) -> str:
    if table not in Base.metadata.tables:
        raise LookupError(table)
    columns = ", ".join(f"nullif(\"{name}\", '')" for name in _NAMED_BY[table])
    row = connection.exec_driver_sql(
        f"SELECT coalesce({columns}, '', '') FROM \"{table}\" WHERE id = ?",  # noqa: S608 - own names
        (id_,),
    ).fetchone()
    return "" if row is None else str(row[0])
