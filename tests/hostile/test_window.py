"""The whole window over a dealership whose every text is markup: all of it is shown as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.customer import CustomerNote
from frontdesk.models.enums import ComplaintStep, VisitStatus, WorkKind
from frontdesk.models.visit import VisitItem
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.first_label import FirstLabel
from frontdesk.ui.kit.labels import button, message_box, plain, set_tip
from frontdesk.ui.kit.state import FileState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.status_bar import DeskStatus
from tests.factories import Make
from tests.hostile.strategies import SEEDS
from tests.hostile.walking import MARK, faults, shown
from tests.ui.conftest import (  # noqa: F401  the ground of every test of the window
    Show,
    _dressed,
    _same_ground,
    show,
    tasks,
)
from tests.ui.keys import CTRL, chord

_UI = Path(__file__).parents[2] / "frontdesk" / "ui"
_RICH = re.compile(
    r"\b(setHtml|insertHtml|appendHtml|setMarkdown|QTextBrowser|QTextEdit|QTextDocument|QStaticText"
    r"|QErrorMessage|QInputDialog|QWhatsThis|RichText|AutoText|MarkdownText)\b"
)


@pytest.fixture
def house(services: Services, make: Make, clock: FixedClock) -> dict[str, str]:
    """Records in which every text is the mark; one of each kind."""
    desk = services.desk
    texts = dict.fromkeys(("occupation", "employer", "address", "wechat", "remarks"), MARK)
    lines = ("member_number", "member_level", "preferred_hours", "email")
    customer = make.customer(MARK, **texts, **dict.fromkeys(lines, MARK))
    car = dict.fromkeys(("brand", "model", "colour", "engine_number", "insurer", "remarks"), MARK)
    vehicle = make.vehicle(customer, **car, sales_consultant=MARK)
    told: dict[str, Any] = dict.fromkeys(
        ("words", "why", "when_happens", "what_happens", "damage"), MARK
    )
    item = VisitItem(
        position=0,
        kind=WorkKind.MAINTENANCE,
        description=MARK,
        part=MARK,
        labour=Decimal(100),
        quantity=Decimal(1),
        unit_price=Decimal(0),
    )
    visit = make.visit(vehicle, **told, belongings=MARK, brought_by=MARK, items=[item])
    advisor = make.staff(name=MARK).id
    make.visit(
        vehicle,
        status=VisitStatus.HANDED_OVER,
        arrived_at=desk.now - timedelta(days=1),
        advisor_id=advisor,
        advice=MARK,
        replaced_parts=MARK,
        **told,
    )
    call = make.callback(customer, vehicle_id=vehicle)
    ticket = make.complaint(customer, vehicle_id=vehicle, complainant=MARK, words=MARK, remedy=MARK)
    services.complaints.take(ticket, ComplaintStep.ADDED, {"words": MARK})
    with desk.write() as work:
        work.session.add(
            CustomerNote(
                customer_id=customer, text=MARK, written_at=work.now, written_by=desk.actor.id
            )
        )
    return {"customers": customer, "intake": visit, "callbacks": call, "complaints": ticket}


@pytest.fixture
def desk_view(
    services: Services,
    house: dict[str, str],
    show: Show,  # noqa: F811
    tasks: Tasks,  # noqa: F811
    clock: FixedClock,
    tmp_path: Path,
) -> Iterator[DeskView]:
    desk = services.desk
    actor = Actor(desk.actor.id, desk.actor.login, MARK, desk.actor.roles)
    profile = replace(desk.profile, name=MARK, address=MARK)
    named = Services(Desk(desk.store, actor, clock, desk.rules, profile))
    state = FileState(tmp_path / "window.ini")
    view = DeskView(named, tasks, clock, state, lambda: DeskStatus(f"/data/{MARK}"))
    view.resize(1366, 768)
    show(view)
    yield view
    view.close()


@pytest.mark.parametrize("spoken", Language)
def test_every_tab_shows_a_persons_text_as_typed(
    desk_view: DeskView,
    house: dict[str, str],
    tasks: Tasks,  # noqa: F811
    qtbot: QtBot,
    spoken: Language,
) -> None:
    language.switch().use(spoken)
    for key in desk_view.tab_keys():
        page = desk_view.show_tab(key)
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
        if key in house:
            page.open_record(house[key])
            qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
            QApplication.processEvents()
            assert shown(page) > 0, key
        assert faults(desk_view) == []


def test_search_results_are_shown_as_typed(
    desk_view: DeskView,
    tasks: Tasks,  # noqa: F811
    qtbot: QtBot,
) -> None:
    desk_view.search.setFocus()
    paste(desk_view.search, "粗")
    popups = QApplication.topLevelWidgets
    qtbot.waitUntil(lambda: tasks.idle and any(map(shown, popups())), timeout=20_000)
    assert [said for widget in popups() for said in faults(widget)] == []


def test_hostile_text_is_pasted_into_every_field_of_every_tab(
    desk_view: DeskView,
    house: dict[str, str],
    tasks: Tasks,  # noqa: F811
    qtbot: QtBot,
) -> None:
    pasted = 0
    for key in desk_view.tab_keys():
        page = desk_view.show_tab(key)
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
        if key in house:
            page.open_record(house[key])
            qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
        for field in _fields(page):
            for seed in SEEDS[pasted % 7 :: 29]:
                paste(field, seed)
            pasted += 1
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
        assert faults(desk_view) == []
    assert pasted > 10


@pytest.mark.parametrize("seed", [MARK, "&lt;b&gt;", "<p>x", "a<br>b"])
def test_the_kit_shows_text_as_typed(qtbot: QtBot, seed: str) -> None:
    label, first, act = plain(seed), FirstLabel(), button("x")
    first.set_text(seed)
    set_tip(act, seed)
    box = message_box(None, QMessageBox.Icon.Warning, seed, seed, seed)
    for widget in (label, first, act, box):
        qtbot.addWidget(widget)
        assert faults(widget) == []
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert first.textFormat() is Qt.TextFormat.PlainText


def test_no_code_of_the_window_asks_for_rich_text() -> None:
    found = {
        f"{path.relative_to(_UI)}: {line.strip()}"
        for path in _UI.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if _RICH.search(line) and not line.lstrip().startswith("#")
    }
    assert found == set()


def test_plain_labels_and_tips_come_from_the_kit_alone() -> None:
    """A bare ``QLabel`` guesses what its text is, a bare ``setToolTip`` too."""
    bare = re.compile(r"(?<![\w.])QLabel\(|\.setToolTip\(")
    found = [
        f"{path.relative_to(_UI)}: {line.strip()}"
        for path in _UI.rglob("*.py")
        if "kit" not in path.parts
        for line in path.read_text("utf-8").splitlines()
        if bare.search(line)
    ]
    assert found == []


def paste(field: QWidget, text: str) -> None:
    """Paste ``text`` as a person does: from the clipboard, by Ctrl+V."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    chord(Qt.Key.Key_V, CTRL)


def _fields(page: QWidget) -> list[QWidget]:
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isVisible() and field.isEnabled()][:12]
