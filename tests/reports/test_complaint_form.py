from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintStep, ResponseKind
from frontdesk.reports import base
from frontdesk.reports.complaint_form import lay_out, render
from frontdesk.reports.inputs import Approval, ComplaintForm, Printed
from frontdesk.reports.progress import LOOP
from frontdesk.texts import term
from tests.reports import samples
from tests.reports.reading import bare, pages

_Step = ComplaintStep


def texts(form: ComplaintForm, language: Language) -> list[str]:
    return [run.text for page in lay_out(form, language).pages for run in page.texts]


@pytest.mark.parametrize("language", Language)
def test_a_ticket_of_usual_length_stands_on_one_sheet(language: Language) -> None:
    assert len(lay_out(samples.complaint(), language).pages) == 1


@pytest.mark.parametrize("language", Language)
def test_each_step_has_a_box_and_a_place_in_the_strip(language: Language) -> None:
    [text] = pages(render(samples.complaint(), language))
    marks = ["1", "1a", *"23456789"]
    for mark, step in zip(marks, LOOP, strict=True):
        name = bare(term(step, language))
        assert mark + name in text
        assert f"●{name}" in text or f"◎{name}" in text


def test_planned_and_actual_minute_holder_and_both_clocks_are_shown() -> None:
    [text] = pages(render(samples.complaint(), Language.ZH_CN))
    form = samples.complaint()
    for step in form.steps:
        assert step.planned is not None
        assert bare(f"{step.planned:%m-%d %H:%M}") in text
    assert "24小时时限" in text
    assert "用时17小时30分含暂停19小时30分" in text
    assert "12小时时限" in text
    assert "暂停计时2026-03-1214:05–2026-03-1216:05" in text


def test_chosen_boxes_are_filled_and_the_others_stay_empty() -> None:
    said = " ".join(texts(samples.complaint(), Language.ZH_CN))
    for kind in ResponseKind:
        mark = "■" if kind in samples.complaint().returned.responses else "□"
        assert mark + term(kind, Language.ZH_CN) in said


@pytest.mark.parametrize(
    ("approved", "shown"),
    [(True, "■同意　□退回"), (False, "□同意　■退回"), (None, "□同意　□退回")],
)
def test_the_decision_is_ticked(approved: bool | None, shown: str) -> None:
    form = replace(samples.complaint(), approval=Approval(approved=approved))
    assert shown in texts(form, Language.ZH_CN)


def test_six_people_sign_with_date() -> None:
    said = texts(ComplaintForm(), Language.ZH_CN)
    for name in ("投诉人", "客服专员", "客服经理", "部门经理", "处理人", "总经理"):
        assert name in said
    assert said.count("签名") == said.count("日期") == 6


def test_the_copy_is_counted_and_a_blank_form_is_not() -> None:
    [text] = pages(render(samples.complaint(), Language.ZH_CN))
    assert "打印第2份打印人客服甲打印时间2026-03-1306:05" in text
    [blank] = pages(render(ComplaintForm(), Language.ZH_CN))
    assert "打印第" not in blank


def test_who_printed_is_never_cut_off() -> None:
    form = replace(samples.complaint(), printed=Printed(3, "名" * 200, samples.START))
    assert any("名" * 200 in text for text in pages(render(form, Language.ZH_CN)))


@pytest.mark.parametrize(
    ("number", "drawn"),
    [("C-2026-000123", 1), ("", 0), ("编号一二三", 0), ("C" * 40, 0), ("C\x00\n", 0)],
)
def test_only_what_a_scanner_can_read_becomes_a_bar_code(number: str, drawn: int) -> None:
    [page] = lay_out(replace(ComplaintForm(), number=number), Language.ZH_CN).pages
    assert len(page.drawings) == drawn


def test_earlier_entries_are_kept_on_the_sheet() -> None:
    form = replace(samples.complaint(), history=samples.history(3))
    said = "".join(pages(render(form, Language.ZH_CN)))
    assert all(entry.words in said for entry in form.history)


def test_a_section_that_goes_on_says_so_under_its_name() -> None:
    form = samples.complaint()
    long = replace(form, registration=replace(form.registration, words="很长的话。" * 900))
    sheets = pages(render(long, Language.ZH_CN))
    assert len(sheets) > 1
    assert all("顾客投诉登记表C-2026-000123" in sheet for sheet in sheets[1:])
    assert "1受理（续）" in sheets[1]


def test_boxes_left_empty_grow_to_fill_the_sheet() -> None:
    [page] = lay_out(ComplaintForm(), Language.ZH_CN).pages
    lowest = max(run.y for run in page.texts)
    assert lowest > base.BOTTOM - 12 * base.MM
