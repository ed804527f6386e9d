"""Memory that was given up goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any


@cache
def _trim() -> Any:
    """What glibc has for it; the other C libraries the program runs on give back by themselves."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def give_back() -> None:
    """Return what the C library keeps of memory that was given up.

    After a desk of 2,000 widgets has gone 30 MB lie in pieces between what is used. It takes some
    15 ms: on a worker, which waits for no one.
    """
    trim = _trim()
    if trim is not None:
        trim(0)
