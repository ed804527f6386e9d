"""The figures of ``Rules`` one by one: how they are read, set and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.call_kinds import KindRule, by_kind, window_days
from frontdesk.models.call_outcomes import by_outcome
from frontdesk.models.enums import CallbackKind, CallOutcome, Role
from frontdesk.models.rules import CallHours, Rules
from frontdesk.services.rule_table import (
    FIGURES,
    NO_ROLE,
    NOTE,
    OF_KINDS,
    OF_OUTCOMES,
    PRIORITY,
    REACHED,
    RETRY,
    ROLE,
    SPANS,
    WINDOW,
    Unit,
    roles_for,
)
from frontdesk.texts.rules import rule_name

_COLUMNS = {RETRY: "retry_minutes", NOTE: "needs_note", REACHED: "reached"}
_STAGES = ("routine_second_day", "routine_questionnaire_day", "routine_last_day")
"""Routine calls of a new car, each on a later day than the one before."""
_PLANNED = (
    "judge_minutes",
    "opinion_minutes",
    "approve_minutes",
    "dispatch_minutes",
    "follow_up_minutes",
)
"""Steps that come one after the other: none is planned before the one ahead of it."""


def values_of(rules: Rules) -> dict[str, object]:
    """All figures by name; a span that is not set is ``None``."""
    spans = dict(zip(SPANS, rules.call_hours, strict=False))
    outcomes = by_outcome(rules.call_outcomes)
    values: dict[str, object] = {}
    for name in FIGURES:
        if name in SPANS:
            values[name] = spans.get(name)
        elif name.startswith(OF_KINDS):
            values[name] = _of_row(name, rules)
        elif name.startswith(OF_OUTCOMES):
            of, _, outcome = name.partition("_")
            values[name] = getattr(outcomes[CallOutcome(outcome)], _COLUMNS[f"{of}_"])
        else:
            values[name] = getattr(rules, name)
    return values


def _of_row(name: str, rules: Rules) -> object:
    of, _, kind = name.partition("_")
    if f"{of}_" == WINDOW:
        return window_days(CallbackKind(kind), rules)
    row = by_kind(rules.call_kinds)[CallbackKind(kind)]
    return row.priority if f"{of}_" == PRIORITY else row.default_role or NO_ROLE


def with_values(rules: Rules, values: Mapping[str, object]) -> Rules:
    """``rules`` with the figures in ``values`` set, checked as a whole.

    Raises:
        InputErrors: figures missing, out of bounds or at odds, each beside its name.
    """
    faults = [fault for name, value in values.items() for fault in _faults(name, value)]
    if faults:
        raise InputErrors(faults)
    wanted: dict[str, Any] = values_of(rules) | dict(values)
    spans = [span for name in SPANS if isinstance(span := wanted[name], CallHours)]
    outcomes = by_outcome(rules.call_outcomes)
    plain = {name: wanted[name] for name in FIGURES if hasattr(rules, name)}
    found = replace(
        rules,
        **plain,
        call_hours=tuple(sorted(spans, key=lambda span: span.start)),
        call_outcomes=tuple(
            replace(
                row,
                **{
                    column: wanted.get(f"{of}{outcome}", getattr(row, column))
                    for of, column in _COLUMNS.items()
                },
            )
            for outcome, row in outcomes.items()
        ),
        call_kinds=_kinds(rules, wanted),
    )
    at_odds = [
        *_spans_at_odds(wanted),
        *_days_at_odds(found),
        *_stages_at_odds(found),
        *_plan_at_odds(found),
        *_scores_at_odds(found),
    ]
    if at_odds:
        raise InputErrors(at_odds)
    return found


def _kinds(rules: Rules, wanted: Mapping[str, Any]) -> tuple[KindRule, ...]:
    """The rows with what was set; what nobody set stays as it is kept.

    So a figure an older store kept for several kinds goes on holding where none of theirs is set.
    """
    before = values_of(rules)
    table = []
    for kind, row in by_kind(rules.call_kinds).items():
        days = f"{WINDOW}{kind}"
        same = days not in wanted or wanted[days] == before[days]
        role = wanted.get(f"{ROLE}{kind}", row.default_role)
        table.append(
            KindRule(
                kind,
                priority=wanted[f"{PRIORITY}{kind}"],
                default_role=None if role in (None, NO_ROLE) else Role(role),
                window_days=row.window_days if same else wanted[days],
            )
        )
    return tuple(table)


def _faults(name: str, value: object) -> Iterable[UserError]:
    figure = FIGURES[name]
    if figure.unit is Unit.SPAN:
        if isinstance(value, CallHours) and value.start >= value.end:
            yield UserError("rule.span_reversed", name)
    elif figure.unit is Unit.SWITCH:
        if not isinstance(value, bool):
            yield UserError("rule.missing", name)
    elif figure.unit is Unit.DATES:
        if not isinstance(value, tuple) or not all(isinstance(day, date) for day in value):
            yield UserError("rule.missing", name)
        elif len(value) > figure.most:
            yield UserError("rule.many_dates", name, most=figure.most)
    elif figure.unit is Unit.ROLE:
        if value not in roles_for(CallbackKind(name.removeprefix(ROLE))):
            yield UserError("rule.role", name)
    elif not isinstance(value, int):
        yield UserError("rule.missing", name)
    elif not figure.least <= value <= figure.most:
        yield UserError("rule.range", name, least=f"{figure.least:,}", most=f"{figure.most:,}")


def _spans_at_odds(wanted: Mapping[str, object]) -> Iterable[UserError]:
    first, second = (wanted[name] for name in SPANS)
    if isinstance(first, CallHours) and isinstance(second, CallHours):
        if first.start < second.end and second.start < first.end:
            yield UserError("rule.spans_overlap", SPANS[1])
    elif first is None and second is None:
        yield UserError("rule.span_missing", SPANS[0])


def _days_at_odds(rules: Rules) -> Iterable[UserError]:
    if both := set(rules.closed_days) & set(rules.extra_workdays):
        yield UserError("rule.both_closed_and_open", "extra_workdays", day=min(both))


def _stages_at_odds(rules: Rules) -> Iterable[UserError]:
    """The questionnaire belongs to a stage, not to a day: the stages keep their order."""
    for before, name in pairwise(_STAGES):
        least = getattr(rules, before)
        if getattr(rules, name) <= least:
            names = rule_name(before)
            yield UserError("rule.stages", name, day=least, before_zh=names.zh, before_en=names.en)


def _plan_at_odds(rules: Rules) -> Iterable[UserError]:
    """A plan that cannot be kept would only ever show red."""
    for before, name in pairwise(_PLANNED):
        least = getattr(rules, before)
        if getattr(rules, name) < least:
            names = rule_name(before)
            yield UserError("rule.order", name, least=least, before_zh=names.zh, before_en=names.en)
    if rules.follow_up_minutes > rules.complaint_hours * 60:
        yield UserError("rule.after_loop", "follow_up_minutes", most=rules.complaint_hours * 60)


def _scores_at_odds(rules: Rules) -> Iterable[UserError]:
    """One score cannot be rewarded and penalised at once."""
    if rules.incentive_below > rules.incentive_above:
        yield UserError("rule.scores_cross", "incentive_below", most=rules.incentive_above)
