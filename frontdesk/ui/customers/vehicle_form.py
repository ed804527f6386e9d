"""A car's fields: what identifies it first, then its dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.enums import CustomerKind, VehicleUse
from frontdesk.models.values import phone, plate, vin
from frontdesk.services.customers import checks
from frontdesk.services.customers.drivers import driver_field
from frontdesk.services.customers.dto import Car
from frontdesk.services.customers.inputs import DriverInput, Known, VehicleInput
from frontdesk.ui.customers.customer_form import closer_rows
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, DateField, MultilineField, NumberField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated

_TEXTS = (
    "plate",
    "vin",
    "brand",
    "model",
    "trim",
    "vehicle_class",
    "engine_number",
    "gearbox_number",
    "colour",
    "sales_consultant",
    "insurer",
)
_DAYS = (
    "purchased_on",
    "delivered_on",
    "first_maintained_on",
    "warranty_ends_on",
    "insurance_ends_on",
    "insured_here_since",
    "inspection_due_on",
    "inspected_here_since",
)
_NUMBERS = ("last_mileage_km", "first_maintained_km", "warranty_months", "warranty_km")
_FURTHER = (
    "trim",
    "vehicle_class",
    "engine_number",
    "gearbox_number",
    "sales_consultant",
    "sold_here",
    "first_maintained_on",
    "first_maintained_km",
    "warranty_months",
    "warranty_km",
    "insured_here_since",
    "inspected_here_since",
)
"""What is seldom asked: folded away until it is wanted."""
_MOST_KM = 3_000_000
_MOST_MONTHS = 240
DRIVERS = 3
REMARKS = checks.CAR_REMARKS


class VehicleForm(Translated, FormPanel):
    """Shows a car and gives back what was typed as a ``VehicleInput``."""

    def __init__(self) -> None:
        super().__init__()
        self.car: Car | None = None
        self._kind = CustomerKind.PERSON
        self._unfolded = False
        self.fold = button(look="flat")
        daily: tuple[tuple[Any, Any], ...] = (
            (TextField("plate", max_length=40), TextField("vin", max_length=60)),
            (TextField("brand"), TextField("model")),
            (TextField("colour"), ChoiceField("use", VehicleUse, as_list=True)),
            (NumberField("last_mileage_km", most=_MOST_KM), DateField("purchased_on")),
            (DateField("delivered_on"), DateField("warranty_ends_on")),
            (TextField("insurer"), DateField("insurance_ends_on")),
        )
        further: tuple[tuple[Any, Any], ...] = (
            (TextField("trim"), TextField("vehicle_class")),
            (TextField("engine_number"), TextField("gearbox_number")),
            (TextField("sales_consultant"), CheckField("sold_here")),
            (DateField("first_maintained_on"), NumberField("first_maintained_km", most=_MOST_KM)),
            (
                NumberField("warranty_months", most=_MOST_MONTHS),
                NumberField("warranty_km", most=_MOST_KM),
            ),
            (DateField("insured_here_since"), DateField("inspected_here_since")),
        )
        row = self._rows(0, daily)
        self.add(DateField("inspection_due_on"), row)
        self.add(MultilineField(REMARKS, lines=2), row + 1, span=2)
        self.add_stretch(row + 1)
        row += 2
        for at in range(DRIVERS):
            self.add(TextField(driver_field(at, "name"), max_length=60), row)
            self.add(TextField(driver_field(at, "phone"), max_length=60), row, 1)
            self.add(TextField(driver_field(at, "note")), row + 1, span=2)
            row += 2
        self.add_widget(self.fold, row)
        self._rows(row + 1, further)
        self.fold.clicked.connect(self.turn_fold)
        closer_rows(self)
        self.validator("plate", lambda typed: checks.vehicle_plate(str(typed)))
        self.validator("vin", lambda typed: checks.vehicle_vin(str(typed)))
        for at in range(DRIVERS):
            name = driver_field(at, "phone")
            self.validator(name, self._phone_check(at, name))
        self.left.connect(self._look_again)
        self.left.connect(self._reckon)
        self.changed.connect(self._show_lines)
        self.retranslate()
        self.begin()

    def begin(self, typed: str = "") -> None:
        """Empty, for a new car; ``typed`` is a plate or VIN somebody looked for."""
        self.car = None
        self.set_values({"use": VehicleUse.PRIVATE, "sold_here": False})
        if typed:
            self.field("vin" if len(typed) > 10 else "plate").set_typed(typed)
        self._show_hints()
        self._show_lines()

    def show_car(self, car: Car, kind: CustomerKind = CustomerKind.PERSON) -> None:
        """Show a kept car of an owner of this ``kind``; nothing counts as typed."""
        self.car, self._kind = car, kind
        values: dict[str, object] = {
            name: getattr(car, name) for name in (*_TEXTS, *_DAYS, *_NUMBERS, "use", "sold_here")
        }
        values["plate"] = plate.display(car.plate)
        values[REMARKS] = car.remarks
        for at, line in enumerate(car.drivers[:DRIVERS]):
            for what in ("name", "phone", "note"):
                values[driver_field(at, what)] = getattr(line, what)
        self.set_values(values)
        self._show_hints()
        self._show_lines()

    def given(self) -> VehicleInput:
        """What is typed. Raises ``InputErrors`` for what cannot be read."""
        values = self.values()
        use = values["use"]
        read: dict[str, Any] = {name: str(values[name] or "") for name in _TEXTS}
        read |= {n: v if isinstance(v := values[n], date) else None for n in _DAYS}
        read |= {n: v if isinstance(v := values[n], int) else None for n in _NUMBERS}
        return VehicleInput(
            **read,
            use=use if isinstance(use, VehicleUse) else VehicleUse.PRIVATE,
            sold_here=bool(values["sold_here"]),
            remarks=str(values[REMARKS] or ""),
            drivers=self._drivers(),
        )

    def show_errors(self, error: UserError) -> None:
        """Each beside its field, also of those folded away."""
        parts = error.errors if isinstance(error, InputErrors) else (error,)
        if any(part.field in _FURTHER for part in parts):
            self._unfolded = True
            self._show_lines()
        super().show_errors(error)

    def turn_fold(self) -> None:
        """Show what is seldom asked, or fold it away."""
        self._unfolded = not self._unfolded
        self._show_lines()
        if self._unfolded:
            self.field(_FURTHER[0]).setFocus()

    def known(self, name: str) -> Known | None:
        """What is to be compared with other files after ``name`` was left."""
        typed = self.field(name).typed().strip()
        if not typed or name not in {"plate", "vin"}:
            return None
        return Known(plate=typed) if name == "plate" else Known(vin=typed)

    def _rows(self, first: int, rows: tuple[tuple[Any, Any], ...]) -> int:
        for row, fields in enumerate(rows, start=first):
            for column, field in enumerate(fields):
                self.add(field, row, column)
        return first + len(rows)

    def _drivers(self) -> tuple[DriverInput, ...]:
        kept = self.car.drivers if self.car is not None else ()
        given = []
        for at in range(DRIVERS):
            name, number, note = (
                self.field(driver_field(at, what)).typed().strip()
                for what in ("name", "phone", "note")
            )
            if not (name or number or note):
                continue
            line = kept[at] if at < len(kept) else None
            same = line is not None and line.masked and line.phone == number
            id_ = line.id if line is not None else None
            given.append(DriverInput(name, None if same else number, note, id_))
        more = (DriverInput(each.name, None, each.note, each.id) for each in kept[DRIVERS:])
        return (*given, *more)

    def _phone_check(self, at: int, name: str) -> Callable[[object], object]:
        def check(typed: object) -> object:
            kept = self.car.drivers if self.car is not None else ()
            if at < len(kept) and kept[at].phone == typed:
                return None
            return phone.parse(str(typed), name)

        return check

    def _show_lines(self) -> None:
        """Drivers of a company's car, those in use and one more; the rest if it is unfolded."""
        names = [self.field(driver_field(at, "name")).typed().strip() for at in range(DRIVERS)]
        last = max((at for at, name in enumerate(names) if name), default=-1)
        driven = self._kind is not CustomerKind.PERSON or last >= 0
        for at in range(DRIVERS):
            self.show_field(driver_field(at, "name"), driven and at <= last + 1)
            self.show_field(driver_field(at, "phone"), driven and at <= last + 1)
            self.show_field(driver_field(at, "note"), driven and at <= last)
        unfolded = self._unfolded or not self.changes().keys().isdisjoint(_FURTHER)
        for name in _FURTHER:
            self.show_field(name, unfolded)
        self.fold.setText(self.tr("Fewer fields") if unfolded else self.tr("All fields  Ctrl+E"))
        self.fold.setIcon(icon("caret-up" if unfolded else "caret-down", "muted"))

    def _reckon(self, name: str) -> None:
        """The end of the warranty by its months, as a guess."""
        if name not in {"purchased_on", "warranty_months"}:
            return
        try:
            bought, months = (
                self.field("purchased_on").value(),
                self.field("warranty_months").value(),
            )
        except UserError:
            return
        ends = self.field("warranty_ends_on")
        if isinstance(bought, date) and isinstance(months, int) and months and not ends.typed():
            ends.set_guess(checks.warranty_end(bought, months), self.tr("By its months"))

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
        former = self.car.former_plates if self.car is not None else ()
        plates = ", ".join(plate.display(each) for each in former)
        self.field("plate").set_hint(
            self.tr("Formerly {plates}").format(plates=plates) * bool(plates)
        )

    def retranslate(self) -> None:
        texts = {
            "plate": self.tr("Plate"),
            "vin": self.tr("VIN"),
            "brand": self.tr("Brand"),
            "model": self.tr("Model"),
            "colour": self.tr("Colour"),
            "trim": self.tr("Trim"),
            "vehicle_class": self.tr("Class"),
            "engine_number": self.tr("Engine no."),
            "gearbox_number": self.tr("Gearbox no."),
            "first_maintained_on": self.tr("First service"),
            "first_maintained_km": self.tr("at"),
            "warranty_months": self.tr("Warranty"),
            "warranty_km": self.tr("or up to"),
            "insured_here_since": self.tr("Insured here"),
            "inspected_here_since": self.tr("Inspected here"),
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
        units = {"warranty_months": self.tr("months")}
        for name in _NUMBERS:
            number = self.field(name)
            if isinstance(number, NumberField):
                number.set_unit(units.get(name, self.tr("km")))
        for at in range(DRIVERS):
            driver = self.tr("Driver {n}").format(n=at + 1)
            self.field(driver_field(at, "name")).set_label(driver)
            self.field(driver_field(at, "phone")).set_label(self.tr("Telephone"))
            self.field(driver_field(at, "note")).set_label(self.tr("Note"))
        self._show_hints()
        self._show_lines()
