"""Hours, discounts, who pays, declined work, and lines of the price list, by keyboard."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from frontdesk.errors import UserError
from frontdesk.models.enums import Payer, WorkKind
from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.prices.dto import PriceInput, PriceLine
from frontdesk.ui.intake.items_field import ItemsField
from frontdesk.ui.intake.items_line import Col, Line, item_of, line_of
from frontdesk.ui.intake.price_popup import PricePopup
from tests.ui import keys
from tests.ui.conftest import Show
from tests.ui.keys import ENTER

OIL = PriceLine(
    "p1",
    1,
    PriceInput("BY-1", WorkKind.MAINTENANCE, "更换机油", Decimal("0.8"), None, "5W", "机油",
               Decimal("4.5"), Decimal("89.90")),
    Decimal(150),
    Decimal("524.55"),
)  # fmt: skip
OTHER = PriceLine(
    "p2", 1, PriceInput("BY-2", WorkKind.MAINTENANCE, "更换机滤"), Decimal(150), Decimal(0)
)


def press(key: str | Qt.Key) -> None:
    """A text or key, and what Qt puts off until afterwards: a cell closes a moment later."""
    keys.press(key)
    QApplication.processEvents()


@pytest.fixture
def field(show: Show) -> ItemsField:
    items = ItemsField()
    items.resize(1000, 300)
    items.set_rate(Decimal(200))
    show(items)
    items.table.setFocus(Qt.FocusReason.TabFocusReason)
    return items


@pytest.mark.parametrize(
    ("typed", "labour", "hours"),
    [
        ("1.5h", "225.00", "1.5"),
        ("2 工时", "300.00", "2"),
        ("0.333小时", "49.95", "0.333"),
        ("225", "225", None),
        ("", "0", None),
    ],
)
def test_labour_is_an_amount_or_hours(typed: str, labour: str, hours: str | None) -> None:
    item = item_of(Line(kind="repair", work="检修", labour=typed), 1, Decimal(150))
    assert item.labour == Decimal(labour)
    assert item.labour_hours == (None if hours is None else Decimal(hours))
    assert item_of(line_of(item), 1, Decimal(999)) == item


@pytest.mark.parametrize(
    ("typed", "off"),
    [("20", "20"), ("10%", "30.00"), ("9折", "30.00"), ("85折", "45.00"), ("10折", "0.00"),
     ("33.33%", "99.99"), ("", "0")],
)  # fmt: skip
def test_a_discount_is_an_amount_or_a_share(typed: str, off: str) -> None:
    item = item_of(Line(kind="repair", work="检修", labour="300", off=typed), 1)
    assert item.discount == Decimal(off)


@pytest.mark.parametrize("typed", ["101%", "a lot", "1.234"])
def test_a_discount_that_cannot_be_is_told_by_its_row(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        item_of(Line(kind="repair", work="检修", labour="300", off=typed), 3)
    assert (refused.value.code, refused.value.params["row"]) == ("intake.item_money", 3)


def test_warranty_work_is_paid_by_the_maker_unless_it_is_said_otherwise(
    field: ItemsField,
) -> None:
    press("3")
    press("索赔")
    press(ENTER)
    press("100")
    press(ENTER)
    assert field.payers() == {Payer.WARRANTY: Decimal(100)}
    field.table.go(0, Col.PAYER)
    press("4")
    assert field.payers() == {Payer.GOODWILL: Decimal(100)}
    assert field.value()[0].payer is Payer.GOODWILL


def test_declined_work_asks_why_and_counts_for_nothing(field: ItemsField) -> None:
    field.set_value((WorkItem(WorkKind.REPAIR, "换雨刮", Decimal(60)),))
    field.table.go(0, Col.PAYER)
    press("5")
    assert field.total() == Decimal(0)
    with pytest.raises(UserError) as refused:
        field.value()
    assert refused.value.code == "intake.item_declined_why"
    press("太贵")
    press(ENTER)
    assert field.value()[0].declined_why == "太贵"
    restored = ItemsField()
    restored.set_typed(field.typed())
    assert restored.value() == field.value()
    assert "太贵" in field.spoken(field.typed())


def test_enter_passes_over_what_is_seldom_filled_in(field: ItemsField) -> None:
    field.set_value((WorkItem(WorkKind.REPAIR, "换雨刮", Decimal(60), "雨刮", Decimal(2)),))
    field.table.go(0, Col.PRICE)
    press("30")
    press(ENTER)
    assert (field.table.currentIndex().row(), field.table.currentIndex().column()) == (1, 0)


def _type_work(field: ItemsField, typed: str) -> PricePopup:
    field.table.go(0, Col.WORK)
    press(Qt.Key.Key_Delete)
    press(typed)
    field.offer(typed, (OIL, OTHER))
    popup = field.window().findChild(PricePopup)
    assert popup is not None
    return popup


def test_a_line_of_the_price_list_fills_the_row(field: ItemsField) -> None:
    asked: list[str] = []
    field.looked_for.connect(asked.append)
    popup = _type_work(field, "jy")
    assert asked == ["j", "jy"]
    assert popup.isVisible()
    assert "BY-1" in popup.item(0).text()
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert not popup.isVisible()
    (item,) = field.value()
    assert (item.code, item.labour_hours, item.labour) == ("BY-1", Decimal("0.8"), Decimal(120))
    assert field.total() == Decimal("524.55")
    assert field.table.hasFocus()
    assert field.table.currentIndex().column() == Col.LABOUR


def test_what_was_typed_stays_without_a_choice_and_escape_takes_the_list_away(
    field: ItemsField,
) -> None:
    popup = _type_work(field, "洗车")
    press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(ENTER)
    assert field.model.line(0).work == "洗车"
    popup = _type_work(field, "打蜡")
    press(ENTER)
    assert not popup.isVisible()
    assert field.model.line(0).work == "打蜡"


def test_an_answer_for_what_is_no_longer_typed_is_not_shown(field: ItemsField) -> None:
    popup = _type_work(field, "jy")
    press("x")
    field.offer("jy", (OTHER,))
    assert popup.count() == 2
    field.offer("jyx", ())
    assert not popup.isVisible()
