"""From the start of the process to the first rows, beside a bare window of tabs and a table."""

from __future__ import annotations

from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, row
from benchmarks.windows import run_child

RUNS = 9


def measure(ground: Ground) -> list[Row]:
    """Fresh processes, the two kinds in turn; the first of each only warms the disk's cache."""
    ours: list[dict[str, Any]] = []
    bare: list[dict[str, Any]] = []
    for _ in range(1 + RUNS):
        bare.append(run_child("bare"))
        ours.append(run_child("start", ground.folder.root))
    del ours[0], bare[0]
    return [
        row(
            "start: process to sign-in painted",
            _spans(ours, "begun", "painted"),
            _spans(bare, "begun", "painted"),
        ),
        row("start: Enter to first rows painted", _spans(ours, "entered", "rows")),
        row("start: signed in to first rows painted", _spans(ours, "accepted", "rows")),
        row(
            "memory: sign-in painted (MB)",
            [each["mb"] for each in ours],
            [each["mb"] for each in bare],
        ),
        row("memory: ready to sign in (MB)", [each["ready_mb"] for each in ours]),
    ]


def _spans(runs: list[dict[str, Any]], first: str, last: str) -> list[float]:
    return [(run[last] - run[first]) * 1000 for run in runs]
