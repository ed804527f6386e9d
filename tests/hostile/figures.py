"""The long form: thousands of hostile cases into each form and the importer, with what it cost."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from frontdesk.store import keys
from tests.hostile.calls import FORMS
from tests.hostile.cases import Tried, run_cases
from tests.hostile.files import REFUSED
from tests.hostile.house import house
from tests.hostile.measuring import Cost, costs_of
from tests.hostile.sheets import run_sheets

SECONDS, MEGABYTES = 2.0, 200.0
"""What refusing a file may cost."""


@dataclass(frozen=True, slots=True)
class TextFigures:
    """``faults``: forms that neither kept a text as typed nor refused it with a sentence."""

    forms: int
    cases: int
    kept: int
    refused: int
    rows: int
    faults: tuple[str, ...]
    seconds: float


def text_figures(cases: int) -> TextFigures:
    """``cases`` into each form beside the worst of each kind, and as many generated sheets."""
    began = time.perf_counter()
    tried: list[Tried] = []
    faults: list[str] = []
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)  # made dear on purpose
    with house() as desk:
        before = desk.now()
        for form in FORMS:
            desk.put_back(before)
            tried.append(Tried(desk, form))
            try:
                tried[-1].is_accepted_as_it_stands()
                tried[-1].worst()
                run_cases(tried[-1], cases)
            except Exception as fault:  # noqa: BLE001 - whatever it is, it is one
                faults.append(f"{form.name}: {type(fault).__name__}: {fault}"[:300])
        desk.put_back(before)
        with tempfile.TemporaryDirectory() as folder:
            sheets = run_sheets(desk, Path(folder), cases)
    kept, refused = sum(each.kept for each in tried), sum(each.refused for each in tried)
    return TextFigures(
        forms=len(tried),
        cases=kept + refused + sheets["sheets"],
        kept=kept,
        refused=refused,
        rows=sheets["rows taken in"] + sheets["rows refused"],
        faults=tuple(faults),
        seconds=time.perf_counter() - began,
    )


def file_figures() -> list[Cost]:
    """What refusing each hostile file costs, each in a process of its own."""
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (ending, make) in REFUSED.items():
            path = Path(folder) / f"{name}{ending}"
            path.write_bytes(make())
            costs += costs_of([path])
            path.unlink()
    return costs


def file_faults(costs: list[Cost]) -> list[str]:
    """Files that were read, or refused too dearly."""
    return [
        f"{cost['name']}: {cost['code'] or 'read'}, {cost['seconds']} s, {cost['megabytes']} MB"
        for cost in costs
        if not cost["code"] or cost["seconds"] > SECONDS or cost["megabytes"] > MEGABYTES
    ]
