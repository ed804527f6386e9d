"""Hostile files at the importer: refused with a sentence before they cost anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.services.desk import Desk
from frontdesk.services.exchange import files
from frontdesk.services.exchange.files import read_sheets
from frontdesk.services.registry import Services
from frontdesk.texts.catalogue import sentences
from tests.hostile.files import ACCEPTED, REFUSED
from tests.hostile.house import house_over
from tests.hostile.measuring import costs_of
from tests.hostile.sheets import run_sheets
from tests.hostile.strategies import PATHS

_MEGABYTES = 200


def test_every_hostile_file_is_refused_in_little_memory(tmp_path: Path) -> None:
    paths = []
    for name, (ending, make) in REFUSED.items():
        paths.append(tmp_path / f"{name}{ending}")
        paths[-1].write_bytes(make())

    costs = costs_of(paths)

    assert [cost["name"] for cost in costs if cost["code"] not in sentences()] == []
    assert [cost for cost in costs if cost["megabytes"] > _MEGABYTES] == []


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_odd_file_is_read_all_the_same(services: Services, tmp_path: Path, name: str) -> None:
    ending, make = ACCEPTED[name]
    path = tmp_path / f"x{ending}"
    path.write_bytes(make())

    preview = services.exchange.preview(path)

    assert preview.problems == ()
    assert [row.delivery.phones for row in preview.rows] == [("13800138000",)]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "loop.xlsx").symlink_to(tmp_path / "loop.xlsx")
    (tmp_path / "gone.xlsx").symlink_to(tmp_path / "nowhere")
    odd = [Path("/dev/zero"), *(Path(path) for path in PATHS if "passwd" not in path)]
    for path in (*tmp_path.iterdir(), *odd):
        with pytest.raises(UserError) as caught:
            read_sheets(path)
        assert caught.value.code in sentences()
        assert caught.value.field == "path"


def test_a_file_that_grows_while_it_is_read_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 1_000)
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n" * 251)
    with pytest.raises(UserError, match=r"file\.too_large"):
        read_sheets(path)


def test_a_name_of_broken_bytes_is_imported_and_kept_as_text(
    services: Services, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe=1<b>.csv")
    path.write_bytes(ACCEPTED["utf_8"][1]())

    assert services.exchange.run(path).created == 1


def test_generated_sheets_come_in_whole_or_say_which_cell(
    desk: Desk, clock: FixedClock, tmp_path: Path
) -> None:
    counts = run_sheets(house_over(desk, clock), tmp_path, 25)

    assert counts["rows taken in"] > 0
    assert counts["rows refused"] > 0
