"""Cars and who owned them when (domain §2). A car changes hands; its history stays with it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import VehicleUse
from frontdesk.models.values.ids import new_id


class Vehicle(Record, Base):
    """One car. VIN and plate are kept normalised (upper case, no dot); either may be unknown."""

    __tablename__ = "vehicle"

    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    """The owner today; owners before are in ``VehicleOwnership``."""
    vin: Mapped[str | None] = mapped_column(unique=True)
    plate: Mapped[str | None] = mapped_column(index=True)
    brand: Mapped[str | None]
    model: Mapped[str | None]
    trim: Mapped[str | None]
    vehicle_class: Mapped[str | None]
    """As the house sorts its cars: SUV, sedan, pick-up …"""
    engine_number: Mapped[str | None]
    gearbox_number: Mapped[str | None]
    colour: Mapped[str | None]
    use: Mapped[VehicleUse] = mapped_column(Word(VehicleUse), default=VehicleUse.PRIVATE)
    sold_here: Mapped[bool] = mapped_column(default=False)
    sales_consultant: Mapped[str | None]
    """Name as the delivery sheet gives it; ``sales_consultant_id`` when it is one of the staff."""
    sales_consultant_id: Mapped[str | None] = mapped_column(ForeignKey("staff_member.id"))
    purchased_on: Mapped[date | None]
    delivered_on: Mapped[date | None]
    first_maintained_on: Mapped[date | None]
    first_maintained_km: Mapped[int | None]
    warranty_months: Mapped[int | None]
    warranty_km: Mapped[int | None]
    warranty_ends_on: Mapped[date | None]
    insurer: Mapped[str | None]
    insurance_ends_on: Mapped[date | None]
    insured_here_since: Mapped[date | None]
    inspection_due_on: Mapped[date | None]
    inspected_here_since: Mapped[date | None]
    last_mileage_km: Mapped[int | None]
    last_visit_on: Mapped[date | None]
    next_maintenance_on: Mapped[date | None]
    next_maintenance_km: Mapped[int | None]
    remarks: Mapped[str | None]

    __table_args__ = (
        # New cars, and what tells their first maintenance, by the index alone.
        Index(
            "ix_vehicle_new",
            "delivered_on",
            "sold_here",
            "next_maintenance_on",
            "last_mileage_km",
            "last_visit_on",
            "purchased_on",
            "next_maintenance_km",
            "id",
        ),
        # Segments are counted by walking these columns alone.
        Index(
            "ix_vehicle_segments",
            "customer_id",
            "use",
            "vehicle_class",
            "warranty_ends_on",
            "purchased_on",
        ),
        Index(
            "ix_vehicle_dues",
            "customer_id",
            "next_maintenance_on",
            "insurance_ends_on",
            "inspection_due_on",
            "model",
        ),
        {"sqlite_strict": True},
    )


class VehicleDriver(Base):
    """Who drives a car of a company or fleet, and how to reach them."""

    __tablename__ = "vehicle_driver"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    vehicle_id: Mapped[str] = mapped_column(
        ForeignKey("vehicle.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str]
    phone: Mapped[str | None] = mapped_column(index=True)
    """Normalised like a customer's."""
    note: Mapped[str | None]


class VehicleOwnership(Base):
    """Who owned a car from when to when; ``until`` is empty for the owner today."""

    __tablename__ = "vehicle_ownership"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    vehicle_id: Mapped[str] = mapped_column(ForeignKey("vehicle.id"), index=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), index=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
