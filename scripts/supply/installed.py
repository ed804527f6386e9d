"""What is installed: packages, who asks for them, whether their files are as delivered."""

from __future__ import annotations

import base64
import hashlib
import os
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Installed = Mapping[str, Distribution]
_ABOUT = {"INSTALLER", "REQUESTED", "direct_url.json", "RECORD"}
"""Files an installer adds to what was delivered."""


def installed(site: Path | None = None) -> dict[str, Distribution]:
    """The packages in a folder by canonical name; in the running environment by default."""
    folder = site or site_packages()
    found = distributions(path=[str(folder)])
    return {canonicalize_name(each.metadata["Name"]): each for each in found}


def site_packages() -> Path:
    """Where the running environment keeps its packages."""
    return Path(sysconfig.get_path("purelib"))


def requirements(distribution: Distribution, extras: Iterable[str] = ()) -> Iterator[Requirement]:
    """What ``distribution`` asks for here, with these extras of its own."""
    for text in distribution.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or any(
            wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        ):
            yield wanted


def asked_for(
    roots: Iterable[Requirement], there: Installed
) -> tuple[dict[str, set[str]], list[str]]:
    """Everything ``roots`` lead to, with who asks for it; and what is missing or does not fit."""
    askers: dict[str, set[str]] = {}
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    waiting = [("frontdesk", each) for each in roots]
    while waiting:
        asker, wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        askers.setdefault(name, set()).add(asker)
        found = there.get(name)
        if found is None:
            faults.append(f"{asker} asks for {wanted}, which is not installed")
            continue
        if not wanted.specifier.contains(found.version, prereleases=True):
            faults.append(f"{asker} asks for {wanted}, but {found.version} is installed")
        for extra in ("", *wanted.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                waiting += [(name, each) for each in requirements(found, (extra,))]
    return askers, faults


def altered(distribution: Distribution) -> list[str]:
    """The files of a package that are not as its RECORD says: changed or gone."""
    name = distribution.metadata["Name"]
    if distribution.files is None:
        return [f"{name} has no record of its files"]
    wrong: list[str] = []
    for file in distribution.files:
        if file.hash is None:
            continue  # compiled after installing, or the record itself
        path = Path(str(distribution.locate_file(file)))
        if not path.is_file():
            wrong.append(f"{name}: {file} is gone")
        elif _digest(path, file.hash.mode) != file.hash.value:
            wrong.append(f"{name}: {file} was changed after it was installed")
    return wrong


def strangers(there: Installed, site: Path | None = None) -> list[str]:
    """Files among the packages that no package brought; compiled code is not looked at."""
    folder = site or site_packages()
    known = {
        os.path.normpath(str(each.locate_file(file)))
        for each in there.values()
        for file in each.files or ()
    }
    return [
        f"{path.relative_to(folder)} was brought by no package"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix != ".pyc"
        and str(path) not in known
        and path.name not in _ABOUT
    ]


def _digest(path: Path, mode: str) -> str:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, mode).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
