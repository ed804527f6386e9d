"""Any list narrowed by class, badge or a kept segment shows those customers' records alone."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.models.enums import (
    Badge,
    CallbackKind,
    CallbackStatus,
    ComplaintState,
    MessageChannel,
    Role,
    SpotRule,
    ValueClass,
    VehicleUse,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.models.outbox import OutboxMessage
from frontdesk.services.callbacks.dto import QueueFilter
from frontdesk.services.callbacks.list_dto import ListInput
from frontdesk.services.complaints.dto import ComplaintFilter
from frontdesk.services.customers.dto import CustomerFilter
from frontdesk.services.outbox.dto import MessageFilter
from frontdesk.services.registry import Services
from frontdesk.services.routine.dto import RoutineFilter
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing
from frontdesk.services.spot_checks.dto import CheckFilter, Draw
from frontdesk.services.visit_lists.dto import VisitList, VisitSort
from tests.factories import Make

A, D, NOBODY = (
    Narrowing(value_class=ValueClass.A),
    Narrowing(value_class=ValueClass.D),
    Narrowing(value_class=ValueClass.B),
)
FLEET = Narrowing(badge=Badge.FLEET)


@pytest.fixture
def taxi(services: Services) -> Narrowing:
    """A segment by what the customers' cars are: asked of the cars, not of the customer."""
    return Narrowing(
        segment=services.segments.make("营运", Criteria(uses=(VehicleUse.COMMERCIAL,)))
    )


@pytest.fixture
def people(make: Make) -> dict[str, str]:
    """Three customers with a car each, by what is special about them."""
    loyal = make.customer("张伟", value_class=ValueClass.A)
    lost = make.customer("李娜", value_class=ValueClass.D, badges=",fleet,")
    driver = make.customer("王师傅", value_class=ValueClass.A)
    uses = {driver: VehicleUse.COMMERCIAL}
    for each in (loyal, lost, driver):
        make.vehicle(each, use=uses.get(each, VehicleUse.PRIVATE))
    return {"loyal": loyal, "lost": lost, "driver": driver}


def test_the_list_of_files(services: Services, people: dict[str, str], taxi: Narrowing) -> None:
    def listed(wanted: Narrowing) -> set[str]:
        return {row.name for row in services.customers.list(CustomerFilter(narrowing=wanted)).rows}

    assert listed(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert listed(A) == {"张伟", "王师傅"}
    assert listed(FLEET) == listed(D) == {"李娜"}
    assert listed(taxi) == {"王师傅"}
    assert listed(NOBODY) == set()


def test_complaints_open_and_filed(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    for each in people.values():
        make.complaint(each)
        make.complaint(each, state=ComplaintState.FILED)

    def listed(wanted: Narrowing) -> list[str]:
        rows = services.complaints.list(ComplaintFilter(narrowing=wanted))
        return sorted(row.customer for row in rows)

    assert len(listed(EVERYBODY)) == 6
    assert listed(A) == ["张伟", "张伟", "王师傅", "王师傅"]
    assert listed(FLEET) == ["李娜", "李娜"]
    assert listed(taxi) == ["王师傅", "王师傅"]
    assert listed(NOBODY) == []


def test_the_queue_of_calls(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    for each in people.values():
        make.callback(each, due_from=services.desk.today - timedelta(days=1))

    caller = make.services(Role.CS_SPECIALIST)

    def listed(wanted: Narrowing) -> tuple[set[str], int]:
        look = caller.callbacks.look(QueueFilter(mine=False, narrowing=wanted))
        return {row.customer_name for row in look.rows}, look.total

    assert listed(EVERYBODY) == ({"张伟", "李娜", "王师傅"}, 3)
    assert listed(A) == ({"张伟", "王师傅"}, 2)
    assert listed(FLEET) == ({"李娜"}, 1)
    assert listed(taxi) == ({"王师傅"}, 1)
    assert listed(NOBODY) == (set(), 0)


def test_lists_of_visits(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    for each in people.values():
        [car] = services.customers.open(each).cars
        make.visit(car.id)
    today = services.desk.today

    def listed(wanted: Narrowing) -> tuple[set[str], int]:
        page = services.visit_lists.list(VisitList(VisitSort.ALL, today, today, wanted))
        return {row.customer for row in page.rows}, page.total

    assert listed(EVERYBODY) == ({"张伟", "李娜", "王师傅"}, 3)
    assert listed(A) == ({"张伟", "王师傅"}, 2)
    assert listed(FLEET) == ({"李娜"}, 1)
    assert listed(taxi) == ({"王师傅"}, 1)


def test_members_of_a_call_list(
    services: Services, people: dict[str, str], taxi: Narrowing
) -> None:
    today = services.desk.today
    listed_at = services.call_lists.make(
        ListInput(CallbackKind.SPECIAL_PERIOD, "春节", today, today, "春节")
    )

    def listed(wanted: Narrowing) -> set[str]:
        return {row.name for row in services.call_lists.members(listed_at, wanted)}

    assert listed(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert listed(A) == {"张伟", "王师傅"}
    assert listed(FLEET) == {"李娜"}
    assert listed(taxi) == {"王师傅"}
    assert listed(NOBODY) == set()


def test_messages_that_wait_or_ended(
    services: Services, people: dict[str, str], taxi: Narrowing
) -> None:
    with services.desk.write() as work:
        for each in people.values():
            work.session.add(
                OutboxMessage(
                    template="callback.thanks",
                    customer_id=each,
                    channel=MessageChannel.SMS,
                    language="zh_CN",
                    body="谢谢",
                    queued_at=work.now,
                    queued_by=work.desk.actor.id,
                )
            )

    def listed(wanted: Narrowing, *, waiting: bool = True) -> set[str]:
        rows = services.outbox.list(MessageFilter(waiting=waiting, narrowing=wanted))
        return {row.customer_name for row in rows}

    assert listed(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert listed(A) == listed(A, waiting=False) == {"张伟", "王师傅"}
    assert listed(FLEET) == {"李娜"}
    assert listed(taxi) == {"王师傅"}
    assert listed(NOBODY) == set()
    # Those shown are the newest of these customers, not those of the newest messages.
    one = services.outbox.list(MessageFilter(narrowing=FLEET, limit=1))
    assert [row.customer_name for row in one] == ["李娜"]


def test_routine_sheets_by_the_cars_owner(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    for each in people.values():
        make.vehicle(each, sold_here=True, delivered_on=services.desk.today)

    def listed(wanted: Narrowing) -> set[str]:
        return {car.customer_name for car in services.routine.cars(RoutineFilter(narrowing=wanted))}

    assert listed(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert listed(A) == {"张伟", "王师傅"}
    assert listed(FLEET) == {"李娜"}
    assert listed(taxi) == {"王师傅"}
    assert listed(NOBODY) == set()


def test_spot_checks(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    today, caller = services.desk.today, make.staff(Role.CS_SPECIALIST, name="李丽")
    for each in people.values():
        make.callback(
            each,
            status=CallbackStatus.DONE,
            closed_on=today,
            closed_at=services.desk.now,
            closed_by=caller.id,
        )

    def drawable(wanted: Narrowing) -> set[str]:
        draw = Draw(SpotRule.RANDOM, today, today, number=3, narrowing=wanted)
        return {call.customer_name for call in services.spot_checks.candidates(draw)}

    assert drawable(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert drawable(taxi) == {"王师傅"}
    assert drawable(NOBODY) == set()
    drawn = services.spot_checks.draw(Draw(SpotRule.RANDOM, today, today, number=3, narrowing=taxi))
    assert (drawn.of, len(drawn.ids)) == (1, 1)
    with services.desk.read() as session:
        [entry] = session.scalars(select(AuditEntry).where(AuditEntry.action == "spot.draw"))
        # Whoever doubts a draw repeats it from the same calls.
        assert json.loads(entry.detail)["wanted"] == {"segment": "营运"}
    services.spot_checks.draw(Draw(SpotRule.RANDOM, today, today, number=3))

    def listed(wanted: Narrowing) -> set[str]:
        rows = services.spot_checks.list(CheckFilter(narrowing=wanted))
        return {row.call.customer_name for row in rows}

    assert listed(EVERYBODY) == {"张伟", "李娜", "王师傅"}
    assert listed(A) == {"张伟", "王师傅"}
    assert listed(FLEET) == {"李娜"}
    assert listed(taxi) == {"王师傅"}
    assert listed(NOBODY) == set()


def test_a_segment_that_has_ended_holds_nobody(
    services: Services, make: Make, people: dict[str, str], taxi: Narrowing
) -> None:
    make.complaint(people["driver"])
    assert len(services.complaints.list(ComplaintFilter(narrowing=taxi))) == 1
    services.segments.end(taxi.segment, 1)
    assert services.complaints.list(ComplaintFilter(narrowing=taxi)) == ()
    assert services.customers.list(CustomerFilter(narrowing=taxi)).rows == ()
