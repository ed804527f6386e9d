"""Which folders have held a dealership, as this PC remembers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk import config
from frontdesk.store import known
from frontdesk.store.files import DataFolder


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "config_dir", lambda: tmp_path / "settings")


def _hold(root: Path) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    DataFolder(root).database.write_bytes(b"data")
    return root


def test_a_first_start_is_one(tmp_path: Path) -> None:
    assert known.dealership_gone(tmp_path / "data") is None
    (tmp_path / "data").mkdir()
    assert known.dealership_gone(tmp_path / "data") is None


def test_a_folder_that_held_one_is_missed(tmp_path: Path) -> None:
    root = _hold(tmp_path / "data")
    known.remember(root, "远航汽车服务")
    assert known.dealership_gone(root) is None
    root.rename(tmp_path / "renamed")
    assert known.dealership_gone(root) == "远航汽车服务"
    root.mkdir()
    assert known.dealership_gone(root) == "远航汽车服务", "an empty mount point is not a new desk"


@pytest.mark.parametrize(
    "left", ["backups/frontdesk-20261121T080000Z-auto.fdbackup", "frontdesk.head"]
)
def test_what_a_dealership_leaves_behind_tells_too(tmp_path: Path, left: str) -> None:
    file = tmp_path / "data" / left
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x")
    assert known.dealership_gone(tmp_path / "data") == ""


def test_a_given_up_folder_may_be_founded_anew(tmp_path: Path) -> None:
    known.remember(tmp_path / "data", "one")
    known.forget(tmp_path / "data")
    assert known.dealership_gone(tmp_path / "data") is None


def test_another_folder_is_opened_while_the_first_is_gone(tmp_path: Path) -> None:
    first, second, third = tmp_path / "1", _hold(tmp_path / "2"), tmp_path / "3"
    known.remember(first, "one")
    assert known.followed(first) == first
    known.take_instead(first, second)
    assert known.followed(first) == second
    second.rename(third)
    assert known.followed(first) == first, "neither is there: asked about the one that was named"
    known.take_instead(second, third)
    assert known.followed(first) == third
    _hold(first)
    assert known.followed(first) == first, "it is back"


def test_a_circle_ends(tmp_path: Path) -> None:
    known.take_instead(tmp_path / "1", tmp_path / "2")
    known.take_instead(tmp_path / "2", tmp_path / "1")
    assert known.followed(tmp_path / "1") == tmp_path / "1"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"held": 1, "instead": {}, "second": {}}', b"\xff\xfe"]
)
def test_settings_that_cannot_be_read_are_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings" / "data-folders.json"
    file.parent.mkdir()
    file.write_bytes(content)
    assert known.dealership_gone(tmp_path / "data") is None
    known.remember(tmp_path / "data", "one")
    assert known.dealership_gone(tmp_path / "data") == "one"
