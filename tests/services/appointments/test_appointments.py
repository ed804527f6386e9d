"""The board of appointments: read by day and week, moved, warned of, missed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from frontdesk.clock import FixedClock, local
from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.enums import Role, ValueClass, VisitStatus
from frontdesk.services.intake.inputs import BookingInput
from frontdesk.services.registry import Services
from frontdesk.services.segments.narrowing_dto import Narrowing
from tests.factories import Make


def _at(services: Services, hour: int, minute: int = 0, days: int = 1) -> datetime:
    """A moment ``days`` ahead on the desk's wall clock."""
    here = local(services.desk.now, services.desk.clock)
    day = here.date() + timedelta(days=days)
    return datetime.combine(day, time(hour, minute), here.tzinfo).astimezone(UTC)


def _book(services: Services, make: Make, at: datetime, minutes: int | None = None) -> str:
    return services.intake.book(BookingInput(make.vehicle(), at, "保养", minutes))


def test_a_day_shows_its_appointments_in_order_and_how_full_it_is(
    services: Services, make: Make
) -> None:
    later = _book(services, make, _at(services, 10, 30))
    early = _book(services, make, _at(services, 9), 90)
    _book(services, make, _at(services, 9, days=2))
    tomorrow = services.desk.today + timedelta(days=1)
    board = services.appointments.board(tomorrow)
    assert [each.visit_id for each in board.appointments] == [early, later]
    first = board.appointments[0]
    assert (first.day, first.time, first.minutes) == (tomorrow, time(9), 90)
    assert list(first.slots) == [2, 3, 4]
    assert (board.slots[0], board.slots[-1], board.capacity) == (time(8), time(17, 30), 3)
    assert board.loads[0][1:7] == (0, 1, 1, 1, 1, 0)


def test_a_week_has_each_day_apart(services: Services, make: Make) -> None:
    _book(services, make, _at(services, 9))
    _book(services, make, _at(services, 9, days=2))
    week = services.appointments.board(services.desk.today, 7)
    assert [sum(day) for day in week.loads] == [0, 1, 1, 0, 0, 0, 0]


def test_advisors_at_work_have_a_place_on_the_board(services: Services, make: Make) -> None:
    make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    make.staff(Role.SERVICE_ADVISOR, name="走了的", active=False)
    make.staff(Role.CS_SPECIALIST, name="客服")
    names = [each.name for each in services.appointments.board(services.desk.today).advisors]
    assert names == ["陈晨"]
    _book(services, make, _at(services, 9))
    tomorrow = services.desk.today + timedelta(days=1)
    names = [each.name for each in services.appointments.board(tomorrow).advisors]
    assert names == ["店长", "陈晨"]


def test_an_appointment_is_moved_to_another_time_and_advisor(
    services: Services, make: Make
) -> None:
    visit_id = _book(services, make, _at(services, 9))
    other = make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    version = services.intake.open(visit_id).version
    services.appointments.move(visit_id, version, _at(services, 14), other.id, 60)
    (moved,) = services.appointments.board(services.desk.today + timedelta(days=1)).appointments
    assert (moved.time, moved.advisor, moved.minutes) == (time(14), "陈晨", 60)
    with pytest.raises(Conflict):
        services.appointments.move(visit_id, version, _at(services, 15))
    services.appointments.move(visit_id, moved.version, _at(services, 15))
    (again,) = services.appointments.board(services.desk.today + timedelta(days=1)).appointments
    assert (again.time, again.advisor, again.minutes) == (time(15), "陈晨", 60)


def test_a_board_narrowed_keeps_every_place_taken(services: Services, make: Make) -> None:
    for name, value_class in (("张伟", ValueClass.A), ("李娜", ValueClass.B)):
        car = make.vehicle(make.customer(name, value_class=value_class))
        services.intake.book(BookingInput(car, _at(services, 9)))
    tomorrow = services.desk.today + timedelta(days=1)
    whole = services.appointments.board(tomorrow)
    board = services.appointments.board(tomorrow, 1, Narrowing(value_class=ValueClass.A))
    assert {each.customer: each.aside for each in board.appointments} == {
        "张伟": False,
        "李娜": True,
    }
    assert board.loads == whole.loads
    assert not any(each.aside for each in whole.appointments)


def test_what_cannot_be_is_not_moved(services: Services, make: Make) -> None:
    visit_id = _book(services, make, _at(services, 9))
    move, version = services.appointments.move, services.intake.open(visit_id).version
    with pytest.raises(UserError) as past:
        move(visit_id, version, services.desk.now)
    with pytest.raises(NotFound) as nobody:
        move(visit_id, version, _at(services, 10), "nobody")
    with pytest.raises(UserError) as endless:
        move(visit_id, version, _at(services, 10), minutes=481)
    arrived = make.visit()
    with pytest.raises(UserError) as come:
        move(arrived, services.intake.open(arrived).version, _at(services, 10))
    assert [each.value.code for each in (past, nobody, endless, come)] == [
        "intake.booking_past",
        "appointment.no_advisor",
        "appointment.minutes_range",
        "appointment.not_booked",
    ]


@pytest.mark.parametrize(
    ("hour", "minutes", "code"),
    [
        (9, None, "appointment.full"),
        (10, None, None),
        (8, 61, "appointment.full"),
        (8, 60, None),
        (7, None, "appointment.closed"),
        (17, 90, "appointment.closed"),
    ],
)
def test_a_full_or_closed_hour_is_warned_of(
    services: Services, make: Make, hour: int, minutes: int | None, code: str | None
) -> None:
    for _ in range(3):
        _book(services, make, _at(services, 9))
    remarks = services.appointments.remarks(make.vehicle(), _at(services, hour), minutes)
    assert [each.code for each in remarks] == ([] if code is None else [code])


def test_an_appointment_does_not_stand_in_its_own_way(services: Services, make: Make) -> None:
    ids = [_book(services, make, _at(services, 9)) for _ in range(3)]
    car = services.intake.open(ids[0]).head.vehicle_id
    assert services.appointments.remarks(car, _at(services, 9), without=ids[0]) == ()
    others = [each.code for each in services.appointments.remarks(car, _at(services, 9))]
    assert others == ["appointment.overlaps", "appointment.full"]


def test_what_a_car_is_booked_for_already_is_known_its_owners_other_cars_after(
    services: Services, make: Make, clock: FixedClock
) -> None:
    owner = make.customer("张伟")
    car, second = make.vehicle(owner), make.vehicle(owner)
    _book(services, make, _at(services, 9))
    early, late, other = (
        services.intake.book(BookingInput(which, _at(services, 10, days=days)))
        for which, days in ((car, 2), (car, 9), (second, 1))
    )

    def known() -> list[str]:
        return [each.visit_id for each in services.appointments.already(car)]

    assert known() == [early, late, other]
    # One that was marked as missed, or has come, is no appointment any more.
    clock.set(_at(services, 10) + timedelta(hours=3))
    assert known() == [early, late]
    version = services.intake.open(early).version
    services.intake.begin_visit(car, early, services.desk.now)
    assert services.intake.open(early).version == version + 1
    assert known() == [late]
    with pytest.raises(NotFound):
        services.appointments.already("none")


@pytest.mark.parametrize(
    ("minute", "minutes", "told"),
    [(0, 30, True), (29, 30, True), (30, 30, False), (0, 5, True)],
)
def test_two_at_the_same_time_are_told_to_the_minute(
    services: Services, make: Make, minute: int, minutes: int, told: bool
) -> None:
    owner = make.customer("张伟")
    car = make.vehicle(owner, plate="粤B12345")
    services.intake.book(BookingInput(car, _at(services, 10), "", 30))
    for each in (car, make.vehicle(owner)):
        found = services.appointments.remarks(each, _at(services, 10, minute), minutes)
        assert [one.code for one in found] == (["appointment.overlaps"] if told else [])
    before = services.appointments.remarks(car, _at(services, 9, 30), 30)
    assert before == ()
    if told:
        said = services.appointments.remarks(car, _at(services, 10, minute), minutes)[0]
        assert said.params["car"] == "粤B·12345"


def test_nobody_came_is_offered_an_hour_later_and_frees_the_slot(
    services: Services, make: Make, clock: FixedClock
) -> None:
    at = services.desk.now + timedelta(hours=1)
    visit_id = _book(services, make, at)
    clock.set(at + timedelta(minutes=60))
    assert services.appointments.missed() == ()
    clock.move(timedelta(minutes=1))
    (missed,) = services.appointments.missed()
    assert (missed.visit_id, missed.missed) == (visit_id, True)
    marked = services.appointments.mark_missed({visit_id: missed.version})
    assert marked == {visit_id: services.intake.open(visit_id).version}
    assert services.intake.open(visit_id).status is VisitStatus.NO_SHOW
    board = services.appointments.board(missed.day)
    assert sum(board.loads[0]) == 0
    assert [each.status for each in board.appointments] == [VisitStatus.NO_SHOW]
    assert services.appointments.missed() == ()


def test_what_was_marked_as_missed_is_taken_back_all_or_none(
    services: Services, make: Make, clock: FixedClock
) -> None:
    at = services.desk.now + timedelta(hours=1)
    ids = [_book(services, make, at) for _ in range(2)]
    clock.set(at + timedelta(hours=2))
    before = services.appointments.missed()
    marked = services.appointments.mark_missed({each.visit_id: each.version for each in before})
    # The second one has come meanwhile: nothing is taken back.
    came = services.intake.open(ids[1])
    services.intake.begin_visit(came.head.vehicle_id, ids[1], services.desk.now)
    with pytest.raises(Conflict):
        services.appointments.expect_again(marked)
    with pytest.raises(UserError) as refused:
        services.appointments.expect_again(marked | {ids[1]: services.intake.open(ids[1]).version})
    assert refused.value.code == "visit.no_such_step"
    assert services.intake.open(ids[0]).status is VisitStatus.NO_SHOW
    back = services.appointments.expect_again({ids[0]: marked[ids[0]]})
    (again,) = services.appointments.missed()
    assert (again.visit_id, again.version, again.at) == (ids[0], back[ids[0]], at)
    assert sum(services.appointments.board(again.day).loads[0]) == 2


def test_an_appointment_is_given_with_the_advisor_the_customer_knows(
    services: Services, make: Make
) -> None:
    other = make.staff(Role.SERVICE_ADVISOR, name="陈晨")
    gone = make.staff(Role.SERVICE_ADVISOR, name="走了的", active=False)
    offered = services.appointments.advisors()
    assert [each.name for each in offered] == ["陈晨", "店长"]
    at = _at(services, 9)
    visit_id = services.intake.book(BookingInput(make.vehicle(), at, advisor_id=other.id))
    assert services.intake.open(visit_id).advisor == "陈晨"
    own = services.intake.book(BookingInput(make.vehicle(), at))
    assert services.intake.open(own).advisor == "店长"
    for nobody in (gone.id, "none"):
        with pytest.raises(NotFound) as refused:
            services.intake.book(BookingInput(make.vehicle(), at, advisor_id=nobody))
        assert refused.value.field == "advisor_id"


def test_a_move_tells_the_version_it_is_taken_back_with(services: Services, make: Make) -> None:
    visit_id = _book(services, make, _at(services, 9))
    version = services.intake.open(visit_id).version
    moved = services.appointments.move(visit_id, version, _at(services, 14))
    assert moved == services.intake.open(visit_id).version
    services.appointments.move(visit_id, moved, _at(services, 9))
    assert services.intake.open(visit_id).booked_for == _at(services, 9)
