"""What the program has resident when everything of a day has been used."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.importing import write_sheet
from benchmarks.rows import Row, row
from benchmarks.windows import run_child

_SHEET_ROWS = 1_000


def measure(ground: Ground) -> list[Row]:
    """Memory after each use, each on top of those before; the last is with everything in use."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        sheet = Path(folder) / "deliveries.xlsx"
        write_sheet(sheet, _SHEET_ROWS, seed=1)
        used = run_child("use", ground.folder.root, sheet)["use"]
    return [row(f"memory: {what} (MB)", [megabytes]) for what, megabytes in used.items()]
