"""What is seen on a walk around the car, and how it stands against the last walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from frontdesk.models.enums import CarSide, DamageKind, DamageSize, WarningLamp
from frontdesk.models.values.ids import new_id
from frontdesk.models.walk_around import Compared, Since, compare

__all__ = ["Compared", "LastWalk", "Mark", "Since", "WalkAround", "compare"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One damage: ``x`` and ``y`` in thousandths of its view, from the left and from the top."""

    side: CarSide
    x: int
    y: int
    kind: DamageKind
    size: DamageSize = DamageSize.MEDIUM
    note: str = ""
    photo_id: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class WalkAround:
    """What was seen on the way around the car."""

    marks: tuple[Mark, ...] = ()
    lamps: tuple[WarningLamp, ...] = ()


@dataclass(frozen=True, slots=True)
class LastWalk:
    """The marks of the newest earlier visit that has any."""

    on: date | None = None
    marks: tuple[Mark, ...] = ()


NOTHING_SEEN = WalkAround()
NEVER_WALKED = LastWalk()
