"""The calls that followed the visits: made along the shipped script, or still waiting."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from frontdesk.models import callback_rules
from frontdesk.models.all import CallAnswer, CallAttempt, Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome, Satisfaction
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.sample.call_answers import VARIANTS, Told, told
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.services.scripts.shipped import shipped_script

_SUGGESTIONS = (
    "休息区的水果可以多备一点。",
    "希望周末也能预约下午的时段。",
    "完工后最好先打个电话再让我过来。",
    "",
    "",
    "",
)
_ANSWERS_DAYS = 120
"""Older calls came from the paper forms with their result only."""
_TRIED_DAYS = 5
"""So many days old at least is a call that was given up after the last attempt."""
_TRIED_PER_CENT = 40
_RINGING = timedelta(seconds=35)
_MARKS = {Satisfaction.SATISFIED: 9, Satisfaction.AVERAGE: 6, Satisfaction.DISSATISFIED: 3}
_LATE_PER_CENT, _LATEST_DAYS = 7, 3
"""So many of the content were called after their last day, and by so many days at most."""
_HASTY_OF_THREE = 2
"""So many of three calls of one person were far too short last month."""
GRIEVANCES = (
    "修完第二天又响了，专门请假跑了两趟，没人主动给我打电话。",
    "说好下午三点交车，等到五点半才好，中间没有人跟我说一声。",
    "结账时比报价多了两百多，问起来才解释，心里不舒服。",
    "前台接待的时候一直在看手机，问什么都说不清楚。",
)


class CallMaker:
    """Writes callbacks of finished visits as rows."""

    def __init__(
        self,
        seeded: Seeded,
        rows: Rows,
        callers: list[str],
        rules: Rules,
        habits: Seeded | None = None,
    ) -> None:
        self._seeded = seeded
        self._habits = habits or seeded
        self._hasty = 0
        self._rows = rows
        self._callers = callers
        self._rules = rules

    def after_service(self, visit: dict[str, Any]) -> dict[str, Any] | None:
        """The call after a hand-over: closed where its window is past, else waiting.

        Returns the callback's row when the customer was not satisfied, for a ticket.
        """
        seeded = self._seeded
        handed_on: date = visit["handed_over_on"]
        first, last = callback_rules.due_window(handed_on, self._rules)
        call = self._due(visit, first, last)
        past = (seeded.today - first).days
        if past < 1 or (past <= 2 and seeded.chance(70)) or (past <= 5 and seeded.chance(12)):
            if past >= 1:
                self._tried(call, seeded.today - timedelta(days=1))
            return None
        if past > _TRIED_DAYS and seeded.chance(4):
            attempts = self._rules.max_call_attempts
            write_unreached(self._rows, seeded, call, first, attempts)
            return None
        day = first + timedelta(days=seeded.random.randrange(min(past, 3)))
        self._close(call, day)
        return call if call["satisfaction"] is Satisfaction.DISSATISFIED else None

    def _due(self, visit: dict[str, Any], first: date, last: date) -> dict[str, Any]:
        script = shipped_script(CallbackKind.AFTER_SERVICE)
        return self._rows.add(
            Callback,
            id=self._seeded.id(),
            version=1,
            kind=CallbackKind.AFTER_SERVICE,
            occasion=visit["id"],
            customer_id=visit["customer_id"],
            vehicle_id=visit["vehicle_id"],
            visit_id=visit["id"],
            served_by=visit["advisor_id"],
            assigned_to=self._seeded.pick(self._callers),
            status=CallbackStatus.DUE,
            due_from=first,
            due_until=last,
            script_key=script.key,
            script_version=script.version,
            satisfaction=None,
            created_at=visit["handed_over_at"],
        )

    def _close(self, call: dict[str, Any], day: date) -> None:
        seeded = self._seeded
        by = call["assigned_to"]
        start = seeded.call_time(day, morning=seeded.chance(40))
        end = start + timedelta(seconds=seeded.random.randrange(70, 260))
        roll = seeded.random.random() * 100
        word = (
            Satisfaction.SATISFIED
            if roll < 88
            else Satisfaction.AVERAGE
            if roll < 95
            else Satisfaction.DISSATISFIED
        )
        suggestion = seeded.pick(_SUGGESTIONS)
        if word is not Satisfaction.SATISFIED:
            # They are asked what was wrong instead.
            suggestion = ""
        else:
            by, late = self._late(call, day)
            day, start, end = day + late, start + late, end + late
        if self._is_hasty(by, day):
            end = start + timedelta(seconds=self._habits.random.randrange(16, 36))
        call.update(
            status=CallbackStatus.DONE,
            satisfaction=word,
            suggestion=suggestion or None,
            closed_at=end,
            closed_on=day,
            closed_by=by,
        )
        write_attempt(self._rows, seeded, call, 1, start, end, CallOutcome.REACHED, by)
        if day < seeded.today - timedelta(days=_ANSWERS_DAYS):
            return
        variant = self._habits.random.randrange(VARIANTS)
        ticket = word is Satisfaction.DISSATISFIED
        found = told(call["kind"], _MARKS[word], variant, ticket=ticket)
        write_answers(self._rows, seeded, call, found, suggestion)

    def _late(self, call: dict[str, Any], day: date) -> tuple[str, timedelta]:
        """Who makes the call, and how much later; what is overdue is anyone's."""
        usual: str = call["assigned_to"]
        if not self._habits.chance(_LATE_PER_CENT):
            return usual, timedelta(0)
        late = call["due_until"] - day + timedelta(days=self._habits.pick((1, 2, _LATEST_DAYS)))
        if day + late >= self._seeded.today:
            return usual, timedelta(0)
        return self._habits.pick(self._callers), late

    def _is_hasty(self, by: str, day: date) -> bool:
        """Whether the last of the callers only pretended to ask: most of last month's calls."""
        ends = self._seeded.today.replace(day=1)
        if by != self._callers[-1] or not plus_months(ends, -1) <= day < ends:
            return False
        self._hasty += 1
        return self._hasty % 3 < _HASTY_OF_THREE

    def _tried(self, call: dict[str, Any], day: date) -> None:
        """Some calls that wait were tried ``day``: not convenient then, or nobody answered."""
        seeded = self._seeded
        roll = seeded.random.random() * 100
        if day < call["due_from"] or roll > _TRIED_PER_CENT:
            return
        start = seeded.call_time(day, morning=False)
        if roll < _TRIED_PER_CENT / 2:
            at = seeded.moment(seeded.today, seeded.pick((11, 15, 16)), seeded.pick((0, 30)))
            call.update(status=CallbackStatus.AGREED_TIME, next_try_at=at)
            outcome = CallOutcome.NOT_CONVENIENT
        else:
            call.update(
                status=CallbackStatus.RETRY, next_try_at=seeded.moment(seeded.today, 10, 30)
            )
            outcome = CallOutcome.NO_ANSWER
        write_attempt(self._rows, seeded, call, 1, start, start + _RINGING, outcome)


def write_unreached(
    rows: Rows, seeded: Seeded, call: dict[str, Any], first: date, attempts: int
) -> None:
    """Nobody answered, twice on the first day and once a day then; closed at the last try."""
    day, end = first, call["created_at"]
    for number in range(attempts):
        day = first + timedelta(days=max(0, number - 1))
        start = seeded.call_time(day, morning=number % 2 == 0)
        end = start + _RINGING
        write_attempt(rows, seeded, call, number + 1, start, end, CallOutcome.NO_ANSWER)
    call.update(
        status=CallbackStatus.UNREACHED,
        closed_at=end,
        closed_on=day,
        closed_by=call["assigned_to"],
    )


def write_attempt(
    rows: Rows,
    seeded: Seeded,
    call: dict[str, Any],
    position: int,
    start: datetime,
    end: datetime,
    outcome: CallOutcome,
    by: str | None = None,
) -> None:
    """One attempt, by whom the call is assigned to where nobody else is named."""
    rows.add(
        CallAttempt,
        id=seeded.id(),
        callback_id=call["id"],
        position=position,
        started_at=start,
        ended_at=end,
        by=by or call["assigned_to"],
        outcome=outcome,
    )


def write_answers(
    rows: Rows, seeded: Seeded, call: dict[str, Any], found: Told, suggestion: str
) -> None:
    """The answers of a finished call; its suggestion in the customer's words."""
    for position, (step, value) in enumerate(found.answers, start=1):
        words = suggestion if step == found.suggests else value
        if words:
            rows.add(
                CallAnswer,
                id=seeded.id(),
                callback_id=call["id"],
                position=position,
                step=step,
                value=words,
            )
