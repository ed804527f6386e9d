"""A message as it will go out: its lines put together, names and numbers filled in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.values import text as texts
from frontdesk.services.scripts.fill import fields_in
from frontdesk.texts.text import Text

FIELDS = ("salutation", "dealership", "service_phone", "booking_phone", "rescue_phone")
"""What a message may name, in curly braces."""
MAX_TEXT = 300
"""Characters of a message: a carrier sends more as several and charges each."""
_ALWAYS = frozenset({"salutation", "dealership"})
"""What is known of every customer and house; telephones may not be."""
_STRANGER = Text("尊敬的车主，", "dear customer")
_FIELD = re.compile(r"\{([^{}]*)\}")


def body(text: str, values: Mapping[str, str | None], language: Language) -> str:
    """``text`` filled in, its lines as one; a line with an unknown value is left out.

    ``salutation`` alone has words for an unknown one. Values are put in as they are.
    """
    known = {name: value for name, value in values.items() if value}
    known.setdefault("salutation", _STRANGER.in_(language))
    said = [
        _FIELD.sub(lambda found: known[found.group(1)], line.strip())
        for line in text.splitlines()
        if line.strip() and all(name in known for name in fields_in(line))
    ]
    return ("" if language is Language.ZH_CN else " ").join(said)


def checked(text: str, field: str) -> str:
    """``text`` as it is kept.

    Raises:
        UserError: it is empty or too long, names a field there is not, has a brace alone, or might
            say nothing at all; beside ``field``.
    """
    kept = texts.note(text, field, limit=MAX_TEXT)
    if not kept:
        raise UserError("outbox.text_missing", field)
    for name in fields_in(kept):
        if name not in FIELDS:
            known = " ".join(f"{{{each}}}" for each in FIELDS)
            raise UserError("outbox.text_field", field, name=texts.excerpt(name), known=known)
    if "{" in (rest := _FIELD.sub("", kept)) or "}" in rest:
        raise UserError("outbox.text_brace", field)
    if not any(_ALWAYS.issuperset(fields_in(line)) for line in kept.splitlines() if line.strip()):
        raise UserError("outbox.text_all_left_out", field)
    return kept
