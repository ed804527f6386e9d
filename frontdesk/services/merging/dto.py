"""What the window is given of files that may be the same, and of merging them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Likeness(StrEnum):
    """By what two files look like one person's, the surest first."""

    IDENTITY = "identity"
    PHONE_AND_NAME = "phone_and_name"
    CAR = "car"
    NAME_AND_ADDRESS = "name_and_address"
    PHONE = "phone"


class Side(StrEnum):
    """Whose value a field of the merged file has."""

    STAYS = "stays"
    GOES = "goes"
    BOTH = "both"
    """One after the other; for texts only."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files that look alike. ``value`` is the number or address they share, masked if need be.

    ``first`` is the one proposed to stay: visited last, else the older.
    """

    first_id: str
    first_number: str
    first_name: str
    second_id: str
    second_number: str
    second_name: str
    by: tuple[Likeness, ...]
    value: str

    @property
    def key(self) -> str:
        """One word for both."""
        return f"{self.first_id}:{self.second_id}"


@dataclass(frozen=True, slots=True)
class Head:
    """One of the two files, or cars, and the version it was read at; a car's number is its VIN."""

    id: str
    version: int
    number: str
    name: str
    created_at: datetime | None
    last_visit_on: date | None


Shown = str | StrEnum | date | None


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of both files. ``usual`` is whose value it gets unless somebody says otherwise."""

    name: str
    stays: Shown
    goes: Shown
    usual: Side
    differs: bool
    """Whether there is anything to choose."""
    both: bool = False
    """Whether the two can stand one after the other."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """What can be chosen."""
        if not self.differs:
            return ()
        return tuple(Side) if self.both and self.stays and self.goes else (Side.STAYS, Side.GOES)


@dataclass(frozen=True, slots=True)
class Following:
    """So many records of a kind that hang on the file that goes, and on the one that stays."""

    kind: str
    goes: int
    stays: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging would do; nothing is stored."""

    stays: Head
    goes: Head
    fields: tuple[FieldChoice, ...]
    following: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class MergeInput:
    """Which file goes into which, as they were seen, and whose values were chosen."""

    stays_id: str
    stays_version: int
    goes_id: str
    goes_version: int
    choices: Mapping[str, Side] = field(default_factory=dict)
    """By name of the field; one left out gets its usual side."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One merge that was made. ``obstacle`` is why it cannot be undone now; '' when it can."""

    id: str
    at: datetime
    by: str
    customer_id: str
    number: str
    name: str
    gone_number: str
    undone_at: datetime | None = None
    undone_by: str = ""
    can_undo: bool = True
    of_cars: bool = False
    """Two cars of the file were one: ``gone_number`` is the model of the one that went in."""
