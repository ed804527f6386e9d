"""``kill -9`` again and again in the middle of saving, at any change of any file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

from tests.faults import acts, dealership, jobs
from tests.faults.figures import LANES, Figures, roomy, timed
from tests.faults.hosted import Host, hosting
from tests.faults.truth import Known

_LIVES = 25  # kills one dealership goes through before a new one is founded: crash upon crash
_WHOLE_EVERY = 5  # every page, the index and all backups: what is spoilt stays so until then
_DEEPEST = 700  # changes of files, about thirty saves
_LATEST_S = 0.4


def figures(count: int, seed: int) -> Figures:
    """Kill ``count`` writers; whatever was acknowledged must be there whole each time."""
    counted = Figures("kill -9 while saving", seed)
    with timed(counted), ThreadPoolExecutor(LANES) as lanes:
        shares = [count // LANES + (lane < count % LANES) for lane in range(LANES)]
        runs = [lanes.submit(_lane, counted, n, seed * 31 + at) for at, n in enumerate(shares)]
        for run in runs:
            run.result()
    return counted


def _lane(counted: Figures, count: int, seed: int) -> None:
    random = Random(seed)
    with roomy() as folder, hosting() as host:
        root = folder / "dealership"
        for life in range(count):
            if not life % _LIVES:
                host.run("found", root=root)
            last = life + 1 == count or not (life + 1) % _LIVES
            whole = last or not life % _WHOLE_EVERY
            _life(counted, host, root, random, f"seed {seed}, life {life}", whole=whole)


def _life(
    counted: Figures, host: Host, root: Path, random: Random, where: str, *, whole: bool
) -> None:
    by_time = random.random() < 0.25
    heard = host.run(
        "write",
        root=root,
        seed=random.getrandbits(32),
        acts_wanted=100_000,
        kill_at=0 if by_time else random.randint(1, _DEEPEST),
        kill_after_s=random.uniform(0, _LATEST_S) if by_time else None,
    )
    if not heard.killed:
        counted.fault("ended by itself", [str(heard.ended)], where)
    found = host.run("look", root=root, said=heard.lines, whole=whole).last("found")
    counted.tried(
        acknowledged=sum("done" in line for line in heard.lines),
        whole=whole,
        by_time=by_time,
        by_call=not by_time,
    )
    for kind, said in found.items():
        counted.fault(kind, said, where)


def busy_dealership(root: Path) -> tuple[bytes, Known]:
    """A dealership in which everything has been saved once, undisturbed; its key."""
    key = dealership.found(root)
    lines: list[dict[str, Any]] = []
    office, random = dealership.enter(root), Random(1)
    for name in acts.ACTS:
        jobs.act(office, acts.plan(office, random, name), lambda **line: lines.append(line))
    office.close()
    known = Known.load(root)
    for line in lines:
        if "done" in line:
            known.take(line["done"])
    return key, known
