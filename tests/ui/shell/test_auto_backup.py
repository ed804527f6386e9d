"""Backups by themselves, over the whole program: while working, on signing out, on closing."""

from __future__ import annotations

import shutil
from collections import namedtuple
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.app import Program
from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.language import Language
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.desk import Profile
from frontdesk.store import backup, restore
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import language
from frontdesk.ui.shell.auto_backup import AutoBackup
from frontdesk.ui.shell.closing import ClosingDialog
from frontdesk.ui.shell.desk_view import DeskView
from tests.ui.keys import ENTER, press

PASSWORD = "right horse battery"


@pytest.fixture(autouse=True)
def _bugs_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box nobody closes would only hang."""

    def fail(_: object, error: Exception) -> None:
        raise error

    monkeypatch.setattr("frontdesk.ui.kit.errors._tell_bug", fail)


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> DataFolder:
    made = DataFolder(tmp_path / "desk")
    first = FirstManager("admin", "韩总", PASSWORD)
    found_dealership(made, Profile(name="远航"), first, clock).services.desk.store.close()
    return made


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, clock: FixedClock, folder: DataFolder
) -> Iterator[Program]:
    """Signed in, with nothing under way."""
    running = Program(qapp, folder.root, Language.EN, clock=clock)
    assert running.start()
    window = running.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(window.sign_in.login.hasFocus)
    press("admin", ENTER, PASSWORD, ENTER)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    qtbot.waitUntil(lambda: running.tasks.idle, timeout=20_000)
    yield running
    running.close()
    running.deleteLater()


def _auto(program: Program) -> AutoBackup:
    (found,) = program.window.findChildren(AutoBackup)
    return found


def _desk(program: Program) -> DeskView:
    desk = program.window.desk
    assert desk is not None
    return desk


def _change(program: Program) -> None:
    _desk(program).services.settings.change_rules({})


def _kinds(folder: DataFolder) -> list[str]:
    return [each.why for each in backup.available(folder)]


def test_one_is_made_while_people_work(
    qtbot: QtBot, program: Program, folder: DataFolder, clock: FixedClock
) -> None:
    status = _desk(program).status
    assert status._backup.text() == "No backup yet"

    _auto(program)._timer.timeout.emit()
    qtbot.waitUntil(lambda: status._backup.text() == "Last backup just now")

    assert _kinds(folder) == ["automatic"]
    clock.move(timedelta(hours=1))
    _change(program)
    _auto(program).look()
    qtbot.waitUntil(lambda: len(_kinds(folder)) == 2)
    qtbot.waitUntil(lambda: program.tasks.idle)


def test_a_full_disk_is_said_once_and_stays_in_the_status_bar(
    qtbot: QtBot, program: Program, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(
        "frontdesk.ui.kit.errors.present", lambda where, error, **_: told.append(error)
    )
    usage = namedtuple("usage", "total used free")
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 0))
        for _ in range(2):
            _auto(program).look()
            qtbot.waitUntil(lambda: not _auto(program)._at_work)
    status = _desk(program).status
    qtbot.waitUntil(lambda: status._backup.text() == "No backup could be made")
    assert "Free some space" in status._backup.toolTip()
    assert [getattr(each, "code", "") for each in told] == ["backup.no_room"]

    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: status._backup.text() == "没能建立备份")
    assert "请腾出空间" in status._backup.toolTip()
    language.switch().use(Language.EN)

    _auto(program).look()
    qtbot.waitUntil(lambda: status._backup.text() == "Last backup just now")
    assert _auto(program).fault is None


def test_closing_makes_the_last_one_with_the_drafts_in_it(
    qtbot: QtBot, program: Program, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = _desk(program).services.drafts

    def park() -> None:
        """What every open form does when its desk goes out of sight."""
        keep = partial(drafts.keep, "customer", "", {"name": "半打的字"})
        program.tasks.run(keep, lambda _: None, kind="write")

    monkeypatch.setattr(_desk(program), "park", park)

    program.window.close()
    assert program.window.isVisible(), "not before the backup"
    qtbot.waitUntil(lambda: not program.window.isVisible())

    (made,) = backup.available(folder)
    assert made.why == "closing"
    assert backup.manifest(made.path).rows["draft"] == 1


def test_closing_with_nothing_changed_closes_at_once(
    qtbot: QtBot, program: Program, folder: DataFolder
) -> None:
    _auto(program).look()
    qtbot.waitUntil(lambda: _kinds(folder) == ["automatic"])
    qtbot.waitUntil(lambda: program.tasks.idle)

    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible())

    assert _kinds(folder) == ["automatic"]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A backup that is under way until the event is set (or it is cancelled)."""
    go_on, real = Event(), backup.make

    def waiting(*arguments: object, **named: object) -> Path:
        progress, cancelled = named["progress"], named["cancelled"]
        assert callable(progress)
        assert callable(cancelled)
        progress(40, 100)
        while not go_on.wait(0.01):
            if cancelled():
                break
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "make", waiting)
    yield go_on
    go_on.set()


def _dialog(program: Program) -> ClosingDialog:
    (found,) = program.window.findChildren(ClosingDialog)
    return found


def test_a_long_one_is_shown_with_its_progress(
    qtbot: QtBot, program: Program, folder: DataFolder, slow: Event
) -> None:
    program.window.close()
    qtbot.waitUntil(lambda: _dialog(program).isVisible())
    dialog = _dialog(program)
    qtbot.waitUntil(lambda: dialog.bar.value() == 40)
    assert dialog.text.text() == "Making the backup …"

    slow.set()

    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert _kinds(folder) == ["closing"]


def test_one_need_not_wait_for_it(
    qtbot: QtBot, program: Program, folder: DataFolder, slow: Event
) -> None:
    program.window.close()
    qtbot.waitUntil(lambda: _dialog(program).isVisible())
    _dialog(program).activateWindow()
    qtbot.waitUntil(_dialog(program).skip.hasFocus)

    press(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: not program.window.isVisible())
    program.close()
    assert _kinds(folder) == []
    assert not list(folder.backups.glob(".*")), "nothing half is left"


def test_one_may_change_ones_mind(
    qtbot: QtBot, program: Program, folder: DataFolder, slow: Event
) -> None:
    program.window.close()
    qtbot.waitUntil(lambda: _dialog(program).isVisible())
    _dialog(program).activateWindow()
    qtbot.waitUntil(_dialog(program).skip.hasFocus)

    press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: program.tasks.idle)
    assert program.window.isVisible()
    assert program.window.isEnabled()
    assert _kinds(folder) == []


def test_what_went_wrong_on_closing_is_said_and_tried_again(
    qtbot: QtBot, program: Program, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup.make

    def full(*_: object, **__: object) -> Path:
        raise EnvironmentFault("backup.no_room", path="D:", reason="0 B")

    monkeypatch.setattr(backup, "make", full)
    program.window.close()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ClosingDialog)))
    dialog = _dialog(program)
    qtbot.waitUntil(dialog.retry.isVisible)
    assert dialog.text.text() == "No backup could be made."
    dialog.activateWindow()
    qtbot.waitUntil(dialog.retry.hasFocus)
    monkeypatch.setattr(backup, "make", real)

    press(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert _kinds(folder) == ["closing"]


def test_signing_out_makes_one_and_gives_the_file_back(
    qtbot: QtBot, program: Program, folder: DataFolder
) -> None:
    key = _desk(program).services.desk.store.key
    program.window.sign_out()
    qtbot.waitUntil(lambda: program.tasks.idle, timeout=20_000)

    assert _kinds(folder) == ["closing"]
    assert restore.prove(backup.available(folder)[0].path, key) == []
    assert not (folder.root / "frontdesk.db-wal").exists()
    program.window.close()
    assert not program.window.isVisible()


def test_the_second_place_stands_in_the_status_bar(
    qtbot: QtBot, program: Program, tmp_path: Path, clock: FixedClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    status = _desk(program).status
    holder = status._second.parentWidget()
    assert holder is not None
    assert not holder.isVisible()
    _desk(program).services.backups.choose_second_place(str(stick))
    qtbot.waitUntil(lambda: status._second.text() == "Second place: no copy yet")

    _auto(program).look()
    qtbot.waitUntil(lambda: status._second.text() == "Second place just now")
    assert holder.isVisible()

    clock.move(timedelta(days=8))
    _desk(program).look_at_status()
    qtbot.waitUntil(lambda: status._second.text() == "Second place 8 days ago")
    assert status._second.property("tone") == "warn"
    assert "Plug the second place in" in status._second.toolTip()
