"""A lunar birthday (农历生日): month and day, perhaps of a leap month (闰月), and when it is kept.

Two rules of custom decide where a year has no such day:

* born on the 30th (三十), the day is kept on the 29th of a month that has no 30th;
* born in a leap month, it is kept in the leap month of years that have the same one, otherwise in
  the ordinary month of that number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frontdesk.errors import UserError

_DIGITS = "〇一二三四五六七八九十"
_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_OTHER_MONTHS = {"一": 1, "十一": 11, "十二": 12, "臘": 12}
_LEAP = re.compile(r"^(?:闰|閏|leap|l)\s*", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})(?:\s*[-/.月 ]\s*)(\d{1,2})日?")
_WORDS = re.compile(r"(\D{1,2})月(\D{1,3}?)日?")
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""The lunar years that can be reckoned."""


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """``month`` 1–12, ``day`` 1–30; ``leap`` says that it is the second month of that number."""

    month: int
    day: int
    leap: bool = False

    def __str__(self) -> str:
        """As it is written in Chinese, and read back by :func:`parse`: 闰六月初三."""
        return f"{'闰' if self.leap else ''}{_MONTHS[self.month - 1]}月{_day_word(self.day)}"

    def figures(self) -> str:
        """As it is written in English: ``leap 6-3``."""
        return f"{'leap ' if self.leap else ''}{self.month}-{self.day}"


@dataclass(frozen=True, slots=True)
class Kept:
    """The solar ``day`` on which a lunar birthday is kept, and which rule of custom moved it."""

    day: date
    on_29th: bool = False
    """The month has no 30th in that year."""
    in_ordinary_month: bool = False
    """That year has no such leap month."""


def parse(typed: str, field: str = "lunar_birthday") -> LunarDay | None:
    """``6-3``, ``闰6-3``, ``六月初三``, ``leap 6/3``, ``腊月廿三``; empty is ``None``.

    Raises:
        UserError: ``customer.lunar_unread``, or ``customer.lunar_none`` for a day no year has.
    """
    text = unicodedata.normalize("NFKC", typed).strip().removeprefix("农历").strip()
    if not text:
        return None
    leap = _LEAP.match(text) is not None
    body = _LEAP.sub("", text)
    if figures := _FIGURES.fullmatch(body):
        month, day = int(figures[1]), int(figures[2])
    elif words := _WORDS.fullmatch(body):
        month, day = _month_of(words[1]), _day_of(words[2])
    else:
        raise UserError("customer.lunar_unread", field)
    if not month or not day:
        raise UserError("customer.lunar_unread", field)
    return checked(month, day, leap=leap, field=field)


def checked(month: int, day: int, *, leap: bool, field: str = "lunar_birthday") -> LunarDay:
    """The day, if any year can have it.

    Raises:
        UserError: ``customer.lunar_none``.
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise UserError("customer.lunar_none", field)
    return LunarDay(month, day, leap)


def of_solar(day: date) -> LunarDay | None:
    """The lunar day of a solar one; ``None`` where it cannot be reckoned."""
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    try:
        lunar = LunarDate.from_solar(day)
    except (InvalidLunarDateError, ValueError):
        return None
    return LunarDay(lunar.month, lunar.day, bool(lunar.leap))


def kept_in(lunar: LunarDay, year: int) -> Kept:
    """When the birthday is kept in the lunar ``year`` (which ends in the solar year after it).

    Raises:
        ValueError: ``year`` is none of those that can be reckoned.
    """
    from borax.calendars.lunardate import LCalendars, LunarDate

    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the lunar year {year} cannot be reckoned")
    leap = lunar.leap and LCalendars.leap_month(year) == lunar.month
    length: int = LCalendars.ndays(year, lunar.month, int(leap))
    day = min(lunar.day, length)
    solar: date = LunarDate(year, lunar.month, day, int(leap)).to_solar_date()
    return Kept(solar, on_29th=day < lunar.day, in_ordinary_month=lunar.leap and not leap)


def next_kept(lunar: LunarDay, today: date) -> Iterator[Kept]:
    """When the birthday is kept next, from ``today`` on, year after year."""
    for year in range(max(today.year - 1, FIRST_YEAR), LAST_YEAR + 1):
        kept = kept_in(lunar, year)
        if kept.day >= today:
            yield kept


def _day_word(day: int) -> str:
    if day <= 10:
        return f"初{_DIGITS[day]}"
    if day in {20, 30}:
        return f"{_DIGITS[day // 10]}十"
    return f"{'十' if day < 20 else '廿'}{_DIGITS[day % 10]}"


_DAY_WORDS = {_day_word(day): day for day in range(1, 31)}


def _month_of(word: str) -> int:
    if word in _MONTHS:
        return _MONTHS.index(word) + 1
    return _OTHER_MONTHS.get(word, 0)


def _day_of(word: str) -> int:
    """``初三``, ``廿三``, ``二十三``, ``三``."""
    if len(word) > 2:
        word = word.replace("二十", "廿", 1)
    return _DAY_WORDS.get(word) or _DAY_WORDS.get(f"初{word}", 0)
