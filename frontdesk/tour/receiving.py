"""A known car comes in, is worked on and is handed over."""

from __future__ import annotations

from datetime import timedelta

from frontdesk.models.enums import VisitStatus
from frontdesk.services.intake.views import VisitFilter
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.intake.page import IntakePage
from frontdesk.ui.intake.visit_view import Mode
from frontdesk.ui.kit.pdf_view import PdfWindow

MOST_KEYS = 30
"""From the search to the printed sheet, besides the customer's own words."""
_WORDS = "刹车有点软，低速时能听到吱吱声，下坡更明显。"


def known_car(house: House) -> None:
    """Search, intake, saved and printed."""
    hand = house.hand
    with hand.act("change-person"):
        house.sign_in("advisor")
    car = house.known_car()
    house.car = car
    with hand.act("intake") as act:
        hand.press("ctrl+k")
        hand.spell(car.plate[2:])
        hand.until(house.found, "the car")
        hand.press("ctrl+enter")
        page = house.page(IntakePage)
        hand.until(lambda: page.view.shows(page.view.desk), "the intake form")
        hand.settle()
        hand.picture("intake-begin")
        hand.press("enter", "f6")
        hand.say(_WORDS)
        hand.press("f6", "1", "f6", "enter", "space")
        hand.picture("intake")
        hand.press("ctrl+enter")
        hand.until(lambda: page.view.shows(page.view.visit), "the saved visit")
        hand.settle()
        hand.press("ctrl+p")
        paper = hand.until(lambda: page.findChild(PdfWindow), "the intake sheet")
        hand.picture("intake-sheet")
        paper.save_to(hand.out / "intake.pdf")
        paper.close()
        visit = house.services.intake.list(VisitFilter(vehicle_id=car.vehicle_id, limit=1))[0]
        act.created["visit"] = visit.number
        house.visit_id = visit.id
        if visit.status is not VisitStatus.AGREED:
            raise ActFailed(f"the visit stands at {visit.status}")
        if act.keys > MOST_KEYS:
            raise ActFailed(f"{act.keys} keys, {MOST_KEYS} are allowed")
        hand.picture("visit")


def hand_over(house: House) -> None:
    """Through the workshop to the keys given back; that makes the call of tomorrow."""
    hand = house.hand
    page = house.page(IntakePage)
    with hand.act("workshop"):
        for status, minutes in ((VisitStatus.IN_WORKSHOP, 20), (VisitStatus.READY, 95)):
            house.clock.move(timedelta(minutes=minutes))
            hand.press("ctrl+enter")
            hand.until(lambda: _status(house) is status, status.value)  # noqa: B023 - at once
            hand.settle()
    with hand.act("hand-over") as act:
        hand.press("ctrl+enter")
        visit = page.view.visit
        hand.until(lambda: visit.mode is Mode.HAND_OVER, "the hand-over form")
        hand.settle()
        items = len(house.services.intake.open(house.visit_id).items)
        hand.press(*["enter"] * items, "3", "enter", "1")
        hand.picture("hand-over")
        hand.press("ctrl+enter")
        hand.until(lambda: _status(house) is VisitStatus.HANDED_OVER, "the hand-over")
        hand.settle()
        hand.picture("handed-over")
        act.created["visit"] = house.services.intake.open(house.visit_id).number


def _status(house: House) -> VisitStatus:
    return house.services.intake.open(house.visit_id).status
