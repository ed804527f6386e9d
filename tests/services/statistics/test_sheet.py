"""The exported workbook: typed cells, no formula, confirmed and noted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from frontdesk.errors import ConfirmationNeeded
from frontdesk.language import Language
from frontdesk.models.enums import Comparison, Department
from frontdesk.models.journal import AuditEntry
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
_AT = datetime(2026, 10, 5, 2, tzinfo=UTC)


def _export(services: Services, language: Language = Language.ZH_CN) -> Workbook:
    services.desk.confirmation.give()
    book = services.statistics.export_complaints(FIRST, LAST, language, Comparison.BEFORE)
    assert book.file_name == "complaints-20261001-20261031.xlsx"
    found: Workbook = load_workbook(BytesIO(book.content))
    return found


def test_numbers_are_numbers_and_names_are_text(services: Services, make: Make) -> None:
    make.complaint(
        registered_at=_AT,
        signed_off_at=_AT + timedelta(hours=6),
        category="price.high",
        department=Department.SERVICE,
        cost_fen=12345,
        handling_score=8,
        satisfied_after=True,
    )
    make.complaint(registered_at=_AT)
    book = _export(services)
    sheet = book["投诉类别"]
    titles = [cell.value for cell in sheet[1]]
    lines = {row[0].value: dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(2)}
    price = lines["价格与收费"]
    assert price["件数"].value == 1
    assert price["占比"].value == 0.5
    assert price["占比"].number_format == "0.0%"
    assert price["中位时长（小时，扣除暂停）"].value == 6.0
    assert price["费用（元）"].value == 123.45
    assert price["处理评分（均值）"].value == 8
    assert price["对比期 件数"].value == 0
    assert price["时限内结案率（含暂停）"].value == 1
    assert lines["合计"]["件数"].value == 2
    assert lines["维修质量"]["满意率"].value is None
    assert book.sheetnames == [
        "投诉统计",
        "投诉类别",
        "小类",
        "责任部门",
        "责任人",
        "投诉渠道",
        "月份",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+cmd|'/C calc'!A0", "-2", "@SUM(A1)", "＝A1"])
def test_nothing_typed_is_ever_a_formula(services: Services, make: Make, text: str) -> None:
    make.complaint(registered_at=_AT, responsible=text)
    services.statistics.keep_measures(FIRST, LAST, text)
    book = _export(services, Language.EN)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    shown = [cell for cell in cells if cell.value == text]
    assert len(shown) == 2
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in shown)


def test_an_export_is_confirmed_and_noted(desk: Desk, services: Services, make: Make) -> None:
    make.complaint(registered_at=_AT)
    with pytest.raises(ConfirmationNeeded):
        services.statistics.export_complaints(FIRST, LAST, Language.EN)
    _export(services)
    with desk.read() as session:
        [entry] = session.query(AuditEntry).filter_by(action="statistics.export")
    assert entry.detail == '{"count": 1}'
