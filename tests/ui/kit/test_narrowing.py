"""The box that narrows a list: classes, badges, segments as they come and go; and its lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Badge, Role, ValueClass
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make

Show = Callable[[QWidget], None]


def _choose(box: NarrowingBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))


def test_a_segment_that_ends_shows_everybody_again(
    services: Services, tasks: Tasks, clock: FixedClock, show: Show, qtbot: QtBot
) -> None:
    context = UiContext(services, tasks, lambda _: None, clock)
    box = NarrowingBox()
    show(box)
    assert box.wanted() == EVERYBODY
    _choose(box, "A loyal")
    assert box.wanted() == Narrowing(value_class=ValueClass.A)
    kept = services.segments.make("教师", Criteria(occupation="教师"))
    box.read(context)
    qtbot.waitUntil(lambda: tasks.idle and box.findText("教师") > 0)
    assert box.wanted() == Narrowing(value_class=ValueClass.A)
    _choose(box, "Fleet")
    assert box.wanted() == Narrowing(badge=Badge.FLEET)
    _choose(box, "教师")
    assert box.wanted() == Narrowing(segment=kept)
    services.segments.end(kept, 1)
    with qtbot.waitSignal(box.narrowed):
        box.read(context)
    assert box.wanted() == EVERYBODY
    assert box.currentText() == "All customers"


def test_own_choices_of_a_list_stand_before_the_classes(show: Show) -> None:
    box = NarrowingBox([("all", lambda: "Everything"), ("new", lambda: "New ones")])
    show(box)
    assert (box.own(), box.currentText()) == ("all", "Everything")
    _choose(box, "New ones")
    assert (box.own(), box.wanted()) == ("new", EVERYBODY)
    _choose(box, "D lost")
    assert (box.own(), box.wanted()) == ("all", Narrowing(value_class=ValueClass.D))


def test_complaints_and_calls_are_narrowed_in_their_tabs(
    make: Make, tasks: Tasks, clock: FixedClock, show: Show, qtbot: QtBot
) -> None:
    for name, value_class in (("张伟", ValueClass.A), ("李娜", ValueClass.B)):
        customer = make.customer(name, value_class=value_class)
        make.complaint(customer)
        make.callback(customer)
    caller = make.services(Role.CS_SPECIALIST)
    context = UiContext(caller, tasks, lambda _: None, clock)
    complaints = ComplaintsPage(context)
    show(complaints)
    complaints.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and len(complaints.list.table.rows()) == 2)
    _choose(complaints.list.whose, "A loyal")
    qtbot.waitUntil(lambda: [row.customer for row in complaints.list.table.rows()] == ["张伟"])
    calls = CallbacksPage(context)
    show(calls)
    calls.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle and len(calls.queue.table.rows()) == 2)
    _choose(calls.queue.tools.whose, "B opportunity")
    qtbot.waitUntil(lambda: [row.customer_name for row in calls.queue.table.rows()] == ["李娜"])
    _choose(calls.queue.tools.whose, "D lost")
    qtbot.waitUntil(lambda: calls.queue.table.rows() == [])
    assert calls.queue.tools.narrowed()
