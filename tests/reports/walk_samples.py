"""Marks of a walk around the car, as they stand on paper."""

from __future__ import annotations

from frontdesk.models.enums import CarSide, DamageKind, DamageSize
from frontdesk.reports.inputs import MarkLine

MARKS = (
    MarkLine(CarSide.RIGHT, 640, 640, DamageKind.SCRATCH, DamageSize.MEDIUM, "6 cm"),
    MarkLine(CarSide.LEFT, 220, 780, DamageKind.CHIP, DamageSize.SMALL, known=True),
    MarkLine(CarSide.REAR, 500, 700, DamageKind.DENT, DamageSize.LARGE),
)
