"""Days as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from frontdesk.errors import UserError
from frontdesk.models.values.text import half_width
from frontdesk.services.exchange.sheet import Value

_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
#: Day numbers of spreadsheets between the years 1954 and 2119; anything else is no day number.
_SERIALS = range(20_000, 80_000)

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九元", "0001234567891")
_TENS = re.compile(r"([一二三]?)(?:十|廿)([一二三四五六七八九]?)")
_TIME = re.compile(r"[ T]*(?:上午|下午|早上|晚上|中午|AM|PM)?[ T]*\d{1,2}[:时点]\d{0,2}.*$", re.I)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天1-7]\)?")
_PARTS = re.compile(r"(\d{1,4})[-./\\年,、 ]+(\d{1,2})[-./\\月,、 ]+(\d{1,4})[日号]?")
_AROUND_SIGNS = re.compile(r" ?([年月日号]) ?")
_NO_DAY = re.compile(r"\d{2,4}[-./年]\d{1,2}月?")
_ENGLISH = re.compile(
    r"(?:(\d{1,2})[ -]*([A-Za-z]{3})[a-z]*|([A-Za-z]{3})[a-z]*\.? +(\d{1,2}))[, -]+(\d{4}|\d{2})"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}


def read_date(
    value: Value, field: str, *, epoch_1904: bool = False, earliest: int = 1990, latest: int = 2100
) -> date:
    """The day in ``value``: a date cell, a day number, or a text in any usual writing.

    :param earliest: first plausible year; ``latest`` is the last.
    :raises UserError: ``date.*``. What can be read in two ways is refused, with both named.
    """
    day = _read(value, field, epoch_1904)
    if not earliest <= day.year <= latest:
        raise UserError("date.year", field=field, year=day.year)
    return day


def _read(value: Value, field: str, epoch_1904: bool) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(value, field, epoch_1904)
    if not isinstance(value, str):
        raise UserError("date.form", field=field, text=str(value))
    return _from_text(value, field, epoch_1904)


def _from_number(number: float, field: str, epoch_1904: bool) -> date:
    if _SERIALS.start <= number < _SERIALS.stop:
        epoch = _EPOCH_1904 if epoch_1904 else _EPOCH_1900
        return epoch + timedelta(days=int(number))
    if float(number).is_integer():
        return _from_digits(str(int(number)), field)
    raise UserError("date.form", field=field, text=str(number))


def _from_digits(digits: str, field: str) -> date:
    """20261005 or 261005."""
    if len(digits) == 8:
        return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), digits, field)
    if len(digits) == 6:
        return _day(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]), digits, field)
    raise UserError("date.form", field=field, text=digits[:30])


def _from_text(written: str, field: str, epoch_1904: bool) -> date:
    if _ISO.fullmatch(written):
        return _day(int(written[:4]), int(written[5:7]), int(written[8:]), written, field)
    shown = " ".join(written.split())[:30]
    text = _TIME.sub("", _WEEKDAY.sub("", half_width(written).strip().strip("'"))).strip()
    english = _ENGLISH.fullmatch(text)
    if english:
        return _from_english(english, shown, field)
    text = _AROUND_SIGNS.sub(r"\1", " ".join(_arabic(text).split()))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return _from_number(float(text), field, epoch_1904)
    if re.fullmatch(r"\d{6}|\d{8}|\d{8}\.0", text):
        return _from_digits(text.partition(".")[0], field)
    parts = _PARTS.fullmatch(text)
    if parts is None:
        code = "date.no_day" if _NO_DAY.fullmatch(text) else "date.form"
        raise UserError(code, field=field, text=shown)
    return _from_parts(parts, shown, field)


def _arabic(text: str) -> str:
    """Chinese numerals of a date as digits: 二〇二六年十月三日 → 2026年10月3日."""

    def tens(match: re.Match[str]) -> str:
        first = "2" if "廿" in match[0] else match[1] or "1"
        return first + (match[2] or "0")

    return _TENS.sub(tens, text).translate(_CHINESE_DIGITS)


def _from_parts(parts: re.Match[str], shown: str, field: str) -> date:
    """Year first is how China writes; 05-10-26 alone could also be a day or month first."""
    first, middle, last = (int(part) for part in parts.groups())
    if len(parts[1]) == 4:
        return _day(first, middle, last, shown, field)
    if len(parts[3]) == 4:
        return _year_last(first, middle, last, shown, field)
    if len(parts[1]) == 3 or len(parts[3]) == 3:
        raise UserError("date.form", field=field, text=shown)
    if "年" not in parts[0] and first <= 12 and len(parts[3]) == 2:
        return _year_last(first, middle, 2000 + last, shown, field, 2000 + first)
    return _day(2000 + first, middle, last, shown, field)


def _year_last(
    first: int, middle: int, year: int, shown: str, field: str, year_first: int | None = None
) -> date:
    """05/10/2026: month or day first? Told apart only when one of them is past 12."""
    readings = [_maybe(year, first, middle), _maybe(year, middle, first)]
    if year_first is not None:
        readings.append(_maybe(year_first, middle, year - 2000))
    days = sorted({day for day in readings if day is not None})
    if not days:
        raise UserError("date.no_such_day", field=field, text=shown)
    if len(days) > 1:
        raise UserError("date.ambiguous", field=field, text=shown, one=days[0], other=days[-1])
    return days[0]


def _from_english(match: re.Match[str], shown: str, field: str) -> date:
    month = _MONTHS.get((match[2] or match[3]).upper())
    if month is None:
        raise UserError("date.form", field=field, text=shown)
    year = int(match[5])
    return _day(year if year > 99 else 2000 + year, month, int(match[1] or match[4]), shown, field)


def _day(year: int, month: int, day: int, shown: str, field: str) -> date:
    found = _maybe(year, month, day)
    if found is None:
        raise UserError("date.no_such_day", field=field, text=shown)
    return found


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
