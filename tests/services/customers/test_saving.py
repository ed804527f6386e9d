from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.models.enums import CustomerKind, Gender, PhoneOwner, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.customers.dto import NewFile
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput, VehicleInput
from frontdesk.services.desk import Change, Desk
from frontdesk.services.registry import Services
from tests.factories import Make, vin_of

ID = "11010519491231002X"
ZHANG = CustomerInput(name=" 张 伟 ", phones=(PhoneInput("138 0013 8000"),))


def _audit(desk: Desk, action: str) -> list[dict[str, Any]]:
    with desk.read() as session:
        rows = session.scalars(
            select(AuditEntry.detail)
            .where(AuditEntry.action == action)
            .order_by(AuditEntry.sequence)
        )
        return [json.loads(detail) for detail in rows]


def _count(desk: Desk, model: type[Any]) -> int:
    with desk.read() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def _faults(error: UserError) -> dict[str | None, str]:
    parts = error.errors if isinstance(error, InputErrors) else (error,)
    return {part.field: part.code for part in parts}


def test_a_new_file_is_kept_tidied_numbered_and_found(services: Services) -> None:
    given = CustomerInput(
        name="张　伟",
        phones=(PhoneInput("１３８-0013-8000"), PhoneInput("0755 8888 6666", PhoneOwner.WORK)),
        gender=Gender.MALE,
        identity_number=ID.lower(),
        birthday=date(1949, 12, 31),
        email="zw@example.com",
        remarks="喜欢先看报价",
    )
    customer = services.customers.create(given)
    file = services.customers.open(customer)
    assert (file.number, file.name) == ("K-2026-000001", "张伟")
    assert [(p.shown, p.owner) for p in file.phones] == [
        ("138 0013 8000", PhoneOwner.SELF),
        ("0755-8888 6666", PhoneOwner.WORK),
    ]
    assert file.identity_masked == "110***********002X"
    assert (file.created_by, file.remarks) == ("店长", "喜欢先看报价")
    assert [hit.id for hit in services.search.find("zhangwei").hits] == [customer]
    (entry,) = _audit(services.desk, "customer.create")
    assert entry["after"]["name"] == "张伟"
    assert entry["after"]["identity_number"] == "110***********002X"


def test_every_fault_is_told_beside_its_field(services: Services) -> None:
    given = CustomerInput(
        name="  ",
        phones=(PhoneInput("1380013800"), PhoneInput("13800138000"), PhoneInput("13800138000")),
        identity_number="123",
        email="zw.example.com",
        birthday=date(2027, 1, 1),
    )
    with pytest.raises(InputErrors) as caught:
        services.customers.create(given)
    assert _faults(caught.value) == {
        "name": "name.missing",
        "phone_1": "phone.mobile_length",
        "phone_3": "customer.phone_twice",
        "identity_number": "id_number.length",
        "email": "customer.email",
        "birthday": "customer.birthday",
    }
    assert _count(services.desk, Customer) == 0


def test_a_company_is_known_by_its_code(services: Services) -> None:
    company = CustomerInput(
        name="远航物流",
        kind=CustomerKind.COMPANY,
        phones=(PhoneInput("13800138000"),),
        identity_number=ID,
    )
    with pytest.raises(UserError) as caught:
        services.customers.create(company)
    assert _faults(caught.value) == {"identity_number": "company_code.check_digit"}


def test_a_save_told_twice_makes_one_file(services: Services) -> None:
    ids = NewFile("0190aaaa-0000-7000-8000-000000000001", "0190aaaa-0000-7000-8000-000000000002")
    car = VehicleInput(plate="粤B12345", model="X5")
    assert services.customers.quick_create(ZHANG, car, ids) == ids
    assert services.customers.quick_create(ZHANG, car, ids) == ids
    assert _count(services.desk, Customer) == 1
    assert _count(services.desk, Vehicle) == 1
    assert _count(services.desk, VehicleOwnership) == 1


def test_an_edit_notes_what_changed_and_moves_the_version(services: Services, make: Make) -> None:
    customer = make.customer("李四", phones=["13900001111"])
    told: list[frozenset[Change]] = []
    services.desk.on_change(told.append)
    given = CustomerInput(name="李思", phones=(PhoneInput("13900001111"),), wechat="lisi88")
    services.customers.update(customer, given, 1)
    (entry,) = _audit(services.desk, "customer.update")
    assert entry == {
        "before": {"name": "李四", "wechat": None},
        "after": {"name": "李思", "wechat": "lisi88"},
    }
    assert told == [frozenset({Change.CUSTOMERS})]
    assert services.customers.open(customer).version == 2
    assert services.search.find("李四").hits == ()


def test_a_save_that_changes_nothing_leaves_no_trace(services: Services, make: Make) -> None:
    customer = make.customer("李四", phones=["13900001111"])
    services.customers.update(
        customer, CustomerInput(name="李四", phones=(PhoneInput("13900001111"),)), 1
    )
    assert _audit(services.desk, "customer.update") == []
    assert services.customers.open(customer).version == 1


def test_whoever_saves_second_is_told_and_overwrites_nothing(
    services: Services, make: Make
) -> None:
    customer = make.customer("李四", phones=["13900001111"])
    first = CustomerInput(name="李四", phones=(PhoneInput("13900002222"),))
    services.customers.update(customer, first, 1)
    with pytest.raises(Conflict):
        services.customers.update(
            customer, CustomerInput(name="李五", phones=(PhoneInput("13900001111"),)), 1
        )
    assert services.customers.open(customer).name == "李四"


def test_a_number_found_wrong_stays_so_until_it_is_replaced(services: Services, make: Make) -> None:
    customer = make.customer(phones=["13900001111"])
    with services.desk.write() as work:
        work.session.scalars(select(CustomerPhone)).one().wrong = True
    given = CustomerInput(
        name="张伟", phones=(PhoneInput("13900001111"), PhoneInput("13900002222"))
    )
    services.customers.update(customer, given, 1)
    assert [p.wrong for p in services.customers.open(customer).phones] == [True, False]
    services.customers.update(
        customer, CustomerInput(name="张伟", phones=(PhoneInput("13900002222"),)), 2
    )
    assert [p.wrong for p in services.customers.open(customer).phones] == [False]


def test_an_id_number_not_shown_is_kept_and_can_be_emptied(services: Services) -> None:
    phones = (PhoneInput("13800138000"),)
    customer = services.customers.create(
        CustomerInput(name="张伟", phones=phones, identity_number=ID)
    )
    services.customers.update(customer, CustomerInput(name="张为", phones=phones), 1)
    assert services.customers.open(customer).identity_masked
    assert services.customers.reveal_identity(customer) == ID
    services.customers.update(
        customer, CustomerInput(name="张为", phones=phones, identity_number=""), 2
    )
    assert services.customers.open(customer).identity_masked == ""


def test_every_look_at_an_id_number_is_noted(services: Services, make: Make) -> None:
    customer = make.customer(identity_number=ID)
    services.customers.reveal_identity(customer)
    services.customers.reveal_phones(customer)
    assert _audit(services.desk, "customer.reveal_identity") == [{"number": "K-2026-000001"}]
    assert len(_audit(services.desk, "customer.reveal_phones")) == 1
    with pytest.raises(NotFound):
        services.customers.reveal_identity("gone")


def test_who_does_not_need_it_neither_edits_nor_reveals(services: Services, make: Make) -> None:
    customer = make.customer()
    consultant = make.services(Role.SALES_CONSULTANT)
    assert consultant.customers.open(customer).name == "张伟"
    with pytest.raises(PermissionDenied):
        consultant.customers.create(ZHANG)
    with pytest.raises(PermissionDenied):
        consultant.customers.add_note(customer, "x")
    with pytest.raises(PermissionDenied):
        consultant.customers.reveal_identity(customer)


def test_a_car_is_checked_and_found_by_old_and_new_plate(services: Services, make: Make) -> None:
    customer = make.customer()
    car = services.customers.add_vehicle(
        customer, VehicleInput(plate="粤b·12345", vin=vin_of(1).lower(), last_mileage_km=1000)
    )
    (kept,) = services.customers.open(customer).cars
    assert (kept.plate, kept.vin, kept.version) == ("粤B12345", vin_of(1), 1)
    services.customers.update_vehicle(car, VehicleInput(plate="粤BD12345", vin=vin_of(1)), 1)
    for typed in ("粤B12345", "粤BD12345"):
        assert {hit.customer_id for hit in services.search.find(typed).hits} == {customer}
    with pytest.raises(Conflict):
        services.customers.update_vehicle(car, VehicleInput(plate="粤BD12346"), 1)


@pytest.mark.parametrize("plate", ["无", "未上牌", "待上牌", "", "临牌"])
def test_a_car_without_a_plate_yet_is_kept_by_its_model(
    services: Services, make: Make, plate: str
) -> None:
    customer = make.customer()
    services.customers.add_vehicle(customer, VehicleInput(plate=plate, model="X5"))
    assert services.customers.open(customer).cars[0].plate == ""


def test_faults_of_a_car_are_told_beside_their_fields(services: Services, make: Make) -> None:
    customer = make.customer()
    with pytest.raises(InputErrors) as caught:
        services.customers.add_vehicle(
            customer, VehicleInput(plate="粤B1234", vin="LSV", last_mileage_km=-1)
        )
    assert _faults(caught.value) == {
        "plate": "plate.length",
        "vin": "vin.length",
        "last_mileage_km": "vehicle.mileage",
    }
    with pytest.raises(UserError) as nothing:
        services.customers.add_vehicle(customer, VehicleInput())
    assert _faults(nothing.value) == {"plate": "vehicle.unnamed"}


def test_the_same_vin_is_refused_with_its_owner(services: Services, make: Make) -> None:
    owner = make.customer("王五")
    make.vehicle(owner, vin=vin_of(7))
    with pytest.raises(UserError) as caught:
        services.customers.add_vehicle(make.customer(), VehicleInput(vin=vin_of(7)))
    assert _faults(caught.value) == {"vin": "vehicle.vin_known"}
    assert caught.value.params["name"] == "王五"


def test_a_car_changes_hands_and_its_history_stays_with_both(
    services: Services, make: Make
) -> None:
    old, new = make.customer("王五"), make.customer("赵六")
    car = make.vehicle(old, plate="粤B00007")
    visit = make.visit(car)
    services.customers.take_over(car, new)
    assert [c.id for c in services.customers.open(new).cars] == [car]
    former = services.customers.open(old)
    assert former.cars == ()
    assert [(c.vehicle_id, c.until) for c in former.former_cars] == [(car, services.desk.today)]
    assert visit in [entry.id for entry in services.customers.timeline(old)]
    assert {h.customer_id for h in services.search.find("粤B00007").hits} == {new}
    services.customers.take_over(car, new)
    assert len(_audit(services.desk, "vehicle.take_over")) == 1


def test_a_save_takes_its_own_draft_away(services: Services, make: Make) -> None:
    customer = make.customer("李四", phones=["13900001111"])
    services.drafts.keep("customer", customer, {"name": "李"})
    services.drafts.keep("customer", "", {"name": "另一个"})
    services.customers.update(
        customer, CustomerInput(name="李思", phones=(PhoneInput("13900001111"),)), 1
    )
    assert services.drafts.offered("customer", customer) is None
    assert services.drafts.offered("customer") is not None


def test_notes_are_signed_and_dated(services: Services, make: Make) -> None:
    customer = make.customer()
    note = services.customers.add_note(customer, " 孩子今年高考 \n")
    entry = services.customers.timeline(customer)[0]
    assert (entry.id, entry.text, entry.by, entry.at) == (
        note,
        "孩子今年高考",
        "店长",
        services.desk.now,
    )
    with pytest.raises(UserError) as caught:
        services.customers.add_note(customer, "  ")
    assert _faults(caught.value) == {"note": "customer.note_empty"}


@given(words=st.text(max_size=60), number=st.text(max_size=20))
def test_whatever_is_typed_is_kept_as_it_reads_or_refused_in_words(
    services: Services, words: str, number: str
) -> None:
    given = CustomerInput(
        name=f"张{words}",
        phones=(PhoneInput(number or "13800138000"),),
        wechat=words,
        employer=words,
        remarks=words,
        email=words,
    )
    customer, refused = "", set[str | None]()
    try:
        customer = services.customers.create(given)
    except UserError as error:
        refused = set(_faults(error))
    assert refused <= {"name", "phone_1", "email", "wechat", "employer", "remarks"}
    if refused:
        return
    kept = services.customers.open(customer)
    services.customers.update(
        customer,
        CustomerInput(
            name=kept.name,
            phones=tuple(PhoneInput(p.shown, p.owner) for p in kept.phones),
            wechat=kept.wechat,
            employer=kept.employer,
            remarks=kept.remarks,
            email=kept.email,
        ),
        kept.version,
    )
    assert services.customers.open(customer) == kept
