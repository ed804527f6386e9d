"""Routine sheets, spot checks and corrected numbers: valid inputs, and where they are read back."""

from __future__ import annotations

from frontdesk.models.enums import CallbackStatus, Role, SpotVerdict
from frontdesk.services.spot_checks.dto import CheckFilter
from tests.hostile.house import House
from tests.hostile.sample import Sample


def correct_phone(house: House) -> Sample:
    customers, owner = house.services.customers, house.make.customer()
    [line] = customers.open(owner).phones
    arguments = {"customer_id": owner, "phone_id": line.id, "number": "13700001234"}
    return Sample(customers.correct_phone, arguments, lambda _: customers.open(owner))


def _sold(house: House) -> str:
    return house.make.vehicle(sold_here=True, delivered_on=house.desk.today.replace(month=3))


def check_sheet(house: House) -> Sample:
    routine, car = house.services.routine, _sold(house)
    arguments = {"vehicle_id": car, "version": 0, "note": "抽问两次，属实"}
    return Sample(routine.check, arguments, lambda _: routine.open(car))


def sign_sheet(house: House) -> Sample:
    routine, car = house.services.routine, _sold(house)
    house.desk.confirmation.give()
    arguments = {"vehicle_id": car, "version": 0, "note": "已谈话"}
    return Sample(routine.sign, arguments, lambda _: routine.open(car))


def judge(house: House) -> Sample:
    checks = house.services.spot_checks
    caller = house.make.staff(Role.CS_SPECIALIST)
    call = house.make.callback(
        status=CallbackStatus.DONE,
        closed_at=house.desk.now,
        closed_on=house.desk.today,
        closed_by=caller.id,
    )
    [made] = checks.draw_by_hand([call])
    [check] = [each for each in checks.list() if each.id == made]
    arguments = {
        "check_id": made,
        "version": check.version,
        "verdict": SpotVerdict.FAULTY,
        "note": "客户说明",
    }
    return Sample(checks.judge, arguments, lambda _: checks.list(CheckFilter(open=False)))
