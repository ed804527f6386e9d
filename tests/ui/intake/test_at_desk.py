"""A car is received by keys alone: in few of them, with faults beside the fields, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import VisitStatus, WorkKind
from frontdesk.services.intake.inputs import Arrival, Told
from frontdesk.services.intake.views import VisitFilter, VisitRow
from frontdesk.services.registry import Services
from frontdesk.ui.intake.form_scroll import FormScroll
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Subject
from frontdesk.ui.kit.pdf_view import PdfWindow
from tests.factories import Make
from tests.services.intake.kit import given
from tests.ui.intake.conftest import Desk
from tests.ui.keys import ENTER

F6, SPACE, ESC = Qt.Key.Key_F6, Qt.Key.Key_Space, Qt.Key.Key_Escape


def _visits(services: Services, vehicle_id: str) -> tuple[VisitRow, ...]:
    return services.intake.list(VisitFilter(vehicle_id=vehicle_id))


def _begin(desk: Desk, vehicle_id: str) -> None:
    desk.page.begin(vehicle_id)
    desk.until(lambda: desk.page.view.shows(desk.page.view.desk))
    desk.settle()


def test_a_known_car_is_received_and_printed_in_thirty_keys(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    owner = make.customer("欧阳娜娜")
    vehicle_id = make.vehicle(owner, plate="粤BD12345")
    for _ in range(20):
        make.vehicle()
    services.intake.register(given(services, vehicle_id, arrival=Arrival(mileage_km=30_000)))
    clock.move(timedelta(days=90))
    before = services.intake.list(VisitFilter(vehicle_id=vehicle_id))[0]
    services.intake.decline(before.id, 1, "下次再做")
    desk = desk_view
    desk.ctrl(Qt.Key.Key_K)
    desk.press("D1234")
    desk.until(lambda: desk.view.search.popup.list.count() > 0)
    desk.settle()
    desk.ctrl(ENTER)
    desk.until(lambda: desk.page.view.shows(desk.page.view.desk))
    desk.settle()
    desk.press("33120", ENTER, F6)
    desk.say("早上冷车起步有吱吱声")
    desk.press(F6, "1", F6, ENTER, SPACE)
    desk.ctrl(ENTER)
    desk.until(lambda: desk.page.view.shows(desk.page.view.visit))
    desk.settle()
    desk.ctrl(Qt.Key.Key_P)
    desk.until(lambda: desk.page.findChildren(PdfWindow))
    assert desk.keys <= 30
    saved = services.intake.open(_visits(services, vehicle_id)[0].id)
    assert saved.status is VisitStatus.AGREED
    assert saved.arrival.mileage_km == 33_120
    assert saved.told.words == "早上冷车起步有吱吱声"
    assert [item.description for item in saved.items] == ["更换机油机滤"]
    assert saved.estimate_total == Decimal("524.55")
    assert saved.promised_at == services.desk.now + timedelta(hours=2)
    assert saved.prints == 1
    (window,) = desk.page.findChildren(PdfWindow)
    assert window.pdf.startswith(b"%PDF")
    window.close()


def test_enter_goes_through_the_form_in_the_order_of_speech(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    desk_view.press("12000", ENTER, "李娜", ENTER, "13800138000", ENTER, "4", ENTER)
    desk_view.press("划痕", ENTER, "座椅", ENTER, "刹车响", ENTER)
    desk_view.press("为", ENTER, "时", ENTER, "处", ENTER, "谁", ENTER, "何", ENTER, "怎", ENTER)
    desk_view.press(
        "五百", ENTER, "片磨损", ENTER, "2", "修刹车", ENTER, "150", ENTER, "刹车片", ENTER
    )
    desk_view.press("2", ENTER, "88.5", ENTER, ENTER, "18:30", ENTER, SPACE)
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _visits(services, vehicle_id))
    sheet = services.intake.open(_visits(services, vehicle_id)[0].id)
    assert sheet.arrival == Arrival("李娜", "13800138000", 12_000, 4, "划痕", "座椅")
    assert sheet.told.words == "刹车响"
    assert (sheet.told.why, sheet.told.how_much) == ("为", "五百")
    (item,) = sheet.items
    assert (item.kind, item.description, item.part) == (WorkKind.REPAIR, "修刹车", "刹车片")
    assert item.total == Decimal("327.00")
    assert sheet.promised_at is not None
    assert f"{sheet.promised_at.astimezone(services.desk.clock.zone()):%H:%M}" == "18:30"


def test_faults_stand_beside_their_fields_and_nothing_is_lost(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    form = desk_view.page.view.desk.form
    form.promised.line.clear()
    desk_view.press("12000", ENTER, ENTER, "12")
    desk_view.ctrl(ENTER)
    desk_view.until(form.items.error)
    assert form.phone.error()
    assert form.promised.error()
    assert form.read_back.error()
    assert form.mileage.value() == 12_000
    assert _visits(services, vehicle_id) == ()


def test_a_figure_that_cannot_be_read_is_not_saved(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    form = desk_view.page.view.desk.form
    desk_view.press("zwölf", ENTER)
    assert form.mileage.error()
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.settle()
    assert form.mileage.line.text() == "zwölf"
    assert _visits(services, vehicle_id) == ()


def test_without_the_agreement_it_is_kept_as_an_estimate_and_gone_on_with(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    desk_view.press("12000", F6)
    desk_view.say("空调不凉")
    desk_view.press(F6, "6")
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    desk_view.settle()
    (row,) = _visits(services, vehicle_id)
    assert row.status is VisitStatus.ESTIMATED
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    form = desk_view.page.view.desk.form
    assert form.words.value() == "空调不凉"
    form.read_back.setFocus()
    desk_view.press(SPACE)
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: _visits(services, vehicle_id)[0].status is VisitStatus.AGREED)
    assert len(_visits(services, vehicle_id)) == 1


def test_an_odd_mileage_is_remarked_on_and_saved_all_the_same(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    vehicle_id = make.vehicle()
    services.intake.decline(services.intake.register(given(services, vehicle_id)), 1, "x")
    clock.move(timedelta(days=10))
    _begin(desk_view, vehicle_id)
    desk_view.press("11000", ENTER)
    mileage = desk_view.page.view.desk.form.mileage
    assert "12,000" in mileage.warning()
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: len(_visits(services, vehicle_id)) == 2)


def test_what_was_typed_is_offered_again(desk_view: Desk, services: Services, make: Make) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    desk_view.press(F6)
    desk_view.say("刹车有异响")
    desk_view.press(F6, "2", "检查", ENTER)
    desk_view.press(ESC)
    desk_view.settle()
    assert desk_view.page.view.shows(desk_view.page.view.start)
    _begin(desk_view, make.vehicle())
    assert desk_view.page.view.desk.form.words.value() is None
    _begin(desk_view, vehicle_id)
    desk_view.until(desk_view.page.banners.shown)
    (banner,) = desk_view.page.banners.shown()
    banner.action.click()
    form = desk_view.page.view.desk.form
    assert form.words.value() == "刹车有异响"
    assert [item.description for item in form.items.value()] == ["检查"]
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: _visits(services, vehicle_id))
    assert services.drafts.offered("intake", vehicle_id) is None


def test_an_appointment_is_made_and_comes_true(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    vehicle_id = make.vehicle()
    _begin(desk_view, vehicle_id)
    desk_view.press(F6)
    desk_view.say("做保养")
    desk_view.press(Qt.Key.Key_F9)
    desk_view.ctrl(ENTER)
    form = desk_view.page.view.booking
    assert form.booked_for.error()
    desk_view.press("16:30", ENTER)
    assert form.words.value() == "做保养"
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.visit))
    desk_view.settle()
    (row,) = _visits(services, vehicle_id)
    assert row.status is VisitStatus.BOOKED
    clock.move(timedelta(hours=6))
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    desk_view.settle()
    assert desk_view.page.view.desk.form.words.value() == "做保养"
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: _visits(services, vehicle_id)[0].status is VisitStatus.ARRIVED)
    assert services.intake.open(row.id).by_appointment


def test_what_matters_now_stands_above_the_form(desk_view: Desk, make: Make) -> None:
    customer_id = make.customer(do_not_call=True)
    vehicle_id = make.vehicle(customer_id)
    make.complaint(customer_id)
    _begin(desk_view, vehicle_id)
    texts = desk_view.page.view.desk.notices.texts()
    assert texts[0].startswith("Open complaint C-2026-000001")
    assert any("wants no calls" in text for text in texts)


def test_a_customer_with_several_cars_is_asked_which(desk_view: Desk, make: Make) -> None:
    customer_id = make.customer()
    first, second = make.vehicle(customer_id), make.vehicle(customer_id)
    make.visit(second, status=VisitStatus.HANDED_OVER)
    desk_view.page.open_place(Place("intake", None, "new", Subject(customer_id)))
    start = desk_view.page.view.start
    desk_view.until(start.cars.rows)
    assert [car.vehicle_id for car in start.cars.rows()] == [second, first]
    desk_view.press(Qt.Key.Key_Down, ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    shown = desk_view.page.view.desk.start
    assert shown is not None
    assert shown.head.vehicle_id == first


def test_a_new_customer_is_written_down_and_received(
    desk_view: Desk, services: Services, make: Make
) -> None:
    desk_view.ctrl(Qt.Key.Key_N)
    desk_view.press("王小明", ENTER, "13911112222", ENTER, "粤B12345", ENTER, ENTER, "凯越")
    desk_view.ctrl(ENTER)
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    shown = desk_view.page.view.desk.start
    assert shown is not None
    assert (shown.head.customer, shown.head.plate) == ("王小明", "粤B12345")


def test_a_number_that_is_known_offers_the_file_there_is(desk_view: Desk, make: Make) -> None:
    vehicle_id = make.vehicle(make.customer("王小明"), plate="粤B12345")
    desk_view.ctrl(Qt.Key.Key_N)
    desk_view.press("小明", ENTER, ENTER, "粤B·12345", ENTER)
    desk_view.until(desk_view.page.banners.shown)
    (banner,) = desk_view.page.banners.shown()
    assert "王小明" in banner.text
    banner.action.click()
    desk_view.until(lambda: desk_view.page.view.shows(desk_view.page.view.desk))
    shown = desk_view.page.view.desk.start
    assert shown is not None
    assert shown.head.vehicle_id == vehicle_id


def test_a_new_customer_without_a_name_is_told_so(desk_view: Desk) -> None:
    desk_view.ctrl(Qt.Key.Key_N)
    desk_view.press(ENTER, "139", ENTER)
    desk_view.ctrl(ENTER)
    form = desk_view.page.view.new_car
    desk_view.until(lambda: form.field("name").error())
    assert form.field("phone_1").error()
    assert form.typed()["phone_1"] == "139"


@pytest.mark.parametrize("spoken", list(Language))
def test_the_whole_form_is_seen_at_once_on_a_small_screen(
    desk_view: Desk, make: Make, spoken: Language
) -> None:
    customer_id = make.customer(do_not_call=True)
    vehicle_id = make.vehicle(customer_id)
    make.complaint(customer_id)
    language.switch().use(spoken)
    _begin(desk_view, vehicle_id)
    assert (desk_view.view.width(), desk_view.view.height()) == (1366, 768)
    (scroll,) = desk_view.page.view.desk.findChildren(FormScroll)
    desk_view.until(lambda: scroll.verticalScrollBar().maximum() == 0)
    form = desk_view.page.view.desk.form
    assert form.minimumSizeHint().width() <= scroll.viewport().width()


def test_phrases_used_before_are_offered_taken_and_forgotten(
    desk_view: Desk, services: Services, make: Make
) -> None:
    for said in ("早上冷车", "早上冷车", "高速时"):
        told = Told("刹车响", when_happens=said)
        services.intake.register(given(services, make.vehicle(), told=told))
    _begin(desk_view, make.vehicle())
    form = desk_view.page.view.desk.form
    when = form.field("when_happens")
    when.setFocus()
    popup = form.phrases.popup
    desk_view.press(Qt.Key.Key_Down)
    desk_view.until(popup.isVisible)
    QTest.keyClick(popup, ENTER)
    assert when.typed() == "早上冷车"
    assert services.intake.phrases("when_happens") == ("早上冷车", "高速时")
    when.set_typed("")
    desk_view.press(Qt.Key.Key_Down)
    desk_view.until(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Delete)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    desk_view.settle()
    assert services.intake.phrases("when_happens") == ("高速时",)
    # Nothing begins so: nothing is shown.
    desk_view.say("没有")
    desk_view.press(Qt.Key.Key_Down)
    desk_view.settle()
    assert not popup.isVisible()


def test_words_read_back_cannot_be_typed_over(
    desk_view: Desk, services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle()
    services.intake.register(given(services, vehicle_id, agreed=False))
    _begin(desk_view, vehicle_id)
    form = desk_view.page.view.desk.form
    assert form.words.box.isReadOnly()
    assert not form.read_back.box.isEnabled()
    assert "locked" in form.words.hint()
    _begin(desk_view, make.vehicle())
    assert not form.words.box.isReadOnly()
    assert form.words.hint() == ""
