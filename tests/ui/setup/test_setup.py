from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.services.accounts.opening import found_dealership, sign_in
from frontdesk.store.files import DataFolder
from frontdesk.ui.kit import language
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.setup.page import SetupPage
from tests.ui.keys import CTRL, ENTER, chord, press


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "店")


@pytest.fixture
def page(qtbot: QtBot, folder: DataFolder, clock: FixedClock) -> Iterator[SetupPage]:
    language.switch().use(Language.EN)
    tasks = Tasks()
    page = SetupPage(lambda profile, first: found_dealership(folder, profile, first, clock), tasks)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    yield page
    tasks.close()


def _fill(page: SetupPage, password: str, again: str) -> None:
    page.founding.form.field("dealership").setFocus()
    for text in ("Yuanhang", "Road 1", "0719-8123456", "", ""):
        press(text, ENTER)
    for text in ("Han", "admin", password, again):
        press(text, ENTER)


def test_a_dealership_is_founded_by_keys_alone(
    qtbot: QtBot, page: SetupPage, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    _fill(page, "long enough", "long enough")
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: page.recovery is not None)
    recovery = page.recovery
    assert recovery is not None
    assert not recovery.go_on.isEnabled(), "one cannot go on without the sheet"

    recovery.show_sheet.click()
    # The first form prepares its fonts.
    qtbot.waitUntil(lambda: bool(recovery.findChildren(PdfWindow)), timeout=60_000)
    window = recovery.findChildren(PdfWindow)[0]
    window.save_to(tmp_path / "sheet.pdf")
    window.close()

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(page.finished) as done:
        recovery.go_on.click()
    done.args[0].desk.store.close()
    again = sign_in(folder, "admin", "long enough", clock)
    assert again.desk.profile.name == "Yuanhang"
    again.desk.store.close()


def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    qtbot: QtBot, page: SetupPage, folder: DataFolder
) -> None:
    _fill(page, "long enough", "long enou")
    page.founding.submit_button.click()

    form = page.founding.form
    assert form.field("repeated").error() == "The two passwords differ; type it again."
    assert form.field("name").typed() == "Han"
    assert not folder.exists()


def test_a_weak_password_is_refused_by_the_service(
    qtbot: QtBot, page: SetupPage, folder: DataFolder
) -> None:
    _fill(page, "12345678", "12345678")
    page.founding.submit_button.click()

    qtbot.waitUntil(lambda: page.founding.form.field("password").error() != "")
    assert not folder.exists()
    assert page.founding.submit_button.isEnabled()


def test_a_doubtful_place_is_warned_about_before_founding(
    qtbot: QtBot, tasks: Tasks, folder: DataFolder
) -> None:
    place = folder.root / "Dropbox" / "desk"
    page = SetupPage(lambda profile, first: None, tasks, str(place))  # type: ignore[arg-type,return-value]
    qtbot.addWidget(page)
    assert "Dropbox" in page.banners.shown()[0].text
    sound = SetupPage(lambda profile, first: None, tasks, str(folder.root))  # type: ignore[arg-type,return-value]
    qtbot.addWidget(sound)
    assert not sound.banners.shown()
