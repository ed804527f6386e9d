"""The tables of a period's calls, and what the scores of a month bring whom."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.enums import CallbackKind, Department, Role
from frontdesk.models.incentives import CONCERNED, incentive
from frontdesk.models.score_flags import Flag, flags
from frontdesk.models.staff import StaffMember
from frontdesk.services.call_figures import answers, counting
from frontdesk.services.call_figures.counting import Counted
from frontdesk.services.call_figures.dto import CallSummary, IncentiveLine, Line
from frontdesk.services.call_figures.forms import conclusions_key
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission
from frontdesk.services.settings import load_setting


def summary(
    desk: Desk, session: Session, first: date, last: date, scope: Department | None
) -> CallSummary:
    """Everything of the days ``first`` to ``last``, both included, within ``scope``."""
    counted = Counted.at(desk, session, first, last, scope)
    found = counting.tallied(session, counted)
    [total] = counting.lines(found, lambda _: "") or (Line(""),)
    flagged: tuple[Flag, ...] = ()
    if desk.may(Permission.PREPARE_CALL_REPORTS):
        flagged = flags(answers.told_calls(session, counted), desk.rules)
    people = session.execute(select(StaffMember.id, StaffMember.name)).all()
    return CallSummary(
        first=first,
        last=last,
        total=total,
        kinds=counting.lines(found, lambda key: key[0], tuple(CallbackKind)),
        callers=counting.lines(found, lambda key: key[1]),
        # Whom nobody served has no line: a call of a festival is about no visit.
        served=tuple(line for line in counting.lines(found, lambda key: key[2]) if line.key),
        months=counting.lines(found, lambda key: key[3], sorted({key[3] for key in found})),
        questions=answers.questions(session, counted),
        said=answers.said(session, counted),
        flags=flagged,
        people=dict(people),
        scope=scope,
        conclusions=load_setting(session, conclusions_key(first, last), str, ""),
    )


def incentive_lines(
    desk: Desk, session: Session, first: date, last: date
) -> tuple[IncentiveLine, ...]:
    """Who is concerned (domain §4.3), each with the score of the new-car calls and its n."""
    counted = Counted.at(desk, session, first, last, Department.SALES)
    found = {
        key: sums
        for key, sums in counting.tallied(session, counted).items()
        if key[0] == CallbackKind.NEW_CAR
    }
    by_caller = {line.key: line for line in counting.lines(found, lambda key: key[1])}
    by_server = {line.key: line for line in counting.lines(found, lambda key: key[2])}
    [whole] = counting.lines(found, lambda _: "") or (Line(""),)
    lines = {
        Role.SALES_CONSULTANT: by_server,
        Role.CS_SPECIALIST: by_caller,
    }
    staff = session.scalars(select(StaffMember).order_by(StaffMember.name, StaffMember.login)).all()
    made = []
    for role in CONCERNED:
        for one in staff:
            line = lines[role].get(one.id, Line("")) if role in lines else whole
            if role in one.roles and (one.active or line.scored):
                brings = incentive(role, line.score, desk.rules)
                made.append(
                    IncentiveLine(
                        one.name, role, line.scored, line.score, brings.yuan, brings.wage_percent
                    )
                )
    return tuple(made)
