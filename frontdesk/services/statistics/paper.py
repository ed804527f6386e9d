"""The complaint category statistics form (顾客投诉分类统计表) filled with a period's figures."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from frontdesk.language import Language
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.statistics import StatisticsForm, StatisticsRow
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.statistics.dto import By, ComplaintStatistics, Line
from frontdesk.services.statistics.naming import line_name


def form_of(
    desk: Desk, found: ComplaintStatistics, language: Language, copy: int, at: datetime
) -> StatisticsForm:
    """The form as its ``copy``-th print, ``at`` by the desk's wall clock; 0: no numbered print."""

    def rows(by: By) -> tuple[StatisticsRow, ...]:
        return tuple(
            _row(line, line_name(found.tree, by, line.key, language), found.earlier(by, line.key))
            for line in found.lines(by)
        )

    return StatisticsForm(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, at) if copy else Printed(),
        first_day=found.first,
        last_day=found.last,
        scope=found.scope,
        compared=found.compared,
        before_first=found.before.first if found.before else None,
        before_last=found.before.last if found.before else None,
        categories=rows(By.CATEGORY),
        total=rows(By.TOTAL)[0],
        departments=rows(By.DEPARTMENT),
        people=rows(By.PERSON),
        channels=rows(By.CHANNEL),
        months=rows(By.MONTH),
        limit_hours=found.limit_hours,
        measures=found.measures,
        prepared_by=desk.actor.name,
    )


def _row(line: Line, name: str, earlier: Line | None = None) -> StatisticsRow:
    figures = {each.name: getattr(line, each.name) for each in fields(line) if each.name != "key"}
    before = None if earlier is None else _row(earlier, name)
    return StatisticsRow(name=name, before=before, **figures)
