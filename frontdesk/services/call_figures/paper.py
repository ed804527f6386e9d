"""The callback summary report and the list of incentives filled with a period's figures."""

from __future__ import annotations

from datetime import date, datetime

from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind
from frontdesk.reports.inputs import call_summary as paper
from frontdesk.reports.inputs.common import Printed
from frontdesk.services.call_figures.dto import By, CallSummary, IncentiveLine, Line
from frontdesk.services.call_figures.naming import flag_told, line_name
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead

_FIGURES = (
    *("due", "done", "in_time", "reached", "told"),
    *("satisfied", "average", "dissatisfied", "scored", "score"),
)


def summary_form(
    desk: Desk, found: CallSummary, language: Language, copy: int, at: datetime
) -> paper.CallSummaryForm:
    """The report as its ``copy``-th print, ``at`` by the desk's wall clock; 0: no numbered one."""

    def rows(by: By) -> tuple[paper.FigureRow, ...]:
        return tuple(
            _row(by, line, line_name(found, by, line.key, language)) for line in found.lines(by)
        )

    colon = "：" if language is Language.ZH_CN else ": "
    return paper.CallSummaryForm(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, at) if copy else Printed(),
        first_day=found.first,
        last_day=found.last,
        scope=found.scope,
        total=rows(By.TOTAL)[0],
        kinds=rows(By.KIND),
        callers=rows(By.CALLER),
        served=rows(By.SERVED),
        months=rows(By.MONTH),
        questions=tuple(
            paper.QuestionRow(
                each.kind,
                each.title.in_(language),
                each.n,
                tuple(
                    paper.AnswerRow(a.name.in_(language), a.count, a.trouble) for a in each.answers
                ),
                each.mean,
            )
            for each in found.questions
        ),
        aspects=tuple(
            paper.AspectRow(
                f"{question.title.in_(language)}{colon}{answer.name.in_(language)}", answer.count
            )
            for question, answer in found.aspects()
        ),
        said=tuple(
            paper.SaidRow(
                each.number,
                each.day,
                each.kind,
                each.customer,
                each.plate,
                each.satisfaction,
                each.words,
            )
            for each in found.said
        ),
        flags=tuple(flag_told(flag, found.people, language) for flag in found.flags),
        conclusions=found.conclusions,
        prepared_by=desk.actor.name,
    )


def incentive_form(
    desk: Desk, first: date, last: date, lines: tuple[IncentiveLine, ...]
) -> paper.IncentiveForm:
    """The list of one month."""
    return paper.IncentiveForm(
        dealership=letterhead(desk.profile),
        first_day=first,
        last_day=last,
        rows=tuple(
            paper.IncentiveRow(
                each.name, each.role, each.n, each.score, each.yuan, each.wage_percent
            )
            for each in lines
        ),
        above=desk.rules.incentive_above,
        below=desk.rules.incentive_below,
        prepared_by=desk.actor.name,
    )


def _row(by: By, line: Line, name: str) -> paper.FigureRow:
    kind = CallbackKind(line.key) if by is By.KIND else None
    figures = {each: getattr(line, each) for each in _FIGURES}
    return paper.FigureRow(name=name, kind=kind, **figures)
