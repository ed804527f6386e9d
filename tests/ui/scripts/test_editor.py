"""Scripts edited by real keys: list, steps, answers, preview, faults, publishing, drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind, ComplaintLevel, Role
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Script, Words, shipped_script
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.scripts.document import as_text
from frontdesk.ui.scripts.section import ScriptsSection
from tests.factories import Make
from tests.ui.keys import CTRL, ENTER, chord, press
from tests.ui.settings.conftest import *  # noqa: F403 - the settings tab of a person
from tests.ui.settings.conftest import Open

Edit = Callable[[Services], ScriptsSection]
SHIPPED = shipped_script(CallbackKind.AFTER_SERVICE)


@pytest.fixture
def manager(make: Make) -> Services:
    services = make.services(Role.CS_MANAGER, name="客服经理")
    services.desk.confirmation.give()
    return services


@pytest.fixture
def listed(open_page: Open, tasks: Tasks, qtbot: QtBot) -> Edit:
    """The part of one person, the cursor in the list."""

    def opened(services: Services) -> ScriptsSection:
        page = open_page(services)
        page.open_place(Place("settings", None, "scripts"))
        section = page.section("scripts")
        assert isinstance(section, ScriptsSection)
        qtbot.waitUntil(lambda: tasks.idle and section.overview.list.current_key() != "")
        section.focus_first()
        return section

    return opened


@pytest.fixture
def edit(listed: Edit, tasks: Tasks, qtbot: QtBot) -> Edit:
    """The editor of the after-service script, the cursor in its steps."""

    def opened(services: Services) -> ScriptsSection:
        section = listed(services)
        press(ENTER)
        qtbot.waitUntil(lambda: tasks.idle and section.is_editing)
        return section

    return opened


def _text(section: ScriptsSection) -> Script:
    script = section.editor.script
    assert script is not None
    return script


def test_who_has_the_part(open_page: Open, make: Make) -> None:
    for role in (Role.CS_MANAGER, Role.CS_SPECIALIST):
        page = open_page(make.services(role, name=role.value))
        assert ("scripts" in page.part_keys()) is (role is Role.CS_MANAGER)
        page.close()


def test_a_sentence_is_changed_and_published_by_keys(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    press(ENTER, ENTER, ENTER)
    section.editor.form.text_zh.box.selectAll()
    press("您好，")
    section.editor.form.fields_offered.insert("salutation")
    press("？")
    assert _text(section).start.text.zh == "您好，{salutation}？"
    assert "张先生" in section.editor.preview.zh.text()
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: tasks.idle and not section.is_editing)
    opened = manager.scripts.open("after_service")
    assert (opened.script.version, opened.script.own) == (2, True)
    assert opened.script.start.text.zh == "您好，{salutation}？"
    assert manager.drafts.offered("script", "after_service") is None


def test_a_step_is_added_named_and_its_faults_lead_to_their_places(
    edit: Edit, manager: Services
) -> None:
    section = edit(manager)
    editor = section.editor
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Insert)
    new = _text(section).steps[3]
    assert (new.title, new.next) == (Words(), "condition")
    assert _text(section).steps[2].next == new.key
    press("天气", ENTER, "Weather")
    assert _text(section).steps[3].title == Words(zh="天气", en="Weather")
    chord(ENTER, CTRL)
    assert section.is_editing
    assert [fault.part for fault in editor.faulty()] == ["text.zh", "text.en"]
    assert editor.form.text_zh.box.hasFocus()
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down, ENTER)
    assert editor.form.text_en.box.hasFocus()


def test_steps_are_moved_doubled_and_taken_away(edit: Edit, manager: Services) -> None:
    section = edit(manager)
    press(Qt.Key.Key_Down)
    chord(Qt.Key.Key_Down, CTRL)
    assert [step.key for step in _text(section).steps[:3]] == ["greet", "thank", "who"]
    chord(Qt.Key.Key_D, CTRL)
    assert len(_text(section).steps) == len(SHIPPED.steps) + 1
    assert "no way leads to this step" in section.editor.faulty()[0].said
    press(Qt.Key.Key_Delete)
    chord(Qt.Key.Key_Up, CTRL)
    press(Qt.Key.Key_Up)
    assert {step.key for step in _text(section).steps} == {step.key for step in SHIPPED.steps}


def test_answers_are_added_scored_and_led_on(edit: Edit, manager: Services) -> None:
    section = edit(manager)
    box = section.editor.answers
    box.list.setFocus()
    press(Qt.Key.Key_Insert)
    press("司机", ENTER, "The driver")
    box.next.set_value("closing_wrong")
    section.editor.form.counts.set_value(True)
    box.score.set_value(70)
    last = _text(section).start.answers[-1]
    assert last.text == Words(zh="司机", en="The driver")
    assert (last.next, last.score) == ("closing_wrong", 70)
    assert _text(section).start.is_scored
    assert section.editor.faulty() == ()


def test_the_script_itself_is_named_and_a_missing_name_leads_there(
    edit: Edit, manager: Services
) -> None:
    section = edit(manager)
    press(Qt.Key.Key_F2)
    chord(Qt.Key.Key_A, CTRL)
    press("维修回访", ENTER)
    chord(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert _text(section).title == Words(zh="维修回访")
    chord(ENTER, CTRL)
    assert section.is_editing
    assert [fault.part for fault in section.editor.faulty()] == ["title.en"]
    assert section.editor.title.en.line.hasFocus()
    press("After a repair")
    assert _text(section).title == Words(zh="维修回访", en="After a repair")
    assert section.editor.faulty() == ()
    assert section.has_unsaved()


def test_what_an_answer_proposes_for_a_ticket_is_edited(edit: Edit, manager: Services) -> None:
    box = edit(manager).editor.answers
    box.list.setFocus()
    box.level.set_value(ComplaintLevel.COMPLAINT_URGENT)
    box.concern.set_value(True)
    box.safety.set_value(True)
    step = box.step
    assert step is not None
    first = step.answers[0]
    assert (first.level, first.concern, first.safety) == (
        ComplaintLevel.COMPLAINT_URGENT,
        True,
        True,
    )
    assert not box.verdict.isVisible()


def test_where_the_complaint_is_registered_is_chosen_and_checked(
    edit: Edit, manager: Services
) -> None:
    section = edit(manager)
    editor = section.editor
    assert editor.form.opens_complaint.isVisible()
    editor.form.opens_complaint.set_value(True)
    assert _text(section).start.opens_complaint
    [fault] = editor.faulty()
    assert "one place" in fault.said
    editor.go_to(fault)
    assert editor.step() is not None
    editor.form.opens_complaint.set_value(False)
    assert editor.faulty() == ()


def test_a_question_is_asked_otherwise(edit: Edit, manager: Services) -> None:
    section = edit(manager)
    section.editor.form.question.set_value("scale_5")
    assert _text(section).start.answers == ()
    assert section.editor.answers.isVisible()
    section.editor.form.question.set_value("yes_no")
    assert [each.key for each in _text(section).start.answers] == ["yes", "no"]


def test_the_preview_is_walked_by_digits_in_both_languages(edit: Edit, manager: Services) -> None:
    section = edit(manager)
    preview = section.editor.preview
    press(Qt.Key.Key_F5)
    assert preview.hasFocus()
    press("1", "1")
    assert "Thank you" in preview.en.text()
    assert "感谢" in preview.zh.text()
    press(Qt.Key.Key_Backspace, "2")
    assert preview.state.isVisible()
    assert "ends here" in preview.state.text()


def test_what_is_half_edited_comes_back(
    edit: Edit, manager: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    section = edit(manager)
    press(ENTER)
    press("开头")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tasks.idle and not section.is_editing)
    kept = manager.drafts.offered("script", "after_service")
    assert kept is not None
    section.overview.list.setFocus()
    press(ENTER)
    qtbot.waitUntil(lambda: tasks.idle and section.is_editing)
    assert _text(section) == SHIPPED
    (banner,) = section.banners.shown()
    banner.action.click()
    assert _text(section).start.title.zh == "开头"


def test_a_version_and_a_file_are_taken_up(
    edit: Edit, listed: Edit, manager: Services, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    changed = SHIPPED.model_copy(update={"title": Words(zh="回访", en="Call")})
    manager.scripts.publish(as_text(changed), 1)
    section = listed(manager)
    qtbot.waitUntil(lambda: section.overview.versions.count() == 3)
    section.overview.versions.setFocus()
    press(Qt.Key.Key_Down, ENTER)
    qtbot.waitUntil(lambda: tasks.idle and section.is_editing)
    assert section.has_unsaved()
    assert _text(section).title == SHIPPED.title
    section.leave()
    qtbot.waitUntil(lambda: tasks.idle)
    path = tmp_path / "script.json"
    path.write_text("[1]", encoding="utf-8")
    section.bring_file(path)
    qtbot.waitUntil(lambda: tasks.idle and bool(section.banners.shown()))
    assert not section.is_editing
    path.write_text(as_text(shipped_script(CallbackKind.NEW_CAR)), encoding="utf-8")
    section.bring_file(path)
    qtbot.waitUntil(lambda: tasks.idle and section.is_editing)
    assert _text(section).key == "new_car"


@pytest.mark.parametrize("speech", [Language.ZH_CN, Language.EN])
def test_in_a_small_window_the_form_has_room_to_write(
    edit: Edit, manager: Services, qtbot: QtBot, speech: Language
) -> None:
    section = edit(manager)
    language.switch().use(speech)
    section.window().resize(960, 640)
    editor = section.editor
    words = editor.form.field("text_zh").editor()
    wide = 160
    qtbot.waitUntil(lambda: words.visibleRegion().boundingRect().width() >= wide)
    section.window().resize(1366, 768)
    qtbot.waitUntil(lambda: editor.steps.width() == 206)
