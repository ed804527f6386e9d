"""The parts of what follows calls: routine sheets, spot checks, messages; and the end of a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    MessageState,
    Role,
    SpotRule,
    SpotVerdict,
)
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.desk import Desk
from frontdesk.services.outbox.dto import MessageFilter
from frontdesk.services.registry import Services
from frontdesk.services.spot_checks.dto import CheckFilter, Draw
from frontdesk.ui.callbacks.checks_draw import DrawOf
from frontdesk.ui.callbacks.checks_part import ChecksSection
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, said
from tests.services.routine.test_routine import _car, _whole
from tests.ui.callbacks.test_keys import Hand
from tests.ui.keys import ENTER

F9 = Qt.Key.Key_F9
SATISFIED_KEYS = "111111"
Open = Callable[[Services, str], CallbacksPage]


@pytest.fixture
def hand(qtbot: QtBot, tasks: Tasks) -> Hand:
    return Hand(qtbot, tasks)


@pytest.fixture
def open_part(
    tasks: Tasks, clock: FixedClock, show: Callable[[QWidget], None], qtbot: QtBot
) -> Open:
    """Another person's tab with one part in front."""

    def opened(services: Services, part: str) -> CallbacksPage:
        page = CallbacksPage(UiContext(services, tasks, lambda _: None, clock))
        page.resize(1366, 660)
        show(page)
        page.open_place(Place("callbacks", None, f"part.{part}"))
        if part != "checks":
            table = page.section(part).table  # type: ignore[attr-defined]
            qtbot.waitUntil(lambda: bool(table.selected_ids()))
        return page

    return opened


def _messages(desk: Desk) -> list[OutboxMessage]:
    with desk.read() as session:
        return list(session.scalars(select(OutboxMessage)))


def _to_the_end(page: CallbacksPage, hand: Hand) -> None:
    hand.key(F9)
    for answer in SATISFIED[:-1]:
        page.calling._answer(answer)
        hand._settle()
    hand.key(ENTER)


def test_thanks_cost_no_key_and_m_leaves_them_out(
    page: CallbacksPage, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    _to_the_end(page, hand)
    end = page.call.say.end
    assert end.isVisible()
    assert end.thank.value() is True
    hand.key("m")
    assert end.thank.value() is False
    hand.key("m")
    hand.key(F9)
    qtbot.waitUntil(lambda: page.calling.run is None)
    assert [message.state for message in _messages(desk)] == [MessageState.QUEUED]


def test_a_day_named_is_kept_and_one_past_refused_beside_the_field(
    page: CallbacksPage, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    _to_the_end(page, hand)
    end = page.call.say.end
    hand.key("m")
    end.maintenance.setFocus()
    hand.words("2026-01-01")
    hand.save()
    assert end.maintenance.error()
    end.maintenance.set_typed("2026-12-01")
    hand.save()
    qtbot.waitUntil(lambda: page.calling.run is None)
    with desk.read() as session:
        assert str(session.scalars(select(Vehicle.next_maintenance_on)).one()) == "2026-12-01"
    assert _messages(desk) == []


@pytest.fixture
def thanked(specialist: Services, call: str) -> Services:
    """Who has a message in the outbox."""
    sheet = specialist.callbacks.start(call, specialist.callbacks.open(call).version)
    specialist.callbacks.finish(call, sheet.version, said(sheet, *SATISFIED))
    return specialist


def test_a_message_is_copied_and_marked_as_sent_by_keys(
    thanked: Services, open_part: Open, hand: Hand, qtbot: QtBot, tasks: Tasks
) -> None:
    page = open_part(thanked, "messages")
    section = page.section("messages")
    section.table.view.setFocus()  # type: ignore[attr-defined]
    hand.key(ENTER)
    assert "感谢您接听" in QGuiApplication.clipboard().text()
    hand.key(Qt.Key.Key_F8)
    assert QGuiApplication.clipboard().text() == "13800138000"
    hand.save()
    assert thanked.outbox.list() == ()
    qtbot.waitUntil(lambda: tasks.idle and section.table.rows() == [])  # type: ignore[attr-defined]
    [message] = thanked.outbox.list(MessageFilter(waiting=False))
    assert message.state is MessageState.SENT


def test_a_message_is_withdrawn(thanked: Services, open_part: Open, hand: Hand) -> None:
    page = open_part(thanked, "messages")
    page.section("messages").table.view.setFocus()  # type: ignore[attr-defined]
    hand.key(Qt.Key.Key_Delete)
    [message] = thanked.outbox.list(MessageFilter(waiting=False))
    assert message.state is MessageState.WITHDRAWN


def test_the_sales_manager_signs_from_the_list(
    make: Make, open_part: Open, hand: Hand, qtbot: QtBot, tasks: Tasks
) -> None:
    consultant = make.services(Role.SALES_CONSULTANT, name="周宇")
    car = _car(make, consultant)
    _whole(make, consultant, car)
    manager = make.services(Role.SALES_MANAGER, name="郑经理")
    manager.desk.confirmation.give()
    section = open_part(manager, "routine").section("routine")
    assert section.card.texts()[-2].startswith("2 months after")  # type: ignore[attr-defined]
    section.table.view.setFocus()  # type: ignore[attr-defined]
    hand.key(ENTER)
    hand.words("已谈话")
    hand.save()
    signed = manager.routine.open(car).signed
    assert signed is not None
    assert signed.note == "已谈话"
    qtbot.waitUntil(lambda: tasks.idle)
    assert not section.sign.isVisible()  # type: ignore[attr-defined]


def test_who_comes_with_a_draw_finds_it_filled_in(
    make: Make, desk: Desk, open_part: Open, hand: Hand, qtbot: QtBot, tasks: Tasks
) -> None:
    mine, theirs = (make.staff(Role.CS_SPECIALIST, name=name) for name in ("李丽", "宋敏"))
    for caller in (mine, mine, theirs):
        make.callback(
            status=CallbackStatus.DONE,
            closed_at=desk.now - timedelta(hours=1),
            closed_on=desk.today,
            closed_by=caller.id,
        )
    page = open_part(make.services(Role.CS_MANAGER, name="孙主管"), "checks")
    wanted = Draw(SpotRule.ONE_CALLER, desk.today, desk.today, caller_id=mine.id)
    page.open_place(Place("callbacks", None, "part.checks", DrawOf(wanted, "李丽")))
    section = page.section("checks")
    assert isinstance(section, ChecksSection)
    qtbot.waitUntil(lambda: tasks.idle and len(section.drawing.table.rows()) == 2)
    assert section.drawing.wanted() == replace(wanted, number=section.drawing.wanted().number)
    hand.save()
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == 2)
    assert {row.call.caller for row in section.table.rows()} == {"李丽"}


def test_after_the_recall_one_is_back_at_the_verdict(
    make: Make,
    desk: Desk,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    hand: Hand,
    qtbot: QtBot,
) -> None:
    caller = make.staff(Role.CS_SPECIALIST, name="李丽")
    call = make.callback(
        status=CallbackStatus.DONE,
        closed_at=desk.now - timedelta(hours=1),
        closed_on=desk.today,
        closed_by=caller.id,
    )
    manager = make.services(Role.CS_MANAGER, name="孙主管")
    manager.spot_checks.draw_by_hand([call])
    asked: list[Place] = []
    page = CallbacksPage(UiContext(manager, tasks, asked.append, clock))
    page.resize(1366, 660)
    show(page)
    page.open_place(Place("callbacks", None, "part.checks"))
    section = page.section("checks")
    assert isinstance(section, ChecksSection)
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == 1)
    section.table.view.setFocus()
    hand.key(ENTER)
    hand.key(ENTER)
    page.open_place(asked[-1])
    qtbot.waitUntil(lambda: tasks.idle and page.calling.run is not None)
    if page.calling.run is not None and not page.calling.run.begun:
        hand.words("补打")
        hand.key(ENTER)
    hand.key("q")
    qtbot.waitUntil(lambda: tasks.idle and page.calling.run is None)
    assert section.isVisible()


def test_calls_are_drawn_and_judged(
    make: Make, desk: Desk, open_part: Open, hand: Hand, qtbot: QtBot, tasks: Tasks
) -> None:
    caller = make.staff(Role.CS_SPECIALIST, name="李丽")
    for _ in range(3):
        make.callback(
            status=CallbackStatus.DONE,
            closed_at=desk.now - timedelta(hours=1),
            closed_on=desk.today,
            closed_by=caller.id,
        )
    manager = make.services(Role.CS_MANAGER, name="孙主管")
    section = open_part(manager, "checks").section("checks")
    section.begin_draw()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: tasks.idle and len(section.drawing.table.rows()) == 3)  # type: ignore[attr-defined]
    section.drawing.number.set_typed("2")  # type: ignore[attr-defined]
    hand.save()
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == 2)  # type: ignore[attr-defined]
    assert {row.kind for row in manager.callbacks.queue()} == {CallbackKind.SPOT_CHECK}

    card = section.card  # type: ignore[attr-defined]
    card.form.focus_first()
    hand.key("2")
    hand.save()
    assert card.note.error()
    card.note.set_typed("客户说没接到电话")
    hand.save()
    [judged] = manager.spot_checks.list(CheckFilter(open=False))
    assert judged.verdict is SpotVerdict.NOT_MADE
