"""Classes, losses and badges as they are computed at night, on change and by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    Badge,
    ComplaintLevel,
    ComplaintState,
    CustomerKind,
    Payer,
    Role,
    ValueClass,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.segment import ClassChange, CustomerLoss
from frontdesk.models.vehicle import Vehicle
from frontdesk.models.visit import VisitItem
from frontdesk.services.classes import at_desk, night
from frontdesk.services.classes.facts import read_standings
from frontdesk.services.classes.measures import SHIPPED
from frontdesk.services.classes.one import reclass
from frontdesk.services.classes.standing import differences
from frontdesk.services.classes.visits import of_some
from frontdesk.services.registry import Services
from frontdesk.services.today.service import Waits
from frontdesk.texts import sentence
from tests.factories import Make
from tests.services.intake.kit import given as intake_of

DONE = VisitStatus.HANDED_OVER
Came = Callable[..., str]


def _paid(yuan: int, kind: WorkKind = WorkKind.REPAIR, payer: Payer = Payer.CUSTOMER) -> VisitItem:
    return VisitItem(
        position=0,
        kind=kind,
        description="更换机油",
        labour=Decimal(yuan),
        quantity=Decimal(0),
        unit_price=Decimal(0),
        actual_amount=Decimal(yuan),
        payer=payer,
    )


@pytest.fixture
def came(make: Make, services: Services) -> Came:
    """``came(car, 40, yuan=300)``: a visit 40 days ago that cost as much."""

    def visit(car: str, days_ago: int, yuan: int = 300, **how: Any) -> str:
        item = _paid(yuan, **how)
        at = services.desk.now - timedelta(days=days_ago)
        return make.visit(car, status=DONE, arrived_at=at, items=[item])

    return visit


def _says(services: Services, customer_id: str) -> list[str]:
    return [sentence(each, Language.EN) for each in services.classes.of(customer_id).reasons]


def test_a_night_puts_everybody_into_a_class(
    services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    prospect = make.customer("赵一")
    usual, often, free, lost = (make.vehicle(purchased_on=date(2025, 1, 10)) for _ in range(4))
    for days in (20, 80, 140, 200):
        came(often, days)
    came(usual, 30)
    came(free, 30, yuan=500, kind=WorkKind.WARRANTY)
    came(free, 90, yuan=500, payer=Payer.GOODWILL)
    came(lost, 190)
    done = services.classes.night()
    assert done is not None
    assert done.customers == 5
    owners = {car: _owner(services, car) for car in (usual, often, free, lost)}
    standing = {car: services.classes.of(owners[car]) for car in owners}
    assert [standing[car].value_class for car in (usual, often, free, lost)] == [
        ValueClass.B,
        ValueClass.A,
        ValueClass.C,
        ValueClass.C,
    ]
    assert standing[often].badges == (Badge.OFTEN,)
    assert _says(services, owners[often]) == ["4 visits in 12 months"]
    assert _says(services, owners[free]) == ["2 visits in 12 months, all warranty or free work"]
    assert services.classes.of(prospect).value_class is None
    assert standing[lost].lost_since == date(2026, 10, 29)
    assert services.classes.night() is None  # done today
    figures = services.classes.figures()
    assert dict(figures.classes)[ValueClass.C] == 2
    assert figures.lost == 1
    assert figures.on == services.desk.today


def test_a_second_night_writes_only_what_time_has_changed(
    services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    car = make.vehicle(purchased_on=date(2025, 1, 10))
    other = make.vehicle(purchased_on=date(2026, 1, 10))
    came(car, 183)
    came(other, 10)
    services.classes.night()
    clock.move(timedelta(days=2))
    done = services.classes.night()
    assert done is not None
    assert done.changed == 1
    with services.desk.read() as session:
        change = session.scalars(select(ClassChange)).one()
        loss = session.scalars(select(CustomerLoss)).one()
    assert (change.before, change.after, change.by) == (ValueClass.B, ValueClass.C, None)
    assert (loss.lost_on, loss.back_on) == (date(2026, 11, 6), None)


def test_a_lost_customer_who_comes_is_won_back(
    services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    car = make.vehicle(purchased_on=date(2025, 1, 10))
    came(car, 200)
    services.classes.night()
    came(car, 0)
    with services.desk.write() as work:
        reclass(work, *work.session.scalars(select(Customer.id)))
    with services.desk.read() as session:
        loss = session.scalars(select(CustomerLoss)).one()
        assert loss.back_on == services.desk.today
        assert session.scalars(select(Customer.lost_since)).one() is None
    month = services.classes.figures().months[0]
    assert (month.won_back, month.lost, month.active) == (1, 0, 0)
    assert services.classes.figures().months[1].lost == 1


def test_losses_of_before_are_told_by_the_visits(
    services: Services, make: Make, came: Came
) -> None:
    car = make.vehicle(purchased_on=date(2020, 1, 10))
    for days in (900, 800, 400, 30):
        came(car, days)
    services.classes.night()
    with services.desk.read() as session:
        losses = session.execute(
            select(CustomerLoss.lost_on, CustomerLoss.back_on).order_by(CustomerLoss.lost_on)
        ).all()
    today = services.desk.today
    back = [today - timedelta(days=400), today - timedelta(days=30)]
    assert [each.back_on for each in losses] == back
    assert all(each.lost_on < each.back_on for each in losses)


def test_who_is_among_the_top_is_loyal(services: Services, make: Make, came: Came) -> None:
    cars = [make.vehicle(purchased_on=date(2026, 1, 10)) for _ in range(5)]
    for n, car in enumerate(cars, start=1):
        came(car, 20, yuan=1000 * n)
    services.classes.night()
    with services.desk.read() as session:
        classes = session.scalars(select(Customer.value_class).order_by(Customer.id)).all()
    assert classes == [ValueClass.B] * 4 + [ValueClass.A]
    assert "top 20 %" in _says(services, _owner(services, cars[4]))[0]


def test_an_open_complaint_and_a_serious_one_are_seen(
    services: Services, make: Make, came: Came
) -> None:
    car = make.vehicle(purchased_on=date(2026, 1, 10))
    owner = _owner(services, car)
    for days in (20, 40, 60, 80):
        came(car, days)
    ticket = make.complaint(owner, level=ComplaintLevel.COMPLAINT_URGENT)
    services.classes.night()
    found = services.classes.of(owner)
    assert found.value_class is ValueClass.B
    assert set(found.badges) == {Badge.OFTEN, Badge.SERIOUS_COMPLAINT}
    assert _says(services, owner)[0].startswith("A complaint is open")
    with services.desk.write() as work:
        work.session.get_one(Complaint, ticket).state = ComplaintState.FILED
        reclass(work, owner)
    assert services.classes.of(owner).value_class is ValueClass.A


def test_badges_of_kin_and_cars(services: Services, make: Make, clock: FixedClock) -> None:
    fleet = make.customer("顺达物流", kind=CustomerKind.FLEET)
    today = services.desk.today
    for _ in range(2):
        make.vehicle(
            fleet,
            sold_here=True,
            delivered_on=date(2023, 9, 1),
            purchased_on=date(2023, 9, 1),
            insured_here_since=date(2024, 9, 1),
        )
    friend = make.customer("钱二", referrer_id=fleet)
    make.vehicle(friend)
    services.classes.night()
    assert set(services.classes.of(fleet).badges) == {
        Badge.BOUGHT_AGAIN,
        Badge.REFERRED,
        Badge.OUT_OF_WARRANTY,
        Badge.INSURED_HERE,
        Badge.FLEET,
    }
    services.classes.mark_leader(fleet, True)
    assert Badge.OPINION_LEADER in services.classes.of(fleet).badges
    services.classes.mark_leader(fleet, False)
    assert Badge.OPINION_LEADER not in services.classes.of(fleet).badges
    assert today == services.desk.today


def test_a_manager_sets_a_class_with_a_reason(
    services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    car = make.vehicle(purchased_on=date(2026, 1, 10))
    owner = _owner(services, car)
    came(car, 20)
    services.classes.night()
    version = services.customers.open(owner).version
    with pytest.raises(UserError) as refused:
        services.classes.set_class(owner, ValueClass.A, "  ")
    assert (refused.value.code, refused.value.field) == ("class.reason_missing", "reason")
    services.classes.set_class(owner, ValueClass.A, "老板的邻居")
    found = services.classes.of(owner)
    assert (found.value_class, found.computed, found.own) == (
        ValueClass.A,
        ValueClass.B,
        ValueClass.A,
    )
    assert _says(services, owner)[0].endswith("老板的邻居 (by the rules: B opportunity)")
    assert found.changes[0].by == services.desk.actor.name
    with pytest.raises(Conflict):
        services.classes.set_class(owner, ValueClass.D, "另一位经理", seen=None)
    clock.move(timedelta(days=400))
    services.classes.night()
    assert services.classes.of(owner).value_class is ValueClass.A  # still as it was said
    services.classes.set_class(owner, None, "", seen=ValueClass.A)
    assert services.classes.of(owner).value_class is ValueClass.D
    assert services.customers.open(owner).version >= version


def test_only_managers_classify(services: Services, make: Make) -> None:
    owner = make.customer()
    for role in (Role.SERVICE_ADVISOR, Role.CS_SPECIALIST):
        with pytest.raises(PermissionDenied):
            make.services(role).classes.set_class(owner, ValueClass.A, "为什么")
    make.services(Role.CS_MANAGER).classes.set_class(owner, ValueClass.A, "为什么")
    with pytest.raises(NotFound):
        services.classes.of("missing")


def test_the_desk_is_told_the_class_and_what_is_done_for_it(
    services: Services, make: Make, came: Came
) -> None:
    car = make.vehicle(purchased_on=date(2026, 1, 10))
    owner = _owner(services, car)
    for days in (20, 40, 60, 80):
        came(car, days)
    services.classes.night()
    kept = services.classes.keep_measures(replace(SHIPPED, a_en="Coffee first"), SHIPPED)
    assert kept.a_en == "Coffee first"
    assert services.classes.measures() == kept
    with services.desk.read() as session:
        said = [
            sentence(each.said, Language.EN)
            for each in at_desk.notices(services.desk, session, owner)
        ]
        assert list(at_desk.notices(services.desk, session, "missing")) == []
    assert said == ["A loyal: Coffee first", "Valued customer: Comes often"]
    with pytest.raises(UserError) as refused:
        services.classes.keep_measures(replace(kept, b_zh=" "), kept)
    assert refused.value.field == "b_zh"
    with pytest.raises(Conflict):
        services.classes.keep_measures(replace(SHIPPED, a_en="Tea first"), SHIPPED)


def test_a_night_that_is_stopped_goes_on_the_next_time(services: Services, make: Make) -> None:
    make.vehicle(purchased_on=date(2026, 1, 10))
    assert services.classes.night(stopped=lambda: True) is None
    assert services.classes.night() is not None


@settings(max_examples=12)
@given(data=st.data())
def test_nights_of_some_come_to_the_same_as_one_of_all(
    data: st.DataObject, services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    """Whoever is passed over in a night is one of whom the rules say the same as before."""
    for _ in range(data.draw(st.integers(1, 3))):
        bought = services.desk.today - timedelta(days=data.draw(st.integers(0, 1300)))
        months = data.draw(st.none() | st.sampled_from([12, 24]))
        here = services.desk.today - timedelta(days=data.draw(st.integers(0, 800)))
        car = make.vehicle(purchased_on=bought, warranty_months=months, insured_here_since=here)
        for days in data.draw(st.lists(st.integers(0, 400), max_size=5)):
            came(car, days, yuan=data.draw(st.sampled_from([0, 200, 900])))
    night.go_over(services.desk)
    for _ in range(data.draw(st.integers(1, 4))):
        clock.move(timedelta(days=data.draw(st.integers(1, 6))))
        found = night.go_over(services.desk)
        assert found is not None
    with services.desk.read() as session:
        last = night.last_night(session)
    again = _whole_with(services, last.top if last else None)
    assert again == 0


def _whole_with(services: Services, top: Decimal | None) -> int:
    """How many a look at everybody would change, the top being as it is."""
    desk = services.desk
    with desk.read() as session:
        ids = list(session.scalars(select(Customer.id)))
        visits = of_some(session, ids, desk.today, desk.rules)
        standings = read_standings(session, ids, visits, desk.today, desk.rules)
    return len(differences(standings, desk.today, desk.rules, top))


def _owner(services: Services, car: str) -> str:
    with services.desk.read() as session:
        return session.get_one(Vehicle, car).customer_id


def test_the_supervisor_sees_on_today_that_a_lost_customer_is_back(
    services: Services, make: Make, came: Came, clock: FixedClock
) -> None:
    car = make.vehicle(make.customer("周先生"), plate="粤B12345", purchased_on=date(2025, 1, 10))
    came(car, 200)
    services.classes.night()
    manager, advisor = make.services(Role.SERVICE_MANAGER), make.services(Role.SERVICE_ADVISOR)
    assert [each.kind for each in manager.today.waiting()] == []
    advisor.intake.register(intake_of(advisor, car))
    (line,) = (each for each in manager.today.waiting() if each.kind is Waits.RETURNED)
    assert (line.customer, line.id) == ("周先生", _owner(services, car))
    assert not any(each.kind is Waits.RETURNED for each in advisor.today.waiting())
    clock.move(timedelta(days=1))
    assert not any(each.kind is Waits.RETURNED for each in manager.today.waiting())


def test_what_changes_a_customer_changes_the_class_at_once(
    services: Services, make: Make, came: Came
) -> None:
    car = make.vehicle(purchased_on=date(2026, 1, 10))
    owner = _owner(services, car)
    for days in (20, 40, 60):
        came(car, days)
    services.classes.night()
    assert services.classes.of(owner).value_class is ValueClass.B
    services.intake.register(intake_of(services, car))
    assert services.classes.of(owner).value_class is ValueClass.A


def test_churn_is_told_in_both_usages(services: Services, make: Make, came: Came) -> None:
    """It is 5 November 2026: who came in November 2025, in May, in October; and since."""
    november, may, october, both = (make.vehicle() for _ in range(4))
    came(november, 355)
    came(may, 180)
    came(october, 20)
    came(both, 355)
    came(both, 2)
    services.classes.night()
    this, last = services.classes.figures().months[:2]
    assert (this.active, this.seen, this.not_since) == (2, 2, 1)
    assert (last.active, last.seen) == (1, 0)
    assert (this.lost, this.won_back) == (0, 1)
