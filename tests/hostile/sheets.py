"""Generated delivery sheets with hostile cells, and what must hold of each import."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.enums import SheetColumn
from frontdesk.texts import term
from tests.hostile.cases import check_refusal
from tests.hostile.house import House
from tests.hostile.strategies import SETTLED, named, short

_GOOD = {SheetColumn.NAME: "王芳", SheetColumn.PHONE: "13800138000", SheetColumn.PLATE: "粤B12345"}
_COLUMNS = tuple(column for column in SheetColumn if column is not SheetColumn.IGNORED)

rows = st.lists(
    st.dictionaries(st.sampled_from(_COLUMNS), short() | named(), max_size=6),
    min_size=1,
    max_size=4,
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


def sheet(lines: list[dict[SheetColumn, str]], encoding: str) -> bytes:
    """The sheet of ``lines``, each a good row with some hostile cells."""
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow([term(column, Language.ZH_CN) for column in _COLUMNS])
    for line in lines:
        told = _GOOD | line
        writer.writerow([told.get(column, "") for column in _COLUMNS])
    return content.getvalue().encode(encoding, "replace")


def check_import(house: House, path: Path) -> tuple[int, int]:
    """Preview and import the sheet at ``path``; rows taken in and rows told why not."""
    exchange = house.services.exchange
    try:
        preview = exchange.preview(path)
    except UserError as error:
        check_refusal(error, own_field=True)
        return 0, 0
    for fault in preview.faults:
        assert fault.row > 1
        for reason in fault.errors:
            assert reason.field in set(SheetColumn)
            check_refusal(reason, own_field=True)
    if preview.problems:
        return 0, preview.rejected
    result = exchange.run(path)
    assert result.read == preview.read
    assert (result.rejected_sheet is None) == (result.rejected == 0)
    if result.rejected_sheet is not None:
        assert cell_types(result.rejected_sheet) <= {"s", "n"}
        result.rejected_sheet.unlink()
    return result.created + result.updated, result.rejected


def cell_types(path: Path) -> set[str]:
    """The types of the filled cells of a workbook: 's' text, 'n' number, 'f' formula."""
    from openpyxl import load_workbook

    book: Any = load_workbook(path)
    return {
        cell.data_type
        for page in book.worksheets
        for line in page.iter_rows()
        for cell in line
        if cell.value is not None
    }


def run_sheets(house: House, folder: Path, cases: int, part: int = 0) -> dict[str, int]:
    """``cases`` generated sheets; how many rows were taken in and refused."""
    counts = {"sheets": 0, "rows taken in": 0, "rows refused": 0}

    @seed(part)
    @settings(max_examples=cases, **SETTLED)
    @given(rows, st.sampled_from(ENCODINGS))
    def imported(lines: list[dict[SheetColumn, str]], encoding: str) -> None:
        path = folder / "sheet.csv"
        path.write_bytes(sheet(lines, encoding))
        taken, refused = check_import(house, path)
        counts["sheets"] += 1
        counts["rows taken in"] += taken
        counts["rows refused"] += refused

    imported()
    return counts
