"""Every printed form with hostile text in every field: drawn as typed, nothing of it done."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import count
from typing import Any, get_type_hints

import pytest

import frontdesk.reports
from frontdesk.language import Language
from frontdesk.models.enums import ActKind
from frontdesk.reports.inputs.daily import DailySheet
from frontdesk.reports.typeset import clean
from tests.hostile.making import made
from tests.hostile.strategies import CHARACTERS, FORMATS, FORMULAS, MARKUP, WORST
from tests.reports.reading import bare, read
from tests.reports.samples import texts

FORMS: dict[str, Callable[[Any, Language], bytes]] = {
    name: module.render
    for _, name, _ in pkgutil.iter_modules(frontdesk.reports.__path__)
    if hasattr(module := import_module(f"frontdesk.reports.{name}"), "render")
}
_WORDS = {
    "worst": " ".join(WORST),
    "markup": " ".join(MARKUP),
    "formulas": " ".join((*FORMULAS, *FORMATS)),
    "characters": " ".join(char for char in CHARACTERS if len(char) < 99),
    "marks": "a" + "\u0301\u0316" * 40,
}
_ACTIVE = ("/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm", "/Launch")


def _filled(name: str, word: str) -> Any:
    """The form's input with ``word`` and a number of its own in every field of text."""
    number = count(100)
    kind = get_type_hints(FORMS[name])
    form = made(next(iter(kind.values())), lambda: f"q{next(number)}z {word}", whole=True)
    if isinstance(form, DailySheet):  # one figure for each kind of act; the seal is no one's text
        people = tuple(replace(each, counts=(1,) * len(ActKind)) for each in form.people)
        return replace(form, people=people, seal="0f" * 32)
    return form


def test_there_are_forms_to_look_at() -> None:
    assert len(FORMS) >= 7


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("name", FORMS)
def test_a_form_shows_every_text_as_typed_and_does_nothing_of_it(name: str, word: str) -> None:
    form = _filled(name, _WORDS[word])
    spoken = Language.ZH_CN if len(word) % 2 else Language.EN

    pdf = read(FORMS[name](form, spoken))

    said, shown = _said(pdf), _said(read(FORMS[name](_filled(name, "王"), spoken)))
    typed = [bare(clean(text)) for text in texts(form)]
    wanted = [text for text in typed if _begun(text) in shown]
    assert wanted
    assert [text for text in wanted if _begun(text) not in said] == []
    # A text may go on over the page's foot, or be cut where the form says that it is.
    assert sum(text in said for text in wanted) * 2 >= len(wanted)
    assert [key for key in _ACTIVE if key in _keys(pdf.trailer)] == []
    assert not [page for page in pdf.pages if page.get("/Annots")]
    for font in _fonts(pdf):
        assert "/FontFile2" in font["/FontDescriptor"]


def _begun(text: str) -> str:
    """The field's number, with which its text begins."""
    return text[: text.find("z") + 1]


def _said(pdf: Any) -> str:
    return "".join(bare(page.extract_text()) for page in pdf.pages)


def _fonts(pdf: Any) -> Iterator[Any]:
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def _keys(root: Any) -> set[str]:
    """The names of everything in the file."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        at = waiting.pop()
        at = at.get_object() if hasattr(at, "get_object") else at
        if id(at) in seen:
            continue
        seen.add(id(at))
        if isinstance(at, dict):
            found |= {str(key) for key in at}
            waiting += at.values()
        elif isinstance(at, list):
            waiting += at
    return found
