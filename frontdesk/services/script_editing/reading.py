"""A script out of a text that anybody may have written: tidied, or refused with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from frontdesk.errors import UserError
from frontdesk.models.values import text as texts
from frontdesk.services.scripts import Answer, Cues, Script, Step, Words, script_key

MOST_BYTES = 512 * 1024
"""More than ten times the longest script there is."""
_MOST_SHOWN = 80


def read_file(path: Path) -> Script:
    """The script of an exported file.

    Raises:
        UserError: the file is too large, cannot be read, or holds no script (the place is named).
    """
    try:
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UserError("scripts.file_unreadable", reason=reason) from error
    return parse(body)


def parse(body: str | bytes) -> Script:
    """The script that ``body`` (JSON) holds; its texts without what no person typed.

    Raises:
        UserError: ``scripts.file_large``, ``scripts.file_no_json``, ``scripts.file_damaged`` with
            the ``place``, ``scripts.file_other_kind``.
    """
    if len(body) > MOST_BYTES:
        raise UserError("scripts.file_large", most=MOST_BYTES // 1024)
    try:
        script = Script.model_validate_json(body)
    except ValidationError as error:
        raise _refusal(error) from error
    if script.key != script_key(script.kind):
        raise UserError("scripts.file_other_kind", key=script.key, kind=script.kind)
    return tidied(script)


def tidied(script: Script) -> Script:
    """``script`` with each of its texts as texts are stored."""
    return script.model_copy(
        update={"title": _line(script.title), "steps": tuple(map(_step, script.steps))}
    )


def _step(step: Step) -> Step:
    cues = Cues(do=tuple(map(_line, step.cues.do)), dont=tuple(map(_line, step.cues.dont)))
    return step.model_copy(
        update={
            "title": _line(step.title),
            "text": _line(step.text),
            "cues": cues,
            "answers": tuple(map(_answer, step.answers)),
        }
    )


def _answer(answer: Answer) -> Answer:
    return answer.model_copy(update={"text": _line(answer.text)})


def _line(words: Words) -> Words:
    return Words(
        zh=" ".join(texts.storable(words.zh).split()), en=" ".join(texts.storable(words.en).split())
    )


def _refusal(error: ValidationError) -> UserError:
    first: Any = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return UserError("scripts.file_no_json")
    place = ""
    for part in first["loc"]:
        place += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if place else str(part)
    place = texts.excerpt(place, _MOST_SHOWN)
    return UserError("scripts.file_damaged", place=place or "{}", count=error.error_count())
