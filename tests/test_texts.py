"""Every code and every word a person may meet has its sentence in both languages."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

import frontdesk
from frontdesk import errors
from frontdesk.errors import FrontdeskError
from frontdesk.language import Language
from frontdesk.models import enums
from frontdesk.texts import term
from frontdesk.texts.catalogue import sentences
from frontdesk.texts.text import Text

PACKAGE = Path(frontdesk.__file__).parent
TEXTS = PACKAGE / "texts"


def _error_classes() -> set[str]:
    return {
        name
        for name, thing in inspect.getmembers(errors, inspect.isclass)
        if issubclass(thing, FrontdeskError)
    }


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"), str(path))


def _raised() -> dict[str, list[str]]:
    """Codes given to an error of ``frontdesk.errors`` literally, and the places where."""
    names = _error_classes()
    found: dict[str, list[str]] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            name = called.id if isinstance(called, ast.Name) else called
            code = node.args[0]
            if name in names and isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.setdefault(code.value, []).append(f"{path.name}:{node.lineno}")
    return found


def _said_somewhere() -> set[str]:
    """Every string literal outside the texts: a code may pass through a table or a parameter."""
    return {
        node.value
        for path, tree in _trees()
        if not path.is_relative_to(TEXTS)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _places(text: str, language: str) -> set[str]:
    """What is filled in; ``steps_zh`` and ``steps_en`` are one thing named in two languages."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {name.removesuffix(f"_{language}") for name in names}


def _members() -> list[StrEnum]:
    lists = [
        thing
        for _, thing in inspect.getmembers(enums, inspect.isclass)
        if issubclass(thing, StrEnum) and thing is not StrEnum
    ]
    return [member for words in lists for member in words]


@pytest.mark.parametrize("member", _members(), ids=lambda m: f"{type(m).__name__}.{m.name}")
def test_every_word_of_the_trade_has_its_term(member: StrEnum) -> None:
    assert all(term(member, language).strip() for language in Language)


def test_every_code_raised_has_its_sentence() -> None:
    raised = _raised()
    assert raised, "no error is raised anywhere: the scan is broken"
    assert {code: raised[code] for code in raised.keys() - sentences().keys()} == {}


def test_every_sentence_is_said() -> None:
    assert sentences().keys() - _said_somewhere() == set()


@pytest.mark.parametrize("code", sorted(sentences()))
def test_both_languages_fill_the_same_places(code: str) -> None:
    text: Text = sentences()[code]
    assert text.zh.strip()
    assert text.en.strip()
    assert _places(text.zh, "zh") == _places(text.en, "en")
