from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.language import Language
from frontdesk.reports import intake_sheet, recovery_sheet
from frontdesk.reports.inputs import AddedLine, IntakeSheet
from frontdesk.reports.recovery_sheet import groups
from tests.reports import samples
from tests.reports.reading import pages


def test_the_intake_sheet_states_price_promise_and_state_of_the_car() -> None:
    [text] = pages(intake_sheet.render(samples.intake(), Language.ZH_CN))
    assert "承诺交车时间2026-03-1216:30" in text
    assert "预估费用合计(元)930.00" in text
    assert "油量5/8" in text
    assert "■预约□直接来店" in text
    assert "3维修前悬异响检查，更换平衡杆胶套240.00平衡杆胶套236.50313.00" in text
    assert "服务顾问辛→样本客户一→电话" in text


def test_the_intake_sheet_names_each_mark_of_the_walk_around() -> None:
    [text] = pages(intake_sheet.render(samples.intake(), Language.ZH_CN))
    assert "1右侧划痕(中)6cm；2左侧掉漆(小)（上次已有）；3车尾凹陷(大)" in text
    assert "点亮的故障灯胎压" in text
    assert "服务顾问初步判断前悬胶套老化" in text


def test_words_added_later_stand_under_the_customers_own() -> None:
    added = (AddedLine(samples.after(1), "顺便看一下空调"),)
    [text] = pages(intake_sheet.render(replace(samples.intake(), added=added), Language.ZH_CN))
    assert "一起看看。2026-03-1210:05补记：顺便看一下空调" in text


def test_terms_of_the_dealership_replace_the_usual_ones() -> None:
    [usual] = pages(intake_sheet.render(samples.intake(), Language.ZH_CN))
    own = replace(samples.intake(), terms=("本店约定一。",))
    [text] = pages(intake_sheet.render(own, Language.ZH_CN))
    assert "1.以上费用为预估" in usual
    assert "1.本店约定一。" in text
    assert "以上费用为预估" not in text


def test_the_blank_sheet_has_lines_for_work_to_be_written_in() -> None:
    [text] = pages(intake_sheet.render(IntakeSheet(), Language.ZH_CN))
    assert "小计(元)123456789承诺交车时间" in text


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("ABCD-EFGH-IJKL", ["ABCD", "EFGH", "IJKL"]),
        ("ABCD EFGH", ["ABCD", "EFGH"]),
        ("ABCDEFGHIJ", ["ABCD", "EFGH", "IJ"]),
        ("", []),
    ],
)
def test_the_recovery_code_is_grouped_for_the_hand(key: str, parts: list[str]) -> None:
    assert groups(key) == parts


def test_the_recovery_code_shows_in_no_trace() -> None:
    assert "ABCD" not in repr(samples.recovery())


def test_the_recovery_sheet_tells_what_it_opens() -> None:
    [text] = pages(recovery_sheet.render(samples.recovery(), Language.ZH_CN))
    assert "谁持有恢复码，谁就能打开本店全部数据。" in text
    assert "ABCDEFGHIJKLMNOP" in text
