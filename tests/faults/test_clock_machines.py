"""Acts of every kind on a clock that jumps as it likes, against what has to stay true."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from frontdesk.clock import FixedClock, local
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.faults.clock_ground import (
    RULES,
    TEN_YEARS,
    sign_in,
)

# a clock that does what it likes ------------------------------------------------------------------


class JumpingClock(RuleBasedStateMachine):
    """Work goes on while the clock is set back and ahead, over years' ends, in changing zones."""

    desk: Desk
    make: Make
    clock: FixedClock

    @initialize()
    def open(self) -> None:
        self.services = Services(self.desk)
        self.drafts: dict[str, datetime] = {}
        self.numbers: list[str] = []
        self.complaints: dict[str, datetime] = {}
        self.steady = self.clock.steady()

    @rule(
        by=st.sampled_from(
            [
                timedelta(minutes=1),
                timedelta(hours=9),
                timedelta(days=1),
                timedelta(days=-1),
                timedelta(days=-366),
                timedelta(days=57),
                TEN_YEARS,
                -TEN_YEARS,
            ]
        )
    )
    def jump(self, by: timedelta) -> None:
        """Somebody sets the clock, or time passes."""
        now = self.clock.now() + by
        if datetime(2010, 1, 1, tzinfo=UTC) < now < datetime(2060, 1, 1, tzinfo=UTC):
            self.clock.move(by)

    @rule()
    def to_the_last_second_of_the_year(self) -> None:
        here = local(self.clock.now(), self.clock)
        self.clock.set(here.replace(month=12, day=31, hour=23, minute=59, second=59))

    @rule()
    def take_a_number(self) -> None:
        with self.desk.write() as work:
            self.numbers.append(work.number("V"))

    @rule()
    def type_a_draft(self) -> None:
        subject = f"car{len(self.drafts)}"
        self.services.drafts.keep("intake", subject, {"words": "刹车"})
        self.drafts[subject] = self.clock.now()

    @rule()
    def sign_in(self) -> None:
        sign_in(self.services)

    @rule()
    def complain(self) -> None:
        ticket = self.make.complaint()
        self.complaints[ticket] = self.clock.now()

    @invariant()
    def no_number_came_twice_and_none_was_left_out(self) -> None:
        assert len(set(self.numbers)) == len(self.numbers)
        for year, last in Counter(each.split("-")[1] for each in self.numbers).items():
            mine = sorted(int(each.split("-")[2]) for each in self.numbers if f"-{year}-" in each)
            assert mine == list(range(mine[0], mine[0] + last))

    @invariant()
    def deadlines_stay_what_was_promised(self) -> None:
        for ticket, at in list(self.complaints.items())[-2:]:
            loop = self.services.complaints.open(ticket).clocks.loop
            assert loop.due == at + timedelta(hours=RULES.complaint_hours)

    @invariant()
    def a_steady_clock_never_goes_back(self) -> None:
        assert self.clock.steady() >= self.steady
        self.steady = self.clock.steady()


def test_work_goes_on_right_whatever_the_clock_does(
    desk: Desk, make: Make, clock: FixedClock
) -> None:
    JumpingClock.desk, JumpingClock.make, JumpingClock.clock = desk, make, clock
    start = clock.now()

    class Jumping(JumpingClock):
        @initialize()
        def open(self) -> None:
            # One store for all runs: the numbers given in it go on, as they do in life.
            clock.set(start)
            super().open()

    run_state_machine_as_test(Jumping, settings=settings(max_examples=40, stateful_step_count=25))


class Using(RuleBasedStateMachine):
    """A dealership at work day by day; now and then somebody sets the clock by years and back."""

    desk: Desk
    clock: FixedClock

    @initialize()
    def open(self) -> None:
        self.services = Services(self.desk)
        for each in self.services.drafts.all():
            self.services.drafts.discard(each.form, each.subject_id)
        self.worked = 0
        self.typed: dict[str, int] = {}

    @rule(days=st.integers(1, 10))
    def work(self, days: int) -> None:
        for _ in range(days):
            self.clock.move(timedelta(days=1))
            self.worked += 1
            sign_in(self.services)

    @rule()
    def type_a_draft(self) -> None:
        subject = f"car{len(self.typed)}"
        self.services.drafts.keep("intake", subject, {"words": "刹车"})
        self.typed[subject] = self.worked

    @rule(years=st.sampled_from([1, 10]))
    def set_ahead(self, years: int) -> None:
        if self.clock.now().year < 2090:
            self.clock.move(years * timedelta(days=365))
            sign_in(self.services)

    @invariant()
    def no_draft_goes_before_thirty_days_of_work(self) -> None:
        there = {each.subject_id for each in self.services.drafts.all()}
        for subject, typed in self.typed.items():
            if self.worked - typed <= RULES.draft_keep_days:
                assert subject in there
            if self.worked - typed > RULES.draft_keep_days + 1:
                assert subject not in there


def test_drafts_live_for_thirty_days_of_work_whatever_years_the_clock_skips(
    desk: Desk, clock: FixedClock
) -> None:
    Using.desk, Using.clock = desk, clock
    run_state_machine_as_test(Using, settings=settings(max_examples=15, stateful_step_count=15))
