"""Runs days of acts, takes readings between them, and judges the growth."""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from dataclasses import asdict
from pathlib import Path
from statistics import linear_regression, median
from time import monotonic
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.soak.acts import CARS_A_DAY, Soak
from benchmarks.soak.gauges import Reading, read
from frontdesk.language import Language
from frontdesk.tour.house import House

MOST_MB_A_THOUSAND = 1.0
MOST_SLOWER = 1.1
CUSTOMERS = 800
"""Files of the dealership: so many that the same car does not come back every week."""
_WARM_PART = 0.2
"""Of the run: tabs built, caches filled, every person's desk parked."""
_TENTHS = 10


def figures(
    actions: int,
    told: Callable[[str], None] = lambda _said: None,
    *,
    minutes: float = math.inf,
    cars: int = CARS_A_DAY,
) -> dict[str, Any]:
    """Do at least ``actions`` acts in a window of its own; what was held, and how it grew.

    A day has so many ``cars`` that come in, and one complaint. After ``minutes`` it ends with the
    day it is at. ``slope_mb`` is resident memory per 1,000 acts after the warm-up (bar 1),
    ``slope_mapped_mb`` what of it are pages of files, ``slope_used_mb`` what of it is in use,
    ``slope_store_mb`` what the engine of the store holds of that, ``slower`` the time of the last
    tenth over that of the first, act by act of the same kind (bar 1.1), ``slower_worked`` the same
    of the processor's time, ``grown`` the counts of the last reading less those at the end of the
    warm-up.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a soak needs a window")
    with (
        tempfile.TemporaryDirectory(prefix="frontdesk-soak-", ignore_cleanup_errors=True) as place,
        chdir(place),
    ):
        house = House(app, Path("Jiangcheng"), Path(place), Language.ZH_CN, [], CUSTOMERS)
        try:
            soak = Soak(house, cars)
            readings: list[Reading] = []
            begun = monotonic()
            while soak.done < actions and (monotonic() - begun) / 60 < minutes:
                soak.day()
                readings.append(read(soak.done))
                told(_line(readings[-1]))
        finally:
            house.close()
    return {
        "actions": soak.done,
        "slope_mb": round(slope(readings), 3),
        "slope_mapped_mb": round(slope(readings, lambda each: each.mapped_mb), 3),
        "slope_used_mb": round(slope(readings, lambda each: each.used_mb), 3),
        "slope_store_mb": round(slope(readings, lambda each: each.store_mb), 3),
        "slower": round(slower(soak.took), 3),
        "slower_worked": round(slower(soak.worked), 3),
        "grown": grown(readings),
        "milliseconds": {
            kind: round(median(times) * 1000, 1) for kind, times in sorted(soak.took.items())
        },
        "milliseconds_worked": {
            kind: round(median(times) * 1000, 1) for kind, times in sorted(soak.worked.items())
        },
        "readings": [asdict(each) for each in readings],
    }


def slope(
    readings: Sequence[Reading], megabytes: Callable[[Reading], float] = lambda each: each.mb
) -> float:
    """Megabytes per 1,000 acts after the warm-up, by least squares."""
    warm = _after_warm_up(readings)
    if len(warm) < 2:
        return 0.0
    return linear_regression([r.actions / 1000 for r in warm], [megabytes(r) for r in warm]).slope


def slower(took: Mapping[str, Sequence[float]]) -> float:
    """The last tenth over the first: medians of the same kind of act, weighed by their time."""
    first = last = 0.0
    for times in took.values():
        part = max(1, len(times) // _TENTHS)
        warm = times[1:] if len(times) > 1 else times  # the very first builds its tab
        first += median(warm[:part]) * part
        last += median(times[-part:]) * part
    return last / first if first else 1.0


def grown(readings: Sequence[Reading]) -> dict[str, int]:
    """How many more objects, handles and threads there are than after the warm-up."""
    warm = _after_warm_up(readings)
    names = ("blocks", "widgets", "objects", "gone", "handles", "threads")
    return {name: getattr(warm[-1], name) - getattr(warm[0], name) for name in names}


def _after_warm_up(readings: Sequence[Reading]) -> Sequence[Reading]:
    begun = readings[-1].actions * _WARM_PART
    return [each for each in readings if each.actions >= begun]


def _line(reading: Reading) -> str:
    return (
        f"{reading.actions:>7,} acts {reading.mb:>8.1f} MB ({reading.mapped_mb:.1f} mapped, "
        f"{reading.used_mb:.1f} used, {reading.store_mb:.1f} the store) "
        f"{reading.blocks:>9,} blocks {reading.widgets:>6,} widgets "
        f"{reading.objects:>7,} objects {reading.gone:>5,} gone "
        f"{reading.handles:>4} handles {reading.threads:>3} threads"
    )
