"""A removed person is nowhere any more, and the statistics are as before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, Conflict, FrontdeskError, UserError
from frontdesk.models.base import Base
from frontdesk.models.callback import CallAnswer, CallAttempt
from frontdesk.models.customer import Customer
from frontdesk.models.enums import (
    CallbackStatus,
    CallOutcome,
    ComplaintState,
    CustomerKind,
    Role,
    VisitStatus,
)
from frontdesk.models.vehicle import VehicleDriver
from frontdesk.models.visit import VisitWords
from frontdesk.services.merging.dto import MergeInput
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx
from tests.services.merging.people import EVERYTHING, Told, file

_MARK = "可认出的人"
_NOT_OF_THE_PERSON = frozenset(
    {
        *("id", "version", "number", "occasion", "script_key", "stage", "template", "language"),
        *("category", "withdrawn_why", "badges", "why", "criteria", "code", "subject", "sha256"),
        *("media_type", "model", "brand", "trim", "vehicle_class", "colour", "description"),
        *("sales_consultant", "member_level", "part", "part_number", "warning_lamps"),
        *(
            "subject_id",
            "form",
            "payload",
            "own_class_why",
            "with_callback_id",
            "person",
            "responsible",
        ),
    }
)


@pytest.fixture
def known(services: Services, make: Make) -> str:
    """A person of whom every text in every row says who they are."""
    told = Told(EVERYTHING.fields, ("13911112222",), tuple(t for t in EVERYTHING.things))
    person = file(make, told, make.customer("别人"))
    car = make.vehicle(person)
    visit = make.visit(car, status=VisitStatus.HANDED_OVER, brought_by="x")
    call = make.callback(person, vehicle_id=car, visit_id=visit, status=CallbackStatus.DONE)
    with services.desk.write() as work:
        by = services.desk.actor.id
        work.session.add_all(
            [
                VehicleDriver(vehicle_id=car, position=0, name="x", phone="x"),
                VisitWords(visit_id=visit, at=work.now, by=by, words="x"),
                CallAttempt(
                    callback_id=call,
                    position=0,
                    started_at=work.now,
                    ended_at=work.now,
                    by=by,
                    outcome=CallOutcome.REACHED,
                    note="x",
                ),
                CallAnswer(callback_id=call, position=0, step="words", value="很满意，找老王"),
                CallAnswer(callback_id=call, position=1, step="score", value="satisfied"),
            ]
        )
        work.session.flush()
        run = work.session.connection().exec_driver_sql
        run("UPDATE visit SET status = 'handed_over'")
        run("UPDATE complaint SET state = 'filed'")
        run("DROP TRIGGER complaint_words_locked")
        run("DROP TRIGGER complaint_entry_never_changes")
        run(
            "UPDATE complaint_entry SET said = ?",
            (f'{{"words": "{_MARK}", "level": "complaint_normal", "phone": "13911112222"}}',),
        )
        for table, column in _texts():
            owner = next(
                (each for each in ("customer_id", "visit_id", "callback_id") if each in table.c),
                "id",
            )
            ids = {
                "customer_id": person,
                "visit_id": visit,
                "callback_id": call,
                "id": person,
            }
            if table.name not in ("visit", "callback", "complaint") or owner == "customer_id":
                run(
                    f'UPDATE "{table.name}" SET "{column}" = ? '
                    f"WHERE \"{owner}\" = ? AND typeof(\"{column}\") IN ('text', 'null')",
                    (_MARK, ids[owner]),
                )
    return person


def _texts() -> Iterator[tuple[Any, str]]:
    """Columns in which somebody may have typed who a person is."""
    from sqlalchemy import Text

    wanted = {
        *("customer", "vehicle", "visit", "callback", "complaint", "outbox_message"),
        *("family_member", "customer_note", "visit_words", "call_attempt", "damage_mark"),
    }
    for table in Base.metadata.sorted_tables:
        if table.name not in wanted:
            continue
        for column in table.columns:
            plain = type(column.type) is Text and not column.foreign_keys and not column.unique
            if plain and column.name not in _NOT_OF_THE_PERSON:
                yield table, column.name


def _where(services: Services, words: str) -> dict[str, int]:
    """Where in the store ``words`` stand, the trail apart."""
    found: dict[str, int] = {}
    with services.desk.read() as session:
        run = session.connection().exec_driver_sql
        names = [
            row[0]
            for row in run(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%'"
            )
        ]
        for table in names:
            for column in run(f'PRAGMA table_info("{table}")').all():
                count = run(
                    f'SELECT count(*) FROM "{table}" WHERE instr(CAST("{column[1]}" AS TEXT), ?)',
                    (words,),
                ).scalar_one()
                if count:
                    found[f"{table}.{column[1]}"] = count
    return found


def _erase(services: Services, person: str) -> None:
    services.desk.confirmation.give()
    version = services.personal_data.preview(person).version
    services.personal_data.erase(person, version)


def test_nothing_tells_who_they_were(services: Services, known: str) -> None:
    assert len(_where(services, _MARK)) > 25
    _erase(services, known)
    assert _where(services, _MARK) == {}
    assert _where(services, "13911112222") == {}
    assert _where(services, "老王") == {}
    assert services.search.find("13911112222").hits == ()


def test_lists_of_files_hold_them_no_more(services: Services, known: str) -> None:
    assert known in {row.id for row in services.customers.list().rows}

    _erase(services, known)

    assert known not in {row.id for row in services.customers.list().rows}


def test_rows_days_sums_and_choices_stay_for_the_statistics(services: Services, known: str) -> None:
    before = _counts(services)
    _erase(services, known)
    assert _counts(services) == before
    with services.desk.read() as session:
        customer = session.get_one(Customer, known)
        assert customer.erased_at == services.desk.now
        assert customer.do_not_call
        values = {answer.value for answer in session.query(CallAnswer)}
        assert values == {"—", "satisfied"}


def _counts(services: Services) -> dict[str, Any]:
    with services.desk.read() as session:
        run = session.connection().exec_driver_sql
        counts = {
            table: run(f'SELECT count(*) FROM "{table}"').scalar_one()
            for table in ("customer", "vehicle", "visit", "callback", "complaint", "visit_item")
        }
        counts["days"] = run("SELECT group_concat(arrived_on) FROM visit").scalar_one()
        return counts


def test_an_index_built_anew_finds_them_no_more(services: Services, known: str) -> None:
    from frontdesk.services.search import index

    car = services.customers.open(known).cars[0]
    with services.desk.write() as work:
        work.audit("vehicle.update", "vehicle", car.id, before={"plate": "粤BTRAIL"}, after={})
    _erase(services, known)
    with services.desk.write() as work:
        index.rebuild(work.session)
        index.refresh(work.session, [known])
    assert services.search.find("TRAIL").hits == ()


def test_the_trail_shows_no_more_of_their_values(services: Services, make: Make) -> None:
    from frontdesk.services.audit.dto import Wanted

    person = make.customer()
    with services.desk.write() as work:
        work.audit(
            "customer.update", "customer", person, before={"name": "旧"}, after={"name": "新"}
        )
    before = services.audit.page(Wanted(subject="customer", subject_id=person)).entries
    assert any(entry.detail for entry in before)
    _erase(services, person)
    after = services.audit.page(Wanted(subject="customer", subject_id=person)).entries
    assert [entry.action for entry in after] == ["customer.erase", "customer.update"]
    assert all(entry.detail == () for entry in after)
    assert services.audit.verify().faults == ()


def test_nobody_finds_an_entry_by_their_values(services: Services, make: Make) -> None:
    from frontdesk.services.audit.dto import Wanted

    def found(text: str) -> list[tuple[str, str]]:
        entries = services.audit.page(Wanted(text=text)).entries
        return [(entry.action, entry.subject_id) for entry in entries]

    person, buyer, other = make.customer(), make.customer(), make.customer()
    car, sold = make.vehicle(person), make.vehicle(person)
    with services.desk.write() as work:
        work.session.add(VehicleDriver(vehicle_id=sold, position=0, name="老周司机"))
    services.customers.take_over(sold, buyer)
    with services.desk.write() as work:
        for subject, id_ in (("customer", person), ("vehicle", car), ("customer", other)):
            work.audit("customer.update", subject, id_, before={"name": "旧名甲"}, after={})
    assert len(found("旧名甲")) == 3
    assert found("老周司机") == [("vehicle.take_over", sold)]
    number = services.customers.open(person).number
    _erase(services, person)
    assert found("旧名甲") == [("customer.update", other)]
    assert found("老周司机") == []
    [moved] = services.audit.page(Wanted(text=sold, subject="vehicle", subject_id=sold)).entries
    assert (moved.action, moved.detail) == ("vehicle.take_over", ())
    assert ("customer.erase", person) in found(number)
    assert services.audit.verify().faults == ()


def test_undo_of_merge_and_import_is_given_up_with_the_person(
    services: Services, make: Make, tmp_path: Path
) -> None:
    batch = services.exchange.run(
        write_xlsx(tmp_path / "交车.xlsx", [HEADING, delivery(1), delivery(2)])
    ).batch_id
    assert batch is not None
    person = services.search.find("00001").hits[0].customer_id
    other = make.customer("另一份")
    seen = services.merging.preview(person, other)
    merged = services.merging.merge(
        MergeInput(person, seen.stays.version, other, seen.goes.version)
    )
    _erase(services, person)
    assert not services.merging.made()[0].can_undo
    assert not services.exchange.imports()[0].can_undo
    with pytest.raises(UserError, match=r"change_set\.gone"):
        services.merging.undo(merged)
    with pytest.raises(UserError, match=r"change_set\.gone"):
        services.exchange.undo(batch)


def test_locks_on_words_and_files_hold_on_afterwards(services: Services, make: Make) -> None:
    person = make.customer()
    make.complaint(person, state=ComplaintState.FILED)
    locks = _locks(services)
    _erase(services, person)
    assert _locks(services) == locks
    assert "complaint_words_locked" in locks


def _locks(services: Services) -> list[str]:
    with services.desk.read() as session:
        run = session.connection().exec_driver_sql
        rows = run("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        return [row[0] for row in rows]


def test_what_is_still_owed_stands_in_the_way(services: Services, make: Make) -> None:
    person = make.customer()
    visit = make.visit(make.vehicle(person))
    with pytest.raises(UserError, match=r"personal\.open_visit"):
        _erase(services, person)
    assert not services.personal_data.preview(person).can_be_erased
    with services.desk.write() as work:
        from frontdesk.models.visit import Visit

        work.session.get_one(Visit, visit).status = VisitStatus.HANDED_OVER
    ticket = make.complaint(person)
    with pytest.raises(UserError, match=r"personal\.open_complaint"):
        _erase(services, person)
    with services.desk.write() as work:
        from frontdesk.models.complaint import Complaint

        work.session.get_one(Complaint, ticket).state = ComplaintState.FILED
    _erase(services, person)
    with pytest.raises(UserError, match=r"personal\.erased"):
        _erase(services, person)


def test_the_password_is_asked_for_and_a_change_since_is_told(
    services: Services, make: Make
) -> None:
    person = make.customer()
    version = services.personal_data.preview(person).version
    services.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        services.personal_data.erase(person, version)
    services.desk.confirmation.give()
    with pytest.raises(Conflict):
        services.personal_data.erase(person, version + 1)


def test_who_may_not_is_refused(make: Make) -> None:
    personal = make.services(Role.CS_SPECIALIST).personal_data
    with pytest.raises(FrontdeskError, match=r"permission\.denied"):
        personal.retention()


def test_only_who_was_not_heard_of_for_years_is_offered_and_removed(
    services: Services, make: Make, clock: FixedClock
) -> None:
    old = clock.now() - timedelta(days=6 * 365)
    silent = make.customer("久未联系", created_at=old)
    called = make.customer("打过电话", created_at=old)
    make.callback(called, closed_on=date(2025, 1, 1))
    come = make.customer("来过", created_at=old)
    make.visit(make.vehicle(come), status=VisitStatus.HANDED_OVER)
    make.customer("新客户")
    offered = services.personal_data.retention()
    assert (offered.total, [row.name for row in offered.rows]) == (1, ["久未联系"])
    assert offered.before == date(2021, 11, 5)
    services.desk.confirmation.give()
    assert services.personal_data.erase_outlived((silent, come, "nobody")) == 1
    assert services.personal_data.retention().total == 0
    with services.desk.read() as session:
        assert session.get_one(Customer, come).erased_at is None


def test_persons_are_counted_with_family_and_drivers(services: Services, make: Make) -> None:
    person = file(make, Told({}, (), ("family",)))
    make.customer("公司", kind=CustomerKind.COMPANY)
    with services.desk.write() as work:
        car = make_car(work, person)
        work.session.add(VehicleDriver(vehicle_id=car, position=0, name="司机"))
    held = services.personal_data.held()
    # ``file`` makes somebody else beside.
    assert (held.customers, held.family, held.drivers, held.persons) == (2, 1, 1, 4)
    assert not held.near
    _erase(services, person)
    held = services.personal_data.held()
    assert (held.customers, held.family, held.drivers, held.erased) == (1, 0, 0, 1)


def make_car(work: Any, owner: str) -> str:
    from frontdesk.models.values.ids import new_id
    from frontdesk.models.vehicle import Vehicle

    car = Vehicle(id=new_id(), customer_id=owner, model="X5")
    work.session.add(car)
    work.session.flush()
    return car.id
