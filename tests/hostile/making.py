"""Makes something of a declared type, by reflection, with the texts one wants in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from tests.hostile.leaves import holds_text

_AT = datetime(2026, 11, 5, 10)


def made(
    kind: Any, word: Callable[[], str], path: Path = Path(), *, whole: bool = False, _in: Any = ()
) -> Any:
    """A ``kind`` in which each text is what ``word`` says next.

    With ``whole`` every field is given, else those with text and those that must be. What holds
    itself is not given again inside.
    """

    def part(of: Any, within: Any = _in) -> Any:
        return made(of, word, path, whole=whole, _in=within)

    origin, options = get_origin(kind), [one for one in get_args(kind) if one is not NoneType]
    if origin is tuple and Ellipsis not in options:
        return tuple(part(one) for one in options)
    if origin in (tuple, list, frozenset) or origin is Sequence:
        return (part(options[0]),)
    if origin is Mapping:
        return {word(): word()}
    if options:
        rest = [one for one in options if one not in _in]
        return part(str if str in rest else rest[0]) if rest else None
    plain: dict[Any, Callable[[], Any]] = {
        str: word,
        int: lambda: 1,
        bool: lambda: True,
        float: lambda: 0.5,
        Decimal: lambda: Decimal(1),
        date: _AT.date,
        datetime: lambda: _AT,
        Path: lambda: path,
        bytes: _picture,
    }
    if kind in plain:
        return plain[kind]()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    assert is_dataclass(kind), kind
    assert isinstance(kind, type)
    hints = get_type_hints(kind)
    return kind(
        **{
            each.name: part(hints[each.name], (*_in, kind))
            for each in fields(kind)
            if whole
            or holds_text(hints[each.name])
            or (each.default is MISSING and each.default_factory is MISSING)
        }
    )


@cache
def _picture() -> bytes:
    """A JPEG, where a picture is asked for."""
    from PIL import Image

    kept = io.BytesIO()
    Image.new("L", (8, 4), 255).save(kept, "JPEG")
    return kept.getvalue()
