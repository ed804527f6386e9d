"""Registering: number, clock, repeats, what is refused and where the sentence stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors, UserError
from frontdesk.models.complaint import Complaint, ComplaintEntry
from frontdesk.models.enums import ComplaintChannel, Role
from frontdesk.services.complaints.dto import Facts
from frontdesk.services.complaints.registration import register
from frontdesk.services.permissions import Permission
from tests.services.complaints.loop import Loop, State, Step


def _faults(loop: Loop, **changes: object) -> dict[str | None, str]:
    with pytest.raises(InputErrors) as refused:
        loop.register(**changes)
    return {fault.field: fault.code for fault in refused.value.errors}


def test_everything_said_is_in_the_first_entry(loop: Loop, clock: FixedClock) -> None:
    facts = Facts(why="空调不凉", when_happens="中午", how_much="免费")
    ticket_id = loop.register(facts=facts, complainant_phone="138-0013-8000", safety=True)
    ticket = loop.open(ticket_id)
    assert (ticket.words, ticket.remedy) == ("空调修了两次还是不凉", "要求免费修好")
    assert (ticket.complainant, ticket.phone) == ("王芳", "138 0013 8000")
    assert (ticket.plate, ticket.advisor) == ("粤B12345", "接待人")
    assert ticket.facts == facts
    assert ticket.state is State.TO_JUDGE
    assert ticket.clocks.loop.due == clock.now() + timedelta(hours=24)
    said = {part.name: part.value for part in ticket.entries[0].parts}
    assert said["words"] == "空调修了两次还是不凉"
    assert said["channel"] is ComplaintChannel.PHONE
    assert "complainant_phone" not in said


def test_phones_are_masked_for_roles_that_do_not_need_them(loop: Loop) -> None:
    ticket_id = loop.register()
    boss = loop.people[Role.GENERAL_MANAGER]
    assert boss.complaints.open(ticket_id).phone == "138 0013 8000"
    boss.desk.permissions -= {Permission.SEE_PHONES}
    assert boss.complaints.open(ticket_id).phone == "138****8000"


def test_each_fault_stands_beside_its_field(loop: Loop) -> None:
    assert _faults(loop, words=" \n ") == {"words": "complaint.words_missing"}
    assert _faults(loop, words="长" * 4001) == {"words": "value.too_long"}
    assert _faults(loop, level=None) == {"level": "complaint.level_missing"}
    assert _faults(loop, channel=None) == {"channel": "complaint.channel_missing"}
    assert _faults(loop, category="") == {"category": "complaint.category_missing"}
    assert _faults(loop, category="repair_quality") == {"category": "complaint.category_unknown"}
    assert _faults(loop, customer_id="") == {
        "customer": "complaint.customer_missing",
        "visit": "complaint.visit_not_of_customer",
    }
    assert _faults(loop, complainant_phone="123") == {"complainant_phone": "phone.too_short"}
    other = loop.make.visit()
    assert _faults(loop, visit_id=other) == {"visit": "complaint.visit_not_of_customer"}
    assert _faults(loop, vehicle_id="gone", words="", visit_id=None) == {
        "vehicle": "complaint.vehicle_not_found",
        "words": "complaint.words_missing",
    }
    assert loop.people[Role.CS_MANAGER].complaints.numbers() == ()


def test_registering_again_after_a_fault_keeps_it_once(loop: Loop) -> None:
    given = loop.given()
    service = loop.people[Role.CS_SPECIALIST].complaints
    assert service.register(given) == service.register(given)
    assert service.numbers() == ("C-2026-000001",)


def test_inside_another_act_it_is_kept_or_dropped_with_it(loop: Loop) -> None:
    desk = loop.people[Role.CS_SPECIALIST].desk

    def begun_and_broken_off() -> None:
        with desk.write() as work:
            register(work, loop.given())
            raise UserError("stop")

    with pytest.raises(UserError, match="stop"):
        begun_and_broken_off()
    assert loop.people[Role.CS_SPECIALIST].complaints.numbers() == ()
    with desk.write() as work:
        first = register(work, loop.given())
        second = register(work, loop.given())
    assert loop.open(second).repeats == (first, "C-2026-000001")


@pytest.mark.parametrize(("days", "linked"), [(0, True), (90, True), (91, False)])
def test_the_same_customer_within_90_days_is_a_repeat(
    loop: Loop, clock: FixedClock, days: int, linked: bool
) -> None:
    loop.register()
    clock.move(timedelta(days=days))
    again = loop.register(category="price.high", vehicle_id=None, visit_id=None)
    assert (loop.open(again).repeats is not None) is linked
    row = loop.people[Role.CS_MANAGER].complaints.list()
    assert [each.repeated for each in row if each.id == again] == [linked]


def test_the_same_car_repeats_only_in_the_same_category(loop: Loop) -> None:
    first = loop.register()
    new_owner = loop.make.customer("李雷")
    same = loop.register(customer_id=new_owner, visit_id=None)
    assert loop.open(same).repeats == (first, "C-2026-000001")
    third = loop.make.customer("韩梅")
    other = loop.register(customer_id=third, visit_id=None, category="price.high")
    assert loop.open(other).repeats is None


def test_entries_and_words_are_locked_by_the_store_itself(loop: Loop) -> None:
    ticket_id = loop.at(State.TO_OPINE)
    statements = (
        "UPDATE complaint_entry SET said = '{}'",
        "DELETE FROM complaint_entry",
        "UPDATE complaint SET words = 'nothing'",
    )
    for statement in statements:
        with pytest.raises(IntegrityError), loop.make.desk.write() as work:
            work.session.connection().exec_driver_sql(statement)
    with loop.make.desk.read() as session:
        kept = session.query(ComplaintEntry).filter_by(complaint_id=ticket_id).all()
        assert [entry.step for entry in kept] == [
            Step.REGISTERED,
            Step.ACKNOWLEDGED,
            Step.JUDGED,
        ]
        assert session.get_one(Complaint, ticket_id).words == "空调修了两次还是不凉"


def test_what_is_known_before_it_is_written_down(loop: Loop) -> None:
    loop.register()
    start = loop.people[Role.CS_SPECIALIST].complaints.begin(loop.customer)
    assert (start.customer, start.phone) == ("王芳", "138 0013 8000")
    assert [car.plate for car in start.cars] == ["粤B12345"]
    assert [(visit.id, visit.advisor) for visit in start.visits] == [(loop.visit, "接待人")]
    assert start.open_tickets == ("C-2026-000001",)
    with pytest.raises(UserError, match="customer_not_found"):
        loop.people[Role.CS_SPECIALIST].complaints.begin("gone")


@pytest.mark.parametrize(
    "hostile", ["<b>x</b>", "=1+1", "'; DROP TABLE complaint;--", "{name}", "%s", "\u202etxt", "𠮷"]
)
def test_no_text_is_ever_interpreted(loop: Loop, hostile: str) -> None:
    ticket_id = loop.register(words=f"a{hostile}", complainant=f"b{hostile}", remedy=f"c{hostile}")
    loop.take(ticket_id, Step.ADDED, words=f"d{hostile}")
    ticket = loop.open(ticket_id)
    kept = hostile.replace("\u202e", "")
    assert (ticket.words, ticket.complainant, ticket.remedy) == (f"a{kept}", f"b{kept}", f"c{kept}")
    assert ticket.entries[-1].parts[0].value == f"d{kept}"


def test_what_it_would_repeat_is_known_before_it_is_registered(
    loop: Loop, clock: FixedClock
) -> None:
    service = loop.people[Role.CS_SPECIALIST].complaints
    assert service.earlier(loop.customer, loop.vehicle, "").tickets == ()
    first = loop.register()
    clock.move(timedelta(days=10))
    second = loop.register(category="price.high")
    found = service.earlier(loop.customer, None, "")
    assert found.days == 90
    assert found.tickets == ((second, "C-2026-000002"), (first, "C-2026-000001"))
    other = loop.make.customer("李明", phones=["13800138001"])
    assert service.earlier(other, loop.vehicle, "").tickets == ()
    assert service.earlier(other, loop.vehicle, "price.high").tickets == (
        (second, "C-2026-000002"),
    )
    clock.move(timedelta(days=81))
    assert service.earlier(loop.customer, None, "").tickets == ((second, "C-2026-000002"),)
