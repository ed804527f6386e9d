"""Whatever is done with a call, crashes and pauses between: it ends in exactly one way, once."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

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
from frontdesk.errors import UserError
from frontdesk.models.call_outcomes import UNASKED
from frontdesk.models.callback import Callback
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Role
from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Progress, answer, back, position
from tests.factories import Make

_ENDS = {
    CallbackStatus.DONE,
    CallbackStatus.UNREACHED,
    CallbackStatus.DO_NOT_CALL,
}
_OUTCOMES = st.sampled_from([one for one in CallOutcome if one is not CallOutcome.REACHED])


class _OneCall(RuleBasedStateMachine):
    """One call of a customer of its own; ``at`` is what was kept last, ``ended`` its first end."""

    make: Make
    desk: Desk
    clock: FixedClock
    calls: tuple[Services, Services]

    @initialize(kind=st.sampled_from([CallbackKind.AFTER_SERVICE, CallbackKind.SPECIAL_PERIOD]))
    def begin(self, kind: CallbackKind) -> None:
        self.call = self.make.callback(kind=kind)
        self.kept: Progress | None = None
        self.ended: tuple[CallbackStatus, int] | None = None

    @rule(who=st.integers(0, 1))
    def start(self, who: int) -> None:
        """Also what going on after a crash, a lock or the closing of the window is."""
        with suppress(UserError):
            sheet = self._sheet(who)
            begun = self.calls[who].callbacks.start(self.call, sheet.version, "客户约定")
            assert begun.mine
            if self.kept is not None:
                assert begun.progress == self.kept

    @rule(who=st.integers(0, 1), choice=st.integers(0, 9))
    def say(self, who: int, choice: int) -> None:
        sheet = self._sheet(who)
        step = position(sheet.script, sheet.progress, sheet.facts).ask
        if not sheet.mine or sheet.closed or step is None:
            return
        given = {"choice": step.answers[choice % len(step.answers)].key} if step.answers else {}
        progress = answer(
            sheet.script, sheet.progress, **(given or {"text": "好"}), facts=sheet.facts
        )
        self._keep(who, progress)

    @rule(who=st.integers(0, 1))
    def go_back(self, who: int) -> None:
        sheet = self._sheet(who)
        if sheet.mine and not sheet.closed:
            self._keep(who, back(sheet.progress))

    @rule(who=st.integers(0, 1))
    def put_aside(self, who: int) -> None:
        with suppress(UserError):
            self.calls[who].callbacks.park(self.call)

    @rule(minutes=st.sampled_from([1, 31, 24 * 60]))
    def wait(self, minutes: int) -> None:
        self.clock.move(timedelta(minutes=minutes))

    @rule(who=st.integers(0, 1), outcome=_OUTCOMES)
    def attempt(self, who: int, outcome: CallOutcome) -> None:
        with suppress(UserError):
            sheet = self._sheet(who)
            found = self.calls[who].callbacks.attempt(
                self.call,
                sheet.version,
                outcome,
                note="客户说明",
                agreed_at=self.desk.now + timedelta(hours=3),
            )
            assert found.status in _ENDS | set(OPEN_STATUSES)
            assert (found.next_try_at is None) is (found.status in _ENDS)

    @rule(who=st.integers(0, 1))
    def finish(self, who: int) -> None:
        with suppress(UserError):
            sheet = self._sheet(who)
            self.calls[who].callbacks.finish(self.call, sheet.version, sheet.progress)

    @invariant()
    def it_ends_once_and_in_one_way(self) -> None:
        if not hasattr(self, "call"):
            return
        with self.desk.read() as session:
            row = session.get_one(Callback, self.call)
            assert (row.status in _ENDS) is (row.closed_at is not None)
            assert (row.status in _ENDS) or row.closed_by is None
            if row.status in _ENDS:
                assert row.progress is None
                assert row.next_try_at is None
                now = (row.status, len(row.attempts))
                self.ended = self.ended or now
                assert now == self.ended
            if row.status is CallbackStatus.DONE:
                asked = row.attempts[-1].outcome is CallOutcome.REACHED
                assert asked or row.attempts[-1].outcome in UNASKED
                assert bool(row.answers) is asked
                assert asked or (row.satisfaction, row.score) == (None, None)
            assert [one.position for one in row.attempts] == list(range(1, len(row.attempts) + 1))

    def _sheet(self, who: int) -> CallSheet:
        return self.calls[who].callbacks.open(self.call)

    def _keep(self, who: int, progress: Progress) -> None:
        with suppress(UserError):
            self.calls[who].callbacks.keep(self.call, progress)
            self.kept = progress


def test_a_call_ends_in_exactly_one_way(make: Make, desk: Desk, clock: FixedClock) -> None:
    people = tuple(make.services(Role.CS_SPECIALIST) for _ in range(2))

    class OneCall(_OneCall):
        pass

    OneCall.make, OneCall.desk, OneCall.clock = make, desk, clock
    OneCall.calls = (people[0], people[1])
    run_state_machine_as_test(
        OneCall, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
