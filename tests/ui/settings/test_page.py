"""The parts of the settings: whom they concern, and the way through them by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.registry import Services
from frontdesk.ui.kit import language, theme
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings.my_account import MyAccountSection
from frontdesk.ui.settings.page import SettingsPage
from frontdesk.ui.settings.this_pc import ThisPcSection
from tests.ui.conftest import Show
from tests.ui.keys import ALT, CTRL, ENTER, chord, press
from tests.ui.settings.conftest import FIRST_PASSWORD, PASSWORD, Open


def _texts(page: SettingsPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_each_part_is_shown_to_whom_it_concerns(
    page: SettingsPage, open_page: Open, advisor: Services, founded: Services
) -> None:
    assert _texts(page) == [
        *("My account", "This PC", "Backups", "Staff", "Dealership"),
        *("Intake terms", "Complaint categories", "Call scripts", "Message texts", "Audit trail"),
        *(
            "Visit rules",
            "Customer file rules",
            "Callback rules",
            "Kinds of calls",
            "Scores and incentives",
            "Complaint rules",
        ),
        *("Desk rules", "Backup rules"),
    ]
    assert _texts(open_page(advisor)) == ["My account", "This PC"]
    accounts = AccountInput("zhou", "周敏", frozenset({Role.CS_MANAGER}))
    founded.accounts.create(accounts, FIRST_PASSWORD)
    theirs = open_page(change_person(founded, "zhou", FIRST_PASSWORD, PASSWORD))
    assert _texts(theirs) == [
        *("My account", "This PC", "Complaint categories", "Call scripts", "Message texts"),
        *("Audit trail", "Callback rules", "Kinds of calls"),
    ]
    assert "Ctrl+D" in dict(theirs.keys())


def test_parts_are_walked_by_keys(page: SettingsPage) -> None:
    press(Qt.Key.Key_Down)
    assert page.stack.currentWidget() is page.section("pc")
    press(ENTER)
    pc = page.section("pc")
    assert isinstance(pc, ThisPcSection)
    assert pc.language.editor().hasFocus()
    chord(Qt.Key.Key_Up, ALT)
    account = page.section("account")
    assert isinstance(account, MyAccountSection)
    assert account.form.field("old_password").editor().hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_place_names_the_part_by_its_key(page: SettingsPage, open_page: Open) -> None:
    page.open_place(Place("settings", action="dealership"))
    assert page.stack.currentWidget() is page.section("dealership")


def test_a_place_that_is_not_ones_own_stays_closed(open_page: Open, advisor: Services) -> None:
    theirs = open_page(advisor)
    theirs.open_place(Place("settings", action="staff"))
    assert theirs.stack.currentWidget() is theirs.section("account")


def test_ones_own_password_is_changed_by_keys(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    press(ENTER, PASSWORD, ENTER, "another one", ENTER, "another one", ENTER)
    press(Qt.Key.Key_Space)

    section = page.section("account")
    qtbot.waitUntil(lambda: bool(section.banners.shown()))
    assert section.banners.shown()[0].tone is Tone.OK
    assert not page.has_unsaved()
    change_person(founded, "admin", "another one")


def test_a_wrong_password_is_said_beside_its_field(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    section = page.section("account")
    assert isinstance(section, MyAccountSection)
    press(ENTER, "not it", ENTER, "another one", ENTER, "another two")
    chord(ENTER, CTRL)
    assert section.form.field("repeated").error() == "The two passwords differ; type it again."

    press(*[Qt.Key.Key_Backspace] * 3, "one")
    chord(ENTER, CTRL)
    old = section.form.field("old_password")
    qtbot.waitUntil(lambda: old.error() == "The old password is not right.")
    assert old.editor().hasFocus()
    assert section.form.field("password").typed() == "another one"
    assert page.has_unsaved()
    change_person(founded, "admin", PASSWORD)


def test_the_language_is_switched_while_one_looks_at_it(qtbot: QtBot, page: SettingsPage) -> None:
    press(Qt.Key.Key_Down, ENTER, "1")

    assert language.current() is Language.ZH_CN
    qtbot.waitUntil(lambda: _texts(page)[:3] == ["我的账号", "本机", "备份"])
    pc = page.section("pc")
    assert isinstance(pc, ThisPcSection)
    qtbot.waitUntil(lambda: pc.heading.text() == "本机")
    assert pc.check.text() == "立即检查数据 (F8)"
    assert [text for _, text in pc.theme.options] == ["浅色", "深色", "跟随系统"]

    press("2")
    qtbot.waitUntil(lambda: pc.heading.text() == "This PC")


def test_both_choices_are_handed_to_the_window(
    show: Show, tasks: Tasks, founded: Services, clock: FixedClock
) -> None:
    asked: list[object] = []
    context = UiContext(
        founded, tasks, lambda place: None, clock, speak=asked.append, dress=asked.append
    )
    page = SettingsPage(context)
    show(page)
    page.show_part("pc").focus_first()

    press("1", ENTER, "2")

    assert asked == [Language.ZH_CN, Theme.DARK]
    assert theme.chosen() is Theme.LIGHT


def test_what_was_chosen_elsewhere_is_ticked(qtbot: QtBot, page: SettingsPage) -> None:
    pc = page.show_part("pc")
    assert isinstance(pc, ThisPcSection)

    language.switch().use(Language.ZH_CN)

    qtbot.waitUntil(lambda: pc.language.value() is Language.ZH_CN)


def test_the_data_is_checked_by_key_and_found_sound(qtbot: QtBot, page: SettingsPage) -> None:
    pc = page.show_part("pc")
    assert isinstance(pc, ThisPcSection)
    pc.check.setFocus()

    press(Qt.Key.Key_Space)
    assert pc.outcome.text == "Checking …"
    assert not pc.check.isEnabled()

    qtbot.waitUntil(lambda: pc.outcome.tone is Tone.OK)
    assert pc.outcome.text == "Sound at 10:00"
    assert pc.check.isEnabled()


def test_damage_is_said_with_what_to_do(
    qtbot: QtBot, page: SettingsPage, founded: Services
) -> None:
    with founded.desk.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file = founded.desk.store.folder.database
    content = bytearray(file.read_bytes())
    content[-2000] ^= 0xFF
    file.write_bytes(content)
    pc = page.show_part("pc")
    assert isinstance(pc, ThisPcSection)
    pc.focus_first()

    press(Qt.Key.Key_F8)

    qtbot.waitUntil(lambda: pc.outcome.tone is Tone.ERROR)
    assert pc.outcome.text == "1 damage found"
    assert "restore the newest backup" in pc.advice()


def test_every_part_speaks_both_languages(qtbot: QtBot, page: SettingsPage) -> None:
    sections = [page.show_part(key) for key in page.part_keys()]
    english = [section.heading.text() for section in sections]

    language.switch().use(Language.ZH_CN)
    qtbot.waitUntil(lambda: sections[0].heading.text() == "我的账号")

    chinese = [section.heading.text() for section in sections]
    assert not set(english) & set(chinese)
    assert all(text and not text.isascii() for text in chinese)
