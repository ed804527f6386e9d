"""Names of people and companies."""

from __future__ import annotations

from frontdesk.errors import UserError
from frontdesk.models.values import text

#: Longest name kept, in characters (a company's registered name with branch fits).
LIMIT = 80


def parse(value: str, field: str = "name") -> str:
    """``value`` as a name is stored: one line, blanks collapsed, full-width signs made ordinary.

    A space between two Chinese characters ('张 伟', spaced for looks) is dropped.

    :raises UserError: ``name.missing``, ``name.no_letters`` or ``value.too_long``.
    """
    name = text.line(text.half_width(value), field, limit=LIMIT)
    if not name:
        raise UserError("name.missing", field=field)
    if not any(char.isalpha() for char in name):
        raise UserError("name.no_letters", field=field, name=name)
    return _unspaced(name)


def _unspaced(name: str) -> str:
    parts = name.split(" ")
    if len(name) <= 6 and all(len(part) <= 2 and _is_han(part) for part in parts):
        return "".join(parts)
    return name


def _is_han(part: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" for char in part)
