"""Finding likely duplicates, comparing, merging and parting two files; undoing an import."""

from __future__ import annotations

import random
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import importing
from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, timed
from frontdesk.models.values.ids import new_id
from frontdesk.services.merging.dto import MergeInput

_SEED = 11
_TIMES = 30
_LISTS = 5


def measure(ground: Ground) -> list[Row]:
    """Times of one call each, over pairs of files drawn at random; each pair is parted again."""
    merging, personal = ground.services.merging, ground.services.personal_data
    with ground.bare() as connection:
        rows = connection.execute("SELECT id FROM customer WHERE kind = 'person'").fetchall()
    ids = [each[0] for each in rows]
    drawn = random.Random(_SEED).sample(ids, min(2 * _TIMES, len(ids) // 2 * 2))
    pairs = list(zip(drawn[::2], drawn[1::2], strict=True))
    found = [
        row("merging: likely duplicates", each_timed(range(_LISTS), lambda _: merging.likely())),
        row("merging: two files compared", each_timed(pairs, lambda pair: merging.preview(*pair))),
    ]
    merged: list[float] = []
    parted: list[float] = []
    for stays, goes in pairs:
        seen = merging.preview(stays, goes)
        wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version)
        made = new_id()
        merged.append(timed(partial(merging.merge, wanted, made)))
        parted.append(timed(partial(merging.undo, made)))
    found += [row("merging: merge", merged), row("merging: undo", parted)]
    kept = each_timed(range(3), lambda _: personal.retention())
    found.append(row("personal data: who is kept too long", kept))
    found.append(row(f"import: undo of {importing.ROWS:,} rows", [_undo_import(ground)]))
    return found


def _undo_import(ground: Ground) -> float:
    exchange = ground.services.exchange
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        sheet = Path(folder) / "deliveries.xlsx"
        importing.write_sheet(sheet, importing.ROWS, seed=9)
        batch = exchange.run(sheet).batch_id
    assert batch is not None
    return timed(lambda: exchange.undo(batch))
