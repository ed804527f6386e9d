"""Asks the search index: the plan for what was typed, and the files found, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from frontdesk.services.search.fold import fold
from frontdesk.services.search.text import is_common, is_digits

FEW, PROBE = 200, 6_000
"""Up to FEW hits are looked up and sorted by day. Up to PROBE, the index over days is walked from
the newest, asking each file whether it is a hit. Of still more, the newest files' lines are read.

Each way costs what the other two would waste: n look-ups, files / n index entries, files / n lines.
"""

LONGEST = 200
_MOST_WORDS = 6
_PHONE_DIGITS = 7
HIGHEST = "\U0010ffff"

_PROBE = "SELECT count(*), json_group_array(id) FROM ({probe} LIMIT ?)"
_BY_TRIGRAM = "SELECT rowid AS id FROM search_trigram WHERE search_trigram MATCH ?{also}"
_BY_TRIGRAM_EXACTLY = """SELECT search_trigram.rowid AS id FROM search_trigram
    JOIN search_doc d ON d.id = search_trigram.rowid
    WHERE search_trigram MATCH ? AND {fits}{also}"""
_BY_WINDOW = 'SELECT id FROM search_window WHERE "window" = ?{also}'
_ALSO = """ AND EXISTS (SELECT 1 FROM search_window also
    WHERE also."window" = ? AND also.id = {outer})"""
_LOOKED_UP = """SELECT d.customer_id, d.text FROM json_each(?) j
    JOIN search_doc d ON d.id = j.value
    WHERE {fits} ORDER BY d.newest_on DESC, d.id DESC LIMIT ?"""
# The plus keeps the ids from being looked up one by one: only the index over days is read.
_RANKED = """SELECT d.customer_id, d.text FROM search_doc d INDEXED BY ix_search_doc_newest_on
    WHERE +d.id IN (SELECT value FROM json_each(?)) AND {fits}
    ORDER BY d.newest_on DESC, d.id DESC LIMIT ?"""
_WALKED = """SELECT d.customer_id, d.text FROM search_doc d
    WHERE {fits} ORDER BY d.newest_on DESC, d.id DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Found:
    """One file: its place in the index, whose it is, and its searchable line."""

    customer_id: str
    text: str


def words_of(typed: str) -> tuple[str, ...]:
    """The folded words of what was typed; all of them must fit."""
    words = (fold(word) for word in typed[:LONGEST].split())
    return tuple(dict.fromkeys(word for word in words if word))[:_MOST_WORDS]


def readings_of(typed: str) -> list[tuple[str, ...]]:
    """The ways to understand what was typed, the likeliest first.

    Digits with blanks between them may be one telephone number read out in groups, with or
    without the country's code.
    """
    parts = [part for part in (fold(word) for word in typed[:LONGEST].split()) if part]
    joined = "".join(parts)
    ways: list[tuple[str, ...]] = []
    if is_digits(joined) and len(joined) >= _PHONE_DIGITS:
        for code in ("0086", "86"):
            rest = joined.removeprefix(code)
            if rest != joined and len(rest) == 11 and rest[0] == "1":
                ways.append((rest,))
        ways.append((joined,))
    ways.append(words_of(typed))
    return [way for way in dict.fromkeys(ways) if way]


def search(connection: Connection, words: Sequence[str], limit: int) -> list[Found]:
    """The files whose line holds all of ``words``, newest first, at most ``limit``.

    Three and more characters are asked of the trigrams, one and two of the windows; one or two
    digits or one letter are in nearly every file and are looked for while walking the newest.
    """
    if not words:
        return []
    run = connection.exec_driver_sql
    found = None
    for probe, asked in probes(words):
        count, ids = run(probe, (*asked, PROBE + 1)).one()
        if not count:
            return []
        if count <= PROBE:
            found = run(among(count, len(words)), (ids, *words, limit))
            break
    if found is None:
        found = run(walked(len(words)), (*words, limit))
    return [Found(row[0], row[1]) for row in found.all()]


def probes(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Statements that name the candidates, the quicker first, each with what it is asked.

    The trigrams of a longer word can be all there without the word: should these candidates be
    too many, the second probe reads their lines and counts true hits only.
    """
    long = [word for word in words if len(word) > 2]
    short = [word for word in words if len(word) <= 2 and not is_common(word)]
    if long:
        match = " AND ".join(f'"{part}"' for word in long for part in trigrams(word))
        also = _ALSO.format(outer="search_trigram.rowid") * len(short)
        yield _probe(_BY_TRIGRAM, also, 0), (match, *short)
        if max(map(len, long)) > 3:
            yield _probe(_BY_TRIGRAM_EXACTLY, also, len(long)), (match, *long, *short)
    elif short:
        also = _ALSO.format(outer="search_window.id") * (len(short) - 1)
        yield _probe(_BY_WINDOW, also, 0), tuple(short)


def trigrams(word: str) -> dict[str, None]:
    """The trigrams of ``word``, each once, safe in quotes: full-text syntax never shows.

    All of them, not just enough to cover the word: candidates are then nearly always true hits.
    """
    parts = (word[at : at + 3] for at in range(len(word) - 2))
    return dict.fromkeys(part.replace('"', '""') for part in parts)


@lru_cache
def _probe(form: str, also: str, fits: int) -> str:
    """Ids of candidates, one more than are sorted, so that 'too many' shows."""
    return _PROBE.format(probe=form.format(also=also, fits=_all_fit(fits)))


def among(count: int, words: int) -> str:
    """Of ``count`` candidates (a JSON array of ids) the newest that hold all ``words``."""
    return _filled(_LOOKED_UP if count <= FEW else _RANKED, words)


def walked(words: int) -> str:
    """Of all files the newest that hold all ``words``."""
    return _filled(_WALKED, words)


@lru_cache
def _filled(form: str, words: int) -> str:
    return form.format(fits=_all_fit(words))


def _all_fit(words: int) -> str:
    return " AND ".join(["instr(d.text, ?)"] * words)
