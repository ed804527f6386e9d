"""The further fields of a file, what is offered while typing, the past by kinds, a new owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from frontdesk.models.enums import Channel, Consent, CustomerKind, Role
from frontdesk.services.customers.dto import EntryKind
from frontdesk.services.registry import Services
from frontdesk.ui.customers.lunar_field import LunarField
from frontdesk.ui.customers.merge_window import MergeWindow
from frontdesk.ui.customers.owner_window import OwnerWindow
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.customers.past import PAGE
from frontdesk.ui.customers.suggest_field import SuggestField
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.customers.conftest import Open
from tests.ui.keys import CTRL, ENTER, chord, press


def _background(page: CustomersPage) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    chord(Qt.Key.Key_PageDown, CTRL)
    assert page.pane.form() is page.pane.background


def _open(page: CustomersPage, customer_id: str, tasks: Tasks, qtbot: QtBot) -> None:
    page.open_place(Place("customers", customer_id, "open"))
    qtbot.waitUntil(
        lambda: tasks.idle and page.pane.file is not None and page.pane.file.id == customer_id
    )


def test_a_district_is_found_by_any_part_and_a_lunar_birthday_says_when_it_is_kept(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    form = file.pane.customer
    lunar, place = form.field("lunar_birthday"), form.field("region")
    assert isinstance(lunar, LunarField)
    assert isinstance(place, SuggestField)
    lunar.setFocus()
    press("闰6-30", ENTER)
    qtbot.waitUntil(lambda: lunar.hint() != "")
    assert "on the 29th" in lunar.hint() or "no leap month" in lunar.hint()
    press("深圳南")
    qtbot.waitUntil(lambda: place.offers() == ["广东省深圳市南山区"])
    press("山")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).region_code == "440305")
    kept = services.customers.open(zhang)
    assert (kept.lunar_birthday is not None, kept.background.family) == (True, ())
    qtbot.waitUntil(lambda: tasks.idle)
    assert place.typed() == "广东省深圳市南山区"


def test_one_goes_down_from_province_to_district_by_keys(file: CustomersPage, qtbot: QtBot) -> None:
    place = file.pane.customer.field("region")
    assert isinstance(place, SuggestField)
    place.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(place.offers()) == 34)
    completer = place.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
    assert place.typed() == "北京市"
    qtbot.waitUntil(lambda: "北京市东城区" in place.offers())
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
    assert place.typed() == "北京市东城区"


def test_a_place_that_is_none_is_said_on_leaving(
    file: CustomersPage, tasks: Tasks, qtbot: QtBot
) -> None:
    place = file.pane.customer.field("region")
    place.setFocus()
    press("火星", ENTER)
    qtbot.waitUntil(lambda: tasks.idle and place.error() != "")
    assert "no single district" in place.error()
    assert place.typed() == "火星"


def test_the_background_is_typed_saved_and_stays_in_front(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    _background(file)
    form = file.pane.background
    referrer = form.field("referrer")
    assert isinstance(referrer, SuggestField)
    form.focus_first()
    press("李")
    qtbot.waitUntil(lambda: referrer.offers() == ["李四 K-2026-000002"])
    completer = referrer.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
    assert referrer.typed() == "李四 K-2026-000002"
    form.field("consent_sms").setFocus()
    press("3")
    form.field("family_1_name").setFocus()
    press("王芳", ENTER)
    assert form.field("family_2_name").isVisibleTo(form)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).version == 2)
    kept = services.customers.open(zhang).background
    assert kept.referrer == "李四 K-2026-000002"
    assert [(each.channel, each.state) for each in kept.consents] == [
        (Channel.SMS, Consent.REFUSED)
    ]
    assert [each.name for each in kept.family] == ["王芳"]
    qtbot.waitUntil(lambda: tasks.idle)
    assert file.pane.form() is form
    assert not file.pane.is_dirty()
    assert "店长" in form.field("consent_sms").hint()
    assert services.drafts.offered("customer.background", zhang) is None


def test_more_numbers_than_lines_stay_with_the_file(
    page: CustomersPage, services: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    numbers = [f"1390000{n:04d}" for n in range(9)]
    merged = make.customer("合并", phones=numbers)
    _open(page, merged, tasks, qtbot)
    page.pane.customer.field("wechat").setFocus()
    press("hb")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(merged).wechat == "hb")
    assert len(services.customers.open(merged).phones) == 9


def test_what_is_seldom_asked_of_a_car_is_folded_away(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    form = file.pane.form()
    assert not form.field("gearbox_number").isVisibleTo(form)
    assert not form.field("driver_1_name").isVisibleTo(form)
    chord(Qt.Key.Key_E, CTRL)
    assert form.field("gearbox_number").isVisibleTo(form)
    form.field("purchased_on").setFocus()
    press("2026-01-31")
    form.field("warranty_months").setFocus()
    press("36", ENTER)
    assert form.field("warranty_ends_on").typed() == "2029-01-31"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).cars[0].warranty_months == 36)


def test_a_fleet_car_has_its_drivers(
    page: CustomersPage, services: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    fleet = make.customer("远航物流", kind=CustomerKind.FLEET)
    make.vehicle(fleet)
    _open(page, fleet, tasks, qtbot)
    chord(Qt.Key.Key_PageDown, CTRL)
    form = page.pane.form()
    form.field("driver_1_name").setFocus()
    press("赵司机", ENTER, "13700001111")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: bool(services.customers.open(fleet).cars[0].drivers))
    assert services.customers.open(fleet).cars[0].drivers[0].phone == "137 0000 1111"


def test_the_past_is_chosen_by_kind_and_goes_on_while_scrolling(
    page: CustomersPage, services: Services, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    customer = make.customer("老客户")
    car = make.vehicle(customer)
    for back in range(PAGE + 30):
        make.visit(car, arrived_at=services.desk.now - timedelta(days=back))
    services.customers.add_note(customer, "要求旧件带走")
    _open(page, customer, tasks, qtbot)
    past = page.pane.past
    qtbot.waitUntil(lambda: len(past.entries) == PAGE)
    past.timeline.setFocus()
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(past.entries) == PAGE + 32)
    assert len(set(past.entries)) == PAGE + 32
    assert len(past.timeline.items()) == PAGE + 32
    chord(Qt.Key.Key_T, CTRL)
    past.which.set_value("notes")
    qtbot.waitUntil(lambda: [entry.kind for entry in past.entries] == [EntryKind.NOTE])
    past.which.set_value("all")
    qtbot.waitUntil(lambda: len(past.entries) == PAGE)


def test_a_car_goes_to_another_owner_and_comes_back(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    chord(Qt.Key.Key_H, CTRL)
    window = QApplication.activeModalWidget()
    assert isinstance(window, OwnerWindow)
    qtbot.waitUntil(window.other.field.line.hasFocus)
    press("李四")
    qtbot.waitUntil(lambda: window.other.hits.count() > 0)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).cars == ())
    qtbot.waitUntil(lambda: tasks.idle and file.pane.tabs.count() == 3)
    assert services.customers.open(zhang).former_cars[0].plate == "粤BD12345"
    banner = next(each for each in file.banners.shown() if "another owner" in each.text)
    banner.action.click()
    qtbot.waitUntil(lambda: len(services.customers.open(zhang).cars) == 1)
    qtbot.waitUntil(lambda: tasks.idle and file.pane.tabs.count() == 4)


def test_the_open_file_is_merged_with_one_found_by_pinyin(
    file: CustomersPage, zhang: str, places: list[Place], make: Make, qtbot: QtBot
) -> None:
    other = make.customer("张薇", phones=["13700001111"])
    make.customer("张三", phones=["13700002222"])
    chord(Qt.Key.Key_M, CTRL)
    window = QApplication.activeModalWidget()
    assert isinstance(window, MergeWindow)
    qtbot.waitUntil(window.other.field.line.hasFocus)
    assert "张伟" in window.stays.text()
    chord(ENTER, CTRL)
    assert window.other.field.error() != ""
    press("zhangwei")
    qtbot.waitUntil(lambda: "张薇" in window.goes.text())
    assert [hit.customer_id for hit in window.other.hits.hits()] == [other]
    chord(ENTER, CTRL)
    assert places == [Place("customers", None, "part.duplicates", (zhang, other))]


def test_the_other_file_is_found_by_plate_and_telephone(
    file: CustomersPage, make: Make, qtbot: QtBot
) -> None:
    other = make.customer("李梅", phones=["13700001111"])
    make.vehicle(other, plate="粤B88888")
    chord(Qt.Key.Key_M, CTRL)
    window = QApplication.activeModalWidget()
    assert isinstance(window, MergeWindow)
    qtbot.waitUntil(window.other.field.line.hasFocus)
    for typed in ("88888", "37000011"):
        window.other.field.line.clear()
        press(typed)
        qtbot.waitUntil(lambda: {h.customer_id for h in window.other.hits.hits()} == {other})
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_only_who_may_merge_is_offered_it(
    open_page: Open, zhang: str, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    page = open_page(make.services(Role.SERVICE_ADVISOR))
    _open(page, zhang, tasks, qtbot)
    assert not page.pane.head.merge.isVisible()
    chord(Qt.Key.Key_M, CTRL)
    assert QApplication.activeModalWidget() is None


def test_what_is_typed_goes_before_a_merge(file: CustomersPage) -> None:
    file.pane.customer.field("email").setFocus()
    press("a@example.com")
    chord(Qt.Key.Key_M, CTRL)
    assert QApplication.activeModalWidget() is None
    assert any("save what was typed" in each.text for each in file.banners.shown())


def test_what_is_typed_goes_before_a_new_owner(
    file: CustomersPage, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    file.pane.form().field("colour").setFocus()
    press("白")
    chord(Qt.Key.Key_H, CTRL)
    assert QApplication.activeModalWidget() is None
    assert any("save what was typed" in each.text for each in file.banners.shown())


def test_a_note_is_flagged_from_the_past(
    file: CustomersPage,
    zhang: str,
    services: Services,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def press(box: QMessageBox, by: str) -> int:
        asked.append(box.text())
        next(each for each in box.buttons() if each.text() == by).click()
        return 0

    services.customers.add_note(zhang, "对香水过敏")
    file.refresh(frozenset())
    past = file.pane.past
    qtbot.waitUntil(lambda: tasks.idle and past.entries[0].kind is EntryKind.NOTE)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, "Show at each visit"))
    past.timeline.opened.emit(past.timeline.items()[0].id)
    qtbot.waitUntil(lambda: past.timeline.items()[0].icon == "flag")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, "No longer important"))
    past.timeline.opened.emit(past.timeline.items()[0].id)
    qtbot.waitUntil(lambda: past.timeline.items()[0].icon != "flag")
    assert asked == ["对香水过敏", "对香水过敏"]
