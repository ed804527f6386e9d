"""Stores of released programs come along whole, also when the PC dies on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.store import migrate
from frontdesk.store.check import check
from tests.faults import shim, upgrades
from tests.faults.upgrades import Released

KILLS = 40
SEED = 20_261_119


def _fixture(fixture: Path) -> str:
    return fixture.name


@pytest.mark.parametrize("fixture", upgrades.released(), ids=_fixture)
def test_a_released_store_opens_and_holds_every_row(fixture: Path, tmp_path: Path) -> None:
    copy = Released.copy(fixture, tmp_path / "data")
    before = copy.rows()
    assert sum(len(columns) for columns, _ in before.values()) > 50

    copy.open()

    assert copy.at() == migrate.head()
    assert copy.rows(before) == before
    assert check(copy.folder, copy.key) == []


@pytest.mark.parametrize("fixture", upgrades.older(), ids=_fixture)
def test_there_is_a_way_back(fixture: Path, tmp_path: Path) -> None:
    copy = Released.copy(fixture, tmp_path / "data")
    before = copy.rows()
    copy.open()

    copy.down()

    assert copy.at() == fixture.name
    assert copy.rows() == before
    copy.open()
    assert copy.rows(before) == before


@pytest.mark.skipif(shim.skips(), reason=str(shim.why_not()))
def test_killed_while_upgrading_a_store_is_old_or_new_and_never_half() -> None:
    found = upgrades.figures(KILLS, SEED)

    assert found.faults == []
    assert found.tries == KILLS * len(upgrades.older())
    assert found.seen["left_old"] > 0
