"""What is guessed first in a password, and how much of it is then left.

Lists of leaked passwords are long and foreign; what people really choose is made of few things:
a usual word (English or pinyin), a name, a phone, a date, a plate, a run along the keyboard, a
character said again. Each of these is worth one character here, however long it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from frontdesk.config import resource_dir

_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()_+")
_COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/")
_PAD = ("147", "258", "369", "741", "852", "963", "789", "159", "357", "951", "753")
_LEET = str.maketrans("4301$57@!8", "aeoissta" + "ib")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH2, _DAY2 = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_SHAPES = re.compile(
    "|".join(
        (
            rf"\d{{6}}{_YEAR}{_MONTH2}{_DAY2}\d{{3}}[\dx]",  # an identity card
            r"1[3-9]\d{9}",  # a mobile
            r"0\d{2,3}-?\d{7,8}",  # a telephone
            rf"[{_PROVINCES}][a-z][a-z0-9]{{5,6}}",  # a plate
            rf"{_YEAR}[-./年]{_MONTH}(?:[-./月]{_DAY}日?)?",
            rf"{_DAY}[-./]{_MONTH}[-./]{_YEAR}",
            rf"{_YEAR}{_MONTH2}{_DAY2}",
            rf"{_DAY2}{_MONTH2}{_YEAR}",
            rf"\d{{2}}{_MONTH2}{_DAY2}",  # the six digits of a birthday
            rf"{_YEAR}",
            r"(.)\1{2,}",  # the same three times
            r"(..)\2{2,}",
            r"(.{3,})\3+",
        )
    ),
    re.DOTALL,
)
_RUN = 3
_MARK = "\0"


def tidy(password: str) -> str:
    """As it is compared: one width, one case."""
    return unicodedata.normalize("NFKC", password).casefold()


def left_of(password: str, known: Iterable[str]) -> int:
    """How many characters are left when whatever is guessed first counts as one.

    A Chinese character counts as two; digits alone count half. ``known``: what everybody knows of
    the person, such as login, name, dealership, telephone.
    """
    bare = tidy(password)
    if bare.isdecimal():
        return len(_without(bare, known)) // 2
    return min(_weight(_without(form, known)) for form in {bare, bare.translate(_LEET)})


def _weight(rest: str) -> int:
    return sum(2 if "\u2e80" <= char <= "\uffdc" else 1 for char in rest)


def _without(text: str, known: Iterable[str]) -> str:
    for word in sorted({*_pieces(known), *_usual_words()}, key=len, reverse=True):
        if word in text:
            text = text.replace(word, _MARK)
    text = _SHAPES.sub(_MARK, text)
    text = _without_runs(text)
    # Marks side by side: 'zhang' + '1990' is one guess more, not one character more.
    return re.sub(rf"{_MARK}+", lambda marks: _MARK * min(2, len(marks[0])), text)


def _without_runs(text: str) -> str:
    """Without what follows itself: 345, cba, qwer, rewq, 1qaz, 147."""
    done: list[str] = []
    at = 0
    while at < len(text):
        longest = max((_run(text, at, line) for line in _lines()), default=0)
        if longest >= _RUN:
            done.append(_MARK)
            at += longest
        else:
            done.append(text[at])
            at += 1
    return "".join(done)


def _run(text: str, at: int, line: str) -> int:
    length = 0
    while at + length < len(text) and text[at : at + length + 1] in line:
        length += 1
    return length


@cache
def _lines() -> tuple[str, ...]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    lines = ("01234567890", alphabet, *_ROWS, *_COLUMNS, *_PAD)
    return tuple(each for line in lines for each in (line, line[::-1]))


@cache
def _usual_words() -> frozenset[str]:
    lines = (resource_dir() / "guessed_first.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _pieces(known: Iterable[str]) -> Iterator[str]:
    """What of the known things people put in: whole, word by word, in pinyin, phone tails."""
    for each in known:
        whole = tidy(each)
        digits = "".join(char for char in whole if char.isdecimal())
        if len(digits) >= 6:
            yield from (digits, digits[-8:], digits[-7:], digits[-6:])
        for word in {whole, *re.split(r"[\W_]+", whole)}:
            if len(word) >= 3 or (len(word) == 2 and not word.isascii()):
                yield word
            if word and not word.isascii():
                yield from _in_pinyin(word)
                if len(word) > 4:  # a company goes by the first characters of its name
                    yield from _in_pinyin(word[:2])


def _in_pinyin(name: str) -> Iterator[str]:
    from frontdesk.services.search.pinyin import readings

    for reading in readings(name):
        syllables = [syllable.casefold() for syllable in reading]
        for spelt in ("".join(syllables), "".join(syllables[1:] + syllables[:1])):
            if len(spelt) >= 4:
                yield spelt
        if len(syllables) >= 3:
            yield "".join(syllable[0] for syllable in syllables)
