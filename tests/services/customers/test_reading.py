from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta

import pytest

from frontdesk.errors import NotFound
from frontdesk.models.callback import Callback
from frontdesk.models.change_set import ChangeSet
from frontdesk.models.customer import CustomerPhone
from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    ChangeSetKind,
    ComplaintState,
    CustomerKind,
    MessageChannel,
    ValueClass,
    VisitStatus,
)
from frontdesk.models.journal import ImportBatch, ImportedVehicle
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.segment import ClassChange
from frontdesk.services.customers.dto import (
    CustomerFilter,
    EntryKind,
    SameBy,
    Segment,
    Sort,
    TimelineEntry,
    TimelinePlace,
)
from frontdesk.services.customers.inputs import Known
from frontdesk.services.customers.timeline import UNDONE
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission
from frontdesk.services.registry import Services
from tests.factories import Make, vin_of


def test_a_file_holds_what_the_desk_asks_first(services: Services, make: Make) -> None:
    customer = make.customer("张伟", phones=["13800138000"], do_not_call=True)
    car = make.vehicle(customer, brand="凯越", model="X5")
    make.visit(car, status=VisitStatus.HANDED_OVER)
    make.complaint(customer)
    make.complaint(customer, state=ComplaintState.FILED)
    make.callback(customer)
    file = services.customers.open(customer)
    assert (file.visits, file.open_complaints, file.calls_due) == (1, 1, 1)
    assert file.last_visit_on == date(2026, 11, 5)
    assert file.do_not_call
    assert [(c.id, c.brand) for c in file.cars] == [(car, "凯越")]
    with pytest.raises(NotFound):
        services.customers.open("gone")


def test_the_timeline_is_one_and_newest_first(services: Services, make: Make) -> None:
    desk = services.desk
    customer = make.customer(created_at=desk.now - timedelta(days=90))
    car = make.vehicle(customer, plate="粤B12345")
    visit = make.visit(car, arrived_at=desk.now - timedelta(days=40), words="换机油")
    call = make.callback(customer, due_from=desk.today + timedelta(days=1))
    made = make.callback(
        customer,
        kind=CallbackKind.NEW_CAR,
        status=CallbackStatus.DONE,
        closed_at=desk.now - timedelta(days=30),
        closed_by=desk.actor.id,
        suggestion="等候区太小",
    )
    ticket = make.complaint(customer, vehicle_id=car)
    with desk.write() as work:
        batch = ImportBatch(
            file_name="十月交车.xlsx",
            at=desk.now - timedelta(days=80),
            by=desk.actor.id,
            read=1,
            created=1,
            updated=0,
            rejected=0,
        )
        work.session.add(batch)
        work.session.flush()
        work.session.add(ImportedVehicle(batch_id=batch.id, vehicle_id=car))
    note = services.customers.add_note(customer, "要求旧件带走")
    entries = services.customers.timeline(customer)
    assert [(e.kind, e.id) for e in entries] == [
        (EntryKind.CALL, call),
        *sorted([(EntryKind.COMPLAINT, ticket), (EntryKind.NOTE, note)], key=lambda e: e[1])[::-1],
        (EntryKind.CALL, made),
        (EntryKind.VISIT, visit),
        (EntryKind.IMPORT, batch_id(desk)),
        (EntryKind.CREATED, customer),
    ]
    by_id = {e.id: e for e in entries}
    assert (by_id[visit].text, by_id[visit].car, by_id[visit].by) == (
        "换机油",
        "粤B·12345",
        "店长",
    )
    assert by_id[made].text == "等候区太小"
    assert by_id[made].call is CallbackKind.NEW_CAR


def batch_id(desk: Desk) -> str:
    with desk.read() as session:
        return session.query(ImportBatch.id).scalar()  # type: ignore[no-any-return]


def test_the_timeline_is_read_in_pages(services: Services, make: Make) -> None:
    desk = services.desk
    customer = make.customer(created_at=desk.now - timedelta(days=900))
    car = make.vehicle(customer)
    for back in range(25):
        make.visit(car, arrived_at=desk.now - timedelta(days=10 * back))
    whole = services.customers.timeline(customer, limit=100)
    pages: list[TimelineEntry] = []
    after = None
    while page := services.customers.timeline(customer, limit=7, after=after):
        pages += page
        after = TimelinePlace(page[-1].at, page[-1].id)
    assert pages == list(whole)
    assert len(whole) == 26


def test_messages_merges_and_classes_are_told_and_asked_for_by_kind(
    services: Services, make: Make
) -> None:
    desk = services.desk
    customer = make.customer(created_at=desk.now - timedelta(days=90))
    who = {"customer_id": customer, "queued_by": desk.actor.id, "queued_at": desk.now}
    with desk.write() as work:
        told = json.dumps({"stays": "K-2026-000001", "goes": "K-2026-000002"})
        merge = {"subject_id": customer, "told": told, "at": desk.now, "by": desk.actor.id}
        work.session.add_all(
            [
                OutboxMessage(
                    channel=MessageChannel.SMS,
                    template="callback.thanks",
                    language="zh_CN",
                    body="感谢接听",
                    **who,
                ),
                ChangeSet(kind=ChangeSetKind.MERGE, **merge),
                ChangeSet(kind=ChangeSetKind.MERGE, undone_at=desk.now, **merge),
                ClassChange(
                    customer_id=customer,
                    on=desk.today - timedelta(days=1),
                    before=ValueClass.B,
                    after=ValueClass.D,
                    why="{}",
                ),
            ]
        )

    def asked(*kinds: EntryKind) -> list[tuple[str, str]]:
        found = services.customers.timeline(customer, kinds=frozenset(kinds))
        assert {entry.kind for entry in found} <= set(kinds)
        return sorted((entry.number or entry.text, entry.what) for entry in found)

    assert asked(EntryKind.MESSAGE) == [("感谢接听", "callback.thanks")]
    assert asked(EntryKind.MERGE) == [("K-2026-000002", ""), ("K-2026-000002", UNDONE)]
    assert asked(EntryKind.CLASS) == [("", "b>d")]
    assert asked() == []
    assert len(services.customers.timeline(customer)) == 5


def test_events_of_one_moment_are_neither_lost_nor_told_twice(
    services: Services, make: Make
) -> None:
    customer = make.customer(created_at=services.desk.now)
    for n in range(9):
        services.customers.add_note(customer, f"备注 {n}")
    whole = services.customers.timeline(customer)
    assert len({entry.at for entry in whole}) == 1
    pages: list[TimelineEntry] = []
    after = None
    while page := services.customers.timeline(customer, 4, after):
        pages += page
        after = TimelinePlace(page[-1].at, page[-1].id)
    assert pages == list(whole)


def test_the_list_ranks_filters_and_counts(services: Services, make: Make) -> None:
    today = services.desk.today
    a = make.customer("丁一", last_visit_on=today, next_due_on=today + timedelta(days=60))
    b = make.customer("丙二", last_visit_on=today - timedelta(days=300), next_due_on=today)
    c = make.customer("甲三", created_at=services.desk.now - timedelta(days=60), do_not_call=True)
    make.complaint(a)
    customers = services.customers

    def ids(segment: Segment, text: str = "") -> list[str]:
        return [row.id for row in customers.list(CustomerFilter(text, segment)).rows]

    assert ids(Segment.ALL) == [a, b, c]
    assert ids(Segment.DUE) == [b]
    assert ids(Segment.LOST) == [b]
    assert ids(Segment.NEW) == [a, b]
    assert ids(Segment.COMPLAINING) == [a]
    assert ids(Segment.DO_NOT_CALL) == [c]
    assert ids(Segment.WRONG_NUMBER) == []
    with services.desk.write() as work:
        work.session.query(CustomerPhone).filter_by(customer_id=c).one().wrong = True
    assert ids(Segment.WRONG_NUMBER) == [c]
    assert ids(Segment.ALL, "dingyi") == [a]
    assert ids(Segment.LOST, "dingyi") == []
    by_due = customers.list(sort=Sort.NEXT_DUE, descending=False)
    assert [row.id for row in by_due.rows] == [b, a, c]
    first = customers.list(limit=2)
    assert ([row.id for row in first.rows], first.total) == ([a, b], 3)
    with_c = customers.list(limit=2, including=c)
    assert ([row.id for row in with_c.rows], with_c.total) == ([c, a, b], 3)
    assert [row.id for row in customers.list(limit=2, including=b).rows] == [a, b]
    assert customers.list(CustomerFilter("13")).total == 3
    assert customers.list(CustomerFilter("13"), limit=2).total is None


def test_a_line_of_the_list_shows_phone_and_cars(services: Services, make: Make) -> None:
    customer = make.customer("丁一", phones=["13800138000"], kind=CustomerKind.FLEET)
    make.vehicle(customer, plate="粤B12345")
    make.vehicle(customer, plate=None, model="E7")
    (row,) = services.customers.list().rows
    assert (row.phone, row.kind) == ("138 0013 8000", CustomerKind.FLEET)
    assert set(row.cars.split("  ")) == {"粤B·12345", "E7"}


def test_phones_are_masked_for_who_does_not_need_them(services: Services, make: Make) -> None:
    customer = make.customer(phones=["13800138000"])
    services.desk.permissions -= {Permission.SEE_PHONES}
    (line,) = services.customers.open(customer).phones
    assert (line.shown, line.masked) == ("138****8000", True)
    assert services.customers.list().rows[0].phone == "138****8000"
    assert "00138" not in str([asdict(h) for h in services.search.find("张").hits])
    assert services.customers.reveal_phones(customer) == {line.id: "138 0013 8000"}


def test_known_numbers_lead_to_the_files_there_are(services: Services, make: Make) -> None:
    customer = make.customer("张伟", phones=["13800138000"], identity_number="11010519491231002X")
    car = make.vehicle(customer, plate="粤B12345", vin=vin_of(9))
    found = services.customers.duplicates(
        Known(
            phones=("139", "138-0013-8000"),
            identity_number="11010519491231002x",
            plate="粤b·12345",
            vin=vin_of(9).lower(),
        )
    )
    assert [(d.by, d.field, d.customer_id, d.vehicle_id) for d in found] == [
        (SameBy.PHONE, "phone_2", customer, None),
        (SameBy.IDENTITY, "identity_number", customer, None),
        (SameBy.PLATE, "plate", customer, car),
        (SameBy.VIN, "vin", customer, car),
    ]
    assert found[1].value == "110***********002X"
    assert services.customers.duplicates(Known(phones=("13800138000",)), customer) == ()
    assert services.customers.duplicates(Known()) == ()


def test_calls_without_a_moment_stand_where_calling_begins_on_their_day(
    services: Services, make: Make
) -> None:
    customer = make.customer()
    make.callback(customer)
    entry = services.customers.timeline(customer)[0]
    with services.desk.read() as session:
        assert session.query(Callback).one().due_from == date(2026, 11, 5)
    assert entry.at.isoformat() == "2026-11-05T02:30:00+00:00"
