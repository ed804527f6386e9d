"""Reads files in a process of its own and says what they cost: ``python -m … PATH…``.

Prints JSON, for each path: ``code`` of the refusal ('' if read), ``seconds`` of the
processor (a busy machine does not make a file dearer), ``waited`` seconds by the clock on
the wall, and ``megabytes`` the process has taken at the most so far.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from frontdesk.errors import UserError

#: Address space the readings may take at most: a bound that holds on any machine, unlike a time.
ADDRESS_SPACE = 1_500_000_000
_ROOT = Path(__file__).parents[2]


class Cost(TypedDict):
    name: str
    code: str
    seconds: float
    waited: float
    megabytes: float


def costs_of(paths: Sequence[Path]) -> list[Cost]:
    """What reading each of ``paths`` costs; raises when the reader does not come back."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.measuring", *map(str, paths)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    costs: list[Cost] = json.loads(done.stdout)
    return costs


def _measure(path: Path) -> Cost:
    from frontdesk.services.exchange.files import read_sheets

    began, began_at = time.process_time(), time.perf_counter()
    code = ""
    try:
        read_sheets(path)
    except UserError as error:
        code = error.code
    seconds, waited = time.process_time() - began, time.perf_counter() - began_at
    # Not ru_maxrss: a child inherits that of the process it was started by.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line) / 1024
    return {
        "name": path.stem,
        "code": code,
        "seconds": round(seconds, 3),
        "waited": round(waited, 3),
        "megabytes": round(peak, 1),
    }


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    sys.stdout.write(json.dumps([_measure(Path(path)) for path in sys.argv[1:]]))
