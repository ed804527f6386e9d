"""Two costs of PySide6 6.12 that are taken away before the window is built.

``None``, ``True``, ``False``: measured with Python 3.11, every call of a Qt function that answers
nothing lowers the reference count of ``None`` by one, every signal emitted that of ``True``. From
Python 3.12 on they are immortal and nothing happens; under 3.11 the process aborts ('none_dealloc',
'bool_dealloc') after some thousand paints or signals, at the latest when it ends.

Sources: after every import PySide6 reads the imported module's source to see whether it might
switch PySide's alternative spellings (``__feature__``), and keeps the text: 30 MB for what signing
in needs. This program never switches them.
"""

from __future__ import annotations

import sys
from types import ModuleType

# More references than could be lost in years, far from an overflow.
_MANY = 1 << 60
_FIRST_IMMORTAL = (3, 12)


def keep_singletons() -> None:
    """Make ``None``, ``True`` and ``False`` immortal, as Python 3.12 itself does."""
    if sys.version_info >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    if hasattr(sys, "getobjects"):
        return  # a build that traces references lays objects out otherwise
    import ctypes

    for single in (None, True, False):
        if sys.getrefcount(single) <= _MANY >> 1:
            # The count is the first word of an object.
            ctypes.c_ssize_t.from_address(id(single)).value += _MANY


def read_no_sources() -> None:
    """Let PySide6 take every module imported from now on for one that switches nothing."""
    import PySide6.QtCore  # noqa: F401 - brings the module that is changed

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _switches_nothing  # type: ignore[union-attr]


def _switches_nothing(_: ModuleType) -> bool:
    return False
