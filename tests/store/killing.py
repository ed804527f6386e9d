"""Kills a process with SIGKILL before its n-th file operation, for every n there is.

``python -m tests.store.killing make|restore FOLDER`` prints, for each n, what was found afterwards.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from frontdesk.store import backup, keys, restore
from frontdesk.store.files import DataFolder
from tests.store.drill import KEY, NOW, PASSWORD, filled, row_hashes

_FILE_ACTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir"}
_OLD, _NEW = "粤B12345", "沪A67890"


def _killed(act: Callable[[], object], at: int) -> bool:
    """Run ``act`` in a child that dies before its file operation number ``at``; whether it did."""
    child = os.fork()
    if child == 0:
        done = count(1)

        def step(*_: object) -> None:
            if next(done) == at:
                os.kill(os.getpid(), signal.SIGKILL)

        real = os.fsync

        def fsync(handle: int) -> None:
            step()
            real(handle)

        os.fsync = fsync  # type: ignore[assignment]
        sys.addaudithook(lambda event, _: step() if event in _FILE_ACTS else None)
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise RuntimeError("the act itself failed")
    return False


def making(root: Path) -> list[str]:
    """A backup killed anywhere: none or a sound one, the store untouched, the next one works."""
    pristine = filled(root / "pristine")
    before = row_hashes(pristine)
    found = []
    for at in count(1):
        folder = DataFolder(shutil.copytree(pristine.root, root / f"make {at}"))
        dead = _killed(lambda folder=folder: backup.make(folder, KEY, NOW, "automatic"), at)  # type: ignore[misc]
        there = backup.available(folder)
        faults = [fault for each in there for fault in restore.prove(each.path, KEY)]
        again = backup.make(folder, KEY, NOW + timedelta(hours=2), "automatic")
        whole = not faults and not restore.prove(again, KEY) and row_hashes(folder) == before
        found.append(f"{len(there)} sound" if whole else f"torn at {at}: {faults}")
        shutil.rmtree(folder.root)
        if not dead:
            return found
    return found


def restoring(root: Path) -> list[str]:
    """A restore killed anywhere: wholly old, or wholly new with the old one set aside."""
    other = filled(root / "other", said=_NEW)
    made = backup.make(other, KEY, NOW, "by-hand")
    pristine = filled(root / "pristine", said=_OLD)
    states = {str(row_hashes(pristine)): "old", str(row_hashes(other)): "new"}
    found = []
    for at in count(1):
        folder = DataFolder(shutil.copytree(pristine.root, root / f"restore {at}"))
        (folder.root / "frontdesk.db-wal").write_bytes(b"")
        (folder.root / "frontdesk.head").write_bytes(b"old")
        dead = _killed(lambda folder=folder: restore.restore(made, folder, KEY, NOW), at)  # type: ignore[misc]
        if not folder.exists():
            found.append(f"gone at {at}")
        # What signing in does first.
        keys.KeyFile.load(folder).unlock("admin", PASSWORD)
        state = states.get(str(row_hashes(folder)), f"half at {at}")
        slots = {"old": pristine.keys, "new": other.keys}.get(state)
        if slots is not None and folder.keys.read_bytes() != slots.read_bytes():
            state = f"foreign keys at {at}"
        aside = DataFolder(folder.root / "set-aside" / "20261121T080000Z")
        if state == "new" and states.get(str(row_hashes(aside))) != "old":
            state = f"the old one is gone at {at}"
        if (state == "new") == (folder.root / "frontdesk.head").exists():
            state = f"head of another at {at}"
        found.append(state)
        if not dead:
            return found
        # And once more, from wherever it was left.
        restore.restore(made, folder, KEY, NOW)
        if states.get(str(row_hashes(folder))) != "new" or folder.restoring.exists():
            found.append(f"stuck at {at}")
        shutil.rmtree(folder.root)
    return found


if __name__ == "__main__":
    outcome = {"make": making, "restore": restoring}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(outcome))
