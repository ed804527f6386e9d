"""A first visit, a change the customer is asked about, two files of one person made one."""

from __future__ import annotations

from datetime import timedelta

from frontdesk.models.enums import PhoneOwner, VisitStatus
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.intake.views import VisitRow
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.intake.page import IntakePage
from frontdesk.ui.intake.visit_view import Mode

_NAME, _PHONE, _PLATE = "谢雨桐", "13907198866", "鄂C7K362"
_WORDS = "第一次来，昨天在高速上右前轮有异响，想检查一下。"


def first_visit(house: House) -> None:
    """A car nobody here knows: file, car and visit from one go of the keyboard."""
    hand = house.hand
    with hand.act("first-visit") as act:
        hand.press("ctrl+3")
        page = house.page(IntakePage)
        hand.press("esc")
        hand.until(lambda: page.view.shows(page.view.start), "the search of the desk")
        hand.press("ctrl+n")
        hand.until(lambda: page.view.shows(page.view.new_page), "the form of a new car")
        for typed in (_NAME, _PHONE, _PLATE):
            hand.spell(typed)
            hand.press("enter")
        hand.press("enter")
        hand.spell("华骏")
        hand.press("enter")
        hand.spell("X5")
        hand.picture("first-visit")
        hand.press("ctrl+enter")
        hand.until(lambda: page.view.shows(page.view.desk), "the intake form")
        hand.settle()
        hand.press("f6")
        hand.say(_WORDS)
        hand.picture("first-visit-intake")
        hand.press("ctrl+s")
        hand.until(lambda: page.view.shows(page.view.visit), "the saved visit")
        hand.settle()
        sheet = page.view.visit.sheet
        if sheet is None or sheet.head.customer != _NAME:
            raise ActFailed("the visit is not that of the new customer")
        act.created["visit"] = sheet.number


def change_record(house: House) -> None:
    """Work that is promised later: the customer is asked, and the answer stays on record."""
    hand = house.hand
    page = house.page(IntakePage)
    row = _in_workshop(house)
    with hand.act("change-record") as act:
        hand.press("ctrl+k")
        hand.spell(row.number)
        hand.until(house.found, "the visit")
        hand.press("enter")
        hand.until(lambda: _shown(page) == row.id, "the visit")
        hand.settle()
        hand.press("f7")
        hand.until(lambda: page.view.visit.mode is Mode.CHANGE, "the change record")
        hand.settle()
        form = page.view.visit.change
        form.field("promised_at").setFocus()
        hand.press("ctrl+a")
        hand.spell("+2h")
        hand.press("enter")
        hand.say("交车时间推迟两小时")
        hand.press("enter")
        hand.say("配件下午才到")
        hand.press("enter", "enter", "2", "enter", "1")
        hand.picture("change-record")
        hand.press("ctrl+enter")
        hand.until(lambda: page.view.visit.mode is Mode.FACTS, "the visit again")
        hand.settle()
        kept = house.services.intake.open(row.id).changes
        if not kept or not kept[-1].agreed:
            raise ActFailed("the change is not on record")
        act.created["visit"] = row.number
        hand.picture("change-kept")


def merge(house: House) -> None:
    """Somebody has two files: compared, merged by a key, and parted again by Ctrl+Z."""
    hand = house.hand
    if house.car is None:
        raise ActFailed("no known car")
    with hand.act("change-person"):
        house.sign_in("csmanager")
    twin = _twin(house)
    with hand.act("merge") as act:
        hand.press("ctrl+2")
        page = house.page(CustomersPage)
        hand.settle()
        hand.press("alt+right")
        hand.settle()
        hand.press("enter")
        hand.settle()
        hand.picture("merge")
        hand.press("ctrl+enter")
        hand.until(lambda: not _there(house, twin), "the merged file")
        hand.settle()
        hand.picture("merged")
        hand.press("ctrl+z")
        hand.until(lambda: _there(house, twin), "both files again")
        hand.settle()
        act.created["part"] = page.part_keys()[1]


def _twin(house: House) -> str:
    """The same person entered a second time, as it happens at a busy desk; the file's id."""
    car = house.car
    if car is None:
        raise ActFailed("no known car")
    house.clock.move(timedelta(minutes=1))
    phones = (PhoneInput(car.phone, PhoneOwner.SELF),)
    return house.services.customers.create(
        CustomerInput(name=car.customer, phones=phones, wechat="wx-" + car.phone[-4:])
    )


def _there(house: House, customer_id: str) -> bool:
    from frontdesk.errors import NotFound

    try:
        house.services.customers.open(customer_id)
    except NotFound:
        return False
    return True


def _in_workshop(house: House) -> VisitRow:
    for row in house.services.intake.board():
        if row.status is VisitStatus.IN_WORKSHOP:
            return row
    raise ActFailed("no car is in the workshop")


def _shown(page: IntakePage) -> str:
    sheet = page.view.visit.sheet
    return sheet.id if sheet is not None and page.view.shows(page.view.visit) else ""
