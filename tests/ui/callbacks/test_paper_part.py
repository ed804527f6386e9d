"""Calls on paper in the window: printed, and entered afterwards by keys."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackStatus
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.callbacks.paper_part import PaperSection
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from tests.services.callbacks.conftest import SATISFIED, said
from tests.ui.keys import ENTER, press


@pytest.fixture
def paper(page: CallbacksPage, clock: FixedClock, tasks: Tasks, qtbot: QtBot) -> PaperSection:
    """The part in the evening, the call of the day chosen."""
    clock.set(datetime(2026, 11, 5, 19, 30, tzinfo=clock.zone()))
    page.show_part("paper")
    section = page.section("paper")
    assert isinstance(section, PaperSection)
    qtbot.waitUntil(lambda: tasks.idle and section.table.current() is not None)
    return section


def test_a_call_is_entered_and_the_next_one_follows(
    page: CallbacksPage,
    paper: PaperSection,
    specialist: Services,
    call: str,
    places: list[Place],
    desk: Desk,
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    paper.form.by.set_value(specialist.desk.actor.id)
    paper.form.at.setFocus()
    press("15:20")
    press(ENTER)
    paper.form.minutes.line.selectAll()
    press("4")
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and bool(places))
    assert places[-1] == Place("callbacks", call, "open", "paper")
    page.open_place(places[-1])
    qtbot.waitUntil(lambda: tasks.idle and page.calling.run is not None)
    run = page.calling.run
    assert run is not None
    assert run.begun
    told = page.call.clock.text
    assert all(part in told for part in ("From paper", "李丽", "15:20", "4 min")), told
    assert page.call.start.text() == "Keep the call"
    run.progress = said(run.sheet, *SATISFIED)
    page.call.show_run(run)
    page.calling.toggle()
    qtbot.waitUntil(lambda: tasks.idle and page.calling.run is None)
    assert page.stack.currentWidget() is paper
    with desk.read() as session:
        kept = session.get_one(Callback, call)
        assert kept.status is CallbackStatus.DONE
        assert kept.closed_by == specialist.desk.actor.id
        assert kept.attempts[0].entered_at is not None
        begun = kept.attempts[0].started_at.astimezone(desk.clock.zone())
        assert f"{begun:%Y-%m-%d %H:%M}" == "2026-11-05 15:20"


def test_a_moment_to_come_is_refused_beside_its_field(
    paper: PaperSection, specialist: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    paper.form.by.set_value(specialist.desk.actor.id)
    paper.form.at.set_value(datetime(2026, 11, 5, 21, 0).astimezone())
    paper.enter_call()
    qtbot.waitUntil(lambda: tasks.idle and bool(paper.form.at.error()))
    assert "still to come" in paper.form.at.error()


@pytest.mark.parametrize("which", ["sheet", "record", "blank"])
def test_sheet_record_and_blank_are_printed(
    paper: PaperSection, tasks: Tasks, qtbot: QtBot, which: str
) -> None:
    getattr(paper.printing, which).click()

    def papers() -> list[PdfWindow]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, PdfWindow)]

    qtbot.waitUntil(lambda: tasks.idle and bool(papers()), timeout=30_000)
    for paper_ in papers():
        paper_.close()
