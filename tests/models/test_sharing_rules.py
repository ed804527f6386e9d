"""Work is shared out evenly by capacity, and never to who is away or served the customer."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.call_kinds import FIRST_ASKED
from frontdesk.models.callback_rules import CALLERS, IMPARTIAL
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.models.rules import Rules
from frontdesk.models.sharing_rules import (
    Days,
    Person,
    Unshared,
    remaining,
    share_calls,
    share_customers,
)

_TODAY = date(2026, 11, 5)
_RULES = Rules()
_CS = frozenset({Role.CS_SPECIALIST})


def _person(
    id_: str, capacity: int = 100, *away: Days, load: int = 0, roles: frozenset[Role] = _CS
) -> Person:
    return Person(id_, roles, capacity, away, load)


def _call(
    id_: str,
    kind: CallbackKind = CallbackKind.AFTER_SERVICE,
    *,
    served_by: str | None = None,
    specialist: str | None = None,
    first: int = 0,
    days: int = 3,
) -> Unshared:
    due = _TODAY + timedelta(days=first)
    return Unshared(id_, kind, due, due + timedelta(days=days - 1), served_by, specialist)


def _off(first: int, last: int) -> Days:
    return Days(_TODAY + timedelta(days=first), _TODAY + timedelta(days=last))


def test_every_kind_is_asked_of_just_those_who_may_make_it() -> None:
    assert {kind: frozenset(roles) for kind, roles in FIRST_ASKED.items()} == CALLERS


def test_calls_are_shared_by_capacity() -> None:
    calls = [_call(f"{n:03d}") for n in range(90)]
    found = share_calls(calls, [_person("a"), _person("b", 50), _person("c", 0)], _TODAY, _RULES)
    assert Counter(found.values()) == {"a": 60, "b": 30}


def test_who_has_more_already_is_given_less() -> None:
    calls = [_call(f"{n}") for n in range(8)]
    found = share_calls(calls, [_person("a", load=4), _person("b")], _TODAY, _RULES)
    assert Counter(found.values()) == {"a": 2, "b": 6}


def test_the_customers_own_specialist_comes_first_unless_they_served() -> None:
    persons = [_person("a"), _person("b", load=90)]
    own, served, routine = (
        _call("1", specialist="b"),
        _call("2", specialist="b", served_by="b"),
        _call("3", CallbackKind.LOST_CUSTOMER, specialist="b"),
    )
    assert share_calls([own, served, routine], persons, _TODAY, _RULES) == {"1": "b", "2": "a"}


def test_who_is_away_for_all_of_the_window_is_given_nothing() -> None:
    persons = [_person("a", 100, _off(-3, 2)), _person("b", load=50)]
    assert share_calls([_call("1")], persons, _TODAY, _RULES) == {"1": "b"}
    assert share_calls([_call("1", days=5, specialist="a")], persons, _TODAY, _RULES) == {"1": "a"}
    assert share_calls([_call("1", days=5)], persons, _TODAY, _RULES) == {"1": "b"}


def test_nobody_there_leaves_the_call_to_everyone() -> None:
    assert share_calls([_call("1")], [_person("a", 100, _off(0, 9))], _TODAY, _RULES) == {}
    assert share_calls([_call("1", served_by="a")], [_person("a")], _TODAY, _RULES) == {}
    assert share_calls([_call("1")], [], _TODAY, _RULES) == {}


def test_a_manager_is_given_calls_only_when_no_specialist_is_there() -> None:
    manager = _person("a", roles=frozenset({Role.CS_MANAGER}))
    away = _person("b", 100, _off(0, 9))
    assert share_calls([_call("1")], [manager, _person("b", load=70)], _TODAY, _RULES) == {"1": "b"}
    assert share_calls([_call("1")], [manager, away], _TODAY, _RULES) == {"1": "a"}


def test_absences_that_follow_each_other_are_one() -> None:
    away = _person("a", 100, _off(2, 4), _off(0, 1))
    assert not away.there_within(_off(0, 4))
    assert away.there_within(_off(0, 5))


@given(
    st.lists(st.tuples(st.integers(-5, 15), st.integers(0, 6)), max_size=5),
    st.integers(0, 5),
    st.integers(0, 10),
)
def test_somebody_is_there_where_a_day_is_free(
    spans: list[tuple[int, int]], first: int, length: int
) -> None:
    person = _person("a", 100, *(_off(start, start + days) for start, days in spans))
    window = _off(first, first + length)
    free = [n for n in range(first, first + length + 1) if person.there_on(_off(n, n).first)]
    assert person.there_within(window) is bool(free)


def test_an_overdue_call_is_shared_among_who_is_there_today() -> None:
    assert remaining(_TODAY - timedelta(days=9), _TODAY - timedelta(days=7), _TODAY) == _off(0, 0)


def test_new_customers_are_shared_by_capacity_among_the_specialists_who_are_there() -> None:
    staff = [
        _person("a"),
        _person("b", 50),
        _person("c", 100, _off(0, 0)),
        _person("d", roles=frozenset({Role.CS_MANAGER})),
    ]
    found = share_customers([str(n) for n in range(9)], staff, _TODAY)
    assert Counter(found.values()) == {"a": 6, "b": 3}
    assert share_customers(["1"], staff[2:], _TODAY) == {}


_PERSONS = st.lists(
    st.builds(
        Person,
        st.sampled_from("abcdef"),
        st.frozensets(st.sampled_from(list(Role)), max_size=3),
        st.integers(0, 150),
        st.lists(
            st.tuples(st.integers(-5, 5), st.integers(0, 6)).map(
                lambda span: _off(span[0], span[0] + span[1])
            ),
            max_size=2,
        ).map(tuple),
        st.integers(0, 5),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
)
_CALLS = st.lists(
    st.builds(
        _call,
        st.integers(0, 999).map(str),
        st.sampled_from(list(CallbackKind)),
        served_by=st.none() | st.sampled_from("abcdef"),
        specialist=st.none() | st.sampled_from("abcdef"),
        first=st.integers(-20, 20),
        days=st.integers(1, 30),
    ),
    max_size=30,
    unique_by=lambda one: one.id,
)


@given(_CALLS, _PERSONS, st.randoms(use_true_random=False))
def test_who_is_given_a_call_may_make_it_and_is_there(
    calls: list[Unshared], persons: list[Person], random: object
) -> None:
    found = share_calls(calls, persons, _TODAY, _RULES)
    by_id = {one.id: one for one in persons}
    for call in calls:
        if call.id not in found:
            continue
        given_to = by_id[found[call.id]]
        assert CALLERS[call.kind] & given_to.roles
        assert given_to.capacity > 0
        assert given_to.there_within(remaining(call.due_from, call.due_until, _TODAY))
        assert call.kind not in IMPARTIAL or call.served_by != given_to.id
    shuffled = list(calls)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert share_calls(shuffled, reversed(persons), _TODAY, _RULES) == found


@given(st.integers(1, 200), st.lists(st.integers(1, 200), min_size=1, max_size=5))
def test_nobody_is_more_than_one_call_from_their_share(count: int, capacities: list[int]) -> None:
    persons = [_person(str(n), capacity) for n, capacity in enumerate(capacities)]
    found = Counter(
        share_calls([_call(f"{n:03d}") for n in range(count)], persons, _TODAY, _RULES).values()
    )
    fullest = max((found[one.id] - 1) / one.capacity for one in persons)
    emptiest = min((found[one.id] + 1) / one.capacity for one in persons)
    assert fullest < emptiest + 1e-9


def test_an_absence_without_an_end_is_no_trouble() -> None:
    away = _person("a", 100, Days(_TODAY, date.max))
    assert not away.there_within(Days(_TODAY, date.max - timedelta(days=1)))


@pytest.mark.parametrize("kind", sorted(IMPARTIAL))
def test_who_served_is_never_given_an_impartial_call(kind: CallbackKind) -> None:
    person = _person("a", roles=CALLERS[kind])
    assert share_calls([_call("1", kind, served_by="a")], [person], _TODAY, _RULES) == {}
