"""What a process holds: memory, objects of Qt, open files, threads."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.windows import resident_mb


@dataclass(frozen=True, slots=True)
class Reading:
    """What was held after ``actions``; ``mb`` is what is resident; what is not in MB is a count.

    ``mapped_mb`` of the resident ones are pages of files, above all of fonts as more of their
    letters are shown: the system takes them back when it needs room (0 where it does not tell).
    ``used_mb`` is what of the C library's memory was asked for and not given back (0 where that
    does not tell), ``store_mb`` what of it the engine of the store holds, most of it pages of a
    store that grows, up to a bound; ``blocks`` the same of Python's: where they stand still and
    ``mb`` grows, the memory is in pieces, not lost. ``objects`` are those of Qt that Python holds,
    ``gone`` those of them that Qt has thrown away and Python still keeps. ``handles`` is 0 where
    the system does not tell.

    What Qt makes for itself is not counted: to ask for it would make Python hold it.
    """

    actions: int
    mb: float
    mapped_mb: float
    used_mb: float
    store_mb: float
    blocks: int
    widgets: int
    objects: int
    gone: int
    handles: int
    threads: int


def read(actions: int) -> Reading:
    """Take a reading, once all that is to be thrown away is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, QObject)]
    alive = [each for each in held if shiboken6.isValid(each)]
    return Reading(
        actions=actions,
        mb=round(resident_mb(), 2),
        mapped_mb=round(_mapped_mb(), 2),
        used_mb=round(_used_mb(), 2),
        store_mb=round(_store_mb(), 2),
        blocks=sys.getallocatedblocks(),
        widgets=sum(isinstance(each, QWidget) for each in alive),
        objects=len(alive),
        gone=len(held) - len(alive),
        handles=_handles(),
        threads=threading.active_count(),
    )


def _mapped_mb() -> float:
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.is_file() else []
    found = (line.split() for line in lines if line.startswith("RssFile:"))
    return next((int(kilobytes) * 1024 / 1e6 for _, kilobytes, _ in found), 0.0)


class _Mallinfo2(ctypes.Structure):
    """As glibc 2.33 and later fill it, over all their arenas (``man mallinfo2``)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def _used_mb() -> float:
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None) if sys.platform == "linux" else None
    if ask is None:
        return 0.0
    ask.restype = _Mallinfo2
    found = ask()
    return float(found.uordblks + found.hblkhd) / 1024**2


def _store_mb() -> float:
    from sqlcipher3 import _sqlite3

    ask = getattr(ctypes.CDLL(_sqlite3.__file__), "sqlite3_memory_used", None)
    if ask is None:
        return 0.0
    ask.restype = ctypes.c_int64
    return float(ask()) / 1024**2


def _handles() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else 0  # noqa: PTH208 - counts, opens nothing
