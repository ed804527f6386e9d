"""Changes of a script leave it a script: keys stay one of a kind, no way leads to what is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.enums import CallbackKind
from frontdesk.services.script_editing import editing
from frontdesk.services.scripts import QuestionKind, Script, Step, Words, check, shipped_script
from frontdesk.services.scripts.ways import ways

ACTS = ("add", "double", "remove", "move", "ask", "answer")


def _changed(script: Script, act: str, key: str, data: st.DataObject) -> Script:
    step = script.step(key)
    assert step is not None
    match act:
        case "add":
            return editing.add_step(script, key)[0]
        case "double":
            return editing.duplicate_step(script, key)[0]
        case "remove":
            return editing.remove_step(script, key)
        case "move":
            return editing.move_step(script, key, data.draw(st.integers(-3, 3)))
        case "ask":
            asked = editing.asked_as(step, data.draw(st.sampled_from(QuestionKind)))
            return editing.with_step(script, asked)
        case _:
            return editing.with_step(script, editing.add_answer(step)[0])


@given(kind=st.sampled_from(CallbackKind), data=st.data())
def test_any_changes_leave_no_way_to_what_is_gone(kind: CallbackKind, data: st.DataObject) -> None:
    script = shipped_script(kind)
    for _ in range(data.draw(st.integers(1, 8))):
        key = data.draw(st.sampled_from([step.key for step in script.steps]))
        script = _changed(script, data.draw(st.sampled_from(ACTS)), key, data)
        keys = [step.key for step in script.steps]
        assert len(set(keys)) == len(keys) >= 1
        for step in script.steps:
            assert all(target in keys for _, target in ways(step) if target is not None)
            options = [answer.key for answer in step.answers]
            assert len(set(options)) == len(options)
        codes = {fault.code for fault in check(script)}
        assert not codes & {"scripts.fault_doubled", "scripts.fault_unknown_step"}
    assert Script.model_validate_json(script.model_dump_json(exclude_defaults=True)) == script


def test_what_led_to_a_step_taken_away_leads_to_where_it_went_on() -> None:
    script = shipped_script(CallbackKind.AFTER_SERVICE)
    before = script.step("who")
    assert before is not None
    assert before.next == "thank"
    after = editing.remove_step(script, "thank").step("who")
    assert after is not None
    assert after.next == "condition"


def test_a_copy_registers_no_second_ticket() -> None:
    script, key = editing.duplicate_step(shipped_script(CallbackKind.AFTER_SERVICE), "ticket")
    copied = script.step(key)
    assert copied is not None
    assert not copied.opens_complaint
    assert [step.key for step in script.steps if step.opens_complaint] == ["ticket"]


def test_cues_are_typed_one_a_line_side_by_side() -> None:
    assert editing.cues_of("微笑\n\n放慢", "Smile\n\n") == (
        Words(zh="微笑", en="Smile"),
        Words(zh="放慢", en=""),
    )


def test_answers_are_moved_and_taken_away() -> None:
    step = Step(key="ask", title=Words(), text=Words())
    step = editing.asked_as(step, QuestionKind.CHOICE)
    first, second = (answer.key for answer in step.answers)
    moved = editing.move_answer(step, first, 1)
    assert [answer.key for answer in moved.answers] == [second, first]
    assert [answer.key for answer in editing.remove_answer(moved, second).answers] == [first]
