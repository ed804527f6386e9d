"""Every disturbance with its figures: ``./dev faults [--long] [--only WORD] [--of PART]``."""

from __future__ import annotations

import argparse
import errno
import logging
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults import failing, powercut, shim, storm, upgrades
from tests.faults.failing import Way
from tests.faults.figures import Figures

PAGE = Path(__file__).parents[2] / "docs" / "RELIABILITY.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
_SEED = 20_261_119
_QUICK_WAYS = (
    Way(errno.EIO, for_ever=False, cold=True),
    Way(errno.ENOSPC, for_ever=True, cold=False),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    tries: int
    wrong: str
    seen: str
    seed: int
    seconds: float

    def __str__(self) -> str:
        cells = (
            self.what,
            f"{self.tries:,}",
            self.wrong,
            self.seen,
            self.seed,
            f"{self.seconds:.0f} s",
        )
        return f"| {' | '.join(map(str, cells))} |"


HEAD = "| what | tries | wrong | of these | seed | took |\n| --- | --- | --- | --- | --- | --- |"


def main() -> int:
    """Run them; 0 where nothing was lost, torn, corrupt, missed or kept silent."""
    asked = _asked()
    if shim.why_not():
        sys.stderr.write(f"{shim.why_not()}\n")
        return 2
    logging.disable(logging.CRITICAL)
    rows: list[Row] = []
    flawless = True
    for name, run in _runs(asked.of, long=asked.long).items():
        if asked.only and asked.only not in name:
            continue
        row, faults = run()
        rows.append(row)
        flawless &= not faults
        _say(str(row))
        for fault in faults[:20]:
            _say(f"    {fault}")
        if asked.write:  # after each: the long form takes hours
            _write(rows, long=asked.long)
    return 0 if flawless else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev faults", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the numbers of a release")
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    parser.add_argument("--only", metavar="WORD", default="", help="kill, power, device, …")
    parser.add_argument(
        "--of",
        metavar="PART",
        default="",
        help="only these forms (hostile texts) or ways to fail (device): complaints, 'ENOSPC once'",
    )
    return parser.parse_args()


def _runs(part: str, *, long: bool) -> dict[str, Callable[[], tuple[Row, list[str]]]]:
    ways, stride = (failing.WAYS, 1) if long else (_QUICK_WAYS, 9)
    ways = tuple(way for way in ways if part in str(way))
    return {
        "kill": lambda: _of(storm.figures(2_000 if long else 200, _SEED)),
        "power": lambda: _of(powercut.figures(10_000 if long else 1_000, _SEED)),
        "device": lambda: _device(ways, stride),
        "upgrade": lambda: _of(upgrades.figures(200 if long else 40, _SEED)),
        "damage": lambda: _damage(1_000 if long else 60),
        "drafts": lambda: _drafts(1),
        "stopped": lambda: _stopped(100 if long else 4),
        "hostile texts": lambda: _texts(10_000 if long else 10, part),
        "hostile files": _files,
    }


def _of(found: Figures) -> tuple[Row, list[str]]:
    wrong = ", ".join(f"{count} {kind}" for kind, count in found.counts.items() if count)
    seen = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in found.seen.items())
    row = Row(found.what, found.tries, wrong or "0", seen, found.seed, found.seconds)
    return row, found.faults


def _device(ways: Iterable[Way], stride: int) -> tuple[Row, list[str]]:
    every = Figures("every call of a save fails", _SEED)
    for way in ways:
        found = failing.figures(_SEED, [way], stride)
        every.take(found)
        _say(f"    {way}: {found.tries:,} calls, {len(found.faults)} wrong, {found.seconds:.0f} s")
    return _of(every)


def _damage(count: int) -> tuple[Row, list[str]]:
    from tests.faults import damaging

    found: dict[str, Any] = dict(damaging.figures(count, _SEED))
    faults = [
        f"{kind}: {each}" for kind in ("missed", "crashed", "touched") for each in found[kind]
    ]
    harmless = count - sum(found["found"].values())
    seen = f"{count - harmless:,} found, {harmless:,} harmless, {len(found['kinds'])} kinds"
    row = Row("damaged files", count, str(len(faults)), seen, _SEED, found["seconds"])
    return row, faults


def _drafts(kills_per_form: int) -> tuple[Row, list[str]]:
    from tests.faults import drafts_killed

    began = time.perf_counter()
    found: dict[str, Any] = dict(drafts_killed.figures(kills_per_form, seed=_SEED))
    over = found["over_the_limit"]
    worst = f"at worst {found['worst_lost_seconds']} s of typing lost"
    seen = f"{found['forms']} forms, {found['keys_typed']:,} keys, {worst}"
    took = time.perf_counter() - began
    row = Row("kill -9 while typing", found["kills"], str(over), seen, _SEED, took)
    return row, [f"{over} times more than {drafts_killed.MOST_LOST_SECONDS} s of typing"] * bool(
        over
    )


def _stopped(stops_per_form: int) -> tuple[Row, list[str]]:
    from tests.faults import drafts_stopped

    began = time.perf_counter()
    found = []
    for form in drafts_stopped.figures(stops_per_form, seed=_SEED):
        found.append(form)
        _say(f"    {form}")
    in_a_call, keys = sum(form.in_a_call for form in found), sum(form.keys for form in found)
    saves, stops = sum(form.save_stops for form in found), sum(form.stops for form in found)
    saved = sum(form.saved for form in found)
    seen = (
        f"{len(found)} forms, {keys:,} keys, {in_a_call:,} in the middle of a change, "
        f"at worst {max(form.worst for form in found):.3f} s of typing lost; "
        f"{saved} saved, {len(found) - saved} refused, stopped at {saves:,} changes of these"
    )
    faults = [f"{form.form}: {wrong}" for form in found for wrong in form.wrong]
    took = time.perf_counter() - began
    row = Row("stopped while typing", stops + saves, str(len(faults)), seen, _SEED, took)
    return row, faults


def _texts(cases: int, part: str) -> tuple[Row, list[str]]:
    from tests.hostile import figures

    began = time.perf_counter()
    forms = {}
    for form in figures.text_figures(cases, part):
        forms[form.form] = form
        _say(f"    {form}")  # the long form takes hours
    found = list(forms.values())
    kept, refused = sum(form.kept for form in found), sum(form.refused for form in found)
    seen = (
        f"{len(found)} forms, {kept:,} kept as typed, {refused:,} refused with a sentence, "
        f"at least {min(form.cases for form in found):,} a form"
    )
    faults = [f"{form.form}: {fault}" for form in found for fault in form.faults]
    tries, took = sum(form.cases for form in found), time.perf_counter() - began
    return Row("hostile texts", tries, str(len(faults)), seen, 0, took), faults


def _files() -> tuple[Row, list[str]]:
    from tests.hostile import figures

    began = time.perf_counter()
    costs = figures.file_figures()
    faults = figures.file_faults(costs)
    slowest = max(costs, key=lambda cost: cost["seconds"])
    longest = max(costs, key=lambda cost: cost["waited"])
    largest = max(costs, key=lambda cost: cost["megabytes"])
    seen = (
        f"slowest {slowest['seconds']:.2f} s of the processor ({slowest['name']}), "
        f"{longest['waited']:.2f} s on the wall ({longest['name']}), "
        f"most memory {largest['megabytes']:.0f} MB ({largest['name']})"
    )
    took = time.perf_counter() - began
    return Row("hostile files", len(costs), str(len(faults)), seen, 0, took), faults


def _write(rows: list[Row], *, long: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    which = "`./dev faults --long`" if long else "`./dev faults`"
    table = "\n".join([HEAD, *map(str, rows)])
    PAGE.write_text(f"{before}{BEGIN}\n{which}:\n\n{table}\n{END}{after}", encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
