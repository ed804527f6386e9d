"""The backups in the settings: made, proved, their second place; by keys, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings import backups as backups_section
from frontdesk.ui.settings.backups import BackupsSection
from frontdesk.ui.settings.page import SettingsPage
from tests.ui.keys import CTRL, ENTER, chord, press
from tests.ui.settings.conftest import Open


@pytest.fixture
def section(qtbot: QtBot, page: SettingsPage, tasks: Tasks) -> BackupsSection:
    found = page.show_part("backups")
    assert isinstance(found, BackupsSection)
    found.focus_first()
    qtbot.waitUntil(lambda: tasks.idle)
    return found


def _make(qtbot: QtBot, section: BackupsSection, tasks: Tasks) -> None:
    before = len(section.table.rows())
    press(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: len(section.table.rows()) > before and tasks.idle)
    # Where the small window of the progress closes without a window manager, nobody is active.
    section.window().activateWindow()
    qtbot.waitUntil(section.window().isActiveWindow)


def _said(section: BackupsSection) -> list[tuple[Tone, str]]:
    return [(banner.tone, banner.text) for banner in section.banners.shown()]


def test_before_the_first_one_it_is_said_how_it_comes(section: BackupsSection) -> None:
    assert section.age() == "None yet"
    assert section.table.empty.isVisible()
    assert not section.prove.isEnabled()
    assert section.second.state.text == "No second place"


def test_one_is_made_and_proved_by_keys(
    qtbot: QtBot, section: BackupsSection, tasks: Tasks
) -> None:
    _make(qtbot, section, tasks)
    assert section.age().startswith("Newest: just now")
    assert _said(section)[0][0] is Tone.OK
    section.focus_first()
    section.table.select_first()

    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: "read whole" in _said(section)[0][1])

    titles, lines = section.table.texts()
    assert titles == ["Made", "Kind", "Size", "Place", "Proved"]
    assert lines[0][1] == "By hand"
    assert lines[0][3:] == ["This PC", "Sound at 10:00"]


def test_a_damaged_one_is_said_to_be_damaged(
    qtbot: QtBot, section: BackupsSection, tasks: Tasks
) -> None:
    _make(qtbot, section, tasks)
    path = Path(section.table.rows()[0].path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    section.focus_first()
    section.table.select_first()

    press(ENTER)
    qtbot.waitUntil(lambda: any("is damaged" in text for _, text in _said(section)))

    assert section.table.texts()[1][0][4] == "Damaged"


def test_the_second_place_is_tried_out_and_kept(
    qtbot: QtBot, section: BackupsSection, tasks: Tasks, tmp_path: Path, founded: Services
) -> None:
    stick = tmp_path / "U盘"
    card = section.second
    card.form.focus_first()
    press(str(stick))
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: "is not there" in card.folder.error())
    assert card.folder.typed() == str(stick), "nothing typed is lost"

    stick.mkdir()
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: card.state.text == "No copy yet" and tasks.idle)
    assert not section.has_unsaved()
    assert "same disk" in card.hint()

    _make(qtbot, section, tasks)
    qtbot.waitUntil(lambda: card.state.text == "Last copy just now")
    assert {line[3] for line in section.table.texts()[1]} == {"This PC", "Second place"}

    shutil.rmtree(stick)
    section.refresh(frozenset())
    qtbot.waitUntil(lambda: card.state.text == "Not plugged in")
    second = founded.backups.status().second
    assert second is not None
    assert not second.overdue


def test_a_folder_is_chosen_by_browsing(
    qtbot: QtBot, section: BackupsSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    chord(Qt.Key.Key_O, CTRL)

    qtbot.waitUntil(section.second.save.hasFocus)
    assert section.second.folder.typed() == str(tmp_path)


def test_it_speaks_both_languages(qtbot: QtBot, section: BackupsSection, tasks: Tasks) -> None:
    _make(qtbot, section, tasks)
    language.switch().use(Language.ZH_CN)

    qtbot.waitUntil(lambda: section.make.text() == "立即备份 (F6)")
    assert section.heading.text() == "备份"
    assert section.table.texts()[1][0][1] == "手动"
    assert section.second.state.text == "未设置第二位置"


def test_an_advisor_has_no_such_part(open_page: Open, advisor: Services) -> None:
    assert "backups" not in open_page(advisor).part_keys()


def test_what_was_set_aside_is_told_and_deleted_when_confirmed(
    qtbot: QtBot,
    section: BackupsSection,
    founded: Services,
    tasks: Tasks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not section.aside.isVisible()
    aside = founded.desk.store.folder.root / "set-aside"
    for name in ("20251105T020000Z", "20251107T020000Z.2"):
        (aside / name).mkdir(parents=True)
        (aside / name / "frontdesk.db").write_bytes(bytes(600_000))
    section.refresh(frozenset())
    qtbot.waitUntil(section.aside.isVisible)
    assert section.aside.told().startswith("1.2 MB · 2 times older data was put back · last ")
    asked: list[str] = []

    def answer(agreed: bool) -> Callable[..., bool]:
        def ask(_parent: object, _title: str, text: str, **_: object) -> bool:
            asked.append(text)
            return agreed

        return ask

    monkeypatch.setattr(backups_section, "ask", answer(False))
    section.aside.delete.click()
    assert aside.exists()
    assert asked == ["Delete for good what was set aside?"]

    monkeypatch.setattr(backups_section, "ask", answer(True))
    founded.desk.confirmation.give()
    section.aside.delete.click()

    qtbot.waitUntil(lambda: tasks.idle and not section.aside.isVisible())
    assert list(aside.iterdir()) == []
    assert _said(section)[0][0] is Tone.OK
