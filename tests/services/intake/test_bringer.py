"""Who is taken to have brought the car: a guess that tells nobody of others."""

from __future__ import annotations

from datetime import timedelta

from frontdesk.models.customer import CustomerPhone
from frontdesk.models.enums import CustomerKind, PhoneOwner, VisitStatus
from frontdesk.models.vehicle import Vehicle, VehicleDriver
from frontdesk.services.intake.views import BroughtBy, Guesses
from frontdesk.services.registry import Services
from tests.factories import Make


def _guess(services: Services, vehicle_id: str) -> tuple[str, str, BroughtBy]:
    found: Guesses = services.intake.prepare(vehicle_id).guesses
    return found.brought_by, found.brought_by_phone, found.brought


def _driver(services: Services, vehicle_id: str, name: str, position: int = 0) -> None:
    with services.desk.write() as work:
        work.session.add(
            VehicleDriver(vehicle_id=vehicle_id, position=position, name=name, phone="13700000007")
        )


def test_on_a_first_visit_the_owner_has_brought_the_car(services: Services, make: Make) -> None:
    customer_id = make.customer("李娜", phones=["13800000001", "13800000002", "13800000003"])
    with services.desk.write() as work:
        first, second, _ = work.session.query(CustomerPhone).order_by(CustomerPhone.position)
        first.owner, second.owner, second.wrong = PhoneOwner.SPOUSE, PhoneOwner.SELF, True
    vehicle_id = make.vehicle(customer_id)
    assert _guess(services, vehicle_id) == ("李娜", "138 0000 0003", BroughtBy.OWNER)


def test_a_company_brings_no_car_but_its_driver_does(services: Services, make: Make) -> None:
    company = make.customer("远航物流", kind=CustomerKind.COMPANY)
    vehicle_id = make.vehicle(company)
    assert _guess(services, vehicle_id)[:2] == ("", "")
    _driver(services, vehicle_id, "赵师傅")
    assert _guess(services, vehicle_id) == ("赵师傅", "137 0000 0007", BroughtBy.DRIVER)
    _driver(services, vehicle_id, "钱师傅", 1)
    assert _guess(services, vehicle_id)[:2] == ("", "")


def test_who_brought_it_last_time_comes_first_but_not_for_another_owner(
    services: Services, make: Make
) -> None:
    vehicle_id = make.vehicle(make.customer("李娜", phones=[]))
    make.visit(
        vehicle_id,
        status=VisitStatus.HANDED_OVER,
        arrived_at=services.desk.now - timedelta(days=90),
        brought_by="王小明",
        brought_by_phone="13900000009",
    )
    assert _guess(services, vehicle_id) == ("王小明", "139 0000 0009", BroughtBy.LAST)
    buyer = make.customer("张强", phones=["13800000005"])
    with services.desk.write() as work:
        work.session.get_one(Vehicle, vehicle_id).customer_id = buyer
    assert _guess(services, vehicle_id) == ("张强", "138 0000 0005", BroughtBy.OWNER)


def test_a_number_found_wrong_since_is_not_offered_again(services: Services, make: Make) -> None:
    customer_id = make.customer("李娜", phones=["13800000001", "13800000002"])
    for name, shown in (("李娜", "138 0000 0002"), ("王小明", "")):
        vehicle_id = make.vehicle(customer_id)
        make.visit(
            vehicle_id,
            status=VisitStatus.HANDED_OVER,
            arrived_at=services.desk.now - timedelta(days=90),
            brought_by=name,
            brought_by_phone="13800000001",
        )
        with services.desk.write() as work:
            first = work.session.query(CustomerPhone).filter_by(number="13800000001").one()
            first.wrong = False
        assert _guess(services, vehicle_id)[:2] == (name, "138 0000 0001")
        with services.desk.write() as work:
            work.session.query(CustomerPhone).filter_by(number="13800000001").one().wrong = True
        assert _guess(services, vehicle_id)[:2] == (name, shown)
