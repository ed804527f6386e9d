"""The window killed while it is typed into: the short form of ``drafts_killed``."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import drafts_killed

KILLS = 1
_LATE = 4
"""A machine that runs other work as well fires timers late: here the draft has to be there and
right, the bar itself (``MOST_LOST_SECONDS``) is measured by ``./dev faults``."""
FORMS = ("customer", "intake items", "call note")
"""A form of a record, a table's open cell, and what is kept with the call itself."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dealership the windows work on."""
    return drafts_killed.founded(tmp_path_factory.mktemp("drafts") / "model")


@pytest.mark.parametrize("form", FORMS)
def test_a_killed_window_loses_at_most_a_moment_of_typing(model: Path, form: str) -> None:
    chance = random.Random(form)
    for _ in range(KILLS):
        killed = drafts_killed.kill_once(model, form, chance)
        assert killed.keys
        assert killed.lost_seconds <= _LATE * drafts_killed.MOST_LOST_SECONDS
