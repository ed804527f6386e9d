"""Rows to deliveries: generous in reading, strict in what is kept, a reason for each refusal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import CustomerKind, Gender, VehicleUse
from frontdesk.services.exchange.delivery import DeliveryRow, SheetContent
from frontdesk.services.exchange.headings import find_heading
from frontdesk.services.exchange.rejected import reasons
from frontdesk.services.exchange.rows import read_rows
from frontdesk.services.exchange.sheet import Sheet
from tests.factories import vin_of
from tests.services.exchange.sheets import HEADING, delivery


def read(*rows: Any, heading: tuple[str, ...] = HEADING) -> SheetContent:
    sheet = Sheet("s", [heading, *(tuple(row) for row in rows)])
    return read_rows(sheet, find_heading(sheet))


def only(content: SheetContent) -> DeliveryRow:
    assert [fault.errors for fault in content.faults] == []
    (row,) = content.good
    return row


def codes(content: SheetContent) -> list[list[str]]:
    assert all(reasons(fault.errors, language) for fault in content.faults for language in Language)
    return [[error.code for error in fault.errors] for fault in content.faults]


def test_a_right_row_is_kept_in_stored_form() -> None:
    row = only(
        read(
            delivery(
                1, name=" 王 二 ", phone=13800138000.0, plate="粤b·12345", vin=vin_of(7).lower()
            )
        )
    )
    assert row.name == "王二"
    assert row.phones == ("13800138000",)
    assert (row.plate, row.vin) == ("粤B12345", vin_of(7))
    assert row.delivered_on == date(2026, 10, 31)
    assert (row.row, row.model, row.sales_consultant) == (2, "别克 GL8 陆尊", "刘勇")
    assert (row.kind, row.gender, row.remarks) == (CustomerKind.PERSON, Gender.UNKNOWN, None)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": None}, "name.missing"),
        ({"name": "无"}, "name.missing"),
        ({"name": 123}, "name.no_letters"),
        ({"phone": None}, "phone.missing"),
        ({"phone": "1380013800"}, "phone.mobile_length"),
        ({"phone": "13800138000/1390013900"}, "phone.mobile_length"),
        ({"phone": date(2026, 1, 1)}, "phone.not_digits"),
        ({"vin": vin_of(1)[:-1]}, "vin.length"),
        ({"plate": "粤B1O345"}, "plate.confusing"),
        ({"day": "05/10/2026"}, "date.ambiguous"),
        ({"day": "#REF!"}, "row.formula_error"),
        ({"model": "\ufffd\ufffd"}, "row.broken_text"),
        ({"remarks": "长" * 5000}, "value.too_long"),
        ({"vin": None, "plate": None}, "row.car_missing"),
        ({"vin": None, "plate": "未上牌"}, "row.car_missing"),
    ],
)
def test_a_row_at_fault_says_why(cells: dict[str, Any], code: str) -> None:
    assert codes(read(delivery(1, **cells))) == [[code]]


def test_every_reason_of_a_row_is_given_at_once() -> None:
    content = read(delivery(1, name=None, phone="1", vin="x"))
    assert codes(content) == [["name.missing", "phone.too_short", "vin.length"]]
    said = reasons(content.faults[0].errors, Language.ZH_CN).split("\n")
    assert [line.partition("：")[0] for line in said] == ["车主姓名", "联系电话", "车架号"]


@pytest.mark.parametrize(
    ("phone", "kept"),
    [
        ("13800138000/13900139000", ("13800138000", "13900139000")),
        ("13800138000、0755-88886666", ("13800138000", "075588886666")),
        ("13800138000 13800138000", ("13800138000",)),
        ("0755-88886666", ("075588886666",)),
        ("13800138000（先生）", ("13800138000",)),
    ],
)
def test_several_phones_and_landlines_are_kept(phone: str, kept: tuple[str, ...]) -> None:
    assert only(read(delivery(1, phone=phone))).phones == kept


@pytest.mark.parametrize("plate", [None, "", "无", "未上牌", "临牌", "粤B临12345", "-"])
def test_a_car_without_plate_yet_is_kept(plate: str | None) -> None:
    assert only(read(delivery(1, plate=plate))).plate is None


def test_texts_are_kept_as_they_are() -> None:
    assert only(read(delivery(1, remarks="=SUM(A1:A9)"))).remarks == "=SUM(A1:A9)"
    assert only(read(delivery(1, remarks="<b>VIP</b> & 优先"))).remarks == "<b>VIP</b> & 优先"
    assert only(read(delivery(1, remarks="已缴定金\r\n次日上牌"))).remarks == "已缴定金\n次日上牌"


@pytest.mark.parametrize(
    "row",
    [
        ("合计", None, "120 台"),
        ("合计：", None, None, None, "120台"),
        (None, "小计", 12),
        ("共120台",),
        (None, "本月共交车 4 台"),
        ("Total", None, 120),
        ("备注：以上车辆均已交付",),
        ("制表：张三", None, None, "审核：李四"),
        ("今日无交车",),
        ("第二门店",),
        HEADING,
    ],
)
def test_what_is_no_delivery_is_left_out_and_said(row: tuple[Any, ...]) -> None:
    content = read(delivery(1), row, delivery(2))
    assert len(content.good) == 2
    assert content.faults == ()
    assert [skipped.row for skipped in content.skipped] == [3]


def test_blank_rows_are_nothing() -> None:
    content = read(delivery(1), (), (None, "", " \u3000"), delivery(2))
    assert [row.row for row in content.good] == [2, 5]
    assert content.skipped == ()


def test_a_lone_name_is_a_fault_not_a_note() -> None:
    assert codes(read((None, "王二"))) == [["phone.missing", "row.car_missing"]]


def test_one_plate_on_two_cars_is_a_fault_of_the_second() -> None:
    content = read(delivery(1), delivery(2, plate="粤B00001"), delivery(1))
    assert len(content.good) == 2
    assert codes(content) == [["row.plate_of_two"]]


_WIDE = (
    "姓名",
    "手机",
    "车架号",
    "证件号码",
    "性别",
    "生日",
    "邮箱",
    "使用性质",
    "品牌",
    "车系",
    "车型",
)


def wide(*cells: Any) -> SheetContent:
    start = ("王二", "13800138000", vin_of(1))
    return read((*start, *cells, *(None,) * (len(_WIDE) - 3 - len(cells))), heading=_WIDE)


def test_the_id_number_tells_what_the_sheet_does_not() -> None:
    row = only(wide("11010519491231002x"))
    assert row.identity_number == "11010519491231002X"
    assert (row.birthday, row.gender) == (date(1949, 12, 31), Gender.FEMALE)
    row = only(wide("11010519491231002X", "男", "1950-01-01"))
    assert (row.birthday, row.gender) == (date(1950, 1, 1), Gender.MALE)


def test_a_company_is_known_by_its_code_or_name() -> None:
    assert only(wide("9144030071526726XG")).kind is CustomerKind.COMPANY
    named = read(delivery(1, name="深圳市某某物流有限公司"))
    assert only(named).kind is CustomerKind.COMPANY


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("E12345678",), "row.other_document"),
        (("110105194912310021",), "id_number.check_digit"),
        ((None, "不男不女"), "row.gender"),
        ((None, None, "1850-01-01"), "date.year"),
        ((None, None, None, "not an address"), "row.email"),
    ],
)
def test_further_columns_are_checked_too(cells: tuple[Any, ...], code: str) -> None:
    assert codes(wide(*cells)) == [[code]]


def test_further_columns_are_kept() -> None:
    row = only(wide(None, "先生", "1980.5.1", "w@example.cn", "非营运", "别克", "GL8", "GL8 陆尊"))
    assert (row.gender, row.birthday) == (Gender.MALE, date(1980, 5, 1))
    assert (row.email, row.use, row.brand) == ("w@example.cn", VehicleUse.PRIVATE, "别克")
    assert row.model == "GL8 陆尊"


def test_special_plates_and_vins_from_abroad_are_kept_with_a_notice() -> None:
    content = read(delivery(1, plate="WJ粤12345", vin="WDB9066331S123456"))
    assert len(content.good) == 1
    assert [notice.warning.code for notice in content.notices] == [
        "vin.check_digit_abroad",
        "plate.special",
    ]
