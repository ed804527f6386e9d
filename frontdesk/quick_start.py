"""Nothing made while the program starts is garbage; looking for it costs a third of the start."""

from __future__ import annotations

import gc


def begin() -> None:
    """Before the window's code is imported."""
    gc.disable()


def end() -> None:
    """When all is loaded: what is there stays; from here on garbage is collected as usual."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
