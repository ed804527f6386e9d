"""The import end to end: who is who, one transaction, what comes of a delivery."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from frontdesk.errors import PermissionDenied
from frontdesk.models.all import (
    AuditEntry,
    Callback,
    Customer,
    CustomerPhone,
    ImportBatch,
    ImportedVehicle,
    Vehicle,
    VehicleOwnership,
)
from frontdesk.models.enums import CallbackKind, CustomerKind, CustomerSource, Role
from frontdesk.services.desk import Change, Desk
from frontdesk.services.exchange.results import ImportResult
from frontdesk.services.registry import Services
from tests.factories import Make, vin_of
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx

DATA = Path(__file__).parent / "data"
Import = Callable[..., ImportResult]


@pytest.fixture
def run(services: Services, tmp_path: Path) -> Import:
    """Import rows under the usual heading."""

    def imported(*rows: Any, heading: tuple[str, ...] = HEADING) -> ImportResult:
        sheet = write_xlsx(tmp_path / "sheet.xlsx", [heading, *rows])
        return services.exchange.run(sheet)

    return imported


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "deliveries-october.xlsx"
    path.write_bytes((DATA / "deliveries-october.xlsx").read_bytes())
    return path


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.read, result.created, result.updated, result.rejected


def count(desk: Desk, model: type[Any], *where: Any) -> int:
    with desk.read() as session:
        return session.scalar(select(func.count()).select_from(model).where(*where)) or 0


def the_car(desk: Desk, vin: str = vin_of(1)) -> Vehicle:
    with desk.read() as session:
        return session.scalars(select(Vehicle).where(Vehicle.vin == vin)).one()


def owner_of(desk: Desk, car: Vehicle) -> Customer:
    with desk.read() as session:
        return session.get_one(Customer, car.customer_id)


# the real sheet -----------------------------------------------------------------------------


def test_the_october_sheet_gives_exactly_the_rows_at_fault_back(
    services: Services, sample: Path
) -> None:
    told = {
        row["row"]: row for row in json.loads((DATA / "deliveries-october.json").read_text("utf-8"))
    }
    preview = services.exchange.preview(sample)
    assert (preview.read, preview.created, preview.updated, preview.rejected) == (120, 111, 1, 8)
    assert preview.problems == ()
    faults = {fault.row: {str(e.field) for e in fault.errors} for fault in preview.faults}
    assert faults == {
        row: {entry["fault"]}
        for row, entry in told.items()
        if entry["fault"] not in (None, "duplicate")
    }
    assert counts(services.exchange.run(sample)) == (120, 111, 1, 8)
    with services.desk.read() as session:
        stored = {
            car.vin: car for car in session.scalars(select(Vehicle).order_by(Vehicle.delivered_on))
        }
        last_row = {entry["vin"]: entry for entry in told.values() if entry["vin"] in stored}
        for vin, entry in last_row.items():
            car = stored[vin]
            owner = session.get_one(Customer, car.customer_id)
            assert (owner.name, owner.phones[0].number) == (entry["name"], entry["phone"])
            assert (car.plate, str(car.delivered_on)) == (entry["plate"], entry["delivered"])
            assert str(car.insurance_ends_on) == entry["insurance"]
            assert (owner.source, car.sold_here) == (CustomerSource.DELIVERY, True)
        assert len(stored) == 111


def test_the_same_sheet_again_changes_nothing_but_counts(services: Services, sample: Path) -> None:
    services.exchange.run(sample)
    desk = services.desk
    before = [
        count(desk, m) for m in (Customer, CustomerPhone, Vehicle, VehicleOwnership, Callback)
    ]
    result = services.exchange.run(sample)
    assert counts(result) == (120, 0, 112, 8)
    after = [count(desk, m) for m in (Customer, CustomerPhone, Vehicle, VehicleOwnership, Callback)]
    assert after == before
    assert (
        count(desk, AuditEntry, AuditEntry.action.in_(("vehicle.import", "customer.import"))) == 0
    )


# who is who ---------------------------------------------------------------------------------


def test_the_later_line_about_a_car_wins_where_it_is_filled(desk: Desk, run: Import) -> None:
    result = run(
        delivery(1, model="GL8", remarks="先到"),
        delivery(1, model="GL8 陆尊", remarks=None, day="2026-10-03"),
    )
    assert counts(result) == (2, 1, 1, 0)
    car = the_car(desk)
    assert (car.model, car.remarks, car.delivered_on) == ("GL8 陆尊", "先到", date(2026, 10, 3))
    assert count(desk, Customer) == 1


def test_a_known_car_is_brought_up_to_date_and_keeps_the_rest(
    desk: Desk, make: Make, run: Import
) -> None:
    owner = make.customer("王二", phones=["13800000001"])
    make.vehicle(owner, vin=vin_of(1), plate=None, colour="白")
    assert counts(run(delivery(1))) == (1, 0, 1, 0)
    car = the_car(desk)
    assert (car.customer_id, car.plate, car.colour, car.version) == (owner, "粤B00001", "白", 2)
    with desk.read() as session:
        entry = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "vehicle.import")
        ).one()
    detail = json.loads(entry.detail)
    assert detail["before"]["plate"] is None
    assert detail["after"]["plate"] == "粤B00001"


def test_a_car_without_vin_is_found_by_its_plate_and_gets_the_vin(
    desk: Desk, make: Make, run: Import
) -> None:
    make.vehicle(make.customer("王二", phones=["13800000001"]), vin=None, plate="粤B00001")
    assert counts(run(delivery(1))) == (1, 0, 1, 0)
    assert the_car(desk).plate == "粤B00001"


def test_a_plate_goes_on_to_the_next_car(desk: Desk, make: Make, run: Import) -> None:
    owner = make.customer("王二", phones=["13800000001"])
    make.vehicle(owner, vin=vin_of(9), plate="粤B00001")
    assert counts(run(delivery(1))) == (1, 1, 0, 0)
    assert the_car(desk, vin_of(9)).plate is None
    assert the_car(desk).customer_id == owner


def test_a_family_on_one_phone_are_different_customers(desk: Desk, run: Import) -> None:
    run(
        delivery(1, name="王一", phone="13800138000"), delivery(2, name="李二", phone="13800138000")
    )
    assert count(desk, Customer) == 2


def test_one_customer_with_two_cars_is_one_file(desk: Desk, run: Import) -> None:
    run(
        delivery(1, name="王一", phone="13800138000"),
        delivery(2, name="王 一", phone="138-0013-8000"),
    )
    assert (count(desk, Customer), count(desk, Vehicle)) == (1, 2)


def test_a_customer_is_known_by_id_number_under_a_new_phone(
    desk: Desk, make: Make, run: Import
) -> None:
    known = make.customer("王一", phones=["13900139000"], identity_number="11010519491231002X")
    heading = ("姓名", "电话", "车架号", "证件号码")
    run(("王一", "13800138000", vin_of(1), "11010519491231002X"), heading=heading)
    assert owner_of(desk, the_car(desk)).id == known
    with desk.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.subject_id == known)).all()[-1]
        assert json.loads(entry.detail)["before"]["phones"] == ["13900139000"]
        phones = session.get_one(Customer, known).phones
        assert [phone.number for phone in phones] == ["13900139000", "13800138000"]


def test_an_id_number_is_masked_in_the_audit_trail(desk: Desk, make: Make, run: Import) -> None:
    make.customer("王一", phones=["13800138000"])
    heading = ("姓名", "电话", "车架号", "证件号码")
    run(("王一", "13800138000", vin_of(1), "11010519491231002X"), heading=heading)
    assert count(desk, AuditEntry, AuditEntry.action == "customer.import") == 1
    assert count(desk, AuditEntry, AuditEntry.detail.contains("11010519491231002X")) == 0


def test_two_id_numbers_are_two_people_even_with_one_name_and_phone(
    desk: Desk, make: Make, run: Import
) -> None:
    make.customer("王一", phones=["13800138000"], identity_number="110105194912310010")
    heading = ("姓名", "电话", "车架号", "证件号码")
    run(("王一", "13800138000", vin_of(1), "11010519491231002X"), heading=heading)
    assert count(desk, Customer) == 2


def test_a_new_owner_takes_the_car_and_the_history_stays(
    desk: Desk, make: Make, run: Import
) -> None:
    first = make.customer("张三", phones=["13900139000"])
    car = make.vehicle(first, vin=vin_of(1))
    run(delivery(1, name="王一"))
    owner = owner_of(desk, the_car(desk))
    assert owner.name == "王一"
    with desk.read() as session:
        owners = session.execute(
            select(VehicleOwnership.customer_id, VehicleOwnership.since, VehicleOwnership.until)
            .where(VehicleOwnership.vehicle_id == car)
            .order_by(VehicleOwnership.id)
        ).all()
    handed = date(2026, 10, 31)
    assert [tuple(each) for each in owners] == [(first, None, handed), (owner.id, handed, None)]


def test_an_old_sheet_does_not_take_the_car_back(desk: Desk, run: Import) -> None:
    run(delivery(1, name="张三", day="2026-10-01"))
    run(delivery(1, name="李四", phone="13900139000", day="2026-10-20"))
    run(delivery(1, name="张三", day="2026-10-01"))
    car = the_car(desk)
    assert owner_of(desk, car).name == "李四"
    assert car.delivered_on == date(2026, 10, 20)
    assert count(desk, VehicleOwnership) == 2


def test_a_company_gets_a_company_file(desk: Desk, run: Import) -> None:
    run(delivery(1, name="深圳市某某物流有限公司", phone="0755-88886666"))
    assert owner_of(desk, the_car(desk)).kind is CustomerKind.COMPANY


# what comes of it ---------------------------------------------------------------------------


def test_a_delivery_makes_the_new_car_call_fall_due_once(
    desk: Desk, make: Make, run: Import
) -> None:
    consultant = make.staff(Role.SALES_CONSULTANT, name="刘勇")
    run(delivery(1, day="2026-11-03"), delivery(2, day="2025-01-01"), delivery(3, day=None))
    run(delivery(1, day="2026-11-03"))
    with desk.read() as session:
        call = session.scalars(select(Callback)).one()
    assert call.kind is CallbackKind.NEW_CAR
    assert call.vehicle_id == the_car(desk).id
    assert (call.due_from, call.served_by) == (date(2026, 11, 4), consultant.id)
    assert the_car(desk).sales_consultant_id == consultant.id


def test_what_was_imported_is_found_at_once(services: Services, make: Make, run: Import) -> None:
    make.vehicle(make.customer("赵六", phones=["13900139000"]), vin=vin_of(9), plate="粤B00001")
    run(delivery(1, name="欧阳桐明"))
    found = services.search.find("00001")
    assert found.groups


def test_the_batch_and_its_cars_are_on_record(desk: Desk, run: Import) -> None:
    told: list[frozenset[Change]] = []
    desk.on_change(told.append)
    result = run(delivery(1), delivery(2, day="2026-11-04"), delivery(3, vin="x"))
    assert told == [frozenset({Change.CUSTOMERS, Change.CALLBACKS})]
    with desk.read() as session:
        batch = session.scalars(select(ImportBatch)).one()
        entry = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "deliveries.import")
        ).one()
    assert (batch.id, batch.by, batch.file_name) == (result.batch_id, desk.actor.id, "sheet.xlsx")
    assert (batch.read, batch.created, batch.updated, batch.rejected) == (3, 2, 0, 1)
    assert entry.subject_id == batch.id
    assert count(desk, ImportedVehicle) == 2


# one transaction ----------------------------------------------------------------------------


def test_progress_rises_to_the_end(services: Services, sample: Path) -> None:
    told: list[tuple[int, int]] = []
    services.exchange.run(sample, progress=lambda done, total: told.append((done, total)))
    done = [each for each, _ in told]
    assert done == sorted(done)
    assert told[-1] == (120, 120)
    assert len(set(done)) > 3


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_cancelling_at_any_point_stores_nothing(
    services: Services, sample: Path, after: int
) -> None:
    asked = iter(range(1000))
    result = services.exchange.run(sample, cancelled=lambda: next(asked) >= after)
    assert result.cancelled
    assert counts(result) == (0, 0, 0, 0)
    for model in (Customer, Vehicle, Callback, ImportBatch, AuditEntry):
        assert count(services.desk, model) == 0
    assert list(sample.parent.glob("*待修改*")) == []


def test_a_failure_stores_nothing_and_leaves_no_rejected_sheet(
    services: Services, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("frontdesk.services.exchange.service.remember", fail)
    mapping = services.exchange.preview(sample).mapping
    with pytest.raises(OSError, match="disk full"):
        services.exchange.run(sample, mapping)
    assert count(services.desk, Customer) == 0
    assert list(sample.parent.glob("*待修改*")) == []


# permission ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.SERVICE_ADVISOR, Role.SALES_CONSULTANT, Role.ADMINISTRATOR])
def test_who_may_not_import_is_refused(make: Make, sample: Path, role: Role) -> None:
    exchange = make.services(role).exchange
    with pytest.raises(PermissionDenied):
        exchange.preview(sample)
    with pytest.raises(PermissionDenied):
        exchange.run(sample)


def test_a_cs_specialist_may_import(make: Make, sample: Path) -> None:
    assert make.services(Role.CS_SPECIALIST).exchange.run(sample).created == 111


def test_card_and_further_dates_of_the_car_come_along(run: Import, services: Services) -> None:
    heading = ("车主姓名", "联系电话", "车架号", "变速箱号", "车辆类别", "质保到期", "年检到期")
    cells = ["王一", "13800000001", vin_of(1), "GB-77", "SUV", "2029-10-31", "2028-10-31"]
    run([*cells, "M-1", "金卡"], heading=(*heading, "会员卡号", "会员级别"))
    car = the_car(services.desk)
    assert (car.gearbox_number, car.vehicle_class) == ("GB-77", "SUV")
    assert (car.warranty_ends_on, car.inspection_due_on) == (date(2029, 10, 31), date(2028, 10, 31))
    owner = owner_of(services.desk, car)
    assert (owner.member_number, owner.member_level) == ("M-1", "金卡")
    # What a later sheet leaves out stays.
    run([*cells[:3], "GB-78"], heading=heading[:4])
    assert the_car(services.desk).gearbox_number == "GB-78"
    assert owner_of(services.desk, the_car(services.desk)).member_level == "金卡"
