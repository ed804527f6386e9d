"""Where somebody lives: province, city and district of GB/T 2260, from python-stdnum's list.

A code has six digits: two of the province, two of the city, two of the district; ``00`` where it
says nothing finer. Codes that are no longer given are still read, and not offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from frontdesk.errors import UserError

_SPAN = re.compile(r"\[(\d*)-(\d*)\](.*)")
_NO_NAMES = ("市辖区", "市辖县", "市区", "县", "直辖县级行政单位", "直辖县级行政区划")
"""What stands in the list for a level that has no name of its own."""
_TO_SIMPLE = str.maketrans("別區門", "别区门")
OFFERED = 12
_SHORT, _PAIR = 3, 2
"""Initials and characters up to this length must stand together: apart, they fit everywhere."""
_NAMES, _SOUNDS = 2, 4
"""So many characters, or else letters, say at least which place is meant."""


@dataclass(frozen=True, slots=True)
class Region:
    """One place of the list; ``city`` and ``district`` are '' where the code says nothing finer."""

    code: str
    province: str
    city: str
    district: str

    @property
    def name(self) -> str:
        """As an address begins: 广东省深圳市南山区."""
        return f"{self.province}{self.city}{self.district}"


def name_of(code: str | None) -> str:
    """The name of a code, also of one given up since; '' for none that is known."""
    region = _all().get(code or "")
    return region.name if region is not None else ""


def find(typed: str, most: int = OFFERED) -> tuple[Region, ...]:
    """What ``typed`` may mean, the likeliest first: any part of the name, or initials in pinyin.

    Several words narrow it down: ``广东 南山``, ``gd ns``.
    """
    return tuple(region for _, region in islice(_ranked(typed), most))


def parse(typed: str, field: str = "region") -> str | None:
    """The code of the place that ``typed`` names; empty is ``None``.

    A single character and a few letters find, and name nothing: else what went into the wrong field
    would be a district, 王 王益区 and ``nil`` 尼勒克县.

    Raises:
        UserError: ``customer.region`` where it names none, or more than one.
    """
    text = "".join(typed.split())
    if not text:
        return None
    by_name = _by_name()
    if text in by_name:
        return by_name[text]
    ranked = _ranked(typed)
    best = [region.code for rank, region in ranked if rank == ranked[0][0]]
    if len(best) != 1 or not _says_enough(typed.split()):
        raise UserError("customer.region", field)
    return best[0]


def _says_enough(words: list[str]) -> bool:
    said = "".join(words)
    least = _SOUNDS if said.isascii() else _NAMES
    return len(said) >= least and all(len(word) >= _NAMES for word in words)


def offers(typed: str) -> tuple[Region, ...]:
    """What comes next: the provinces, what lies within the place named, else what is found."""
    text = "".join(typed.split())
    if not text:
        return provinces()
    code = _by_name().get(text, "")
    return (within(code) if code else ()) or find(typed)


def provinces() -> tuple[Region, ...]:
    """The provinces, cities under the central government and special regions."""
    return tuple(region for region in _offered() if region.code.endswith("0000"))


def within(code: str) -> tuple[Region, ...]:
    """The places one level below ``code`` that have names; for ``440000`` its cities."""
    if not code.endswith("00"):
        return ()
    if not code.endswith("0000"):
        return tuple(each for each in _offered() if each.district and each.code[:4] == code[:4])
    # Districts of a city under the central government, and counties under a province, have no city.
    return tuple(
        each
        for each in _offered()
        if each.code[:2] == code[:2] and bool(each.city) is not bool(each.district)
    )


@cache
def _all() -> dict[str, Region]:
    return {region.code: region for region, _ in _read()}


@cache
def _offered() -> tuple[Region, ...]:
    return tuple(region for region, valid in _read() if valid)


@cache
def _by_name() -> dict[str, str]:
    """Of places given up too: they stand in files. One that is offered comes first."""
    known = {each.name: each.code for each in _all().values()}
    return known | {each.name: each.code for each in reversed(_offered())}


@cache
def _read() -> tuple[tuple[Region, bool], ...]:
    """All codes in order, and whether each is still given."""
    return tuple(_walk())


def _walk() -> Iterator[tuple[Region, bool]]:
    from stdnum import numdb

    for _, stem, _, about, below in numdb.get("cn/loc").prefixes:
        province = about["province"].translate(_TO_SIMPLE)
        city = ""
        for _, rest, _, each, _ in below:
            name, valid = _newest(each["county"])
            named = "" if _nameless(name) else name
            if rest == "0000":
                yield Region(f"{stem}0000", province, "", ""), valid
            elif rest.endswith("00"):
                city = named
                if named:
                    yield Region(f"{stem}{rest}", province, named, ""), valid
            elif named:
                yield Region(f"{stem}{rest}", province, city, named), valid


def _nameless(name: str) -> bool:
    return any(name.removeprefix(owner) in _NO_NAMES for owner in ("", "省", "自治区"))


def _newest(written: str) -> tuple[str, bool]:
    """The name in force of ``[1985-1986]滨海区,[1987-]北仑区``, else the last one there was."""
    last = ""
    for part in written.split(","):
        span = _SPAN.fullmatch(part)
        if span is None:
            return part, True
        if not span[2]:
            return span[3], True
        last = span[3]
    return last, False


@cache
def _sounds() -> dict[str, tuple[str, str, str]]:
    """By code, the whole name in pinyin, its initials, and the initials of its finest part."""
    from pypinyin import Style, lazy_pinyin

    @cache
    def read(name: str) -> tuple[str, ...]:
        return tuple(lazy_pinyin(name, style=Style.NORMAL))

    sounds = {}
    for each in _offered():
        syllables = read(each.province) + read(each.city) + read(each.district)
        finest = read(_finest(each))
        sounds[each.code] = ("".join(syllables), _initials(syllables), _initials(finest))
    return sounds


def _ranked(typed: str) -> list[tuple[int, Region]]:
    """What fits with how well, the best first."""
    words = typed.casefold().split()
    if not words:
        return []
    found = [(rank, region) for region in _offered() if (rank := _rank(region, words)) is not None]
    return sorted(found, key=lambda each: (each[0], len(each[1].name), each[1].code))


def _initials(syllables: tuple[str, ...]) -> str:
    return "".join(syllable[:1] for syllable in syllables)


def _finest(region: Region) -> str:
    return region.district or region.city or region.province


def _rank(region: Region, words: list[str]) -> int | None:
    """How well a place fits, 0 the best; ``None`` where one of the words does not fit at all."""
    last = None
    for word in words:
        last = _rank_of(region, word)
        if last is None:
            return None
    return last


def _rank_of(region: Region, word: str) -> int | None:
    if word.isascii():
        whole, initials, finest = _sounds()[region.code]
        if finest.startswith(word):
            return 0
        if word in whole or word in initials:
            return 1
        return 2 if len(word) > _SHORT and _in_order(word, initials) else None
    if _finest(region).startswith(word):
        return 0
    if word in region.name:
        return 1
    return 2 if len(word) > _PAIR and _in_order(word, region.name) else None


def _in_order(word: str, text: str) -> bool:
    """Whether the characters of ``word`` stand in ``text`` one after the other: 深圳南山."""
    rest = iter(text)
    return all(letter in rest for letter in word)
