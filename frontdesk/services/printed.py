"""What a service gives back when it prints: the paper itself and the name it is kept under."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.reports.inputs.common import Dealership
from frontdesk.services.desk import Profile


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """An A4 document ready to be shown, printed or saved."""

    pdf: bytes
    file_name: str


def letterhead(house: Profile) -> Dealership:
    """The dealership as it stands at the head of every form."""
    return Dealership(
        name=house.name,
        address=house.address,
        service_phone=house.service_phone,
        booking_phone=house.booking_phone,
        rescue_phone=house.rescue_phone,
    )
