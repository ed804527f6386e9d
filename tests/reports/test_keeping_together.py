"""Rows that say one thing together stand on one page: a question with all its answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.language import Language
from frontdesk.reports.callback_summary import render
from frontdesk.reports.inputs.call_summary import AnswerRow, QuestionRow
from tests.reports import callback_samples
from tests.reports.reading import read

_KIND = callback_samples.summary().questions[0].kind


def _pages(questions: list[QuestionRow]) -> list[str]:
    form = replace(callback_samples.summary(), questions=tuple(questions))
    pdf = render(form, Language.ZH_CN)
    return ["".join(page.extract_text().split()) for page in read(pdf).pages]


@pytest.mark.parametrize("answers", [2, 3, 5, 8])
def test_a_question_stands_on_one_page_with_all_its_answers(answers: int) -> None:
    questions = [
        QuestionRow(
            _KIND, f"考{at:02}", 9, tuple(AnswerRow(f"答{at:02}之{n}", n) for n in range(answers))
        )
        for at in range(40)
    ]
    pages = _pages(questions)
    assert len(pages) > 2
    for at in range(40):
        [here] = [page for page in pages if f"考{at:02}" in page]
        assert all(f"答{at:02}之{n}" in here for n in range(answers)), at


def test_one_too_long_for_a_page_is_split_and_loses_nothing() -> None:
    many = tuple(AnswerRow(f"答案{n:03}号", n) for n in range(90))
    pages = _pages([QuestionRow(_KIND, "很长的题", 9, many)])
    text = "".join(pages)
    assert all(text.count(f"答案{n:03}号") == 1 for n in range(90))
