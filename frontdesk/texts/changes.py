"""How a figure has changed, the same words on screen and on paper."""

from __future__ import annotations

SAME = "±0"
UNKNOWN = "–"


def change(now: float | None, before: float | None, digits: int = 0, times: float = 1.0) -> str:
    """``+3``, ``−1.2`` or ``±0``; an en dash where one of the two was not counted.

    ``times`` 100 makes percentage points of shares.
    """
    if now is None or before is None:
        return UNKNOWN
    # Rounded first: what is written must agree with the difference of what is written beside it.
    by = round(now * times, digits) - round(before * times, digits)
    if round(by, digits) == 0:
        return SAME
    return f"{by:+,.{digits}f}".replace("-", "−")
