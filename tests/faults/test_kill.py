"""The program is killed in the middle of its saves: what was acknowledged is there, and whole."""

from __future__ import annotations

import copy
import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from frontdesk.store import restore
from frontdesk.store.files import DataFolder
from frontdesk.store.looking import log_of, looking
from frontdesk.store.startup import open_store
from tests.faults import dealership, shim, storm, truth
from tests.faults.truth import Known

pytestmark = pytest.mark.skipif(shim.skips(), reason=str(shim.why_not()))

KILLS = 200
SEED = 20_261_119


def test_killed_in_the_middle_of_saving_nothing_acknowledged_is_lost_or_torn() -> None:
    found = storm.figures(KILLS, SEED)

    assert found.faults == []
    assert found.tries == KILLS
    assert found.seen["acknowledged"] > KILLS  # they were killed while busy, not while opening


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Known]:
    """A dealership in which everything was saved once: to be copied, not touched."""
    root = tmp_path_factory.mktemp("busy") / "dealership"
    return root, *storm.busy_dealership(root)


@pytest.fixture
def dealt(tmp_path: Path, busy: tuple[Path, bytes, Known]) -> tuple[Path, bytes, Known]:
    """A copy of it, its key, and what is known of it."""
    model, key, known = busy
    root = tmp_path / "dealership"
    shutil.copytree(model, root)
    return root, key, copy.deepcopy(known)


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("DELETE FROM visit_item", "torn"),
        ("DELETE FROM search_doc", "torn"),
        ("UPDATE number_sequence SET last = last + 1", "torn"),
        ("UPDATE customer SET remarks = 'x' WHERE length(remarks) = 12", "lost"),
        ("DELETE FROM customer_phone", "torn"),
        ("DELETE FROM search_window", "torn"),
    ],
)
def test_what_is_lost_or_torn_is_seen(
    dealt: tuple[Path, bytes, Known], damage: str, kind: str
) -> None:
    root, key, known = dealt
    assert not truth.verify(root, known, None, whole=True)
    store = open_store(DataFolder(root / "data"), key, dealership.clock().now())
    with store.writing() as session:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text(damage))
    store.close()

    assert getattr(truth.verify(root, known, None, whole=True), kind)


def test_a_look_that_was_killed_is_tidied_up_by_a_later_one(
    dealt: tuple[Path, bytes, Known],
) -> None:
    root, key, _ = dealt
    folder = DataFolder(root / "data")
    left = [folder.root / ".look-earlier", folder.root / ".look-now"]
    for each in left:
        each.mkdir()
        (each / "frontdesk.db").hardlink_to(folder.database)
    earlier = folder.root.stat().st_mtime - 4_000
    os.utime(left[0], (earlier, earlier))
    log_of(folder.database).write_bytes(b"what a crash leaves")

    with looking(folder.database, key, in_use=False):
        assert not left[0].exists()
        assert left[1].exists()  # somebody may be looking
    assert folder.database.exists()


def test_a_spoilt_backup_is_seen(dealt: tuple[Path, bytes, Known]) -> None:
    root, key, known = dealt
    (path,) = DataFolder(root / "data").backups.glob("*.fdbackup")
    assert restore.prove(path, key) == []
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert truth.verify(root, known, None, whole=True).corrupt
