"""Killed while a file is being kept: all of it is there afterwards, or nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from frontdesk.store.store import Store
from tests.services.evidence import files
from tests.services.evidence.conftest import Kept

_ROOT = Path(__file__).resolve().parents[3]
_ADD = """
import os, signal, sys
from datetime import datetime, timezone
from pathlib import Path
from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.evidence import keeping
from frontdesk.services.evidence.dto import Offered
from frontdesk.store.engine import make_engine
from frontdesk.store.files import DataFolder
from frontdesk.store.store import Store

root, key, actor, ticket, path, pieces = sys.argv[1:]
key = bytes.fromhex(key)
folder = DataFolder(Path(root))
clock = FixedClock(datetime(2026, 11, 5, tzinfo=timezone.utc), timezone.utc)
who = Actor(actor, "x", "x", frozenset({Role.CS_SPECIALIST}))
store = Store(folder, make_engine(folder.database, key), key)
desk = Desk(store, who, clock, Rules(), Profile("x"))
left = int(pieces)

def told(size):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

keeping.keep(desk, "complaint", ticket, Offered("x.wav", Path(path)), told)
print("kept", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
_PIECES = 8


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("at", [1, _PIECES, _PIECES + 1, _PIECES + 5, 2 * _PIECES, 99])
def test_nothing_is_half_there(kept: Kept, store: Store, tmp_path: Path, at: int) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(files.KEPT["audio/wav"] + bytes(_PIECES * 256 * 1024 - 100))
    actor = kept.evidence.desk.actor.id
    words = (str(store.folder.root), store.key.hex(), actor, kept.ticket, str(path), str(at))

    done = subprocess.run(
        [sys.executable, "-c", _ADD, *words], capture_output=True, cwd=_ROOT, check=False
    )

    assert done.returncode == -9, done.stderr.decode()
    whole = b"kept" in done.stdout
    assert whole == (at > 2 * _PIECES)
    assert [each.size for each in kept.all()] == [path.stat().st_size] * whole
    with store.reading() as session:
        parts = session.scalar(text("SELECT count(*) FROM attachment_part"))
        noted = session.scalar(text("SELECT count(*) FROM audit_entry WHERE action='evidence.add'"))
    assert (parts, noted) == ((_PIECES, 1) if whole else (0, 0))
    assert kept.add(path.read_bytes() + b"1")
