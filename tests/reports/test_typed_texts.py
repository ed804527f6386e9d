"""Whatever is typed stands on the complaint form whole, in its box, in a font of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.language import Language
from frontdesk.reports.complaint_form import lay_out, render
from frontdesk.reports.inputs import ComplaintForm
from frontdesk.reports.typeset import clean
from tests.reports import samples
from tests.reports.reading import bare, pages
from tests.reports.typed_texts import check_sheets, gb2312, placing, run_texts, whole_form

_CASES = 150


def test_generated_texts_are_printed_whole_and_never_overlap() -> None:
    assert run_texts(_CASES)["texts"] >= _CASES


def test_every_character_of_gb_2312_has_a_glyph_and_is_read_back() -> None:
    common = gb2312()
    assert len(common) > 7_400
    assert clean(common) == common.replace("\u3000", "\u3000")
    form = ComplaintForm(
        number="C-2026-000123", registration=replace(samples.complaint().registration, words=common)
    )
    check_sheets(form, Language.ZH_CN)
    sheets = "".join(pages(render(form, Language.ZH_CN)))
    assert [char for char in common if bare(char) not in sheets] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("length", range(0, 2_400, 240))
def test_wherever_a_sheet_ends_no_name_runs_into_another(language: Language, length: int) -> None:
    form = whole_form()
    long = replace(
        form, registration=replace(form.registration, words="很长的话。" * (length // 5))
    )
    check_sheets(long, language)


def test_the_measure_itself_finds_a_text_outside_its_box() -> None:
    with placing() as placed:
        lay_out(samples.complaint(), Language.EN)
    assert placed.outside() == []
    run, box = placed.found[0]
    placed.found.append((run._replace(x=box[0] + box[2] + 1), box))
    placed.found.append((run._replace(y=box[1] - 20), box))
    assert len(placed.outside()) == 2
