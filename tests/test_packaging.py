"""What a wheel brings along: the program must be whole when it is installed elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import frontdesk

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    assert frontdesk.__version__ in built.name
    with ZipFile(built) as archive:
        return set(archive.namelist())


def test_every_module_is_packed(wheel: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("frontdesk/**/*.py")}
    assert modules - wheel == set()


def test_every_resource_is_packed(wheel: set[str]) -> None:
    resources = ROOT / "resources"
    expected = {
        f"frontdesk/_resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file()
    }
    assert expected - wheel == set()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_compiled_translations_are_packed(wheel: set[str], language: str) -> None:
    assert f"frontdesk/_resources/i18n/frontdesk_{language}.qm" in wheel


def test_nothing_else_is_packed(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"frontdesk"}
    assert [name for name in wheel if "__pycache__" in name or name.endswith(".db")] == []
