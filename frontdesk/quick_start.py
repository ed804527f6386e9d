"""What keeps the start of the program short and its memory small."""

from __future__ import annotations

import builtins
import gc


def begin() -> None:
    """Before the window's code is imported.

    Nothing made while the program starts is garbage; looking for it costs a third of the start.

    Qt for Python puts itself before every later ``import`` and reads the source of each module, to
    know which want its optional snake_case names. None do: SQLAlchemy alone is 20 MB smaller and
    loaded in three quarters of the time without.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - puts its own import in place

    builtins.__import__ = plain


def end() -> None:
    """When all is loaded: what is there stays and is looked through no more.

    Garbage is not collected by whichever thread comes along from here on: the window does it
    (``ui.kit.tidying``) as long as there are workers, for a widget must go on its own thread.
    """
    if not gc.get_freeze_count():
        gc.freeze()
