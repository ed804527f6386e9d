"""Prints what a long day does to the window: ``python -m benchmarks.soak [--actions N]``."""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.ground import say
from benchmarks.soak.acts import CARS_A_DAY
from benchmarks.soak.run import MOST_MB_A_THOUSAND, MOST_SLOWER, figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, print the table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.soak",
        description="Does thousands of acts in the real window and looks whether it grows.",
    )
    parser.add_argument("--actions", type=int, default=20_000, metavar="N")
    parser.add_argument(
        "--minutes", type=float, default=math.inf, metavar="M", help="end with the day they end in"
    )
    parser.add_argument("--cars", type=int, default=CARS_A_DAY, metavar="N", help="of a day")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = figures(options.actions, say, minutes=options.minutes, cars=options.cars)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    for kind, milliseconds in found["milliseconds"].items():
        print(f"{kind:<28} {milliseconds:>9,.1f} ms")
    print(f"\n{found['actions']:,} acts")
    print(f"memory per 1,000 acts   {found['slope_mb']:+.2f} MB (bar {MOST_MB_A_THOUSAND:+.2f})")
    print(f"  of it mapped files    {found['slope_mapped_mb']:+.2f} MB")
    print(f"  of it in use          {found['slope_used_mb']:+.2f} MB")
    print(f"    the store's engine  {found['slope_store_mb']:+.2f} MB")
    print(f"last tenth over first   {found['slower']:.2f} (bar {MOST_SLOWER:.2f})")
    print(f"  by processor time     {found['slower_worked']:.2f}")
    print("more than after warm-up " + ", ".join(f"{k} {n:+}" for k, n in found["grown"].items()))
    good = found["slope_mb"] < MOST_MB_A_THOUSAND and found["slower"] <= MOST_SLOWER
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
