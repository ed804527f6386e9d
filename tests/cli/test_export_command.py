"""``frontdesk export customer`` writes one person's data, and refuses in one sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from frontdesk.cli import main
from frontdesk.clock import SystemClock
from frontdesk.models.enums import CustomerKind
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.accounts.opening import sign_in
from frontdesk.services.segments.inputs import Criteria
from frontdesk.store.files import DataFolder
from tests.cli.given import signed_in


def _number(data: Path) -> str:
    services = sign_in(DataFolder(data), "gm", PASSWORD, SystemClock())
    number = services.customers.list().rows[0].number
    services.desk.store.close()
    return number


def test_all_data_of_one_customer_is_written(data: Path, tmp_path: Path) -> None:
    number, out = _number(data), tmp_path / "一个人.zip"
    command = ["export", "customer", number, "-o", str(out)]
    assert main([*command, *signed_in(data, "gm")]) == 0
    with zipfile.ZipFile(out) as opened:
        told = json.loads(opened.read("data.json"))
        page = opened.read("data.html").decode()
    assert told["customer"][0]["number"] == number
    assert f"Personal data of {told['customer'][0]['name']} ({number})" in page


def test_a_number_that_is_not_there_is_told_and_nothing_is_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.zip"
    command = ["export", "customer", "K-1990-000001", "-o", str(out)]
    assert main([*command, *signed_in(data, "gm")]) == 1
    assert capsys.readouterr().err.strip()
    assert not out.exists()


def test_who_may_not_export_is_refused(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.zip"
    command = ["export", "customer", _number(data), "-o", str(out)]
    assert main([*command, *signed_in(data, "specialist")]) == 1
    assert capsys.readouterr().err.strip()
    assert not out.exists()


def test_the_customers_of_a_segment_are_written(data: Path, tmp_path: Path) -> None:
    services = sign_in(DataFolder(data), "gm", PASSWORD, SystemClock())
    services.segments.make("个人客户", Criteria(kinds=(CustomerKind.PERSON,)))
    count = services.segments.count(Criteria(kinds=(CustomerKind.PERSON,)))
    services.desk.store.close()
    out = tmp_path / "名单.xlsx"
    command = ["export", "segment", "个人客户", "-o", str(out)]
    assert main([*command, *signed_in(data, "gm")]) == 0
    assert load_workbook(out).worksheets[1].max_row == count + 1


def test_a_segment_that_is_not_there_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.xlsx"
    command = ["export", "segment", "没有", "-o", str(out), *signed_in(data, "gm")]
    assert main(["--lang", "en", *command]) == 1
    assert "no such segment" in capsys.readouterr().err
    assert not out.exists()
