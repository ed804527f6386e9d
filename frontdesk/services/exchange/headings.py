"""Finds the heading of a sheet and what each column holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from frontdesk.models.enums import SheetColumn
from frontdesk.models.values.text import half_width, line, storable
from frontdesk.services.exchange.aliases import ALIASES, JOINED, OTHERS, SECOND_BEST
from frontdesk.services.exchange.guesses import guess_by_content
from frontdesk.services.exchange.sheet import Sheet, Value, is_blank

#: Title rows, logos and notes above a heading are fewer than this.
_SEARCHED_ROWS = 40
_LONGEST_HEADING = 40
_SURE = 0.9
_BRACKETS = re.compile(r"[(\[{【〔<《（][^)\]}】〕>》）]*[)\]}】〕>》）]")
_SIGNS = re.compile(r"[^0-9A-Z\u4e00-\u9fff]")
_IDENTIFYING = frozenset({SheetColumn.NAME, SheetColumn.PHONE, SheetColumn.VIN, SheetColumn.PLATE})


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading found: rows ``first``–``last`` (from 1; both 0 without one) and its columns."""

    first: int
    last: int
    titles: tuple[str, ...]
    columns: Mapping[int, SheetColumn]
    """By position from 0; a column that is not recognised is not in it."""
    grouped: bool = False
    """Two rows of which the upper is needed: the lower says 'name' or 'phone' more than once."""
    by_content: frozenset[int] = frozenset()
    """Columns recognised by what stands in them, not by their heading."""

    @property
    def score(self) -> float:
        """How well the sheet fits a delivery sheet; 0 is not at all."""
        known = {column for column in self.columns.values() if column is not SheetColumn.IGNORED}
        two_rows = 0 if self.first == self.last else 0.5 if self.grouped else -0.5
        return len(known) + 2 * len(known & _IDENTIFYING) + two_rows

    @property
    def fingerprint(self) -> str:
        """The same for every sheet with these headings in this order."""
        text = "\x1f".join(plain(title) for title in self.titles)
        return hashlib.sha256(text.encode()).hexdigest()


def find_heading(sheet: Sheet) -> Heading:
    """The best heading among the first rows: one row, or two with groups above names."""
    best = Heading(0, 0, ("",) * sheet.width, {})
    for at in range(min(len(sheet.rows), _SEARCHED_ROWS)):
        for candidate in (_one_row(sheet, at), _two_rows(sheet, at)):
            if candidate is not None and candidate.score > best.score:
                best = candidate
    if not _IDENTIFYING & set(best.columns.values()):
        best = _unknown_heading(sheet)
    return _with_content(sheet, best)


def _unknown_heading(sheet: Sheet) -> Heading:
    """No heading is known: it is the row of words above the first row that holds a car or phone."""
    for at, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        if not guess_by_content([row], frozenset(), range(len(row))):
            continue
        above = sheet.rows[at - 1] if at else ()
        if len(above) > 1 and _looks_like_heading(above):
            return Heading(at, at, _padded([_title(value) for value in above], sheet), {})
        break
    return Heading(0, 0, ("",) * sheet.width, {})


def plain(title: str) -> str:
    """A heading without width, case, blanks and signs: ' 车架号（VIN）*' → '车架号VIN'."""
    return _SIGNS.sub("", half_width(storable(title)).upper())


@cache
def recognise(title: str) -> tuple[SheetColumn, float] | None:
    """What a heading means, and how sure that is (0–1)."""
    whole = plain(title)
    if not whole or len(whole) > _LONGEST_HEADING:
        return None
    outer = plain(_BRACKETS.sub("", half_width(title)))
    for text, sure in ((whole, 1.0), (outer, 0.95)):
        if text in _known():
            return _known()[text], sure
    numbered = re.sub(r"[一二三12345]$", "", outer)
    if numbered in _known() and _known()[numbered] in JOINED:
        return _known()[numbered], 0.8
    if any(word in whole for word in OTHERS):
        return None
    return _part(outer or whole)


def _part(title: str) -> tuple[SheetColumn, float] | None:
    """The longest known heading inside ``title``; English ones only at its end ('Buyer mobile no').

    Of equally long ones it is the last, since Chinese puts the noun last.
    """
    inside = [
        alias
        for alias in _known()
        if (len(alias) >= 2 and not alias.isascii() and alias in title)
        or (len(alias) >= 4 and alias.isascii() and title.endswith(alias))
    ]
    if not inside:
        return None
    alias = max(inside, key=lambda known: (len(known), title.rfind(known)))
    return _known()[alias], 0.5 + 0.4 * len(alias) / len(title)


@cache
def _known() -> dict[str, SheetColumn]:
    return {alias: column for column, names in ALIASES.items() for alias in names}


def _one_row(sheet: Sheet, at: int) -> Heading | None:
    titles = [_title(value) for value in sheet.rows[at]]
    if not _looks_like_heading(sheet.rows[at]):
        return None
    return Heading(at + 1, at + 1, _padded(titles, sheet), _assigned(titles))


def _two_rows(sheet: Sheet, at: int) -> Heading | None:
    """A row of groups ('客户信息', '车辆信息') over a row of names, merged or not."""
    if at + 1 >= len(sheet.rows):
        return None
    upper, lower = sheet.rows[at], sheet.rows[at + 1]
    if not (_looks_like_heading(upper) and _looks_like_heading(lower)):
        return None
    titles, group = [], ""
    for position in range(max(len(upper), len(lower))):
        above = _title(upper[position]) if position < len(upper) else ""
        below = _title(lower[position]) if position < len(lower) else ""
        group = above or group
        titles.append(_joint_title(group, above, below))
    names = [plain(_title(value)) for value in lower if not is_blank(value)]
    grouped = len(set(names)) < len(names)
    return Heading(at + 1, at + 2, _padded(titles, sheet), _assigned(titles), grouped)


def _joint_title(group: str, above: str, below: str) -> str:
    if not below or below == above:
        return above
    found = recognise(group + below)
    if found is not None and found[1] >= _SURE:
        return group + below
    speaks_of_others = any(word in plain(group) for word in OTHERS)
    return group + below if speaks_of_others else below


def _looks_like_heading(row: Sequence[Value]) -> bool:
    """Headings are short texts; one number or date in the row makes it data."""
    texts = [value for value in row if not is_blank(value)]
    return bool(texts) and all(
        isinstance(value, str) and not re.fullmatch(r"[\d\s.,:/-]{5,}", value) for value in texts
    )


def _title(value: Value) -> str:
    return "" if is_blank(value) else line(storable(str(value))[:200])


def _padded(titles: Sequence[str], sheet: Sheet) -> tuple[str, ...]:
    return (*titles, *("" for _ in range(sheet.width - len(titles))))


def _assigned(titles: Sequence[str]) -> dict[int, SheetColumn]:
    """What takes one column only goes to the heading that fits best, the first of equals."""
    found = [(position, recognise(title)) for position, title in enumerate(titles)]
    ranked = sorted(
        ((position, hit[0], hit[1]) for position, hit in found if hit is not None),
        key=lambda item: (-item[2], item[0]),
    )
    columns: dict[int, SheetColumn] = {}
    for position, column, _sure in ranked:
        if column in JOINED or column not in columns.values():
            columns[position] = column
    for column, names in SECOND_BEST.items():
        stand_ins = [at for at, title in enumerate(titles) if plain(title) in names]
        if column not in columns.values() and stand_ins:
            columns[stand_ins[0]] = column
    return dict(sorted(columns.items()))


def _with_content(sheet: Sheet, heading: Heading) -> Heading:
    """Columns whose heading says nothing are recognised by what stands in them."""
    guessed = guess_by_content(
        sheet.rows[heading.last : heading.last + 60],
        taken=frozenset(heading.columns.values()),
        free=[
            position
            for position, title in enumerate(heading.titles)
            if position not in heading.columns and not any(word in plain(title) for word in OTHERS)
        ],
    )
    columns = dict(sorted({**heading.columns, **guessed}.items()))
    return replace(heading, columns=columns, by_content=frozenset(guessed))
