"""Keeps ``None`` alive under Python 3.11, where PySide6 6.12 gives back references it never took.

Measured: with PySide6 6.12.0 every call of a Qt function that answers nothing lowers the reference
count of ``None`` by one. From Python 3.12 on ``None`` is immortal and nothing happens; under 3.11
the process aborts ('none_dealloc: deallocating None') after some thousand paints. So ``None`` is
given as many references as make it immortal for all purposes, as Python 3.12 itself does.
"""

from __future__ import annotations

import sys

# More than could be lost in years, far from an overflow.
_MANY = 1 << 60
_FIRST_IMMORTAL = (3, 12)


def keep_none() -> None:
    """Call once before Qt is used; harmless when not needed."""
    if sys.version_info >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    if sys.getrefcount(None) > _MANY >> 1:
        return
    import ctypes

    # The count is the first word of an object; builds that trace references differ and have this.
    if hasattr(sys, "getobjects"):
        return
    ctypes.c_ssize_t.from_address(id(None)).value += _MANY
