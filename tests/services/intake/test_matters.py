"""Flagged notes, work not wanted and the last promise stand on top when a car is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.customer import CustomerNote
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import CHECK, OIL, charged, fresh, ready_visit


def _said(services: Services, vehicle_id: str) -> dict[str, dict[str, object]]:
    notices = services.intake.prepare(vehicle_id).notices
    return {notice.said.code: notice.said.params for notice in notices}


def _note(services: Services, customer_id: str, text: str, *, flagged: bool) -> None:
    with services.desk.write() as work:
        work.session.add(
            CustomerNote(
                customer_id=customer_id,
                text=text,
                written_at=work.now,
                written_by=services.desk.actor.id,
                flagged=flagged,
            )
        )


@pytest.mark.parametrize(
    ("text", "shown"),
    [("不吃辣\n要靠窗", "不吃辣 要靠窗"), ("很长" * 100, "很长" * 60 + "…")],
)
def test_flagged_notes_are_told_and_others_are_not(
    services: Services, make: Make, text: str, shown: str
) -> None:
    owner = make.customer()
    car = make.vehicle(owner)
    _note(services, owner, "随便", flagged=False)
    assert "intake.flagged_note" not in _said(services, car)
    _note(services, owner, text, flagged=True)
    told = _said(services, car)["intake.flagged_note"]
    assert (told["text"], told["by"], told["on"]) == (shown, "店长", services.desk.today)


def test_work_that_was_not_wanted_is_told_at_the_next_visit(
    services: Services, make: Make, clock: FixedClock
) -> None:
    car = make.vehicle()
    declined = replace(fresh(CHECK), declined_why="等下次")
    sheet = ready_visit(services, car, items=(fresh(OIL), declined))
    services.intake.hand_over(sheet.id, sheet.version, charged(sheet))
    clock.move(timedelta(days=30))
    told = _said(services, car)["intake.declined_item"]
    assert (told["what"], told["reason"]) == ("全车检测", "等下次")
    assert told["on"] == services.desk.today - timedelta(days=30)


@pytest.mark.parametrize(("late", "code"), [(-1, "intake.last_promise"), (40, "promise_broken")])
def test_how_the_last_promise_went_is_told(
    services: Services, make: Make, clock: FixedClock, late: int, code: str
) -> None:
    car = make.vehicle()
    at = services.desk.now + timedelta(hours=4)
    from tests.services.intake.kit import given

    intake = services.intake
    visit_id = intake.register(given(services, car, promised_at=at))
    intake.start_work(visit_id, intake.open(visit_id).version)
    clock.move(timedelta(hours=4, minutes=late))
    intake.ready(visit_id, intake.open(visit_id).version)
    sheet = intake.open(visit_id)
    intake.hand_over(visit_id, sheet.version, charged(sheet))
    clock.move(timedelta(days=10))
    told = _said(services, car)
    assert [each for each in told if each.endswith(code)]
    assert len([each for each in told if "promise" in each]) == 1
