"""A step with many fields in a narrow window: fewer columns, nothing cut off at the right."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
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


@pytest.mark.parametrize("speak", Language)
def test_on_a_low_page_the_words_scroll_and_nothing_lies_upon_them(
    qtbot: QtBot, tasks: Tasks, loop: Loop, desk_of: Desk, speak: Language
) -> None:
    language.switch().use(speak)
    ticket = loop.at(State.TO_RETURN)
    page = desk_of(loop.handler)
    page.resize(720, 420)  # before the ticket is first shown
    page.open_place(Place("complaints", ticket, "open"))
    qtbot.waitUntil(lambda: tasks.idle and page.ticket.said.isVisible())
    said, entries = page.ticket.said, page.ticket.entries
    said.show_words("结账时比报价多了两百多，问起来才解释，心里不舒服。" * 6, ["要求退款"])
    bar = said.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.waitUntil(lambda: said.more.y() > said.words.geometry().bottom())
    assert said.words.height() >= said.words.heightForWidth(said.words.width())
    assert said.area.focusPolicy() is Qt.FocusPolicy.TabFocus, "the keyboard reaches what scrolls"
    assert said.area.height() >= said.words.fontMetrics().lineSpacing()
    assert entries.area.height() >= 2 * entries.fontMetrics().lineSpacing()
    page.resize(1366, 1000)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert said.area.focusPolicy() is Qt.FocusPolicy.NoFocus
