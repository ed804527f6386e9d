"""How figures, times and money are written on paper."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from frontdesk.language import Language

_FEN = Decimal("0.01")


def moment(at: datetime | None) -> str:
    """``2026-03-12 14:20``, or nothing."""
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


def short_moment(at: datetime | None) -> str:
    """``03-12 14:20``, or nothing: where the year stands elsewhere on the sheet."""
    return f"{at:%m-%d %H:%M}" if at else ""


def day(on: date | None) -> str:
    """``2026-03-12``, or nothing."""
    return f"{on:%Y-%m-%d}" if on else ""


def money(yuan: Decimal | None) -> str:
    """``1,234.50`` (yuan), or nothing."""
    return "" if yuan is None else f"{yuan.quantize(_FEN, ROUND_HALF_UP):,}"


def quantity(number: Decimal | None) -> str:
    """``4`` or ``0.5``, without idle zeros."""
    return "" if number is None else f"{number.normalize():f}"


def whole(number: int | None) -> str:
    """``12,345``, or nothing."""
    return "" if number is None else f"{number:,}"


def percent(share: float | None) -> str:
    """``12.5%``; an en dash where nothing was counted."""
    return "–" if share is None else f"{share:.1%}"


def duration(minutes: int | None, language: Language) -> str:
    """``17小时20分`` / ``17 h 20 min``, or nothing."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    return f"{hours}小时{rest:02}分" if language is Language.ZH_CN else f"{hours} h {rest:02} min"
