"""A warmed process that forks for each job: ``python -m tests.faults.host`` under the library.

One JSON line in is one job: ``{"job": name, "args": {...}}``. What the job says
comes out as lines of its own; the last one is ``{"ended": code}``, negative for a signal.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from frontdesk.store import keys
from tests.faults import jobs, storm, truth
from tests.faults.shim import Shim

Say = Callable[..., None]


def main() -> None:
    """Serve jobs until standard input ends."""
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
    shim = Shim()
    with tempfile.TemporaryDirectory() as folder:
        # Everything once, so that whoever is forked from here finds it at hand.
        root = Path(folder) / "warm"
        _, known = storm.busy_dealership(root)
        truth.verify(root, known, None, whole=True)
    gc.collect()
    gc.freeze()
    _say(ready=True)
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_do(order, shim))
        _say(pid=child)
        _, status = os.waitpid(child, 0)
        _say(ended=os.waitstatus_to_exitcode(status))


def _do(order: dict[str, Any], shim: Shim) -> int:
    try:
        jobs.JOBS[order["job"]](_say, shim, **order["args"])
    except BaseException:  # noqa: BLE001 - a process of its own: told to the test, which fails
        _say(broke=traceback.format_exc())
        return 1
    return 0


def _say(**what: Any) -> None:
    os.write(1, json.dumps(what, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    main()
