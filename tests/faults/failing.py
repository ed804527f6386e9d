"""Each call of a save fails once or for ever: told, nothing torn, and the next try keeps it."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from frontdesk.errors import EnvironmentFault, UserError
from tests.factories import Make
from tests.faults import acts, dealership, truth
from tests.faults.figures import LANES, Figures, roomy, timed
from tests.faults.shim import Calls
from tests.faults.truth import Known

if TYPE_CHECKING:
    from tests.faults.acts import Plan
    from tests.faults.dealership import Office
    from tests.faults.hosted import Host
    from tests.faults.shim import Shim

Say = Callable[..., None]
_LEFT = 300_000  # bytes
_CALLS_MORE = 20


@dataclass(frozen=True, slots=True)
class Way:
    """How the device fails. ``cold`` lets the save open the file anew first."""

    error: int
    for_ever: bool
    cold: bool

    def __str__(self) -> str:
        name = errno.errorcode[self.error]
        return f"{name} {'for ever' if self.for_ever else 'once'}{', cold' * self.cold}"


WAYS = tuple(
    Way(error, for_ever, cold)
    for cold in (False, True)
    for error in (errno.EIO, errno.ENOSPC)
    for for_ever in (False, True)
)


def figures(seed: int, ways: Iterable[Way] = WAYS, stride: int = 1) -> Figures:
    """Let every ``stride``-th call of every kind of save fail in each of ``ways``."""
    counted = Figures("every call of a save fails", seed)
    jobs = [(way, act) for way in ways for act in acts.ACTS]
    with timed(counted), ThreadPoolExecutor(LANES) as lanes:
        mine = [jobs[lane::LANES] for lane in range(LANES)]
        for run in [lanes.submit(_lane, counted, each, seed, stride) for each in mine]:
            run.result()
    return counted


def _lane(counted: Figures, jobs: list[tuple[Way, str]], seed: int, stride: int) -> None:
    from tests.faults.hosted import hosting

    with roomy() as folder, hosting() as host:
        for way, act in jobs:
            _through(counted, host, folder / "dealership", way, act, seed, stride)


def _through(
    counted: Figures, host: Host, root: Path, way: Way, act: str, seed: int, stride: int
) -> None:
    host.run("found", root=root)
    heard = host.run(
        "fail",
        root=root,
        act=act,
        seed=seed,
        stride=stride,
        error=way.error,
        for_ever=way.for_ever,
        cold=way.cold,
    )
    where = f"{act}, {way}"
    for line in heard.lines:
        if "nth" in line:
            counted.tried(told=line["told"], went_well=not line["told"])
            for kind, said in line["faults"].items():
                counted.fault(kind, said, f"{where}, call {line['nth']}: {line['struck']}")
    found = host.run("look", root=root, said=heard.lines).last("found")
    for kind, said in found.items():
        counted.fault(kind, said, f"{where}, afterwards")


def fail(
    say: Say,
    shim: Shim,
    *,
    root: str,
    act: str,
    seed: int,
    stride: int,
    error: int,
    for_ever: bool,
    cold: bool,
) -> None:
    """Go through all calls of one kind of save, in one process that is never restarted."""
    place, random = Path(root), Random(seed)
    shim.watch(place / "data")
    office = dealership.enter(place, Known.load(place).password)
    for _ in range(2):  # so that every kind has something to work on
        acts.plan(office, random, "ticket").go()
    nth = 1
    while True:
        plan = _next(office, random, act)
        say(begin={"act": plan.act, "touched": plan.touched, "secret": plan.secret})
        if cold:
            office.manager.desk.store.engine.dispose()
        shim.fail_at(nth, error, Calls.ALL, for_ever=for_ever)
        told, wrong = _try(plan)
        struck = shim.struck()
        shim.rest()
        if told and not struck:
            wrong.append(f"{told}, although nothing failed")
        faults = {"not told as it should": wrong}
        try:
            faults |= _retry(plan, told) | {"torn": _torn(office)}
            say(done={"records": _records(office, plan), "secret": plan.secret})
        except EnvironmentFault as fault:
            faults["corrupt"] = [f"cannot be read: {fault}"]
        say(nth=nth, struck=struck, told=bool(told), faults=faults)
        if not struck or faults.get("corrupt"):
            break
        nth += stride
    office.close()


def _next(office: Office, random: Random, act: str) -> Plan:
    try:
        return acts.plan(office, random, act)
    except LookupError:
        # Whoever was called once is called again another day: others are due.
        make = Make(office.manager.desk)
        for _ in range(_CALLS_MORE):
            make.callback(make.customer())
        return acts.plan(office, random, act)


def _try(plan: Plan) -> tuple[str, list[str]]:
    """What the person is told (nothing where it is kept), and what is wrong about that."""
    try:
        plan.go()
    except EnvironmentFault as fault:
        # A device that fails is no damage: nobody should be sent to restore a backup for it.
        wrong = [f"called damage: {fault}"] if fault.code == "store.damaged" else []
        return fault.code, wrong
    except Exception:  # noqa: BLE001 - this is what must not happen
        return "a bug", [traceback.format_exc(limit=-3)]
    return "", []


def _retry(plan: Plan, told: str) -> dict[str, list[str]]:
    """The device is well again: the same save, in the same process."""
    if not told:
        return {}
    try:
        plan.go()
    except (EnvironmentFault, UserError) as fault:
        return {"not kept by the next try": [f"{fault} after {told}"]}
    return {}


def _records(office: Office, plan: Plan) -> dict[str, str]:
    with office.advisor.desk.store.reading() as session:
        return truth.contents(session.connection(), plan.touched)


def _torn(office: Office) -> list[str]:
    with office.advisor.desk.store.reading() as session:
        return truth.torn(session.connection())


def die_unsynced(say: Say, shim: Shim, *, root: str, act: str, seed: int, nth: int) -> None:
    """The ``nth`` fsync of a save and all after it fail; the person is told; then the PC dies."""
    place, random = Path(root), Random(seed)
    shim.watch(place / "data")
    office = dealership.enter(place, Known.load(place).password)
    plan = acts.plan(office, random, act)
    say(begin={"act": plan.act, "touched": plan.touched, "secret": plan.secret})
    shim.fail_at(nth, errno.EIO, Calls.SYNCING, for_ever=True)
    told, faults = _try(plan)
    say(told=told, wrong=faults)
    os.kill(os.getpid(), signal.SIGKILL)


def fill(say: Say, shim: Shim, *, root: str, seed: int, limit: int) -> None:
    """Save until the disk is full, go on trying, make room, and save what was refused.

    The disk is a small one with ``root`` on it, or (``limit`` in bytes) files grow no further.
    """
    place, random = Path(root), Random(seed)
    office = dealership.enter(place, Known.load(place).password)
    filler = place / "filler"
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    else:
        _leave(filler, _LEFT)
    refused: list[Plan] = []
    codes = set()
    for _ in range(400):
        plan = acts.plan(office, random, random.choice(("customer", "intake", "note")))
        say(begin={"act": plan.act, "touched": plan.touched, "secret": plan.secret})
        told, wrong = _try(plan)
        if not told:
            say(done={"records": _records(office, plan), "secret": plan.secret})
            continue
        codes.add(told)
        say(wrong=wrong)
        refused.append(plan)
        if len(refused) == 5:
            break
    # Reading goes on meanwhile.
    seen = len(office.advisor.customers.list().rows)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    else:
        filler.unlink()
    for plan in refused:
        say(begin={"act": plan.act, "touched": plan.touched, "secret": plan.secret})
        say(faults=_retry(plan, "refused"))
        say(done={"records": _records(office, plan), "secret": plan.secret})
    office.close()
    say(refused=len(refused), codes=sorted(codes), seen=seen)


def _leave(filler: Path, free: int) -> None:
    """Fill the disk of ``filler`` but for so many bytes."""
    with filler.open("wb") as file:
        file.write(bytes(max(0, shutil.disk_usage(filler.parent).free - free)))
