"""From a key in the search box to its results painted, in the real window."""

from __future__ import annotations

from benchmarks.ground import Ground
from benchmarks.rows import Row, row
from benchmarks.searching import queries
from benchmarks.windows import run_child

OF_EACH_KIND = 6


def measure(ground: Ground) -> list[Row]:
    """Every key of queries of every kind, typed one after the other."""
    with ground.bare() as connection:
        kinds = queries(connection)
    typed = [text for kind in kinds.values() for text in kind[:OF_EACH_KIND]]
    times = run_child("keys", ground.folder.root, given=typed)["times"]
    return [row("search: keystroke to painted results", times)]
