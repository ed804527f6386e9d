"""Which part of a shown text is what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from frontdesk.services.search.fold import fold, places
from frontdesk.services.search.pinyin import readings

Mark = tuple[int, int]
"""Start and length in characters of the shown text."""


def marks_in(shown: str, words: Iterable[str]) -> tuple[Mark, ...]:
    """The places of ``words`` (folded) in ``shown``; dots and blanks do not count."""
    text = fold(shown)
    found = [word for word in words if word and word in text]
    if not found:
        return ()
    at = places(shown)
    starts = [(text.index(word), len(word)) for word in found]
    return _merged((at[start], at[start + length - 1] + 1) for start, length in starts)


def marks_in_name(name: str, words: Iterable[str]) -> tuple[Mark, ...]:
    """As :func:`marks_in`, and the characters whose pinyin or initials were typed."""
    spans: list[tuple[int, int]] = []
    for word in words:
        plain = marks_in(name, [word])
        if plain:
            spans += [(start, start + length) for start, length in plain]
            continue
        spans += next(
            (
                span
                for reading in readings(name)
                for parts in (reading, [part[:1] for part in reading])
                if (span := _characters_read(parts, word))
            ),
            [],
        )
    return _merged(spans)


def _characters_read(parts: Sequence[str], word: str) -> list[tuple[int, int]]:
    at = "".join(parts).find(word)
    if at < 0:
        return []
    ends = list(accumulate(len(part) for part in parts))
    begins = [0, *ends[:-1]]
    touched = [
        place
        for place, (begin, end) in enumerate(zip(begins, ends, strict=True))
        if begin < at + len(word) and end > at
    ]
    return [(touched[0], touched[-1] + 1)]


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple((start, end - start) for start, end in merged)
