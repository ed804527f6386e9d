"""Every colour and measure of the program, light and dark. Change one here, it changes everywhere.

Text on its ground keeps WCAG AA (4.5 : 1), edges of controls 3 : 1; a test holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontdesk.models.enums import ClockColour

GRID = 4
GAP = 8
ROOM = 16
CONTROL_HEIGHT = 32
ROW_HEIGHT = 30
RADIUS = 6
BASE_POINTS = 10.5
SMALL_POINTS = 9.0
SECTION_POINTS = 12.0
TITLE_POINTS = 16.0
TINT = 0.12


class Tone(StrEnum):
    """What a colour says; never the only carrier of it (icon and word stand beside)."""

    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as ``#RRGGBB``; ``line`` separates, ``edge`` surrounds what can be used."""

    page: str
    card: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    ok: str
    waiting: str
    soon: str
    over: str
    hover: str
    selected: str
    mark: str

    def tone(self, tone: Tone) -> str:
        """The colour of a status word and its icon."""
        return {
            Tone.NEUTRAL: self.muted,
            Tone.INFO: self.waiting,
            Tone.OK: self.ok,
            Tone.WARN: self.soon,
            Tone.ERROR: self.over,
        }[tone]

    def ground(self, tone: Tone) -> str:
        """The tint behind a status: its colour at 12 % on the card."""
        return mixed(self.tone(tone), self.card, TINT)


LIGHT = Tokens(
    page="#F6F7F9",
    card="#FFFFFF",
    line="#D9DEE5",
    edge="#858F9D",
    text="#1B2430",
    muted="#5B6675",
    accent="#0B63CE",
    accent_hover="#0A55B0",
    on_accent="#FFFFFF",
    ok="#17722F",
    waiting="#0B5CBF",
    soon="#875A00",
    over="#C02424",
    hover="#EEF2F7",
    selected="#DCE9FA",
    mark="#FFE9A8",
)

DARK = Tokens(
    page="#14181F",
    card="#1C222B",
    line="#333C49",
    edge="#6E7B8C",
    text="#E6EAF0",
    muted="#9AA6B5",
    accent="#5AA2FF",
    accent_hover="#7DB6FF",
    on_accent="#0B1420",
    ok="#57C77D",
    waiting="#6BABFF",
    soon="#E0B04A",
    over="#FF8A80",
    hover="#262E39",
    selected="#22406A",
    mark="#5C4A12",
)


class _InForce:
    tokens = LIGHT


def current() -> Tokens:
    """The tokens in force; painters ask at every paint, so that a change of theme shows at once."""
    return _InForce.tokens


def put_in_force(tokens: Tokens) -> None:
    """Called by ``theme.apply_theme`` only."""
    _InForce.tokens = tokens


def clock_tone(colour: ClockColour) -> Tone:
    """The tone a deadline's state is shown in (domain §5.1)."""
    return {"ok": Tone.OK, "soon": Tone.WARN, "over": Tone.ERROR, "stopped": Tone.NEUTRAL}[colour]


def mixed(upper: str, lower: str, share: float) -> str:
    """``upper`` laid over ``lower`` with the opacity ``share`` (0–1)."""
    return "#" + "".join(
        f"{round(int(upper[i : i + 2], 16) * share + int(lower[i : i + 2], 16) * (1 - share)):02X}"
        for i in (1, 3, 5)
    )


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours, 1–21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
