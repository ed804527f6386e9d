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
    """``held``: folder → name of its dealership. ``instead``: folder → the one opened instead.

    ``second``: folder → where its backups go besides: a store that is damaged cannot tell.
    """

    held: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    second: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> KnownFolders:
        """What this PC remembers; nothing where that cannot be read."""
        try:
            raw = json.loads(_file().read_bytes())
            parts = (_texts(raw[name]) for name in ("held", "instead", "second"))
            return cls(*parts)
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


def remember(root: Path, dealership: str, second: str = "") -> None:
    """``root`` holds the data of ``dealership``, whose backups also go to ``second``.

    Written only when it is news; without the PC's settings nothing is remembered.
    """
    known = KnownFolders.load()
    place = _place(root)
    told = (known.held.get(place), known.second.get(place, ""), place in known.instead)
    if told == (dealership, second, False):
        return
    known.held[place] = dealership
    known.second[place] = second
    known.instead.pop(place, None)
    _keep(known)


def forget(root: Path) -> None:
    """A new dealership is to be founded in ``root``: what was there before is given up."""
    known = KnownFolders.load()
    known.held.pop(_place(root), None)
    # Itself: what is left there of another, such as its backups, asks for nothing any more.
    known.instead[_place(root)] = _place(root)
    _keep(known)


def second_place(root: Path) -> Path | None:
    """Where the backups of ``root`` go besides, as far as this PC remembers."""
    kept = KnownFolders.load().second.get(_place(root))
    return Path(kept) if kept else None


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
    known = KnownFolders.load()
    name = known.held.get(_place(root))
    if name is not None or known.instead.get(_place(root)) == _place(root):
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
