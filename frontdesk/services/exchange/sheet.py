"""A sheet as it was read: cells, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

#: What a cell can hold. A text that looks like a formula is a text; a formula is its last result.
Value = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows[0]`` is row 1 of the sheet; rows may be of different lengths."""

    name: str
    rows: list[tuple[Value, ...]]
    visible: bool = True
    epoch_1904: bool = False
    """Day numbers count from 1904 (sheets of old Macs) instead of 1900."""

    @property
    def width(self) -> int:
        """Number of columns of the longest row."""
        return max(map(len, self.rows), default=0)

    def numbered(self, after: int = 0) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Rows below row ``after`` with their numbers as the sheet shows them."""
        return enumerate(self.rows[after:], start=after + 1)


def is_blank(value: Value) -> bool:
    """Whether a cell shows nothing."""
    return value is None or (
        isinstance(value, str) and not value.strip("\ufeff\u200b \t\r\n\u3000\xa0")
    )


def trimmed(row: Sequence[Value]) -> tuple[Value, ...]:
    """``row`` without the blank cells at its end."""
    length = len(row)
    while length and is_blank(row[length - 1]):
        length -= 1
    return tuple(row[:length])
