"""What the forked processes do: save until they are killed, and look at what is left."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from frontdesk.store import engine
from tests.faults import acts, dealership, disk, failing, powercut, truth, upgrades
from tests.faults.acts import Plan
from tests.faults.dealership import Office
from tests.faults.shim import Shim
from tests.faults.truth import Known

Say = Callable[..., None]


def write(
    say: Say,
    shim: Shim,
    *,
    root: str,
    seed: int,
    acts_wanted: int,
    kill_at: int = 0,
    log: str = "",
    reopen_every: int = 0,
    synchronous: str = "FULL",
) -> None:
    """Save one thing after the other and say of each when it is kept.

    With ``kill_at`` the process ends in the middle of its nth change of a file, opening included;
    with ``log`` every change is kept, and what was said stands between them. ``synchronous`` is
    changed only to see what a less careful store would lose.
    """
    pragmas: Any = tuple(
        pragma.replace("synchronous=FULL", f"synchronous={synchronous}")
        for pragma in engine._PRAGMAS
    )
    engine._PRAGMAS = pragmas
    place, random = Path(root), Random(seed)
    known = Known.load(place)
    shim.watch(place / "data")
    if log:
        disk.photograph(place / "data", Path(log).with_suffix(".start"))
        shim.log(Path(log))
    if kill_at:
        shim.kill_at(kill_at)
    office = dealership.enter(place, known.password)
    for done in range(1, acts_wanted + 1):
        act(office, acts.plan(office, random), _both(say, shim) if log else say)
        if reopen_every and not done % reopen_every:
            office.close()
            office = dealership.enter(place, office.passwords[truth.LOGIN])
    office.close()


def act(office: Office, plan: Plan, say: Say) -> None:
    """One act, announced before and acknowledged after with what each record holds now."""
    say(begin={"act": plan.act, "touched": plan.touched, "secret": plan.secret})
    plan.go()
    with office.advisor.desk.store.reading() as session:
        records = truth.contents(session.connection(), plan.touched)
    say(done={"records": records, "secret": plan.secret})


def look(
    say: Say, shim: Shim, *, root: str, said: list[dict[str, Any]], whole: bool = True
) -> None:
    """Take in what a writer said and compare the store with it."""
    known, pending = Known.load(Path(root)), None
    for line in said:
        pending = line.get("begin", pending)
        if "done" in line:
            known.take(line["done"])
            pending = None
    found = truth.verify(Path(root), known, pending, whole=whole)
    known.save(Path(root))
    say(found=asdict(found), records=len(known.records))


def found(say: Say, shim: Shim, *, root: str, cars: int = 4) -> None:
    """Found the dealership anew."""
    shutil.rmtree(root, ignore_errors=True)
    dealership.found(Path(root), cars)


def _both(say: Say, shim: Shim) -> Say:
    def said(**line: Any) -> None:
        shim.mark(json.dumps(line, ensure_ascii=False))
        say(**line)

    return said


JOBS: dict[str, Callable[..., None]] = {
    "write": write,
    "look": look,
    "found": found,
    "cut": powercut.cut,
    "fail": failing.fail,
    "fill": failing.fill,
    "upgrade": upgrades.upgrade,
    "die_unsynced": failing.die_unsynced,
}
