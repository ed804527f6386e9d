"""Killed before any of its file operations: a backup is whole or not there, a store old or new."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked for each kill")


def _outcome(act: str, root: Path) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", act, str(root)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert told.returncode == 0, told.stderr
    found: list[str] = json.loads(told.stdout)
    return found


def test_a_backup_killed_anywhere_is_whole_or_not_there(tmp_path: Path) -> None:
    found = _outcome("make", tmp_path)

    assert [state for state, _ in groupby(found)] == ["0 sound", "1 sound"]
    assert len(found) > 15


def test_a_restore_killed_anywhere_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    found = _outcome("restore", tmp_path)

    assert [state for state, _ in groupby(found)] == ["old", "new"]
    assert min(found.count("old"), found.count("new")) > 10
