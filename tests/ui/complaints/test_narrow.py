"""A step with many fields in a narrow window: fewer columns, nothing cut off at the right."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop, State
from tests.ui.complaints.conftest import Desk


@pytest.mark.parametrize("speak", Language)
def test_the_return_fits_into_a_narrow_window_and_unfolds_in_a_wide_one(
    qtbot: QtBot, tasks: Tasks, loop: Loop, desk_of: Desk, speak: Language
) -> None:
    language.switch().use(speak)
    ticket = loop.at(State.TO_RETURN)
    page = desk_of(loop.handler)
    page.open_place(Place("complaints", ticket, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.steps.form is not None)
    form = page.ticket.steps.form
    assert form is not None
    fields = form.fields()
    typed = form.field("investigation")
    typed.set_typed("膨胀阀堵塞")

    def beside_first(columns: int) -> bool:
        """Whether so many fields stand in the line of the first."""
        places = [field.y() for field in fields if field.isVisible()]
        return places.count(places[0]) == columns

    for width, columns in ((960, 2), (1366, 3), (720, 1), (1366, 3)):
        page.resize(width, 640)
        qtbot.waitUntil(partial(beside_first, columns))
        ground = form.parentWidget()
        assert ground is not None
        assert form.width() == ground.width(), "nothing lies beyond the right edge"
        for field in fields:
            assert field.geometry().right() <= ground.width(), (width, field.name)
    assert form.fields() == fields, "the order of the keys stays"
    assert typed.typed() == "膨胀阀堵塞"
