"""The audit trail on screen, by keys: filter, older entries, verify, print, export."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import ActKind, Role
from frontdesk.services.audit import finding
from frontdesk.services.audit.dto import Wanted
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from frontdesk.store.engine import connect
from frontdesk.ui.audit.filter_row import NUMBERS
from frontdesk.ui.audit.section import AuditSection
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Record, UiContext
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.settings.page import SettingsPage
from tests.factories import Make
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, ENTER, chord, press


@pytest.fixture
def places() -> list[Place]:
    """Where the section has asked to go."""
    return []


@pytest.fixture
def section(
    services: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    places: list[Place],
    show: Show,
    qtbot: QtBot,
) -> AuditSection:
    """The part on screen after a day's acts."""
    services.customers.reveal_identity(make.customer(name="陈晓明"))
    clock.move(timedelta(minutes=1))
    with services.desk.write() as work:
        for n in range(finding.PAGE):
            work.audit("visit.print", "visit", str(n))
    section = AuditSection(UiContext(services, tasks, places.append, clock), lambda: "Audit trail")
    section.resize(1150, 640)
    show(section)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.table.rows()))
    return section


def _acts(section: AuditSection) -> set[str]:
    return {entry.action for entry in section.table.rows()} - {"audit.view"}


def test_older_entries_come_at_the_end_of_the_list(
    section: AuditSection, qtbot: QtBot, tasks: Tasks
) -> None:
    assert len(section.table.rows()) == finding.PAGE
    assert "scroll" in section.count.text()
    section.table.view.setFocus()

    chord(Qt.Key.Key_End, CTRL)

    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) > finding.PAGE)
    assert "customer.reveal_identity" in _acts(section)
    sequences = [entry.sequence for entry in section.table.rows()]
    assert sequences == sorted(sequences, reverse=True)
    assert "scroll" not in section.count.text()


def test_who_saw_which_number_and_from_there_to_the_file(
    section: AuditSection, qtbot: QtBot, tasks: Tasks, places: list[Place]
) -> None:
    section.filter.what.set_value(NUMBERS)

    qtbot.waitUntil(lambda: tasks.idle and _acts(section) == {"customer.reveal_identity"})
    section.table.view.setFocus()
    section.table.select_first()
    press(ENTER)

    (entry,) = section.table.rows()
    assert "陈晓明" in entry.about
    assert places == [Place("customers", entry.subject_id, "open")]


def test_a_text_a_person_a_day(section: AuditSection, qtbot: QtBot, tasks: Tasks) -> None:
    section.filter.text.editor().setFocus()
    press("陈晓明")

    qtbot.waitUntil(lambda: tasks.idle and _acts(section) == {"customer.reveal_identity"})
    section.filter.text.set_value(None)
    section.filter.what.set_value(ActKind.PRINTED)
    qtbot.waitUntil(lambda: tasks.idle and _acts(section) == {"visit.print"})
    section.filter.ask(Wanted(staff_id=section.context.services.desk.actor.id))
    qtbot.waitUntil(lambda: tasks.idle and len(section.table.rows()) == finding.PAGE)
    section.filter.first.editor().setFocus()
    press("2026-11-06")
    qtbot.waitUntil(lambda: tasks.idle and not section.table.rows())


def test_a_day_that_cannot_be_is_said_beside_it(
    section: AuditSection, qtbot: QtBot, tasks: Tasks
) -> None:
    for field, day in ((section.filter.first, "2026-11-05"), (section.filter.last, "2026-11-01")):
        field.editor().setFocus()
        press(day)

    qtbot.waitUntil(lambda: tasks.idle and "before the first" in section.filter.last.error())


def test_verifying_says_what_it_found(section: AuditSection, qtbot: QtBot, tasks: Tasks) -> None:
    assert "not verified yet" in section.chip.text
    section.focus_first()

    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: tasks.idle and "verified at" in section.chip.text)

    desk = section.context.services.desk
    connection = connect(desk.store.folder.database, desk.store.key)
    connection.execute("DROP TRIGGER audit_entry_never_goes")
    connection.execute("DELETE FROM audit_entry WHERE sequence = 2")
    connection.close()
    # The window beside the work has taken the keyboard with it.
    section.activateWindow()
    section.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: tasks.idle and "fault" in section.chip.text)


def test_the_daily_sheet_opens(section: AuditSection, qtbot: QtBot, tasks: Tasks) -> None:
    section.daily.click()

    qtbot.waitUntil(lambda: tasks.idle and bool(_windows()))
    (window,) = _windows()
    assert window.pdf.startswith(b"%PDF")
    window.close()


def _windows() -> list[PdfWindow]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, PdfWindow) and each.isVisible()
    ]


def test_export_goes_where_the_person_says(
    section: AuditSection,
    qtbot: QtBot,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "操作记录.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    section.context.services.desk.confirmation.give()
    section.filter.ask(Wanted(kind=ActKind.PRINTED))
    qtbot.waitUntil(lambda: tasks.idle and _acts(section) == {"visit.print"})

    section.export.click()

    qtbot.waitUntil(lambda: tasks.idle and target.exists())
    assert load_workbook(target).active.max_row == finding.PAGE + 1


def test_it_speaks_chinese(section: AuditSection) -> None:
    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()

    assert section.verify.text() == "立即核验 (F8)"
    assert section.verify.shortcut() == QKeySequence("F8")
    assert section.table.texts()[0][:2] == ["时间", "人员"]


@pytest.mark.parametrize(
    ("role", "there"),
    [(Role.GENERAL_MANAGER, True), (Role.CS_MANAGER, True), (Role.SERVICE_ADVISOR, False)],
)
def test_the_part_is_there_for_the_managers(
    desk: Desk, tasks: Tasks, clock: FixedClock, qtbot: QtBot, role: Role, there: bool
) -> None:
    actor = Actor(desk.actor.id, "one", "一人", frozenset({role}))
    alone = Services(Desk(desk.store, actor, clock, desk.rules, desk.profile))
    page = SettingsPage(UiContext(alone, tasks, lambda _: None, clock))
    qtbot.addWidget(page)

    assert ("audit" in page.part_keys()) is there
    qtbot.waitUntil(lambda: tasks.idle)


def test_it_opens_on_one_customer(
    services: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Show,
    qtbot: QtBot,
) -> None:
    chen, other = make.customer(name="陈晓明", phones=["13800138000"]), make.customer(name="王芳")
    services.customers.reveal_identity(other)
    services.customers.reveal_identity(chen)
    services.customers.reveal_phones(chen)
    page = SettingsPage(UiContext(services, tasks, lambda _: None, clock))
    page.resize(1150, 640)
    show(page)

    page.open_place(Place("settings", None, "audit", Record("customer", chen, "陈晓明")))

    section = page.section("audit")
    assert isinstance(section, AuditSection)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.table.rows()))
    assert _acts(section) == {"customer.reveal_identity", "customer.reveal_phones"}
    assert {entry.subject_id for entry in section.table.rows()} == {chen}
    assert section.only.isVisible()
    assert section.only.text == "Only about 陈晓明"
    assert len(section.filter.person.options) > 1, "people are offered"
    section.reset.click()
    qtbot.waitUntil(lambda: tasks.idle and len({e.subject_id for e in section.table.rows()}) > 1)
    assert not section.only.isVisible()
