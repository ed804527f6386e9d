"""What a process holds: memory, objects of Qt, open files, threads."""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.windows import resident_mb


@dataclass(frozen=True, slots=True)
class Reading:
    """What was held after ``actions``; ``mb`` resident, the rest are counts.

    ``objects`` are those of Qt that Python holds, ``gone`` those of them that Qt has thrown away
    and Python still keeps. ``handles`` is 0 where the system does not tell.

    What Qt makes for itself is not counted: to ask for it would make Python hold it.
    """

    actions: int
    mb: float
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
        widgets=sum(isinstance(each, QWidget) for each in alive),
        objects=len(alive),
        gone=len(held) - len(alive),
        handles=_handles(),
        threads=threading.active_count(),
    )


def _handles() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else 0  # noqa: PTH208 - counts, opens nothing
