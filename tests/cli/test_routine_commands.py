"""Routine sheets and the list of calls not made, as commands write them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from frontdesk.cli import main
from frontdesk.clock import SystemClock
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.accounts.opening import sign_in
from frontdesk.services.routine.dto import RoutineCar, RoutineFilter
from frontdesk.store.files import DataFolder
from tests.cli.given import signed_in


def _sold(data: Path) -> RoutineCar:
    services = sign_in(DataFolder(data), "gm", PASSWORD, SystemClock())
    car = services.routine.cars(RoutineFilter(days=10_000))[0]
    services.desk.store.close()
    return car


def _text(file: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(file.read_bytes())).pages)


@pytest.mark.parametrize("by", ["plate", "vin", "customer_number"])
def test_the_routine_sheet_is_written(data: Path, tmp_path: Path, by: str) -> None:
    car, out = _sold(data), tmp_path / "sheet.pdf"
    command = ["print", "routine-sheet", getattr(car, by), "-o", str(out)]
    assert main([*command, *signed_in(data, "gm")]) == 0
    text = _text(out)
    assert "Routine Sheet" in text or "新车例行回访表" in text
    assert car.vin in text


def test_a_car_that_is_not_there_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.pdf"
    assert main(["print", "routine-sheet", "粤Z99999", "-o", str(out), *signed_in(data, "gm")]) == 1
    assert capsys.readouterr().err.strip()
    assert not out.exists()


def test_the_list_of_calls_not_made_is_written(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "costs.pdf"
    command = ["print", "calls-not-made", "--month", "2026-10", "-o", str(out)]
    assert main([*command, *signed_in(data, "gm")]) == 0
    assert "2026-10-01" in _text(out)
