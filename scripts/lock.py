"""Locks what is installed, down to the bytes: ``python -m scripts.lock [--upgrade [NAME …]]``.

``pyproject.toml`` says what the program and its tests ask for. This writes which version of which
package answers that, for every system and every Python from 3.11 on, with the SHA-256 of each file
the index has of that version (all wheels and the source):

* ``requirements.lock``: what the program needs, and what builds it;
* ``requirements-dev.lock``: what the tests need besides; it includes the other.

Versions already locked stay unless ``--upgrade`` frees all of them or those named. The resolver
(uv) is fetched into a throw-away environment: it is no dependency of the project.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN, DEV = "requirements.lock", "requirements-dev.lock"
_RESOLVER = "uv==0.13.9"
_HEAD = "# Written by `python -m scripts.lock`; ./dev installs exactly these files and no others.\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Resolve and write both files."""
    parser = argparse.ArgumentParser(prog="python -m scripts.lock", description="Lock versions.")
    parser.add_argument(
        "--upgrade", nargs="*", metavar="NAME", help="take newer versions, of all or of these"
    )
    asked = parser.parse_args(arguments).upgrade
    with tempfile.TemporaryDirectory(prefix="frontdesk-lock-") as place:
        folder = Path(place)
        resolver = _fetch_resolver(folder)
        run, dev = folder / RUN, folder / DEV
        for target in (run, dev):
            # The resolver keeps to what it finds in its target.
            if (ROOT / target.name).is_file():
                target.write_bytes((ROOT / target.name).read_bytes())
        _compile(resolver, run, _freed(asked), ())
        _compile(resolver, dev, _freed(asked), ("--extra", "dev", "-c", str(run)))
        base = run.read_text("utf-8")
        more = without(dev.read_text("utf-8"), base)
    _write(RUN, _HEAD + base)
    _write(DEV, f"{_HEAD}-r {RUN}\n{more}")
    return 0


def without(lock: str, base: str) -> str:
    """The entries of ``lock`` that ``base`` has not; both as the resolver writes them."""
    known = set(_entries(base))
    return "".join(entry for entry in _entries(lock) if entry not in known)


def _entries(lock: str) -> list[str]:
    entries: list[str] = []
    for line in lock.splitlines(keepends=True):
        if line.startswith(("#", "-r")):
            continue
        if line[:1].isspace():
            entries[-1] += line
        else:
            entries.append(line)
    return entries


def _freed(asked: Sequence[str] | None) -> list[str]:
    if asked is None:
        return []
    return [part for name in asked for part in ("-P", name)] or ["--upgrade"]


def _fetch_resolver(folder: Path) -> Path:
    place = folder / "resolver"
    venv.create(place, with_pip=True)
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    pip = ("-m", "pip", "--disable-pip-version-check", "-q", "install", _RESOLVER)
    subprocess.run([programs / "python", *pip], check=True)
    return programs / "uv"


def _compile(resolver: Path, target: Path, freed: Sequence[str], more: Sequence[str]) -> None:
    build = target.with_name("build.in")
    with (ROOT / "pyproject.toml").open("rb") as file:
        build.write_text("\n".join(tomllib.load(file)["build-system"]["requires"]), "utf-8")
    # Without the head and its `-r`, which the resolver would take for one more source.
    if target.is_file():
        target.write_text("".join(_entries(target.read_text("utf-8"))), "utf-8")
    how = ("--universal", "--generate-hashes", "--python-version", "3.11")
    quietly = ("--quiet", "--no-header", "--no-annotate")
    what = (str(ROOT / "pyproject.toml"), str(build), "-o", str(target))
    subprocess.run([resolver, "pip", "compile", *how, *quietly, *freed, *more, *what], check=True)


def _write(name: str, text: str) -> None:
    (ROOT / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
