"""Which data folders have held a dealership, remembered with the settings of this PC.

A disk that is not plugged in, or a folder that was renamed, must never look like a first start.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from frontdesk import config
from frontdesk.store.files import DataFolder, write_durably

_NAME = "data-folders.json"
_FORMAT = 1
_MOST_HOPS = 8


@dataclass(slots=True)
class KnownFolders:
    """``held``: folder → name of its dealership. ``instead``: folder → the one opened instead."""

    held: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> KnownFolders:
        """What this PC remembers; nothing where that cannot be read."""
        try:
            raw = json.loads(_file().read_bytes())
            return cls(held=_texts(raw["held"]), instead=_texts(raw["instead"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def save(self) -> None:
        """Keep it.

        Raises:
            OSError: the settings of this PC cannot be written.
        """
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = {"format": _FORMAT, **asdict(self)}
        write_durably(file, json.dumps(raw, ensure_ascii=False, indent=1).encode())


def remember(root: Path, dealership: str) -> None:
    """``root`` holds the data of ``dealership``. Without the PC's settings nothing is remembered.

    Written only when it is news.
    """
    known = KnownFolders.load()
    place = _place(root)
    if known.held.get(place) == dealership and place not in known.instead:
        return
    known.held[place] = dealership
    known.instead.pop(place, None)
    _keep(known)


def forget(root: Path) -> None:
    """A new dealership is to be founded in ``root``: what was there before is given up."""
    known = KnownFolders.load()
    known.held.pop(_place(root), None)
    known.instead.pop(_place(root), None)
    _keep(known)


def take_instead(root: Path, other: Path) -> None:
    """From now on ``other`` is opened wherever ``root`` is asked for and has no data."""
    known = KnownFolders.load()
    known.instead[_place(root)] = _place(other)
    _keep(known)


def followed(root: Path) -> Path:
    """The folder to open where ``root`` is asked for: itself, or the one chosen instead of it."""
    known = KnownFolders.load()
    at = root
    for _ in range(_MOST_HOPS):
        if DataFolder(at).exists():
            return at
        other = known.instead.get(_place(at))
        if other is None:
            break
        at = Path(other)
    return at if DataFolder(at).exists() else root


def dealership_gone(root: Path) -> str | None:
    """The name of the dealership that should be in ``root`` but is not; ``None`` if none should.

    Told by what this PC remembers, or by what a dealership leaves behind (backups, the head of its
    audit trail).
    """
    folder = DataFolder(root)
    try:
        if folder.exists():
            return None
    except OSError:
        return None
    name = KnownFolders.load().held.get(_place(root))
    if name is not None:
        return name
    return "" if folder.head.exists() or any(folder.backups.glob("frontdesk-*")) else None


def _keep(known: KnownFolders) -> None:
    try:
        known.save()
    except OSError:
        return


def _file() -> Path:
    return config.config_dir() / _NAME


def _place(root: Path) -> str:
    return str(root.absolute())


def _texts(raw: Any) -> dict[str, str]:
    return {key: value for key, value in raw.items() if isinstance(value, str)}
