"""What every text goes through before it is checked or stored."""

from __future__ import annotations

import re
import unicodedata

from frontdesk.errors import UserError

#: Longest single-line value and longest free text, in characters.
LINE_LIMIT = 200
NOTE_LIMIT = 4000
#: Longest login name; longest text quoted in a sentence.
LOGIN_LIMIT = 40
EXCERPT_LIMIT = 40
_FLOOD = 10 * NOTE_LIMIT

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff")
_DIRECTION = frozenset(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
#: Anything that ``storable`` might change; most texts have none of it.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]"
)
_LINE_ENDS = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
)


def half_width(text: str) -> str:
    """``text`` with full-width letters, digits, signs and spaces as their ordinary forms."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def storable(text: str) -> str:
    """``text`` without what no person typed.

    Dropped are NUL and control characters, lone surrogates, non-characters, invisible marks and
    marks that turn the reading direction. Every kind of line end becomes a newline; tabs stay.
    """
    if _ODD.search(text) is None:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return "".join(char for char in text if _is_storable(char))


def line(value: str, field: str | None = None, *, limit: int = LINE_LIMIT) -> str:
    """``value`` on one line: storable, runs of blanks (also U+3000) as one space, stripped.

    :raises UserError: ``value.too_long`` past ``limit`` characters.
    """
    _refuse_flood(value, field, limit)
    return _within(" ".join(storable(value).split()), field, limit)


def note(value: str, field: str | None = None, *, limit: int = NOTE_LIMIT) -> str:
    """``value`` as free text of several lines: storable, blanks at the line ends dropped.

    :raises UserError: ``value.too_long`` past ``limit`` characters.
    """
    _refuse_flood(value, field, limit)
    lines = (part.rstrip() for part in storable(value).split("\n"))
    return _within("\n".join(lines).strip(), field, limit)


def excerpt(value: str, limit: int = EXCERPT_LIMIT) -> str:
    """The beginning of ``value`` on one line, to be quoted in a sentence; never raises."""
    return " ".join(storable(value[: 4 * limit]).split())[:limit]


def code(value: str) -> str:
    """``value`` as numbers and codes are compared: storable, half width, upper case, no blanks."""
    # No code is as long as a note: what lies past that cannot make it one.
    return "".join(half_width(storable(value[:NOTE_LIMIT])).upper().split())


def _refuse_flood(value: str, field: str | None, limit: int) -> None:
    """Refuse by its bare length what is too long however much of it is blanks."""
    if len(value) > _FLOOD:
        raise UserError("value.too_long", field=field, limit=limit, length=len(value))


def _within(text: str, field: str | None, limit: int) -> str:
    if len(text) > limit:
        raise UserError("value.too_long", field=field, limit=limit, length=len(text))
    return text


def _is_storable(char: str) -> bool:
    if char in "\n\t":
        return True
    if char in _INVISIBLE or char in _DIRECTION:
        return False
    if unicodedata.category(char) in ("Cc", "Cs"):
        return False
    return ord(char) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(char) <= 0xFDEF
