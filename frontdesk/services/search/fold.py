"""One spelling for what is stored and what is typed, so that any part of a field finds it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Blanks, punctuation (the plate's dot, dashes, brackets) and control characters do not count;
# neither do accents. '|' joins the fields of a document and '+' stands before numbers from abroad.
_DROPPED_CATEGORIES = ("Z", "P", "Cc", "Cf", "Cs", "Mn", "Me")
_DROPPED = frozenset("|+")


def fold(value: str) -> str:
    """``value`` in half width and upper case without accents, blanks and punctuation.

    Every character is folded by itself: a part of ``value`` folds to a part of the folded value.
    """
    if value.isascii() and value.isalnum():
        return value.upper()
    return "".join(map(_folded, value))


def places(value: str) -> list[int]:
    """For each character of the folded ``value`` the place in ``value`` it came from."""
    return [at for at, char in enumerate(value) for _ in _folded(char)]


@lru_cache(maxsize=20_000)
def _folded(char: str) -> str:
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).upper()).upper()
    return "".join(
        part
        for part in spread
        if part not in _DROPPED and not unicodedata.category(part).startswith(_DROPPED_CATEGORIES)
    )
