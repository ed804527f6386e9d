"""日结单: what it says, and that nothing of a user's text is cut or read as markup."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import ActKind
from frontdesk.reports.daily_sheet import grouped, render
from frontdesk.reports.inputs.common import Dealership, Printed
from frontdesk.reports.inputs.daily import DailyLine, DailyPerson, DailySheet
from tests.reports.reading import bare, pages

_AT = datetime(2026, 11, 5, 9, 30)
_SEAL = "0123456789abcdef" * 4
_LINE = DailyLine(_AT, "梁静", "查看了完整身份证号", "客户 <b>K-2026-000001</b> & 陈晓明")


def _said(pdf: bytes) -> str:
    return "".join(pages(pdf))


def _sheet(lines: int = 1) -> DailySheet:
    return DailySheet(
        day=date(2026, 11, 5),
        dealership=Dealership("远航汽车服务"),
        printed=Printed(2, "冯建华", _AT),
        people=(DailyPerson("梁静", tuple(range(len(ActKind)))),),
        seen=(_LINE,) * lines,
        first=7,
        last=41,
        sequence=41,
        seal=_SEAL,
        taken_at=_AT,
    )


@pytest.mark.parametrize("language", list(Language))
def test_it_says_who_saw_what_and_carries_the_seal(language: Language) -> None:
    said = _said(render(_sheet(), language))

    assert bare("<b>K-2026-000001</b> & 陈晓明") in said
    assert _SEAL in said
    assert "41" in said
    assert "21" in said, "the sum of the person's acts"


def test_a_day_of_many_acts_goes_on_over_pages_and_says_what_is_left_out() -> None:
    said = _said(render(_sheet(450), Language.EN))

    assert said.count("查看了完整身份证号") == 400
    assert bare("50 more") in said


def test_a_day_on_which_nothing_was_done() -> None:
    said = _said(render(DailySheet(day=date(2026, 11, 5)), Language.ZH_CN))

    assert "当日没有操作记录" in said
    assert said.count("无") >= 4


def test_a_seal_is_grouped_as_it_is_read_aloud() -> None:
    first, second = grouped(_SEAL).split("\n")

    assert first == second == "0123 4567 89ab cdef 0123 4567 89ab cdef"
