"""What is filled in can be spoken as it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.language import Language
from frontdesk.services.scripts import FIELDS, Value, Words, fill

THANKS = Words(
    zh="感谢您{visit_date}把{plate}交给我们。", en="Thank you for bringing in {plate} {visit_date}."
)


def test_days_are_spoken_as_people_say_them() -> None:
    values: dict[str, Value] = {"visit_date": date(2026, 10, 3), "plate": "川A12345"}
    assert fill(THANKS, values, Language.ZH_CN) == "感谢您10月3日把川A12345交给我们。"
    assert fill(THANKS, values, Language.EN) == "Thank you for bringing in 川A12345 on 3 October."


def test_a_missing_value_gets_a_neutral_wording() -> None:
    for values in ({}, {"visit_date": None, "plate": "  "}):
        assert fill(THANKS, values, Language.ZH_CN) == "感谢您前几天把您的爱车交给我们。"
        assert (
            fill(THANKS, values, Language.EN) == "Thank you for bringing in your car the other day."
        )


def test_a_moment_has_its_minute() -> None:
    at = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)
    said = fill(
        Words(zh="{promised_time}", en="{promised_time}"), {"promised_time": at}, Language.EN
    )
    assert said == "5 January 17:30"


def test_a_field_no_script_may_use_vanishes() -> None:
    assert fill(Words(zh="您好{x}！", en="Hello{x}!"), {}, Language.ZH_CN) == "您好！"


@given(
    values=st.dictionaries(
        st.sampled_from(sorted(FIELDS)), st.none() | st.dates() | st.integers() | st.text()
    ),
    language=st.sampled_from(Language),
)
def test_never_a_brace_nor_none(
    values: dict[str, str | date | int | None], language: Language
) -> None:
    text = " ".join(f"{{{name}}}" for name in sorted(FIELDS))
    clean = {
        name: None if isinstance(value, str) and "None" in value else value
        for name, value in values.items()
    }
    said = fill(Words(zh=text, en=text), clean, language)
    assert "{" not in said
    assert "}" not in said
    assert "None" not in said


def test_a_value_is_not_looked_through_for_fields() -> None:
    said = fill(
        Words(zh="{customer_name}", en=""),
        {"customer_name": "{plate}", "plate": "川A12345"},
        Language.ZH_CN,
    )
    assert said == "plate"
