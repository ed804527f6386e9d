"""Keeps ``None``, ``True`` and ``False`` alive under Python 3.11 with PySide6 6.12.

Measured: with PySide6 6.12.0 every call of a Qt function that answers nothing lowers the reference
count of ``None`` by one, and every ``Signal.emit`` that of the truth value it answers. From Python
3.12 on these are immortal and nothing happens; under 3.11 the process aborts ('none_dealloc:
deallocating None', 'bool_dealloc: deallocating True or False') after some thousand paints or
signals. So they are given as many references as make them immortal for all purposes, as Python
3.12 itself does.
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
    # The count is the first word of an object; builds that trace references differ and have this.
    if hasattr(sys, "getobjects"):
        return
    import ctypes

    for lasting in (None, True, False):
        if sys.getrefcount(lasting) < _MANY >> 1:
            ctypes.c_ssize_t.from_address(id(lasting)).value += _MANY
