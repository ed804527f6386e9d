"""Values as the person reads them: trade terms, days, times, money, in the language on screen."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from frontdesk.clock import Clock, SystemClock, local
from frontdesk.language import Language
from frontdesk.texts import term
from frontdesk.ui.kit import language

NOTHING = "—"
_MEGABYTE = 1_000_000

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class _Desk:
    clock: Clock = SystemClock()


def use_clock(clock: Clock) -> None:
    """Whose zone times are shown in, and what 'now' is for relative times."""
    _Desk.clock = clock


def clock() -> Clock:
    """The clock the screen goes by."""
    return _Desk.clock


def word(member: StrEnum) -> str:
    """What the trade calls ``member``."""
    return term(member, language.current())


def day(value: date | None) -> str:
    """A calendar day: 2026-11-05 in Chinese, 5 Nov 2026 in English."""
    if value is None:
        return NOTHING
    if language.current() is Language.ZH_CN:
        return f"{value:%Y-%m-%d}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def hour(moment: datetime | None) -> str:
    """The wall-clock time at the desk, 24 hours: 09:05."""
    return NOTHING if moment is None else f"{local(moment, _Desk.clock):%H:%M}"


def when(moment: datetime | None) -> str:
    """Day and time at the desk."""
    if moment is None:
        return NOTHING
    between = " " if language.current() is Language.ZH_CN else ", "
    return f"{day(local(moment, _Desk.clock).date())}{between}{hour(moment)}"


def near(moment: datetime | None) -> str:
    """The clearest short way: yesterday, today or tomorrow by name, other days by date."""
    if moment is None:
        return NOTHING
    there = local(moment, _Desk.clock).date()
    days = (there - local(_Desk.clock.now(), _Desk.clock).date()).days
    name = {-1: _tr("Yesterday"), 0: _tr("Today"), 1: _tr("Tomorrow")}.get(days)
    return when(moment) if name is None else f"{name} {hour(moment)}"


def ago(moment: datetime | None) -> str:
    """How long since ``moment``, in its largest whole unit; when it was, if the clock went back."""
    if moment is None:
        return NOTHING
    minutes = int((_Desk.clock.now() - moment).total_seconds() // 60)
    if minutes < -1:
        return when(moment)
    if minutes < 1:
        return _tr("just now")
    if minutes < 60:
        return _tr("%n minute(s) ago", minutes)
    if minutes < 24 * 60:
        return _tr("%n hour(s) ago", minutes // 60)
    return _tr("%n day(s) ago", minutes // (24 * 60))


def span(length: timedelta | None) -> str:
    """A length of time to the minute: 2 h 05 min / 2小时05分; days from 48 hours on."""
    if length is None:
        return NOTHING
    minutes = int(abs(length).total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _tr("{days} d {hours} h").format(days=hours // 24, hours=hours % 24)
    if hours:
        return _tr("{hours} h {minutes} min").format(hours=hours, minutes=f"{rest:02}")
    return _tr("{minutes} min").format(minutes=rest)


def until(moment: datetime | None) -> str:
    """How long is left to ``moment``, or by how much it is over."""
    if moment is None:
        return NOTHING
    left = moment - _Desk.clock.now()
    text = _tr("{span} left") if left >= timedelta(0) else _tr("{span} over")
    return text.format(span=span(left))


def money(value: Decimal | None) -> str:
    """Yuan with two places and groups of three: ¥1,234.50."""
    if value is None:
        return NOTHING
    sign = "-" if value < 0 else ""
    return f"{sign}¥{abs(value):,.2f}"


def number(value: int | float | Decimal | None) -> str:
    """A figure with groups of three."""
    return NOTHING if value is None else f"{value:,}"


def share(value: float | None) -> str:
    """A share 0–1 as a percentage with one place."""
    return NOTHING if value is None else f"{value:.1%}"


def size(count: int) -> str:
    """A number of bytes as megabytes with one place."""
    return f"{count / _MEGABYTE:,.1f} MB"


def shown(value: object) -> str:
    """Any value of a record as it stands in a table cell; nothing for ``None``."""
    match value:
        case None:
            text = ""
        case bool():
            text = _tr("Yes") if value else _tr("No")
        case StrEnum():
            text = word(value)
        case datetime():
            text = when(value)
        case date():
            text = day(value)
        case timedelta():
            text = span(value)
        case Decimal():
            text = money(value)
        case int():
            text = number(value)
        case _:
            text = str(value)
    return text


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("words", text, None, count)
