"""What a run of disturbances gave: counted, never only passed."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

_MINE = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
LANES = 1 if "PYTEST_XDIST_WORKER" in os.environ else min(2, _MINE)
"""Processes that are disturbed side by side; where other tests run beside, they fill the rest.

``taskset -c 0`` keeps a long run to one processor, and leaves the others to whoever works there.
"""


@dataclass
class Figures:
    """``counts`` names what must be 0; ``faults`` says each in words; ``seen`` what happened."""

    what: str
    seed: int
    tries: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def tried(self, **seen: int) -> None:
        """One more try, in which so much happened."""
        with self._lock:
            self.tries += 1
            self.seen.update(seen)

    def fault(self, kind: str, said: Iterable[str], where: str) -> None:
        """Count what should not have happened."""
        with self._lock:
            for each in said:
                self.counts[kind] += 1
                self.faults.append(f"{kind}: {each} ({where})")

    def take(self, other: Figures) -> None:
        """Count what another run of the same kind gave as well."""
        self.tries += other.tries
        self.counts.update(other.counts)
        self.seen.update(other.seen)
        self.faults += other.faults
        self.seconds += other.seconds

    @property
    def flawless(self) -> bool:
        """Whether nothing went wrong, and something was tried at all."""
        return self.tries > 0 and not self.faults


@contextmanager
def timed(figures: Figures) -> Iterator[Figures]:
    """Take the time of the block."""
    begun = time.perf_counter()
    yield figures
    figures.seconds = time.perf_counter() - begun


@contextmanager
def roomy() -> Iterator[Path]:
    """A folder for many small stores: in memory where the system has such a place.

    What a power cut leaves is computed from the log of calls, and a killed process leaves what it
    handed to the system, hence the disk itself adds nothing but time.
    """
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
