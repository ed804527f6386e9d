"""What a process holds: memory, objects of Qt, open files, threads."""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from benchmarks.windows import resident_mb


@dataclass(frozen=True, slots=True)
class Reading:
    """What was held after ``actions``; ``mb`` resident, the rest are counts.

    ``objects`` are those of Qt that belong to a window or the application, with all beneath them;
    ``wrapped`` those that Python holds. ``handles`` is 0 where the system does not tell.
    """

    actions: int
    mb: float
    widgets: int
    objects: int
    wrapped: int
    handles: int
    threads: int


def read(app: QApplication, actions: int) -> Reading:
    """Take a reading, once all that is to be thrown away is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    roots = {id(each): each for each in (app, *QApplication.topLevelWidgets())}
    return Reading(
        actions=actions,
        mb=round(resident_mb(), 2),
        widgets=len(QApplication.allWidgets()),
        objects=sum(len(each.findChildren(QObject)) + 1 for each in roots.values()),
        wrapped=sum(isinstance(each, QObject) for each in gc.get_objects()),
        handles=_handles(),
        threads=threading.active_count(),
    )


def _handles() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else 0  # noqa: PTH208 - counts, opens nothing
