"""Role × step × state, cell by cell, against the tables written down here from domain §5.1.

Nothing below is read from the program's own tables: the two are kept apart so that either may be
wrong, and the other tells.
"""

from __future__ import annotations

from itertools import product

import pytest

from frontdesk.errors import PermissionDenied, UserError
from frontdesk.models.enums import Department, Role
from frontdesk.services.complaints.rights import Colleague, Standing, refusal
from frontdesk.services.desk import Actor
from tests.services.complaints.loop import STATES, TAKER, Loop, State, Step

_COLUMNS = (
    Role.SERVICE_ADVISOR,
    Role.SALES_CONSULTANT,
    Role.CS_SPECIALIST,
    Role.CS_MANAGER,
    Role.SERVICE_MANAGER,
    Role.SALES_MANAGER,
    Role.GENERAL_MANAGER,
    Role.ADMINISTRATOR,
)
_SAYS = {
    "x": "permission.denied",  # sees no complaint at all
    "r": "complaint.not_your_role",
    "d": "complaint.other_department",
    "h": "complaint.other_handler",
    "p": "complaint.others_pause",
    "n": "complaint.not_paused",
}
# A complaint about service, given to an advisor other than the one of the column.
#                advisor consultant specialist cs-mgr service-mgr sales-mgr general admin
_WHO = """
    acknowledged    o        o          o        o        o          o        o      x
    judged          r        r          o        o        r          r        o      x
    opinion         r        r          r        o        r          r        o      x
    approved        r        r          r        r        r          r        o      x
    sent_back       r        r          r        r        r          r        o      x
    dispatched      r        r          r        r        o          d        o      x
    returned        h        h          r        r        o          h        o      x
    followed_up     r        r          r        o        r          r        o      x
    signed_off      r        r          r        r        r          r        o      x
    filed           r        r          o        o        r          r        o      x
    added           o        o          o        o        o          o        o      x
    resumed         n        n          n        n        n          n        n      x
"""
_PAUSE = """
    to_judge        p        p          o        o        p          p        o      x
    to_opine        p        p          p        o        o          p        o      x
    to_approve      p        p          p        o        o          p        o      x
    to_dispatch     p        p          p        o        o          p        o      x
    to_return       p        p          p        o        o          p        o      x
    to_follow_up    p        p          p        o        o          p        o      x
"""
#                judge opine approve dispatch return follow-up sign-off file filed
_WHEN = """
    acknowledged   +     +      +       +       +        +        .      .     .
    judged         +     +      .       .       .        .        .      .     .
    opinion        .     +      +       .       .        .        .      .     .
    approved       .     .      +       .       .        .        .      .     .
    sent_back      .     .      +       .       .        .        .      .     .
    dispatched     .     .      .       +       +        .        .      .     .
    returned       .     .      .       .       +        .        .      .     .
    followed_up    .     .      .       .       .        +        .      .     .
    signed_off     .     .      .       .       .        .        +      .     .
    filed          .     .      .       .       .        .        .      +     .
    added          +     +      +       +       +        +        +      +     +
    paused         +     +      +       +       +        +        .      .     .
    resumed        +     +      +       +       +        +        .      .     .
"""


def _grid(table: str) -> dict[str, list[str]]:
    rows = [line.split() for line in table.strip().splitlines()]
    return {name: cells for name, *cells in rows}


_WHO_MAY, _WHO_MAY_PAUSE, _ALLOWED = _grid(_WHO), _grid(_PAUSE), _grid(_WHEN)
_STEPS = tuple(Step(name) for name in _ALLOWED)


def _expected(role: Role, step: Step, state: State) -> str | None:
    """The code of the refusal the tables ask for; ``None`` where the step may be taken."""
    column = _COLUMNS.index(role)
    if step is Step.PAUSED:
        cell = _WHO_MAY_PAUSE.get(state.value, ["o"] * 7 + ["x"])[column]
    else:
        cell = _WHO_MAY[step.value][column]
    if cell in "xr":
        return _SAYS[cell]
    if _ALLOWED[step.value][STATES.index(state)] == ".":
        return "complaint.not_now"
    return _SAYS.get(cell)


def test_the_tables_know_every_step_state_and_role() -> None:
    assert {*_STEPS, Step.REGISTERED} == set(Step)
    assert set(STATES) == set(State)
    assert set(_COLUMNS) == set(Role)
    assert {len(row) for row in _WHO_MAY.values()} == {len(_COLUMNS)}
    assert {len(row) for row in _ALLOWED.values()} == {len(STATES)}


@pytest.mark.parametrize("state", STATES)
def test_who_is_let_through_and_who_is_refused_with_which_words(loop: Loop, state: State) -> None:
    ticket_id = loop.at(state)
    for role, step in product(_COLUMNS, _STEPS):
        complaints = loop.people[role].complaints
        expected = _expected(role, step, state)
        if expected is None:
            offered = {each.step: each.refusal for each in complaints.open(ticket_id).steps}
            assert offered[step] is None, (role, step)
            continue
        with pytest.raises(UserError) as refused:
            loop.take(ticket_id, step, loop.people[role])
        assert refused.value.code == expected, (role, step)
    ticket = loop.open(ticket_id)
    assert ticket.state is state
    assert len(ticket.entries) == 2 + STATES.index(state)


_TAKEN = [
    (state, role, step)
    for state, role, step in product(STATES, _COLUMNS, _STEPS)
    if _expected(role, step, state) is None
]


@pytest.mark.parametrize("state", STATES)
def test_what_the_tables_allow_goes_through(loop: Loop, state: State) -> None:
    """Every step of the state by one of those who may, each time another role."""
    allowed = [(role, step) for at, role, step in _TAKEN if at is state]
    for place, step in enumerate(dict.fromkeys(step for _, step in allowed)):
        roles = [role for role, each in allowed if each is step]
        who = loop.people[roles[place % len(roles)]]
        ticket_id = loop.at(state)
        loop.take(ticket_id, step, who)
        assert loop.open(ticket_id).entries[-1].step is step


def test_while_the_clocks_stand_still_everyone_may_set_them_going(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_RETURN)
    loop.take(ticket_id, Step.PAUSED)
    for role in _COLUMNS[:-1]:
        steps = {each.step: each for each in loop.open(ticket_id, role).steps}
        assert steps[Step.RESUMED].refusal is None
        again = steps[Step.PAUSED].refusal
        assert again is not None
        assert again.code == "complaint.paused_already"


# impartial ------------------------------------------------------------------------------

_ME, _OTHER = "me", "other"
_WAITS_IN = {
    Step.ACKNOWLEDGED: State.TO_JUDGE,
    Step.JUDGED: State.TO_JUDGE,
    Step.OPINION: State.TO_OPINE,
    Step.APPROVED: State.TO_APPROVE,
    Step.SENT_BACK: State.TO_APPROVE,
    Step.DISPATCHED: State.TO_DISPATCH,
    Step.RETURNED: State.TO_RETURN,
    Step.FOLLOWED_UP: State.TO_FOLLOW_UP,
    Step.SIGNED_OFF: State.TO_SIGN_OFF,
    Step.FILED: State.TO_FILE,
    Step.ADDED: State.TO_RETURN,
    Step.PAUSED: State.TO_RETURN,
    Step.RESUMED: State.TO_RETURN,
}
# Judging, handling, following up, signing off, and halting the clocks: never about oneself. Telling
# the customer, adding words, setting the clocks going and filing say nothing about who was right.
#                  about me  I served  I handled
_NOT_ONES_OWN = """
    acknowledged      o         o          o
    judged            a         s          o
    opinion           a         s          o
    approved          a         s          o
    sent_back         a         s          o
    dispatched        a         s          o
    returned          a         s          o
    followed_up       a         s          k
    signed_off        a         s          o
    filed             o         o          o
    added             o         o          o
    paused            a         s          o
    resumed           o         o          o
"""
_BARS = {"a": "complaint.about_you", "s": "complaint.you_served", "k": "complaint.you_handled"}


def _standing(step: Step, people: list[Colleague], **changes: object) -> Standing:
    values: dict[str, object] = {
        "state": _WAITS_IN[step],
        "department": None if step is Step.JUDGED else Department.SERVICE,
        "handler_id": "handler",
        "paused": step is Step.RESUMED,
        "people": tuple(people),
    }
    return Standing(**(values | changes))  # type: ignore[arg-type]


def _code(person: Colleague, standing: Standing, step: Step) -> str | None:
    refused = refusal(Actor(person.id, person.id, person.name, person.roles), standing, step)
    return None if refused is None else refused.code


@pytest.mark.parametrize("step", _STEPS)
def test_nobody_decides_about_themselves_where_a_colleague_can(step: Step) -> None:
    role = frozenset({TAKER[step]})
    me, other = Colleague(_ME, "我", role), Colleague(_OTHER, "同事", role)
    ties: tuple[dict[str, object], ...] = (
        {"about_id": _ME},
        {"served_by": frozenset({_ME})},
        {"handler_id": _ME},
    )
    for tie, cell in zip(ties, _grid(_NOT_ONES_OWN)[step.value], strict=True):
        standing = _standing(step, [me, other], **tie)
        assert _code(me, standing, step) == _BARS.get(cell), tie
        assert _code(other, standing, step) is None, tie


# one of each ----------------------------------------------------------------------------

_ONE_EACH = [Colleague(role.value, role.value, frozenset({role})) for role in _COLUMNS[:-1]]
# Whose step it is are barred from it; the first of the line who is not takes it.
_IN_LINE = {
    Step.OPINION: ["cs_manager", "general_manager", "service_manager", "sales_manager"],
    Step.APPROVED: ["general_manager", "service_manager", "sales_manager", "cs_manager"],
    Step.SENT_BACK: ["general_manager", "service_manager", "sales_manager", "cs_manager"],
    Step.DISPATCHED: ["service_manager", "general_manager", "cs_manager"],
    Step.FOLLOWED_UP: ["cs_manager", "general_manager", "service_manager", "sales_manager"],
    Step.SIGNED_OFF: ["general_manager", "service_manager", "sales_manager", "cs_manager"],
}


@pytest.mark.parametrize(
    ("step", "barred"), [(s, n) for s, line in _IN_LINE.items() for n in range(1, len(line))]
)
def test_with_one_of_each_the_next_in_line_stands_in(step: Step, barred: int) -> None:
    line = _IN_LINE[step]
    standing = _standing(step, _ONE_EACH, served_by=frozenset(line[:barred]))
    for person in _ONE_EACH:
        code = _code(person, standing, step)
        if person.id in line[:barred]:
            allowed = person.id == line[0] or person.id == Role.GENERAL_MANAGER.value
            assert code == ("complaint.you_served_stand_in" if allowed else _refused(person, step))
        elif person.id == line[barred] or person.id == Role.GENERAL_MANAGER.value:
            assert code is None, person
        else:
            assert code == _refused(person, step), person


def _refused(person: Colleague, step: Step) -> str:
    """What the table of roles says to somebody who is not in turn."""
    cell = _WHO_MAY[step.value][_COLUMNS.index(Role(person.id))]
    return _SAYS[cell]


def test_the_whole_line_barred_leaves_nobody() -> None:
    for step, line in _IN_LINE.items():
        standing = _standing(step, _ONE_EACH, served_by=frozenset(line))
        assert {_code(person, standing, step) for person in _ONE_EACH} <= {
            "complaint.you_served",
            "complaint.not_your_role",
            "complaint.other_department",
        }


def test_judging_needs_both_specialist_and_manager_barred() -> None:
    tied = {Role.CS_SPECIALIST.value}
    standing = _standing(Step.JUDGED, _ONE_EACH, served_by=frozenset(tied))
    assert _code(_person(Role.CS_SPECIALIST), standing, Step.JUDGED) == "complaint.you_served"
    assert _code(_person(Role.CS_MANAGER), standing, Step.JUDGED) is None
    standing = _standing(
        Step.JUDGED, _ONE_EACH, served_by=frozenset(tied), about_id=Role.CS_MANAGER.value
    )
    for role, code in (
        (Role.CS_SPECIALIST, "complaint.you_served_stand_in"),
        (Role.CS_MANAGER, "complaint.about_you_stand_in"),
        (Role.GENERAL_MANAGER, None),
        (Role.SERVICE_MANAGER, "complaint.not_your_role"),
    ):
        assert _code(_person(role), standing, Step.JUDGED) == code


def test_the_only_manager_who_handled_it_is_told_who_makes_the_call() -> None:
    standing = _standing(Step.FOLLOWED_UP, _ONE_EACH, handler_id=Role.CS_MANAGER.value)
    manager = _person(Role.CS_MANAGER)
    refused = refusal(
        Actor(manager.id, manager.id, manager.name, manager.roles), standing, Step.FOLLOWED_UP
    )
    assert isinstance(refused, PermissionDenied)
    assert refused.code == "complaint.you_handled_stand_in"
    assert refused.params["role"] is Role.GENERAL_MANAGER
    assert refused.params["people"] == "general_manager"


def _person(role: Role) -> Colleague:
    return next(one for one in _ONE_EACH if role in one.roles)
