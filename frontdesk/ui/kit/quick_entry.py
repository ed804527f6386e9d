"""Days, times and figures as people type them in a hurry. Pure functions; no Qt."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal, InvalidOperation

from frontdesk.errors import UserError

_NAMED = {
    "今天": 0, "今": 0, "today": 0, "t": 0,
    "明天": 1, "明": 1, "tomorrow": 1,
    "后天": 2,
    "昨天": -1, "昨": -1, "yesterday": -1,
    "前天": -2,
}  # fmt: skip
_UNITS = {"": 1, "d": 1, "天": 1, "w": 7, "周": 7}
_TIME = re.compile(r"(?:^|[ T])(\d{1,2})(?:[:.点时](\d{0,2})分?)$")
_BARE_TIME = re.compile(r"^(\d{1,2})(\d{2})$")
_LARGEST = 10**12


def parse_day(text: str, today: date, field: str | None = None) -> date | None:
    """``20261105``, ``2026-11-5``, ``11/5``, ``今天``, ``today``, ``+3``, ``-1w``; else ``None``.

    A day without a year is the one nearest to ``today``. Raises ``UserError("field.date")``.
    """
    typed = _clean(text).casefold()
    if not typed:
        return None
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    fault = UserError("field.date", field)
    try:
        if moved := re.fullmatch(r"([+-])(\d{1,4})([d天w周]?)", typed):
            days = int(moved[2]) * _UNITS[moved[3]]
            return today + timedelta(days=days if moved[1] == "+" else -days)
        if whole := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", typed):
            return date(int(whole[1]), int(whole[2]), int(whole[3]))
        parts = [int(p) for p in re.split(r"[-/.年月日 ]+", typed.strip("日 ")) if p]
        if len(parts) == 3:
            year = parts[0] if parts[0] >= 100 else 2000 + parts[0]
            return date(year, parts[1], parts[2])
        if len(parts) == 2:
            return _nearest(parts[0], parts[1], today)
    except (ValueError, OverflowError) as error:
        raise fault from error
    raise fault


def parse_moment(
    text: str, now: datetime, zone: tzinfo | None, field: str | None = None
) -> datetime | None:
    """A time of a day: ``14:30``, ``1430``, ``明天 9:00``, ``11/5 16.30``, ``+90m``, ``+2h``.

    ``now`` is aware; without a day it is today. Returns an aware time in ``zone``. Raises
    ``UserError("field.moment")``.
    """
    typed = _clean(text)
    if not typed:
        return None
    there = now.astimezone(zone)
    fault = UserError("field.moment", field)
    if moved := re.fullmatch(r"\+(\d{1,4})\s*(h|m|min|小时|分|分钟)", typed.casefold()):
        hours = moved[2] in {"h", "小时"}
        ahead = timedelta(hours=int(moved[1])) if hours else timedelta(minutes=int(moved[1]))
        return (there + ahead).replace(second=0, microsecond=0)
    if typed.casefold() in {"now", "现在"}:
        return there.replace(second=0, microsecond=0)
    last = re.sub(r"点半$", ":30", typed)
    found = _TIME.search(last) or _BARE_TIME.match(last)
    day_text = last[: found.start()] if found else last
    if found is None and (split := re.fullmatch(r"(.*\S)\s+(\d{1,2})(\d{2})", last)):
        day_text, hour_text, minute_text = split[1], split[2], split[3]
    elif found is not None:
        hour_text, minute_text = found[1], found[2] or "0"
    else:
        raise fault
    try:
        on = parse_day(day_text, there.date()) or there.date()
        at = datetime.combine(on, time(int(hour_text), int(minute_text)))
    except (ValueError, UserError) as error:
        raise fault from error
    # A naive wall-clock time in the PC's own zone becomes aware through astimezone().
    return at.astimezone() if zone is None else at.replace(tzinfo=zone)


def parse_whole(text: str, field: str | None = None) -> int | None:
    """A whole number, with or without separators or full-width digits; empty is ``None``."""
    typed = re.sub(r"[,\s_]", "", _clean(text))
    if not typed:
        return None
    if not re.fullmatch(r"-?\d{1,12}", typed):
        raise UserError("field.number", field)
    return int(typed)


def parse_money(text: str, field: str | None = None) -> Decimal | None:
    """Yuan with at most two places: ``1,234.5``, ``¥88``, ``1.2万``; empty is ``None``."""
    typed = re.sub(r"[,\s_¥¥元]", "", _clean(text))
    if not typed:
        return None
    tens = typed.endswith(("万", "w", "W"))
    try:
        value = Decimal(typed[:-1] if tens else typed) * (10_000 if tens else 1)
    except InvalidOperation as error:
        raise UserError("field.money", field) from error
    if not value.is_finite() or abs(value) >= _LARGEST or value != round(value, 2):
        raise UserError("field.money", field)
    return round(value, 2)


def _nearest(month: int, day: int, today: date) -> date:
    found: list[date] = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # 29 February exists in some of the three years only
    return min(found, key=lambda each: abs(each - today))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
