"""The price list: finding a line by what is typed, keeping one, importing a sheet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.errors import Conflict, InputErrors, PermissionDenied, UserError
from frontdesk.models.enums import Role, WorkKind
from frontdesk.services.exchange.sheet import Sheet
from frontdesk.services.prices.dto import PriceFilter, PriceInput, PriceLine
from frontdesk.services.prices.sheet import read
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.exchange.sheets import write_csv, write_xlsx

OIL = PriceInput(
    "BY-001",
    WorkKind.MAINTENANCE,
    "更换机油机滤",
    Decimal("0.8"),
    None,
    "5W30-4L",
    "全合成机油",
    Decimal("4.5"),
    Decimal("89.90"),
)
PADS = PriceInput(
    "WX-017", WorkKind.REPAIR, "更换前刹车片", Decimal("1.2"), Decimal(180), car_model="X5"
)
HEAD = ("编码", "类别", "名称", "工时", "工时单价（元）", "配件号", "配件", "数量", "单价", "车型")
ROW = ("BY-001", "保养", "更换机油机滤", 0.8, None, "5W30-4L", "全合成机油", 4.5, 89.9, None)


def _keep(services: Services, *lines: PriceInput) -> list[str]:
    return [services.prices.save(line) for line in lines]


def _codes(lines: tuple[PriceLine, ...]) -> list[str]:
    return [line.given.code for line in lines]


def test_a_line_comes_to_hours_at_the_rate_in_force_and_parts(services: Services) -> None:
    _keep(services, OIL, PADS)
    oil, pads = services.prices.page().lines
    assert (oil.given, oil.rate, oil.total) == (OIL, Decimal(150), Decimal("524.55"))
    assert (pads.rate, pads.total) == (Decimal(180), Decimal("216.00"))
    work = oil.as_work()
    assert (work.labour, work.labour_hours, work.labour_rate) == (
        Decimal("120.00"),
        Decimal("0.8"),
        Decimal(150),
    )
    assert (work.code, work.part_number, work.quantity) == ("BY-001", "5W30-4L", Decimal("4.5"))


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("by-001", ["BY-001"]),
        ("机滤", ["BY-001"]),
        ("jiyou", ["BY-001"]),
        ("ghjy", ["BY-001"]),
        ("gh", ["BY-001", "WX-017"]),
        ("更换 刹车", ["WX-017"]),
        ("geng huan qian", ["WX-017"]),
        ("5w30", ["BY-001"]),
        ("5W 30", ["BY-001"]),
        ("%", []),
        ("|", []),
        ("", []),
        ("轮胎", []),
    ],
)
def test_any_part_finds_it(services: Services, typed: str, codes: list[str]) -> None:
    _keep(services, PADS, OIL)
    assert sorted(_codes(services.prices.find(typed))) == codes


def test_what_begins_so_comes_first(services: Services) -> None:
    _keep(
        services,
        replace(OIL, code="A1", name="清洗机油道"),
        replace(OIL, code="A2", name="机油检查"),
        replace(OIL, code="JY", name="添加"),
    )
    assert _codes(services.prices.find("jy")) == ["JY", "A2", "A1"]


def test_a_line_of_another_model_is_not_offered(services: Services, make: Make) -> None:
    _keep(services, PADS)
    assert _codes(services.prices.find("刹车", make.vehicle(model="X5 豪华"))) == ["WX-017"]
    assert services.prices.find("刹车", make.vehicle(model="S7")) == ()


def test_a_retired_line_is_kept_and_not_offered(services: Services) -> None:
    (key,) = _keep(services, OIL)
    services.prices.save(replace(OIL, active=False), key, 1)
    assert services.prices.find("机油") == ()
    assert services.prices.page().total == 0
    assert services.prices.page(PriceFilter(retired=True)).total == 1


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"code": " "}, ("prices.code_missing", "code")),
        ({"code": "X" * 41}, ("prices.code_long", "code")),
        ({"name": "\u200b"}, ("prices.name_missing", "name")),
        ({"name": "长" * 201}, ("value.too_long", "name")),
        ({"labour_hours": Decimal("0.0001")}, ("prices.hours", "labour_hours")),
        ({"labour_hours": Decimal("NaN")}, ("prices.hours", "labour_hours")),
        ({"labour_rate": Decimal("-0.01")}, ("prices.money", "labour_rate")),
        ({"unit_price": Decimal("0.001")}, ("prices.money", "unit_price")),
        ({"quantity": Decimal("Infinity")}, ("prices.quantity", "quantity")),
        ({"part": ""}, ("prices.part_missing", "part")),
    ],
)
def test_faults_stand_beside_their_field(
    services: Services, values: dict[str, Any], fault: tuple[str, str]
) -> None:
    with pytest.raises(UserError) as refused:
        services.prices.save(replace(OIL, **values))
    error = refused.value
    parts = error.errors if isinstance(error, InputErrors) else (error,)
    assert [(part.code, part.field) for part in parts] == [fault]


def test_a_code_is_of_one_line_only_and_who_saves_second_is_told(services: Services) -> None:
    (key,) = _keep(services, OIL)
    with pytest.raises(UserError) as refused:
        services.prices.save(replace(PADS, code="by 001".replace(" ", "-")))
    assert refused.value.code == "prices.code_taken"
    services.prices.save(replace(OIL, unit_price=Decimal(95)), key, 1)
    with pytest.raises(Conflict):
        services.prices.save(replace(OIL, unit_price=Decimal(99)), key, 1)


def test_only_who_keeps_prices_changes_them(make: Make, services: Services) -> None:
    _keep(services, OIL)
    advisor = make.services(Role.SERVICE_ADVISOR)
    assert _codes(advisor.prices.find("机油")) == ["BY-001"]
    with pytest.raises(PermissionDenied):
        advisor.prices.save(PADS)
    with pytest.raises(PermissionDenied):
        make.services(Role.CS_SPECIALIST).prices.find("机油")


def test_a_sheet_is_looked_at_before_it_is_taken(services: Services, tmp_path: Path) -> None:
    _keep(services, replace(OIL, unit_price=Decimal(80)), replace(PADS, code="OLD"))
    path = tmp_path / "prices.xlsx"
    broken = ("WX-9", "飞行", "更换", "很久", None, None, None, None, -1, None)
    write_xlsx(path, [("价目表",), HEAD, ROW, _pads_row(), ROW, broken])
    preview = services.prices.preview(path)
    assert (preview.rows, preview.new, preview.changed) == (4, ("WX-017",), ("BY-001",))
    assert (preview.same, preview.missing) == (0, ("OLD",))
    assert [(f.row, [e.code for e in f.said]) for f in preview.faults] == [
        (5, ["prices.code_twice"]),
        (6, ["prices.kind", "prices.hours"]),
    ]
    assert services.prices.page().total == 2
    outcome = services.prices.take(preview, complete=True)
    assert (outcome.added, outcome.changed, outcome.retired) == (1, 1, 1)
    kept = {line.given.code: line.given for line in services.prices.page().lines}
    assert kept == {"BY-001": OIL, "WX-017": PADS}
    again = services.prices.preview(path)
    assert (again.new, again.changed, again.same, again.missing) == ((), (), 2, ())


def _pads_row() -> tuple[Any, ...]:
    return ("WX-017", "维修", "更换前刹车片", "1.2小时", "￥180", None, None, None, None, "X5")


def test_a_file_that_changed_since_is_not_taken(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    write_csv(path, [HEAD, ROW])
    preview = services.prices.preview(path)
    write_csv(path, [HEAD, _pads_row()])
    with pytest.raises(Conflict):
        services.prices.take(preview)
    assert services.prices.page().total == 0


def test_a_sheet_without_the_headings_says_what_is_missing(
    services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "other.xlsx"
    write_xlsx(path, [("车主姓名", "电话"), ("王芳", "13800138000")])
    with pytest.raises(UserError) as refused:
        services.prices.preview(path)
    assert refused.value.code == "prices.no_headings"


@settings(max_examples=60)
@given(st.integers(0, 99_999_999))
def test_what_a_cell_shows_is_what_is_kept(fen: int) -> None:
    """A machine's fraction never becomes another amount."""
    row = ("X", "维修", "作业", None, None, None, "配件", None, fen / 100, None)
    (line,) = read([Sheet("价目", [HEAD, row])]).lines
    assert line.unit_price == Decimal(fen) / 100
