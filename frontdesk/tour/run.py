"""Runs the acts one after the other; the first that fails ends the tour."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

from PySide6.QtWidgets import QApplication

from frontdesk.language import Language
from frontdesk.tour import (
    calling,
    complaining,
    figures,
    files,
    finding,
    importing,
    programme,
    receiving,
    starting,
)
from frontdesk.tour.driver import Act, ActFailed, write_acts
from frontdesk.tour.house import House

_DAY: tuple[Callable[[House], None], ...] = (
    starting.sign_in,
    finding.find,
    finding.customer_file,
    importing.delivery_sheet,
    receiving.known_car,
    receiving.hand_over,
    files.first_visit,
    files.change_record,
    files.merge,
    calling.satisfied,
    calling.dissatisfied,
    complaining.loop,
    complaining.stand_in,
    programme.parts,
    figures.statistics,
    figures.other_looks,
)


def run_tour(out: Path, language: Language) -> int:
    """Drive the window; ``out`` gets ``NN-what.png``, the PDFs and ``tour.json``.

    Returns:
        0 when every act did what it should, else 1 with one sentence on stderr.
    """
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    for picture in out.glob("[0-9][0-9]-*.png"):
        picture.unlink()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the tour needs a window")
    acts: list[Act] = []
    try:
        # Inside the folder its name alone is the data place: no picture shows where this PC keeps
        # what is temporary.
        with _throw_away() as folder, chdir(folder):
            starting.set_up(app, Path("Yuanhang"), out, language, acts)
            _day(app, Path("Jiangcheng"), out, language, acts)
    except ActFailed as failure:
        name = acts[-1].name if acts else "start"
        print(f"{name}: {failure}", file=sys.stderr)
        return 1
    finally:
        write_acts(out, acts)
    done = sum(act.ok for act in acts)
    print(f"{done} of {len(acts)} acts done; see {out}")
    return 0 if done == len(acts) else 1


def _throw_away() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="frontdesk-tour-", ignore_cleanup_errors=True)


def _day(app: QApplication, folder: Path, out: Path, language: Language, acts: list[Act]) -> None:
    house = House(app, folder, out, language, acts)
    try:
        for play in _DAY:
            play(house)
    finally:
        house.close()
