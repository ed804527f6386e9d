from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.textsplit import ALL_CANNOT_START

from frontdesk.reports import fonts
from frontdesk.reports.typeset import clean, width, wrap
from tests.reports.reading import bare

MIXED = st.text(
    st.sampled_from("客户反映方向盘抖动，。；：？！（）“”、《》 abc won't 1,234.50-x\n　"),
    max_size=200,
)


@given(MIXED, st.floats(20, 300))
def test_wrapping_loses_nothing_but_blanks(text: str, room: float) -> None:
    assert bare("".join(wrap(text, room, 8.6))) == bare(text)


@given(MIXED, st.floats(20, 300))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    lines = wrap(text, room, 8.6)
    assert all(width(line.rstrip(), 8.6) <= room + 1e-6 for line in lines)


@given(st.text(st.sampled_from("客户，反。映；车！）辆（高“速”"), min_size=30, max_size=200))
def test_a_broken_line_never_begins_with_a_closing_mark(text: str) -> None:
    closing = set(ALL_CANNOT_START) | set("；！，。）”")
    # Four marks in a row may leave no other way in so narrow a box.
    lines = wrap(text, 300, 8.6)
    marks = "，。；！）”"
    if not any(m1 + m2 in text for m1 in marks for m2 in marks):
        assert not any(line[0] in closing for line in lines[1:])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("shakes at 110 km/h, won't", ["shakes at", "110 km/h,", "won't"]),
        ("一二三四五六，七", ["一二三四", "五六，七"]),
        ("一二三四（五）", ["一二三四", "（五）"]),
        ("ABCDEFGHIJKLMNOPQR", ["ABCDEFG", "HIJKLMN", "OPQR"]),
    ],
)
def test_breaks_as_a_typesetter_would(text: str, lines: list[str]) -> None:
    assert wrap(text, 41, 8.6) == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("太差😡", "太差[pouting face]"),
        ("a\r\nb\x0bc\u2028d", "a\nb\nc\nd"),
        ("a\tb\x00c\u202ed\u200be", "a bcde"),
        ("\ud800", "[U+D800]"),
        ("ש", "[U+05D0]".replace("05D0", "05E9")),
        ("\U0010ffff", "[U+10FFFF]"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_what_the_font_lacks_is_named(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_can_always_be_drawn(text: str) -> None:
    assert all(map(fonts.drawable, set(clean(text)) - {"\n"}))
