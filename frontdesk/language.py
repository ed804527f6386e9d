"""The two languages the program speaks, on screen and on paper."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface or of a printed form."""

    ZH_CN = "zh_CN"
    EN = "en"
