"""Customer, car and advisor in two rows, as the sheets of a visit name them."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports.cells import Field
from frontdesk.reports.flow import Row
from frontdesk.reports.formats import whole
from frontdesk.reports.inputs.work import WhoseCar
from frontdesk.reports.labels import Intake

_SHARES = (5, 4, 4, 4)


def whose_rows(whose: WhoseCar, language: Language) -> list[Row]:
    """The two rows."""
    first = (
        (Intake.CUSTOMER, whose.customer),
        (Intake.PHONE, whose.phone),
        (Intake.CUSTOMER_NUMBER, whose.customer_number),
        (Intake.PLATE, whose.plate),
    )
    second = (
        (Intake.VIN, whose.vin),
        (Intake.CAR, whose.car),
        (Intake.MILEAGE, whole(whose.mileage_km)),
        (Intake.ADVISOR, whose.advisor),
    )
    return [
        Row([Field(label.in_(language), text) for label, text in pairs], _SHARES)
        for pairs in (first, second)
    ]
