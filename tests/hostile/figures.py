"""The long form: thousands of hostile cases into each form and the importer, with what it cost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.hostile.calls import FORMS
from tests.hostile.cases import Tried, run_cases
from tests.hostile.files import REFUSED
from tests.hostile.house import house
from tests.hostile.measuring import costs_of
from tests.hostile.sheets import run_sheets


def figures(cases: int = 10_000) -> dict[str, dict[str, float]]:
    """``cases`` into each form, ``cases`` generated sheets, every hostile file; raises on a fault.

    Per form: cases kept and refused. Of the files: the slowest refusal in seconds, and the most
    memory the reading process took, in megabytes.
    """
    found: dict[str, dict[str, float]] = {}
    for form in FORMS:
        with house() as desk:
            tried = Tried(desk, form)
            tried.is_accepted_as_it_stands()
            tried.worst()
            run_cases(tried, cases)
            found[form.name] = {"kept": tried.kept, "refused": tried.refused}
    with house() as desk, tempfile.TemporaryDirectory() as folder:
        found["generated sheets"] = dict(run_sheets(desk, Path(folder), cases))
    found["hostile files"] = file_figures()
    return found


def file_figures() -> dict[str, float]:
    """What refusing each hostile file costs, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        costs = []
        for name, (ending, make) in REFUSED.items():
            path = Path(folder) / f"{name}{ending}"
            path.write_bytes(make())
            costs += costs_of([path])
            path.unlink()
    return {
        "files": len(costs),
        "refused": sum(bool(cost["code"]) for cost in costs),
        "slowest in seconds": max(cost["seconds"] for cost in costs),
        "most megabytes": max(cost["megabytes"] for cost in costs),
    }
