"""Wrong passwords by account: how long the next try has to wait, and what is still to be told.

The wait grows with each failure up to a cap, is counted for each account by itself and never lasts
for ever: nobody locks the manager out by typing rubbish. It is measured by the steady clock, which
nobody can set; over a restart it begins anew. The file only remembers how often: whoever takes it
away gains a few tries, each as dear as Argon2 makes it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from frontdesk.store.files import DataFolder, write_durably

WAITS = (0, 0, 0, 2, 4, 8, 16, 30, 60)
"""Seconds after the first, second … failure in a row; after more the last one stays."""
CAP = WAITS[-1]
_MOST_UNKNOWN = 500
_MOST_TIMES = 20
_FORMAT = 1
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Refused:
    """What an account has been refused: in a row, and what the audit trail does not know yet."""

    in_a_row: int = 0
    untold: int = 0
    times: list[str] = field(default_factory=list)
    """The last untold ones, ISO, UTC."""


class Attempts:
    """The failures of one data folder. Of names that are no account only a 16-bit trace is kept.

    People type passwords into the field for the name: such a text must not stand in a file.
    """

    def __init__(self, path: Path, steady: float) -> None:
        self._path = path
        self._lock = Lock()
        self._salt = secrets.token_hex(8)
        self._known: dict[str, Refused] = {}
        self._unknown: dict[str, Refused] = {}
        self._until: dict[str, float] = {}
        # Whoever spoilt the file gains nothing: everyone waits the longest wait, once.
        self._all_until = steady if self._load() else steady + CAP
        for name, refused in (self._known | self._unknown).items():
            self._until[name] = steady + wait_after(refused.in_a_row)

    def wait(self, name: str, steady: float) -> float:
        """Seconds until ``name`` may be tried; 0: now."""
        with self._lock:
            key = name if name in self._known else self._trace(name)
            until = max(self._until.get(key, steady), self._all_until)
            return min(float(CAP), max(0.0, until - steady))

    def failed(self, name: str, at: datetime, steady: float, *, known: bool) -> float:
        """Remember a failure of ``name``; seconds the next try has to wait."""
        with self._lock:
            kept, key = (self._known, name) if known else (self._unknown, self._trace(name))
            refused = kept.setdefault(key, Refused())
            refused.in_a_row += 1
            refused.untold += 1
            refused.times = [*refused.times, at.isoformat(timespec="seconds")][-_MOST_TIMES:]
            while len(self._unknown) > _MOST_UNKNOWN:
                gone = next(iter(self._unknown))
                del self._unknown[gone]
                self._until.pop(gone, None)
            wait = wait_after(refused.in_a_row)
            self._until[key] = steady + wait
            self._save()
            return float(wait)

    def succeeded(self, name: str) -> None:
        """``name`` gave the right password: the next failure is the first again."""
        with self._lock:
            self._until.pop(name, None)
            self._all_until = 0.0
            refused = self._known.get(name)
            if refused is not None and refused.in_a_row:
                refused.in_a_row = 0
                self._save()

    def untold(self) -> dict[str, Refused]:
        """What the audit trail does not know yet, by account; all unknown names under ''."""
        with self._lock:
            found = {
                name: Refused(0, refused.untold, list(refused.times))
                for name, refused in self._known.items()
                if refused.untold
            }
            count = sum(refused.untold for refused in self._unknown.values())
            if count:
                times = sorted(t for refused in self._unknown.values() for t in refused.times)
                found[""] = Refused(0, count, times[-_MOST_TIMES:])
            return found

    def told(self, names: Sequence[str]) -> None:
        """The audit trail knows all there was about ``names``."""
        with self._lock:
            for name, refused in self._known.items():
                if name in names:
                    refused.untold, refused.times = 0, []
            if "" in names:
                for refused in self._unknown.values():
                    refused.untold, refused.times = 0, []
            self._known = {name: kept for name, kept in self._known.items() if kept.in_a_row}
            self._save()

    def _trace(self, name: str) -> str:
        return (
            "?" + hashlib.sha256(f"{self._salt}{name}".encode("utf-8", "replace")).hexdigest()[:4]
        )

    def _load(self) -> bool:
        """``False``: there is a file, and it is not one of this program's."""
        try:
            raw = json.loads(self._path.read_bytes())
            self._salt = str(raw["salt"])
            self._known = {str(name): _refused(part) for name, part in raw["known"].items()}
            self._unknown = {str(name): _refused(part) for name, part in raw["unknown"].items()}
        except FileNotFoundError:
            return True
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._known, self._unknown = {}, {}
            return False
        return True

    def _save(self) -> None:
        raw = {
            "format": _FORMAT,
            "salt": self._salt,
            "known": {name: _raw(refused) for name, refused in self._known.items()},
            "unknown": {name: _raw(refused) for name, refused in self._unknown.items()},
        }
        try:
            write_durably(self._path, json.dumps(raw, ensure_ascii=False, indent=1).encode())
        except Exception as error:  # noqa: BLE001 - whatever the disk does, the right password opens
            _log.info("the failed attempts could not be written: %s", error)


_opened: dict[Path, Attempts] = {}
_opening = Lock()


def attempts_of(folder: DataFolder, steady: float) -> Attempts:
    """The failures of ``folder``; the waits of earlier runs begin when it is first asked."""
    with _opening:
        path = folder.attempts.absolute()
        if path not in _opened:
            _opened[path] = Attempts(path, steady)
        return _opened[path]


def wait_after(in_a_row: int) -> int:
    """Seconds to wait after so many failures in a row."""
    return WAITS[min(in_a_row, len(WAITS)) - 1] if in_a_row > 0 else 0


def _refused(raw: dict[str, Any]) -> Refused:
    counts = (raw["in_a_row"], raw["untold"])
    if not all(isinstance(count, int) and count >= 0 for count in counts):
        raise ValueError("counts of failures are whole numbers")
    return Refused(*counts, [str(each) for each in raw["times"]][-_MOST_TIMES:])


def _raw(refused: Refused) -> dict[str, Any]:
    return {"in_a_row": refused.in_a_row, "untold": refused.untold, "times": refused.times}
