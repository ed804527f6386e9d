"""Checks what the program stands on: ``python -m scripts.dependencies [--check]``, offline.

Each installed package is in the lock at that version, is asked for by something, has its files as
they were delivered, has an allowed licence whose text is at hand, and no known weakness; the SBOM
and the table of ``docs/DEPENDENCIES.md`` say the same.

``--refresh`` asks the package index for advisories, ``--write`` makes the papers anew, ``--prune``
removes what the lock does not name, ``--licences FOLDER`` lays the licences' texts there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.supply import advisories, papers
from scripts.supply.installed import Installed, altered, asked_for, installed, strangers
from scripts.supply.licences import allowed, licence, texts
from scripts.supply.locked import RUN, Locked, locked

ROOT = Path(__file__).resolve().parent.parent
KNOWN = ROOT / "docs" / "advisories.json"
PURPOSES = ROOT / "scripts" / "supply" / "purposes.toml"
# The checkout itself, and what puts packages in place.
_OURSELVES, _INSTALLER = "frontdesk", "pip"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked for; 0 when nothing is wrong."""
    parser = argparse.ArgumentParser(prog="python -m scripts.dependencies")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="look, offline (as without an option)")
    what.add_argument("--refresh", action="store_true", help="ask the index for advisories")
    what.add_argument("--write", action="store_true", help="make SBOM and table anew")
    what.add_argument("--prune", action="store_true", help="remove what the lock does not name")
    what.add_argument("--licences", type=Path, metavar="FOLDER", help="copy the licences' texts")
    options = parser.parse_args(arguments)
    there = installed()
    if options.prune:
        return prune(there)
    if options.refresh:
        return refresh()
    if options.licences:
        names = sorted(_runtime(there))
        papers.copy_texts(options.licences, ROOT, names, there)
        return 0
    if options.write:
        return write(there)
    return check(there)


def check(there: Installed, root: Path = ROOT) -> int:
    """Print every fault and doubt; 1 where there is a fault."""
    wanted = {name: one for name, one in locked(root).items() if one.here}
    wrong = [
        *_not_as_locked(there, wanted),
        *_unasked(there),
        *(fault for each in there.values() for fault in altered(each)),
        *strangers(there),
        *_licence_faults(there),
        *_stale_papers(there),
    ]
    known = advisories.read(KNOWN)
    wrong += advisories.faults(known, {name: each.version for name, each in there.items()})
    for doubt in advisories.doubts(known, wanted.values(), _today()):
        print(f"note: {doubt}")
    for fault in wrong:
        print(f"wrong: {fault}", file=sys.stderr)
    print(f"{len(there)} packages, {len(wrong)} faults, advisories of {known.on}")
    return 1 if wrong else 0


def refresh() -> int:
    """Ask the index about everything locked and keep the answer."""
    wanted = locked(ROOT).values()
    accepted = advisories.read(KNOWN).accepted if KNOWN.is_file() else {}
    try:
        known, silent = advisories.ask(wanted, _today(), accepted)
    except OSError as error:
        print(f"the index cannot be reached ({error}); what is kept stays", file=sys.stderr)
        return 1
    advisories.write(KNOWN, known)
    for each in silent:
        print(f"note: the index does not say what is known of {each}")
    print(f"asked about {len(known.asked)} packages, {len(known.advisories)} advisories")
    return 0


def write(there: Installed) -> int:
    """Make the papers anew."""
    for name, text in _papers(there).items():
        (ROOT / name).write_text(text, "utf-8", newline="\n")
    return 0


def prune(there: Installed) -> int:
    """Remove what neither lock names: an environment holds what the project asks for, no more."""
    extra = sorted(set(there) - set(locked(ROOT)) - {_OURSELVES, _INSTALLER})
    if extra:
        print(f"removing what nothing asks for: {', '.join(extra)}")
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "uninstall", "-y")
        subprocess.run([*pip, *extra], check=True)
    return 0


def _not_as_locked(there: Installed, wanted: dict[str, Locked]) -> list[str]:
    wrong: list[str] = []
    for name, each in there.items():
        if name in {_OURSELVES, _INSTALLER}:
            continue
        if name not in wanted:
            wrong.append(f"{name} {each.version} is not in the lock: python -m scripts.lock")
        elif wanted[name].version != each.version:
            wrong.append(f"{name} is {each.version}, the lock says {wanted[name].version}")
    return wrong


def _unasked(there: Installed) -> list[str]:
    told = _project()
    project = told["project"]
    dev = project["optional-dependencies"]["dev"]
    roots = [*told["build-system"]["requires"], *project["dependencies"], *dev]
    askers, wrong = asked_for(_here(roots), there)
    idle = set(there) - set(askers) - {_OURSELVES, _INSTALLER}
    return wrong + [f"nothing asks for {name}: ./dev dependencies --prune" for name in sorted(idle)]


def _licence_faults(there: Installed) -> list[str]:
    wrong: list[str] = []
    for name, each in there.items():
        said = licence(each)
        if not allowed(said):
            wrong.append(f"{name} is under {said or 'no licence that is understood'}")
        if not texts(each, ROOT):
            wrong.append(f"the text of the licence of {name} is not at hand")
    return wrong


def _stale_papers(there: Installed) -> list[str]:
    return [
        f"{name} does not say what is installed: ./dev dependencies --write"
        for name, text in _papers(there).items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text("utf-8") != text
    ]


def _papers(there: Installed) -> dict[str, str]:
    wanted = locked(ROOT, RUN)
    runtime = {name: wanted[name] for name in _runtime(there) if name in wanted}
    # The papers say the same on every system.
    listed = [
        one
        for name, one in locked(ROOT).items()
        if one.here and not one.particular and name in there
    ]
    asked = [canonicalize_name(each.name) for each in _here(_project()["project"]["dependencies"])]
    page = (ROOT / papers.PAGE).read_text("utf-8")
    version = there[_OURSELVES].version
    return {
        papers.SBOM: papers.sbom(version, asked, runtime, there),
        papers.PAGE: papers.page(page, PURPOSES, listed, there),
    }


def _runtime(there: Installed) -> set[str]:
    """What the program itself needs, without tests and building."""
    askers, _ = asked_for(_here(_project()["project"]["dependencies"]), there)
    return set(askers)


def _here(asked: Sequence[str]) -> list[Requirement]:
    wanted = [Requirement(each) for each in asked]
    return [each for each in wanted if each.marker is None or each.marker.evaluate()]


def _project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def _today() -> date:
    return datetime.now(UTC).date()  # noqa: TID251 - a tool of developers, no rule of the trade


if __name__ == "__main__":
    sys.exit(main())
