"""Prints the speed table: ``python -m benchmarks [--customers N] [--json FILE]``."""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from benchmarks.ground import Ground, prepared, say
from benchmarks.rows import Row, count_processor

# Those that only read come first: they are to find the store as it was made.
AREAS = {
    "start": "benchmarks.starting",
    "memory": "benchmarks.memory",
    "keys": "benchmarks.keystrokes",
    "search": "benchmarks.searching",
    "files": "benchmarks.files",
    "callbacks": "benchmarks.callbacks",
    "complaints": "benchmarks.complaints",
    "forms": "benchmarks.forms",
    "intake": "benchmarks.intake",
    "merging": "benchmarks.merging",
    "import": "benchmarks.importing",
    "classes": "benchmarks.classes",
    "deriving": "benchmarks.deriving",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for, print the table, write the rows."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    count_processor(options.processor)
    with prepared(options.customers, options.kept_in, say) as ground:
        for area in options.only or AREAS:
            say(f"measuring: {area}")
            rows += _measure(area, ground)
    print(f"{options.customers:,} customers, Python {platform.python_version()}, {_machine()}\n")
    print("\n".join(_lines(rows)))
    if options.json:
        found = [asdict(each) for each in rows]
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _measure(area: str, ground: Ground) -> list[Row]:
    module = import_module(AREAS[area])
    # As the program does once it is loaded: what is there is looked through no more.
    gc.collect()
    gc.freeze()
    rows: list[Row] = module.measure(ground)
    return rows


def _lines(rows: Iterable[Row]) -> list[str]:
    table: list[tuple[str, ...]] = [("", "p50 ms", "p95 ms", "limit p50", "ratio")]
    table += [
        (each.name, *map(_figure, (each.p50_ms, each.p95_ms, each.limit_p50_ms, each.ratio)))
        for each in rows
    ]
    wide = max(len(line[0]) for line in table)
    return [f"{name:<{wide}} {' '.join(f'{each:>11}' for each in rest)}" for name, *rest in table]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measures the program beside the bare engine and libraries.",
    )
    parser.add_argument("--customers", type=int, default=100_000, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there")
    parser.add_argument("--only", nargs="+", choices=AREAS, metavar="AREA", help=", ".join(AREAS))
    parser.add_argument(
        "--kept-in", type=Path, metavar="FOLDER", help="where samples are kept between runs"
    )
    parser.add_argument(
        "--processor", action="store_true", help="count the processor's time, not the clock's"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
