"""A ticket with all there can be in its head fits a small screen, in both languages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.models.staff import StaffMember
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop, Step
from tests.ui.complaints.conftest import Desk

_WIDTHS = (1366, 960)


@pytest.mark.parametrize("speak", Language)
def test_nothing_of_the_head_is_cut(
    loop: Loop, clock: FixedClock, desk_of: Desk, tasks: Tasks, qtbot: QtBot, speak: Language
) -> None:
    language.switch().use(speak)
    with loop.make.desk.write() as work:
        work.session.get_one(StaffMember, loop.make.desk.actor.id).active = False
    manager, general = loop.people[Role.CS_MANAGER], loop.people[Role.GENERAL_MANAGER]
    loop.register()
    ticket = loop.register(about_staff_id=manager.desk.actor.id)
    clock.move(timedelta(hours=2))
    loop.take(ticket, Step.JUDGED, safety=True)
    loop.register()
    loop.take(ticket, Step.PAUSED, by=general)
    page = desk_of(manager)
    page.open_place(Place("complaints", ticket, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.ticket is not None)
    head = page.ticket.head
    chips = (
        *(head.number, head.state, head.level, head.safety, head.repeat, head.repeated),
        *(head.pause, head.next_clock, head.loop_clock, head.print_),
    )
    for width in _WIDTHS:
        page.window().resize(width, 700)
        qtbot.waitUntil(lambda width=width: page.window().width() == width)  # type: ignore[misc]
        inside = [QRect(chip.mapTo(head, chip.rect().topLeft()), chip.size()) for chip in chips]
        for chip, place in zip(chips, inside, strict=True):
            assert chip.isVisible()
            assert head.rect().contains(place)
            assert place.width() >= chip.sizeHint().width()
            assert sum(place.intersects(other) for other in inside) == 1
        for entry in page.ticket.entries.findChildren(QFrame):
            assert entry.width() >= entry.minimumSizeHint().width()
