"""Whatever anybody tries in whatever order: no state outside the table, no entry ever altered.

``FRONTDESK_LOOPS`` runs more of it than a build has time for (default 7).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.models.complaint import Complaint
from frontdesk.models.complaint_clocks import clocks, pauses
from frontdesk.models.complaint_steps import IMPARTIAL, MOVES
from frontdesk.models.enums import ComplaintState, Role, Satisfaction
from frontdesk.models.journal import AuditEntry
from frontdesk.models.staff import StaffMember
from frontdesk.services.complaints.dto import ComplaintFilter, Ticket
from frontdesk.services.complaints.steps import taken
from frontdesk.store import seals
from frontdesk.store.engine import connect
from tests.services.complaints.loop import WAY, Loop, State, Step
from tests.services.complaints.recount import Said, late

LOOPS = int(os.environ.get("FRONTDESK_LOOPS", "7"))
_BEGIN = datetime(2026, 11, 30, 2, tzinfo=UTC)
_FRONT = tuple(role for role in Role if role is not Role.ADMINISTRATOR)
_WHOSE = {
    Step.JUDGED: {Role.CS_SPECIALIST, Role.CS_MANAGER},
    Step.OPINION: {Role.CS_MANAGER},
    Step.APPROVED: {Role.GENERAL_MANAGER},
    Step.SENT_BACK: {Role.GENERAL_MANAGER},
    Step.DISPATCHED: {Role.SERVICE_MANAGER},
    Step.FOLLOWED_UP: {Role.CS_MANAGER},
    Step.SIGNED_OFF: {Role.GENERAL_MANAGER},
}
"""Whose step it is; anyone else who takes it stands in, and the entry says for whom."""
_MOST_TICKETS = 3

_outcomes = st.fixed_dictionaries(
    {"valid": st.booleans(), "satisfaction": st.sampled_from(Satisfaction)}
)
_picks = st.integers(0, 10_000)


class LoopMachine(RuleBasedStateMachine):
    """People of all roles, one of each, taking steps, right and wrong ones, on a few tickets."""

    make_loop: Callable[[], Loop]

    @initialize(about=st.sampled_from([None, *_FRONT]))
    def begin(self, about: Role | None) -> None:
        self.loop = type(self).make_loop()
        self.loop.clock.set(_BEGIN)
        self.tickets: dict[str, Role | None] = {}
        self.states: dict[str, ComplaintState] = {}
        self.seen: dict[str, list[str]] = {}
        self.expected: list[tuple[str, str]] = []
        with self.loop.make.desk.read() as session:
            self.since = session.scalar(select(func.max(AuditEntry.sequence))) or 0
        self.register(about)

    # what happens -----------------------------------------------------------------------

    @precondition(lambda self: len(self.tickets) < _MOST_TICKETS)
    @rule(about=st.sampled_from([None, *_FRONT]))
    def register(self, about: Role | None) -> None:
        who = None if about is None else self.loop.people[about].desk.actor.id
        ticket = self.loop.register(about_staff_id=who)
        self.tickets[ticket] = about
        self.states[ticket] = State.TO_JUDGE
        self.expected.append(("complaint.register", ticket))
        self.seen[ticket] = self._hashes(ticket)

    @rule(minutes=st.integers(1, 900))
    def hours_pass(self, minutes: int) -> None:
        self.loop.clock.move(timedelta(minutes=minutes))

    @rule(minutes=st.integers(-2_000, 3_000))
    def the_pc_s_clock_is_set(self, minutes: int) -> None:
        self.loop.clock.set(self.loop.clock.now() + timedelta(minutes=minutes))

    @rule(which=_picks, role=st.sampled_from(_FRONT), pick=_picks, outcome=_outcomes)
    def somebody_takes_what_is_offered(
        self, which: int, role: Role, pick: int, outcome: dict[str, object]
    ) -> None:
        ticket = self._ticket(which)
        offered = sorted(self._offered(ticket, role))
        self._try(ticket, offered[pick % len(offered)], role, outcome)

    @rule(which=_picks, pick=_picks, outcome=_outcomes)
    def the_work_goes_on(self, which: int, pick: int, outcome: dict[str, object]) -> None:
        """What the ticket waits for, by anyone who may: somebody always may until it is filed."""
        ticket = self._ticket(which)
        waits = {
            (role, each.step)
            for role in _FRONT
            for each in self.loop.open(ticket, role).main_steps
            if each.refusal is None
        }
        assert bool(waits) is (self.states[ticket] is not State.FILED)
        if waits:
            role, step = sorted(waits)[pick % len(waits)]
            self._try(ticket, step, role, outcome)

    @rule(
        which=_picks,
        step=st.sampled_from([*WAY, *Step]),
        role=st.sampled_from(Role),
        outcome=_outcomes,
        stale=st.booleans(),
    )
    def somebody_tries(
        self, which: int, step: Step, role: Role, outcome: dict[str, object], stale: bool
    ) -> None:
        self._try(self._ticket(which), step, role, outcome, stale=stale)

    # what must hold ---------------------------------------------------------------------

    @invariant()
    def what_was_said_stays(self) -> None:
        for ticket, state in self.states.items():
            assert self._hashes(ticket) == self.seen[ticket]
            assert self.loop.open(ticket).state is state

    @invariant()
    def columns_say_what_the_entries_say(self) -> None:
        desk = self.loop.make.desk
        with desk.read() as session:
            for ticket in self.tickets:
                kept = session.get_one(Complaint, ticket)
                entries = taken(kept)
                found = clocks(entries, desk.rules, desk.clock.zone())
                open_ = [pause.start for pause in pauses(entries) if pause.end is None]
                told = [e.at for e in entries if e.step is Step.ACKNOWLEDGED]
                handling = found.handling
                assert kept.due_at == found.loop.due
                assert kept.signed_off_at == found.loop.ended
                assert kept.acknowledged_at == (told[0] if told else None)
                assert kept.paused_at == (open_[0] if open_ else None)
                assert kept.paused_seconds == found.loop.moved_by.total_seconds()
                assert kept.dispatched_at == (handling.started if handling else None)
                assert kept.return_due_at == (handling.due if handling else None)

    @invariant()
    def the_trail_has_one_entry_for_each_change(self) -> None:
        with self.loop.make.desk.read() as session:
            noted = session.execute(
                select(AuditEntry.action, AuditEntry.subject_id)
                .where(AuditEntry.sequence > self.since, AuditEntry.subject == "complaint")
                .order_by(AuditEntry.sequence)
            )
            assert [tuple(row) for row in noted] == self.expected

    @invariant()
    def what_is_overdue_is_listed(self) -> None:
        desk = self.loop.make.desk
        rows = self.loop.people[Role.SERVICE_ADVISOR].complaints.list(ComplaintFilter(overdue=True))
        with desk.read() as session:
            naive = {
                ticket
                for ticket in self.tickets
                if late(self._entries(session.get_one(Complaint, ticket)), desk)
            }
        assert {row.id for row in rows} & self.tickets.keys() == naive
        event(f"overdue: {len(naive)}")

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            store = self.loop.make.desk.store
            with closing(connect(store.folder.database, store.key)) as connection:
                assert seals.verify(connection, store.key) == []

    # how --------------------------------------------------------------------------------

    def _ticket(self, which: int) -> str:
        return list(self.tickets)[which % len(self.tickets)]

    def _offered(self, ticket: str, role: Role) -> set[Step]:
        return {each.step for each in self.loop.open(ticket, role).steps if each.refusal is None}

    def _try(
        self,
        ticket: str,
        step: Step,
        role: Role,
        outcome: dict[str, object],
        *,
        stale: bool = False,
    ) -> None:
        before = self.loop.open(ticket)
        offered = set() if role is Role.ADMINISTRATOR else self._offered(ticket, role)
        person = self.loop.people[role]
        person.desk.confirmation.give()
        try:
            said = _said(self.loop, before, step, outcome)
            after = person.complaints.take(ticket, step, said, before.version - stale)
        except UserError as refused:
            assert self.loop.open(ticket).version == before.version
            # While the PC's clock stands before the registration no moment can be right.
            behind = self.loop.clock.now() < before.registered_at
            fair = (stale, Conflict), (behind, InputErrors), (step not in offered, UserError)
            if any(why and isinstance(refused, kind) for why, kind in fair):
                return
            raise
        assert step in offered
        assert any(m.state is before.state and m.step is step and m.to is after for m in MOVES)
        assert step not in IMPARTIAL or self.tickets[ticket] is not role
        self._kept(ticket, step, role, paused=before.paused is not None)
        self.states[ticket] = after
        event(f"taken: {step.value}")

    def _kept(self, ticket: str, step: Step, role: Role, *, paused: bool) -> None:
        """One entry more, or two where the work ended a pause; all before them as they were."""
        ends_pause = paused and step not in (Step.ADDED, Step.ACKNOWLEDGED, Step.RESUMED)
        new = [Step.RESUMED, step] if ends_pause else [step]
        hashes = self._hashes(ticket)
        assert hashes[: -len(new)] == self.seen[ticket]
        self.seen[ticket] = hashes
        self.expected += [(f"complaint.{each.value}", ticket) for each in new]
        with self.loop.make.desk.read() as session:
            entries = session.get_one(Complaint, ticket).entries
            assert [entry.step for entry in entries[-len(new) :]] == new
            said = json.loads(entries[-1].said)
        whose = _WHOSE.get(step, {role})
        assert ("stand_in_for" in said) is (role not in whose)

    def _hashes(self, ticket: str) -> list[str]:
        with self.loop.make.desk.read() as session:
            kept = session.get_one(Complaint, ticket)
            assert [entry.position for entry in kept.entries] == [*range(1, len(kept.entries) + 1)]
            whole = [
                (e.id, e.position, e.round, e.step.value, e.at.isoformat(), e.by, e.said)
                for e in kept.entries
            ]
        return [sha256(json.dumps(each).encode()).hexdigest() for each in whole]

    def _entries(self, kept: Complaint) -> list[Said]:
        return [Said(e.step, e.at, e.round, json.loads(e.said)) for e in kept.entries]


def _said(loop: Loop, ticket: Ticket, step: Step, outcome: dict[str, object]) -> dict[str, object]:
    if step is Step.REGISTERED:
        return {"words": "again"}
    said = loop.said(step)
    if step is Step.JUDGED and not outcome["valid"]:
        said |= {"valid": False, "explained": "属正常现象", "reaction": "理解"}
    if step is Step.FOLLOWED_UP:
        said |= {"satisfaction": outcome["satisfaction"], "further_routes": "厂家热线"}
    if step is Step.ACKNOWLEDGED:
        # Told when the half of the time since then had gone by, and written down only now.
        said["told_at"] = max(
            ticket.registered_at,
            ticket.registered_at + (loop.clock.now() - ticket.registered_at) / 2,
        ).replace(second=0, microsecond=0)
    return said


def test_nothing_happens_outside_the_table(loop: Loop, clock: FixedClock) -> None:
    with loop.make.desk.write() as work:
        # One of each role is left: where that one is barred, another has to stand in.
        work.session.get_one(StaffMember, loop.make.desk.actor.id).active = False

    class Machine(LoopMachine):
        make_loop = staticmethod(lambda: loop)

    run_state_machine_as_test(
        Machine, settings=settings(max_examples=LOOPS, stateful_step_count=25)
    )


@pytest.mark.parametrize("step", [Step.REGISTERED])
def test_registration_is_never_taken_as_a_step(loop: Loop, step: Step) -> None:
    ticket_id = loop.register()
    with pytest.raises(UserError, match="not_found"):
        loop.people[Role.GENERAL_MANAGER].complaints.take(ticket_id, step, {}, 1)
