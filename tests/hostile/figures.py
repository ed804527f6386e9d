"""The long form: thousands of hostile cases into each form and the importer, with what it cost."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path

from frontdesk.store import keys
from tests.faults.figures import LANES
from tests.hostile.calls import FORMS
from tests.hostile.cases import Tried, run_cases
from tests.hostile.files import REFUSED
from tests.hostile.house import House, Moment, house
from tests.hostile.measuring import Cost, costs_of
from tests.hostile.sheets import run_sheets

SECONDS, MEGABYTES = 2.0, 200.0
"""What refusing a file may cost."""
SHEETS = "generated sheets"
_PART = 400

_WINDOW = (
    *("customers.create", "customers.update", "customers.quick_create", "customers.add_vehicle"),
    *("customers.update_vehicle", "customers.add_note", "intake.register", "intake.book"),
    *("intake.save_estimate", "intake.change", "intake.decline", "intake.hand_over"),
    *("complaints.register", "complaints.take:judged", "complaints.take:added"),
    *("after.add_action", "incoming.register", "callbacks.start", "callbacks.keep"),
    *("callbacks.attempt", "categories.rename", "statistics.keep_measures"),
    *("accounts.create", "settings.save_profile", "drafts.keep"),
)
"""What the forms of the window are saved with, hour after hour: tried first."""


@dataclass(frozen=True, slots=True)
class FormFigures:
    """``faults``: how it neither kept a text as typed nor refused it with a sentence."""

    form: str
    cases: int
    kept: int
    refused: int
    faults: tuple[str, ...]
    seconds: float

    def __add__(self, other: FormFigures) -> FormFigures:
        return FormFigures(
            self.form,
            self.cases + other.cases,
            self.kept + other.kept,
            self.refused + other.refused,
            self.faults + other.faults,
            self.seconds + other.seconds,
        )

    def __str__(self) -> str:
        said = f"{self.cases:,} cases, {self.kept:,} kept, {self.refused:,} refused"
        return "; ".join((f"{self.form}: {said}, {self.seconds:.0f} s", *self.faults))


def names() -> list[str]:
    """All that is tried: the forms of the window, the sheets, then every other call."""
    every = [form.name for form in FORMS]
    return [*_WINDOW, SHEETS, *(name for name in every if name not in _WINDOW)]


def text_figures(cases: int, word: str = "") -> Iterator[FormFigures]:
    """``cases`` into each form, beside the worst of each kind; with ``word`` only such forms.

    They go round the forms in parts: each part tells what its form has seen so far, and a run that
    is ended early has tried all forms alike.
    """
    wanted = [name for name in names() if word in name]
    parts = [_PART] * (cases // _PART) + [cases % _PART] * bool(cases % _PART)
    found: dict[str, FormFigures] = {}
    with ProcessPoolExecutor(LANES) as lanes:
        runs = [
            lanes.submit(tried, name, count, part)
            for part, count in enumerate(parts)
            for name in wanted
        ]
        for run in as_completed(runs):
            one = run.result()
            found[one.form] = found[one.form] + one if one.form in found else one
            yield found[one.form]


@cache
def _own_house() -> tuple[House, Moment]:
    """One house for all a lane tries; it goes with the process."""
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)  # made dear on purpose
    kept = ExitStack()
    made = kept.enter_context(house())
    Finalize(kept, kept.close, exitpriority=1)
    return made, made.now()


def tried(name: str, cases: int, part: int) -> FormFigures:
    """A part of what one form is tried with, in the house of this process."""
    began = time.perf_counter()
    desk, before = _own_house()
    desk.put_back(before)
    if name == SHEETS:
        with tempfile.TemporaryDirectory() as folder:
            sheets = run_sheets(desk, Path(folder), cases, part)
        took = time.perf_counter() - began
        taken, refused = sheets["rows taken in"], sheets["rows refused"]
        return FormFigures(name, sheets["sheets"], taken, refused, (), took)
    form = Tried(desk, next(form for form in FORMS if form.name == name))
    faults: tuple[str, ...] = ()
    try:
        form.is_accepted_as_it_stands()
        if not part:
            form.worst()
        run_cases(form, cases, part, around=True)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is one
        faults = (f"{type(error).__name__}: {error}"[:300],)
    took = time.perf_counter() - began
    return FormFigures(name, form.kept + form.refused, form.kept, form.refused, faults, took)


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
