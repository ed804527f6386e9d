"""What a person does on the customers tab, by the keys they press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from frontdesk.language import Language
from frontdesk.models.customer import CustomerPhone
from frontdesk.models.enums import CustomerKind, Gender, Role
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.customers.service import NOTE_FORM
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Record, Subject
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make, vin_of
from tests.ui.customers.conftest import Open
from tests.ui.keys import CTRL, ENTER, chord, press

ALL = frozenset(Change)


def _settle(page: CustomersPage, tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tasks.idle)


def _said(page: CustomersPage) -> set[str]:
    table = page.keys()
    return {what for _, what in table}


def _texts(page: CustomersPage) -> list[str]:
    return [banner.text for banner in page.banners.shown()]


def test_the_cursor_in_the_list_opens_files(
    page: CustomersPage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.list.table.setFocus()
    press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Up)
    first = page.list.table.rows()[0]
    qtbot.waitUntil(lambda: page.pane.file is not None and page.pane.file.id == first.id)
    press(ENTER)
    qtbot.waitUntil(page.pane.head.intake.hasFocus)


def test_a_new_file_with_its_car_is_typed_and_saved(
    page: CustomersPage, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("王小明", ENTER, "2", ENTER, ENTER, ENTER, "13812345678")
    chord(Qt.Key.Key_PageDown, CTRL)
    press("粤b12399", ENTER, vin_of(77).lower(), ENTER, "凯越")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: page.pane.file is not None and page.pane.file.name == "王小明")
    file = page.pane.file
    assert file is not None
    assert (file.gender, file.kind) == (Gender.MALE, CustomerKind.PERSON)
    assert [line.shown for line in file.phones] == ["138 1234 5678"]
    assert [(car.plate, car.vin, car.brand) for car in file.cars] == [
        ("粤B12399", vin_of(77), "凯越")
    ]
    _settle(page, tasks, qtbot)
    assert services.drafts.offered("customer") is None
    assert file.id in {row.id for row in page.list.table.rows()}


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(
    page: CustomersPage, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("王小明", ENTER, ENTER, ENTER, "123", ENTER, "1381234567", ENTER)
    form = page.pane.customer
    assert "18 digits" in form.field("identity_number").error()
    assert "11 digits" in form.field("phone_1").error()
    chord(Qt.Key.Key_PageDown, CTRL)
    press("粤B1", ENTER)
    chord(ENTER, CTRL)
    _settle(page, tasks, qtbot)
    assert page.pane.tabs.currentIndex() == 0
    assert (
        form.field("identity_number").hasFocus()
        or QApplication.focusWidget() is form.field("identity_number").editor()
    )
    assert form.field("name").typed() == "王小明"
    assert page.pane.new_car.field("plate").error()


def test_the_id_number_fills_in_birthday_and_gender_as_a_guess(page: CustomersPage) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press(ENTER, ENTER, ENTER, "11010519491231002x", ENTER)
    form = page.pane.customer
    assert form.field("birthday").typed() == "1949-12-31"
    assert form.field("gender").value() is Gender.FEMALE
    assert form.field("birthday").hint() == "From the ID number"


def test_a_known_number_offers_the_file_there_is(
    page: CustomersPage, zhang: str, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("张", ENTER, ENTER, ENTER, ENTER, "138-0013-8000", ENTER)
    qtbot.waitUntil(lambda: bool(_texts(page)))
    assert _texts(page) == [
        "Telephone 138 0013 8000 is already in the file of 张伟 (K-2026-000001)."
    ]
    page.banners.shown()[0].action.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.pane.file is not None and page.pane.file.id == zhang)
    assert _texts(page) == []


def test_what_was_typed_comes_back_when_the_file_is_opened_again(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_End, "明")
    assert file.has_unsaved()
    other = next(row.id for row in file.list.table.rows() if row.id != zhang)
    file.open_place(Place("customers", other, "open"))
    qtbot.waitUntil(lambda: file.pane.file is not None and file.pane.file.id == other)
    assert not file.has_unsaved()
    file.open_place(Place("customers", zhang, "open"))
    qtbot.waitUntil(lambda: bool(_texts(file)))
    file.banners.shown()[0].action.click()
    assert file.pane.customer.field("name").typed() == "张伟明"
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).name == "张伟明")
    _settle(file, tasks, qtbot)
    assert services.drafts.offered("customer", zhang) is None


def test_a_draft_is_written_when_the_desk_is_parked(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, Qt.Key.Key_End, "明")
    file.park()
    _settle(file, tasks, qtbot)
    kept = services.drafts.offered("customer", zhang)
    assert kept is not None
    assert kept.values == {"name": "张伟明"}


def test_whoever_saves_second_keeps_both_versions(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, Qt.Key.Key_End, "明")
    phones = (PhoneInput("13800138000"), PhoneInput("075588886666"))
    services.customers.update(zhang, CustomerInput(name="张玮", phones=phones, wechat="zw1"), 1)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: any("张玮" in text for text in _texts(file)))
    form = file.pane.customer
    assert form.field("name").typed() == "张伟明"
    assert form.field("wechat").typed() == "zw1"
    file.banners.shown()[0].second.click()
    qtbot.waitUntil(lambda: services.customers.open(zhang).name == "张伟明")
    assert services.customers.open(zhang).wechat == "zw1"


def test_their_version_can_be_taken(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, Qt.Key.Key_End, "明")
    services.customers.update(
        zhang, CustomerInput(name="张玮", phones=(PhoneInput("13800138000"),)), 1
    )
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: any("张玮" in text for text in _texts(file)))
    file.banners.shown()[0].third.click()
    assert file.pane.customer.field("name").typed() == "张玮"
    assert not file.has_unsaved()


def test_a_change_elsewhere_shows_at_once_unless_something_is_typed(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    phones = (PhoneInput("13800138000"),)
    services.customers.update(zhang, CustomerInput(name="张玮", phones=phones), 1)
    file.refresh(ALL)
    _settle(file, tasks, qtbot)
    assert file.pane.customer.field("name").typed() == "张玮"
    press(Qt.Key.Key_F2, Qt.Key.Key_End, "明")
    services.customers.update(zhang, CustomerInput(name="张微", phones=phones), 2)
    file.refresh(ALL)
    _settle(file, tasks, qtbot)
    assert file.pane.customer.field("name").typed() == "张玮明"


def test_a_car_is_added_and_one_edited(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    press(Qt.Key.Key_End, Qt.Key.Key_Backspace, "6")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).cars[0].plate == "粤BD12346")
    _settle(file, tasks, qtbot)
    chord(Qt.Key.Key_PageDown, CTRL)
    chord(Qt.Key.Key_PageDown, CTRL)
    press("无", ENTER, vin_of(5), ENTER)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: len(services.customers.open(zhang).cars) == 2)
    _settle(file, tasks, qtbot)
    assert file.pane.tabs.count() == 5
    assert file.pane.car() is not None


def test_a_car_of_someone_else_is_taken_over(
    file: CustomersPage, zhang: str, make: Make, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    other = make.vehicle(make.customer("王五"), plate="粤B55555")
    chord(Qt.Key.Key_PageUp, CTRL)
    press("粤b55555", ENTER)
    qtbot.waitUntil(lambda: bool(_texts(file)))
    file.banners.shown()[0].second.click()
    qtbot.waitUntil(lambda: other in [car.id for car in services.customers.open(zhang).cars])
    _settle(file, tasks, qtbot)
    assert file.pane.car_id() == other


def test_the_id_number_shows_by_one_key_and_does_not_count_as_typed(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    field = file.pane.customer.field("identity_number")
    assert field.typed() == "110***********002X"
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: field.typed() == "11010519491231002X")
    assert not file.has_unsaved()
    press(Qt.Key.Key_F2, Qt.Key.Key_End, "明")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).name == "张伟明")
    assert services.customers.reveal_identity(zhang) == "11010519491231002X"


def test_intake_and_complaint_begin_from_the_file(
    file: CustomersPage, zhang: str, places: list[Place]
) -> None:
    assert file.pane.file is not None
    car = file.pane.file.cars[0].id
    press(Qt.Key.Key_F6, Qt.Key.Key_F7)
    assert places == [
        Place("intake", None, "new", Subject(zhang, car)),
        Place("complaints", None, "new", Subject(zhang, car)),
    ]


def test_the_past_opens_where_it_happened(
    page: CustomersPage,
    zhang: str,
    make: Make,
    services: Services,
    places: list[Place],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    visit = make.visit(services.customers.open(zhang).cars[0].id)
    page.open_place(Place("customers", zhang, "open"))
    qtbot.waitUntil(lambda: tasks.idle and len(page.pane.past.entries) == 2)
    page.pane.past.timeline.setFocus()
    for at, entry in enumerate(page.pane.past.entries):
        if entry.id == visit:
            page.pane.past.timeline.setCurrentIndex(page.pane.past.timeline.model().index(at, 0))
    press(ENTER)
    assert places == [Place("intake", visit, "open")]


def test_a_note_is_written_by_enter(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F9, "要求旧件带走", ENTER)
    qtbot.waitUntil(lambda: any(e.text == "要求旧件带走" for e in file.pane.past.entries))
    assert file.pane.past.note.typed() == ""
    assert services.customers.timeline(zhang)[0].by == "店长"
    file.keeping.flush()
    qtbot.waitUntil(lambda: tasks.idle)
    assert services.drafts.offered(NOTE_FORM, zhang) is None


def test_the_list_is_filtered_as_the_search_box_finds(
    page: CustomersPage, zhang: str, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_F, CTRL)
    press("zw")
    qtbot.waitUntil(lambda: [row.id for row in page.list.table.rows()] == [zhang])
    chord(Qt.Key.Key_A, CTRL)
    press("nobody")
    qtbot.waitUntil(lambda: page.list.table.rows() == [])
    assert page.list.table.empty.isVisibleTo(page)


def test_who_may_not_edit_sees_but_cannot_change(
    open_page: Open, zhang: str, make: Make, tasks: Tasks, qtbot: QtBot
) -> None:
    page = open_page(make.services(Role.SALES_CONSULTANT))
    page.open_place(Place("customers", zhang, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.pane.file is not None)
    name = page.pane.customer.field("name")
    name.setFocus()
    press("x")
    assert name.typed() == "张伟"
    chord(Qt.Key.Key_N, CTRL)
    assert page.pane.file is not None
    assert not page.list.new.isVisibleTo(page)
    assert page.pane.tabs.count() == 3


def test_an_empty_list_says_how_the_first_file_comes(
    open_page: Open, tasks: Tasks, qtbot: QtBot
) -> None:
    page = open_page()
    assert page.list.table.empty.isVisibleTo(page)
    page.list.table.empty.action.click()
    assert page.pane.isVisibleTo(page)
    assert page.pane.file is None


def test_everything_speaks_the_language_chosen(file: CustomersPage) -> None:
    assert file.pane.save.text() == "Save  Ctrl+Enter"
    english = _said(file)
    language.switch().use(Language.ZH_CN)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert english.isdisjoint(_said(file))
    assert file.pane.save.text() != "Save  Ctrl+Enter"
    assert file.pane.tabs.tabText(0) != "Customer file"


def test_a_number_found_wrong_is_asked_for(
    page: CustomersPage, make: Make, services: Services, qtbot: QtBot
) -> None:
    customer = make.customer(phones=["13700001111"])
    with services.desk.write() as work:
        rows = work.session.scalars(
            select(CustomerPhone).where(CustomerPhone.customer_id == customer)
        )
        rows.one().wrong = True
    page.open_place(Place("customers", customer, "open"))
    qtbot.waitUntil(lambda: page.pane.file is not None and page.pane.file.id == customer)
    assert "wrong or empty" in page.pane.customer.field("phone_1").hint()
    assert "Wrong number" in page.pane.head.chips()


def test_an_unusual_vin_is_said_and_kept(
    file: CustomersPage, zhang: str, services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_PageDown, CTRL)
    abroad = "WBA3A5C51DF358058"[:8] + "0" + "WBA3A5C51DF358058"[9:]
    press(ENTER)
    chord(Qt.Key.Key_A, CTRL)
    press(abroad, ENTER)
    vin = file.pane.form().field("vin")
    assert "check digit" in vin.warning()
    assert vin.error() == ""
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: services.customers.open(zhang).cars[0].vin == abroad)


@pytest.mark.parametrize("hostile", ["<b>x</b>&amp;", "a\u202eb", "'; DROP TABLE customer;--"])
def test_a_name_is_shown_as_it_is(
    page: CustomersPage, make: Make, tasks: Tasks, qtbot: QtBot, hostile: str
) -> None:
    customer = make.customer(hostile)
    page.open_place(Place("customers", customer, "open"))
    qtbot.waitUntil(lambda: page.pane.file is not None and page.pane.file.id == customer)
    assert page.pane.head.name.text() == hostile
    assert page.pane.head.name.textFormat() is Qt.TextFormat.PlainText


def test_a_manager_is_shown_who_saw_the_file(
    file: CustomersPage, zhang: str, places: list[Place]
) -> None:
    assert file.pane.head.trail.isVisible()

    chord(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    number = file.pane.file.number if file.pane.file is not None else ""
    assert places == [Place("settings", None, "audit", Record("customer", zhang, f"张伟 {number}"))]


def test_who_may_not_read_the_trail_is_offered_no_way_there(
    open_page: Open, make: Make, zhang: str, places: list[Place], tasks: Tasks, qtbot: QtBot
) -> None:
    page = open_page(make.services(Role.SERVICE_ADVISOR))
    page.open_place(Place("customers", zhang, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.pane.file is not None)
    assert not page.pane.head.trail.isVisible()
    chord(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert places == []
    assert "Shift+F8" not in dict(page.keys())
