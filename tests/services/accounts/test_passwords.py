"""What is guessed first is refused, what is long and one's own is welcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.services.accounts.passwords import (
    MAX_LENGTH,
    MIN_LENGTH,
    Strength,
    check_password,
    strength,
)

KNOWN = ("lin", "林晓峰", "远航汽车服务", "0719-8123456")


@pytest.mark.parametrize(
    "password",
    [
        *("12345678", "87654321", "147258369", "5201314520", "20261105", "19900101ab"),
        *("password", "P@ssw0rd!!", "Password2024!", "admin123", "iloveyou", "woaini1314"),
        *("qwer1234", "1qaz2wsx", "qazwsxedc", "asdfghjk", "poiuytrewq", "zxcvbnm,./"),
        *("aaaaaaaa", "abababab", "Abc123!@#", "Aa123456", "abcabcabcabc", "abcd1234"),
        *("linxiaofeng88", "xiaofenglin", "lxf123456", "林晓峰林晓峰林晓峰", "yuanhang2026"),
        *("13812345678", "07198123456", "lin8123456", "粤B12345888", "e粤B12345"),
        *(
            "420302199001011234",
            "ａｄｍｉｎ１２３",
            "1990-01-01abc",
            "wo1990年1月1日",
            "baoma888888",
        ),
        "Frontdesk2026",
    ],
)
def test_what_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(UserError) as refused:
        check_password(password, *KNOWN)

    assert (refused.value.code, refused.value.field) == ("password.common", "password")


@pytest.mark.parametrize(
    ("password", "how"),
    [
        ("kX9#mq2Lw", Strength.GOOD),
        ("right horse", Strength.GOOD),
        ("right horse battery", Strength.STRONG),
        ("北京的雨下得很大呀", Strength.STRONG),
        ("tian-kong 7 lan", Strength.STRONG),
        ("frontdesk-demo", Strength.FAIR),
        ("short", Strength.SHORT),
        ("kX9#mq2Lw" * 30, Strength.LONG),
    ],
)
def test_the_rest_is_graded(password: str, how: Strength) -> None:
    assert strength(password, *KNOWN) is how


def test_what_is_known_of_one_is_not_of_another() -> None:
    assert strength("wuyuting-jia", "wu", "吴雨婷") is Strength.GUESSABLE
    assert strength("wuyuting-jia", *KNOWN) is not Strength.GUESSABLE


@given(st.text(max_size=1_200), st.lists(st.text(max_size=20), max_size=4))
def test_anything_typed_is_graded(password: str, known: list[str]) -> None:
    how = strength(password, *known)

    if len(password) < MIN_LENGTH // 18:
        assert how is Strength.SHORT
    if len(password) > 4 * MAX_LENGTH:
        assert how is Strength.LONG


def test_a_long_run_of_combining_marks_is_graded_at_once() -> None:
    assert strength("a" + "\u0301\u0323" * 200_000) is Strength.LONG
