"""Calls of a save fail, once or for ever: it is told, nothing is torn, the next try keeps it."""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from frontdesk.errors import EnvironmentFault
from frontdesk.store.faults import second_look
from frontdesk.store.files import DataFolder
from tests.faults import acts, dealership, failing, shim
from tests.faults.failing import Way
from tests.faults.figures import roomy
from tests.faults.hosted import hosting

needs_the_shim = pytest.mark.skipif(shim.skips(), reason=str(shim.why_not()))

SEED = 20_261_119
STRIDE = 9
"""The long form goes through every call in every way."""


@needs_the_shim
@pytest.mark.parametrize(
    "way",
    [Way(errno.EIO, for_ever=False, cold=True), Way(errno.ENOSPC, for_ever=True, cold=False)],
    ids=str,
)
def test_a_failing_call_is_told_and_the_next_try_keeps_it(way: Way) -> None:
    found = failing.figures(SEED, [way], STRIDE)

    assert found.faults == []
    assert found.seen["told"] > len(acts.ACTS)


@needs_the_shim
def test_a_commit_said_to_have_failed_is_there_whole_or_not_at_all_after_the_end() -> None:
    with roomy() as folder, hosting() as host:
        # Which fsync of the act: a form's first is that of its draft.
        for act, nth in (("customer", 1), ("customer", 2), ("intake", 2), ("import", 1)):
            root = folder / f"{act}-{nth}"
            host.run("found", root=root)
            heard = host.run("die_unsynced", root=root, act=act, seed=SEED, nth=nth)
            assert heard.killed
            assert heard.last("wrong") == []
            # What could not be synced is never acknowledged, even where it can be read.
            assert heard.last("told"), (act, nth)

            found = host.run("look", root=root, said=heard.lines).last("found")

            assert not any(found.values()), (act, nth, found)


@contextmanager
def _small_disk(folder: Path) -> Iterator[int]:
    """A disk of 12 MB at ``folder`` where one may be mounted (0), else a limit for each file."""
    mounted = subprocess.run(
        [
            shutil.which("mount") or "/bin/mount",
            "-t",
            "tmpfs",
            "-o",
            "size=12m",
            "tmpfs",
            str(folder),
        ],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        yield 1_500_000
        return
    try:
        yield 0
    finally:
        subprocess.run([shutil.which("umount") or "/bin/umount", str(folder)], check=True)


@needs_the_shim
@pytest.mark.parametrize("mounting", [True, False])
def test_a_full_disk_refuses_in_words_and_keeps_all_once_there_is_room(
    tmp_path: Path, mounting: bool
) -> None:
    with hosting() as host, _small_disk(tmp_path) if mounting else nullcontext(1_500_000) as limit:
        root = tmp_path / "dealership"
        host.run("found", root=root)
        heard = host.run("fill", root=root, seed=SEED, limit=limit)

        assert heard.last("refused") == 5
        assert heard.last("codes") == ["store.io_error" if limit else "store.disk_full"]
        assert heard.last("seen") > 0
        assert not any(line.get("wrong") or any(line.get("faults") or ()) for line in heard.lines)
        assert not any(host.run("look", root=root, said=heard.lines).last("found").values())


@pytest.fixture
def dealt(tmp_path: Path) -> tuple[DataFolder, bytes]:
    """A dealership's folder and key."""
    key = dealership.found(tmp_path / "dealership")
    return DataFolder(tmp_path / "dealership" / "data"), key


def test_a_page_that_is_read_well_again_was_no_damage(dealt: tuple[DataFolder, bytes]) -> None:
    folder, key = dealt

    assert second_look(folder.database, key).code == "store.io_error"


def test_a_page_that_stays_wrong_is_damage(dealt: tuple[DataFolder, bytes]) -> None:
    folder, key = dealt
    content = bytearray(folder.database.read_bytes())
    content[5 * 4096 + 17] ^= 4
    folder.database.write_bytes(content)

    assert second_look(folder.database, key).code == "store.damaged"


def test_a_file_that_cannot_be_read_is_a_failing_device(dealt: tuple[DataFolder, bytes]) -> None:
    folder, key = dealt
    folder.database.unlink()
    folder.database.mkdir()

    fault = second_look(folder.database, key)

    assert isinstance(fault, EnvironmentFault)
    assert fault.code == "store.io_error"
