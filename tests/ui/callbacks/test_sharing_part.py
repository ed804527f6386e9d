"""The CS manager shares out by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.callback import Callback
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Role
from frontdesk.services.callbacks.sharing_dto import EVERYONE
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks import sharing_part
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.callbacks.sharing_part import SharingSection
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.ui.callbacks.conftest import Show
from tests.ui.keys import CTRL, ENTER, chord, press


@pytest.fixture
def manager(make: Make) -> Services:
    """The CS manager."""
    return make.services(Role.CS_MANAGER, name="周敏")


@pytest.fixture
def team(make: Make) -> tuple[Actor, Actor]:
    """Two specialists."""
    return (
        make.staff(Role.CS_SPECIALIST, name="李丽"),
        make.staff(Role.CS_SPECIALIST, name="王娟"),
    )


@pytest.fixture
def section(
    make: Make,
    manager: Services,
    team: tuple[Actor, Actor],
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Show,
    qtbot: QtBot,
) -> SharingSection:
    """The part with four calls that are nobody's."""
    for _ in range(4):
        make.callback()
    page = CallbacksPage(UiContext(manager, tasks, places.append, clock))
    page.resize(1366, 630)
    show(page)
    page.open_place(Place("callbacks", action="part.sharing"))
    found = page.section("sharing")
    assert isinstance(found, SharingSection)
    qtbot.waitUntil(lambda: tasks.idle and bool(found.people.table.rows()))
    return found


def _owners(desk: Desk, section: SharingSection) -> list[str | None]:
    with desk.read() as session:
        return [row.assigned_to for row in session.query(Callback).order_by(Callback.number)]


def _settle(section: SharingSection, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: section.context.tasks.idle)


def test_f5_shares_out_and_the_table_says_who_has_what(
    section: SharingSection, desk: Desk, team: tuple[Actor, Actor], qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F5)
    _settle(section, qtbot)
    assert sorted(map(str, _owners(desk, section))) == sorted(2 * [one.id for one in team])
    open_ = {share.id: share.open for share in section.people.table.rows()}
    assert (open_[team[0].id], open_[team[1].id], open_[EVERYONE]) == (2, 2, 0)
    assert "4 calls given out." in section.banners.shown()[-1].text


def test_calls_are_given_and_taken_back_by_keys(
    section: SharingSection, desk: Desk, team: tuple[Actor, Actor], qtbot: QtBot
) -> None:
    section.people.table.select("-")
    qtbot.waitUntil(lambda: len(section.calls.table.rows()) == 4)
    section.calls.table.select_first()
    section.calls.table.setFocus()
    chord(Qt.Key.Key_A, CTRL)
    takers = section.service.takers(section.calls.table.selected_ids())
    at = [id_ for id_, _ in takers].index(team[1].id)
    chord(Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClicks(menu, str(at + 1))
    _settle(section, qtbot)
    assert _owners(desk, section) == [team[1].id] * 4
    section.people.table.select(team[1].id)
    qtbot.waitUntil(lambda: len(section.calls.table.rows()) == 4)
    section.calls.table.select_first()
    chord(Qt.Key.Key_B, CTRL)
    _settle(section, qtbot)
    assert _owners(desk, section).count(None) == 1


def test_from_a_person_enter_leads_to_the_calls_and_the_kinds_are_told_whole(
    section: SharingSection, desk: Desk, team: tuple[Actor, Actor], qtbot: QtBot
) -> None:
    section.people.table.select("-")
    qtbot.waitUntil(lambda: len(section.calls.table.rows()) == 4)
    assert section.whose.text().endswith("After service 4")
    section.people.table.view.setFocus()
    chord(Qt.Key.Key_B, CTRL)
    assert "First choose calls" in section.banners.shown()[-1].text
    chord(Qt.Key.Key_G, CTRL)
    assert QApplication.activePopupWidget() is None
    press(ENTER)
    assert section.calls.table.view.hasFocus()
    assert len(section.calls.table.selected_ids()) == 1


def test_days_off_are_noted_and_withdrawn(
    section: SharingSection, desk: Desk, team: tuple[Actor, Actor], qtbot: QtBot
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    card = section.days_off
    chord(ENTER, CTRL)
    assert card.who.error() == "Choose whose days off they are."
    card.who.set_value(team[0].id)
    card.first.setFocus()
    press("+0")
    card.last.setFocus()
    press("+3")
    chord(ENTER, CTRL)
    _settle(section, qtbot)
    look = section.service.look()
    (absence,) = look.absences
    assert (absence.staff_id, absence.last) == (team[0].id, desk.today + timedelta(days=3))
    assert not card.form.has_changes()
    section.withdraw(absence)
    _settle(section, qtbot)
    assert section.service.look().absences == ()


def test_days_off_the_wrong_way_round_are_refused_beside_the_field(
    section: SharingSection, team: tuple[Actor, Actor], qtbot: QtBot
) -> None:
    card = section.days_off
    card.who.set_value(team[0].id)
    card.first.setFocus()
    press("+3")
    card.last.setFocus()
    press("+1")
    chord(ENTER, CTRL)
    _settle(section, qtbot)
    assert card.last.error() == "The last day cannot come before the first."
    assert card.form.has_changes()


def test_specialists_do_not_see_the_part(page: CallbacksPage) -> None:
    assert "sharing" not in page.part_keys()


def test_customers_of_one_specialist_are_passed_on_by_keys(
    section: SharingSection,
    manager: Services,
    team: tuple[Actor, Actor],
    make: Make,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    giver, taker = team
    customers = [make.customer(f"客户{n}") for n in range(3)]
    manager.sharing.give_customers(customers, giver.id)
    section.refresh(frozenset())
    _settle(section, qtbot)
    asked: list[str] = []

    def agree(_: QWidget, __: str, text: str, **___: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(sharing_part, "ask", agree)
    chord(Qt.Key.Key_M, CTRL)
    assert section.keepers.whose.editor().hasFocus()
    chord(ENTER, CTRL)
    assert section.keepers.whose.error()
    assert asked == []
    section.keepers.whose.set_value(giver.id)
    section.keepers.to.set_value(taker.id)
    section.keepers.to.setFocus()
    chord(ENTER, CTRL)
    _settle(section, qtbot)
    assert asked == ["All 3 customers of 李丽 go to 王娟."]
    with desk.read() as session:
        owners = {session.get_one(Customer, id_).specialist_id for id_ in customers}
    assert owners == {taker.id}


def test_a_customer_not_contacted_is_given_to_another(
    section: SharingSection,
    manager: Services,
    team: tuple[Actor, Actor],
    make: Make,
    desk: Desk,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    customer = make.customer("赵云")
    manager.sharing.give_customers([customer], team[0].id)
    clock.set(clock.now() + timedelta(days=9))
    section.refresh(frozenset())
    _settle(section, qtbot)
    chord(Qt.Key.Key_L, CTRL)
    section.late.table.select(customer)
    chord(Qt.Key.Key_G, CTRL)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_3)
    _settle(section, qtbot)
    with desk.read() as session:
        assert session.get_one(Customer, customer).specialist_id == team[1].id
