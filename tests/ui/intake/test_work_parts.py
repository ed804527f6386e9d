"""The house board and the price list in the window, by keys."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from frontdesk.models.enums import VisitStatus, WorkKind
from frontdesk.services.prices.dto import PriceInput
from frontdesk.services.registry import Services
from frontdesk.ui.intake.house_part import HouseSection
from frontdesk.ui.intake.prices_part import PricesSection
from tests.factories import Make
from tests.services.exchange.sheets import write_csv
from tests.ui.intake.conftest import Desk
from tests.ui.keys import ENTER

OIL = PriceInput("BY-1", WorkKind.MAINTENANCE, "更换机油", Decimal("0.8"))


def _house(desk: Desk) -> HouseSection:
    desk.page.show_part("house")
    desk.settle()
    section = desk.page.section("house")
    assert isinstance(section, HouseSection)
    return section


def _prices(desk: Desk) -> PricesSection:
    desk.page.show_part("prices")
    desk.settle()
    section = desk.page.section("prices")
    assert isinstance(section, PricesSection)
    return section


def test_cars_stand_in_the_lane_of_their_status_late_ones_first(
    desk_view: Desk, make: Make
) -> None:
    now = make.desk.now
    make.visit(status=VisitStatus.IN_WORKSHOP, promised_at=now + timedelta(hours=3))
    late = make.visit(status=VisitStatus.IN_WORKSHOP, promised_at=now - timedelta(minutes=5))
    make.visit(status=VisitStatus.READY, promised_at=now - timedelta(hours=1))
    section = _house(desk_view)
    assert [lane.count() for lane in section.lanes] == [0, 0, 0, 2, 1]
    workshop = section.lanes[3]
    assert "late" in workshop.list.item(0).text()
    assert "late" not in workshop.list.item(1).text()
    assert "1 late" in section.summary.text()
    section.focus_first()
    assert workshop.list.hasFocus()
    desk_view.press(Qt.Key.Key_Right)
    assert section.lanes[4].list.hasFocus()
    desk_view.press(Qt.Key.Key_Left)
    desk_view.press(ENTER)
    desk_view.until(lambda: desk_view.page.view.visit.sheet is not None)
    sheet = desk_view.page.view.visit.sheet
    assert sheet is not None
    assert sheet.id == late


def test_a_line_is_written_found_and_changed(desk_view: Desk, services: Services) -> None:
    section = _prices(desk_view)
    desk_view.press(Qt.Key.Key_Insert)
    desk_view.press("BY-1", ENTER, "更换机油", ENTER, "1", ENTER, "0.8")
    section.keep()
    desk_view.settle()
    assert not section.editing
    (line,) = services.prices.page().lines
    assert line.total == Decimal("120.00")
    section.words.line.setFocus()
    desk_view.press("ghjy")
    desk_view.settle()
    section.begin(line)
    section.form.field("name").set_value("更换机油机滤")
    section.keep()
    desk_view.settle()
    assert services.prices.page().lines[0].given.name == "更换机油机滤"


def test_a_fault_stands_beside_its_field_and_nothing_is_lost(
    desk_view: Desk, services: Services
) -> None:
    services.prices.save(OIL)
    section = _prices(desk_view)
    section.begin()
    section.form.set_values({"code": "BY-1", "name": "别的", "kind": WorkKind.REPAIR})
    section.keep()
    desk_view.settle()
    assert section.editing
    assert "BY-1" in section.form.field("code").error()
    section.form.field("labour_hours").set_typed("很久")
    section.keep()
    assert section.form.field("labour_hours").error()


def test_a_sheet_is_looked_at_and_taken(
    desk_view: Desk, services: Services, tmp_path: Path
) -> None:
    services.prices.save(OIL)
    path = tmp_path / "prices.csv"
    head = ("编码", "类别", "名称", "单价", "配件")
    good, bad = ("A1", "维修", "换灯泡", "12.5", "灯泡"), ("A2", "飞行", "坏行", "", "")
    write_csv(path, [head, good, bad])
    section = _prices(desk_view)
    section.look_at(path)
    desk_view.settle()
    assert "1 new" in section.preview.counts.text()
    assert "Row 3" in section.preview.faults.text()
    section.preview.complete.setChecked(True)
    section.take()
    desk_view.settle()
    assert [line.given.code for line in services.prices.page().lines] == ["A1"]
