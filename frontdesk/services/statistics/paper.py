"""The complaint category statistics form (顾客投诉分类统计表) filled with a period's figures."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from frontdesk.language import Language
from frontdesk.models.enums import Department
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.statistics import StatisticsForm, StatisticsRow
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.statistics.dto import ComplaintStatistics, Line
from frontdesk.texts import term
from frontdesk.texts.statistics import NAMES


def form_of(
    desk: Desk, found: ComplaintStatistics, language: Language, copy: int, at: datetime
) -> StatisticsForm:
    """The form as its ``copy``-th print, ``at`` by the desk's wall clock."""
    return StatisticsForm(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, at),
        first_day=found.first,
        last_day=found.last,
        categories=tuple(
            _row(line, found.tree.group_name(line.key, language)) for line in found.categories
        ),
        total=_row(found.total, NAMES["total"].in_(language)),
        departments=tuple(
            _row(line, department_name(line.key, language)) for line in found.departments
        ),
        months=tuple(_row(line, line.key) for line in found.months),
        limit_hours=found.limit_hours,
        measures=found.measures,
        prepared_by=desk.actor.name,
    )


def department_name(key: str, language: Language) -> str:
    """The department's name; complaints not judged or not valid have none."""
    return term(Department(key), language) if key else NAMES["undecided"].in_(language)


def _row(line: Line, name: str) -> StatisticsRow:
    figures = {each.name: getattr(line, each.name) for each in fields(line) if each.name != "key"}
    return StatisticsRow(name=name, **figures)
