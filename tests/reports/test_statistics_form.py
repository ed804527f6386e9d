from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.language import Language
from frontdesk.reports.base import Page
from frontdesk.reports.inputs import StatisticsForm
from frontdesk.reports.pareto import Bar, Pareto
from frontdesk.reports.statistics_form import render
from tests.reports import samples
from tests.reports.reading import pages


def test_a_line_shows_every_figure_with_its_n() -> None:
    text = "".join(pages(render(samples.statistics(), Language.ZH_CN)))
    line = "1维修质量181527.3%27.3%1586.7%1380.0%1219.417.021.018.586.7%13/158.3n=1223,834.00"
    assert line in text
    assert "合计6653100.0%" in text
    assert "统计期间：2026-01-01至2026-03-31投诉总数n=66" in text


def test_departments_months_chart_measures_and_signatures_are_there() -> None:
    text = "".join(pages(render(samples.statistics(), Language.ZH_CN)))
    for part in (
        "责任部门",
        "责任人",
        "投诉渠道",
        "售后部",
        "月份",
        "2026-03",
        "投诉类别帕累托图",
        "改进措施",
        "编制",
        "批准",
    ):
        assert part in text


@pytest.mark.parametrize("language", Language)
def test_a_period_without_complaints_says_so_and_divides_by_nothing(language: Language) -> None:
    [text] = pages(render(StatisticsForm(), language))
    none = "本期间无投诉记录" if language is Language.ZH_CN else "Nocomplaintsinthisperiod"
    assert none in text
    assert "–0/0" in text
    assert "帕累托" not in text


def test_a_year_of_months_flows_on_with_its_head_repeated() -> None:
    months = tuple(samples.row(f"2026-{i % 12 + 1:02}", 3, 66, 3) for i in range(60))
    sheets = pages(render(replace(samples.statistics(), months=months), Language.ZH_CN))
    assert len(sheets) > 1
    assert sum(sheet.count("月份") for sheet in sheets) > 1


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60))
def test_the_chart_stays_in_its_box_whatever_the_counts(counts: list[int]) -> None:
    page = Page()
    bars = [Bar("类别名称很长很长很长很长很长", count, 1.0) for count in counts]
    Pareto(bars, "件数", "累计占比").draw(page, 34, 100, 527, 187)
    assert all(34 <= run.x <= 34 + 527 and 100 <= run.y <= 100 + 187 for run in page.texts)
    assert {str(count) for count in counts} <= {run.text for run in page.texts}
