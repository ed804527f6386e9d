"""Rows at fault as a sheet that imports again, and mappings that a person corrects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.all import (
    Vehicle,
)
from frontdesk.models.enums import SheetColumn
from frontdesk.services.desk import Desk
from frontdesk.services.exchange import rejected
from frontdesk.services.exchange.results import ImportResult, Origin, SheetMapping
from frontdesk.services.registry import Services
from tests.factories import vin_of
from tests.services.exchange.sheets import HEADING, delivery, write_csv, write_xlsx

DATA = Path(__file__).parent / "data"
Import = Callable[..., ImportResult]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.read, result.created, result.updated, result.rejected


def the_car(desk: Desk, vin: str) -> Vehicle:
    with desk.read() as session:
        return session.scalars(select(Vehicle).where(Vehicle.vin == vin)).one()


@pytest.mark.parametrize("language", list(Language))
def test_rejected_rows_import_again_once_mended(
    services: Services, tmp_path: Path, language: Language
) -> None:
    from openpyxl import load_workbook

    formula = '=HYPERLINK("http://example.invalid")'
    sheet = write_xlsx(
        tmp_path / "交车.xlsx",
        [
            ("题目",),
            HEADING,
            delivery(1),
            delivery(2, phone=1380013800, day=46326, remarks=formula),
        ],
    )
    result = services.exchange.run(sheet, language=language)
    assert counts(result) == (2, 1, 0, 1)
    assert result.rejected_sheet is not None
    assert result.rejected_sheet.parent == tmp_path
    book = load_workbook(result.rejected_sheet)
    row = book.active[3]
    assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    assert all(cell.quotePrefix for cell in row if cell.value is not None)
    assert row[-1].value == formula
    assert ("联系电话" if language is Language.ZH_CN else "Phone") in str(row[0].value)
    row[4].value = "13800138000"
    book.save(result.rejected_sheet)
    again = services.exchange.run(result.rejected_sheet)
    assert counts(again) == (1, 1, 0, 0)
    assert again.rejected_sheet is None
    car = the_car(services.desk, vin_of(2))
    assert (car.delivered_on, car.remarks) == (date(2026, 10, 31), formula)


def test_columns_named_by_hand_are_recognised_in_the_rejected_sheet(
    services: Services, tmp_path: Path
) -> None:
    rows = [("甲", "乙", "丙"), ("王一", "13800138000", vin_of(1)[:-1])]
    sheet = write_xlsx(tmp_path / "a.xlsx", rows)
    columns = {0: SheetColumn.NAME, 1: SheetColumn.PHONE, 2: SheetColumn.VIN}
    result = services.exchange.run(sheet, SheetMapping("交车明细", columns))
    assert result.rejected_sheet is not None
    preview = services.exchange.preview(result.rejected_sheet)
    assert preview.problems == ()
    assert preview.rejected == 1


def test_an_earlier_rejected_sheet_is_never_overwritten(services: Services, tmp_path: Path) -> None:
    sheet = write_xlsx(tmp_path / "a.xlsx", [HEADING, delivery(1, vin="x")])
    one = services.exchange.run(sheet).rejected_sheet
    other = services.exchange.run(sheet).rejected_sheet
    assert one is not None
    assert other is not None
    assert one != other
    again = services.exchange.run(other)
    assert counts(again) == (1, 0, 0, 1)


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = write_xlsx(tmp_path / "a.xlsx", [HEADING, delivery(1, vin="x")])
    write = rejected._write_new

    def read_only(folder: Path, stem: str, content: bytes) -> Path:
        if folder == tmp_path:
            raise PermissionError(folder)
        return write(folder, stem, content)

    monkeypatch.setattr(rejected, "_write_new", read_only)
    result = services.exchange.run(sheet)
    assert result.rejected_sheet is not None
    assert result.rejected_sheet.is_relative_to(services.desk.store.folder.root)
    assert result.rejected_sheet.is_file()


def test_a_confirmed_mapping_is_remembered_for_these_headings(
    services: Services, tmp_path: Path
) -> None:
    rows = [("甲", "电话", "车架号", "车型"), ("王一", "13800138000", vin_of(1), "GL8")]
    sheet = write_xlsx(tmp_path / "a.xlsx", rows)
    first = services.exchange.preview(sheet)
    assert [error.code for error in first.problems] == ["sheet.column_missing"]
    with pytest.raises(UserError, match="column_missing"):
        services.exchange.run(sheet)
    columns = {**first.mapping.columns, 0: SheetColumn.NAME}
    mapped = services.exchange.preview(sheet, SheetMapping(first.mapping.sheet, columns))
    assert mapped.problems == ()
    assert mapped.columns[0].origin is Origin.CHOSEN
    services.exchange.run(sheet, mapped.mapping)
    again = services.exchange.preview(write_csv(tmp_path / "b.csv", rows))
    assert again.columns[0].column is SheetColumn.NAME
    assert again.columns[0].origin is Origin.REMEMBERED
    assert again.columns[1].origin is Origin.HEADING


def test_a_mapping_that_cannot_be_is_refused_with_every_reason(
    services: Services, tmp_path: Path
) -> None:
    sheet = write_xlsx(tmp_path / "a.xlsx", [HEADING, delivery(1)])
    columns = {1: SheetColumn.NAME, 2: SheetColumn.NAME}
    with pytest.raises(InputErrors) as refused:
        services.exchange.run(sheet, SheetMapping("交车明细", columns))
    assert [error.code for error in refused.value.errors] == [
        "sheet.column_missing",
        "sheet.car_missing",
        "sheet.column_twice",
    ]


def test_the_sheet_that_fits_is_taken_and_another_can_be(
    services: Services, tmp_path: Path
) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [("说明",), ("本表由销售部填写",)],
        十月=[HEADING, delivery(1), delivery(2)],
        九月=[HEADING, delivery(3)],
    )
    preview = services.exchange.preview(path)
    assert preview.mapping.sheet == "十月"
    assert [(s.name, s.fits) for s in preview.sheets] == [
        ("交车明细", False), ("十月", True), ("九月", True),
    ]  # fmt: skip
    other = services.exchange.preview(path, SheetMapping("九月", {}), recognise=True)
    assert (other.mapping.sheet, other.created) == ("九月", 1)


def test_a_sheet_without_rows_is_said_to_be(services: Services, tmp_path: Path) -> None:
    sheet = write_xlsx(tmp_path / "a.xlsx", [HEADING])
    assert [e.code for e in services.exchange.preview(sheet).problems] == ["sheet.no_rows"]
    with pytest.raises(UserError, match="no_rows"):
        services.exchange.run(sheet)
