"""What the import makes of the rows, before anything is written.

The book holds the files the sheet touches, known ones as they stand and new ones, and takes in
row after row. Who is who (domain §2): a car is known by its VIN, else by its plate; a customer by
ID number, or by one of the phones together with the name. A family sharing one phone under
different names are different customers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from frontdesk.models.enums import CustomerSource
from frontdesk.models.values.ids import new_id
from frontdesk.services.exchange.delivery import DeliveryRow

_CUSTOMER_FIELDS = (
    "identity_number",
    "birthday",
    "address",
    "employer",
    "occupation",
    "email",
    "wechat",
    "member_number",
    "member_level",
)
_VEHICLE_FIELDS = (
    "vin",
    "plate",
    "brand",
    "model",
    "colour",
    "engine_number",
    "gearbox_number",
    "vehicle_class",
    "warranty_ends_on",
    "inspection_due_on",
    "sales_consultant",
    "delivered_on",
    "purchased_on",
    "insurer",
    "insurance_ends_on",
    "use",
    "remarks",
)


@dataclass(slots=True, eq=False)
class Entry:
    """One file or car: its values, and what they were before where the sheet changed them."""

    id: str
    values: dict[str, Any]
    is_new: bool = False
    before: dict[str, Any] = field(default_factory=dict)

    def set(self, name: str, value: object) -> None:
        """Take ``value`` in; what the sheet leaves empty (``None``) stays as it is."""
        if value is None or self.values.get(name) == value:
            return
        if name in self.before and self.before[name] == value:
            # Two lines about one car: the later one put it back as the store has it.
            del self.before[name]
        else:
            self.before.setdefault(name, self.values.get(name))
        self.values[name] = value

    def clear(self, name: str) -> None:
        """Empty a value."""
        if self.values.get(name) is not None:
            self.before.setdefault(name, self.values[name])
            self.values[name] = None

    @property
    def is_changed(self) -> bool:
        """Whether a known entry differs from what the store holds."""
        return not self.is_new and bool(self.before)


@dataclass(slots=True, eq=False)
class CustomerEntry(Entry):
    """A customer file; ``values["phones"]`` are its numbers, known ones first."""

    @property
    def phones(self) -> tuple[str, ...]:
        return tuple(self.values.get("phones", ()))

    @property
    def new_phones(self) -> tuple[str, ...]:
        """The numbers that the store does not hold yet."""
        known = len(self.before.get("phones") or ()) if "phones" in self.before else None
        if self.is_new:
            return self.phones
        return () if known is None else self.phones[known:]


@dataclass(slots=True, eq=False)
class VehicleEntry(Entry):
    """A car; ``owners`` are those the sheet adds, with the day each began."""

    owned_since: date | None = None
    owners: list[tuple[str, date | None]] = field(default_factory=list)
    former_owners: list[str] = field(default_factory=list)

    @property
    def customer_id(self) -> str:
        return str(self.values["customer_id"])


class Book:
    """The files a sheet touches; :meth:`take` applies one row to them."""

    def __init__(
        self,
        customers: Iterable[CustomerEntry],
        vehicles: Iterable[VehicleEntry],
        consultants: dict[str, str],
        today: date,
    ) -> None:
        self.customers: dict[str, CustomerEntry] = {}
        self.vehicles: dict[str, VehicleEntry] = {}
        self.imported: dict[str, VehicleEntry] = {}
        """The cars that rows spoke of."""
        self._consultants = consultants
        self._today = today
        self._by_vin: dict[str, VehicleEntry] = {}
        self._by_plate: dict[str, VehicleEntry] = {}
        self._by_identity: dict[str, CustomerEntry] = {}
        self._by_phone: dict[tuple[str, str], CustomerEntry] = {}
        for customer in customers:
            self._know_customer(customer)
        for vehicle in vehicles:
            self._know_vehicle(vehicle)

    def take(self, row: DeliveryRow) -> bool:
        """Apply one row; whether it made a new car (else it brought a known one up to date)."""
        vehicle = self._find_vehicle(row)
        customer = self._find_customer(row, vehicle)
        created = vehicle is None
        if vehicle is None:
            vehicle = VehicleEntry(new_id(), {"customer_id": customer.id, "sold_here": False}, True)
            vehicle.owners.append((customer.id, row.delivered_on or row.purchased_on))
        elif vehicle.customer_id != customer.id:
            if self._is_old_news(vehicle, row):
                self._fill_up(vehicle, row)
                return created
            self._hand_on(vehicle, customer, row)
        self._update_vehicle(vehicle, row)
        return created

    def _find_vehicle(self, row: DeliveryRow) -> VehicleEntry | None:
        if row.vin is not None and row.vin in self._by_vin:
            return self._by_vin[row.vin]
        with_plate = self._by_plate.get(row.plate) if row.plate is not None else None
        if with_plate is None:
            return None
        # A plate goes on to the owner's next car; only a car without VIN may be the same one.
        same = row.vin is None or with_plate.values.get("vin") is None
        return with_plate if same else None

    def _find_customer(self, row: DeliveryRow, vehicle: VehicleEntry | None) -> CustomerEntry:
        known = self._known_customer(row, vehicle)
        if known is None:
            source = CustomerSource.WALK_IN if row.delivered_on is None else CustomerSource.DELIVERY
            known = CustomerEntry(
                new_id(),
                {"name": row.name, "kind": row.kind, "gender": row.gender, "source": source},
                True,
            )
        for name in _CUSTOMER_FIELDS:
            known.set(name, getattr(row, name))
        if row.gender.value != "unknown":
            known.set("gender", row.gender)
        known.set("phones", tuple(dict.fromkeys((*known.phones, *row.phones))))
        self._know_customer(known)
        return known

    def _known_customer(
        self, row: DeliveryRow, vehicle: VehicleEntry | None
    ) -> CustomerEntry | None:
        if row.identity_number is not None and row.identity_number in self._by_identity:
            return self._by_identity[row.identity_number]
        candidates = [self._by_phone.get((number, _key(row.name))) for number in row.phones]
        if vehicle is not None:
            owner = self.customers.get(vehicle.customer_id)
            if owner is not None and _key(owner.values["name"]) == _key(row.name):
                candidates.append(owner)
        for candidate in candidates:
            if candidate is not None and _may_be(candidate, row.identity_number):
                return candidate
        return None

    def _is_old_news(self, vehicle: VehicleEntry, row: DeliveryRow) -> bool:
        """An old sheet never takes a car back from the person who has it now."""
        day = row.delivered_on or row.purchased_on
        return bool(day and vehicle.owned_since and day < vehicle.owned_since)

    def _fill_up(self, vehicle: VehicleEntry, row: DeliveryRow) -> None:
        for name in ("vin", "brand", "model", "colour", "engine_number"):
            if vehicle.values.get(name) is None:
                vehicle.set(name, getattr(row, name))
        self._know_vehicle(vehicle)
        self.imported[vehicle.id] = vehicle

    def _hand_on(self, vehicle: VehicleEntry, customer: CustomerEntry, row: DeliveryRow) -> None:
        """A new owner; the history stays."""
        day = row.delivered_on or row.purchased_on
        vehicle.former_owners.append(vehicle.customer_id)
        vehicle.set("customer_id", customer.id)
        vehicle.owners.append((customer.id, day or self._today))

    def _update_vehicle(self, vehicle: VehicleEntry, row: DeliveryRow) -> None:
        holder = self._by_plate.get(row.plate) if row.plate is not None else None
        if holder is not None and holder is not vehicle:
            holder.clear("plate")
        for name in _VEHICLE_FIELDS:
            vehicle.set(name, getattr(row, name))
        if row.delivered_on is not None:
            vehicle.set("sold_here", True)
        if row.sales_consultant is not None:
            vehicle.set("sales_consultant_id", self._consultants.get(row.sales_consultant))
        self._know_vehicle(vehicle)
        self.imported[vehicle.id] = vehicle

    def _know_customer(self, customer: CustomerEntry) -> None:
        self.customers[customer.id] = customer
        identity = customer.values.get("identity_number")
        if identity is not None:
            self._by_identity.setdefault(identity, customer)
        for number in customer.phones:
            self._by_phone.setdefault((number, _key(customer.values["name"])), customer)

    def _know_vehicle(self, vehicle: VehicleEntry) -> None:
        self.vehicles[vehicle.id] = vehicle
        if vehicle.values.get("vin") is not None:
            self._by_vin[vehicle.values["vin"]] = vehicle
        if vehicle.values.get("plate") is not None:
            self._by_plate[vehicle.values["plate"]] = vehicle


def _key(name: str) -> str:
    """Names are compared without blanks, dots and case."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _may_be(customer: CustomerEntry, identity_number: str | None) -> bool:
    """Two different ID numbers are two people, whatever else agrees."""
    known = customer.values.get("identity_number")
    return identity_number is None or known is None or known == identity_number
