"""Forms by real keys: order, saving, errors beside fields, choices, quick entry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, VehicleUse
from frontdesk.ui.kit import language
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import (
    CheckField,
    DateField,
    MoneyField,
    MultilineField,
    NumberField,
    TextField,
)
from frontdesk.ui.kit.form import FormPanel
from tests.ui.conftest import Show
from tests.ui.keys import CTRL, ENTER, SHIFT, chord, press


@pytest.fixture
def form(show: Show) -> FormPanel:
    panel = FormPanel()
    panel.add(TextField("name"), 0, 0)
    panel.add(NumberField("km", unit="km"), 0, 1)
    panel.add(DateField("birthday"), 1, 0)
    panel.add(ChoiceField("use", VehicleUse), 1, 1)
    panel.add(ChoiceField("outcome", CallOutcome), 2, 0)
    panel.add(MoneyField("price"), 2, 1)
    panel.add(MultilineField("words"), 3, 0, 2)
    panel.add(CheckField("member"), 4, 0)
    for field in panel.fields():
        field.set_label(field.name.capitalize())
    panel.focus_first()
    show(panel)
    return panel


def focused(form: FormPanel) -> str:
    return next(f.name for f in form.fields() if f.editor().hasFocus())


def test_a_whole_form_is_filled_by_keys_alone(qtbot: QtBot, form: FormPanel) -> None:
    press("Zhang", ENTER, "35600", ENTER, "11/5", ENTER, "2", ENTER, "Busy", ENTER)
    press("1.2万", ENTER, "squeaks", ENTER, Qt.Key.Key_Space)
    assert form.values() == {
        "name": "Zhang",
        "km": 35600,
        "birthday": date(2026, 11, 5),
        "use": VehicleUse.OFFICIAL,
        "outcome": CallOutcome.BUSY,
        "price": Decimal("12000.00"),
        "words": "squeaks",
        "member": True,
    }


def test_enter_passes_over_what_cannot_be_used(qtbot: QtBot, form: FormPanel) -> None:
    form.show_field("km", False)
    form.field("birthday").editor().setEnabled(False)
    press(ENTER)
    assert focused(form) == "use"


def test_shift_enter_begins_a_new_line(qtbot: QtBot, form: FormPanel) -> None:
    form.field("words").setFocus()
    box = form.field("words").editor()
    QTest.keyClicks(box, "one")
    chord(ENTER, SHIFT)
    QTest.keyClicks(box, "two")
    assert str(form.field("words").value()).splitlines() == ["one", "two"]


@pytest.mark.parametrize("name", ["name", "words", "use", "outcome"])
def test_ctrl_enter_asks_for_saving_from_anywhere(qtbot: QtBot, form: FormPanel, name: str) -> None:
    form.field(name).setFocus()
    with qtbot.waitSignal(form.save_requested):
        chord(ENTER, CTRL)


def test_enter_in_the_last_field_is_told(qtbot: QtBot, form: FormPanel) -> None:
    form.field("member").setFocus()
    with qtbot.waitSignal(form.last_entered):
        press(ENTER)


def test_what_cannot_be_read_is_said_on_leaving_and_never_while_typing(
    qtbot: QtBot, form: FormPanel
) -> None:
    field = form.field("birthday")
    field.setFocus()
    press("32/13")
    assert field.error() == ""
    press(ENTER)
    assert field.error().startswith("This is not a date")
    assert field.typed() == "32/13"
    assert "not a date" in field.editor().accessibleDescription()
    with pytest.raises(InputErrors):
        form.values()
    field.setFocus()
    press("x")
    assert field.error() == ""


def test_a_page_s_own_check_runs_on_leaving(qtbot: QtBot, form: FormPanel) -> None:
    def check(value: object) -> None:
        if value != "Zhang":
            raise UserError("field.choice", "name")

    form.validator("name", check)
    press("Li")
    assert form.field("name").error() == ""
    press(ENTER)
    assert form.field("name").error().startswith("This is not in the list")


def test_errors_of_saving_stand_beside_their_fields(qtbot: QtBot, form: FormPanel) -> None:
    form.show_errors(
        InputErrors([UserError("field.money", "price"), UserError("field.number", "km")])
    )
    assert form.field("price").error()
    assert form.field("km").error()
    assert focused(form) == "price"
    form.clear_errors()
    assert not any(field.error() for field in form.fields())


def test_numbers_out_of_range_say_the_range(form: FormPanel) -> None:
    form.field("km").set_typed("99999999")
    with pytest.raises(UserError) as said:
        form.field("km").value()
    assert said.value.code == "field.number_range"


def test_leaving_tidies_figures_and_days(qtbot: QtBot, form: FormPanel) -> None:
    press(ENTER, "35600", ENTER, "明天", ENTER)
    assert form.field("km").typed() == "35,600"
    assert form.field("birthday").typed() == "2026-11-06"
    form.field("price").setFocus()
    press("88", ENTER)
    assert form.field("price").typed() == "88.00"


def test_choices_by_digit_arrow_and_backspace(qtbot: QtBot, form: FormPanel) -> None:
    field = form.field("use")
    field.setFocus()
    press("3")
    assert field.value() is VehicleUse.COMMERCIAL
    press(Qt.Key.Key_Left)
    assert field.value() is VehicleUse.OFFICIAL
    press("9")
    assert field.value() is VehicleUse.OFFICIAL
    press(Qt.Key.Key_Backspace)
    assert field.value() is None


def test_a_choice_by_mouse(qtbot: QtBot, form: FormPanel) -> None:
    row = form.field("use").editor()
    segments = row.findChildren(QAbstractButton)
    button = next(s for s in segments if s.text() == "Commercial")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert form.field("use").value() is VehicleUse.COMMERCIAL


def test_a_long_list_takes_only_what_it_offers(qtbot: QtBot, form: FormPanel) -> None:
    field = form.field("outcome")
    field.setFocus()
    press("no such")
    with pytest.raises(UserError):
        field.value()
    field.set_typed("busy")
    assert field.value() is CallOutcome.BUSY


def test_choices_follow_the_language_and_stay_chosen(form: FormPanel) -> None:
    form.field("use").set_value(VehicleUse.PRIVATE)
    form.field("outcome").set_value(CallOutcome.BUSY)
    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    choice = form.field("use")
    assert isinstance(choice, ChoiceField)
    assert [text for _, text in choice.options] == ["私家车", "公务车", "营运车"]
    assert choice.value() is VehicleUse.PRIVATE
    assert form.field("outcome").value() is CallOutcome.BUSY


def test_what_is_typed_can_be_kept_and_shown_again(form: FormPanel) -> None:
    form.field("birthday").set_typed("32/13")
    form.field("use").set_value(VehicleUse.OFFICIAL)
    form.field("member").set_value(True)
    kept = form.typed()
    form.set_values({})
    assert not form.has_changes()
    form.set_typed(kept)
    assert form.typed() == kept
    assert form.has_changes()
    assert form.field("use").value() is VehicleUse.OFFICIAL


def test_showing_a_record_is_no_change(qtbot: QtBot, form: FormPanel) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values({"name": "Li", "km": 1000, "use": VehicleUse.PRIVATE})
    assert not form.has_changes()
    press("!")
    assert form.has_changes()


def test_a_guess_is_marked_until_it_is_touched(qtbot: QtBot, form: FormPanel) -> None:
    field = form.field("km")
    field.set_guess(35600, "from the last visit")
    assert (field.value(), field.hint()) == (35600, "from the last visit")
    field.setFocus()
    press("1")
    assert field.hint() == ""


def test_required_is_marked_and_said(form: FormPanel) -> None:
    form.field("name").set_required(True)
    assert form.field("name").label.text() == "Name *"
    assert "required" in form.field("name").editor().accessibleDescription()
    assert form.field("name").editor().accessibleName() == "Name"


def test_read_only_keeps_the_text(qtbot: QtBot, form: FormPanel) -> None:
    form.set_values({"name": "Li"})
    form.set_read_only(True)
    form.field("name").setFocus()
    QTest.keyClicks(form.field("name").editor(), "xyz")
    assert form.field("name").value() == "Li"


def test_hostile_text_is_shown_as_it_is(form: FormPanel) -> None:
    nasty = "<b>&lt;张</b> %n {x} \u202e"
    form.field("name").set_label(nasty)
    form.field("name").set_error(nasty)
    assert form.field("name").label.text() == nasty
    assert form.field("name").error() == nasty
    assert form.field("name").label.textFormat() is Qt.TextFormat.PlainText


def test_no_sentence_is_cut_when_room_is_short(qtbot: QtBot, form: FormPanel) -> None:
    field = form.field("birthday")
    form.resize(form.minimumSizeHint())
    field.set_error("This is not a date. " * 6)
    qtbot.waitUntil(lambda: field.height() >= field.minimumSizeHint().height() > 3 * 32)
