"""Cleans user text for paper and breaks it into lines, Chinese and Latin in one paragraph.

ReportLab's own paragraph either breaks Latin words anywhere (its CJK mode) or Chinese nowhere, and
reads markup. Forms draw plain strings: no text of a user is ever interpreted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reportlab.lib.textsplit import ALL_CANNOT_END, ALL_CANNOT_START

from frontdesk.reports.fonts import advances, drawable

_NEWLINES = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_DROPPED = frozenset({"Cc", "Cf"})

_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = re.escape("".join(sorted(set(ALL_CANNOT_START) | set("；：？！，。、…”’·—》〉}%"))))
_OPENING = re.escape("".join(sorted(set(ALL_CANNOT_END) - set("$@#") | {"□", "■"})))
# What stays on one line: opening marks, one Chinese character or one word, closing marks.
_BLANK = " \u3000\xa0"
_LETTER = f"[^{_BLANK}{_CJK}{_CLOSING}{_OPENING}]"
_INNER = "[,.:'\\-!?%](?=[0-9A-Za-z])"  # a mark inside 1,234.50 or won't
# What stays on one line: opening marks, one Chinese character or one word, closing marks.
_UNIT = re.compile(
    f"[{_BLANK}]+|[{_OPENING}]*(?:{_LETTER}(?:{_LETTER}|{_INNER})*|[{_CJK}])?[{_CLOSING}]*"
)


def clean(text: str) -> str:
    r"""``text`` with every character drawable; what the font lacks is named in brackets.

    Line ends of every kind become ``\n``; control and direction characters are dropped, for they
    would only falsify what is read; a symbol (😡) becomes its name, any other its code.
    """
    text = _NEWLINES.sub("\n", text).replace("\t", " ")
    strange = {char for char in set(text) if not drawable(char)}
    strange.discard("\n")
    if not strange:
        return text
    return text.translate({ord(char): _stand_in(char) for char in strange})


def _stand_in(char: str) -> str:
    category = unicodedata.category(char)
    if category in _DROPPED or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category == "So":
        name = unicodedata.name(char, "").lower()
        if name:
            return f"[{name}]"
    return f"[U+{ord(char):04X}]"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide cleaned one-line ``text`` is, in points."""
    return size * sum(map(advances(bold=bold).__getitem__, text))


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Cleaned ``text`` in lines no wider than ``room`` points; nothing but blanks is lost.

    No line begins with a closing or ends with an opening mark unless there is no other way.
    """
    if not text:
        return []
    lines: list[str] = []
    for part in text.split("\n"):
        if width(part, size, bold=bold) <= room:
            lines.append(part)
        else:
            lines.extend(_broken(part, room / size, bold=bold))
    return lines


def _broken(text: str, room: float, *, bold: bool) -> list[str]:
    advance = advances(bold=bold).__getitem__
    lines: list[str] = []
    line = ""
    used = 0.0
    for unit in _UNIT.findall(text):
        wide = sum(map(advance, unit))
        if used + wide > room and not unit.isspace():
            if line.strip():
                lines.append(line.rstrip())
                line, used = "", 0.0
            if wide > room:
                *whole, unit = _cut(unit, room, bold=bold)  # noqa: PLW2901
                lines.extend(whole)
                wide = sum(map(advance, unit))
        elif used + wide > room:
            unit, wide = " ", 0.0  # noqa: PLW2901  # blanks at a line's end take no room
        line += unit
        used += wide
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _cut(word: str, room: float, *, bold: bool) -> list[str]:
    """A word wider than a line, in pieces; at least one character a piece."""
    advance = advances(bold=bold).__getitem__
    pieces: list[str] = []
    piece = ""
    used = 0.0
    for char in word:
        wide = advance(char)
        if piece and used + wide > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += char
        used += wide
    return [*pieces, piece]


@lru_cache(maxsize=512)
def label_width(text: str, size: float) -> float:
    """``width`` of a label; labels come back on every sheet."""
    return width(text, size)
