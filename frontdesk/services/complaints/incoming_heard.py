"""What an incoming call has brought so far: for the ticket's form, or for a note. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintLevel, IncomingKind
from frontdesk.models.values import text as texts
from frontdesk.services.complaints.dto import Facts
from frontdesk.services.scripts import Passed, Progress, Script, Use, position
from frontdesk.services.scripts import result as result_of
from frontdesk.texts import term
from frontdesk.texts.incoming import NOTE_HEAD, NOTE_LINE

_FACTS = tuple(Facts.__dataclass_fields__)


class Ending(Enum):
    """Where a call's script has led."""

    OPEN = "open"
    NOTE = "note"
    """The caller is content: a note in the file."""
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the answers say of a ticket. ``category`` may be a group only; ``facts`` by name."""

    words: str = ""
    remedy: str = ""
    category: str = ""
    level: ComplaintLevel | None = None
    safety: bool = False
    facts: dict[str, str] = field(default_factory=dict)


def ending(script: Script, progress: Progress) -> Ending:
    """Whether the script is through, and how."""
    where = position(script, progress)
    if not where.finished:
        return Ending.OPEN
    return Ending.TICKET if where.say[-1].opens_complaint else Ending.NOTE


def heard(script: Script, progress: Progress) -> Heard:
    """What has been answered so far; nothing said is left out.

    A fact has one line on the form: the whole of a longer one stands among the words as well.
    """
    passed = position(script, progress).passed
    found = result_of(script, progress)
    facts: dict[str, list[str]] = {}
    for each in passed:
        if each.step.use is not None and each.step.use.value in _FACTS and each.words:
            facts.setdefault(each.step.use.value, []).append(each.words)
    whole = {name: "\n".join(said) for name, said in facts.items()}
    lines = {name: " ".join(said.split()) for name, said in whole.items()}
    long = [whole[name] for name, line in lines.items() if len(line) > texts.LINE_LIMIT]
    words = (*_said(passed, Use.SUGGESTION), *_said(passed, Use.COMPLAINT_WORDS), *long)
    levels = [p.answer.level for p in passed if p.answer is not None and p.answer.level]
    return Heard(
        words="\n".join(words),
        remedy=found.complaint_remedy,
        category=found.category or "",
        level=levels[-1] if levels else None,
        safety=any(p.answer is not None and p.answer.safety for p in passed),
        facts={name: texts.excerpt(line, texts.LINE_LIMIT) for name, line in lines.items()},
    )


def note_of(kind: IncomingKind, script: Script, progress: Progress, language: Language) -> str:
    """The call as a note: its kind, then each question by its short name with the answer."""
    lines = [NOTE_HEAD.in_(language).format(kind=term(kind, language))]
    for each in position(script, progress).passed:
        said = (each.answer.text.in_(language) if each.answer else "") or each.words
        if said:
            title = each.step.title.in_(language)
            lines.append(NOTE_LINE.in_(language).format(title=title, said=said))
    return "\n".join(lines)


def sheets(note: str, most: int = texts.NOTE_LIMIT) -> tuple[str, ...]:
    """``note`` in as few parts as keep within ``most`` characters each; nothing is cut away."""
    parts: list[str] = [""]
    for line in note.split("\n"):
        pieces = [line[at : at + most] for at in range(0, len(line), most)] or [""]
        for piece in pieces:
            longer = f"{parts[-1]}\n{piece}" if parts[-1] else piece
            if len(longer) <= most:
                parts[-1] = longer
            else:
                parts.append(piece)
    return tuple(part for part in parts if part.strip())


def _said(passed: tuple[Passed, ...], use: Use) -> tuple[str, ...]:
    return tuple(each.words for each in passed if each.step.use is use and each.words)
