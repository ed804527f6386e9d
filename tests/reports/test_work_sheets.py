"""The intake sheet's work in full, the change slip and the settlement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.language import Language
from frontdesk.reports import change_slip, hand_over_sheet, intake_sheet
from frontdesk.reports.inputs.work import ChangeSlip, HandOverSheet
from tests.reports import work_samples
from tests.reports.reading import pages


def test_the_intake_sheet_says_hours_discounts_who_pays_and_what_was_not_wanted() -> None:
    [text] = pages(intake_sheet.render(work_samples.intake(), Language.ZH_CN))
    assert "1保养四万公里常规保养·1.2工时180.00机油5W-30全合成498.0050.00522.00" in text
    assert "保修更换左前下摆臂·2工时300.0054500-1A下摆臂总成1420.00质保720.00" in text
    assert "更换雨刮片（客户不做：下次再换）" in text
    assert "付款方客户880.00质保720.00" in text
    assert "返修（原单V-2026-000712）" in text


def test_the_change_slip_says_who_asked_whom_and_what_holds_now() -> None:
    [text] = pages(change_slip.render(work_samples.change_slip(), Language.ZH_CN))
    assert "变更内容加换左前下摆臂" in text
    assert "征询人服务顾问辛征询对象样本客户一" in text
    assert "■同意□不同意" in text
    assert "变更前合计(元)930.00变更后合计(元)1,680.00" in text
    assert "客户不同意：按原约定" not in text


def test_a_change_the_customer_refused_says_that_nothing_changes() -> None:
    [text] = pages(change_slip.render(work_samples.change_slip(agreed=False), Language.ZH_CN))
    assert "□同意■不同意" in text
    assert "客户不同意：按原约定的项目、费用和时间执行。" in text


def test_the_settlement_is_told_by_kind_and_by_who_pays() -> None:
    [text] = pages(hand_over_sheet.render(work_samples.hand_over(), Language.ZH_CN))
    assert "交车结算单" in text
    assert "按类别保养567.00维修313.00保修720.00免费检测0.00" in text
    assert "按付款方客户880.00质保720.00" in text
    assert "合计(元)1,600.00客户实付(元)880.00" in text
    assert "■微信" in text
    assert "建议而未做的项目更换雨刮片雨刮片（下次再换）" in text
    assert "下次保养2026-09-10或33,450km，以先到者为准" in text


def test_a_settlement_beforehand_says_so() -> None:
    early = replace(work_samples.hand_over(), handed_over_at=None)
    [text] = pages(hand_over_sheet.render(early, Language.ZH_CN))
    assert "交车结算单（预结算）" in text


@pytest.mark.parametrize("language", Language)
def test_the_sheets_stand_with_nothing_filled_in(language: Language) -> None:
    assert pages(change_slip.render(ChangeSlip(), language))
    assert pages(hand_over_sheet.render(HandOverSheet(), language))
