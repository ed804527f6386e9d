"""Call lists: counted before they are made, made once, closed with what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import Callback
from frontdesk.models.due_rules import Withdrawn
from frontdesk.models.enums import CallbackKind, CallbackStatus, Role, ValueClass, VisitStatus
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.list_dto import Criteria, ListInput
from frontdesk.services.callbacks.wording import script_values
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria as Asked
from tests.factories import Make

_DAY = timedelta(days=1)


@pytest.fixture
def manager(make: Make) -> Services:
    """Who makes lists; calls to lost customers are hers as well."""
    return make.services(Role.CS_MANAGER, Role.SERVICE_MANAGER, name="赵敏")


@pytest.fixture
def lost(desk: Desk) -> ListInput:
    """Those who became lost this month (it is November)."""
    return ListInput(
        CallbackKind.LOST_CUSTOMER,
        "11 月流失客户",
        desk.today,
        desk.today + 20 * _DAY,
        criteria=Criteria(lost_in=desk.today),
    )


@pytest.fixture
def festival(desk: Desk) -> ListInput:
    """A festival for everybody."""
    return ListInput(
        CallbackKind.SPECIAL_PERIOD,
        "元旦问候",
        desk.today + 3 * _DAY,
        desk.today + 10 * _DAY,
        occasion="元旦",
    )


def _calls(desk: Desk) -> list[Callback]:
    with desk.read() as session:
        return list(session.scalars(select(Callback).order_by(Callback.number)))


def test_the_lost_of_a_month_are_those_six_months_away(
    make: Make, desk: Desk, manager: Services, lost: ListInput
) -> None:
    days = (date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 5), date(2026, 5, 6))
    ids = [make.customer(last_visit_on=day) for day in days]
    make.customer(last_visit_on=date(2026, 5, 2), do_not_call=True)
    make.customer()
    assert desk.today == date(2026, 11, 5)
    found = manager.call_lists.count(lost)
    assert (found.found, found.refuse, found.listed, found.to_call) == (3, 1, 0, 2)
    made = manager.call_lists.make(lost)
    assert {row.customer_id for row in manager.call_lists.members(made)} == set(ids[1:3])
    for call in _calls(desk):
        assert call.kind is CallbackKind.LOST_CUSTOMER
        assert (call.due_from, call.due_until) == (lost.first, lost.last)
        assert call.assigned_to == manager.desk.actor.id


def test_a_list_told_twice_is_made_once_and_nobody_is_listed_twice(
    make: Make, desk: Desk, manager: Services, festival: ListInput
) -> None:
    make.customer()
    id_ = new_id()
    assert manager.call_lists.make(festival, id_) == manager.call_lists.make(festival, id_) == id_
    assert manager.call_lists.count(festival).listed == 1
    with pytest.raises(UserError, match=r"call_list\.nobody"):
        manager.call_lists.make(replace(festival, name="又一次"))
    assert len(_calls(desk)) == 1
    assert manager.callbacks.derive(whole=True).count == 0


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        (Criteria(), {"a", "b", "c"}),
        (Criteria(members=True), {"a"}),
        (Criteria(birthday_month=3), {"b"}),
        (Criteria(area="高新"), {"c"}),
        (Criteria(area="%"), set()),
        (Criteria(model="S7"), {"a"}),
        (Criteria(delivered_from=date(2026, 1, 1)), {"b"}),
        (Criteria(delivered_from=date(2026, 1, 1), model="S7"), set()),
        (Criteria(visited_from=date(2026, 10, 1), visited_until=date(2026, 10, 31)), {"c"}),
    ],
)
def test_who_is_on_a_list(
    make: Make, manager: Services, festival: ListInput, wanted: Criteria, who: set[str]
) -> None:
    a = make.customer("a", member_level="金卡")
    make.vehicle(a, model="远航 S7", delivered_on=date(2025, 1, 1))
    b = make.customer("b", birthday=date(1990, 3, 9))
    make.vehicle(b, model="远航 X5", delivered_on=date(2026, 2, 1))
    make.customer("c", address="江城市高新大道 9 号", last_visit_on=date(2026, 10, 12))
    asked = replace(festival, criteria=wanted)
    assert manager.call_lists.count(asked).to_call == len(who)
    if who:
        made = manager.call_lists.make(asked)
        assert {row.name for row in manager.call_lists.members(made)} == who


def test_the_call_says_why_it_is_made(
    make: Make, desk: Desk, manager: Services, festival: ListInput
) -> None:
    make.customer()
    manager.call_lists.make(festival)
    (call,) = _calls(desk)
    sheet = manager.callbacks.open(call.id)
    assert script_values(sheet, Language.ZH_CN)["occasion"] == "元旦"


def test_a_closed_list_withdraws_what_is_open(
    make: Make, desk: Desk, manager: Services, festival: ListInput
) -> None:
    for _ in range(2):
        make.customer()
    made = manager.call_lists.make(festival)
    (row,) = manager.call_lists.lists()
    assert (row.members, row.open, row.done) == (2, 2, 0)
    assert manager.call_lists.close(made, row.version) == 2
    assert {call.withdrawn_why for call in _calls(desk)} == {Withdrawn.LIST_CLOSED}
    assert manager.call_lists.lists() == ()
    assert manager.call_lists.lists(closed=True)[0].closed_at == desk.now
    with pytest.raises(Conflict):
        manager.call_lists.close(made, row.version)
    assert not manager.callbacks.derive(whole=True)


def test_who_comes_back_leaves_the_list_of_the_lost(
    make: Make, desk: Desk, manager: Services, lost: ListInput, clock: FixedClock
) -> None:
    car = make.vehicle(make.customer(last_visit_on=date(2026, 5, 3)))
    manager.call_lists.make(lost)
    clock.move(_DAY)
    make.visit(car, status=VisitStatus.ARRIVED)
    assert manager.callbacks.derive().withdrawn == 1
    (call,) = _calls(desk)
    assert (call.status, call.withdrawn_why) == (
        CallbackStatus.WITHDRAWN,
        Withdrawn.CAME_BACK,
    )


def test_what_is_at_odds_is_said_beside_its_field(
    manager: Services, festival: ListInput, make: Make
) -> None:
    wrong = replace(
        festival,
        name=" ",
        occasion="",
        last=festival.first and festival.first - _DAY,
        criteria=Criteria(visited_from=date(2026, 2, 1), visited_until=date(2026, 1, 1)),
    )
    with pytest.raises(InputErrors) as refused:
        manager.call_lists.make(wrong)
    assert {fault.field for fault in refused.value.errors} == {
        "name",
        "occasion",
        "last",
        "visited_until",
    }
    with pytest.raises(PermissionDenied):
        make.services(Role.CS_SPECIALIST).call_lists.make(festival)


def test_a_list_holds_the_customers_of_a_segment(
    make: Make, manager: Services, festival: ListInput
) -> None:
    loyal = make.customer("赵甲", value_class=ValueClass.A)
    make.vehicle(loyal)
    make.vehicle(make.customer("钱乙", value_class=ValueClass.B))
    segment = manager.segments.make("忠诚客户", Asked(classes=(ValueClass.A,)))
    wanted = replace(festival, criteria=Criteria(segment=segment))
    assert manager.call_lists.count(wanted).found == 1
    made = manager.call_lists.make(wanted)
    assert [each.customer_id for each in manager.call_lists.members(made)] == [loyal]
    manager.segments.end(segment, 1)
    with pytest.raises(NotFound):
        manager.call_lists.count(wanted)
