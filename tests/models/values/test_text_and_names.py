"""Texts and names: cleaned of what nobody typed, never changed otherwise."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.values import names, text
from frontdesk.texts import sentence
from frontdesk.texts.values import SENTENCES


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("  吴勇丽", "吴勇丽"),
        ("张　伟", "张伟"),
        ("张 伟", "张伟"),
        ("John  Smith", "John Smith"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("深圳市 某某 汽车 有限公司", "深圳市 某某 汽车 有限公司"),
        ("ＡＢＣ公司", "ABC公司"),
        ("<b>王</b>", "<b>王</b>"),
        ("王\x00五\ud800", "王五"),
    ],
)
def test_a_name_is_kept_tidy(written: str, stored: str) -> None:
    assert names.parse(written) == stored


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "name.missing"),
        ("　\u200b", "name.missing"),
        ("12345", "name.no_letters"),
        ("王" * 81, "value.too_long"),
    ],
)
def test_a_name_at_fault_is_refused(written: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        names.parse(written)
    assert refusal.value.code == code


def test_notes_keep_their_lines() -> None:
    assert text.note(" 已缴定金 \r\n次日上牌\x07\n") == "已缴定金\n次日上牌"


@given(st.text(st.characters(), max_size=200))
def test_cleaned_text_can_be_stored_and_is_stable(written: str) -> None:
    kept = text.note(written)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert text.note(kept) == kept
    assert "\n" not in text.line(written)


@pytest.mark.parametrize("language", list(Language))
def test_every_refusal_has_a_sentence(language: Language) -> None:
    for code, text_ in SENTENCES.items():
        places = {name: "7" for _, name, _, _ in Formatter().parse(text_.in_(language)) if name}
        said = sentence(UserError(code, None, **places), language)
        assert said != code
        assert "{" not in said
