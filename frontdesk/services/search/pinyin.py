"""How names are read: full pinyin and initials, surnames in every reading that people use."""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import product

Reading = tuple[str, ...]
"""One syllable per character of the name, upper case; a character that is not Chinese is itself."""

_MOST_READINGS = 4
_LONGEST_NAME = 4
"""Beyond this many characters a name is a company's and gets its usual reading only."""

# The reading as a surname first, then the one that those type who do not know it.
_SURNAMES = {
    "单": ("SHAN", "DAN"),
    "曾": ("ZENG", "CENG"),
    "仇": ("QIU", "CHOU"),
    "解": ("XIE", "JIE"),
    "朴": ("PIAO", "PU"),
    "查": ("ZHA", "CHA"),
    "盖": ("GE", "GAI"),
    "区": ("OU", "QU"),
    "覃": ("QIN", "TAN"),
    "翟": ("ZHAI", "DI"),
    "乐": ("YUE", "LE"),
    "缪": ("MIAO", "MIU"),
    "员": ("YUN", "YUAN"),
    "黑": ("HE", "HEI"),
    "种": ("CHONG", "ZHONG"),
    "秘": ("BI", "MI"),
    "折": ("SHE", "ZHE"),
    "洗": ("XIAN", "XI"),
    "谌": ("CHEN", "SHEN"),
    "宓": ("MI", "FU"),
    "繁": ("PO", "FAN"),
    "句": ("GOU", "JU"),
    "牟": ("MU", "MOU"),
    "尉": ("WEI", "YU"),
    "重": ("CHONG", "ZHONG"),
    "召": ("SHAO", "ZHAO"),
    "阚": ("KAN",),
    "盛": ("SHENG", "CHENG"),
    "藏": ("ZANG", "CANG"),
    "都": ("DU", "DOU"),
    "么": ("YAO", "ME"),
    "祭": ("ZHAI", "JI"),
    "佴": ("NAI", "ER"),
    "郇": ("XUN", "HUAN"),
    "隗": ("WEI", "KUI"),
    "适": ("KUO", "SHI"),
    "卜": ("BU",),
    "柏": ("BAI", "BO"),
    "薄": ("BO", "BAO"),
}

_COMPOUND_SURNAMES = {
    "尉迟": ("YU", "CHI"),
    "万俟": ("MO", "QI"),
    "长孙": ("ZHANG", "SUN"),
    "澹台": ("TAN", "TAI"),
    "单于": ("CHAN", "YU"),
    "令狐": ("LING", "HU"),
    "欧阳": ("OU", "YANG"),
    "司马": ("SI", "MA"),
    "上官": ("SHANG", "GUAN"),
    "诸葛": ("ZHU", "GE"),
    "皇甫": ("HUANG", "FU"),
    "夏侯": ("XIA", "HOU"),
    "宇文": ("YU", "WEN"),
    "慕容": ("MU", "RONG"),
    "东方": ("DONG", "FANG"),
    "公孙": ("GONG", "SUN"),
    "呼延": ("HU", "YAN"),
    "端木": ("DUAN", "MU"),
}

# Given names in which both readings are heard.
_GIVEN = {
    "乐": ("LE", "YUE"),
    "长": ("CHANG", "ZHANG"),
    "朝": ("CHAO", "ZHAO"),
    "行": ("XING", "HANG"),
    "重": ("CHONG", "ZHONG"),
    "盛": ("SHENG", "CHENG"),
    "晟": ("SHENG", "CHENG"),
    "茜": ("QIAN", "XI"),
    "娜": ("NA", "NUO"),
    "莎": ("SHA", "SUO"),
    "柏": ("BAI", "BO"),
    "曾": ("ZENG", "CENG"),
    "参": ("SHEN", "CAN"),
    "传": ("CHUAN", "ZHUAN"),
    "还": ("HUAN", "HAI"),
    "都": ("DU", "DOU"),
    "调": ("TIAO", "DIAO"),
    "藏": ("CANG", "ZANG"),
}


@lru_cache(maxsize=4_096)
def readings(name: str) -> tuple[Reading, ...]:
    """The ways ``name`` is read, the usual one first; none where it holds no Chinese character."""
    if not any(_is_han(char) for char in name):
        return ()
    if len(name) > _LONGEST_NAME:
        return _with_plain_u(tuple(_usual(char) for char in name))
    surname = _COMPOUND_SURNAMES.get(name[:2])
    choices: list[tuple[str, ...]] = []
    for at, char in enumerate(name):
        if surname is not None and at < 2:
            choices.append((surname[at],))
        elif at == 0:
            choices.append(_SURNAMES.get(char) or (_usual(char),))
        else:
            choices.append(_GIVEN.get(char) or (_usual(char),))
    found: dict[Reading, None] = {}
    for reading in product(*choices):
        found |= dict.fromkeys(_with_plain_u(reading))
        if len(found) >= _MOST_READINGS:
            break
    return tuple(found)[:_MOST_READINGS]


def plain_reading(text: str) -> Reading:
    """Each character of running text in its usual reading: no surnames, no choices."""
    return tuple(_usual(char) for char in text)


def _with_plain_u(reading: Reading) -> tuple[Reading, ...]:
    """ü is typed as v by some and as u by others (吕: LV, LU)."""
    plain = tuple(s.replace("V", "U") if s in _UMLAUTS else s for s in reading)
    return (reading,) if plain == reading else (reading, plain)


_UMLAUTS = frozenset({"LV", "NV", "LVE", "NVE"})


@lru_cache(maxsize=8_192)
def _usual(char: str) -> str:
    if not _is_han(char):
        return char
    # The phrase dictionary is for running text and would cost 40 MB; names are read by character.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, lazy_pinyin

    read: str = lazy_pinyin(char, style=Style.NORMAL)[0]
    return read.upper() if read != char else char


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" or char == "〇"
