"""The window killed, and stopped, while it is typed into: the short forms of both instruments."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import drafts_killed, drafts_stopped
from tests.faults.drafts_killed import MOST_LOST_SECONDS

_LATE = 2
"""A machine that runs other work as well fires timers late: here the draft has to be there and
right, the bar itself (``MOST_LOST_SECONDS``) is measured by ``./dev faults``."""
_STOPS = 6


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dealership the windows work on."""
    return drafts_killed.founded(tmp_path_factory.mktemp("drafts") / "model")


def test_a_killed_window_loses_at_most_a_moment_of_typing(model: Path) -> None:
    # A table's open cell, and typed so long that a draft never written would be seen.
    typed_for = _LATE * MOST_LOST_SECONDS + 0.5
    killed = drafts_killed.kill_once(
        model, "intake items", random.Random(1), typed_for, typed_for + 0.5
    )
    assert killed.keys
    assert killed.lost_seconds <= _LATE * MOST_LOST_SECONDS


def test_a_stopped_window_left_its_typing_and_a_save_leaves_no_draft(model: Path) -> None:
    found = drafts_stopped.stop_often(model, "customer note", _STOPS, random.Random(1))
    assert (found.stops, found.saved) == (_STOPS, True)
    assert found.worst <= _LATE * MOST_LOST_SECONDS
    assert [each for each in found.wrong if "typing lost" not in each] == []


_TYPED = [(at * 10**8, "abcdefghij"[: at + 1]) for at in range(10)]
"""A letter each tenth of a second."""


@pytest.mark.parametrize(
    ("held", "lost"), [("abcdefghij", 0.0), ("abcdefghijk", 0.0), ("abc", 0.7), (None, 1.0)]
)
def test_what_is_lost_counts_from_the_first_key_that_is_missing(
    held: str | None, lost: float
) -> None:
    assert drafts_killed.lost(_TYPED, 10**9, held) == pytest.approx(lost)


def test_what_was_never_typed_is_no_draft() -> None:
    with pytest.raises(AssertionError, match="never typed"):
        drafts_killed.lost(_TYPED, 10**9, "xyz")
