"""One strategy of hostile text: what a form, a sheet or a search box must never be hurt by."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

#: How long the huge strings are, in characters.
MEGA = 1_000_000

MARKUP = (
    "<b>粗</b>",
    "<script>alert(1)</script>",
    '<img src="file:///etc/passwd">',
    '<img src="file:///C:/Windows/win.ini"/>',
    '<a href="https://example.com">x</a>',
    "<table><tr><td>x</td></tr></table>",
    "<html><head><style>*{font-size:99px}</style></head><body>x</body></html>",
    "&lt;b&gt;&amp;&#60;&#x3c;",
    "<!--",
    "]]>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
    # ReportLab
    '<font name="x" size="999">x</font>',
    '<para leading="-5">x</para>',
    '<link href="file:///etc/passwd">x</link>',
    "<onDraw name='x' label='y'/>",
    "<seq id='a'/><super>x</super><br/><unichar code='0'/>",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://example.com","x")',
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '="0138"',
    "'=1",
    ";=1",
    "%=1",
    "|=1",
)
QUERIES = (
    '"',
    '""',
    "'",
    "*",
    "^a",
    "a*",
    "NEAR(a b, 5)",
    "a AND b",
    "a OR",
    "NOT",
    "{text}:a",
    "text : a",
    "-text:a",
    "(a",
    "a)",
    '"a" + "b"',
    "%",
    "_",
    "\\",
    "张%' --",
    "'; DROP TABLE customer; --",
    '" OR 1=1 --',
    "[a-z]*?",
    "?1 :a @b $c",
)
PATHS = (
    "..",
    "../../etc/passwd",
    "..\\..\\x",
    "\\\\?\\C:\\x",
    "\\\\server\\share\\x",
    "C:x",
    "/etc/passwd",
    "CON",
    "NUL.xlsx",
    "COM1",
    "aux.txt",
    "a\x00.pdf",
    "x" * 300,
    "车" * 200,
    "x.",
    "x ",
    ".",
    "~",
    "$HOME",
    "%APPDATA%",
    "a:b",
    "a|b?c*<d>",
    "-rf",
)
FORMATS = (
    "{}",
    "{0}",
    "{0.__class__.__mro__}",
    "{name!r:>99999}",
    "{{",
    "}",
    "%s",
    "%n",
    "%1",
    "%L1",
    "%d%%",
    "%(a)s",
    "$a ${a}",
    "\\1\\g<0>",
    "&",
    "&&",
    "&File",
    "a&b",
    "保存(&S)",
    "\tCtrl+Q",
    "…",
)
CHARACTERS = (
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff x",
    "a\ud83d",
    "\udcff",
    "\u202etxt.exe",
    "\u2066x\u2069\u202a",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "e\u0301",
    "\u00e9",
    "ﬁ",
    "Å\u212b",
    "\u1e9b\u0323",
    "a" + "\u0301\u0316" * 200,
    "\u0f71\u0f72" * 50,
    "😡🧑\u200d🔧🇨🇳",
    "𠮷𡈽",
    "\U0010ffff",
    "\U000e0041",
    "\uffff",
    "\ufdd0",
    "\ue000",
    "\x1b[31mred\x1b[0m",
    "\x07\x08\x7f\x85",
    "\r",
    "\r\n",
    "\n\n",
    "\u2028",
    "\u2029",
    "\x0b\x0c",
    "a\tb",
    "\u3000x\u3000",
    "\xa0",
    "مرحبا",
    "שלום",
    "१२३",
    "²",
    "½",
    "１２３",
    "٠١٢",
    "İıß",
    "ǅ",
    "9" * 5000,
    "-0",
    "1e999999999",
    "NaN",
    "sNaN123",
    "Infinity",
    "0x10",
    "1_000",
)
SEEDS = (*MARKUP, *FORMULAS, *QUERIES, *PATHS, *FORMATS, *CHARACTERS)

#: One of each kind, for where every field must meet every kind.
WORST = (
    "<b>粗</b><img src='file:///etc/passwd'>",
    "=cmd|'/c calc'!A0",
    "'; DROP TABLE customer; --\" OR 1=1 *",
    "..\\..\\CON.",
    "{0.__class__} %n %s %1 &x",
    "a\x00b",
    "\ud800",
    "a\udfff",
    "\u202etxt.exe\u2066",
    "\u200b\ufeff\u00ad",
    "²½१２",
    "a\r\nb\u2028c",
    "𠮷😡\U0010ffff",
    "0001-01-01T00:00+14:00",
    "1e999999999",
)

#: Cases that come again on the next run, of pytest or not, and are told as they were found.
SETTLED: dict[str, Any] = {
    "database": None,
    "deadline": None,
    "derandomize": True,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}

seeds = st.sampled_from(SEEDS)


def short() -> st.SearchStrategy[str]:
    """Hostile text that a line of a form has room for."""
    anything = st.text(st.characters(), max_size=30)
    joined = st.lists(seeds | anything, min_size=1, max_size=3).map("".join)
    return st.one_of(seeds, joined, anything, st.sampled_from(("", " ", "王")).flatmap(_beside))


def huge() -> st.SearchStrategy[str]:
    """A million characters of one seed said again and again."""
    return seeds.map(lambda seed: (seed * (MEGA // len(seed) + 1))[:MEGA])


def hostile() -> st.SearchStrategy[str]:
    """Every kind; one in thirty is huge."""
    return st.integers(0, 29).flatmap(lambda n: huge() if n == 29 else short())


def named() -> st.SearchStrategy[str]:
    """Short hostile text with a letter in front, which a name, a plate-less car or words need."""
    return short().map(lambda text: f"王{text}")


def forms_of(text: str) -> set[str]:
    """``text`` in each of Unicode's normal forms."""
    return {unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")}


def _beside(word: str) -> st.SearchStrategy[str]:
    return seeds.map(lambda seed: f"{word}{seed}{word}")
