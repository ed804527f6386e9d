"""The tables of a period's figures, and beside them those it is compared with."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.models.categories import CategoryTree
from frontdesk.models.enums import Comparison, ComplaintChannel, Department
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.desk import Desk
from frontdesk.services.settings import load_setting
from frontdesk.services.statistics import counting
from frontdesk.services.statistics.counting import Sums
from frontdesk.services.statistics.dto import ComplaintStatistics, Figures
from frontdesk.services.statistics.forms import measures_key
from frontdesk.services.statistics.periods import comparable_months, compared_days, period


def statistics(
    desk: Desk,
    session: Session,
    days: tuple[date, date],
    scope: Department | None,
    compared: Comparison,
) -> ComplaintStatistics:
    """Everything of the ``days`` (first and last, both included) within ``scope``."""
    tree = load_categories(session)
    found = _figures(desk, session, days, scope, tree)
    before = None
    if (other := compared_days(*days, compared)) is not None:
        before = _figures(desk, session, other, scope, tree)
        if not comparable_months(*days, compared):
            before = replace(before, months=())
    return ComplaintStatistics(
        **_shallow(found),
        limit_hours=desk.rules.complaint_hours,
        tree=tree,
        scope=scope,
        measures=load_setting(session, measures_key(*days, scope), str, ""),
        compared=compared,
        before=before,
    )


def _figures(
    desk: Desk,
    session: Session,
    days: tuple[date, date],
    scope: Department | None,
    tree: CategoryTree,
) -> Figures:
    counted = period(*days, desk.clock)
    some = counting.tickets(session, counted, scope)
    by_leaf = counting.tallied(some.category, some)
    by_group = counting.merged(by_leaf, tree.group_of)
    by_department = counting.tallied(some.department, some)
    by_person = counting.tallied(some.person, some)
    by_channel = counting.tallied(some.channel, some)
    by_month = counting.tallied(some.month, some)
    total = len(some.sums)
    whole = counting.merged(by_department, lambda _: "").get("", Sums())
    return Figures(
        *days,
        total=whole.line("", total),
        categories=counting.ranked(by_group, [group.key for group in tree.groups]),
        leaves=counting.ranked(by_leaf, [leaf.key for g in tree.groups for leaf in g.leaves]),
        departments=counting.listed(by_department, (*Department, ""), total),
        people=counting.ranked(by_person),
        channels=counting.listed(by_channel, ComplaintChannel, total),
        months=tuple(by_month.get(name, Sums()).line(name, total) for name, _ in counted.months),
    )


def _shallow(found: Figures) -> dict[str, Any]:
    return {each.name: getattr(found, each.name) for each in fields(Figures)}
