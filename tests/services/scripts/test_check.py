"""Each fault of a script is found and its place named."""

from __future__ import annotations

from typing import Any

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind, IncomingKind
from frontdesk.services.scripts import Script, check, shipped_script
from frontdesk.texts import sentence

WORDS = {"zh": "您好", "en": "Hello"}


def _step(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "title": WORDS, "text": WORDS} | more


def _answer(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "text": WORDS} | more


def _script(*steps: dict[str, Any]) -> Script:
    return Script.model_validate(
        {"key": "trial", "version": 1, "kind": "special_period", "title": WORDS, "steps": steps}
    )


END = _step("end", closing=True)

FAULTY = {
    "scripts.fault_missing_text": (
        _script(_step("end", closing=True, text={"zh": "您好", "en": " "})),
        "end",
    ),
    "scripts.fault_unknown_field": (
        _script(_step("end", closing=True, text={"zh": "{名字}", "en": "Hello"})),
        "end",
    ),
    "scripts.fault_brace": (
        _script(_step("end", closing=True, text={"zh": "您好{", "en": "Hello"})),
        "end",
    ),
    "scripts.fault_unknown_step": (_script(_step("greet", next="gone"), END), "greet"),
    "scripts.fault_dead_end": (
        _script(
            _step("ask", question="choice", answers=[_answer("a", next="end"), _answer("b")]),
            END,
        ),
        "ask",
    ),
    "scripts.fault_doubled": (_script(_step("end", next="end"), END), "end"),
    "scripts.fault_choices": (
        _script(
            _step("ask", question="choice", answers=[_answer("a")], next="end"),
            END,
        ),
        "ask",
    ),
    "scripts.fault_needless_answers": (
        _script(_step("say", answers=[_answer("a")], next="end"), END),
        "say",
    ),
    "scripts.fault_closing_asks": (
        _script(_step("end", closing=True, question="text")),
        "end",
    ),
    "scripts.fault_bands": (
        _script(
            _step(
                "mark",
                question="scale",
                answers=[{"key": "low", "band": [1, 5]}, {"key": "high", "band": [7, 10]}],
                next="end",
            ),
            END,
        ),
        "mark",
    ),
    "scripts.fault_no_answers": (
        _script(_step("ask", question="choice", next="end"), END),
        "ask",
    ),
    "scripts.fault_yes_no": (
        _script(_step("ask", question="yes_no", answers=[_answer("maybe")], next="end"), END),
        "ask",
    ),
    "scripts.fault_no_score": (
        _script(
            _step(
                "ask",
                question="choice",
                counts=True,
                answers=[_answer("a"), _answer("b")],
                next="end",
            ),
            END,
        ),
        "ask",
    ),
    "scripts.fault_closing_kept": (
        _script(_step("end", closing=True, only_if="promise_broken")),
        "end",
    ),
    "scripts.fault_no_closing": (
        _script(_step("ask", question="yes_no", next="ask")),
        "steps",
    ),
    "scripts.fault_never_ends": (
        _script(
            _step("one", question="yes_no", answers=[{"key": "no", "next": "two"}], next="end"),
            _step("two", question="text", next="two"),
            END,
        ),
        "two",
    ),
    "scripts.fault_too_long": (
        _script(_step("end", closing=True, text={"zh": "好" * 601, "en": "Hello"})),
        "end",
    ),
    "scripts.fault_too_many": (
        _script(_step("end", closing=True, cues={"do": [WORDS] * 5})),
        "end",
    ),
    "scripts.fault_verdict_elsewhere": (
        _script(
            _step(
                "ask",
                question="choice",
                answers=[_answer("a", verdict="faulty"), _answer("b")],
                next="end",
            ),
            END,
        ),
        "ask",
    ),
    "scripts.fault_no_verdict": (
        _script(
            _step(
                "ask",
                question="choice",
                answers=[_answer("a", verdict="faulty"), _answer("b")],
                next="end",
            ),
            END,
        ).model_copy(update={"kind": CallbackKind.SPOT_CHECK}),
        "verdict",
    ),
    "scripts.fault_ticket_twice": (
        _script(
            *(
                _step(
                    key,
                    question="choice",
                    answers=[_answer("a"), _answer("b")],
                    next=onward,
                    opens_complaint=True,
                )
                for key, onward in (("one", "two"), ("two", "end"))
            ),
            END,
        ),
        "two",
    ),
    "scripts.fault_ticket_no_choice": (
        _script(_step("one", question="text", next="end", opens_complaint=True), END),
        "one",
    ),
    "scripts.fault_ticket_no_closing": (
        _script(_step("one", question="text", next="end", opens_complaint=True), END).model_copy(
            update={"kind": IncomingKind.COMPLAINT}
        ),
        "one",
    ),
    "scripts.fault_no_ticket": (
        _script(
            _step(
                "ask",
                question="choice",
                answers=[_answer("a", safety=True), _answer("b")],
                next="end",
            ),
            END,
        ),
        "ask",
    ),
    "scripts.fault_unreachable": (_script(END, _step("lost", closing=True)), "lost"),
    "scripts.fault_loop": (
        _script(_step("one", next="two"), _step("two", next="one")),
        "one",
    ),
}


@pytest.mark.parametrize("code", FAULTY)
def test_finds_the_fault_and_names_its_step(code: str) -> None:
    script, step = FAULTY[code]
    found = [fault for fault in check(script) if fault.code == code]
    assert step in {fault.step or fault.part for fault in found}
    for language in Language:
        said = sentence(found[0].as_error(), language)
        assert said.startswith(f"trial.{step}")


def test_a_step_kept_for_some_visits_does_not_break_a_loop() -> None:
    script = _script(
        _step("one", next="two"),
        _step("two", question="text", only_if="promise_broken", next="one"),
    )
    assert "scripts.fault_loop" in {fault.code for fault in check(script)}


def test_a_question_breaks_a_loop() -> None:
    script = _script(
        _step(
            "one",
            question="yes_no",
            answers=[{"key": "no", "next": "one"}, {"key": "yes", "next": "end"}],
        ),
        END,
    )
    assert check(script) == ()


def test_yes_and_no_are_named_when_the_script_does_not_name_them() -> None:
    script = _script(_step("one", question="yes_no", next="end"), END)
    assert [(a.key, a.text.zh) for a in script.start.answers] == [("yes", "是"), ("no", "否")]
    assert check(script) == ()


def test_removing_any_translation_of_a_shipped_script_is_noticed() -> None:
    body = shipped_script(CallbackKind.AFTER_SERVICE).model_dump(mode="json")
    for number, step in enumerate(body["steps"]):
        kept = step["text"]["en"]
        step["text"]["en"] = ""
        faults = check(Script.model_validate(body))
        assert [(f.step, f.part) for f in faults] == [(step["key"], "text.en")], number
        step["text"]["en"] = kept
