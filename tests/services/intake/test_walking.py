"""Marks, lamps, locked words and phrases: what the desk keeps of the walk and the talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, NotFound, UserError
from frontdesk.models.enums import CarSide, DamageKind, DamageSize, VisitStatus, WarningLamp
from frontdesk.models.journal import AuditEntry
from frontdesk.models.price_list import Phrase
from frontdesk.services.intake.inputs import BookingInput, IntakeInput, Told
from frontdesk.services.intake.walk import Mark, WalkAround
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.intake.kit import given

SCRATCH = Mark(CarSide.LEFT, 400, 600, DamageKind.SCRATCH, note="门把手下")
DENT = Mark(CarSide.REAR, 500, 700, DamageKind.DENT, DamageSize.LARGE)
LAMPS = (WarningLamp.TYRE, WarningLamp.ENGINE)


def _later(services: Services, visit_id: str, vehicle_id: str, **values: object) -> IntakeInput:
    sheet = services.intake.open(visit_id)
    again = given(services, vehicle_id, id=visit_id, version=sheet.version, agreed=False)
    return replace(again, **values)  # type: ignore[arg-type]


def test_marks_and_lamps_come_back_as_they_were_given(services: Services, make: Make) -> None:
    walk = WalkAround((SCRATCH, DENT), LAMPS)
    visit_id = services.intake.register(given(services, make.vehicle(), walk=walk))
    kept = services.intake.open(visit_id).walk
    assert kept.marks == (SCRATCH, DENT)
    assert kept.lamps == (WarningLamp.ENGINE, WarningLamp.TYRE)


def test_marks_are_replaced_as_a_whole_until_agreement(services: Services, make: Make) -> None:
    car = make.vehicle()
    walk = WalkAround((SCRATCH, DENT), LAMPS)
    visit_id = services.intake.register(given(services, car, walk=walk, agreed=False))
    services.intake.register(_later(services, visit_id, car, walk=WalkAround((DENT,))))
    kept = services.intake.open(visit_id).walk
    assert (kept.marks, kept.lamps) == ((DENT,), ())


def test_the_next_visit_begins_with_the_marks_of_the_last_one(
    services: Services, make: Make, clock: FixedClock
) -> None:
    car = make.vehicle()
    assert services.intake.prepare(car).last_walk.marks == ()
    services.intake.register(given(services, car, walk=WalkAround((SCRATCH,))))
    clock.move(timedelta(days=30))
    services.intake.register(given(services, car))
    last = services.intake.prepare(car).last_walk
    assert last.marks == (SCRATCH,)
    assert last.on == services.desk.today - timedelta(days=30)


@pytest.mark.parametrize(
    ("walk", "code"),
    [
        (WalkAround((replace(SCRATCH, x=1001),)), "intake.mark_beside"),
        (WalkAround((replace(SCRATCH, y=-1),)), "intake.mark_beside"),
        (WalkAround(tuple(replace(SCRATCH, id=str(n)) for n in range(61))), "intake.marks_many"),
        (WalkAround((replace(SCRATCH, photo_id="nobody's"),)), "intake.photo_elsewhere"),
    ],
)
def test_marks_that_cannot_be_are_told_beside_them(
    services: Services, make: Make, walk: WalkAround, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        services.intake.register(given(services, make.vehicle(), walk=walk))
    assert (refused.value.code, refused.value.field) == (code, "marks")


def test_a_car_that_is_photographed_has_arrived(services: Services, make: Make) -> None:
    car, now = make.vehicle(), services.desk.now
    version = services.intake.begin_visit(car, "the-visit", now)
    assert services.intake.begin_visit(car, "the-visit", now) == version
    sheet = services.intake.open("the-visit")
    assert (sheet.status, sheet.version) == (VisitStatus.ARRIVED, version)
    services.intake.register(given(services, car, id="the-visit", version=version))
    assert services.intake.open("the-visit").status is VisitStatus.AGREED


def test_a_booked_car_arrives_by_its_first_photo(services: Services, make: Make) -> None:
    car = make.vehicle()
    at = services.desk.now + timedelta(hours=1)
    visit_id = services.intake.book(BookingInput(car, at))
    version = services.intake.begin_visit(car, visit_id, services.desk.now)
    sheet = services.intake.open(visit_id)
    assert (sheet.status, sheet.version) == (VisitStatus.ARRIVED, version)
    assert sheet.by_appointment
    with pytest.raises(NotFound):
        services.intake.begin_visit(make.vehicle(), visit_id, services.desk.now)


def test_words_read_back_are_locked(services: Services, make: Make) -> None:
    car = make.vehicle()
    visit_id = services.intake.register(given(services, car, agreed=False))
    assert services.intake.open(visit_id).words_locked_at == services.desk.now
    changed = _later(services, visit_id, car, told=Told("别的话"))
    with pytest.raises(UserError) as refused:
        services.intake.register(changed)
    assert (refused.value.code, refused.value.field) == ("intake.words_locked", "words")
    services.intake.register(_later(services, visit_id, car, reading="刹车片磨损", read_back=False))
    kept = services.intake.open(visit_id)
    assert (kept.reading, kept.read_back) == ("刹车片磨损", True)


def test_words_not_read_back_are_mended(services: Services, make: Make) -> None:
    car = make.vehicle()
    visit_id = services.intake.register(given(services, car, agreed=False, read_back=False))
    services.intake.register(_later(services, visit_id, car, told=Told("后来想起的话")))
    kept = services.intake.open(visit_id)
    assert kept.told.words == "后来想起的话"
    assert kept.words_locked_at is not None


def test_what_is_said_later_stands_beside_the_words(services: Services, make: Make) -> None:
    visit_id = services.intake.register(given(services, make.vehicle()))
    version = services.intake.open(visit_id).version
    services.intake.add_words(visit_id, version, " 顺便看一下空调 ")
    sheet = services.intake.open(visit_id)
    assert [each.words for each in sheet.added] == ["顺便看一下空调"]
    assert (sheet.added[0].by, sheet.added[0].at) == ("店长", services.desk.now)
    assert sheet.told.words == "刹车时有吱吱声"
    with pytest.raises(Conflict):
        services.intake.add_words(visit_id, version, "又一句")
    with services.desk.read() as session:
        assert session.scalar(
            select(AuditEntry.subject_id).where(AuditEntry.action == "visit.add_words")
        )


@pytest.mark.parametrize(
    ("words", "read_back", "code"),
    [(" ", True, "intake.added_missing"), ("话", False, "intake.words_open")],
)
def test_words_are_added_only_where_there_are_some_and_they_are_locked(
    services: Services, make: Make, words: str, read_back: bool, code: str
) -> None:
    visit_id = services.intake.register(
        given(services, make.vehicle(), agreed=False, read_back=read_back)
    )
    with pytest.raises(UserError) as refused:
        services.intake.add_words(visit_id, services.intake.open(visit_id).version, words)
    assert refused.value.code == code


def test_phrases_learn_from_use(services: Services, make: Make, clock: FixedClock) -> None:
    for said in ("早上冷车", "高速", "早上冷车", "早上"):
        told = Told("刹车有异响", when_happens=said)
        services.intake.register(given(services, make.vehicle(), told=told))
        clock.move(timedelta(days=1))
    phrases = services.intake.phrases
    assert phrases("when_happens") == ("早上冷车", "早上", "高速")
    assert phrases("when_happens", "早") == ("早上冷车", "早上")
    assert phrases("when_happens", "冷") == ("早上冷车",)
    assert phrases("where_happens") == ()


def test_neither_words_nor_drivers_nor_long_texts_are_learned(
    services: Services, make: Make
) -> None:
    told = Told("我的电话是 13800138000", who_drives="李娜", why="很长" * 30)
    services.intake.register(given(services, make.vehicle(), told=told))
    with services.desk.read() as session:
        learned = set(session.scalars(select(Phrase.field)))
    assert learned == {"damage", "belongings"}
    assert services.intake.phrases("words") == ()
    assert services.intake.phrases("who_drives") == ()


def test_a_phrase_taken_out_of_use_is_not_learned_again(services: Services, make: Make) -> None:
    for _ in range(2):
        services.intake.register(given(services, make.vehicle()))
        services.intake.forget_phrase("belongings", "儿童座椅")
        assert services.intake.phrases("belongings") == ()


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", '"', "*"])
def test_what_is_typed_is_no_pattern(services: Services, make: Make, typed: str) -> None:
    services.intake.register(given(services, make.vehicle()))
    assert services.intake.phrases("belongings", typed) == ()
