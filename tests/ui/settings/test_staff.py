"""Staff accounts by keys: made, changed, refused, reset; passwords are in no draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.errors import UserError
from frontdesk.models.enums import Department, Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import change_person
from frontdesk.services.registry import Services
from frontdesk.ui.kit.compare import Compare
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings.page import SettingsPage
from frontdesk.ui.settings.staff import StaffSection
from tests.ui.keys import CTRL, ENTER, chord, confirm, press
from tests.ui.settings.conftest import PASSWORD, Open


@pytest.fixture
def staff(qtbot: QtBot, page: SettingsPage, tasks: Tasks) -> StaffSection:
    section = page.show_part("staff")
    assert isinstance(section, StaffSection)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.table.rows()))
    return section


def _edit(qtbot: QtBot, staff: StaffSection, tasks: Tasks, login: str) -> None:
    """Choose an account and go into its form, at the name."""
    staff.table.select(next(row.id for row in staff.table.rows() if row.login == login))
    staff.table.setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle)
    assert staff.card.login.typed() == login


def _said(staff: StaffSection) -> list[str]:
    return [banner.text for banner in staff.banners.shown()]


def test_a_colleague_is_given_an_account_and_signs_in(
    qtbot: QtBot, page: SettingsPage, staff: StaffSection, founded: Services
) -> None:
    page.focus_first()
    chord(Qt.Key.Key_N, CTRL)
    press("Liang", ENTER, "梁静", ENTER, "31", ENTER, "1", ENTER, "long enough", ENTER)
    press("long enough")
    chord(ENTER, CTRL)

    qtbot.waitUntil(lambda: len(staff.table.rows()) == 3)
    theirs = change_person(founded, "liang", "long enough", "kept to oneself")
    assert theirs.desk.actor.name == "梁静"
    assert theirs.desk.actor.roles == {Role.CS_SPECIALIST, Role.SERVICE_ADVISOR}
    made = next(row for row in founded.accounts.list() if row.login == "liang")
    assert made.department is Department.SERVICE
    assert staff.table.current_id() == made.id
    assert _said(staff) == ["梁静 can sign in now with the temporary password."]
    assert not page.has_unsaved()


def test_everything_at_fault_is_said_at_once_beside_its_field(
    qtbot: QtBot, staff: StaffSection, founded: Services
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("梁 静", *[ENTER] * 4, "short", ENTER, "short")
    chord(ENTER, CTRL)

    form, secret = staff.card.form, staff.card.secret
    qtbot.waitUntil(lambda: form.field("login").error() != "")
    assert form.field("name").error() == "Please type the person's name."
    assert form.field("roles").error() == "Choose at least one role."
    assert "at least 8" in secret.field("password").error()
    assert form.field("login").editor().hasFocus()
    assert form.field("login").typed() == "梁 静"
    assert len(founded.accounts.list()) == 2


def test_a_name_that_is_taken_is_said_and_nothing_is_lost(
    qtbot: QtBot, staff: StaffSection
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("LIN", ENTER, "另一位", ENTER, "1", ENTER, ENTER, "long enough", ENTER, "long enough")
    chord(ENTER, CTRL)

    login = staff.card.login
    qtbot.waitUntil(lambda: login.error() == "The name lin is taken; choose another.")
    assert staff.card.form.field("name").typed() == "另一位"
    assert staff.card.secret.field("password").typed() == "long enough"


def test_the_last_administrator_keeps_the_role(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks, founded: Services
) -> None:
    _edit(qtbot, staff, tasks, "admin")
    press(ENTER, "8")
    chord(ENTER, CTRL)

    roles = staff.card.form.field("roles")
    qtbot.waitUntil(lambda: "at least one active Administrator" in roles.error())
    assert roles.editor().hasFocus()
    kept = next(row for row in founded.accounts.list() if row.login == "admin")
    assert kept.roles == {Role.ADMINISTRATOR, Role.GENERAL_MANAGER}


def test_an_account_is_changed_and_closed(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks, founded: Services
) -> None:
    _edit(qtbot, staff, tasks, "lin")
    press(ENTER, "3", ENTER, ENTER, Qt.Key.Key_Space)
    chord(ENTER, CTRL)
    confirm(qtbot, PASSWORD)

    qtbot.waitUntil(lambda: any(not row.active for row in staff.table.rows()))
    kept = next(row for row in founded.accounts.list() if row.login == "lin")
    assert kept.roles == {Role.SERVICE_ADVISOR, Role.CS_SPECIALIST}
    assert next(line for line in staff.table.texts()[1] if line[0] == "lin")[4] == "Closed"


def test_a_forgotten_password_is_reset(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks, founded: Services
) -> None:
    _edit(qtbot, staff, tasks, "lin")
    staff.card.secret.focus_first()
    press("another one", ENTER, "another two")
    chord(Qt.Key.Key_R, CTRL)
    assert staff.card.secret.field("repeated").error()

    press(*[Qt.Key.Key_Backspace] * 3, "one", ENTER)
    press(Qt.Key.Key_Space)
    confirm(qtbot, PASSWORD)

    qtbot.waitUntil(lambda: bool(staff.banners.shown()))
    assert staff.banners.shown()[0].tone is Tone.OK
    with pytest.raises(UserError) as temporary:
        change_person(founded, "lin", "another one")
    assert temporary.value.code == "sign_in.change_needed"
    change_person(founded, "lin", "another one", "kept to oneself")
    assert staff.card.secret.field("password").typed() == ""


def test_the_second_of_two_editors_sees_the_other_and_may_save_over(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks, founded: Services
) -> None:
    _edit(qtbot, staff, tasks, "lin")
    lin = next(row for row in founded.accounts.list() if row.login == "lin")
    theirs = AccountInput("lin", "林某", lin.roles, Department.SERVICE)
    founded.accounts.update(lin.id, theirs, lin.version)
    press("小林")
    chord(ENTER, CTRL)

    qtbot.waitUntil(lambda: any("You both changed: Name: 林某" in text for text in _said(staff)))
    qtbot.waitUntil(lambda: any(row.name == "林某" for row in staff.table.rows()))
    assert "小林" in staff.card.form.field("name").typed()

    chord(ENTER, CTRL)
    compare = staff.window().findChild(Compare)
    assert compare is not None, "saving again must show both versions first"
    shown = [(row.line.title, row.mine.text, row.theirs.text) for row in compare.rows]
    assert shown == [("Name", "小林林晓峰", "林某"), ("Department", "", "Service")]
    qtbot.waitUntil(compare.isActiveWindow)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: not staff.conflicts.waits)
    staff.window().activateWindow()
    qtbot.waitUntil(staff.window().isActiveWindow)
    assert staff.card.form.field("name").typed() == "小林林晓峰"
    assert staff.card.form.field("department").value() is Department.SERVICE
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: any("小林" in row.name for row in staff.table.rows()))


def test_what_is_typed_is_kept_without_the_password(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks, founded: Services, open_page: Open
) -> None:
    chord(Qt.Key.Key_N, CTRL)
    press("liang", ENTER, "梁静", ENTER, "3", ENTER, ENTER, "very secret", ENTER, "very secret")
    staff.park()
    qtbot.waitUntil(lambda: tasks.idle)

    drafts = founded.drafts.all()
    assert [draft.form for draft in drafts] == ["settings.account"]
    assert "secret" not in str(drafts)

    again = open_page(founded)
    section = again.show_part("staff")
    assert isinstance(section, StaffSection)
    again.focus_first()
    chord(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: bool(section.banners.shown()))
    section.banners.shown()[0].action.click()
    assert section.card.login.typed() == "liang"
    assert section.card.form.field("roles").value() == {Role.CS_SPECIALIST}
    assert section.card.secret.field("password").typed() == ""


def test_what_is_typed_into_one_account_waits_while_another_is_looked_at(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks
) -> None:
    _edit(qtbot, staff, tasks, "lin")
    press("小林")
    _edit(qtbot, staff, tasks, "admin")
    assert staff.card.form.field("name").typed() == "韩总"
    _edit(qtbot, staff, tasks, "lin")

    qtbot.waitUntil(lambda: bool(staff.banners.shown()))
    staff.banners.shown()[0].action.click()
    assert "小林" in staff.card.form.field("name").typed()


def test_a_hand_given_password_never_reaches_the_window_again(
    qtbot: QtBot, staff: StaffSection, tasks: Tasks
) -> None:
    _edit(qtbot, staff, tasks, "lin")
    staff.card.secret.focus_first()
    press("half typed")
    _edit(qtbot, staff, tasks, "admin")
    _edit(qtbot, staff, tasks, "lin")

    assert staff.card.secret.field("password").typed() == ""
    assert PASSWORD not in str(staff.table.texts())
