"""The table of the kinds of calls: its order, its roles, its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.call_kinds import (
    DEFAULT_KINDS,
    GIVEN_TO,
    OWNERS_OWN,
    KindRule,
    by_kind,
    first_asked,
    goes_to_owner,
    is_specialists,
    priorities,
    window_days,
)
from frontdesk.models.callback_rules import CALLERS, Waiting, queue_key
from frontdesk.models.enums import CallbackKind, CallbackStatus, Role
from frontdesk.models.rules import Rules

RULES = Rules()
_K = CallbackKind


def _with(row: KindRule) -> Rules:
    return replace(RULES, call_kinds=(row,))


def test_every_kind_has_its_row_and_the_shipped_order_has_no_two_alike() -> None:
    assert {row.kind for row in DEFAULT_KINDS} == set(_K)
    assert len(set(priorities(RULES).values())) == len(_K)


@pytest.mark.parametrize("kind", CallbackKind)
def test_only_who_may_make_a_call_is_given_it(kind: CallbackKind) -> None:
    assert {role for role in GIVEN_TO[kind] if role is not None} == CALLERS[kind]
    for role in GIVEN_TO[kind]:
        rules = _with(KindRule(kind, 1, role, 1))
        asked = first_asked(kind, rules)
        assert frozenset(asked) == CALLERS[kind]
        assert role in (None, asked[0])


@given(
    st.builds(
        KindRule,
        kind=st.sampled_from(CallbackKind),
        priority=st.integers(1, 99),
        default_role=st.none() | st.sampled_from(Role),
    )
)
def test_a_role_that_makes_no_such_calls_counts_as_the_shipped_one(row: KindRule) -> None:
    found = by_kind([row])
    assert found[row.kind].default_role in GIVEN_TO[row.kind]
    assert found[row.kind].priority == row.priority
    assert {kind: each for kind, each in found.items() if kind is not row.kind} == {
        each.kind: each for each in DEFAULT_KINDS if each.kind is not row.kind
    }


def test_whoever_sold_the_car_is_given_its_calls_unless_another_role_is_set() -> None:
    for kind in _K:
        assert goes_to_owner(kind, CALLERS[kind], RULES) is (kind in OWNERS_OWN)
    other = _with(KindRule(_K.FIRST_MAINTENANCE, 4, Role.CS_SPECIALIST))
    assert goes_to_owner(_K.FIRST_MAINTENANCE, {Role.SALES_CONSULTANT}, RULES)
    assert not goes_to_owner(_K.FIRST_MAINTENANCE, {Role.SALES_CONSULTANT}, other)


def test_a_specialist_comes_first_where_such_calls_are_a_specialists() -> None:
    theirs = {kind for kind in _K if is_specialists(kind, RULES)}
    assert theirs == {_K.AFTER_SERVICE, _K.NEW_CAR, _K.FIRST_MAINTENANCE, _K.SPECIAL_PERIOD}
    assert not is_specialists(
        _K.FIRST_MAINTENANCE, _with(KindRule(_K.FIRST_MAINTENANCE, 4, Role.SALES_CONSULTANT))
    )


def test_the_queue_goes_by_the_order_that_is_set_and_then_by_the_last_day() -> None:
    now, zone = datetime(2026, 11, 5, 4, tzinfo=UTC), UTC

    def call(kind: CallbackKind, until: int = 9) -> Waiting:
        return Waiting(kind, CallbackStatus.DUE, date(2026, 11, 5), date(2026, 11, until))

    calls = [call(_K.COMPLAINT_FOLLOW_UP), call(_K.SPOT_CHECK, 8), call(_K.AFTER_SERVICE, 7)]
    other = _with(KindRule(_K.SPOT_CHECK, 1))
    first = sorted(calls, key=lambda one: queue_key(one, now, zone, RULES))
    assert [one.kind for one in first] == [_K.COMPLAINT_FOLLOW_UP, _K.AFTER_SERVICE, _K.SPOT_CHECK]
    first = sorted(calls, key=lambda one: queue_key(one, now, zone, other))
    assert [one.kind for one in first] == [_K.SPOT_CHECK, _K.COMPLAINT_FOLLOW_UP, _K.AFTER_SERVICE]


def test_days_are_told_by_the_row_the_figure_of_its_own_or_that_of_an_older_store() -> None:
    rules = replace(RULES, routine_window_days=4, callback_window_days=8)
    assert window_days(_K.NEW_CAR_ROUTINE, rules) == 4
    assert window_days(_K.AFTER_SERVICE, rules) == 8
    assert window_days(_K.COMPLAINT_FOLLOW_UP, rules) == 0
