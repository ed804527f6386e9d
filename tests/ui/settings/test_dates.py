"""Days are typed as people write them, one after the other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.ui.settings.dates_field import dates_text, parse_dates


@pytest.mark.parametrize(
    "typed",
    [
        "2026-10-10 2026-12-31",
        "2026/12/31，2026.10.10",
        "２０２６年10月10日、2026年12月31日、2026-10-10",
        " 2026-12-31 ;\t2026-10-10 ",
    ],
)
def test_days_are_read_as_people_write_them(typed: str) -> None:
    assert parse_dates(typed) == (date(2026, 10, 10), date(2026, 12, 31))


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-10-10 tomorrow", "10-10", "0000-01-01"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_dates(typed, "closed_days")
    assert (refused.value.code, refused.value.field) == ("rule.dates_unreadable", "closed_days")


@given(st.lists(st.dates(), max_size=60))
def test_days_shown_are_read_again(days: list[date]) -> None:
    kept = tuple(sorted(set(days)))
    assert parse_dates(dates_text(kept)) == kept


@given(st.text(max_size=40))
def test_nothing_typed_is_a_bug(typed: str) -> None:
    try:
        parse_dates(typed)
    except UserError as error:
        assert error.code == "rule.dates_unreadable"  # noqa: PT017
