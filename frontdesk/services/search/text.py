"""The searchable line of one customer file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase, digits

from frontdesk.services.search.fold import fold
from frontdesk.services.search.pinyin import readings

JOINT = "|"


@dataclass(frozen=True, slots=True)
class Searchable:
    """What of a file can be searched. ``plates`` holds former ones too."""

    name: str
    number: str
    phones: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    vins: tuple[str, ...] = ()


def document(file: Searchable) -> str:
    """The folded fields joined by ``|``, each once: name, pinyin, numbers, cars."""
    fields = [fold(file.name)]
    for reading in readings(file.name):
        fields += [fold("".join(reading)), fold("".join(part[:1] for part in reading))]
    fields.append(fold(file.number))
    for group in (file.phones, file.plates, file.vins):
        fields += [fold(value) for value in group]
    return JOINT.join(dict.fromkeys(field for field in fields if field))


def windows(text: str) -> set[str]:
    """Every one or two neighbouring characters of a document's fields that are worth an entry.

    One or two digits, or one Latin letter, are in so many files that the newest are walked instead.
    """
    found: set[str] = set()
    for field in text.split(JOINT):
        found.update(field)
        found.update(map("".join, pairwise(field)))
    return found - _COMMON


def is_common(word: str) -> bool:
    """Whether ``word`` (one or two characters) has no windows because most files hold it."""
    return word in _COMMON


_COMMON = frozenset(digits + ascii_uppercase) | {a + b for a in digits for b in digits}


def is_digits(word: str) -> bool:
    """Whether ``word`` is of the digits 0–9 only."""
    return word.isascii() and word.isdigit()


def plates_of(current: Iterable[str | None], former: Iterable[str]) -> tuple[str, ...]:
    """A file's plates, today's first, each once."""
    return tuple(dict.fromkeys(plate for plate in (*current, *former) if plate))
