"""The page of repair: from what was found to signing in again, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk import config
from frontdesk.app import Program
from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.language import Language
from frontdesk.services.accounts.opening import FirstManager, found_dealership, sign_in
from frontdesk.services.desk import Profile
from frontdesk.store import backup, known
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import language
from frontdesk.ui.setup.page import SetupPage
from frontdesk.ui.shell.repair import RepairPage
from tests.ui.keys import CTRL, ENTER, chord, press

PASSWORD = "right horse battery"


class Desk:
    """A dealership with two backups, its recovery code, and the programs started over it."""

    def __init__(self, folder: DataFolder, code: str, app: QApplication, clock: FixedClock) -> None:
        self.folder, self.code = folder, code
        self._app, self._clock = app, clock
        self.programs: list[Program] = []
        self.clicks = 0

    def start(self, qtbot: QtBot, spoken: Language = Language.EN) -> Program:
        program = Program(self._app, self.folder.root, spoken, clock=self._clock)
        self.programs.append(program)
        assert program.start()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return program

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def backups(self) -> list[Path]:
        return [found.path for found in backup.available(self.folder)]


@pytest.fixture
def desk(
    tmp_path: Path, qapp: QApplication, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr(config, "config_dir", lambda: tmp_path / "settings")
    folder = DataFolder(tmp_path / "desk")
    founded = found_dealership(
        folder, Profile("远航汽车服务"), FirstManager("admin", "韩总", PASSWORD), clock
    )
    store = founded.services.desk.store
    for _ in range(2):
        backup.make(folder, store.key, clock.now(), "automatic")
        clock.move(timedelta(minutes=30))
    store.close()
    made = Desk(folder, founded.recovery_code, qapp, clock)
    yield made
    for program in made.programs:
        program.close()
        program.deleteLater()


def page_of(qtbot: QtBot, program: Program) -> RepairPage:
    found: list[RepairPage] = []

    def there() -> bool:
        found[:] = [page for page in program.window.findChildren(RepairPage) if page.isVisible()]
        return bool(found) and program.tasks.idle

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def signed_in(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(program.window.sign_in.isVisible)
    press(PASSWORD, ENTER)
    qtbot.waitUntil(lambda: program.window.desk is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.tasks.idle, timeout=20_000)


@pytest.mark.parametrize("spoken", list(Language))
def test_damaged_data_is_back_in_three_clicks(qtbot: QtBot, desk: Desk, spoken: Language) -> None:
    desk.folder.database.write_bytes(b"\0" * 9000)
    program = desk.start(qtbot, spoken)
    page = page_of(qtbot, program)
    offer = page.offer()
    assert offer is not None
    assert offer.path == str(desk.backups()[0])
    titles = {Language.EN: "The data is damaged", Language.ZH_CN: "数据已损坏"}
    assert page.view.title.text() == titles[spoken]

    page.form.field("login").editor().setFocus()
    press("admin", ENTER, PASSWORD)
    desk.click(page.view.primary)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)
    assert list(desk.folder.root.glob("set-aside/*/frontdesk.db"))
    desk.click(page.view.sign_in)
    program.window.sign_in.login.setText("admin")
    program.window.sign_in.password.setFocus()
    signed_in(qtbot, program)
    assert desk.clicks <= 3


def test_damage_found_by_the_key_leads_there_too_and_keys_are_enough(
    qtbot: QtBot, desk: Desk
) -> None:
    content = bytearray(desk.folder.database.read_bytes())
    content[100] ^= 1
    desk.folder.database.write_bytes(bytes(content))
    program = desk.start(qtbot)
    qtbot.waitUntil(program.window.sign_in.login.hasFocus)
    press("admin", ENTER, PASSWORD, ENTER)
    page = page_of(qtbot, program)
    qtbot.waitUntil(page.form.isVisible)
    page.form.field("login").editor().setFocus()
    page.form.set_values({"login": "admin"})
    press(ENTER, PASSWORD)
    chord(ENTER, CTRL)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)
    press(ENTER)
    program.window.sign_in.login.setText("admin")
    program.window.sign_in.password.setFocus()
    signed_in(qtbot, program)


def test_a_wrong_password_is_said_beside_it(qtbot: QtBot, desk: Desk) -> None:
    desk.folder.database.unlink()
    page = page_of(qtbot, desk.start(qtbot))
    page.form.set_values({"login": "admin"})
    page.form.field("password").set_typed("wrong horse")
    desk.click(page.view.primary)
    qtbot.waitUntil(lambda: page.form.field("password").error() != "", timeout=20_000)
    assert page.view.primary.isVisible()
    assert not desk.folder.database.exists()


def test_the_next_good_backup_is_offered(qtbot: QtBot, desk: Desk) -> None:
    newest, older = desk.backups()
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    newest.write_bytes(bytes(content))
    desk.folder.database.write_bytes(b"")
    page = page_of(qtbot, desk.start(qtbot))
    page.form.set_values({"login": "admin"})
    page.form.field("password").set_typed(PASSWORD)
    desk.click(page.view.primary)
    qtbot.waitUntil(lambda: bool(page.banners.shown()), timeout=30_000)
    offer = page.offer()
    assert offer is not None
    assert offer.path == str(older)
    assert desk.folder.database.read_bytes() == b""
    desk.click(page.view.primary)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)


def test_the_recovery_sheet_opens_it(qtbot: QtBot, desk: Desk) -> None:
    desk.folder.keys.unlink()
    page = page_of(qtbot, desk.start(qtbot))
    desk.click(page.view.other_proof)
    qtbot.waitUntil(page.form.field("recovery_code").editor().hasFocus)
    press(desk.code.lower())
    desk.click(page.view.primary)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)
    assert desk.clicks <= 3
    assert desk.folder.keys.exists()


def test_an_older_file_can_be_gone_on_with(qtbot: QtBot, desk: Desk, clock: FixedClock) -> None:
    older = desk.folder.database.read_bytes()
    sign_in(desk.folder, "admin", PASSWORD, clock).desk.store.close()
    desk.folder.database.write_bytes(older)
    program = desk.start(qtbot)
    press("admin", ENTER, PASSWORD, ENTER)
    page = page_of(qtbot, program)
    assert page.fault.code == "store.rolled_back"
    desk.click(page.view.going_on)
    page.form.set_values({"login": "admin", "password": PASSWORD})
    desk.click(page.view.primary)
    qtbot.waitUntil(lambda: page.form.field("reason").error() != "", timeout=20_000)
    page.form.field("password").set_typed(PASSWORD)
    page.form.field("reason").set_typed("昨天的文件被拷回")
    desk.click(page.view.primary)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)


def test_a_folder_that_is_gone_is_never_founded_silently(qtbot: QtBot, desk: Desk) -> None:
    known.remember(desk.folder.root, "远航汽车服务")
    elsewhere = desk.folder.root.with_name("elsewhere")
    desk.folder.root.rename(elsewhere)
    program = desk.start(qtbot)
    page = page_of(qtbot, program)
    assert page.fault.code == "store.gone"
    assert not program.window.findChildren(SetupPage)
    for button in (page.view.again, page.view.folder, page.view.file, page.view.founding):
        assert button.isVisible()
    press(Qt.Key.Key_F5)
    page = page_of(qtbot, program)
    assert not desk.folder.root.exists()

    page.chosen.emit(elsewhere)
    qtbot.waitUntil(lambda: program.start_over_in is not None)
    assert program.start_over_in == elsewhere
    program.close()
    assert known.followed(desk.folder.root) == elsewhere
    assert not desk.folder.root.exists(), "nothing was made in the meantime"


def test_a_folder_that_is_back_is_opened(qtbot: QtBot, desk: Desk) -> None:
    known.remember(desk.folder.root, "远航汽车服务")
    elsewhere = desk.folder.root.with_name("elsewhere")
    desk.folder.root.rename(elsewhere)
    program = desk.start(qtbot)
    page = page_of(qtbot, program)
    elsewhere.rename(desk.folder.root)
    desk.click(page.view.again)
    qtbot.waitUntil(lambda: program.start_over_in is not None)
    program.close()
    again = desk.start(qtbot)
    assert again.window.sign_in.isVisible()


def test_newer_data_offers_no_backup(qtbot: QtBot, desk: Desk, clock: FixedClock) -> None:
    program = desk.start(qtbot)
    program._rescue.heed(EnvironmentFault("store.newer", path="x"))
    page = page_of(qtbot, program)
    assert not page.view.primary.isVisible()
    assert page.view.again.isVisible()
    assert page.view.folder.isVisible()


def test_damage_met_at_work_covers_the_desk_and_keeps_it(qtbot: QtBot, desk: Desk) -> None:
    program = desk.start(qtbot)
    program.window.sign_in.login.setText("admin")
    program.window.sign_in.password.setFocus()
    signed_in(qtbot, program)
    at_work = program.window.desk
    assert at_work is not None

    def fails() -> None:
        raise EnvironmentFault("store.damaged", path="x")

    program.tasks.run(fails, lambda _: None, lambda _: None, owner=program.window)
    page = page_of(qtbot, program)
    desk.click(page.view.back)
    assert program.window.desk is at_work
    assert at_work.isVisible()
    banner = program.window.notices.shown()[0]
    desk.click(banner.action)
    page = page_of(qtbot, program)
    page.form.set_values({"login": "admin"})
    page.form.field("password").set_typed(PASSWORD)
    desk.click(page.view.primary)
    qtbot.waitUntil(page.view.sign_in.isVisible, timeout=30_000)
    desk.click(page.view.sign_in)
    signed_in(qtbot, program)
    assert program.window.desk is at_work, "what was open there is still there"
    assert at_work.services.desk.store is program._open.desk.store  # type: ignore[union-attr]


@pytest.mark.expects_warnings
def test_damage_is_told_by_its_page_alone(qtbot: QtBot, desk: Desk) -> None:
    program = desk.start(qtbot)
    program.window.sign_in.login.setText("admin")
    program.window.sign_in.password.setFocus()
    signed_in(qtbot, program)
    boxes: list[QWidget] = []
    watch = QTimer(program)

    def close_box() -> None:
        if (box := QApplication.activeModalWidget()) is not None:
            boxes.append(box)
            box.close()

    watch.timeout.connect(close_box)
    watch.start(10)

    def fails() -> None:
        raise EnvironmentFault("store.damaged", path="x")

    # Of what is asked for by the window itself, beside which there is no page to tell it.
    for _ in range(2):
        program.tasks.run(fails, lambda _: None, owner=program.window)
    page_of(qtbot, program)
    assert boxes == []
    program.tasks.run(_full, lambda _: None, owner=program.window)
    qtbot.waitUntil(lambda: len(boxes) == 1)


def _full() -> None:
    raise EnvironmentFault("store.disk_full")


def test_the_page_speaks_both_languages(qtbot: QtBot, desk: Desk) -> None:
    desk.folder.database.write_bytes(b"")
    page = page_of(qtbot, desk.start(qtbot))
    assert page.view.primary.text().startswith("Restore")
    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: page.view.primary.text() == "恢复这个备份 (Ctrl+Enter)")
    assert page.view.again.text() == "再查看一次 (F5)"
