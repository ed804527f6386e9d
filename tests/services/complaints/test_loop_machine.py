"""Whatever anybody tries in whatever order: no state outside the table, no entry ever altered."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_clocks import clocks
from frontdesk.models.complaint_steps import MOVES
from frontdesk.models.enums import ComplaintState, ComplaintStep, Role, Satisfaction
from frontdesk.services.complaints.steps import taken
from tests.services.complaints.loop import WAY, Loop, Step


class LoopMachine(RuleBasedStateMachine):
    """People of all roles taking steps, right and wrong ones, on one ticket."""

    make_loop: Callable[[], Loop]

    @initialize()
    def registered(self) -> None:
        self.loop = type(self).make_loop()
        self.loop.clock.set(datetime(2026, 11, 5, 2, tzinfo=UTC))
        self.ticket = self.loop.register()
        self.seen = self._entries()
        self.state = ComplaintState.TO_JUDGE

    @rule(
        step=st.sampled_from([*WAY, *WAY, *ComplaintStep]),
        role=st.sampled_from([Role.GENERAL_MANAGER, *Role]),
        valid=st.booleans(),
        satisfaction=st.sampled_from(Satisfaction),
        stale=st.booleans(),
        minutes=st.integers(0, 600),
    )
    def somebody_tries(
        self,
        step: Step,
        role: Role,
        valid: bool,
        satisfaction: Satisfaction,
        stale: bool,
        minutes: int,
    ) -> None:
        self.loop.clock.move(timedelta(minutes=minutes))
        before = self.loop.open(self.ticket)
        said = _said(self.loop, step, valid, satisfaction)
        offered = (
            {
                each.step
                for each in self.loop.people[role].complaints.open(self.ticket).steps
                if each.refusal is None
            }
            if role is not Role.ADMINISTRATOR
            else set()
        )
        after, refused = self._try(role, step, said, before.version - stale)
        if refused is not None:
            assert self.loop.open(self.ticket).version == before.version
            assert step not in offered or (stale and isinstance(refused, Conflict))
            return
        assert step in offered
        assert any(m.state is before.state and m.step is step and m.to is after for m in MOVES)
        entries = self._entries()
        assert entries[:-1] == self.seen
        self.seen = entries
        assert after is not None
        self.state = after

    @invariant()
    def what_was_said_stays(self) -> None:
        assert self._entries() == self.seen
        assert self.loop.open(self.ticket).state is self.state

    @invariant()
    def columns_say_what_the_entries_say(self) -> None:
        with self.loop.make.desk.read() as session:
            kept = session.get_one(Complaint, self.ticket)
            found = clocks(taken(kept), self.loop.make.desk.rules)
            assert kept.due_at == found.loop.due
            assert kept.signed_off_at == found.loop.ended
            if found.handling is not None:
                assert kept.return_due_at == found.handling.due

    def _try(
        self, role: Role, step: Step, said: dict[str, object], version: int
    ) -> tuple[ComplaintState | None, UserError | None]:
        try:
            self.loop.people[role].desk.confirmation.give()
            return self.loop.people[role].complaints.take(self.ticket, step, said, version), None
        except UserError as refused:
            return None, refused

    def _entries(self) -> list[tuple[Any, ...]]:
        with self.loop.make.desk.read() as session:
            kept = session.get_one(Complaint, self.ticket)
            return [
                (e.position, e.round, e.step, e.at, e.by, json.loads(e.said)) for e in kept.entries
            ]


def _said(loop: Loop, step: Step, valid: bool, satisfaction: Satisfaction) -> dict[str, object]:
    if step is Step.REGISTERED:
        return {"words": "again"}
    said = loop.said(step)
    if step is Step.JUDGED and not valid:
        said |= {"valid": False, "explained": "属正常现象", "reaction": "理解"}
    if step is Step.FOLLOWED_UP:
        said |= {"satisfaction": satisfaction, "further_routes": "厂家热线"}
    return said


def test_nothing_happens_outside_the_table(loop: Loop, clock: FixedClock) -> None:
    class Machine(LoopMachine):
        make_loop = staticmethod(lambda: loop)

    run_state_machine_as_test(Machine, settings=settings(max_examples=8, stateful_step_count=20))


@pytest.mark.parametrize("step", [Step.REGISTERED])
def test_registration_is_never_taken_as_a_step(loop: Loop, step: Step) -> None:
    ticket_id = loop.register()
    with pytest.raises(UserError, match="not_found"):
        loop.people[Role.GENERAL_MANAGER].complaints.take(ticket_id, step, {}, 1)
