"""The power goes at any moment: the disk is built as it may then stand, and opened."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults import truth
from tests.faults.disk import Change, Disk, read_log
from tests.faults.figures import LANES, Figures, roomy, timed
from tests.faults.shim import Call
from tests.faults.truth import Known

if TYPE_CHECKING:
    from tests.faults.hosted import Host
    from tests.faults.shim import Shim

_CUTS = 125  # of one day of saving
_ACTS = 30
_REOPEN_EVERY = 8  # the program is closed and opened again: its log is folded into the file
_WHOLE_EVERY = 10


def figures(count: int, seed: int, synchronous: str = "FULL") -> Figures:
    """Cut the power ``count`` times.

    ``synchronous`` is what the store asks of the disk; other than FULL it shows what would be lost.
    """
    counted = Figures("power cut while saving", seed)
    days = [_CUTS] * (count // _CUTS) + [count % _CUTS] * bool(count % _CUTS)
    with timed(counted), ThreadPoolExecutor(LANES) as lanes:
        mine = [list(enumerate(days))[lane::LANES] for lane in range(LANES)]
        for run in [lanes.submit(_lane, counted, each, seed, synchronous) for each in mine if each]:
            run.result()
    return counted


def _lane(counted: Figures, days: list[tuple[int, int]], seed: int, synchronous: str) -> None:
    from tests.faults.hosted import hosting

    with hosting() as host:
        for day, cuts in days:
            with roomy() as folder:
                _day(counted, host, folder, cuts, seed * 1009 + day, synchronous)


def _day(
    counted: Figures, host: Host, folder: Path, cuts: int, seed: int, synchronous: str
) -> None:
    root, log = folder / "dealership", folder / "log"
    host.run("found", root=root)
    host.run(
        "write",
        root=root,
        seed=seed,
        acts_wanted=_ACTS,
        log=log,
        reopen_every=_REOPEN_EVERY,
        synchronous=synchronous,
    )
    heard = host.run("cut", root=root, log=log, count=cuts, seed=seed)
    for line in heard.lines:
        at = f"seed {seed}, change {line['at']}"
        counted.tried(acknowledged=line["acknowledged"], whole=line["whole"])
        for kind, said in line["found"].items():
            counted.fault(kind, said, at)


def cut(
    say: Callable[..., None], shim: Shim, *, root: str, log: str, count: int, seed: int
) -> None:
    """Build and open ``count`` states of the disk along the log of one day's saving."""
    random, data = Random(seed), Path(root) / "data"
    changes = list(read_log(Path(log)))
    begun = next(at for at, change in enumerate(changes) if change.call is Call.MARK)
    disk = Disk(data, Path(log).with_suffix(".start"))
    told = _Told(Known.load(Path(root)))
    cuts = sorted(random.choices(range(begun, len(changes)), k=count))
    at = 0
    for nth, until in enumerate(cuts):
        for change in changes[at:until]:
            disk.apply(change)
            told.apply(change)
        at = until
        whole = nth % _WHOLE_EVERY == 0
        with tempfile.TemporaryDirectory(dir=Path(root).parent) as folder:
            left = Path(folder)
            (left / "data").mkdir()
            disk.cut(random, left / "data")
            found = truth.verify(left, copy.deepcopy(told.known), told.pending, whole=whole)
            if found:
                shutil.copytree(left, Path(root).parent / f"left-{until}", dirs_exist_ok=True)
        say(at=until, acknowledged=told.count, whole=whole, found=asdict(found))


class _Told:
    """What had been acknowledged by a moment, from the words between the changes."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.pending: dict[str, Any] | None = None
        self.count = 0

    def apply(self, change: Change) -> None:
        if change.call is not Call.MARK:
            return
        said = json.loads(change.bytes)
        self.pending = said.get("begin")
        if "done" in said:
            self.known.take(said["done"])
            self.count += 1
