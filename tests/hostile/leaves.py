"""The texts of an input, found by reflection: where each stands, and the input with another there.

A field added to an input model is found the day it is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

#: The way to one text: argument, field, place in a list, key.
Way = tuple[str | int, ...]

_PLAIN = (bool, int, float, Decimal, date, datetime, time, Path, Enum, bytes)


def texts(value: object, kind: object, way: Way = ()) -> Iterator[Way]:
    """The ways to every text inside ``value``, which is declared as ``kind``."""
    options = _options(kind)
    if isinstance(value, Enum):
        return
    if isinstance(value, str) or (value is None and str in options):
        yield way
    elif is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        for each in fields(value):
            yield from texts(getattr(value, each.name), hints[each.name], (*way, each.name))
    elif isinstance(value, BaseModel):
        for name, about in type(value).model_fields.items():
            yield from texts(getattr(value, name), about.annotation, (*way, name))
    elif isinstance(value, Mapping):
        of = next((get_args(option)[1] for option in options if get_args(option)), Any)
        for key in value:
            yield from texts(value[key], of, (*way, key))
    elif isinstance(value, (tuple, list)):
        for at, part in enumerate(value):
            yield from texts(part, type(part), (*way, at))


def put(value: Any, way: Way, text: str) -> Any:
    """``value`` with ``text`` at the end of ``way``."""
    if not way:
        return text
    first, rest = way[0], way[1:]
    if isinstance(value, Mapping):
        return {**value, first: put(value[str(first)], rest, text)}
    if isinstance(value, (tuple, list)):
        parts = list(value)
        parts[int(first)] = put(parts[int(first)], rest, text)
        return type(value)(parts)
    if isinstance(value, BaseModel):
        return value.model_copy(update={str(first): put(getattr(value, str(first)), rest, text)})
    return replace(value, **{str(first): put(getattr(value, str(first)), rest, text)})


def said(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with the name of the field that holds it."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from said(part, str(key))
    elif isinstance(value, (tuple, list, frozenset)):
        for part in value:
            yield from said(part, name)
    else:
        kind: Any = type(value)
        own = _own_names(kind)
        if "name" in own and "value" in own:
            yield from said(getattr(value, "value"), str(getattr(value, "name")))  # noqa: B009
        for each in own:
            yield from said(getattr(value, each), each)


@cache
def _own_names(kind: Any) -> tuple[str, ...]:
    """The fields of a record of that type; none of what is no record."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def holds_text(kind: object) -> bool:
    """Whether something declared as ``kind`` can carry a text that is no closed list."""
    for option in _options(kind):
        if option is str:
            return True
        if isinstance(option, type) and issubclass(option, _PLAIN):
            continue
        if isinstance(option, type) and is_dataclass(option):
            if any(holds_text(hint) for hint in get_type_hints(option).values()):
                return True
        elif isinstance(option, type) and issubclass(option, BaseModel):
            if any(holds_text(about.annotation) for about in option.model_fields.values()):
                return True
        elif any(holds_text(part) for part in get_args(option)):
            return True
    return False


def _options(kind: object) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
