"""What was begun and not saved stands on Today and opens where it was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from frontdesk.services.unfinished import Unfinished
from frontdesk.ui.kit.page import Place, Subject, UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.today.page import TodayPage
from frontdesk.ui.today.unfinished import place_of
from tests.factories import Make
from tests.faults.draft_forms import CALL, FORMS, Ids


def test_unfinished_forms_are_listed_and_opened(
    services: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    customer = make.customer("A & B")
    places: list[Place] = []
    page = TodayPage(UiContext(services, tasks, places.append, clock))
    show(page)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.unfinished.isHidden()
    services.drafts.keep("customer", customer, {"name": "x"})
    make.services(Role.SERVICE_ADVISOR).drafts.keep("customer", "", {"name": "theirs"})
    page.refresh(frozenset())
    qtbot.waitUntil(page.unfinished.isVisible)
    (action,) = page.unfinished.menu.actions()
    assert action.text() == "Customer file · A && B · just now"
    assert page.unfinished.open.text() == "1 unfinished form"
    action.trigger()
    assert places == [Place("customers", customer, "open")]


@pytest.mark.parametrize("name", sorted(set(FORMS) - {"call note"}))
def test_every_form_has_a_place_to_go_on(services: Services, name: str) -> None:
    ids = Ids(*"abcdefgh")
    form = FORMS[name]
    assert form.draft != CALL
    subject = form.subject(ids)
    record = subject.removeprefix("new:")
    place = place_of(
        Unfinished(form.draft, subject, services.desk.now, "", record, customer_id="owner")
    )
    assert place is not None
    assert place.record_id or place.action
    if form.draft in {"intake", "booking"}:
        assert place.payload == Subject("owner", ids.vehicle)
