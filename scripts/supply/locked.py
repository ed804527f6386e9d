"""The lock files: which version of which package, and the hashes of its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RUN, DEV = "requirements.lock", "requirements-dev.lock"
_HASH = "--hash=sha256:"


@dataclass(frozen=True, slots=True)
class Locked:
    """One package as the lock names it; ``hashes`` are SHA-256, hexadecimal, of each file."""

    name: str
    version: str
    hashes: tuple[str, ...]
    here: bool
    """Whether this system and this Python want it."""
    particular: bool
    """Whether only some operating systems want it."""


def locked(root: Path, *files: str) -> dict[str, Locked]:
    """The entries of lock files below ``root``, by canonical name; both files by default.

    Raises:
        ValueError: an entry is not pinned to one version, or has no hash.
    """
    names = files or (RUN, DEV)
    return {
        each.name: each for name in names for each in _entries((root / name).read_text("utf-8"))
    }


def _entries(text: str) -> Iterator[Locked]:
    for line in text.replace("\\\n", " ").splitlines():
        words = line.split(_HASH)
        if not words[0].strip() or line.startswith(("#", "-r")):
            continue
        wanted = Requirement(words[0].strip())
        pins = [each.version for each in wanted.specifier if each.operator == "=="]
        hashes = tuple(word.strip() for word in words[1:])
        if len(pins) != 1 or not hashes:
            raise ValueError(f"not pinned to one version with hashes: {words[0].strip()}")
        here = wanted.marker is None or wanted.marker.evaluate()
        particular = "sys_platform" in str(wanted.marker)
        yield Locked(canonicalize_name(wanted.name), pins[0], hashes, here, particular)
