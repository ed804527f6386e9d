"""The power goes at any moment of a day's saving: nothing acknowledged is lost, nothing corrupt."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.faults import powercut, shim
from tests.faults.disk import SECTOR, Change, Disk, photograph
from tests.faults.shim import Call

pytestmark = pytest.mark.skipif(shim.skips(), reason=str(shim.why_not()))

CUTS = 1_000
SEED = 20_261_119


def test_after_a_power_cut_all_that_was_acknowledged_is_there() -> None:
    found = powercut.figures(CUTS, SEED)

    assert found.faults == []
    assert found.tries == CUTS
    assert found.seen["acknowledged"] > CUTS


def test_the_replay_sees_what_a_less_careful_store_would_lose() -> None:
    found = powercut.figures(40, SEED, synchronous="NORMAL")

    assert found.counts["lost"] + found.counts["corrupt"] > 10


def _cut(disk: Disk, tmp_path: Path, seed: int) -> dict[str, bytes]:
    into = tmp_path / f"cut-{seed}"
    into.mkdir()
    disk.cut(Random(seed), into)
    return {path.name: path.read_bytes() for path in into.iterdir()}


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """A disk with one safe file, inode 1 in the log."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "a").write_bytes(b"old" * SECTOR)
    photograph(root, tmp_path / "start")
    (tmp_path / "start" / "inodes.json").write_text('{"a": 1}')
    return Disk(root, tmp_path / "start")


def _change(call: Call, inode: int = 0, at: int = 0, content: bytes = b"") -> Change:
    return Change(call, inode, at, content)


def test_what_was_fsynced_is_there_and_what_was_not_may_be_torn(disk: Disk, tmp_path: Path) -> None:
    disk.apply(_change(Call.WRITE, 1, 0, b"n" * 3 * SECTOR))
    seen = {_cut(disk, tmp_path, seed)["a"] for seed in range(40)}
    assert b"old" * SECTOR in seen
    assert b"n" * 3 * SECTOR in seen
    assert len(seen) > 4

    disk.apply(_change(Call.SYNC, 1))
    assert {_cut(disk, tmp_path, seed)["a"] for seed in range(40, 60)} == {b"n" * 3 * SECTOR}


def test_a_name_counts_once_its_folder_is_fsynced(disk: Disk, tmp_path: Path) -> None:
    root = tmp_path / "root"
    disk.apply(_change(Call.CREATE, 2, 0, str(root / "b").encode()))
    disk.apply(_change(Call.WRITE, 2, 0, b"new"))
    disk.apply(_change(Call.SYNC, 2))
    disk.apply(_change(Call.RENAME, 0, 0, f"{root / 'b'}\0{root / 'a'}".encode()))
    names = {tuple(sorted(_cut(disk, tmp_path, seed).items())) for seed in range(40)}
    assert (("a", b"old" * SECTOR),) in names
    assert (("a", b"new"),) in names

    disk.apply(_change(Call.SYNC_FOLDER, root.stat().st_ino))
    assert {tuple(_cut(disk, tmp_path, seed).items()) for seed in range(40, 60)} == {
        (("a", b"new"),)
    }
