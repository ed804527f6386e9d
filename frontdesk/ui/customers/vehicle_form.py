"""A car's fields: what identifies it first, then its dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from frontdesk.errors import UserError
from frontdesk.models.enums import VehicleUse
from frontdesk.models.values import plate, vin
from frontdesk.services.customers import checks
from frontdesk.services.customers.dto import Car
from frontdesk.services.customers.inputs import Known, VehicleInput
from frontdesk.ui.customers.customer_form import closer_rows
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, DateField, MultilineField, NumberField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_TEXTS = (
    "plate",
    "vin",
    "brand",
    "model",
    "engine_number",
    "colour",
    "sales_consultant",
    "insurer",
)
_DAYS = (
    "purchased_on",
    "delivered_on",
    "warranty_ends_on",
    "insurance_ends_on",
    "inspection_due_on",
)
_MOST_KM = 3_000_000
REMARKS = checks.CAR_REMARKS


class VehicleForm(Translated, FormPanel):
    """Shows a car and gives back what was typed as a ``VehicleInput``."""

    def __init__(self) -> None:
        super().__init__()
        self.car: Car | None = None
        rows: tuple[tuple[Any, Any], ...] = (
            (TextField("plate", max_length=40), TextField("vin", max_length=60)),
            (TextField("brand"), TextField("model")),
            (TextField("colour"), TextField("engine_number")),
            (
                ChoiceField("use", VehicleUse, as_list=True),
                NumberField("last_mileage_km", most=_MOST_KM),
            ),
            (DateField("purchased_on"), DateField("delivered_on")),
            (TextField("sales_consultant"), CheckField("sold_here")),
            (DateField("warranty_ends_on"), DateField("inspection_due_on")),
            (TextField("insurer"), DateField("insurance_ends_on")),
        )
        for row, fields in enumerate(rows):
            for column, field in enumerate(fields):
                self.add(field, row, column)
        self.add(MultilineField(REMARKS, lines=2), len(rows), span=2)
        self.add_stretch(len(rows))
        closer_rows(self)
        self.validator("plate", lambda typed: checks.vehicle_plate(str(typed)))
        self.validator("vin", lambda typed: checks.vehicle_vin(str(typed)))
        self.left.connect(self._look_again)
        self.retranslate()
        self.begin()

    def begin(self, typed: str = "") -> None:
        """Empty, for a new car; ``typed`` is a plate or VIN somebody looked for."""
        self.car = None
        self.set_values({"use": VehicleUse.PRIVATE, "sold_here": False})
        if typed:
            self.field("vin" if len(typed) > 10 else "plate").set_typed(typed)
        self._show_hints()

    def show_car(self, car: Car) -> None:
        """Show a kept car; nothing counts as typed."""
        self.car = car
        values: dict[str, object] = {name: getattr(car, name) for name in (*_TEXTS, *_DAYS)}
        values["plate"] = plate.display(car.plate)
        for name in ("use", "last_mileage_km", "sold_here"):
            values[name] = getattr(car, name)
        values[REMARKS] = car.remarks
        self.set_values(values)
        self._show_hints()

    def given(self) -> VehicleInput:
        """What is typed. Raises ``InputErrors`` for what cannot be read."""
        values = self.values()
        use, km = values["use"], values["last_mileage_km"]
        texts: dict[str, Any] = {name: str(values[name] or "") for name in _TEXTS}
        days: dict[str, Any] = {
            name: value if isinstance(value := values[name], date) else None for name in _DAYS
        }
        return VehicleInput(
            **texts,
            **days,
            use=use if isinstance(use, VehicleUse) else VehicleUse.PRIVATE,
            sold_here=bool(values["sold_here"]),
            last_mileage_km=km if isinstance(km, int) else None,
            remarks=str(values[REMARKS] or ""),
        )

    def known(self, name: str) -> Known | None:
        """What is to be compared with other files after ``name`` was left."""
        typed = self.field(name).typed().strip()
        if not typed or name not in {"plate", "vin"}:
            return None
        return Known(plate=typed) if name == "plate" else Known(vin=typed)

    def _look_again(self, name: str) -> None:
        """What is possible but unusual is said, and kept as typed."""
        typed = self.field(name).typed().strip()
        if not typed or name not in {"plate", "vin"} or self.field(name).error():
            return
        try:
            warning = (plate.parse(typed) if name == "plate" else vin.parse(typed)).warning
        except UserError:
            return
        if warning is not None:
            self.field(name).set_warning(errors.said(warning))

    def _show_hints(self) -> None:
        due = self.car.next_maintenance_on if self.car is not None else None
        text = self.tr("Next maintenance {day}").format(day=words.day(due)) if due else ""
        self.field("last_mileage_km").set_hint(text)

    def retranslate(self) -> None:
        texts = {
            "plate": self.tr("Plate"),
            "vin": self.tr("VIN"),
            "brand": self.tr("Brand"),
            "model": self.tr("Model"),
            "colour": self.tr("Colour"),
            "engine_number": self.tr("Engine no."),
            "use": self.tr("Use"),
            "last_mileage_km": self.tr("Mileage"),
            "purchased_on": self.tr("Purchased"),
            "delivered_on": self.tr("Delivered"),
            "sales_consultant": self.tr("Sold by"),
            "sold_here": self.tr("Sold here"),
            "warranty_ends_on": self.tr("Warranty to"),
            "inspection_due_on": self.tr("Inspection"),
            "insurer": self.tr("Insurer"),
            "insurance_ends_on": self.tr("Insured to"),
            REMARKS: self.tr("Remarks"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        mileage = self.field("last_mileage_km")
        if isinstance(mileage, NumberField):
            mileage.set_unit(self.tr("km"))
        self._show_hints()
