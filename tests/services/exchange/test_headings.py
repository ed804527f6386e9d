"""Finding the heading and what the columns hold."""

from __future__ import annotations

import pytest

from frontdesk.models.enums import SheetColumn as C
from frontdesk.services.exchange.aliases import ALIASES
from frontdesk.services.exchange.headings import Heading, find_heading, plain, recognise
from frontdesk.services.exchange.sheet import Sheet, Value
from tests.factories import vin_of


def found(*rows: tuple[Value, ...]) -> Heading:
    return find_heading(Sheet("s", list(rows)))


DATA = ("王二", "13800138000", vin_of(1), "粤B12345", "2026-10-03")


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("车主姓名", C.NAME),
        (" 客户 姓名 ", C.NAME),
        ("客户姓名*", C.NAME),
        ("购车人", C.NAME),
        ("用户名称", C.NAME),
        ("联系电话", C.PHONE),
        ("手机号码（必填）", C.PHONE),
        ("联系电话2", C.PHONE),
        ("车主的手机号", C.PHONE),
        ("车架号（VIN）", C.VIN),
        ("VIN码", C.VIN),
        ("底盘号", C.VIN),
        ("车辆识别代号/车架号", C.VIN),
        ("车牌", C.PLATE),
        ("提车日期", C.DELIVERED_ON),
        ("实际交车时间", C.DELIVERED_ON),
        ("销售日期", C.PURCHASED_ON),
        ("车 型", C.MODEL),
        ("车身颜色", C.COLOUR),
        ("证件号码", C.IDENTITY_NUMBER),
        ("销售顾问", C.SALES_CONSULTANT),
        ("交强险到期日期", C.INSURANCE_ENDS_ON),
        ("保险公司", C.INSURER),
        ("ＶＩＮ", C.VIN),
        ("Customer Name", C.NAME),
        ("Buyer mobile no.", C.PHONE),
        ("Licence plate", C.PLATE),
        ("Delivery date", C.DELIVERED_ON),
        ("No.", C.IGNORED),
        ("序号", C.IGNORED),
    ],
)
def test_usual_headings_are_recognised(title: str, column: C) -> None:
    hit = recognise(title)
    assert hit is not None
    assert hit[0] is column


@pytest.mark.parametrize(
    "title",
    [
        "",
        "销售顾问电话",
        "推荐人姓名",
        "紧急联系人电话",
        "保险公司电话",
        "预计交车日期",
        "保险起期",
        "裸车价",
        "x" * 60,
    ],
)
def test_headings_that_speak_of_something_else_are_not(title: str) -> None:
    assert recognise(title) is None


def test_no_heading_stands_for_two_columns() -> None:
    known = [alias for names in ALIASES.values() for alias in names]
    assert len(known) == len(set(known))
    assert [alias for alias in known if alias != plain(alias)] == []


def test_title_rows_above_the_heading_are_passed_over() -> None:
    heading = found(
        ("××店 10 月交车明细", None),
        ("制表：信息员",),
        (),
        ("姓名", "电话", "车架号", "车牌", "交车日期"),
        DATA,
    )
    assert (heading.first, heading.last) == (4, 4)
    assert list(heading.columns.values()) == [C.NAME, C.PHONE, C.VIN, C.PLATE, C.DELIVERED_ON]


def test_a_heading_of_two_rows_is_read_together() -> None:
    heading = found(
        ("序号", "客户信息", None, "车辆信息", None, "销售顾问", None),
        (None, "姓名", "电话", "车架号", "车牌", "姓名", "电话"),
        (1, "王二", "13800138000", vin_of(1), "粤B12345", "刘勇", "13900139000"),
    )
    assert (heading.first, heading.last) == (1, 2)
    assert list(heading.columns.items()) == [
        (0, C.IGNORED),
        (1, C.NAME),
        (2, C.PHONE),
        (3, C.VIN),
        (4, C.PLATE),
        (5, C.SALES_CONSULTANT),
    ]


def test_somebody_elses_phone_under_a_group_is_not_the_owners() -> None:
    heading = found(
        ("客户", None, "推荐人", None, "车辆"),
        ("姓名", "电话", "姓名", "电话", "车架号"),
        ("王二", "13800138000", "张三", "13900139000", vin_of(1)),
    )
    assert heading.columns == {0: C.NAME, 1: C.PHONE, 4: C.VIN}


def test_columns_in_any_order_with_unknown_ones_between() -> None:
    heading = found(
        ("裸车价", "VIN", "付款", "手机", "车主"), (1, vin_of(1), "全款", "13800138000", "王二")
    )
    assert heading.columns == {1: C.VIN, 3: C.PHONE, 4: C.NAME}


def test_columns_without_a_known_heading_are_recognised_by_content() -> None:
    heading = found(("甲", "乙", "丙", "丁", "姓名"), (*DATA[1:4], "x", "王二"))
    assert heading.columns == {0: C.PHONE, 1: C.VIN, 2: C.PLATE, 4: C.NAME}
    assert heading.by_content == {0, 1, 2}


def test_a_sheet_without_heading_is_recognised_by_content_as_far_as_it_goes() -> None:
    heading = found(DATA, ("李三", "13800138001", vin_of(2), "粤B12346", "2026-10-04"))
    assert heading.last == 0
    assert heading.columns == {1: C.PHONE, 2: C.VIN, 3: C.PLATE}


def test_a_heading_nobody_knows_is_the_words_above_the_first_car() -> None:
    heading = found(("表",), ("甲", "乙", "丙"), ("王二", "x", vin_of(1)), ("李三", "y", vin_of(2)))
    assert (heading.last, heading.titles) == (2, ("甲", "乙", "丙"))
    assert heading.columns == {2: C.VIN}


def test_the_only_date_is_the_delivery() -> None:
    heading = found(("姓名", "电话", "车架号", "车牌", "销售日期"), DATA)
    assert heading.columns[4] is C.DELIVERED_ON


def test_with_both_dates_each_keeps_its_meaning() -> None:
    heading = found(("姓名", "电话", "车架号", "销售日期", "交车日期"), DATA)
    assert heading.columns[3] is C.PURCHASED_ON
    assert heading.columns[4] is C.DELIVERED_ON


def test_a_company_column_is_the_name_where_there_is_no_other() -> None:
    assert found(("公司名称", "电话", "车架号"), DATA).columns[0] is C.NAME
    assert found(("公司名称", "电话", "姓名"), DATA).columns[0] is C.EMPLOYER


def test_several_columns_of_one_kind_are_all_kept_where_that_makes_sense() -> None:
    columns = found(("姓名", "手机", "家庭电话", "车系", "车型", "车架号", "VIN"), ()).columns
    assert [at for at, column in columns.items() if column is C.PHONE] == [1, 2]
    assert [at for at, column in columns.items() if column is C.MODEL] == [3, 4]
    assert [at for at, column in columns.items() if column is C.VIN] == [5]


def test_the_fingerprint_is_of_the_headings_alone() -> None:
    one = found(("姓名", "电话", "车架号"), DATA)
    same = found(("title",), (" 姓 名", "电话*", "车架号"), ("x", "y", "z"))
    other = found(("电话", "姓名", "车架号"), DATA)
    assert one.titles[:3] == ("姓名", "电话", "车架号")
    assert (
        Heading(1, 1, ("姓名", "电话"), {}).fingerprint
        == Heading(2, 2, ("姓 名", "电话*"), {}).fingerprint
    )
    assert one.fingerprint != other.fingerprint
    assert same.last == 2
