"""A dealership on disk, for commands as a person or a script of the house gives them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from frontdesk.clock import SystemClock
from frontdesk.sample.dealership import build_sample
from frontdesk.sample.staff import PASSWORD
from frontdesk.store.files import DataFolder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sample dealership, copied for each test that changes it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    build_sample(DataFolder(folder), SystemClock(), customers=40).desk.store.close()
    return folder


@pytest.fixture
def data(sample: Path, tmp_path: Path) -> Path:
    """A copy of it in a folder with a name that has to be quoted."""
    return Path(shutil.copytree(sample, tmp_path / "数据 100%"))


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command would ask at the keyboard."""
    monkeypatch.setenv("FRONTDESK_PASSWORD", PASSWORD)
