"""The calls about new cars: by customer service, and the routine ones of their sales consultant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from frontdesk.models import due_rules
from frontdesk.models.all import Callback
from frontdesk.models.due_rules import Stage, Window, Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus, CallOutcome
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules
from frontdesk.sample.call_answers import VARIANTS, told
from frontdesk.sample.calls import write_answers, write_attempt, write_unreached
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.services.scripts.shipped import shipped_script

_MONTHS, _ALL_STAGES_MONTHS = 13, 6
"""So far back cars were called about; every stage of the routine sheet is kept only of late."""
_QUESTIONNAIRE = "d7"
_MARKS = (10, 10, 10, 9, 9, 9, 9, 8, 8, 8, 7, 6, 4)
_MOODS = (9, 9, 9, 9, 5)
"""Where no mark is asked for: most have nothing to say."""
_TOP = 10
_LATE_PER_CENT, _MISSED_PER_CENT, _UNREACHED_PER_CENT = 8, 6, 4
_SUGGESTIONS = (
    "交车的时候再多讲讲中控屏怎么用。",
    "提醒一下首保要带哪些资料。",
    "",
    "",
    "",
)
_A_DAY = timedelta(days=1)


class NewCarCalls:
    """Writes the past calls about cars sold here as rows; what is still open derives itself."""

    def __init__(self, seeded: Seeded, rows: Rows, callers: list[str], rules: Rules) -> None:
        self._seeded = seeded
        self._rows = rows
        self._callers = callers
        self._rules = rules

    def of(self, car: dict[str, Any], first_visit: date | None) -> None:
        """The calls about ``car`` that belong to the past; routine ones until its first visit."""
        delivered: date = car["delivered_on"]
        today = self._seeded.today
        if not car["sold_here"] or delivered < plus_months(today, -_MONTHS):
            return
        self._asked(car, due_rules.after_delivery(delivered, self._rules))
        recent = delivered >= plus_months(today, -_ALL_STAGES_MONTHS)
        for stage in due_rules.routine_stages(delivered, self._rules):
            if first_visit is not None and stage.window.first >= first_visit:
                break
            if stage.passed_on <= today and (recent or stage.key == _QUESTIONNAIRE):
                self._stage(car, stage)

    def _asked(self, car: dict[str, Any], window: Window) -> None:
        """The call of customer service, never by who sold the car; one person gives only tens."""
        seeded = self._seeded
        if window.last + timedelta(days=self._rules.max_call_attempts) >= seeded.today:
            return
        by = seeded.pick(self._callers)
        call = self._call(car, CallbackKind.NEW_CAR, window, by)
        if seeded.chance(_UNREACHED_PER_CENT):
            attempts = self._rules.max_call_attempts
            write_unreached(self._rows, seeded, call, window.first, attempts)
            return
        mark = _TOP if by == self._callers[-1] else seeded.pick(_MARKS)
        self._done(call, mark)

    def _stage(self, car: dict[str, Any], stage: Stage) -> None:
        """A routine call by who sold the car: done, done late, or missed."""
        seeded = self._seeded
        kind = CallbackKind.NEW_CAR_ROUTINE
        call = self._call(car, kind, stage.window, car["sales_consultant_id"], stage.key)
        if seeded.chance(_MISSED_PER_CENT):
            call.update(
                status=CallbackStatus.WITHDRAWN,
                withdrawn_why=Withdrawn.MISSED.value,
                closed_at=seeded.moment(stage.passed_on, 8),
                closed_on=stage.passed_on,
            )
            return
        mark = seeded.pick(_MARKS) if stage.key == _QUESTIONNAIRE else seeded.pick(_MOODS)
        self._done(call, mark, latest=stage.passed_on - _A_DAY)

    def _call(
        self,
        car: dict[str, Any],
        kind: CallbackKind,
        window: Window,
        by: str,
        stage: str | None = None,
    ) -> dict[str, Any]:
        script = shipped_script(kind)
        of = f"{car['id']}:{car['customer_id']}"
        return self._rows.add(
            Callback,
            id=self._seeded.id(),
            version=1,
            kind=kind,
            occasion=of if stage is None else f"{of}:{stage}",
            stage=stage,
            customer_id=car["customer_id"],
            vehicle_id=car["id"],
            served_by=car["sales_consultant_id"],
            assigned_to=by,
            due_from=window.first,
            due_until=window.last,
            script_key=script.key,
            script_version=script.version,
            created_at=self._seeded.moment(window.first, 8),
        )

    def _done(self, call: dict[str, Any], mark: int, latest: date | None = None) -> None:
        seeded = self._seeded
        first, last = call["due_from"], call["due_until"]
        day = first + timedelta(days=seeded.random.randrange((last - first).days + 1))
        if seeded.chance(_LATE_PER_CENT):
            late = last + timedelta(days=seeded.pick((1, 2)))
            most = min(latest or late, seeded.today - _A_DAY)
            day = late if late <= most else day
        start = seeded.call_time(day, morning=seeded.chance(45))
        end = start + timedelta(seconds=seeded.random.randrange(95, 300))
        found = told(call["kind"], mark, seeded.random.randrange(VARIANTS), call["stage"])
        suggestion = seeded.pick(_SUGGESTIONS)
        call.update(
            status=CallbackStatus.DONE,
            satisfaction=found.satisfaction,
            score=found.score,
            suggestion=suggestion or None,
            closed_at=end,
            closed_on=day,
            closed_by=call["assigned_to"],
        )
        write_attempt(self._rows, seeded, call, 1, start, end, CallOutcome.REACHED)
        write_answers(self._rows, seeded, call, found, suggestion)
