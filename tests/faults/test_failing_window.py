"""Forms over a failing device keep what was typed: in a process with the library preloaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import shim

_ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shim.skips(), reason=str(shim.why_not()))
def test_forms_say_it_keep_what_was_typed_and_save_it_later() -> None:
    cases = Path(__file__).with_name("window_cases.py")
    command = [sys.executable, "-m", "pytest", str(cases), "-q", "-p", "no:cacheprovider"]

    ran = subprocess.run(
        command,
        check=False,
        cwd=_ROOT,
        env=shim.environment(),
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert "7 passed" in ran.stdout
