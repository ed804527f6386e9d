"""Whatever the program notes has a sentence in both languages, and a kind to be asked for by."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import frontdesk
from frontdesk.models.enums import ActKind, ComplaintStep
from frontdesk.services.audit.kinds import KINDS, kind_of
from frontdesk.store import seals
from frontdesk.texts.audit import ACTS, SUBJECTS

_PACKAGE = Path(frontdesk.__file__).parent
_CODE = re.compile(r"[a-z_]+\.[a-z_]+\Z")
_NOTING = {"audit": 0, "audit_many": 0, "_go": 3, "end": 3}
"""Calls that are given an action code, and where."""


def _calls() -> Iterator[tuple[str, int, ast.expr, list[ast.expr]]]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            at = _NOTING.get(name)
            if at is not None and len(node.args) > (at or 2):
                yield path.name, node.lineno, node.args[at], node.args


def _used() -> dict[str, str]:
    """Every action code in the source, with a place where it is used."""
    used: dict[str, str] = {seals.BACKWARD: "seals.py", seals.RESTORED: "restored.py"}
    for name, line, code, _ in _calls():
        place = f"{name}:{line}"
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            used[code.value] = place
        elif isinstance(code, ast.IfExp):
            for side in (code.body, code.orelse):
                assert isinstance(side, ast.Constant), f"{place} cannot be read"
                used[str(side.value)] = place
        elif isinstance(code, ast.JoinedStr):
            used |= dict.fromkeys(_spelled_out(ast.unparse(code), place), place)
        elif isinstance(code, ast.Name) and code.id.isupper():
            used[_constant(name, code.id)] = place
        else:
            assert isinstance(code, ast.Name), f"{place} cannot be read"
            assert code.id == "action", f"{place} cannot be read"
    return used


def _spelled_out(code: str, place: str) -> list[str]:
    if "complaint.{step.value}" in code:
        return [f"complaint.{step.value}" for step in ComplaintStep]
    if "{subject}.import" in code:
        return ["customer.import", "vehicle.import"]
    if "{subject}.{verb}" in code:
        reports = ("call_summary", "call_incentives")
        return [
            f"{report}.{verb}" for report in reports for verb in ("prepare", "approve", "reprint")
        ]
    raise AssertionError(f"{place}: {code} is not known to this test")


def _constant(file: str, name: str) -> str:
    for path in _PACKAGE.rglob(file):
        for node in ast.parse(path.read_text("utf-8")).body:
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id == name
                and isinstance(node.value, ast.Constant)
                and _CODE.match(str(node.value.value))
            ):
                return str(node.value.value)
    raise AssertionError(f"{name} of {file} is not known")


def test_the_scan_finds_what_is_noted() -> None:
    assert {"account.sign_in", "customer.create", "visit.ready", "complaint.approved"} <= set(
        _used()
    )


def test_every_act_has_its_sentence_in_both_languages() -> None:
    used = _used()

    assert {code: used[code] for code in used.keys() - ACTS.keys()} == {}
    assert all(text.zh.strip() and text.en.strip() for text in ACTS.values())


def test_no_sentence_is_left_of_an_act_that_is_gone() -> None:
    assert ACTS.keys() - _used().keys() == set()


def test_every_subject_has_its_name() -> None:
    used = {
        str(subject.value)
        for _, _, code, args in _calls()
        for subject in args[1:2]
        if isinstance(code, ast.Constant) and isinstance(subject, ast.Constant)
    }

    assert used - SUBJECTS.keys() == set()


def test_every_kind_but_the_usual_one_has_acts() -> None:
    assert set(KINDS) == set(ActKind) - {ActKind.CHANGED}
    named = [action for actions in KINDS.values() for action in actions]
    assert len(named) == len(set(named))
    assert set(named) <= ACTS.keys()
    assert kind_of("customer.update") is ActKind.CHANGED
    assert kind_of("visit.print") is ActKind.PRINTED
