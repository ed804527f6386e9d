"""Known weaknesses of the locked versions: asked of the package index, kept, checked offline.

PyPI's JSON interface passes on the advisories of the Python Packaging Advisory Database and GitHub
(through osv.dev) for the version asked. Kept in ``docs/advisories.json`` with the day, so that a
check needs no network; a version that was never asked about is told, not passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from scripts.supply.locked import Locked

_INDEX = "https://pypi.org/pypi"
_TIMEOUT_S = 30
OLD_AFTER_DAYS = 90


@dataclass(frozen=True, slots=True)
class Advisory:
    """One weakness of one version; ``fixed_in`` names the versions that are without it."""

    id: str
    name: str
    version: str
    summary: str
    aliases: list[str] = field(default_factory=list)
    fixed_in: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What the index said on a day.

    ``asked``: the version of each package that it answered for; ``accepted``: ids of advisories
    that do not touch this program, each with the reason, kept by hand.
    """

    on: str
    asked: dict[str, str] = field(default_factory=dict)
    advisories: list[Advisory] = field(default_factory=list)
    accepted: dict[str, str] = field(default_factory=dict)


def read(file: Path) -> Known:
    """What is kept."""
    kept = json.loads(file.read_text("utf-8"))
    return Known(**(kept | {"advisories": [Advisory(**each) for each in kept["advisories"]]}))


def write(file: Path, known: Known) -> None:
    """Keep it."""
    file.write_text(json.dumps(asdict(known), indent=1, ensure_ascii=False) + "\n", "utf-8")


def ask(wanted: Iterable[Locked], on: date, accepted: Mapping[str, str]) -> tuple[Known, list[str]]:
    """Ask the index about each package; what it knows, and the packages it had no answer for.

    Raises:
        OSError: the index cannot be reached.
    """
    asked: dict[str, str] = {}
    found: list[Advisory] = []
    silent: list[str] = []
    for each in wanted:
        told = _told(each)
        if told is None:
            silent.append(f"{each.name} {each.version}")
            continue
        asked[each.name] = each.version
        found += [
            Advisory(
                id=one["id"],
                name=each.name,
                version=each.version,
                summary=" ".join((one.get("summary") or one.get("details") or "").split())[:300],
                aliases=sorted(one.get("aliases") or ()),
                fixed_in=list(one.get("fixed_in") or ()),
            )
            for one in told
            if not one.get("withdrawn")
        ]
    return Known(on.isoformat(), asked, found, dict(accepted)), silent


def faults(known: Known, there: Mapping[str, str]) -> list[str]:
    """What is wrong with the versions in ``there`` as far as is known."""
    wrong: list[str] = []
    for one in known.advisories:
        if there.get(one.name) == one.version and one.id not in known.accepted:
            mend = f"mended in {', '.join(one.fixed_in)}" if one.fixed_in else "not yet mended"
            wrong.append(f"{one.name} {one.version}: {one.id} ({mend}): {one.summary}")
    return wrong


def doubts(known: Known, wanted: Iterable[Locked], today: date) -> list[str]:
    """What is not known, or was asked long ago: no failure, but worth a word."""
    told = [
        f"no advisories are known for {each.name} {each.version}: it was never asked about"
        for each in wanted
        if known.asked.get(each.name) != each.version
    ]
    age = (today - date.fromisoformat(known.on)).days
    if age > OLD_AFTER_DAYS:
        told.append(f"the advisories were asked {age} days ago: ./dev dependencies --refresh")
    return told


def _told(wanted: Locked) -> list[dict[str, Any]] | None:
    """The index's advisories for exactly that version; ``None`` where it does not say."""
    for place in (f"{wanted.name}/{wanted.version}", wanted.name):
        request = Request(f"{_INDEX}/{place}/json", headers={"Accept": "application/json"})  # noqa: S310 - https, a constant
        try:
            with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - https, a constant
                page = json.load(answer)
        except HTTPError as error:
            if error.code == 404:
                continue
            raise
        # Without a version the answer is about the newest, which is not always the locked one.
        if page["info"]["version"] == wanted.version and "vulnerabilities" in page:
            found: list[dict[str, Any]] = page["vulnerabilities"]
            return found
    return None
