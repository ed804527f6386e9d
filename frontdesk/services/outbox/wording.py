"""A message as it will go out: its parts put together, names and numbers filled in. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from frontdesk.language import Language
from frontdesk.texts.messages import PARTS
from frontdesk.texts.text import Text

_STRANGER = Text("尊敬的车主，", "dear customer")


def body(template: str, values: Mapping[str, str | None], language: Language) -> str:
    """The text of ``template`` in ``language``; a part with an unknown value is left out.

    ``salutation`` alone has words for an unknown one.
    """
    known = {name: value for name, value in values.items() if value}
    known.setdefault("salutation", _STRANGER.in_(language))
    said = []
    for part in PARTS[template]:
        text = part.in_(language)
        if all(name in known for _, name, _, _ in Formatter().parse(text) if name):
            said.append(text.format_map(known))
    return ("" if language is Language.ZH_CN else " ").join(said)
