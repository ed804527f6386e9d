"""Both sets of colours can be read: WCAG 2.2 AA."""

from __future__ import annotations

import pytest

from frontdesk.models.enums import ClockColour
from frontdesk.ui.kit.tokens import DARK, LIGHT, Tokens, Tone, clock_tone, contrast, mixed

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
READABLE = 4.5
VISIBLE = 3.0


@BOTH
@pytest.mark.parametrize("ground", ["page", "card", "hover", "selected", "mark"])
def test_text_is_readable_on_every_ground(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.text, getattr(tokens, ground)) >= READABLE


@BOTH
@pytest.mark.parametrize("ground", ["page", "card", "hover"])
def test_quiet_text_is_readable(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.muted, getattr(tokens, ground)) >= READABLE


@BOTH
@pytest.mark.parametrize("tone", Tone)
def test_status_words_are_readable_on_their_tint_and_on_the_page(
    tokens: Tokens, tone: Tone
) -> None:
    for ground in (tokens.ground(tone), tokens.card, tokens.page):
        assert contrast(tokens.tone(tone), ground) >= READABLE


@BOTH
def test_controls_and_focus_are_visible(tokens: Tokens) -> None:
    for ground in (tokens.card, tokens.page):
        assert contrast(tokens.edge, ground) >= VISIBLE
        assert contrast(tokens.accent, ground) >= VISIBLE
    assert contrast(tokens.on_accent, tokens.accent) >= READABLE
    assert contrast(tokens.on_accent, tokens.accent_hover) >= READABLE


def test_known_contrasts() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


def test_every_clock_colour_has_a_tone_of_its_own() -> None:
    assert len({clock_tone(colour) for colour in ClockColour}) == len(ClockColour)
