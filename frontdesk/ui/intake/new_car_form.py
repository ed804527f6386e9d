"""A car nobody here has seen before, and its owner: as much as the desk needs to begin."""

from __future__ import annotations

import re

from frontdesk.models.values import phone, plate, vin
from frontdesk.services.customers.inputs import CustomerInput, Known, PhoneInput, VehicleInput
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_PHONE = "phone_1"
"""As the customer service names its first telephone."""

KNOWN_BY = frozenset({_PHONE, "plate", "vin"})
"""Fields that give away a file there is already."""


class NewCarForm(Translated, FormPanel):
    """Name, telephone, plate, VIN, brand and model; the rest is filled in on the file."""

    def __init__(self) -> None:
        super().__init__()
        for row, names in enumerate((("name", _PHONE), ("plate", "vin"), ("brand", "model"))):
            for column, name in enumerate(names):
                self.add(TextField(name, max_length=80), row, column)
        for name in ("name", _PHONE):
            self.field(name).set_required(True)
        self.validator(_PHONE, lambda typed: phone.parse(str(typed)))
        self.validator("plate", lambda typed: plate.parse(str(typed)))
        self.validator("vin", lambda typed: vin.parse(str(typed)))
        self.retranslate()

    def begin(self, typed: str) -> None:
        """Empty, but for what was typed into the search and looks like one of the fields."""
        name = _field_of(typed)
        self.set_values({name: typed} if name else {})
        self.focus_first()

    def known(self) -> Known:
        """What is compared with the files there are."""
        typed = self.typed()
        return Known((typed[_PHONE],), "", typed["plate"], typed["vin"])

    def customer(self) -> CustomerInput:
        """The owner as typed."""
        number = str(self.field(_PHONE).value() or "")
        return CustomerInput(
            str(self.field("name").value() or ""),
            phones=(PhoneInput(number),) if number else (),
        )

    def vehicle(self) -> VehicleInput:
        """The car as typed."""
        plate_, vin_, brand, model = (str(self.field(name).value() or "") for name in _CAR)
        return VehicleInput(plate_, vin_, brand, model)

    def retranslate(self) -> None:
        texts = {
            "name": self.tr("Name"),
            _PHONE: self.tr("Telephone"),
            "plate": self.tr("Plate"),
            "vin": self.tr("VIN"),
            "brand": self.tr("Brand"),
            "model": self.tr("Model"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)


_CAR = ("plate", "vin", "brand", "model")


def _field_of(typed: str) -> str:
    """Which field a search text belongs into."""
    if not typed:
        return ""
    if re.fullmatch(r"[\d\s+-]{7,}", typed):
        return _PHONE
    if typed[0] in plate.PROVINCES and len(typed) > 1 and typed[1].isascii():
        return "plate"
    return "vin" if re.fullmatch(r"[0-9A-Za-z]{17}", typed) else "name"
