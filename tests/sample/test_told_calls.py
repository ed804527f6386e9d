"""The sample's finished calls: scored, recomputable, some late, one person's to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.models.all import Callback
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.months import plus_months
from frontdesk.models.score_flags import FlagRule
from frontdesk.sample.dealership import build_sample
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Step, rescored
from frontdesk.store.files import DataFolder

_SCORED = frozenset(
    {
        CallbackKind.NEW_CAR,
        CallbackKind.NEW_CAR_ROUTINE,
        CallbackKind.COMPLAINT_FOLLOW_UP,
    }
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, hour: FixedClock) -> Iterator[Services]:
    """The dealership people are shown."""
    services = build_sample(DataFolder(tmp_path_factory.mktemp("told") / "店"), hour)
    yield services
    services.desk.store.close()


def test_every_kind_with_a_score_has_some_and_they_can_be_recomputed(house: Services) -> None:
    scored = set()
    with house.desk.read() as session:
        for call in session.scalars(select(Callback).where(Callback.score.is_not(None))):
            script = script_shelf.kept(session, call.script_key, call.script_version, call.kind)
            kept = [(each.step, each.value) for each in call.answers]
            assert rescored(script, kept) == call.score, call.number
            scored.add(call.kind)
    assert scored == _SCORED


def test_no_required_answer_is_missing_where_answers_are_kept(house: Services) -> None:
    def needed(step: Step) -> bool:
        return step.required and step.asks and step.only_if is None and not step.answers

    with house.desk.read() as session:
        done = select(Callback).where(
            Callback.status == CallbackStatus.DONE, Callback.kind.in_(_SCORED)
        )
        for call in session.scalars(done):
            script = script_shelf.kept(session, call.script_key, call.script_version, call.kind)
            answered = {each.step for each in call.answers}
            marks = {step.key for step in script.steps if needed(step) and step.question.is_scale}
            assert marks <= answered, call.number
            assert call.attempts, call.number


def test_half_a_year_shows_scores_late_calls_and_one_person_to_be_looked_at(
    house: Services,
) -> None:
    month = house.desk.today.replace(day=1)
    figures = house.call_figures
    found = figures.summary(plus_months(month, -6), month - timedelta(days=1))
    assert found.total.scored > 30
    assert 0 < found.total.in_time < found.total.done < found.total.due
    assert {line.key for line in found.kinds if line.scored} == _SCORED
    assert found.aspects()
    people = {found.people[flag.caller] for flag in found.flags}
    assert people <= {"宋思慧"}
    last = figures.summary(plus_months(month, -1), month - timedelta(days=1))
    assert [flag.rule for flag in last.flags] == [FlagRule.SHORT]
    assert any(line.score is not None for line in figures.incentives(plus_months(month, -1)))
