"""Finding a customer by anything, and the file that knows everything."""

from __future__ import annotations

from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.customers.page import CustomersPage


def find(house: House) -> None:
    """By initials, by the end of a phone, by part of a plate."""
    hand = house.hand
    car = house.known_car()
    ways = {
        "initials": car.initials,
        "phone": car.phone[-4:],
        "plate": car.plate[1:].lower(),
        "name": car.customer[:2],
    }
    for way, typed in ways.items():
        with hand.act(f"find-by-{way}") as act:
            hand.press("ctrl+k", "ctrl+a")
            hand.spell(typed)
            hits = hand.until(house.found, f"hits for {typed}")
            if not any(car.customer_id == hit.customer_id for hit in hits):
                raise ActFailed(f"{typed} did not find {car.customer}")
            act.created["hits"] = len(hits)
            hand.picture(f"find-{way}")
            hand.press("esc")


def customer_file(house: House) -> None:
    """Any customer's file from anywhere: one shortcut, the characters, Enter."""
    hand = house.hand
    car = house.known_car()
    with hand.act("open-file") as act:
        hand.press("ctrl+k", "ctrl+a")
        hand.spell(car.plate[1:])
        hand.until(house.found, "the car")
        hand.press("enter")
        house.page(CustomersPage)
        hand.settle()
        act.created["customer"] = car.customer_number
        hand.picture("customer")
