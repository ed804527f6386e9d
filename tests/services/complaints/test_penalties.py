"""Penalties: who sets and withdraws them, what is refused, to the fen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors, PermissionDenied, UserError
from frontdesk.models.enums import PenaltyPart, Role
from frontdesk.services.complaints.after_dto import NewPenalty
from frontdesk.services.registry import Services
from tests.services.complaints.loop import DECIDERS, Loop, Step, acts, codes

DUE = date(2026, 11, 19)


def _penalty(**changes: object) -> NewPenalty:
    values: dict[str, object] = {
        "person": "李师傅",
        "part": PenaltyPart.DIRECT,
        "amount": Decimal("200.50"),
    }
    return NewPenalty(**(values | changes))  # type: ignore[arg-type]


# penalties ------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
def test_managers_concerned_set_penalties_and_nobody_else(
    loop: Loop, ticket: str, role: Role
) -> None:
    services = loop.people[role]
    if role in DECIDERS:
        services.after.set_penalty(ticket, _penalty())
        (kept,) = services.after.penalties(ticket)
        assert (kept.person, kept.amount, kept.part) == (
            "李师傅",
            Decimal("200.50"),
            PenaltyPart.DIRECT,
        )
    else:
        with pytest.raises(PermissionDenied):
            services.after.set_penalty(ticket, _penalty())


def test_nobody_sets_or_withdraws_their_own(loop: Loop, ticket: str, cs: Services) -> None:
    with pytest.raises(InputErrors) as refused:
        cs.after.set_penalty(ticket, _penalty(person=cs.desk.actor.name))
    assert codes(refused) == {("after.own_penalty", "person")}
    general = loop.people[Role.GENERAL_MANAGER]
    penalty = general.after.set_penalty(ticket, _penalty(person=cs.desk.actor.name))
    assert not cs.after.penalties(ticket)[0].may_withdraw
    with pytest.raises(PermissionDenied) as own:
        cs.after.withdraw_penalty(penalty, "不公平")
    assert own.value.code == "after.own_penalty"


def test_a_withdrawn_penalty_stays_on_record(loop: Loop, ticket: str, cs: Services) -> None:
    penalty = cs.after.set_penalty(ticket, _penalty())
    with pytest.raises(InputErrors):
        cs.after.withdraw_penalty(penalty, "")
    cs.after.withdraw_penalty(penalty, "责任改判")
    (kept,) = cs.after.penalties(ticket)
    assert (kept.withdrawn_why, kept.withdrawn_by) == ("责任改判", Role.CS_MANAGER.value)
    assert kept.withdrawn_at is not None
    with pytest.raises(UserError) as again:
        cs.after.withdraw_penalty(penalty, "再撤")
    assert again.value.code == "after.withdrawn_already"
    assert acts(cs, ticket)[-2:] == ["complaint.penalty_set", "complaint.penalty_withdrawn"]


def test_a_penalty_presupposes_a_valid_complaint(loop: Loop, cs: Services) -> None:
    ticket = loop.register()
    with pytest.raises(UserError) as refused:
        cs.after.set_penalty(ticket, _penalty())
    assert refused.value.code == "after.not_valid"
    loop.take(
        ticket, Step.JUDGED, valid=False, explained="已说明用法", reaction="理解", department=None
    )
    with pytest.raises(UserError):
        cs.after.set_penalty(ticket, _penalty())


def test_one_sees_ones_own_penalty_and_no_other(loop: Loop, ticket: str, cs: Services) -> None:
    cs.after.set_penalty(ticket, _penalty(person="处理人"))
    cs.after.set_penalty(ticket, _penalty())
    assert [each.person for each in loop.handler.after.penalties(ticket)] == ["处理人"]
    assert loop.people[Role.CS_SPECIALIST].after.penalties(ticket) == ()


@given(amount=st.decimals(allow_nan=True, allow_infinity=True, places=None))
def test_any_amount_is_kept_to_the_fen_or_refused(
    ticket: str, cs: Services, amount: Decimal
) -> None:
    fits = amount.is_finite() and 0 < amount <= 1_000_000 and amount == round(amount, 2)
    if fits:
        kept = cs.after.set_penalty(ticket, _penalty(amount=amount))
        assert [p.amount for p in cs.after.penalties(ticket) if p.id == kept] == [amount]
    else:
        with pytest.raises(InputErrors):
            cs.after.set_penalty(ticket, _penalty(amount=amount))


@given(fen=st.integers(1, 100_000_000))
def test_every_fen_comes_back(ticket: str, cs: Services, fen: int) -> None:
    amount = Decimal(fen) / 100
    kept = cs.after.set_penalty(ticket, _penalty(amount=amount))
    assert [p.amount for p in cs.after.penalties(ticket) if p.id == kept] == [amount]


def test_without_money_the_words_say_what_it_is(ticket: str, cs: Services) -> None:
    with pytest.raises(InputErrors) as refused:
        cs.after.set_penalty(ticket, _penalty(amount=Decimal(0)))
    assert codes(refused) == {("after.nothing_borne", "words")}
    cs.after.set_penalty(ticket, _penalty(amount=Decimal(0), words="通报批评"))


def test_whom_it_is_about_sets_and_withdraws_nothing(
    loop: Loop, clock: FixedClock, cs: Services
) -> None:
    manager = loop.people[Role.SERVICE_MANAGER]
    ticket = loop.register(about_staff_id=manager.desk.actor.id)
    loop.take(ticket, Step.JUDGED)
    penalty = cs.after.set_penalty(ticket, _penalty())
    acts: tuple[Callable[[], object], ...] = (
        lambda: manager.after.set_penalty(ticket, _penalty()),
        lambda: manager.after.withdraw_penalty(penalty, "不同意"),
    )
    for act in acts:
        with pytest.raises(PermissionDenied) as refused:
            act()
        assert refused.value.code == "complaint.about_you"
