from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.models.values import region


def test_a_place_is_named_from_the_province_down() -> None:
    assert region.name_of("440305") == "广东省深圳市南山区"
    assert region.name_of("440300") == "广东省深圳市"
    assert region.name_of("440000") == "广东省"
    assert region.name_of("110101") == "北京市东城区"
    assert region.name_of("810000") == "香港特别行政区"


def test_a_place_given_up_is_still_read_and_not_offered() -> None:
    assert region.name_of("110103") == "北京市崇文区"
    assert region.find("崇文区") == ()


def test_what_is_unknown_has_no_name() -> None:
    assert (region.name_of(""), region.name_of(None), region.name_of("999999")) == ("", "", "")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("南山", "广东省深圳市南山区"),
        ("深圳南山", "广东省深圳市南山区"),
        ("广东 南山", "广东省深圳市南山区"),
        ("nanshan", "广东省深圳市南山区"),
        ("gdsszs ns", "广东省深圳市南山区"),
        ("朝阳 北京", ""),
        ("北京 朝阳", "北京市朝阳区"),
        ("深圳", "广东省深圳市"),
        ("广东", "广东省"),
    ],
)
def test_it_is_found_by_any_part_and_by_sound(typed: str, first: str) -> None:
    names = [each.name for each in region.find(typed)]
    assert first in names if first else names


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("广东省深圳市南山区", "440305"),
        (" 广东省 深圳市 南山区 ", "440305"),
        ("深圳南山", "440305"),
        ("北京东城", "110101"),
        ("深圳市", "440300"),
        ("北京市崇文区", "110103"),
        ("szsns", "440305"),
        ("gd 深圳 南山", "440305"),
        ("", None),
    ],
)
def test_what_names_one_place_is_read(typed: str, code: str | None) -> None:
    assert region.parse(typed) == code


@pytest.mark.parametrize(
    "typed", ["南山", "火星", "区", "王", "王 x 王", "王\u3000益", "nil", "n s n s"]
)
def test_what_names_none_or_several_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        region.parse(typed)
    assert (caught.value.code, caught.value.field) == ("customer.region", "region")


def test_one_goes_down_from_province_to_district() -> None:
    assert len(region.provinces()) == 34
    cities = [each.name for each in region.within("440000")]
    assert "广东省深圳市" in cities
    assert all(name.startswith("广东省") for name in cities)
    assert "广东省深圳市南山区" in [each.name for each in region.within("440300")]
    # Under the central government districts come at once; counties may lie under the province.
    assert "北京市东城区" in [each.name for each in region.within("110000")]
    assert {"海南省海口市", "海南省琼海市"} <= {each.name for each in region.within("460000")}


def test_what_comes_next_is_a_level_down() -> None:
    assert region.offers(" ") == region.provinces()
    assert "广东省深圳市" in [each.name for each in region.offers("广东省")]
    assert "广东省深圳市南山区" in [each.name for each in region.offers("广东省深圳市")]
    assert [each.name for each in region.offers("深圳南山")] == ["广东省深圳市南山区"]
    assert region.within("440305") == ()


@given(st.text(max_size=12))
def test_no_typed_text_breaks_it(typed: str) -> None:
    assert len(region.find(typed)) <= region.OFFERED
    try:
        code = region.parse(typed)
    except UserError:
        return
    assert code is None or region.name_of(code)
