"""The program as a whole, over a real store: first start, signing in, sample, second start, end."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread
from threading import enumerate as threads

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk import app
from frontdesk.app import Program, run_window
from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.language import Language
from frontdesk.services import paper
from frontdesk.services.accounts.opening import FirstManager, found_dealership, sign_in
from frontdesk.services.desk import Profile
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import language
from frontdesk.ui.shell import not_opened
from frontdesk.ui.shell.recover import RecoverPage
from frontdesk.ui.shell.single_instance import SingleInstance
from tests.ui.keys import ENTER, press

PASSWORD = "right horse battery"
Start = Callable[..., Program]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> DataFolder:
    """A dealership just founded."""
    made = DataFolder(tmp_path / "desk")
    founded = found_dealership(
        made, Profile(name="远航汽车服务"), FirstManager("admin", "韩总", PASSWORD), clock
    )
    founded.services.desk.store.close()
    return made


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, clock: FixedClock) -> Iterator[Start]:
    programs: list[Program] = []

    def begun(data: Path, spoken: Language | None = Language.EN, *, demo: bool = False) -> Program:
        program = Program(qapp, data, spoken, demo=demo, clock=clock)
        programs.append(program)
        assert program.start()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return program

    yield begun
    for program in programs:
        program.close()
        program.deleteLater()
    assert not [t for t in threads() if t.name.startswith("frontdesk")]


def test_signing_in_by_keys_opens_the_desk(qtbot: QtBot, start: Start, folder: DataFolder) -> None:
    program = start(folder.root)
    window = program.window
    qtbot.waitUntil(window.sign_in.login.hasFocus)
    press("admin", ENTER, PASSWORD, ENTER)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.tasks.idle, timeout=20_000)
    assert window.desk is not None
    assert window.desk.current_key() == "today"


def test_after_signing_in_the_forms_are_loaded_off_the_window(
    qtbot: QtBot, start: Start, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded_on: list[str] = []
    monkeypatch.setattr(app, "_PAPER_AFTER_MS", 0)
    monkeypatch.setattr(paper, "warm_up", lambda: loaded_on.append(current_thread().name))
    program = start(folder.root)
    window = program.window
    qtbot.waitUntil(window.sign_in.login.hasFocus)
    press("admin", ENTER, PASSWORD, ENTER)
    qtbot.waitUntil(lambda: bool(loaded_on), timeout=20_000)
    assert loaded_on == ["frontdesk-paper"]
    qtbot.waitUntil(lambda: program.tasks.idle, timeout=20_000)


def test_the_wrong_password_opens_nothing(qtbot: QtBot, start: Start, folder: DataFolder) -> None:
    program = start(folder.root)
    window = program.window
    press("admin", ENTER, "wrong horse", ENTER)
    qtbot.waitUntil(lambda: bool(window.sign_in.error.text()), timeout=20_000)
    assert window.desk is None


def test_a_second_start_raises_the_first_window(
    qtbot: QtBot, qapp: QApplication, start: Start, folder: DataFolder, clock: FixedClock
) -> None:
    first = start(folder.root)
    qtbot.waitUntil(lambda: first._preload is not None)
    second = Program(qapp, folder.root, clock=clock)
    assert not second.start()
    second.close()
    second.deleteLater()


def test_a_folder_that_cannot_be_used_is_said(
    qapp: QApplication, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(EnvironmentFault) as said:
        Program(qapp, tmp_path / "file" / "desk", clock=clock)
    assert said.value.code == "window.folder"


@pytest.mark.parametrize(
    ("speak", "words"),
    [(Language.EN, "Another Frontdesk has this data folder open"), (Language.ZH_CN, "另一个")],
)
def test_why_no_window_opens_is_told_on_the_screen(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, speak: Language, words: str
) -> None:
    """The one that has the folder hangs: it neither lets it go nor comes to the front."""
    told: list[str] = []
    monkeypatch.setattr(SingleInstance, "take", lambda _: False)
    monkeypatch.setattr(SingleInstance, "ask_first_to_show", lambda _: False)
    monkeypatch.setattr(not_opened, "is_seen", lambda: True)
    monkeypatch.setattr(not_opened, "tell", lambda _, __, text: told.append(text))

    with pytest.raises(EnvironmentFault):
        run_window(folder.root, speak)

    (text,) = told
    assert words in text
    assert str(folder.root) in text


def test_the_language_used_last_is_spoken_again(
    qtbot: QtBot, qapp: QApplication, folder: DataFolder, clock: FixedClock
) -> None:
    program = Program(qapp, folder.root, Language.EN, clock=clock)
    program.start()
    language.switch().use(Language.ZH_CN)
    program.close()
    program.deleteLater()
    language.switch().use(Language.EN)
    again = Program(qapp, folder.root, clock=clock)
    again.start()
    assert again.window.sign_in.enter.text() == "登录"
    again.close()
    again.deleteLater()


def test_the_sample_is_made_behind_a_bar_and_thrown_away(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontdesk.sample import dealership

    monkeypatch.setattr(dealership.build_sample, "__defaults__", (8, 1, None))
    program = start(tmp_path / "unused", demo=True)
    assert not program.window.sign_in.isVisible()
    qtbot.waitUntil(program.window.sign_in.isVisible, timeout=60_000)
    assert program.folder.exists()
    assert "frontdesk-demo" in program.window.sign_in._hint.text()
    root = program.folder.root
    program.close()
    assert not root.exists()
    assert not (tmp_path / "unused").exists()


def test_the_first_start_asks_for_the_dealership(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = start(tmp_path / "new")
    assert not program.window.sign_in.isVisible()
    assert not program.folder.exists()


@pytest.mark.expects_warnings
def test_an_unexpected_error_is_logged_beside_the_data(
    qtbot: QtBot, start: Start, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontdesk.ui.kit import errors

    program = start(folder.root)
    qtbot.waitUntil(lambda: program._preload is not None)
    monkeypatch.setattr(errors, "_tell_bug", lambda where, error: None)
    sys.excepthook(ValueError, ValueError("a bug"), None)
    logging.getLogger().handlers[-1].flush()
    assert "a bug" in (folder.root / "logs" / "frontdesk.log").read_text("utf-8")


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    """Start-up is a feature: what the sign-in page needs is Qt and the kit."""
    heavy = ("sqlalchemy", "sqlcipher3", "argon2", "cryptography", "pydantic", "reportlab")
    later = ("openpyxl", "pypinyin", "qtawesome", "PySide6.QtNetwork", "PySide6.QtPdf")
    code = (
        "import sys, frontdesk.app, frontdesk.ui.shell.sign_in;"
        f"print([name for name in {heavy + later!r} if name in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert loaded == "[]"


def test_the_recovery_sheet_opens_the_desk_and_sets_a_password(
    qtbot: QtBot, start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    folder = DataFolder(tmp_path / "desk")
    founded = found_dealership(
        folder, Profile(name="远航汽车服务"), FirstManager("admin", "韩总", PASSWORD), clock
    )
    founded.services.desk.store.close()
    program = start(folder.root)
    program.window.sign_in.recovery_asked.emit()
    press("wrong-code", ENTER, "admin", ENTER, "a new password", ENTER, "a new password", ENTER)
    page = program.window.findChild(RecoverPage)
    assert isinstance(page, RecoverPage)
    code = page.form.field("recovery_code")
    qtbot.waitUntil(lambda: code.error() != "")
    assert page.form.field("password").typed() == "a new password", "nothing typed is lost"

    code.set_typed(founded.recovery_code.lower())
    page.submit.click()

    qtbot.waitUntil(lambda: program.window.desk is not None)
    sign_in(folder, "admin", "a new password", clock).desk.store.close()
