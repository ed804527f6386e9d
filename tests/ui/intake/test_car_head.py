"""The line above the form: whose car it is, and what there is room for beside the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.services.intake.views import CarHead
from frontdesk.ui.intake.car_head import CarHeadLine
from frontdesk.ui.kit import language
from tests.factories import Make

Show = Callable[[QWidget], None]
_NUMBER = "139 1234 5678"


@pytest.fixture
def head(make: Make) -> CarHead:
    customer = make.customer("周宇嘉", phones=[_NUMBER.replace(" ", "")])
    visit = make.visit(vehicle_id=make.vehicle(customer))
    return make.services(Role.SERVICE_ADVISOR).intake.open(visit).head


@pytest.mark.parametrize("speak", Language)
def test_a_number_stands_whole_or_not_at_all_and_is_told_beside_the_owner(
    head: CarHead, speak: Language, show: Show, qtbot: QtBot
) -> None:
    language.switch().use(speak)
    line = CarHeadLine()
    line.show_head(head)
    show(line)
    line.setMinimumWidth(0)
    wide = line.sizeHint().width()
    seen = set()
    for room in (0, 20, 60, 90, 200, 400):
        line.resize(wide + room, line.height())
        qtbot.waitUntil(lambda room=room: line.width() == wide + room)  # type: ignore[misc]
        seen.add(line.more.text())
        assert _NUMBER in line.owner.toolTip()
    assert seen == {"", _NUMBER}
