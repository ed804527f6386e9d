"""Waits after wrong passwords: they grow, end, and no clock and no spoilt file changes that."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.store import attempts as module
from frontdesk.store.attempts import CAP, WAITS, Attempts, attempts_of, wait_after
from frontdesk.store.files import DataFolder

AT = datetime(2026, 11, 5, 2, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.json"


def _fail(attempts: Attempts, times: int, name: str = "lin", *, known: bool = True) -> float:
    wait = 0.0
    for _ in range(times):
        wait = attempts.failed(name, AT, 0, known=known)
    return wait


def test_the_wait_grows_to_the_cap_and_no_further(path: Path) -> None:
    attempts = Attempts(path, 0)

    assert [_fail(attempts, 1) for _ in range(12)] == [0, 0, 0, 2, 4, 8, 16, 30, 60, 60, 60, 60]


def test_each_name_waits_for_itself_known_or_not(path: Path) -> None:
    attempts = Attempts(path, 0)
    _fail(attempts, 9)
    _fail(attempts, 9, "nobody", known=False)

    assert attempts.wait("gm", 0) == 0
    assert attempts.wait("lin", 0) == attempts.wait("nobody", 0) == CAP
    assert attempts.wait("lin", CAP) == 0


def test_the_right_password_begins_anew(path: Path) -> None:
    attempts = Attempts(path, 0)
    _fail(attempts, 5)
    attempts.succeeded("lin")

    assert attempts.wait("lin", 0) == 0
    assert _fail(attempts, 1) == 0


def test_a_restart_begins_the_wait_anew_and_it_ends(path: Path) -> None:
    _fail(Attempts(path, 0), 6)
    again = Attempts(path, 1_000)

    assert again.wait("lin", 1_000) == wait_after(6)
    assert again.wait("lin", 1_000 + wait_after(6)) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"salt": "x"}',
        b'{"salt": "", "known": {"a": {"in_a_row": "9", "untold": 0, "times": []}}, "unknown": {}}',
        b'{"salt": "", "known": {"a": {"in_a_row": -9, "untold": 0, "times": []}}, "unknown": {}}',
        b"[" * 100_000,
    ],
)
def test_a_spoilt_file_gains_nothing_and_locks_nobody_out(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    attempts = Attempts(path, 0)

    assert attempts.wait("gm", 0) == CAP
    assert attempts.wait("gm", CAP) == 0
    attempts.succeeded("gm")
    assert attempts.wait("lin", CAP) == 0


@given(st.integers(0, 10**18))
def test_a_forged_count_waits_no_longer_than_the_cap(tmp_path: Path, count: int) -> None:
    refused = {"in_a_row": count, "untold": count, "times": []}
    path = tmp_path / "attempts.json"
    path.write_text(json.dumps({"salt": "", "known": {"gm": refused}, "unknown": {}}))

    assert Attempts(path, 5).wait("gm", 5) == wait_after(count) <= CAP


def test_what_is_no_account_leaves_only_a_trace(path: Path) -> None:
    """People type their password into the field for the name."""
    attempts = Attempts(path, 0)
    _fail(attempts, 2, "my secret password", known=False)

    assert "secret" not in path.read_text()
    assert attempts.untold()[""].untold == 2
    assert Attempts(path, 0).untold()[""].untold == 2


def test_thousands_of_names_do_not_fill_the_file(path: Path) -> None:
    attempts = Attempts(path, 0)
    _fail(attempts, 1)
    for number in range(1_500):
        attempts.failed(f"name{number}", AT, 0, known=False)

    assert path.stat().st_size < 200_000
    assert Attempts(path, 0).untold()["lin"].untold == 1


def test_what_was_told_is_not_told_again(path: Path) -> None:
    attempts = Attempts(path, 0)
    _fail(attempts, 3)
    assert attempts.untold()["lin"].times == [AT.isoformat()] * 3
    attempts.told(tuple(attempts.untold()))

    assert attempts.untold() == {}
    assert Attempts(path, 0).untold() == {}
    assert _fail(attempts, 1) == WAITS[3], "told is not forgiven"


def test_a_disk_that_takes_nothing_keeps_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_durably", full)
    attempts = Attempts(path, 0)

    assert _fail(attempts, 4) == 2
    attempts.succeeded("lin")
    assert attempts.wait("lin", 0) == 0


def test_one_program_keeps_one_count(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)

    assert attempts_of(folder, 0) is attempts_of(folder, 99)


@given(
    st.lists(st.tuples(st.sampled_from(["fail", "pass", "right"]), st.floats(0, 400)), max_size=30),
    st.lists(st.timedeltas(-timedelta(days=4000), timedelta(days=4000)), min_size=30, max_size=30),
)
def test_no_wall_clock_shortens_or_lengthens_a_wait(
    tmp_path: Path, acts: list[tuple[str, float]], jumps: list[timedelta]
) -> None:
    """The same acts with and without the PC's clock jumping wait the same, within the cap."""
    paths = tmp_path / "calm.json", tmp_path / "jumpy.json"
    for path in paths:
        path.unlink(missing_ok=True)
    calm, jumpy = (Attempts(path, 0) for path in paths)
    steady = 0.0
    for (act, seconds), jump in zip(acts, jumps, strict=False):
        if act == "pass":
            steady += seconds
        elif act == "right":
            calm.succeeded("gm")
            jumpy.succeeded("gm")
        else:
            calm.failed("gm", AT, steady, known=True)
            jumpy.failed("gm", AT + jump, steady, known=True)
        assert calm.wait("gm", steady) == jumpy.wait("gm", steady) <= CAP
        assert jumpy.wait("gm", steady + CAP) == 0
