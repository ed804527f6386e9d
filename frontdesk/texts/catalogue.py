"""Looks a code or an enum member up in the language asked for."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from frontdesk.errors import FrontdeskError, InputErrors
from frontdesk.language import Language
from frontdesk.texts.text import Text


@cache
def sentences() -> dict[str, Text]:
    """Every sentence of every module of this package that has a ``SENTENCES`` table."""
    import frontdesk.texts as package

    found: dict[str, Text] = {}
    for module in iter_modules(package.__path__):
        table: dict[str, Text] = getattr(
            import_module(f"{package.__name__}.{module.name}"), "SENTENCES", {}
        )
        doubled = found.keys() & table.keys()
        if doubled:
            raise ValueError(f"texts said twice: {sorted(doubled)}")
        found.update(table)
    return found


def sentence(error: FrontdeskError, language: Language) -> str:
    """The sentence that tells the person what is wrong and how to mend it."""
    if isinstance(error, InputErrors):
        return "\n".join(sentence(part, language) for part in error.errors)
    text = sentences().get(error.code)
    if text is None:
        return str(error)
    return text.in_(language).format(**_readable(error.params, language))


def term(member: StrEnum, language: Language) -> str:
    """What the trade calls ``member`` of an enum (domain glossary)."""
    from frontdesk.texts.terms import TERMS

    return TERMS[member.__class__][member].in_(language)


def _readable(params: dict[str, object], language: Language) -> dict[str, object]:
    from frontdesk.texts.terms import TERMS

    return {
        name: term(value, language)
        if isinstance(value, StrEnum) and value.__class__ in TERMS
        else value
        for name, value in params.items()
    }
