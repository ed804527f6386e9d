"""Every form of the intake has the room it needs: also beside a banner, and in a narrow window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.language import Language
from frontdesk.models.enums import Payer, WorkKind
from frontdesk.services.registry import Services
from frontdesk.ui.intake.footer import KeyedButton
from frontdesk.ui.intake.form_scroll import FormScroll
from frontdesk.ui.kit import language
from frontdesk.ui.kit.tokens import Tone
from tests.factories import Make
from tests.services.intake.kit import CHECK, OIL, fresh, ready_visit
from tests.ui.intake.conftest import Desk

LANGUAGES = pytest.mark.parametrize("speak", list(Language))
CTRL_ENTER = Qt.Key.Key_Return


def _scroll(desk: Desk) -> FormScroll:
    (shown,) = (each for each in desk.page.view.findChildren(FormScroll) if each.isVisible())
    return shown


def _ready(services: Services, make: Make) -> str:
    """A car that is done, paid for by three, with work that was not wanted."""
    paid = [
        fresh(OIL, kind=WorkKind.BODY, payer=Payer.INSURANCE),
        fresh(OIL, kind=WorkKind.WARRANTY, payer=Payer.WARRANTY),
        fresh(OIL, kind=WorkKind.REPAIR, declined_why="下次再做"),
    ]
    return ready_visit(services, make.vehicle(), items=(fresh(OIL), fresh(CHECK), *paid)).id


def _acts(page: QWidget) -> Iterator[QPushButton]:
    return (each.button for each in page.findChildren(KeyedButton) if each.isVisible())


@LANGUAGES
def test_intake_and_hand_over_stand_on_one_screen_beside_a_banner(
    desk_view: Desk, services: Services, make: Make, speak: Language
) -> None:
    language.switch().use(speak)
    today = services.desk.today
    owner = make.customer("欧阳振华")
    make.complaint(owner)
    page = desk_view.page
    page.begin(make.vehicle(owner, insurance_ends_on=today, inspection_due_on=today))
    desk_view.until(lambda: page.view.shows(page.view.desk))
    page.notice(Tone.WARN, "10:32", for_ms=0)
    desk_view.settle()
    desk_view.until(lambda: _scroll(desk_view).verticalScrollBar().maximum() == 0)

    page.open_visit(_ready(services, make))
    desk_view.until(lambda: page.view.shows(page.view.visit))
    desk_view.settle()
    desk_view.ctrl(CTRL_ENTER)
    desk_view.until(page.view.visit.hand_over.isVisible)
    page.notice(Tone.WARN, "10:32", for_ms=0)
    desk_view.settle()
    desk_view.until(lambda: _scroll(desk_view).verticalScrollBar().maximum() == 0)


@LANGUAGES
def test_nothing_is_cut_at_the_side_of_a_narrow_window(
    desk_view: Desk, services: Services, make: Make, speak: Language
) -> None:
    language.switch().use(speak)
    page = desk_view.page
    # As the window: what is in it does not make it wider.
    desk_view.view.setMinimumSize(960, 600)
    desk_view.view.resize(960, 768)
    page.begin(make.vehicle(make.customer("欧阳振华"), colour="珍珠白"))
    desk_view.until(lambda: page.view.shows(page.view.desk))
    desk_view.settle()
    assert page.view.desk.to_walk.isVisible()
    _nothing_cut(desk_view)
    page.view.desk.to_walk.button.click()
    assert page.view.desk.walk.isVisible()

    page.open_visit(_ready(services, make))
    desk_view.until(lambda: page.view.shows(page.view.visit))
    desk_view.settle()
    assert not page.view.board.isVisible()
    _nothing_cut(desk_view)
    desk_view.press(Qt.Key.Key_F7)
    desk_view.settle()
    _nothing_cut(desk_view)
    # Esc, and Esc: back to the cars.
    desk_view.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk_view.settle()
    assert page.view.board.isVisible()


def _nothing_cut(desk: Desk) -> None:
    assert desk.view.width() == 960
    for act in _acts(desk.page.view):
        assert act.width() >= act.sizeHint().width(), act.text()
    for scroll in desk.page.view.findChildren(FormScroll):
        if scroll.isVisible():
            form = scroll.widget()
            assert form is not None
            assert form.minimumSizeHint().width() <= scroll.viewport().width()
